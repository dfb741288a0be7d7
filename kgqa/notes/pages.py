"""Several notes as one text, so that what costs something once a text is paid once for many notes.

Between two notes stand a mark, which nothing that is looked for runs over, and a line end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kgqa.notes.characters import LETTER, Codes, Places, Table, alike, codes, replaced, table
from kgqa.notes.placeholders import HIDDEN, mask

END = "\x01"
_BREAK = END + "\n"
_MARKS = (~(LETTER | table(" "))).tobytes()
_CONTROL = "\x02"  # stands for the mark where a note holds it itself: no rule tells the two characters apart


class Pages(NamedTuple):
    """The masked text of notes, and where each note begins and ends in it.

    `codes` are its characters by what they are alike, `wide` the places of those that are no ASCII, and `marks` those
    of all that are neither letters nor the blank.
    """

    text: str
    codes: Codes
    wide: Places
    marks: Places
    kinds: Codes  # codes of the marks
    starts: Places
    stops: Places

    def of(self, signs: Table) -> Places:
        """Return the places of some of the marks, in order."""
        return self.marks[signs[self.kinds]]


def join(texts: Sequence[str]) -> Pages:
    """Mask and join texts; an offset in one is an offset in the joined text less the text's start."""
    joined = _BREAK.join(texts)
    if HIDDEN in joined or joined.count(END) >= len(texts):
        joined = _BREAK.join([mask(text).replace(END, _CONTROL) for text in texts])
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    stops = np.cumsum(lengths + len(_BREAK)) - len(_BREAK)
    plain, wide = codes(joined)
    known = replaced(joined, plain, wide, alike)
    # Few characters are marks: whoever looks for some is spared the others.
    marks = np.flatnonzero(np.frombuffer(known.tobytes().translate(_MARKS), np.bool_))
    return Pages(joined, known, wide, marks, known[marks], stops - lengths, stops)
