"""What every extractor hands back: a piece of a note and what it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Literal, NamedTuple, Protocol

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


class Mentions(NamedTuple):
    """The mentions of some notes, a column for each field of Mention; offsets count from the start of each note."""

    note: Sequence[int]
    start: Sequence[int]
    end: Sequence[int]
    surface: Sequence[str]
    candidates: Sequence[tuple[Candidate, ...]]
    section: Sequence[str]
    section_title: Sequence[str]
    negated: Sequence[bool]
    uncertain: Sequence[bool]
    historical: Sequence[bool]
    hypothetical: Sequence[bool]
    experiencer: Sequence[str]
    dose: Sequence[float | None]
    dose_unit: Sequence[str | None]
    route: Sequence[str | None]
    frequency: Sequence[str | None]
    extractor: Sequence[str]
    version: Sequence[str]

    def rows(self) -> tuple[Mention, ...]:
        """Return them one by one."""
        # Mention(...) itself takes three times as long.
        return tuple(map(_new, repeat(Mention), zip(*self, strict=True)))

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Mentions:
        """Return the columns of mentions."""
        return cls(*zip(*mentions, strict=True)) if mentions else cls(*([] for _ in cls._fields))


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
