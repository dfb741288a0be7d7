"""Several notes as one text, so that what costs something once a text is paid once for many notes.

Between two notes stand a mark, which nothing that is looked for runs over, and a line end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kgqa.notes.characters import Codes, Places, alike, codes
from kgqa.notes.placeholders import mask

END = "\x01"
_BREAK = END + "\n"
_CONTROL = "\x02"  # stands for the mark where a note holds it itself: no rule tells the two characters apart


class Pages(NamedTuple):
    """The masked text of notes, its characters by what they are alike, and where each note begins and ends in it."""

    text: str
    codes: Codes
    starts: Places
    stops: Places


def join(texts: Sequence[str]) -> Pages:
    """Mask and join texts; an offset in one is an offset in the joined text less the text's start."""
    joined = _BREAK.join([mask(text).replace(END, _CONTROL) for text in texts])
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    stops = np.cumsum(lengths + len(_BREAK)) - len(_BREAK)
    return Pages(joined, codes(joined, alike), stops - lengths, stops)
