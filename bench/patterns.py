"""Patterns on the whole graph against hand-written SQL on the same tables; then how fast answers are proven.

The SQL is what one would write who knows the tables: the same rows, as ids, without paths. It is held against the SQL
that the pattern is compiled to, which shows the paths too, and against the rows as they are handed on. Neither side is
told of single patients; generate asks of some at a time, which DuckDB may join in another order. Both sides have the
tables in memory and run in turn in one process; a ratio is of the best of five runs each, and the rows are counted
against each other. Proofs are those of a whole `kgqa generate`; their rate counts five a question kept.
Run: python bench/patterns.py [GRAPH]      (a graph folder; without one the open demo is loaded first)
"""

from __future__ import annotations

import math
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

from kgqa import batch
from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.graph import folder
from kgqa.graph.tables import Tables
from kgqa.load import build
from kgqa.opening import opened
from kgqa.question import ask

RUNS = 5
LOCAL = """('TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD',
 'AS', 'VG', 'IR', 'IRR')"""
ORDER = f"o.drug_type <> 'BASE' AND coalesce(o.route, '') NOT IN {LOCAL}"
OF_CLASS = "SELECT source FROM has_class JOIN concept ON concept.id = target WHERE lower(concept.name) = "
BY_HAND = {
    "principal_diagnosis": "SELECT hadm_id, id FROM diagnosis WHERE seq_num = 1",
    "cultures_with_growth": "SELECT hadm_id, id FROM microbiology WHERE org_name IS NOT NULL AND hadm_id IS NOT NULL",
    "order_for_coded_diagnosis": f"""
        SELECT o.hadm_id, o.id, d.id, r.target, c.target FROM prescription o
        JOIN order_refers r ON r.source = o.id AND r.role = 'drug' JOIN diagnosis d USING (hadm_id)
        JOIN diagnosis_refers c ON c.source = d.id AND c.role = 'code'
        JOIN may_treat t ON t.source = r.target AND t.target = c.target WHERE {ORDER}""",
    "order_prevents": f"""
        SELECT o.hadm_id, o.id, p.target FROM prescription o JOIN order_refers r ON r.source = o.id AND r.role = 'drug'
        JOIN may_prevent p ON p.source = r.target ANTI JOIN may_treat t ON t.source = r.target AND t.target = p.target
        WHERE {ORDER}""",
    "drugs_for_diagnosis_count": f"""
        SELECT o.hadm_id, d.id, o.id, r.target FROM prescription o JOIN order_refers r ON r.source = o.id
        AND r.role = 'drug' JOIN diagnosis d USING (hadm_id) JOIN diagnosis_refers c ON c.source = d.id
        AND c.role = 'code' JOIN may_treat t ON t.source = r.target AND t.target = c.target WHERE {ORDER}""",
    "orders_contraindicated_by_diagnosis": f"""
        SELECT o.hadm_id, d.id, o.id FROM prescription o JOIN order_refers r ON r.source = o.id AND r.role = 'drug'
        JOIN diagnosis d USING (hadm_id) JOIN diagnosis_refers c ON c.source = d.id AND c.role = 'code'
        JOIN contraindicated t ON t.source = r.target AND t.target = c.target
        WHERE {ORDER} AND NOT contains(lower(o.drug), 'flush')""",
    "readmission_same_group": """
        SELECT a.id, d.id, i.id, p.id FROM admission a JOIN diagnosis d ON d.hadm_id = a.id
        JOIN diagnosis_refers g ON g.source = d.id AND g.role = 'group'
        JOIN admission i ON i.subject_id = a.subject_id AND i.stop_latest < a.start_earliest
        AND a.start_latest - i.stop_earliest <= 43200 JOIN diagnosis p ON p.hadm_id = i.id AND p.seq_num = 1
        JOIN diagnosis_refers h ON h.source = p.id AND h.role = 'group' AND h.target = g.target""",
    "diagnoses_of_kind": """
        WITH RECURSIVE up(low, high, edges) AS (SELECT source, target, [(source, target)] FROM isa UNION ALL
        SELECT up.low, isa.target, edges || [(isa.source, isa.target)] FROM up JOIN isa ON isa.source = up.high
        WHERE len(edges) < 3 AND NOT list_contains(edges, (isa.source, isa.target)))
        SELECT d.hadm_id, up.high, d.id FROM diagnosis d JOIN diagnosis_refers c ON c.source = d.id AND c.role = 'code'
        JOIN up ON up.low = c.target JOIN concept k ON k.id = up.high
        WHERE k.name NOT IN ('disease', 'disease of anatomical entity')""",
    "care_unit_at_first_abnormal": """
        WITH first AS (SELECT *, earliest = min(earliest) OVER (PARTITION BY hadm_id, name) AS is_first FROM lab
        WHERE flag = 'abnormal' AND hadm_id IS NOT NULL QUALIFY loinc_code IN ('32693-4', '2160-0', '2823-3', '2951-2',
        '2345-7', '804-5', '777-3', '718-7', '5895-7', '1975-2', '1742-6', '6598-7', '11558-4', '11556-8'))
        SELECT f.hadm_id, f.id, t.curr_careunit FROM first f JOIN transfer t USING (hadm_id)
        WHERE is_first AND t.curr_careunit IS NOT NULL AND t.start_latest <= f.earliest AND f.latest < t.stop_earliest""",
    "antibacterial_after_blood_culture": f"""
        WITH grown AS (SELECT * FROM microbiology WHERE hadm_id IS NOT NULL),
        drug AS (({OF_CLASS}'anti-bacterial agents') EXCEPT ({OF_CLASS}'antifungal agents'))
        SELECT c.hadm_id, c.id, o.id FROM grown c JOIN prescription o USING (hadm_id)
        JOIN order_refers r ON r.source = o.id AND r.role = 'drug' SEMI JOIN drug ON drug.source = r.target
        WHERE starts_with(c.spec_type_desc, 'BLOOD CULTURE') AND c.org_name IS NOT NULL AND {ORDER}
        AND c.latest <= o.start_latest AND o.start_earliest - c.latest <= 2880 AND NOT EXISTS (SELECT 1 FROM grown s
        WHERE s.hadm_id = c.hadm_id AND s.name = c.name AND s.earliest < c.earliest)""",
}
FILES = {
    "admission": "nodes/Admission",
    "diagnosis": "nodes/Diagnosis",
    "prescription": "nodes/Prescription",
    "microbiology": "nodes/MicrobiologyEvent",
    "lab": "nodes/LabEvent",
    "transfer": "nodes/Transfer",
    "concept": "nodes/Concept",
    "order_refers": "edges/REFERS_TO.Prescription.Concept",
    "diagnosis_refers": "edges/REFERS_TO.Diagnosis.Concept",
    "may_treat": "edges/MAY_TREAT.Concept.Concept",
    "may_prevent": "edges/MAY_PREVENT.Concept.Concept",
    "contraindicated": "edges/CONTRAINDICATED_WITH.Concept.Concept",
    "has_class": "edges/HAS_CLASS.Concept.Concept",
    "isa": "edges/ISA.Concept.Concept",
}


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def asked(sql: duckdb.DuckDBPyConnection, text: str) -> list[tuple[object, ...]]:
    """The rows of a text."""
    return sql.execute(text).fetchall()


