"""A folder of open knowledge that is not as it should be: one error with file and line, and nothing half-written."""

from __future__ import annotations

import gzip
import json

import duckdb
import pytest

from kgqa.errors import SourceError
from kgqa.load import build
from kgqa.load.knowledge import read_open
from tests import open_shelf, tables
from tests.open_shelf import FILES, plus, text
from tests.test_cli_load import kgqa

INDICATIONS = "drugcentral/drug_indication.tsv.gz"
MONDO = "disease/mondo_exactmatch_umls.sssom.tsv.gz"
LABS = "mimic_maps/mimic-code_d_labitems_to_loinc.csv.gz"
CCS = "icd9/ccs_dxref_2015.csv.gz"
STARTER = "starter/contraindications.tsv"


def line(path, number, by):
    """The usual file with one line replaced."""
    lines = text(path).splitlines()
    lines[number - 1] = by
    return "\n".join(lines) + "\n"


WRONG = {
    "a column is missing from the header": (
        INDICATIONS,
        text(INDICATIONS).replace("UMLS_CUI", "CUI", 1),
        "drug_indication.tsv.gz:1: the header has no one column UMLS_CUI; it has DRUG_ID, DRUG_NAME",
    ),
    "a column is twice in the header": (
        INDICATIONS,
        text(INDICATIONS).replace("DRUG_NAME", "DRUG_ID", 1),
        ":1: the header has no one column DRUG_ID",
    ),
    "a header stands below comments": (
        MONDO,
        text(MONDO).replace("object_id", "object", 1),
        "mondo_exactmatch_umls.sssom.tsv.gz:3: the header has no one column object_id",
    ),
    "the header of a file of lines is another": (
        CCS,
        text(CCS).replace("CCS CATEGORY'", "GROUP'", 1),
        "ccs_dxref_2015.csv.gz:2: the header has no one column CCS CATEGORY",
    ),
    "a file is empty": (
        INDICATIONS,
        "",
        "drug_indication.tsv.gz:1: the header has no one column DRUG_ID; it has nothing",
    ),
    "a line has a column too few": (
        INDICATIONS,
        line(INDICATIONS, 4, "2\tmetoprolol\tHypertension"),
        "drug_indication.tsv.gz:4: the line has not as many columns as the header",
    ),
    "a line has a column too many": (
        STARTER,
        text(STARTER) + "\t".join(["x"] * 11) + "\n",
        "contraindications.tsv:3: the line has not as many columns as the header",
    ),
    "a line below comments has a column too few": (
        MONDO,
        line(MONDO, 4, "MONDO:2\theart failure"),
        "mondo_exactmatch_umls.sssom.tsv.gz:4: the line has not as many columns as the header",
    ),
    "a line of CCS has too few": (
        CCS,
        line(CCS, 4, "'4280 ','108'"),
        "ccs_dxref_2015.csv.gz: row 2: has too few columns",
    ),
    "bytes are latin-1": (
        INDICATIONS,
        line(INDICATIONS, 3, "1\tfurosemide\tM\u00e9ni\u00e8re\tC.edema\t").encode("latin-1"),
        "drug_indication.tsv.gz:3: the line is not UTF-8",
    ),
    "a header is latin-1": (
        INDICATIONS,
        text(INDICATIONS).replace("DOID", "DO\u00cfD", 1).encode("latin-1"),
        "drug_indication.tsv.gz:1: is not UTF-8",
    ),
    "a number is none": (
        LABS,
        plus(LABS, ["8", "x", "x", "LOINC", "1-1", "Blood", "high"])[LABS],
        "mimic-code_d_labitems_to_loinc.csv.gz: row 5: sssom_confidence is not a number",
    ),
    "an item is no number": (
        LABS,
        plus(LABS, ["eight", "x", "x", "LOINC", "1-1", "Blood", "1"])[LABS],
        "row 5: itemid (omop_source_code) is not a number",
    ),
    "a gzip file is cut short": (
        INDICATIONS,
        gzip.compress(text(INDICATIONS).encode())[:-12],
        "drug_indication.tsv.gz: cannot be unpacked or read to its end",
    ),
    "a gzip file is spoiled": (
        INDICATIONS,
        b"\x1f\x8b" + bytes(40),
        "drug_indication.tsv.gz: cannot be unpacked or read to its end",
    ),
    "a starter row has an edge that is none": (
        STARTER,
        plus(STARTER, open_shelf.fact("C.a", "HARMS", "C.b"))[STARTER],
        "contraindications.tsv: row 2: HARMS is no edge of knowledge",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_one_error_says_where_and_what(tmp_path, case):
    path, content, said = WRONG[case]
    folder = open_shelf.write(tmp_path, {path: content})
    with pytest.raises(SourceError) as error:
        read_open(duckdb.connect(), folder)
    message = str(error.value)
    assert said in message
    assert "\n" not in message
    assert str(folder / path) in message


def test_the_usual_folder_is_read_whole(tmp_path):
    said = read_open(duckdb.connect(), open_shelf.write(tmp_path))
    assert not [path for path, entry in said["files"].items() if "absent" in entry]


def test_a_folder_that_holds_none_of_the_files_is_refused(tmp_path):
    with pytest.raises(SourceError, match="holds none of the open knowledge files"):
        read_open(duckdb.connect(), tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(SourceError, match="no such folder"):
        read_open(duckdb.connect(), tmp_path / "none")


@pytest.mark.parametrize("path", sorted(FILES))
def test_any_one_file_may_be_absent(tmp_path, path):
    shelf = open_shelf.Shelf(tmp_path, {path: None})
    shelf.record("Diagnosis", ("4280", "Congestive heart failure"))
    shelf.record("Prescription", ("Furosemide", None, "00000000003", "MAIN"))
    shelf.fold(everything=False)
    assert shelf.said["files"][path]["absent"]


def test_a_load_that_is_stopped_leaves_the_old_graph_whole_and_ends_with_4(tmp_path):
    good = open_shelf.write(tmp_path / "good")
    bad = open_shelf.write(tmp_path / "bad", {INDICATIONS: WRONG["a line has a column too few"][1]})
    source = tables.write(tmp_path / "tables")
    build.load(source, tmp_path / "graph", knowledge=good)
    before = (tmp_path / "graph" / "graph.json").read_bytes()
    run = kgqa("load", source, "--knowledge", bad, "--graph", tmp_path / "graph")
    assert run.returncode == 4
    assert "Traceback" not in run.stderr
    assert run.stderr.splitlines()[-1].startswith("kgqa: ")
    assert "drug_indication.tsv.gz:4:" in run.stderr.splitlines()[-1]
    assert (tmp_path / "graph" / "graph.json").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if "graph" in path.name and path.is_dir()) == ["graph"]
    assert json.loads(before)["knowledge"]["files"][INDICATIONS]["rows"] == 5


def test_what_is_wrong_with_a_table_is_told_before_what_is_wrong_with_the_knowledge(tmp_path):
    bad = open_shelf.write(tmp_path / "bad", {INDICATIONS: WRONG["a line has a column too few"][1]})
    late = tables.LABEVENTS.replace("50912", "many", 1)
    source = tables.write(tmp_path / "tables", LABEVENTS=late)
    with pytest.raises(SourceError, match="table LABEVENTS: column itemid: not a whole number"):
        build.load(source, tmp_path / "graph", knowledge=bad)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad", "tables"]


def test_knowledge_read_beside_the_tables_or_after_them_makes_the_same_graph(tmp_path):
    good, source = open_shelf.write(tmp_path / "good"), tables.write(tmp_path / "tables")
    beside = build.load(source, tmp_path / "beside", knowledge=good)
    after = build.load(source, tmp_path / "after", knowledge=good, memory="2GB")
    assert beside == after
