"""MIMIC's placeholders for identifying text, `[**...**]`: hidden before matching, kept with their kind and place.

They may run over lines and hold words that match a vocabulary. Dates in them belong to the patient's shifted calendar,
like every time in the tables, and are read as such.
"""

from __future__ import annotations

import re
from calendar import IllegalMonthError, monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["date", "name", "place", "contact", "number", "age", "other"]
HIDDEN = "[**"  # begins every placeholder
MASK = "\x00"
_PLACEHOLDER = re.compile(r"\[\*\*(.*?)\*\*\]", re.DOTALL)
_NUMERIC_DATE = re.compile(r"\d{4}(?:-\d{1,2}){0,2}|\d{1,2}-\d{1,2}")
_YEAR_DIGITS = 4
# First match counts: "Hospital Ward Name" is a place, "Date range" a date.
_KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("age", ("age over 90", "age over 89")),
    ("date", ("date", "month", "year", "day", "holiday")),
    (
        "place",
        ("hospital", "ward", "location", "address", "street", "country", "state", "university", "company", "po box"),
    ),
    ("contact", ("telephone", "fax", "pager", "phone", "e-mail", "email", "url", "zip")),
    (
        "number",
        ("number", "numeric identifier", "mrn", "md number", "job", "clip", "unit no", "dictator info", "serial"),
    ),
    ("name", ("name", "initial", "doctor", "attending")),
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A stretch of hidden text; `earliest` and `latest` bound a date, if it has a year, in the patient's calendar."""

    start: int
    end: int
    kind: Kind
    earliest: date | None = None
    latest: date | None = None


def mask(text: str) -> str:
    """Return the text with a neutral character for every character of a placeholder; all offsets stay."""
    if HIDDEN not in text:
        return text
    return _PLACEHOLDER.sub(lambda found: MASK * (found.end() - found.start()), text)


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of a text in order, without what they stood for."""
    return tuple(_read(found.start(), found.end(), " ".join(found[1].split())) for found in _PLACEHOLDER.finditer(text))


def _read(start: int, end: int, inside: str) -> Placeholder:
    if _NUMERIC_DATE.fullmatch(inside):
        return Placeholder(start, end, "date", *_bounds(inside))
    low = inside.lower()
    for kind, words in _KINDS:
        if any(word in low for word in words):
            return Placeholder(start, end, kind)
    return Placeholder(start, end, "number" if low.replace(" ", "").isdigit() else "other")


def _bounds(inside: str) -> tuple[date | None, date | None]:
    """Read a date; without a year, or with a month or day that no calendar has, it bounds nothing."""
    year, *rest = inside.split("-")
    try:
        if len(year) < _YEAR_DIGITS:
            return None, None
        if not rest:
            return date(int(year), 1, 1), date(int(year), 12, 31)
        month = int(rest[0])
        if len(rest) == 1:
            return date(int(year), month, 1), date(int(year), month, monthrange(int(year), month)[1])
        day = date(int(year), month, int(rest[1]))
    except (ValueError, IllegalMonthError):
        return None, None
    return day, day
