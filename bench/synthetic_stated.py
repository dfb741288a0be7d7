"""Write data/synthetic/courses/stated.tsv: what the shipped knowledge states of the drugs, problems and findings there.

    python bench/synthetic_stated.py

Run it anew when the knowledge or the courses change, look at what has changed, and make the invented patients again:
their truth (kgqa/synth/truth.py) takes these statements as given.
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import duckdb

from kgqa.files import share
from kgqa.load import build
from kgqa.load.notes import NoteOptions
from kgqa.synth.cohort import write_cohort
from kgqa.synth.content import read_content

PATIENTS = 300  # enough to meet every drug and problem of the files
OUT = share("data") / "synthetic" / "courses" / "stated.tsv"
HEAD = """\
# What data/knowledge states of the drugs, problems and findings of these files; written by bench/synthetic_stated.py.
#   means        a code of a course (`codes`) and its disease; a code without a line has none
#   treats       a drug and what it treats         treats_wider  a drug, and a narrower form (up to three levels) of what it treats
#   treats_any   a drug with any indication        has_finding   a disease and its finding
"""
STATED = """
WITH RECURSIVE up(low, high, steps) AS (
    SELECT DISTINCT id, id, 0 FROM wanted UNION
    SELECT low, target, steps + 1 FROM up JOIN isa ON source = high WHERE steps < 3),
treated AS (SELECT source AS drug, low AS problem, min(steps) AS steps FROM treats JOIN up ON high = target GROUP BY ALL),
stated AS (
    SELECT drug AS source, CASE WHEN steps = 0 THEN 'treats' ELSE 'treats_wider' END AS says, problem AS target
    FROM treated WHERE drug IN (SELECT id FROM drugs)
    UNION SELECT DISTINCT source, 'treats_any', NULL FROM treats WHERE source IN (SELECT id FROM drugs)
    UNION SELECT source, 'has_finding', target FROM finding SEMI JOIN wanted a ON a.id = source SEMI JOIN wanted b ON b.id = target
    UNION SELECT code, 'means', concept FROM means)
SELECT source, coalesce(s.name, ''), says, coalesce(target, ''), coalesce(t.name, '')
FROM stated LEFT JOIN concept s ON s.id = source LEFT JOIN concept t ON t.id = target ORDER BY says, source, target
"""


def main() -> None:
    content = read_content()
    codes = {code for course in content.courses.values() for code in course["codes"]}
    with tempfile.TemporaryDirectory() as made:
        graph = Path(made) / "graph"
        write_cohort(Path(made) / "tables", PATIENTS, 1)
        build.load(Path(made) / "tables", graph, knowledge=share("data") / "knowledge", notes=NoteOptions())
        connection = duckdb.connect()
        for name, file in (
            ("concept", "nodes/Concept"), ("isa", "edges/ISA.Concept.Concept"),
            ("treats", "edges/MAY_TREAT.Concept.Concept"), ("finding", "edges/HAS_FINDING.Concept.Concept"),
        ):  # fmt: skip
            connection.execute(f"CREATE TABLE {name} AS FROM '{graph}/{file}.parquet'")
        connection.execute(
            f"""CREATE TABLE means AS SELECT DISTINCT d.icd9_code AS code, r.target AS concept
            FROM '{graph}/nodes/Diagnosis.parquet' d JOIN '{graph}/edges/REFERS_TO.Diagnosis.Concept.parquet' r
            ON r.source = d.id WHERE r.role = 'code' AND r.method <> 'own' AND d.icd9_code IN (SELECT unnest(?))""",
            [sorted(codes)],
        )
        connection.execute("CREATE TABLE drugs(id TEXT); CREATE TABLE wanted(id TEXT)")
        connection.executemany("INSERT INTO drugs VALUES (?)", [[d] for d in sorted(content.by_concept) if d])
        known = {one for thing in content.things.values() for one in (thing.concept, thing.coded_as) if one}
        connection.executemany("INSERT INTO wanted VALUES (?)", [[one] for one in sorted(known)])
        connection.execute("INSERT INTO wanted SELECT DISTINCT concept FROM means WHERE concept NOT IN (FROM wanted)")
        rows = connection.execute(STATED).fetchall()
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("source", "source_name", "says", "target", "target_name"))
        writer.writerows(rows)
    print(f"{len(rows):,} statements in {OUT.name}")


if __name__ == "__main__":
    main()
