"""One question set for several test files: some patterns of every kind, asked of the open demo, two of each a patient."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.opening import Opened, opened
from kgqa.pattern.header import Pattern

# every answer kind that the demo bears, one to five hops, subqueries, chains of ISA, cycles, plain slots
PATTERNS = (
    "care_unit_at_first_abnormal",
    "days_to_susceptible_antibiotic",
    "diagnoses_of_kind",
    "diagnosis_without_treatment",
    "drugs_for_diagnosis_count",
    "first_oral_after_iv",
    "order_for_coded_diagnosis",
    "order_for_kind_of_condition",
    "order_of_drugs_for_diagnosis",
    "order_without_indication",
    "principal_diagnosis",
    "product_for_coded_diagnosis",
    "same_mechanism",
    "susceptible_to_next_antibiotic",
)
DEMO = share("data") / "mimic-iii-demo"


def patterns(*ids: str) -> list[Pattern]:
    return chosen(share("cypher") / "questions", ids or PATTERNS, [])


def make(at_hand: Opened, out: Path, *ids: str, **options: Any) -> Path:
    generate(at_hand, patterns(*ids), options=Options(**options), out=out)
    return out


def records(where: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (where / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def question_set(graph: Path) -> Path:
    """Return the set made on this graph; read it, copy it, do not write in it."""
    out = Path(tempfile.mkdtemp(prefix="kgqa-questions-")) / "questions"
    with opened(str(graph)) as at_hand:
        return make(at_hand, out, per_patient=2)


def some_tables(where: Path, patients: Iterable[int], *, reverse: bool = False) -> Path:
    """Write the demo's tables with the rows of these patients only, perhaps from last to first."""
    where.mkdir(parents=True)
    ids = ", ".join(str(patient) for patient in patients)
    with duckdb.connect() as db:
        for file in sorted(DEMO.glob("*.csv.gz")):
            if file.name.startswith(("CHARTEVENTS", "DATETIMEEVENTS")):
                continue
            read = f"read_csv('{file}', all_varchar=true, header=true)"
            columns = [row[0] for row in db.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()]
            only = f"WHERE subject_id IN ({ids})" if "subject_id" in columns else ""
            order = "ORDER BY row_id::BIGINT DESC" if reverse else ""
            to = where / file.name.removesuffix(".gz")
            db.execute(f"COPY (SELECT * FROM {read} {only} {order}) TO '{to}' (HEADER, DELIMITER ',')")
    return where


def spoilt(record: Mapping[str, Any], *path: str | int, value: Any) -> dict[str, Any]:
    """Return a copy of a record with one value in it changed."""
    copy = json.loads(json.dumps(record))
    place = copy
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return copy
