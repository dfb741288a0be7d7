"""Rows of one patient by table, with row numbers that no other patient's rows can move."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from kgqa.synth.plan import Person

_STRIDE = 100_000  # rows of one table that a patient can have
Cell = str | int | float | None


class Rows:
    """Collects rows; row_id counts within the patient's own range."""

    def __init__(self, person: Person) -> None:
        """Take the patient whose rows these are."""
        self._person = person
        self.tables: dict[str, list[dict[str, Cell]]] = defaultdict(list)

    def add(self, table: str, **cells: Cell) -> int:
        """Add a row and return its number."""
        rows = self.tables[table]
        number = self._person.number * _STRIDE + len(rows) + 1
        rows.append({"row_id": number, "subject_id": self._person.subject_id, **cells})
        return number


def moment(at: datetime) -> str:
    """Write a time as MIMIC-III does."""
    return at.strftime("%Y-%m-%d %H:%M:%S")


def day(at: datetime) -> str:
    """Write a date as MIMIC-III does: as its midnight."""
    return at.strftime("%Y-%m-%d 00:00:00")
