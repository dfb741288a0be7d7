"""A text as an array with a byte a character, on which what stands beside what is worked out for all places at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Codes: TypeAlias = NDArray[np.uint8]
Places: TypeAlias = NDArray[np.int64]
Table: TypeAlias = NDArray[np.bool_]
_ASCII = 128
_WIDEST = 200  # blanks in a row; more are no indentation


class Spans(NamedTuple):
    """Stretches of a text, in order and without overlap."""

    start: Places
    end: Places


def codes(text: str) -> tuple[Codes, Places]:
    """Return a byte a character and the places of those that are no ASCII, which `replaced` gives a code."""
    made: Codes = np.frombuffer(text.encode("utf-8", "surrogatepass"), np.uint8)
    if len(made) == len(text):
        return made, np.zeros(0, np.int64)
    high = np.flatnonzero(made >= _ASCII)
    more = made[high] & 0xC0 == 0x80  # noqa: PLR2004 - what continues a character in UTF-8
    return np.delete(made, high[more]), (high - np.cumsum(more))[~more]


def replaced(text: str, codes: Codes, wide: Places, stand_in: Callable[[str], int]) -> Codes:
    """Return the codes of a text with what `stand_in` gives for the characters at these places."""
    if not len(wide):
        return codes
    characters = [text[place] for place in wide.tolist()]
    meant = {character: stand_in(character) for character in set(characters)}
    made = codes.copy()
    made[wide] = [meant[character] for character in characters]
    return made


def table(characters: str) -> Table:
    """Return for each code whether it is one of these characters."""
    return np.isin(np.arange(256), [ord(character) for character in characters])


def past(codes: Codes, places: Places, skipped: Table, step: int = 1) -> Places:
    """Return the places moved on over characters of a table; no further than any line is indented."""
    moved = places + step
    moving = np.arange(len(places))
    for _ in range(_WIDEST):
        moving = moving[skipped[codes[moved[moving]]]]
        if not len(moving):
            break
        moved[moving] += step
    return moved


def spread(first: Places, last: Places) -> Places:
    """Return the numbers from each `first` up to its `last`, one range after the other."""
    lengths = last - first
    skipped = first - np.cumsum(lengths) + lengths
    numbers: Places = np.arange(int(lengths.sum())) + np.repeat(skipped, lengths)
    return numbers


def alike(character: str) -> int:
    """Return the code of an ASCII character that every rule about the shape of a text treats like this one."""
    if character.isspace():
        return ord("\v")
    if character.isdecimal():
        return ord("0")
    if character.isalnum():
        return ord("a")
    return ord("*" if character == "•" else "\x02")


ALNUM: Table = np.array([chr(code).isalnum() or code >= _ASCII for code in range(256)])
SPACE: Table = np.array([chr(code).isspace() and code < _ASCII for code in range(256)])
DIGIT = table("0123456789")
LETTER = ALNUM & ~DIGIT
CAPITAL = table("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
