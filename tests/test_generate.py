"""Generating: everything kept is proven, the same input gives the same bytes, and nothing is left half-written."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import jsonschema
import networkx as nx
import pytest
from made import DEMO, PATTERNS, make, patterns, question_set, records, some_tables

from kgqa.errors import InterruptError, UsageError
from kgqa.files import share
from kgqa.generate import Options, chosen, generate, hops_of
from kgqa.load import build
from kgqa.opening import opened
from kgqa.question.draw import split_of

PROOFS = ("present", "replayed", "sufficient", "necessary", "sourced")


@pytest.fixture(scope="session")
def made(demo_graph):
    return question_set(demo_graph.path)


@pytest.fixture(scope="session")
def kept(made):
    return records(made)


def test_every_pattern_keeps_questions_and_the_manifest_counts_them(made, kept):
    manifest = json.loads((made / "manifest.json").read_text(encoding="utf-8"))
    counts = Counter(record["pattern"] for record in kept)
    assert set(counts) == set(PATTERNS)
    for name, told in manifest["patterns"].items():
        assert told["kept"] == counts[name]
        assert told["proposed"] == told["kept"] + sum(told["refused"].values()) + told["not_drawn"]
        assert (made / "patterns" / told["theme"] / f"{name}.cypher").is_file()


def test_every_record_is_as_the_schema_says(kept):
    schema = json.loads((share("schema") / "question.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for record in kept for error in validator.iter_errors(record)] == []


def test_every_question_has_all_five_proofs(kept):
    assert [r["id"] for r in kept if not all(r["proofs"][proof] is True for proof in PROOFS)] == []
    assert {r["proofs"]["agreed"] for r in kept} == {None}


def hops_by_hand(record):
    """Hops from the written paths, worked out apart: DESIGN's words, no code of kgqa's."""
    named = {
        (s["label"], i)
        for s in record["slots"].values()
        for i in s.get("ids", ())
        if s["label"] in ("Admission", "ICUStay")
    }
    most = 0
    for answer in range(len(record["answer"]["values"])):
        graph = nx.Graph()
        for number, walk in enumerate(record["paths"] + record["absent"]):
            if walk["answer"] == answer:
                name = [(number, i) if "virtual" in n else (n["label"], n["id"]) for i, n in enumerate(walk["nodes"])]
                graph.add_edges_from((name[e["source"]], name[e["target"]]) for e in walk["edges"])
        # one place after the other: the patient first, then what the question names
        for place in sorted(
            (n for n in graph if n[0] == "Patient" or n in named), key=lambda n: (n[0] != "Patient", str(n))
        ):
            rest = graph.subgraph(set(graph) - {place})
            if rest.number_of_edges() and nx.is_connected(rest):
                graph = rest
        most = max(most, nx.diameter(graph))
    return most


def test_hops_worked_out_from_the_written_paths_are_the_written_hops(kept):
    assert [(r["id"], r["hops"]) for r in kept if hops_by_hand(r) != r["hops"]] == []
    assert {1, 2, 3, 4} <= {r["hops"] for r in kept}


def test_sentences_hold_names_and_no_codes(kept):
    for record in kept:
        for slot in record["slots"].values():
            said = slot.get("name", str(slot.get("value")))
            assert all(said.casefold() in text.casefold() for text in record["wordings"])
        assert record["question"] in record["wordings"]


def test_splits_are_by_patient(kept):
    assert {record["split"] == split_of(record["patient"]) for record in kept} == {True}


def test_evidence_names_a_row_for_every_node_of_the_record(kept):
    for record in kept:
        rows = {(row["table"], row["row_id"]) for row in record["evidence"]}
        nodes = {(n["label"], n["id"]) for p in record["paths"] for n in p["nodes"] if n["label"] != "Concept"}
        assert len(rows) == len(nodes)
        assert all(row["columns"] for row in record["evidence"])


def test_knowledge_says_who_states_it(kept):
    stated = [edge for record in kept for edge in record["knowledge"]]
    assert stated
    assert all(edge["sources"] for edge in stated)


def test_the_cypher_of_a_question_runs_and_gives_its_answers(demo_graph, kept):
    from kgqa.graph import open_graph
    from kgqa.model import NodeRef
    from kgqa.pattern.parse import parse

    by_pattern = {record["pattern"]: record for record in kept if record["answer"]["kind"] in ("set", "one", "yes-no")}
    with open_graph(str(demo_graph.path)) as engine:
        for record in by_pattern.values():
            rows = engine.run(parse(record["cypher"], record["id"]))
            place = rows.columns.index("answer")
            found = {cell.id if isinstance(cell, NodeRef) else cell for cell in (row[place] for row in rows.rows)}
            values = record["answer"]["values"]
            wanted = {i for v in values for i in v.get("ids", [])} or {v["value"] for v in values}
            assert found == wanted, record["pattern"]


def test_the_browser_link_keeps_its_text_whole(kept):
    for record in kept:
        text = record["browser"].partition("arg=")[2]
        assert not set("&#") & set(text)
        assert "%26" not in text
        assert "%23" not in text
        assert len(record["browser"]) < 16_000


def test_equal_seeds_give_equal_bytes_in_batches_of_any_size(made, demo_graph, tmp_path):
    with opened(str(demo_graph.path)) as at_hand:
        again = make(replace(at_hand, batch=17), tmp_path / "again", per_patient=2)
    for file in sorted(p for p in made.rglob("*") if p.is_file()):
        assert (again / file.relative_to(made)).read_bytes() == file.read_bytes()


def test_another_seed_draws_other_questions(made, demo_graph, tmp_path):
    with opened(str(demo_graph.path), seed=7) as at_hand:
        other = records(make(at_hand, tmp_path / "other", "order_for_coded_diagnosis", per_patient=2, seed=7))
    first = [record for record in records(made) if record["pattern"] == "order_for_coded_diagnosis"]
    assert {r["id"] for r in other} != {r["id"] for r in first}


@pytest.fixture(scope="session")
def few(tmp_path_factory):
    """Questions on five charts: loaded once, loaded from tables in reverse order, and loaded with a sixth chart."""
    where = tmp_path_factory.mktemp("few")
    ids = (10006, 10019, 10026, 10088, 40124)
    ways = {"once": (ids, False), "reversed": (ids, True), "stranger": ((*ids, 41976), False)}
    sets = {}
    for name, (patients, reverse) in ways.items():
        tables = some_tables(where / name / "tables", patients, reverse=reverse)
        build.load(tables, where / name / "graph", knowledge=share("data") / "knowledge")
        with opened(str(where / name / "graph")) as at_hand:
            sets[name] = make(at_hand, where / name / "questions")
    return sets


def test_the_order_of_rows_in_the_tables_changes_no_byte(few):
    assert (few["once"] / "questions.jsonl").read_bytes() == (few["reversed"] / "questions.jsonl").read_bytes()


def test_a_strangers_chart_leaves_every_other_patients_questions_alone(few):
    def of_others(where):
        return {r["id"]: {**r, "graph": ""} for r in records(where) if r["patient"] != 41976}

    assert len(of_others(few["once"])) > 50
    assert of_others(few["once"]) == of_others(few["stranger"])
    assert any(r["patient"] == 41976 for r in records(few["stranger"]))


def test_stopped_in_the_middle_the_old_set_is_whole_and_nothing_else_is_left(demo_graph, tmp_path):
    out = tmp_path / "questions"
    with opened(str(demo_graph.path)) as at_hand:
        make(at_hand, out, "principal_diagnosis")
        before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}

        def stop(stage):
            if stage.begin > 0:
                raise InterruptError

        with pytest.raises(InterruptError):
            generate(
                at_hand,
                patterns("principal_diagnosis", "icu_stays_of_admission"),
                options=Options(),
                out=out,
                tell=stop,
            )
    assert {file: file.read_bytes() for file in out.rglob("*") if file.is_file()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["questions"]


def test_a_folder_with_something_else_in_it_is_not_replaced(demo_graph, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("x")
    with opened(str(demo_graph.path)) as at_hand, pytest.raises(UsageError, match="holds files but no questions"):
        make(at_hand, tmp_path / "letters", "principal_diagnosis")
    assert (tmp_path / "letters" / "dear.txt").read_text() == "x"


def test_bounds_bound(demo_graph, tmp_path):
    with opened(str(demo_graph.path)) as at_hand:
        ids = ("order_for_kind_of_condition", "order_for_coded_diagnosis")
        bounded = records(make(at_hand, tmp_path / "b", *ids, per_pattern=20, hops=(4, 5), largest=2))
    assert {r["hops"] for r in bounded} <= {4, 5}
    assert max(Counter(r["pattern"] for r in bounded).values()) <= 20
    assert max(len(r["answer"]["values"]) for r in bounded) <= 2


@pytest.mark.parametrize(("text", "bounds"), [("3", (3, 3)), ("2-4", (2, 4)), (" 2 - 4 ", (2, 4)), (None, None)])
def test_hops_are_a_number_or_a_range(text, bounds):
    assert hops_of(text) == bounds


@pytest.mark.parametrize("text", ["", "0", "three", "4-2", "2-", "-3", "1-2-3"])
def test_hops_that_are_none_are_refused(text):
    with pytest.raises(UsageError, match="--hops"):
        hops_of(text)


def test_an_unknown_pattern_is_refused_with_the_nearest():
    with pytest.raises(UsageError, match="order_for_coded_diagnosis"):
        chosen(share("cypher") / "questions", ["order_for_coded_diagnosos"], [])
    with pytest.raises(UsageError, match="treatment"):
        chosen(share("cypher") / "questions", [], ["treatmnt"])


def test_a_source_folder_that_is_not_there_is_named(demo_graph, tmp_path):
    from kgqa.errors import SourceError

    with pytest.raises(SourceError, match="nowhere"), opened(str(demo_graph.path), source=tmp_path / "nowhere"):
        pass


def test_the_manifest_holds_no_path_of_this_machine(made):
    text = (made / "manifest.json").read_text(encoding="utf-8")
    assert str(Path.home()) not in text
    assert str(DEMO) not in text
    assert "Open Database License" in text
