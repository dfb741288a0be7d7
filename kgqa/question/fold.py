"""Rows to questions: rows with equal slots are one question, and the answer kind folds their answers.

Nodes are equal here when label and name are (and whatever else of a slot a wording says): several orders of one drug
are one order to the reader of a sentence. Nothing is picked by the order in which rows came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgqa.model import NodeRef, Path, Scalar

Cell = None | Scalar | NodeRef
Key = tuple[Any, ...]  # of texts and scalars; equal keys say the same in a sentence

SINGLE = frozenset({"one", "yes-no", "value", "date", "duration"})  # kinds that have exactly one answer


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a pattern: a derivation of an answer. `paths` and `bound` are empty where only the result counts."""

    patient: int
    slots: tuple[Cell, ...]
    answer: Cell
    unit: str | None = None
    time: str | None = None
    counted: Cell = None
    at: int | None = None
    paths: tuple[Path, ...] = ()
    bound: tuple[NodeRef | None, ...] = ()

    def order(self) -> tuple[Any, ...]:
        """Sort key among the derivations of one answer: the shortest first, then by the paths themselves."""
        cells = tuple(_sortable(cell) for cell in (*self.slots, self.answer, self.counted))
        return sum(len(p.edges) for p in self.paths), self.paths, cells


@dataclass(frozen=True, slots=True)
class Answer:
    """One value of a question's answer, with one row for each derivation that is recorded."""

    key: Key
    cells: tuple[Cell, ...]
    rows: tuple[Row, ...]
    further: int
    count: int | None = None
    rank: int | None = None

    def result(self) -> tuple[Any, ...]:
        """Return what two evaluations must agree on."""
        return self.key, self.count, self.rank


@dataclass(frozen=True, slots=True)
class Folded:
    """A question before it is worded. `refused` names why it cannot be asked, if it cannot."""

    patient: int
    slots: tuple[tuple[Cell, ...], ...]
    answers: tuple[Answer, ...]
    refused: str | None
    rows: int

    def result(self) -> tuple[Any, ...]:
        """Return what two evaluations must agree on: every answer, and every id behind slots and answers."""
        return self.refused, self.slots, tuple((a.result(), a.cells) for a in self.answers)


def fold(
    rows: Iterable[Row], kind: str, slot_key: Callable[[int, Cell], Key], name: Callable[[NodeRef], str]
) -> dict[tuple[int, Key], Folded]:
    """Fold rows to questions by (patient, key of the slots); `slot_key` takes a slot's position and its cell."""
    groups: dict[tuple[int, Key], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.patient, tuple(slot_key(i, cell) for i, cell in enumerate(row.slots))].append(row)
    folded = {}
    for place, group in groups.items():
        slots = tuple(_distinct(cells) for cells in zip(*(row.slots for row in group), strict=True))
        answers, refused = answers_of(group, kind, name)
        if any(cell is None for cells in slots for cell in cells):
            refused = "unfilled slot"
        folded[place] = Folded(place[0], slots, answers, refused, len(group))
    return folded


def answers_of(rows: Sequence[Row], kind: str, name: Callable[[NodeRef], str]) -> tuple[tuple[Answer, ...], str | None]:
    """Fold the answers of one question; with the reason why they make none, if they do not."""
    known = [row for row in rows if _told(row, kind)]
    if not known:
        return (), "no answer"
    if kind == "count":
        counted = _by_counted(known)
        least = tuple(min(group, key=Row.order) for _, group in sorted(counted.items(), key=lambda g: _sortable(g[0])))
        return (Answer((len(counted),), (len(counted),), least, len(known) - len(least)),), None
    groups: dict[Key, list[Row]] = defaultdict(list)
    for row in known:
        groups[key_of(row.answer, name) + ((row.unit, row.time) if kind == "value" else ())].append(row)
    if kind == "most":
        return _most(groups), None
    if kind == "order":
        return _order(groups)
    answers = tuple(_answer(key, groups[key]) for key in sorted(groups, key=_sortable_key))
    if kind in SINGLE and len(answers) > 1:
        return answers, "tie"
    return answers, None


def key_of(cell: Cell, name: Callable[[NodeRef], str]) -> Key:
    """Return what a cell says in a sentence: label and name of a node, or the value."""
    if isinstance(cell, NodeRef):
        return cell.label, name(cell)
    return ("bool", cell) if isinstance(cell, bool) else (cell,)  # in Python, but not in an answer, True is 1


def _told(row: Row, kind: str) -> bool:
    if kind in {"count", "most"}:
        return row.counted is not None and (kind == "count" or row.answer is not None)
    return row.answer is not None and (kind != "order" or row.at is not None)


def _answer(key: Key, rows: list[Row], **figures: int) -> Answer:
    least = min(rows, key=Row.order) if len(rows) > 1 else rows[0]
    return Answer(key, _distinct(row.answer for row in rows), (least,), len(rows) - 1, **figures)


def _by_counted(rows: Iterable[Row]) -> Mapping[Cell, list[Row]]:
    groups: dict[Cell, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.counted].append(row)
    return groups


def _most(groups: Mapping[Key, list[Row]]) -> tuple[Answer, ...]:
    counts = {key: _by_counted(rows) for key, rows in groups.items()}
    most = max(len(counted) for counted in counts.values())
    answers = []
    for key in sorted(groups, key=_sortable_key):
        if len(counts[key]) == most:
            least = tuple(min(counts[key][c], key=Row.order) for c in sorted(counts[key], key=_sortable))
            cells = _distinct(row.answer for row in groups[key])
            answers.append(Answer(key, cells, least, len(groups[key]) - len(least), count=most))
    return tuple(answers)


def _order(groups: Mapping[Key, list[Row]]) -> tuple[tuple[Answer, ...], str | None]:
    times = {key: {row.at for row in rows if row.at is not None} for key, rows in groups.items()}
    places = sorted({at for ats in times.values() for at in ats})
    first = {key: min(ats) for key, ats in times.items()}
    answers = tuple(
        _answer(key, groups[key], rank=places.index(first[key]) + 1)
        for key in sorted(groups, key=lambda key: (first[key], _sortable_key(key)))
    )
    if any(len(ats) > 1 for ats in times.values()):
        return answers, "one thing at several times"
    return answers, None if len(places) > 1 else "tie"


def _distinct(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(set(cells), key=_sortable))


def _sortable(cell: Cell) -> tuple[str, Any]:
    if isinstance(cell, NodeRef):
        return "node", (cell.label, str(type(cell.id)), cell.id)
    return type(cell).__name__, cell if cell is not None else 0


def _sortable_key(key: Key) -> tuple[Any, ...]:
    return tuple(_sortable(part) for part in key)
