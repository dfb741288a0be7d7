"""`kgqa knowledge`: voices counted once, contradictions, rings, coverage and what each pattern can walk."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgqa.knowledge import report
from kgqa.load import build
from kgqa.voices import read_voices
from tests import open_shelf, tables
from tests.test_cli_load import kgqa

VOICES = read_voices()


@pytest.mark.parametrize(
    ("sources", "voices"),
    [
        (["DrugCentral"], 1),
        (["DrugCentral", "LabeledIn"], 2),
        (["DrugCentral/FDA", "DrugCentral/MeSH"], 1),
        (["DrugCentral/CHEMBL", "DrugCentral/IUPHAR"], 1),
        (["PharmacotherapyDB", "PharmacotherapyDB (symptomatic)"], 1),
        (["LabeledIn", "PharmacotherapyDB"], 1),
        (["LabeledIn", "PharmacotherapyDB", "DrugCentral"], 2),
        (["MED-RT", "UMLS/MED-RT"], 1),
        (["MED-RT", "UMLS/NDFRT"], 1),
        (["UMLS/NDFRT", "UMLS/MED-RT", "DrugCentral/FDA"], 1),
        (["MED-RT", "DrugCentral"], 2),
        (["RxNorm", "UMLS/RXNORM", "RxNorm (by its name)"], 1),
        (["UMLS/MSH", "DrugCentral/MeSH"], 1),
        (["UMLS/SNOMEDCT_US", "UMLS/NCI"], 2),
        (["UMLS/SNOMEDCT_US", "Disease Ontology"], 2),
        (["UMLS/MED-RT", "starter"], 2),
        ([], 0),
    ],
)
def test_who_repeats_another_is_no_second_voice(sources, voices):
    assert VOICES.count(sources) == voices


NAMES = ["DrugCentral", "DrugCentral/FDA", "MED-RT", "UMLS/MED-RT", "UMLS/NCI", "LabeledIn", "PharmacotherapyDB"]


@given(st.lists(st.sampled_from(NAMES), max_size=8))
def test_there_is_a_voice_where_there_is_a_source_and_order_and_repetition_say_nothing(sources):
    count = VOICES.count(sources)
    assert (count > 0) == bool(sources)
    assert count <= len(set(sources))
    assert count == VOICES.count(sorted(set(sources), reverse=True))


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    nobody = open_shelf.plus(
        "starter/contraindications.tsv", open_shelf.fact("C.furosemide", "CONTRAINDICATED_WITH", "C.edema")
    )
    knowledge = open_shelf.write(folder / "knowledge", nobody | {"drugcentral/drug_target.tsv.gz": None})
    orders = tables.PRESCRIPTIONS.splitlines()[0] + "\n"
    for row, (patient, stay) in enumerate([(10, 100), (10, 101), (20, 200)], 1):
        orders += f"{row},{patient},{stay},,2150-06-02 00:00:00,2150-06-04 00:00:00,MAIN,Lasix,,X,,1,1,mg,PO\n"
    source = tables.write(folder / "tables", PRESCRIPTIONS=orders)
    # everything is kept, so that the ring of the sources is met
    build.load(source, folder / "graph", knowledge=knowledge, asked=build.Asked(all_concepts=True))
    return folder / "graph"


@pytest.fixture(scope="module")
def found(graph):
    return report(str(graph))


def test_concepts_and_edges_are_counted_per_vocabulary_and_kind(found):
    rows = {(row["vocabulary"], row["kind"]): row for row in found["concepts"]}
    assert rows["FDA EPC", "class"] == {
        "vocabulary": "FDA EPC",
        "kind": "class",
        "concepts": 1,
        "edges": 1,
        "sources": {"DrugCentral/FDA": 1},
    }
    assert rows["CCS", "group"]["edges"] == 3


def test_an_edge_type_says_who_states_it_how_often_two_do_and_what_is_unchecked(found):
    rows = {row["type"]: row for row in found["edges"]}
    assert rows["MAY_TREAT"]["edges"] == 4
    assert rows["MAY_TREAT"]["sources"] == {
        "DrugCentral": 2,
        "LabeledIn": 2,
        "PharmacotherapyDB": 1,
        "PharmacotherapyDB (symptomatic)": 1,
    }
    assert rows["MAY_TREAT"]["two_or_more"] == 2
    assert (rows["CONTRAINDICATED_WITH"]["unchecked"], rows["CONTRAINDICATED_WITH"]["reviewed"]) == (1, 0)
    assert "HAS_TARGET" not in rows


def test_an_indication_that_another_source_speaks_against_is_a_contradiction(found):
    assert found["contradictions"] == [
        {
            "drug": "furosemide",
            "disease": "edema",
            "against": "CONTRAINDICATED_WITH",
            "says_so": ["starter"],
            "for": "MAY_TREAT",
            "says_for": ["DrugCentral", "LabeledIn"],
        }
    ]


def test_rings_that_were_opened_are_told_though_none_is_left(found):
    assert found["isa"]["cycles"] == []
    assert found["isa"]["opened"] == {"rings": 1, "concepts": 2, "dropped": 1, "shown": [["doid:9", "doid:8"]]}
    assert found["isa"]["depth"] == 3


def test_a_pattern_without_edges_of_its_kind_is_told(found):
    rows = {row["pattern"]: row for row in found["patterns"]}
    assert rows["order_for_coded_diagnosis"] == {
        "pattern": "order_for_coded_diagnosis",
        "edges": {"MAY_TREAT": 4},
        "missing": [],
    }
    assert rows["targets_for_coded_diagnosis"]["missing"] == ["HAS_TARGET"]


def test_the_report_is_read_by_people_and_the_same_by_machines(graph, found):
    run = kgqa("knowledge", "--graph", graph)
    assert run.returncode == 0, run.stderr
    lines = [" ".join(line.split()) for line in run.stdout.splitlines()]
    assert "Mondo monarch-initiative/mondo fad2512; CC BY 4.0" in lines
    assert "not in the folder: drugcentral/drug_target.tsv.gz (DrugCentral)" in lines
    assert "FDA EPC class 1 1 DrugCentral/FDA" in lines
    assert "contradictions: 1" in lines
    assert "Prescription 3 3 100.0% 1 1 100.0%" in lines
    assert "ISA: 3 levels, 0 rings" in lines
    assert any(line.startswith("when loaded: 1 ring of 2 concepts, opened by leaving out 1 edge") for line in lines)
    assert "left out: doid:9 ISA doid:8" in lines
    assert any(line.startswith("targets_for_coded_diagnosis") and "(none: no question)" in line for line in lines)
    machine = kgqa("knowledge", "--graph", graph, "--json")
    assert json.loads(machine.stdout) == json.loads(json.dumps(found))
