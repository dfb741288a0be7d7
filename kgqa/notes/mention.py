"""What every extractor hands back: a piece of a note and what it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

import numpy as np

from kgqa.notes.characters import Places, Table

Experiencer = Literal["patient", "family", "other"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a mention may refer to; `score` is 1 for its preferred name as it stands, less for other ways."""

    concept: str
    score: float
    group: str = ""


class Mention(NamedTuple):
    """A concept named in a note; `start` and `end` count characters of the untouched text.

    `candidates` holds the one concept meant, or all that remain possible, best first. `section` is the canonical label
    and `section_title` the heading as written; both "" before the first heading. `historical`: before the present
    illness; `hypothetical`: not (yet) so. Dose, unit, route and frequency stand beside drugs only, where written.
    """

    note: int
    start: int
    end: int
    surface: str
    candidates: tuple[Candidate, ...]
    section: str = ""
    section_title: str = ""
    negated: bool = False
    uncertain: bool = False
    historical: bool = False
    hypothetical: bool = False
    experiencer: Experiencer = "patient"
    dose: float | None = None
    dose_unit: str | None = None
    route: str | None = None
    frequency: str | None = None
    extractor: str = ""
    version: str = ""

    @property
    def concept(self) -> str:
        """The concept meant, or the likeliest."""
        return self.candidates[0].concept

    @property
    def ambiguous(self) -> bool:
        """Whether several concepts remain possible."""
        return len(self.candidates) > 1


_Value = TypeVar("_Value")


class Coded(NamedTuple, Generic[_Value]):
    """A column of few distinct values: those, in any order and perhaps some twice, and which of them each row has."""

    values: Sequence[_Value]
    which: Places

    def only(self, rows: Places) -> Coded[_Value]:
        """Return some of the rows."""
        return Coded(self.values, self.which[rows])

    def tolist(self) -> list[_Value]:
        """Return the value of each row."""
        return [self.values[place] for place in self.which.tolist()]


class Mentions(NamedTuple):
    """The mentions of some notes, a column for each field of Mention; offsets count from the start of each note."""

    note: Places
    start: Places
    end: Places
    surface: Sequence[str]
    candidates: Coded[tuple[Candidate, ...]]
    section: Coded[str]
    section_title: Coded[str]
    negated: Table
    uncertain: Table
    historical: Table
    hypothetical: Table
    experiencer: Coded[str]
    dose: Coded[float | None]
    dose_unit: Coded[str | None]
    route: Coded[str | None]
    frequency: Coded[str | None]
    extractor: Coded[str]
    version: Coded[str]

    def rows(self) -> tuple[Mention, ...]:
        """Return them one by one."""
        columns = (column.tolist() if isinstance(column, Coded | np.ndarray) else column for column in self)
        # Mention(...) itself takes three times as long.
        return tuple(map(_new, repeat(Mention), zip(*columns, strict=True)))

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Mentions:
        """Return the columns of mentions."""
        given = zip(*mentions, strict=True) if mentions else ((),) * len(cls._fields)
        return cls(*map(_column, cls._fields, given))


def _column(name: str, values: Sequence[Any]) -> Any:
    kind = _KINDS.get(name)
    if kind is not None:
        return list(values) if kind is str else np.array(values, kind)
    numbers: dict[Any, int] = {}
    which = np.array([numbers.setdefault(value, len(numbers)) for value in values], np.int64)
    return Coded(list(numbers), which)


# Columns that are not coded.
_KINDS: dict[str, Any] = {
    **dict.fromkeys(("note", "start", "end"), np.int64),
    "surface": str,
    **dict.fromkeys(("negated", "uncertain", "historical", "hypothetical"), np.bool_),
}
_new = tuple.__new__


class Extractor(Protocol):
    """Finds mentions; the same text always gives the same mentions, ordered by start."""

    name: str
    version: str

    def extract(self, note: int, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, ordered and without overlap."""
        ...

    def extract_all(self, notes: Sequence[tuple[int, str]]) -> Mentions:
        """Return the mentions of some notes, in the order of the notes; all are held in memory at once."""
        ...
