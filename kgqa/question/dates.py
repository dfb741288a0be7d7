"""Dates as names say them: of admissions, stays and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "|".join(_MONTHS)
_YEAR = re.compile(rf"(\b(?:{_MONTH}) |\b(?=\d{{4}}-\d\d-\d\d\b))(\d{{4}})\b")
_SPAN = re.compile(rf"(?:(\d\d?)(?: ({_MONTH}))?(?: (\d{{4}}))? to )?\b(\d\d?) ({_MONTH}) (\d{{4}})\b")
_LEAP_DAY = re.compile(r"\b29 February\b|-02-29\b")


def is_dated(slot: Mapping[str, Any]) -> bool:
    """Tell whether a slot says a date: swapped alone, it would contradict the other dates of its question."""
    return _YEAR.search(_told(slot)) is not None


def year_of(slot: Mapping[str, Any]) -> int | None:
    """Return the first year that a slot says."""
    found = _YEAR.search(_told(slot))
    return int(found[2]) if found else None


def moved(slot: Mapping[str, Any], years: int) -> dict[str, Any] | None:
    """Return a slot with its dates moved by years; None where a 29 February would fall into a year without one."""

    def shifted(told: Any) -> Any:
        if isinstance(told, Mapping):
            return {key: shifted(value) for key, value in told.items()}
        return _YEAR.sub(lambda m: f"{m[1]}{int(m[2]) + years:04}", told) if isinstance(told, str) else told

    leaps = years % 4 and any(_LEAP_DAY.search(str(told)) for told in slot.values())
    return None if leaps else shifted(slot)


def overlap(one: str, other: str) -> bool:
    """Tell whether two names say spans of days that have a day in common; False where one says none."""
    first, second = _span(one), _span(other)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def _span(name: str) -> tuple[date, date] | None:
    found = _SPAN.search(name)
    if found is None:
        return None
    day, month, year, last_day, last_month, last_year = found.groups()
    try:
        last = date(int(last_year), _MONTHS.index(last_month) + 1, int(last_day))
        first = date(int(year or last_year), _MONTHS.index(month or last_month) + 1, int(day)) if day else last
    except ValueError:
        return None
    return first, last


def _told(slot: Mapping[str, Any]) -> str:
    return str(slot.get("name", slot.get("value")))
