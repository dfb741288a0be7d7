"""Whether words in a note are a name of a concept, worked out from the name and apart from the look-up.

A question that rests on a mention is proven by this: the words, read again from the source, must be a way of writing
one of the concept's names, or a short form that a table or the note itself says stands for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kgqa.notes.abbreviations import definitions
from kgqa.notes.fold import key
from kgqa.notes.placeholders import mask
from kgqa.notes.tables import read_aliases
from kgqa.notes.variants import variants

_WORD = re.compile(r"\w\S*")
_MOST = 8  # words of a name that begins before the long form that a note explains
_AFTER = re.compile(r"\s*\([^)]*\)\s*([\w-]+)")


def written(names: Iterable[str]) -> frozenset[str]:
    """Return how names are written, folded."""
    return frozenset(key(way) for name in names for way in variants(name))


def meanings(text: str, start: int, end: int) -> frozenset[str]:
    """Return the folded names that the words of a note from `start` to `end` may be, its short forms spelled out."""
    surface = text[start:end]
    own = {key(surface)}
    for definition in definitions(mask(text)):
        if definition.short in (surface, surface.removesuffix("s")):
            own |= _long_forms(text, definition.long_start, definition.long_end)
    table = _aliases()
    return frozenset(own.union(*(table.get(string, frozenset()) for string in own)))


def _long_forms(text: str, start: int, end: int) -> set[str]:
    """Return a long form with words before it, as many as a name may have, and with the word after it."""
    after = _AFTER.match(text, end)
    starts = [word.start() for word in _WORD.finditer(text, max(0, start - 200), end)]
    found = {key(text[begin:end]) for begin in starts if begin <= start + 1}
    last = sorted(found, key=len)[:_MOST]
    return {*last, key(text[start:end]), *([key(f"{text[start:end]} {after[1]}")] if after else [])}


@cache
def _aliases() -> Mapping[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for alias in read_aliases():
        meant = frozenset(map(key, alias.means))
        for way in variants(alias.name):
            table[key(way)] = table.get(key(way), frozenset()) | meant
    return table
