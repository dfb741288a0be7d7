"""The wordings of a source's file in plain Python: what a node's name must be, worked out apart from the load's SQL.

Only the proof that reads source rows again uses this; kgqa/load/names.py writes the same as SQL. The two share the
reading of the wordings and no rule, so that a slip in one shows against the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from kgqa.load.names import NON_FORMULARY, TALL_MAN_LENGTH, Field, Wording, Words

Raw = str | int | float | datetime | date
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def name(wordings: Sequence[Wording], words: Words, row: Mapping[str, Raw | None]) -> str | None:
    """Return the first wording whose columns are all there, filled in; None where none of them is."""
    for wording in wordings:
        if all(row[column] is not None for field in wording.fields for column in field.columns):
            return "".join(piece if isinstance(piece, str) else _said(piece, words, row) for piece in wording.pieces)
    return None


def _said(field: Field, words: Words, row: Mapping[str, Raw | None]) -> str:
    value, other = row[field.column], row.get(field.other)
    if field.filter in _MOMENTS:
        return _MOMENTS[field.filter](_instant(value), _instant(value if other is None else other))
    text = str(value)
    if field.filter in ("word", "term", "sentence") and text in words.translated.get(field.column, {}):
        return words.translated[field.column][text]
    match field.filter:
        case "drug":
            text = _drug(text)
        case "term":
            text = _lower(text, words)
        case "sentence" if text == text.upper():
            lower = _lower(text, words)
            text = lower[:1].upper() + lower[1:]
        case "icd9":
            text = _dotted(text, 4 if text.startswith("E") else 3)
        case "icd9_procedure":
            text = _dotted(text, 2)
        case "in":
            where = words.translated.get(field.other, {}).get(str(other), str(other))
            text = text if text.lower().endswith(where.lower()) else f"{text} ({where})"
    return text


def _instant(value: Raw | None) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 (MIMIC's times have no zone)
    raise TypeError("a time or a date is needed")


def _day(value: datetime) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def _minute(value: datetime) -> str:
    return f"{_day(value)} at {value:%H:%M}"


def _days(start: datetime, end: datetime) -> str:
    first = f"{start.day}"
    if start.date() == end.date():
        return _day(start)
    if (start.year, start.month) != (end.year, end.month):
        first = _day(start) if start.year != end.year else f"{start.day} {_MONTHS[start.month - 1]}"
    return f"{first} to {_day(end)}"


def _minutes(start: datetime, end: datetime) -> str:
    last = f"{end:%H:%M}" if start.date() == end.date() else _minute(end)
    return f"{_minute(start)} to {last}"


_MOMENTS: Mapping[str, Callable[[datetime, datetime], str]] = {
    "day": lambda start, _: _day(start),
    "minute": lambda start, _: _minute(start),
    "days": _days,
    "minutes": _minutes,
}


def _drug(text: str) -> str:
    tidy = re.sub(" +", " ", text.replace(NON_FORMULARY, "")).strip(" ")
    usual = re.sub("[A-Za-z]+", lambda word: _usual_case(word[0]), tidy)
    return usual[:1].upper() + usual[1:]


def _usual_case(word: str) -> str:
    tall = len(word) >= TALL_MAN_LENGTH and any("A" <= letter <= "Z" for letter in word[1:])
    return word.capitalize() if tall else word


def _lower(text: str, words: Words) -> str:
    pieces = re.findall("[A-Za-z.]+|[^A-Za-z.]+", text)
    return "".join(piece if piece in words.keep else piece.lower() for piece in pieces)


def _dotted(code: str, digits: int) -> str:
    return f"{code[:digits]}.{code[digits:]}" if len(code) > digits else code
