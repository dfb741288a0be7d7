"""Several notes as one text, so that what costs something once a text is paid once for many notes.

Between two notes stand a mark, which nothing that is looked for runs over, and a line end.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from kgqa.notes.characters import Codes, alike, codes
from kgqa.notes.placeholders import mask

END = "\x01"
_BREAK = END + "\n"
_CONTROL = "\x02"  # stands for the mark where a note holds it itself: no rule tells the two characters apart


class Pages(NamedTuple):
    """The masked text of notes, its characters by what they are alike, and where each note begins and ends in it."""

    text: str
    codes: Codes
    starts: list[int]
    stops: list[int]


def join(texts: Sequence[str]) -> Pages:
    """Mask and join texts; an offset in one is an offset in the joined text less the text's start."""
    masked = [mask(text).replace(END, _CONTROL) for text in texts]
    starts = [0, *accumulate(len(text) + len(_BREAK) for text in masked)][:-1]
    joined = _BREAK.join(masked)
    stops = [start + len(text) for start, text in zip(starts, masked, strict=True)]
    return Pages(joined, codes(joined, alike), starts, stops)
