"""Text made comparable without moving a character.

A folded text is as long as its original: letters lose case and accent, digits stay, everything else is one blank, so
that every word stands between blanks and an offset in one is an offset in the other. Punctuation next to a blank makes
two blanks, which no name bridges by accident.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
# A name may run over a line end with its indentation, or over two blanks; a wider gap is a column, an empty line an
# end.
# Each pattern begins with a literal and then looks back, as a literal is found a hundred times faster than a choice.
_GAPS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (r"\n(?<=\w\n) +(?=\w)", r"-\n(?<=\w-\n) *(?=\w)", r" \n *(?=\w)", r"  (?<=\w  )(?=\w)")
)
_HARD = re.compile(r"[^\w\s'’-]|_")


@cache
def _plain(character: str) -> str:
    """One character for one: the base letter of an accented one, else the character's own lower case."""
    base = unicodedata.normalize("NFD", character)[0]
    for low in (base.lower(), character.lower()):
        if len(low) == 1 and low.isalnum():
            return low
    return character if character.isalnum() else " "


def _ascii(text: str) -> str:
    if not text.isascii():
        for character in sorted(set(text)):
            if character > "\x7f":
                text = text.replace(character, _plain(character))
    return text


def fold(text: str) -> str:
    """Return a text of the same length in lower-case letters and digits, with a blank for everything else."""
    return _ascii(text).translate(_ASCII)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text without the gaps inside wrapped names, and the way back to the offsets of the original."""

    text: str
    starts: tuple[int, ...]  # of the stretches between closed gaps, here
    origins: tuple[int, ...]  # the same, in the untouched text
    shifts: tuple[int, ...]  # their differences

    def place(self, offset: int) -> int:
        """Return where the character at this offset of the untouched text stands here; the inverse of `origin`."""
        if not self.starts:
            return offset
        which = bisect_right(self.origins, offset) - 1
        place = offset - self.shifts[which]
        return min(place, self.starts[which + 1]) if which + 1 < len(self.starts) else place

    def origin(self, offset: int) -> int:
        """Return the offset in the untouched text of the character at this offset."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1] if self.starts else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the untouched text of a stretch that begins and ends with a character of a word."""
        return self.origin(start), self.origin(end - 1) + 1


def _gaps(text: str) -> list[tuple[int, int]]:
    """Find what lies between two words and is more than one character."""
    gaps: list[tuple[int, int]] = []
    for pattern in _GAPS:
        for gap in pattern.finditer(text):
            before, after = gap.span()
            while before and text[before - 1] == " ":
                before -= 1
            if before and text[before - 1] == "-":
                before -= 1
            if before and text[before - 1].isalnum():
                gaps.append((before, after))
    gaps.sort()
    return gaps


def fold_note(text: str) -> Folded:
    """Fold a note and close the gaps (line ends with indentation, double blanks) that a name may run over."""
    text = _ascii(text)
    folded = text.translate(_ASCII)
    if "\r" in text or "\t" in text:
        text = text.replace("\r", " ").replace("\t", " ")
    gaps = _gaps(text)
    if not gaps:
        return Folded(folded, (), (), ())
    pieces: list[str] = []
    starts = [0]
    origins = [0]
    last = length = 0
    for before, after in gaps:
        kept = before + 1  # one blank
        pieces.append(folded[last:kept])
        length += kept - last
        starts.append(length)
        origins.append(after)
        last = after
    pieces.append(folded[last:])
    shifts = (origin - start for origin, start in zip(origins, starts, strict=True))
    return Folded("".join(pieces), tuple(starts), tuple(origins), tuple(shifts))


def key(name: str) -> str:
    """Return how a name looks in a folded text; "" if nothing is left of it."""
    return fold_note(name.strip()).text.strip()


def hard(text: str) -> str:
    """Return the punctuation that a name and its mention must share: all but hyphens, apostrophes and blanks."""
    return "".join(_HARD.findall(text))
