"""Dose, unit, route and frequency written beside a drug.

What stands after the drug counts, up to the next drug, list item or sentence; an amount or a route may also stand right
before it ("20 mg of furosemide", "IV vancomycin"). The ways of writing are in data/notes/sig.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kgqa.errors import SchemaError
from kgqa.notes.fold import Folded
from kgqa.notes.match import Strings

_WINDOW = 120  # characters after a drug
_BEFORE = 30
_SHORTEST = 2  # characters that can hold a route
_NUMBER = r"(?<![\d.,/])(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)"
_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "half": 0.5, "one half": 0.5, "one-half": 0.5}
# The end of what belongs to a drug: an empty line, a list item, a semicolon, a full stop or comma before a capital.
_END = re.compile(
    r"[;.,\n](?:(?<=;)|(?<=\n)\s*(?:\n|\d{1,2}[.)]|[-*•#])|(?<=,)\s*\d{1,2}\.\s"
    r"|(?<!\b[a-zA-Z]\.)(?<=[.,])(?=\s+[A-Z\x00]|,))"
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


class DoseReader:
    """The ways of writing, compiled. It holds an automaton and cannot be pickled."""

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
        self._strings = Strings([written for written, _, _ in self._phrases])
        self._routes = {
            written: meant for written, kind, meant in self._phrases if kind == "route" and " " not in written
        }
        self._amount = re.compile(rf"{_NUMBER}(\s*(?:-|to)\s*\d[\d.,]*)?[\s-]*({_any(self._units)})(?![a-z0-9])")
        self._amount_before = re.compile(rf"{self._amount.pattern}\s+(?:of\s+|dose of\s+)?$")
        counted = _any(written for written, meant in self._units.items() if meant in _COUNTED)
        words = "|".join(sorted(_WORDS, key=len, reverse=True))
        self._count = re.compile(rf"(?:\b({words})\b|{_NUMBER})\s*(?:\(\s*([\d.]+)\s*\))?\s*({counted})\b")

    def read(self, text: str, folded: Folded, start: int, end: int, limit: int) -> Dose:
        """Return what is written about the drug at `start` to `end`, no further than `limit` (the next drug)."""
        last = min(limit, end + _WINDOW)
        stop = _END.search(text, end, last)
        if stop:
            last = stop.start()
        route, frequency = self._how(folded, end, last) if last - end > _SHORTEST else (None, None)
        begin = start - _BEFORE if start > _BEFORE else 0
        if route is None and start > 1:
            route = self._routes.get(text[text.rfind(" ", begin, start - 1) + 1 : start - 1].lower())
        amount = unit = None
        if _DIGIT.search(text, end, last) or text.find(_COUNT_WORD, end, last) >= 0:
            amount, unit = self._dose(text[end:last].lower())
        if amount is None and _DIGIT.search(text, begin, start):
            found = self._amount_before.search(text[begin:start].lower())
            if found and not found[2]:
                amount, unit = _number(found[1]), self._unit(found[3])
        return Dose(amount, unit, route, frequency) if (amount, route, frequency) != _NONE else NOTHING

    def _how(self, folded: Folded, begin: int, end: int) -> tuple[str | None, str | None]:
        """Return the first route and the first frequency of a stretch, with PRN where that is written too."""
        first: dict[str, str] = {}
        needed = False
        reached = 0
        for _, minus_end, number in self._strings.places(folded.text[folded.place(begin) : folded.place(end)]):
            if -minus_end <= reached:
                continue
            reached = -minus_end
            _, kind, meant = self._phrases[number]
            if meant == _AS_NEEDED:
                needed = True
            else:
                first.setdefault(kind, meant)
        often = first.get("frequency")
        if needed:
            often = f"{often} {_AS_NEEDED}" if often else _AS_NEEDED
        return first.get("route"), often

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
        count = self._count.search(window)
        if count is None:
            return strength or (None, None)
        if _RANGE.search(window, max(0, count.start() - 8), count.end()):
            return (None, None) if strength is None or strength[1] in _MASS else strength
        number = float(count[3]) if count[3] else _WORDS.get(count[1] or "") or _number(count[2])
        if strength is None:
            return number, self._unit(count[4])
        return (round(strength[0] * number, 6), strength[1]) if strength[1] in _MASS else strength

    def _unit(self, written: str) -> str:
        return self._units[" ".join(re.split(r"[\s/]+", written))]


def _any(written: Iterable[str]) -> str:
    """Make a pattern of phrases, longest first, in which a blank stands for blanks or a slash."""
    return "|".join(re.escape(w).replace(r"\ ", r"[\s/]+") for w in sorted(written, key=lambda w: (-len(w), w)))


def _number(written: str) -> float:
    return float(written.replace(",", ""))
