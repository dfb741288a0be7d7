"""Source rows read again agree with every node the load made, and not with one that was spoiled."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from kgqa.files import share
from kgqa.graph.folder import GraphFolder
from kgqa.load.reread import SourceRows, reread
from kgqa.model import EdgeRef, NodeRef, Value
from kgqa.schema import read_schema
from tests import tables

DEMO = share("data") / "mimic-iii-demo"
SAMPLE = 1_500


@pytest.fixture(scope="module")
def rows() -> SourceRows:
    return SourceRows(read_schema(), DEMO)


def stored(graph: GraphFolder, label: str, where: str = "true") -> dict[NodeRef, dict[str, Value]]:
    node = next(node for node in graph.nodes if node.label == label)
    columns = ", ".join(f'"{name}"' for name in node.properties)
    found = duckdb.sql(
        f"SELECT id, {columns} FROM read_parquet('{graph.path / node.file}') WHERE {where} ORDER BY hash(id) LIMIT {SAMPLE}"
    ).fetchall()
    return {
        NodeRef(label, row[0]): {k: v for k, v in zip(node.properties, row[1:], strict=True) if v is not None}
        for row in found
    }


LABELS = [label for label in read_schema().labels if label not in ("Note", "Mention", "Concept")]


@pytest.mark.parametrize("label", LABELS)
def test_every_node_says_what_its_source_row_says(demo_graph: GraphFolder, rows: SourceRows, label: str):
    nodes = stored(demo_graph, label)
    assert nodes
    assert rows.properties(nodes) == nodes


@pytest.mark.parametrize("label", LABELS)
def test_every_edge_by_foreign_key_is_stated_by_its_source_row(demo_graph: GraphFolder, rows: SourceRows, label: str):
    for edge in demo_graph.edges:
        if edge.file == f"nodes/{label}.parquet":
            ends = f'"{edge.source_column}", "{edge.target_column}"'
            found = duckdb.sql(
                f"SELECT {ends} FROM read_parquet('{demo_graph.path / edge.file}') WHERE \"{edge.source_column}\" IS NOT NULL"
                f' AND "{edge.target_column}" IS NOT NULL ORDER BY hash(id) LIMIT 300'
            ).fetchall()
            refs = {EdgeRef(NodeRef(edge.source, a), edge.type, NodeRef(edge.target, b)) for a, b in found}
            assert rows.edges(refs) == refs


def test_a_turned_edge_a_foreign_one_and_one_of_another_type_are_not_stated(rows: SourceRows):
    patient, admission, other = NodeRef("Patient", 10006), NodeRef("Admission", 142345), NodeRef("Admission", 105331)
    true = EdgeRef(patient, "HAD_ADMISSION", admission)
    false = [
        EdgeRef(admission, "HAD_ADMISSION", patient),
        EdgeRef(patient, "HAD_ADMISSION", other),
        EdgeRef(patient, "HAD_ICU_STAY", admission),
    ]
    assert rows.edges([true, *false]) == {true}


def test_a_result_of_an_admission_does_not_hang_on_the_patient(tmp_path: Path):
    source = SourceRows(read_schema(), tables.write(tmp_path))
    on_admission = EdgeRef(NodeRef("Admission", 100), "HAD_LAB_EVENT", NodeRef("LabEvent", 1))
    on_patient = EdgeRef(NodeRef("Patient", 10), "HAD_LAB_EVENT", NodeRef("LabEvent", 2))
    both = EdgeRef(NodeRef("Patient", 10), "HAD_LAB_EVENT", NodeRef("LabEvent", 1))
    assert source.edges([on_admission, on_patient, both]) == {on_admission, on_patient}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("LABEVENTS", "1.9,1.9", "1.9,9.1"),
        ("LABEVENTS", "2150-06-02 06:00:00", "2150-06-02 06:01:00"),
        ("LABEVENTS", "abnormal", ""),
        ("D_LABITEMS", "Creatinine", "Urea"),
        ("D_LABITEMS", "2160-0", "2160-9"),
        ("ADMISSIONS", "2150-06-01 21:09:00", "2150-06-01 21:08:00"),
    ],
)
def test_a_changed_source_shows(tmp_path: Path, name: str, before: str, after: str):
    _, graph = tables.load(tmp_path)
    nodes = stored(graph, "LabEvent")
    assert reread(read_schema(), tmp_path / "tables", nodes) == nodes
    path = tmp_path / "tables" / f"{name}.csv"
    path.write_text(path.read_text().replace(before, after, 1))
    assert reread(read_schema(), tmp_path / "tables", nodes) != nodes


def test_a_row_that_is_gone_or_ambiguous_gives_nothing(tmp_path: Path):
    folder = tables.write(
        tmp_path, LABEVENTS=tables.more(tables.LABEVENTS, "2,10,,50912,2150-05-01 06:00:00,1.1,1.2,mg/dL,")
    )
    wanted = [NodeRef("LabEvent", n) for n in (1, 2, 3)]
    assert set(reread(read_schema(), folder, wanted)) == {NodeRef("LabEvent", 1)}


def test_concepts_come_from_no_row(tmp_path: Path):
    assert reread(read_schema(), tables.write(tmp_path), [NodeRef("Concept", "C0018802")]) == {}


def test_doubtful_intervals_over_89_and_names_apart_are_worked_out_alike(tmp_path: Path):
    _, graph = tables.load(
        tmp_path,
        PATIENTS=tables.PATIENTS.replace("2090-03-05", "1850-06-01"),
        ADMISSIONS=tables.more(
            tables.ADMISSIONS,
            "9,10,102,2150-08-01 01:00:00,2150-08-03 03:30:00" + "," * 9 + ",,0",
            "8,20,201,2141-01-02 01:00:00,2141-01-01 03:30:00" + "," * 9 + ",,0",
            "7,20,202,2142-12-31 01:00:00,2143-01-01 03:30:00" + "," * 9 + ",,0",
            "6,20,203,2142-12-31 01:00:00," + "," * 9 + ",,0",
        ),
        PRESCRIPTIONS=tables.more(
            tables.PRESCRIPTIONS,
            '2,10,100,,2150-06-05 00:00:00,2150-06-04 00:00:00,MAIN,*NF* tucks,,,0,,"1,000",mL,',
            "3,10,100,,2150-06-10 00:00:00,2150-06-11 00:00:00,MAIN,sevelamer HYDROCHLORIDE,,,00,,.5,mL,",
        ),
    )
    for label in ("Patient", "Admission", "Prescription"):
        nodes = stored(graph, label)
        assert reread(read_schema(), tmp_path / "tables", nodes) == nodes


def test_parquet_is_read_again_too(tmp_path: Path):
    usual = tables.write(tmp_path / "csv")
    other = tmp_path / "parquet"
    other.mkdir()
    for path in usual.iterdir():
        texts = "types = {'ndc': 'VARCHAR'}" if path.stem == "PRESCRIPTIONS" else "header = true"
        duckdb.sql(f"COPY (FROM read_csv('{path}', {texts})) TO '{other / path.stem}.parquet'")
    wanted = [NodeRef("LabEvent", 1), NodeRef("Prescription", 1), NodeRef("Patient", 10), NodeRef("ICUStay", 1000)]
    found = reread(read_schema(), other, wanted)
    assert len(found) == 4
    assert found == reread(read_schema(), usual, wanted)


def test_an_admission_that_stands_in_two_versions_sets_no_clock(tmp_path: Path):
    versions = [
        f"{row_id},10,102,{start},2150-01-03 03:30:00" + "," * 9 + ",,0"
        for row_id, start in ((8, "2150-01-01 01:00:00"), (9, "2150-01-02 01:00:00"))
    ]
    loaded, graph = tables.load(tmp_path, ADMISSIONS=tables.more(tables.ADMISSIONS, *versions))
    nodes = stored(graph, "Admission")
    assert loaded.tables["ADMISSIONS"]["refused"] == {"hadm_id occurs twice": 2}
    assert nodes[NodeRef("Admission", 100)]["start_earliest"] == 0
    assert reread(read_schema(), tmp_path / "tables", nodes) == nodes
