"""Short forms read as the long forms that their note explains them by, wherever they stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping

import numpy as np

from kgqa.notes.abbreviations import definitions
from kgqa.notes.characters import table
from kgqa.notes.match import Found
from kgqa.notes.pages import Pages

_BRACKET = table("(")
_FOLLOWS = re.compile(r"\s*\([^)]*\)\s*([\w-]+)")


def with_short_forms(pages: Pages, names: Found, entry_of: Callable[[str], int | None]) -> Found:
    """Return the names with the explained short forms among them, each numbered ~i for the entry i that it stands for.

    `entry_of` gives the entry of a name as written, None for what is none.
    """
    kept = np.ones(len(names.start), np.bool_)
    shorts: list[tuple[int, int, int]] = []
    brackets = pages.of(_BRACKET)  # nothing is explained without one
    some = np.searchsorted(brackets, pages.starts) < np.searchsorted(brackets, pages.stops)
    for start, stop in zip(pages.starts[some].tolist(), pages.stops[some].tolist(), strict=True):
        meaning = _meanings(pages.text, start, stop, names, entry_of)
        if not meaning:
            continue
        first, last = np.searchsorted(names.start, (start, stop)).tolist()
        free: list[tuple[int, int]] = []
        for place in range(first, last):
            span = int(names.start[place]), int(names.end[place])
            kept[place] = pages.text[slice(*span)] not in meaning
            if kept[place]:
                free.append(span)
        any_short = "|".join(re.escape(short) for short in sorted(meaning, key=lambda short: (-len(short), short)))
        for found in re.compile(rf"(?<!\w)({any_short})s?(?!\w)").finditer(pages.text, start, stop):
            before = bisect_left(free, found.end(), key=lambda span: span[0]) - 1
            if before < 0 or free[before][1] <= found.start():
                shorts.append((*found.span(), ~meaning[found[1]]))
    columns = np.array(shorts, np.int64).reshape(-1, 3).T
    whole = Found(*(np.append(old[kept], new) for old, new in zip(names, columns, strict=True)))
    return whole.only(np.argsort(whole.start))


def _meanings(
    text: str, start: int, stop: int, names: Found, entry_of: Callable[[str], int | None]
) -> Mapping[str, int]:
    """Return the short forms that a note explains by a name, and that name's entry."""
    meaning: dict[str, int] = {}
    for short, begin, end in definitions(text, start, stop):
        place = int(np.searchsorted(names.end, end))
        if place < len(names.end) and names.end[place] == end and names.start[place] <= begin + 1:
            entry: int | None = int(names.number[place])
        else:  # "von Hippel-Lindau (VHL) disease" is named by what stands around the bracket
            follows = _FOLLOWS.match(text, end)
            entry = entry_of(f"{text[begin:end]} {follows[1]}") if follows else None
        if entry is not None:
            meaning.setdefault(short, entry)
    return meaning
