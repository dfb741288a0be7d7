"""Text made comparable without losing where a character stood.

A folded text has letters without case and accent, digits, and one blank for every other character, so that every word
stands between blanks. Punctuation next to a blank makes two blanks, which no name bridges by accident. Gaps inside a
wrapped name (a line end with its indentation, a hyphen before it, two blanks) are closed to one blank.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np

from kgqa.notes.characters import ALNUM, Codes, Places, past, replaced, spread, table
from kgqa.notes.pages import Pages

_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_FOLDED = bytes(ord(_ASCII.get(code, chr(code))) for code in range(256))
_BLANKS = table(" \t\r")
_FENCE = np.zeros(4, np.uint8)
_TABS = table("\t\r")
_NEWLINE = table("\n")
_BLANK, _HYPHEN = b" -"
# A name may run over a line end with its indentation, or over two blanks; a wider gap is a column, an empty line an
# end.
_GAP = re.compile(r"(?<=[^\W_])(?:-?[ \t\r]*\n[ \t\r]*|[ \t\r]{2})(?=[^\W_])")
_HARD = re.compile(r"[^\w\s'’-]|_")


@cache
def _plain(character: str) -> str:
    """One character for one: the base letter of an accented one, else the character's own lower case."""
    base = unicodedata.normalize("NFD", character)[0]
    for low in (base.lower(), character.lower()):
        if len(low) == 1 and low.isalnum():
            return low
    return character if character.isalnum() else " "


def _byte(character: str) -> int:
    """Stand for a character in a folded text by one byte; letters that are no ASCII share some."""
    code = ord(_plain(character))
    return code if code < 128 else 128 + code % 128  # noqa: PLR2004 - ASCII has 128 codes


def _ascii(text: str) -> str:
    if not text.isascii():
        for character in sorted(set(text)):
            if character > "\x7f":
                text = text.replace(character, _plain(character))
    return text


def fold(text: str) -> str:
    """Return a text of the same length in lower-case letters and digits, with a blank for everything else."""
    return _ascii(text).translate(_ASCII)


def key(name: str) -> str:
    """Return how a name looks in a folded text; "" if nothing is left of it."""
    plain = _ascii(name.strip())
    return _GAP.sub(" ", plain).translate(_ASCII).strip()


def as_bytes(folded: str) -> bytes:
    """Return a folded string as it stands in the bytes of a folded note."""
    return folded.encode() if folded.isascii() else bytes(map(_byte, folded))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text without the gaps inside wrapped names, a byte a character.

    From each of `cuts` on, the characters stood further on by the `shifts` beside it; before the first they stood here.
    """

    text: bytes
    cuts: Places
    shifts: Places

    def origin(self, places: Places) -> Places:
        """Return where characters stood that now stand at these places."""
        origins: Places = places + np.append(0, self.shifts)[np.searchsorted(self.cuts, places, "right")]
        return origins

    def place(self, origins: Places) -> Places:
        """Return where characters stand now; of one in a gap, where the next word begins."""
        cut = np.searchsorted(self.cuts + self.shifts, origins, "right")
        moved = origins - np.append(0, self.shifts)[cut]
        places: Places = np.minimum(moved, np.append(self.cuts, len(self.text))[cut])
        return places


def fold_note(pages: Pages) -> Folded:
    """Fold the text of notes and close the gaps that a name may run over."""
    plain = replaced(pages.text, pages.codes, pages.wide, _byte)
    before, after = map(np.sort, _gaps(pages, plain))
    keep = np.ones(len(plain), np.bool_)
    keep[spread(before + 1, after)] = False  # one blank stays
    shifts = np.cumsum(after - before - 1)
    return Folded(plain[keep].tobytes().translate(_FOLDED), after - shifts, shifts)


def _gaps(pages: Pages, plain: Codes) -> tuple[Places, Places]:
    """Find what lies between two words and is more than one character: where it begins, and where the next word."""
    text = np.concatenate([plain, _FENCE])  # a text is followed by this, and so begins after it too
    lines = pages.of(_NEWLINE)
    before, after = past(text, lines, _BLANKS, -1), past(text, lines, _BLANKS)
    before -= text[before] == _HYPHEN
    blank = plain == _BLANK
    tabs = pages.of(_TABS)
    pairs = np.flatnonzero(blank[1:] & blank[:-1])
    pairs = np.concatenate([pairs, tabs[_BLANKS[text[tabs + 1]]], tabs[text[tabs - 1] == _BLANK] - 1])
    before, after = np.concatenate([before, pairs - 1]), np.concatenate([after, pairs + 2])
    wide = (after - before > 2) & ALNUM[text[before]] & ALNUM[text[after]]  # noqa: PLR2004 - more than one character
    return before[wide] + 1, after[wide]


def hard(text: str) -> str:
    """Return the punctuation that a name and its mention must share: all but hyphens, apostrophes and blanks."""
    return "".join(_HARD.findall(text))
