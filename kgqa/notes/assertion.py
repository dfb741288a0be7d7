"""What the words around a mention say of it: denied, doubted, past, not yet so, or somebody else's.

The phrases and their reach are in data/notes/triggers.tsv, with the format and the papers that the method follows. The
judgement is about spans: who found them does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kgqa.errors import SchemaError
from kgqa.notes.characters import Places, Spans, spread
from kgqa.notes.fold import Folded
from kgqa.notes.match import Found, Strings
from kgqa.notes.pages import Pages
from kgqa.notes.reach import (
    AXES,
    ENDS,
    FAR,
    HISTORICAL,
    HYPOTHETICAL,
    KINDS,
    NEGATED,
    UNCERTAIN,
    Cues,
    Windows,
    reached,
)
from kgqa.notes.signs import signs

_BIT = {axis: 1 << place for place, axis in enumerate(AXES)}
_ALL = NEGATED | UNCERTAIN | HISTORICAL | HYPOTHETICAL
_REACHES = ("forward", "backward", "touching")
_ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
_LONGEST = 1000  # characters; a longer sentence is a text without stops, of which only the surroundings count


class Phrase(NamedTuple):
    """A line of the lexicon, expanded: `bits` are the axes it sets, or for an end those whose reach it stops."""

    text: str
    kind: str  # forward, backward, touching, affirmed, end, end_after, pseudo
    bits: int
    words: int  # 0: the whole sentence


def expanded(pattern: str) -> list[str]:
    """Return the phrases that a pattern with [a|b|] alternatives stands for."""
    pieces = _ALTERNATIVES.split(pattern)
    choices = [piece.split("|") if place % 2 else [piece] for place, piece in enumerate(pieces)]
    phrases = {" ".join("".join(choice).split()) for choice in product(*choices)} - {""}
    # Folding leaves a blank for the comma, and so two before the word that follows it.
    return sorted(phrase.removeprefix(",") for phrase in phrases)


def read_phrases(path: Path) -> list[Phrase]:
    """Read the lexicon; raises SchemaError naming the line that cannot be used."""
    phrases: list[Phrase] = []
    lines = [(n, line) for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if not line.startswith("#")]
    for number, line in lines[1:]:
        try:
            axis, reach, words, pattern = line.split("\t")
            phrases.extend(_line(axis, reach, 0 if words == "-" else int(words), pattern))
        except (ValueError, KeyError):
            what = "write axis, reach, words and phrase as the head of the file says"
            raise SchemaError(f"{path.name}:{number}: {what}") from None
    return phrases


def _line(axis: str, reach: str, words: int, pattern: str) -> Iterator[Phrase]:
    if axis in ("pseudo", "affirmed"):
        kind, bits = axis, 0
    elif axis in ENDS:
        kind, bits = axis, _ALL if reach == "all" else sum(_BIT[name] for name in reach.split())
    else:
        kind, bits = _REACHES[_REACHES.index(reach)], sum(_BIT[name] for name in axis.split("+"))
    return (Phrase(text, kind, bits, words) for text in expanded(pattern))


class Lexicon:
    """The phrases. It holds an automaton and cannot be pickled: build it once, then fork."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        """Take the phrases; lines that share a phrase all count."""
        by_text: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            by_text.setdefault(phrase.text, []).append(phrase)
        self.texts = tuple(sorted(by_text))
        self._strings = Strings(self.texts)
        lines = [sorted(by_text[text], key=lambda line: line.kind in ENDS) for text in self.texts]
        self._hides = np.array([any(line.kind not in ENDS for line in some) for some in lines], np.bool_)
        self._speaks = np.array([any(line.kind in _REACHES for line in some) for some in lines], np.bool_)
        self._count = np.array([len(some) for some in lines], np.int64)
        self._first = np.cumsum(self._count) - self._count
        flat = [(KINDS.index(line.kind), line.bits, line.words) for some in lines for line in some]
        self._lines = np.array(flat, np.int64).reshape(-1, 3)

    def judge(self, pages: Pages, folded: Folded, ends: Places, spans: Spans) -> Places:
        """Return for each span the axes that hold, as bits.

        `folded` is the text of the pages, `ends` are the ends of the sentences. All are in order; spans do not overlap.
        """
        flags = signs(pages, spans.start)
        if not len(flags):
            return flags
        windows = _windows(ends, spans)
        # Most phrases stand in sentences that name nothing.
        phrases = self._strings.find_in(folded, windows.low, windows.high)
        speaking = phrases.start[self._speaks[phrases.number]]
        heard = np.searchsorted(speaking, windows.low) < np.searchsorted(speaking, windows.high)
        windows = Windows(*(column[heard] for column in windows))
        return flags | reached(pages, self._cues(phrases, windows, spans), windows, spans)

    def _cues(self, phrases: Found, windows: Windows, spans: Spans) -> Cues:
        """Keep the phrases of a window that are neither inside a longer one (ends hide nothing) nor inside a span."""
        first, last = np.searchsorted(phrases.start, windows.low), np.searchsorted(phrases.start, windows.high)
        start, end, number = phrases.only(spread(first, last))
        window = np.repeat(np.arange(len(first)), last - first)
        # Windows are set so far apart that nothing in one hides anything in the next.
        place = window * FAR + end
        hiding = np.maximum.accumulate(np.where(self._hides[number], place, 0))
        kept = place > np.concatenate([[0], hiding])[:-1]
        span = np.searchsorted(spans.start, start, "right") - 1
        mine = (span >= windows.first[window]) & (span < windows.last[window])
        kept &= ~(mine & (end <= spans.end[span]))
        number = number[kept]
        lines = spread(self._first[number], self._first[number] + self._count[number])
        count = self._count[number]
        window, start, end = (np.repeat(column[kept], count) for column in (window, start, end))
        return Cues(window, start, end, *self._lines[lines].T)


def _windows(ends: Places, spans: Spans) -> Windows:
    """Return the sentences that hold spans; of a sentence without end the surroundings of some spans at a time."""
    bounds = np.concatenate([[0], ends])
    which = np.searchsorted(ends, spans.start, "right")
    first = np.flatnonzero(np.diff(which, prepend=-1))
    last = np.append(first[1:], len(which))
    low, high = bounds[which[first]], bounds[which[first] + 1]
    windows = Windows(low, high, first, last)
    if not (high - low > _LONGEST).any():
        return windows
    return Windows(*np.array([cut for window in zip(*windows, strict=True) for cut in _cut(*window, spans)]).T)


def _cut(low: int, high: int, first: int, last: int, spans: Spans) -> Iterator[tuple[int, int, int, int]]:
    if high - low <= _LONGEST:
        yield low, high, first, last
        return
    while first < last:
        start = int(spans.start[first])
        end = min(high, start + _LONGEST // 2)
        beyond = min(last, int(np.searchsorted(spans.start, end)))
        yield max(low, start - _LONGEST // 2), end, first, beyond
        first = beyond
