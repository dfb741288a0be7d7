"""Dose, unit, route and frequency written beside a drug.

What stands after the drug counts, up to the next drug, list item or sentence; an amount or a route may also stand right
before it ("20 mg of furosemide", "IV vancomycin"). The ways of writing are in data/notes/sig.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kgqa.errors import SchemaError
from kgqa.notes.characters import DIGIT, Spans
from kgqa.notes.match import Found
from kgqa.notes.mention import Coded
from kgqa.notes.pages import Pages

_WINDOW = 120  # characters after a drug
_BEFORE = 30
# It begins with the characters that may begin a number, which are found much faster than what may not precede one.
_NUMBER = r"([\d.](?<![\d.,/].)(?:(?<=\.)\d+|(?<=\d)\d*(?:,\d{3})*(?:\.\d+)?))"
_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "half": 0.5, "one half": 0.5, "one-half": 0.5}
# The end of what belongs to a drug: an empty line, a list item, a semicolon, a full stop or comma before a capital.
_END = re.compile(
    r";|\n\s*(?:\n|\d{1,2}[.)]|[-*•#])|,(?:\s*\d{1,2}\.\s|(?=\s+[A-Z\x00]|,))|\.(?=\s+[A-Z\x00]|,)(?<!\b[a-zA-Z]\.)"
)
_COUNT_WORD = "ne "  # "one tablet" has no digit
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"\d\s*(?:-|to)\s*(?:\d|one|two|three)|\b(?:one|two)\s*(?:-|to)\s*(?:two|three)", re.ASCII)
_COUNTED = ("TAB", "CAP", "SUPP", "PTCH")
_MASS = ("mg", "mcg", "g", "mEq", "UNIT", "mL", "mmol")
_AS_NEEDED = "PRN"


class Dose(NamedTuple):
    """What is written; None where nothing is, or where a range or several amounts leave it open."""

    amount: float | None = None
    unit: str | None = None
    route: str | None = None
    frequency: str | None = None


NOTHING = Dose()
_NONE = (None, None, None)


class Near(NamedTuple):
    """A drug: its place, how far what belongs to it may stand before and after, and ways of writing found there."""

    start: int
    end: int
    first: int
    limit: int
    ways: Sequence[tuple[int, int, int]]  # start, end, number in `texts`; by start


class DoseReader:
    """The ways of writing, compiled; those of `texts` are to be looked for by whoever asks."""

    def __init__(self, path: Path) -> None:
        """Read the table; raises SchemaError naming the line that cannot be used."""
        means: dict[str, dict[str, str]] = {"route": {}, "frequency": {}, "unit": {}}
        lines = [
            (n, line) for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if not line.startswith("#")
        ]
        for number, line in lines[1:]:
            fields = line.split("\t")
            if len(fields) != 3 or fields[0] not in means:  # noqa: PLR2004 - kind, means, written
                raise SchemaError(
                    f"{path.name}:{number}: write route, frequency or unit, what it means, how it is written"
                )
            means[fields[0]][fields[2]] = fields[1]
        self._units = means.pop("unit")
        self._phrases = sorted(
            (written, kind, meant) for kind, table in means.items() for written, meant in table.items()
        )
        self.texts = tuple(written for written, _, _ in self._phrases)
        self._routes = {
            written: meant for written, kind, meant in self._phrases if kind == "route" and " " not in written
        }
        self._amount = re.compile(rf"{_NUMBER}(\s*(?:-|to)\s*\d[\d.,]*)?[\s-]*({_any(self._units)})(?![a-z0-9])")
        self._amount_before = re.compile(rf"{self._amount.pattern}\s+(?:of\s+|dose of\s+)?$")
        counts = [written for written, meant in self._units.items() if meant in _COUNTED]
        counted = _any(counts)
        self._stems = tuple(sorted({written[:3] for written in counts}))  # windows without them hold no count
        words = "|".join(sorted(_WORDS, key=len, reverse=True))
        self._count = re.compile(rf"(?:\b({words})\b|{_NUMBER})\s*(?:\(\s*([\d.]+)\s*\))?\s*({counted})\b")

    def read_all(self, pages: Pages, drugs: Spans, ways: Found) -> Coded[Dose]:
        """Return what is written about each drug, first NOTHING; `ways` are those of `texts`, found in the text."""
        page = np.searchsorted(pages.starts, drugs.start, "right") - 1
        first = np.maximum(drugs.start - _BEFORE, pages.starts[page])
        limit = np.minimum(np.append(drugs.start[1:], len(pages.text)), pages.stops[page])
        limit = np.minimum(limit, drugs.end + _WINDOW)
        # Most drugs have nothing beside them that could be read.
        some = np.sort(np.concatenate([ways.start, pages.of(DIGIT)]))
        written = np.searchsorted(some, first) < np.searchsorted(some, limit)
        rest = np.flatnonzero(~written)
        windows = zip(drugs.end[rest].tolist(), limit[rest].tolist(), strict=True)
        written[rest] = [pages.text.find(_COUNT_WORD, end, stop) >= 0 for end, stop in windows]
        near = np.flatnonzero(written)
        low, high = np.searchsorted(ways.start, first[near]), np.searchsorted(ways.start, limit[near])
        places = list(zip(ways.start.tolist(), ways.end.tolist(), ways.number.tolist(), strict=True))
        doses = [NOTHING]
        which = np.zeros(len(page), np.int64)
        columns = (near, drugs.start[near], drugs.end[near], first[near], limit[near], low, high)
        for drug, start, end, begin, stop, i, j in zip(*(column.tolist() for column in columns), strict=True):
            dose = self.read(pages.text, Near(start, end, begin, stop, places[i:j]))
            if dose is not NOTHING:
                which[drug] = len(doses)
                doses.append(dose)
        return Coded(doses, which)

    def read(self, text: str, drug: Near) -> Dose:
        """Return what is written about one drug."""
        _, end, first, last, ways = drug
        stop = _END.search(text, end, last)
        if stop:
            last = stop.start()
        route, frequency = self._how(ways, end, last) if ways else (None, None)
        start = drug.start
        if route is None and ways and start > first:
            blank = text.rfind(" ", first, start - 1)
            route = self._routes.get(text[max(first, blank + 1) : start - 1].lower())
        amount = unit = None
        if _DIGIT.search(text, end, last) or text.find(_COUNT_WORD, end, last) >= 0:
            amount, unit = self._dose(text[end:last].lower())
        if amount is None and _DIGIT.search(text, first, start):
            found = self._amount_before.search(text[first:start].lower())
            if found and not found[2]:
                amount, unit = _number(found[1]), self._unit(found[3])
        return Dose(amount, unit, route, frequency) if (amount, route, frequency) != _NONE else NOTHING

    def _how(self, ways: Sequence[tuple[int, int, int]], begin: int, end: int) -> tuple[str | None, str | None]:
        """Return the first route and the first frequency of a stretch, with PRN where that is written too."""
        route = often = None
        needed = False
        reached = begin
        for start, stop, number in ways:
            if start < begin or stop <= reached or stop > end:
                continue
            reached = stop
            _, kind, meant = self._phrases[number]
            if meant == _AS_NEEDED:
                needed = True
            elif kind == "route":
                route = route or meant
            else:
                often = often or meant
        if needed:
            often = f"{often} {_AS_NEEDED}" if often else _AS_NEEDED
        return route, often

    def _dose(self, window: str) -> tuple[float | None, str | None]:
        """Return the amount: strength times the number of tablets where both are written."""
        strength: tuple[float, str] | None = None
        for found in self._amount.finditer(window):
            unit = self._unit(found[3])
            if found[2]:
                return None, None
            if unit not in _COUNTED:
                strength = _number(found[1]), unit
                break
        count = self._count.search(window) if any(stem in window for stem in self._stems) else None
        if count is None:
            return strength or (None, None)
        if _RANGE.search(window, max(0, count.start() - 8), count.end()):
            return (None, None) if strength is None or strength[1] in _MASS else strength
        number = float(count[3]) if count[3] else _WORDS.get(count[1] or "") or _number(count[2])
        if strength is None:
            return number, self._unit(count[4])
        return (round(strength[0] * number, 6), strength[1]) if strength[1] in _MASS else strength

    def _unit(self, written: str) -> str:
        return self._units.get(written) or self._units[" ".join(re.split(r"[\s/]+", written))]


def _any(written: Iterable[str]) -> str:
    """Make a pattern of phrases, longest first, in which a blank stands for blanks or a slash."""
    return "|".join(re.escape(w).replace(r"\ ", r"[\s/]+") for w in sorted(written, key=lambda w: (-len(w), w)))


def _number(written: str) -> float:
    return float(written.replace(",", ""))