def against_sql(graph: Path) -> None:
    """Print each pattern's time, that of the SQL, and the ratio."""
    patterns = {pattern.id: pattern for pattern in chosen(share("cypher") / "questions", list(BY_HAND), [])}
    with duckdb.connect() as sql, Tables.open_folder(folder.read(graph).path) as engine:
        for name, file in FILES.items():
            sql.execute(f"CREATE TABLE {name} AS FROM '{graph / file}.parquet'")
        ratios: list[tuple[float, float]] = []
        print(f"{'pattern':<38}{'rows':>8}{'by hand':>9}{'compiled':>9}{'ratio':>7}{'handed on':>10}{'ratio':>7}")
        for name, text in BY_HAND.items():
            query = patterns[name].query
            found = len(engine.run(query).rows)
            wanted = len(asked(sql, text))
            if found != wanted:
                sys.exit(f"{name}: {found} rows by the pattern, {wanted} by the SQL")
            statement = engine._statement(query, given=False, worlds=False)  # noqa: SLF001
            raw = partial(engine._fetched, statement.sql, {})  # noqa: SLF001
            works = (partial(asked, sql, text), raw, partial(engine.run, query))
            hand, compiled, handed = (
                min(times) for times in zip(*(map(seconds, works) for _ in range(RUNS)), strict=True)
            )
            ratios.append((compiled / hand, handed / hand))
            one, other = ratios[-1]
            print(f"{name:<38}{found:>8,}{hand:>9.3f}{compiled:>9.3f}{one:>7.1f}{handed:>10.3f}{other:>7.1f}")
        one, other = (math.exp(statistics.fmean(map(math.log, side))) for side in zip(*ratios, strict=True))
        print(f"{'geometric mean':<64}{one:>7.1f}{other:>17.1f}")


def proofs(graph: Path) -> None:
    """Print how many questions a generate makes, how many proofs a second, and its memory."""
    spent = busy = 0.0

    def timed(work: Callable[..., object]) -> Callable[..., object]:
        def run(*given: object, **named: object) -> object:
            nonlocal spent, busy
            begin, worked = time.perf_counter(), time.process_time()
            try:
                return work(*given, **named)
            finally:
                spent += time.perf_counter() - begin
                busy += time.process_time() - worked

        return run

    ask.prove = timed(ask.prove)  # type: ignore[assignment]
    batch.prove_sources = timed(batch.prove_sources)  # type: ignore[assignment]
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as out, opened(str(graph)) as at_hand:
        patterns = chosen(share("cypher") / "questions", [], [])
        made = generate(at_hand, patterns, options=Options(), out=Path(out) / "questions")
    whole = time.perf_counter() - begin
    kept = sum(tally.kept for tally in made.tallies.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(f"\n{kept:,} questions from {len(patterns)} patterns in {whole:.0f} s, {spent:.0f} s of it in proving")
    print(f"{kept * 5 / spent:,.0f} proofs a second in proving, {kept * 5 / busy:,.0f} a second of processor time")
    print(f"peak memory {peak:.0f} MB")


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        graph = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(place) / "graph"
        if len(sys.argv) == 1:
            build.load(share("data") / "mimic-iii-demo", graph, knowledge=share("data") / "knowledge")
        against_sql(graph)
        proofs(graph)


if __name__ == "__main__":
    main()
