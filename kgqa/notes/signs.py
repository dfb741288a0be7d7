"""Signs right before a mention that doubt or deny it: "?" (also "? of") and "(-)"."""

from __future__ import annotations

import re

import numpy as np

from kgqa.notes.characters import Places, table
from kgqa.notes.pages import Pages
from kgqa.notes.reach import NEGATED, UNCERTAIN

_SIGNED = 12  # characters before a mention in which a sign may stand
_DENIED_SIGN = re.compile(r"(?:\(-\)|\[-\]|\(neg\)) ?$")
_DOUBT_SIGN = re.compile(r"(?<![\w)])\(?\?\)?\s*(?:of\s+|for\s+)?$")
_SIGN = table("?)]")


def signs(pages: Pages, starts: Places) -> Places:
    """Return for each mention the axis that a sign before it sets, or 0."""
    flags = np.zeros(len(starts), np.int64)
    marked = pages.of(_SIGN)
    near = np.searchsorted(marked, starts - _SIGNED) < np.searchsorted(marked, starts)
    for place in np.flatnonzero(near).tolist():
        start = int(starts[place])
        before = pages.text[max(0, start - _SIGNED) : start]
        if _DOUBT_SIGN.search(before):
            flags[place] = UNCERTAIN
        elif _DENIED_SIGN.search(before):
            flags[place] = NEGATED
    return flags
