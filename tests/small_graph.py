"""A small graph folder, made of what a push can stumble over; `labs` sets its size."""

from pathlib import Path

import duckdb

from kgqa.graph.folder import EdgeEntry, GraphFolder, NodeEntry, manifest_text, read

# Quotes, separators, line ends, the empty text, blanks at the ends, and characters outside the basic plane.
NASTY = (
    "a,b",
    'say "x"',
    "two\nlines",
    "cr\rlf\r\n",
    "",
    " padded ",
    "back\\slash",
    "null",
    "\\N",
    "semi;colon",
    "é😀",
    "`",
)


def small_graph(folder: Path, *, labs: int = 12, fingerprint: str = "sha256:small") -> GraphFolder:
    (folder / "nodes").mkdir(parents=True)
    (folder / "edges").mkdir()
    with duckdb.connect() as db:
        db.execute(
            "CREATE TABLE nasty AS SELECT unnest(?) AS text, generate_subscripts(?, 1) - 1 AS id", [NASTY, NASTY]
        )
        nodes = {
            "Patient": "SELECT 1 AS id, 'patient 1' AS name, 'F' AS gender UNION ALL SELECT 2, 'patient 2', NULL",
            "Admission": "SELECT i AS id, 'admission' AS name, i % 2 + 1 AS subject_id, i = 12 AS over_89 "
            "FROM range(10, 14) t(i)",
            "LabEvent": f"SELECT i AS id, n.text AS name, CASE WHEN i % 3 > 0 THEN i * 0.1 END AS valuenum, "
            f"10 + i % 4 AS hadm_id, i * 60 AS earliest FROM range({labs}) t(i) JOIN nasty n ON n.id = i % {len(NASTY)}",
            "InputEventCV": "SELECT 5 AS id, 'drip' AS name, 1.5 AS amount, 10 AS hadm_id",
            "InputEventMV": "SELECT 5 AS id, 'pump' AS name, 1e300 AS amount, 11 AS hadm_id",
            "Concept": "SELECT * FROM (VALUES ('C1', 'x', ['a', 'b;c']), ('loinc:2-1', 'y', ['']), ('C2', NULL, NULL)) "
            "AS v(id, name, codes)",
        }
        edges = {
            "REFERS_TO.LabEvent.Concept": f"SELECT i AS source, CASE i % 2 WHEN 0 THEN 'C1' ELSE 'C2' END AS target, "
            f"'test' AS role, true AS exact, 0.25 AS score FROM range({labs}) t(i)",
            "ISA.Concept.Concept": "SELECT 'C1' AS source, 'C2' AS target, ['MED-RT', 'x'] AS sources UNION ALL "
            "SELECT 'C1', 'C1', NULL",
        }
        for name, select in nodes.items():
            db.execute(f"COPY ({select}) TO '{folder}/nodes/{name}.parquet'")
        for name, select in edges.items():
            db.execute(f"COPY ({select}) TO '{folder}/edges/{name}.parquet'")
    text = {"name": "text"}
    listed = (
        _node("Patient", 2, {**text, "gender": "text"}),
        _node("Admission", 4, {**text, "over_89": "bool"}),
        _node("LabEvent", labs, {**text, "valuenum": "float", "earliest": "int"}),
        _node("InputEventCV", 1, {**text, "amount": "float"}, "InputEvent"),
        _node("InputEventMV", 1, {**text, "amount": "float"}, "InputEvent"),
        NodeEntry("Concept", ("Concept",), "nodes/Concept.parquet", 3, "id", "text", {**text, "codes": "texts"}),
    )
    joined = (
        _key("HAD_ADMISSION", "Patient", "Admission", "subject_id", 4),
        _key("HAD_LAB_EVENT", "Admission", "LabEvent", "hadm_id", labs),
        _key("HAD_INPUT_EVENT", "Admission", "InputEventCV", "hadm_id", 1),
        _key("HAD_INPUT_EVENT", "Admission", "InputEventMV", "hadm_id", 1),
        _edge("REFERS_TO", "LabEvent", "Concept", labs, {"role": "text", "exact": "bool", "score": "float"}),
        _edge("ISA", "Concept", "Concept", 2, {"sources": "texts"}),
    )
    meta = {"schema_version": 1, "fingerprint": fingerprint}
    (folder / "graph.json").write_text(manifest_text(meta, listed, joined))
    return read(folder)


def _node(label, rows, properties, *also):
    return NodeEntry(label, (label, *also), f"nodes/{label}.parquet", rows, "id", "int", properties)


def _key(kind, source, target, column, rows):
    return EdgeEntry(kind, source, target, f"nodes/{target}.parquet", column, "id", rows, {})


def _edge(kind, source, target, rows, properties):
    file = f"edges/{kind}.{source}.{target}.parquet"
    return EdgeEntry(kind, source, target, file, "source", "target", rows, properties)
