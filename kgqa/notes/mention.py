"""What every extractor hands back: a piece of a note and what it may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
    A named tuple and no dataclass, because tens of millions are made and a frozen dataclass takes five times as long.
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


class Extractor(Protocol):
    """Finds mentions; the same text always gives the same mentions, ordered by start."""

    name: str
    version: str

    def extract(self, note: int, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, ordered and without overlap."""
        ...

    def extract_all(self, notes: Iterable[tuple[int, str]]) -> Iterable[tuple[Mention, ...]]:
        """Return the mentions of each note in turn."""
        ...
