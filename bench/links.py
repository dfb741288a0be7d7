"""Draw links at random to be judged one by one, and sum what has been judged.

    python bench/links.py                          the judgements in data/knowledge/judged, summed
    python bench/links.py --draw 3 --graph graph   200 links (80 diagnosis, 80 drug, 40 laboratory), to be judged
    python bench/links.py --treats --graph graph   100 MAY_TREAT edges, held against every other source

A draw is decided by hashes of the ids and its number: the same graph and number give the same links. A link counts as
one draw of its row, so what is frequent is drawn often. Fill in `judgement` (right or wrong) and `reason`, and append
the rows to links.tsv. A link with `exact` False is right where the concept is truly broader than the text.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

import duckdb

JUDGED = Path(__file__).parents[1] / "data" / "knowledge" / "judged" / "links.tsv"
COLUMNS = ("sample", "label", "id", "role", "method", "exact", "said", "concept", "name", "judgement", "reason")
# What the record says, for each kind of link: code and title, order and its NDC, item and its fluid and unit.
DRAWS = {
    "Diagnosis": (80, "icd9_code || ' ' || n.name", "role = 'code' AND method <> 'own'"),
    "Prescription": (80, "drug || coalesce(' | NDC ' || ndc, '')", "role IN ('drug', 'product', 'carrier')"),
    "LabEvent": (40, "label || coalesce(' in ' || fluid, '') || coalesce(' | ' || valueuom, '')", "role = 'test'"),
}


def draw(graph: Path, number: int) -> None:
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for label, (rows, said, which) in DRAWS.items():
        for row in duckdb.sql(f"""
            SELECT {number}, '{label}', n.id, e.role, e.method, e.exact, {said}, c.id, c.name, '', ''
            FROM '{graph}/edges/REFERS_TO.{label}.Concept.parquet' e JOIN '{graph}/nodes/{label}.parquet' n
                ON n.id = e.source JOIN '{graph}/nodes/Concept.parquet' c ON c.id = e.target
            WHERE {which} ORDER BY md5(concat_ws(' ', {number}, n.id, c.id, e.role)) LIMIT {rows}
        """).fetchall():
            writer.writerow([" ".join(str(cell).split()) if cell is not None else "" for cell in row])


def total() -> None:
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        judged = [row for row in csv.DictReader(lines, delimiter="\t") if row["judgement"]]
    counted = Counter((row["sample"], row["label"], row["judgement"]) for row in judged)
    print(f"{'draw':>4} {'links of':<14}{'judged':>8}{'right':>7}{'wrong':>7}{'share':>8}")
    for sample in sorted({row["sample"] for row in judged}):
        both = [(label, counted[sample, label, "right"], counted[sample, label, "wrong"]) for label in DRAWS]
        both.append(("all", sum(right for _, right, _ in both), sum(wrong for *_, wrong in both)))
        for label, right, wrong in both:
            print(f"{sample:>4} {label:<14}{right + wrong:>8}{right:>7}{wrong:>7}{right / max(1, right + wrong):>8.1%}")


def treats(graph: Path) -> None:
    """Of 100 edges by hash each: how many PharmacotherapyDB's curators uphold, and how many a second source states.

    The first draw is of edges that the curators passed a judgement on (disease-modifying and symptomatic uphold it, no
    indication does not). In the second, of all edges between the record's drugs and diagnoses, PharmacotherapyDB and
    LabeledIn are one voice, for the one was compiled from the other; a statement about the disease above or below is
    counted apart.
    """
    edges = f"{graph}/edges/%s.Concept.Concept.parquet"
    duckdb.sql(f"""
        CREATE TABLE said AS SELECT source, target, sources,
            list_filter(sources, lambda s: NOT starts_with(s, 'PharmacotherapyDB')) AS others,
            list_distinct(list_transform(sources, lambda s: CASE WHEN starts_with(s, 'PharmacotherapyDB') THEN 'LabeledIn'
                                                                 ELSE s END)) AS voices
        FROM '{edges % "MAY_TREAT"}'
    """)
    judged = duckdb.sql(f"""
        SELECT said.source, said.target, others, len(others) < len(said.sources) AS upheld, n.source IS NOT NULL AS denied
        FROM said LEFT JOIN '{edges % "NOT_INDICATED_FOR"}' n ON n.source = said.source AND n.target = said.target
        WHERE others <> [] AND (upheld OR denied) ORDER BY md5(said.source || ' ' || said.target)
    """).fetchall()
    for what, rows in (("the 100 drawn", judged[:100]), ("all", judged)):
        voices = sorted({voice for _, _, others, _, _ in rows for voice in others})
        shares = [[upheld and not denied for _, _, others, upheld, denied in rows if v in others] for v in voices]
        parts = "; ".join(f"{v} {sum(found)} of {len(found)}" for v, found in zip(voices, shares, strict=True))
        right = sum(upheld and not denied for *_, upheld, denied in rows)
        print(f"# upheld by PharmacotherapyDB's curators, {what}: {right} of {len(rows)} ({parts})")
    found = duckdb.sql(f"""
        WITH near AS (
            SELECT source AS a, target AS b FROM '{edges % "ISA"}' UNION SELECT target, source FROM '{edges % "ISA"}'),
        drawn AS (
            FROM said SEMI JOIN '{graph}/edges/REFERS_TO.Prescription.Concept.parquet' r ON r.target = said.source
            SEMI JOIN '{graph}/edges/REFERS_TO.Diagnosis.Concept.parquet' d ON d.target = said.target
            ORDER BY md5(source || ' ' || target) LIMIT 100)
        SELECT drug.name, disease.name, voices,
               CASE WHEN len(voices) > 1 THEN 'same'
                    WHEN EXISTS (FROM said o JOIN near ON near.a = drawn.target AND near.b = o.target
                                 WHERE o.source = drawn.source AND NOT list_has_all(drawn.voices, o.voices)) THEN 'near'
                    ELSE 'alone' END
        FROM drawn JOIN '{graph}/nodes/Concept.parquet' drug ON drug.id = drawn.source
        JOIN '{graph}/nodes/Concept.parquet' disease ON disease.id = drawn.target ORDER BY ALL
    """).fetchall()
    for drug, disease, stated, how in found:
        print(f"{how}\t{drug}\t{disease}\t{', '.join(sorted(stated))}")
    print(f"# stated by a second source, of {len(found)}: {dict(sorted(Counter(how for *_, how in found).items()))}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--draw", type=int)
    parser.add_argument("--treats", action="store_true")
    parser.add_argument("--graph", type=Path, default=Path("graph"))
    options = parser.parse_args()
    if options.draw is not None:
        draw(options.graph, options.draw)
    elif options.treats:
        treats(options.graph)
    else:
        total()


if __name__ == "__main__":
    main()
