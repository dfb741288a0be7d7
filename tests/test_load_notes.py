"""Notes of a source become mentions that say where they stand, and nothing else of the text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pytest

from kgqa.errors import SourceError, UsageError
from kgqa.evidence import SourceCheck, aliases_of
from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.graph import folder, open_graph
from kgqa.load import build
from kgqa.load.mapping_file import read_source
from kgqa.load.note_table import as_tables, read_columns
from kgqa.load.notes import NoteOptions
from kgqa.model import EdgeRef, NodeRef
from kgqa.opening import opened
from kgqa.question.store import read as read_questions
from kgqa.schema import read_schema
from tests import tables

MARKER = "xylophonist"
DISCHARGE = (
    "  Admission Date:  [**2150-6-1**]\r\n\r\nHistory of Present Illness:\r\n60F " + MARKER + " with\tcongestive\r\n"
    "heart failure. Denies epilepsy; no chest\r\n     pain [**Hospital pain center**].\r\n"
    "Ménière disease – “stable”.\r\n\r\nFamily History:\r\nfather with epilepsy\r\n\r\n"
    "Allergies: Codeine / Ibuprofen\r\n\r\nDischarge Medications:\r\n1. Aspirin 81 mg Tablet Sig: One (1) Tablet PO DAILY (Daily).\r\n2. Lasix 40 mg PO BID\r\n  "
)
NURSING = "Pt had pulmonary embolism (PE). PE treated.\n"
LINE = "\tä word of “no” weight. [**Hospital1 **] "
LONG = LINE * 30_000 + "\r\n" + (LINE + "\r\n") * 90_000 + "\r\n pneumonia\t"  # one line of a megabyte, five in all
NOTES = (
    (1, 10, 100, "2150-06-09", "", "Discharge summary", "Report", "", DISCHARGE),
    (2, 10, 100, "2150-06-02", "2150-06-02 03:30:00", "Nursing/other", "Report", "", NURSING),
    (3, 10, 100, "2150-06-03", "2150-06-03 03:30:00", "Nursing/other", "Report", "1", "pneumonia, wrong patient"),
    (4, 10, 100, "2150-06-04", "2150-06-04 03:30:00", "Nursing/other", "Report", "", ""),
    (5, 20, "", "2140-02-01", "", "ECG", "Report", "", "Sinus rhythm. atrial fibrillation, pneumonia"),
    (7, 10, 100, "2150-06-05", "2150-06-05 03:30:00", "Physician ", "Report", "", LONG),
    (6, 99, "", "2140-02-01", "", "ECG", "Report", "", "pneumonia of nobody known"),
)
DIAGNOSES = "row_id,subject_id,hadm_id,seq_num,icd9_code\n1,10,100,1,34590\n2,10,100,2,4019\n"
TITLES = (
    "row_id,icd9_code,short_title,long_title\n1,34590,Epilep NOS w/o intr epil,Epilepsy without intractable epilepsy\n"
)


def note_csv(rows: object = NOTES) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        [
            "row_id",
            "subject_id",
            "hadm_id",
            "chartdate",
            "charttime",
            "storetime",
            "category",
            "description",
            "cgid",
            "iserror",
            "text",
        ]
    )
    writer.writerows([*row[:5], "", *row[5:7], "", *row[7:]] for row in rows)
    return text.getvalue()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[build.Loaded, folder.GraphFolder, Path]:
    where = tmp_path_factory.mktemp("notes")
    source = tables.write(where / "tables", NOTEEVENTS=None, DIAGNOSES_ICD=DIAGNOSES, D_ICD_DIAGNOSES=TITLES)
    (source / "NOTEEVENTS.csv").write_text(note_csv(), encoding="utf-8", newline="")
    made = build.load(source, where / "graph", knowledge=share("data") / "knowledge", notes=NoteOptions(workers=2))
    assert not (where / "graph.notes").exists()
    return made, folder.read(where / "graph"), source


def mentions(graph: folder.GraphFolder) -> dict[int, dict[str, object]]:
    return tables.nodes(graph, "Mention")


def test_offsets_count_characters_of_the_text_as_it_stands_in_the_file(loaded):
    """With placeholders, other letters than ASCII, CRLF, tabs, a line without end, an empty note, a note of 5 MB."""
    assert len(LONG.encode()) > 5_000_000
    _, graph, _ = loaded
    texts = {1: DISCHARGE, 2: NURSING, 5: NOTES[4][-1], 7: LONG}
    found = [(m["row_id"], texts[m["row_id"]][m["start"] : m["end"]]) for m in mentions(graph).values()]
    assert sorted(found) == [
        (1, "Aspirin"),
        (1, "Codeine"),
        (1, "Ibuprofen"),
        (1, "Lasix"),
        (1, "Ménière disease"),
        (1, "chest\r\n     pain"),
        (1, "congestive\r\nheart failure"),
        (1, "epilepsy"),
        (1, "epilepsy"),
        (2, "PE"),
        (2, "PE"),
        (2, "pulmonary embolism"),
        (5, "atrial fibrillation"),
        (5, "pneumonia"),
        (7, "pneumonia"),
    ]
    assert tables.nodes(graph, "Note")[7]["characters"] == len(LONG)
    assert "characters" not in tables.nodes(graph, "Note")[4]


def test_a_mention_hangs_on_its_note_and_refers_to_its_concept(loaded):
    _, graph, _ = loaded
    assert tables.edges(graph, "HAS_MENTION") == {
        ("Note", m["row_id"], "Mention", i) for i, m in mentions(graph).items()
    }
    concepts = tables.nodes(graph, "Concept")
    for _, mention, _, concept in tables.edges(graph, "REFERS_TO") & {
        edge for edge in tables.edges(graph, "REFERS_TO") if edge[0] == "Mention"
    }:
        told = mentions(graph)[mention]
        assert told["ambiguous"] or told["name"] == concepts[concept]["name"]


def test_polarity_experiencer_section_and_dose_are_on_the_mention(loaded):
    _, graph, _ = loaded
    denied, family = sorted((m for m in mentions(graph).values() if m["name"] == "epilepsy"), key=lambda m: m["start"])
    assert (denied["negated"], denied["experiencer"], denied["section"]) == (
        True,
        "patient",
        "history_of_present_illness",
    )
    assert (family["negated"], family["experiencer"], family["section_title"]) == (False, "family", "Family History")
    (aspirin,) = (m for m in mentions(graph).values() if m["name"] == "aspirin")
    assert (aspirin["dose"], aspirin["dose_unit"], aspirin["route"], aspirin["frequency"]) == (
        81.0,
        "mg",
        "PO",
        "DAILY",
    )


def test_a_brand_is_the_drug_that_an_order_by_that_name_is_linked_to(loaded):
    _, graph, _ = loaded
    (brand,) = (m for m in mentions(graph).values() if m.get("dose") == 40.0)
    assert (brand["name"], brand["frequency"]) == ("furosemide", "BID")


def test_what_is_marked_as_an_error_or_of_nobody_known_is_left_out_and_counted(loaded):
    made, graph, _ = loaded
    account = made.tables["NOTEEVENTS"]
    assert account["refused"] == {"marked as an error": 1, "unknown patient": 1}
    assert (account["read"], account["used"]) == (7, 5)
    assert set(tables.nodes(graph, "Note")) == {1, 2, 4, 5, 7}
    assert {m["row_id"] for m in mentions(graph).values()} == {1, 2, 5, 7}
    assert made.knowledge["notes"]["mentions"] == 15


def test_no_text_of_a_note_is_in_the_graph(loaded):
    _, graph, _ = loaded
    for file in graph.path.rglob("*.parquet"):
        rows = duckdb.sql(
            f"SELECT count(*) FROM read_parquet('{file}') AS row WHERE contains(lower(row::VARCHAR), '{MARKER}')"
        )
        assert rows.fetchall() == [(0,)], file
    assert MARKER not in (graph.path / folder.MANIFEST).read_text("utf-8")


def test_a_note_question_carries_the_words_of_its_evidence_and_its_proof_reads_them_again(loaded, tmp_path: Path):
    _, graph, _ = loaded
    patterns = chosen(share("cypher") / "questions", ["coded_diagnosis_denied_in_note"], [])
    with opened(str(graph.path)) as at_hand:
        generate(at_hand, patterns, options=Options(), out=tmp_path / "questions")
    (record,) = (record for _, record in read_questions(tmp_path / "questions").records())
    assert record["proofs"]["sourced"] is True
    (span,) = (row for row in record["evidence"] if "start" in row)
    assert (span["table"], span["row_id"], span["text"]) == ("NOTEEVENTS", 1, "epilepsy")
    assert DISCHARGE[span["start"] : span["end"]] == "epilepsy"


def check(graph: folder.GraphFolder, source: Path) -> tuple[set[int], set[int]]:
    """The mentions, and the mentions with a link, that the source does not bear out."""
    aliases = aliases_of(graph.path)
    nodes = {NodeRef("Mention", i) for i in mentions(graph)} | {NodeRef("Note", i) for i in tables.nodes(graph, "Note")}
    kinds = ("HAS_MENTION", "REFERS_TO")
    edges = {
        EdgeRef(NodeRef(a, i), kind, NodeRef(b, j))
        for kind in kinds
        for a, i, b, j in tables.edges(graph, kind)
        if "Mention" in (a, b)
    }
    with open_graph(str(graph.path)) as engine:
        again = SourceCheck(read_schema(), source, lambda concept: aliases.get(concept, ()))(engine, nodes, edges)
    assert {span[1] for span in again.words} <= {1, 2, 5, 7}
    return {ref.id for ref in again.nodes}, {edge.source.id for edge in again.edges}


def test_every_mention_is_borne_out_by_its_source(loaded):
    _, graph, source = loaded
    assert check(graph, source) == (set(), set())


@pytest.mark.parametrize(
    ("before", "after", "nodes", "edges"),
    [
        ("Denies epilepsy", "Denies migraine", {1}, {"epilepsy"}),  # another word in the same place
        ("  Admission Date", " Admission Date", {1}, None),  # everything has moved
        ("embolism (PE)", "embolism (PX)", {2}, {"pulmonary embolism"}),  # no longer explained, and no table says so
    ],
)
def test_a_note_that_has_changed_shows(loaded, tmp_path: Path, before: str, after: str, nodes: set[int], edges: object):
    _, graph, source = loaded
    changed = tmp_path / "tables"
    changed.mkdir()
    for file in source.iterdir():
        text = file.read_bytes().decode()
        (changed / file.name).write_bytes(text.replace(before, after, 1).encode())
    wrong, unlinked = check(graph, changed)
    assert {1, 2} & wrong == nodes
    if edges:
        assert {mentions(graph)[i]["name"] for i in unlinked} == edges


def test_notes_without_knowledge_or_without_their_table_are_refused(tmp_path: Path):
    source = tables.write(tmp_path / "tables")
    with pytest.raises(UsageError, match="Load them with the knowledge"):
        build.load(source, tmp_path / "graph", notes=NoteOptions())
    with pytest.raises(SourceError, match="NOTEEVENTS is missing"):
        build.load(source, tmp_path / "graph", knowledge=share("data") / "knowledge", notes=NoteOptions())
    with pytest.raises(UsageError, match="--extractor telepathy"):
        NoteOptions("telepathy")


def test_notes_of_a_file_of_ones_own_become_a_cohort(tmp_path: Path):
    file = tmp_path / "mine.csv"
    file.write_text('who,Body\n7,"pain, chills"\n8,\n7," fever"\n', encoding="utf-8")
    source = as_tables(file, read_columns("text=body,patient=who"), tmp_path / "tables", read_source(read_schema()))
    build.load(source, tmp_path / "graph")
    graph = folder.read(tmp_path / "graph")
    assert set(tables.nodes(graph, "Patient")) == {7, 8}
    assert {i: (n.get("characters"), n["subject_id"]) for i, n in tables.nodes(graph, "Note").items()} == {
        1: (12, 7),
        2: (None, 8),
        3: (6, 7),
    }


@pytest.mark.parametrize(
    ("text", "columns", "said"),
    [
        ("who,body\n7,a\n", "patient=who", "has no column text for the text"),
        ("who,text\nx,secret\n", "patient=who", "row 1: the patient is no whole number"),
        ('subject_id,text\n7,"secret\n', "", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_a_cohort_is_refused_without_its_text(tmp_path: Path, text: str, columns: str, said: str):
    file = tmp_path / "mine.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=said) as error:
        as_tables(file, read_columns(columns), tmp_path / "tables", read_source(read_schema()))
    assert "secret" not in str(error.value)
    with pytest.raises(UsageError, match="--columns"):
        read_columns("body")
