"""A few patients of the open demo as tables of their own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from kgqa.files import share

SIX = (10006, 10017, 10026, 10027, 10059, 10088)
_DEMO = share("data") / "mimic-iii-demo"


def write_tables(to: Path, patients: Sequence[int] = SIX, *, turned: bool = False) -> Path:
    """Copy the demo's tables into `to`, of those that speak of patients only the rows of a few; return `to`.

    What a monitor wrote is left out. `turned` writes the last row and the last table first, and headers in small letters.
    """
    to.mkdir()
    with duckdb.connect() as db:
        for file in sorted(_DEMO.iterdir(), reverse=turned):
            if file.name.startswith("LICENSE"):
                shutil.copy(file, to)
            elif file.suffix == ".gz" and file.name not in ("CHARTEVENTS.csv.gz", "DATETIMEEVENTS.csv.gz"):
                rows = db.read_csv(str(file), all_varchar=True)
                of_all = "subject_id" not in (column.lower() for column in rows.columns)
                kept = rows if of_all else rows.filter(f"subject_id::BIGINT IN {tuple(patients)}")
                columns = ", ".join(f'"{name}" AS "{name.lower() if turned else name}"' for name in kept.columns)
                order = "ORDER BY row_id::BIGINT DESC" if turned else ""
                db.execute(f"COPY (SELECT {columns} FROM kept {order}) TO '{to / file.name}' (HEADER)")
    return to
