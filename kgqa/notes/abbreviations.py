"""Short forms that a note explains itself: "congestive heart failure (CHF)" or "CHF (congestive heart failure)".

The rule is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 2003: the letters of the short form occur in order in the long form, and its
first letter begins the long form's first word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_INSIDE = re.compile(r"\(([^()\n]{2,80})\)")
_SHORT = re.compile(r"[A-Za-z0-9][A-Za-z0-9/+-]{1,9}")
_FIRST = re.compile(r"[;,] ")
_WORD = re.compile(r"[^\s(),;:]+")


class Definition(NamedTuple):
    """A short form and the long form that explains it, as offsets in the text."""

    short: str
    long_start: int
    long_end: int


def is_short(text: str) -> bool:
    """Say whether a text can be a short form: up to ten letters, digits and signs, a capital among them."""
    return bool(_SHORT.fullmatch(text)) and any(map(str.isupper, text))


def _long_start(short: str, text: str, start: int, end: int) -> int:
    """Where the long form begins that ends at `end` and lies after `start`; -1 if the letters do not fit."""
    place = end
    for position in range(len(short) - 1, -1, -1):
        letter = short[position].lower()
        if not letter.isalnum():
            continue
        place -= 1
        while place >= start and (
            text[place].lower() != letter or (position == 0 and place > start and text[place - 1].isalnum())
        ):
            place -= 1
        if place < start:
            return -1
    return place


def definitions(text: str, start: int = 0, stop: int | None = None) -> list[Definition]:
    """Return the short forms that a stretch of a text explains, in order; a later explanation of one also stands."""
    found: list[Definition] = []
    for bracket in _INSIDE.finditer(text, start, len(text) if stop is None else stop):
        inside = bracket[1]
        short = _FIRST.split(inside, 1)[0].strip()
        before_end = bracket.start()
        while before_end > start and text[before_end - 1].isspace():
            before_end -= 1
        if is_short(short):
            most = min(len(short) + 5, len(short) * 2)
            window = max(start, before_end - 12 * most)
            words = [word.start() for word in _WORD.finditer(text, window, before_end)][-most:]
            begin = _long_start(short, text, words[0], before_end) if words else -1
            if begin >= 0 and before_end - begin > len(short) and short not in text[begin:before_end].split():
                found.append(Definition(short, begin, before_end))
        elif " " in inside or "-" in inside:
            before = text[max(start, before_end - 12) : before_end].split()
            short = before[-1].strip(".,;:") if before else ""
            if is_short(short) and len(inside.split()) <= min(len(short) + 5, len(short) * 2):
                begin = _long_start(short, text, bracket.start(1), bracket.end(1))
                if begin == bracket.start(1):
                    found.append(Definition(short, begin, bracket.end(1)))
    return found
