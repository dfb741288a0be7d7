"""How far a phrase that denies, doubts or dates reaches in its sentence, and which mentions it therefore speaks of.

Most phrases reach forward; those are worked out for all sentences at once. The few that reach backward stop at commas,
and their order counts, so they are followed one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from kgqa.notes.characters import SPACE, Places, Spans, Table, spread, table
from kgqa.notes.pages import Pages

AXES = ("negated", "uncertain", "historical", "hypothetical", "family", "other")
NEGATED, UNCERTAIN, HISTORICAL, HYPOTHETICAL, FAMILY, OTHER = (1 << place for place in range(6))
KINDS = ("forward", "backward", "touching", "affirmed", "end", "end_after", "pseudo")
FORWARD, BACKWARD, TOUCHING, AFFIRMED, END, END_AFTER, _ = range(7)
ENDS = ("end", "end_after")
FAR = 1 << 40  # more characters than notes that are read together have: sets windows apart
_TOUCH = 2  # characters between a mention and a phrase that touches it
_CLOSING = table(",.;)")
_ASKING = table(":-?")
_LIST_END = re.compile(r"\b(?:and|or|nor|and/or)\b", re.IGNORECASE)


class Windows(NamedTuple):
    """Stretches of text that are judged together, and the first and last (exclusive) of the spans in each."""

    low: Places
    high: Places
    first: Places
    last: Places


class Cues(NamedTuple):
    """Phrases by their window and place, each with its kind, the axes it sets or ends, and its words."""

    window: Places
    start: Places
    end: Places
    kind: Places
    bits: Places
    words: Places

    def only(self, which: Places) -> Cues:
        """Return some of them."""
        return Cues(*(column[which] for column in self))


class _Pairs(NamedTuple):
    """A phrase and a mention that it may reach."""

    cue: Places
    span: Places
    bits: Places


def reached(pages: Pages, cues: Cues, windows: Windows, spans: Spans) -> Places:
    """Return for each span the axes that phrases set, as bits."""
    flags = np.zeros(len(spans.start), np.int64)
    forward = cues.kind == FORWARD
    answers = _answers(pages, cues, windows, forward)
    # A phrase that a comma or a stop follows does not go forward.
    closed = _CLOSING[pages.codes[np.minimum(cues.end, len(pages.codes) - 1)]] & (cues.end < len(pages.codes))
    pairs = _forward(pages.text, cues, np.flatnonzero(forward & ~answers & ~closed), windows, spans)
    np.bitwise_or.at(flags, pairs.span, pairs.bits)
    # A phrase that goes forward to a span stands before all that go backward to it.
    few = np.flatnonzero((cues.kind == BACKWARD) | (cues.kind == TOUCHING) | answers)
    for cue, span, bits in _one_by_one(pages.text, cues, few, windows, spans):
        if bits == NEGATED and cues.kind[cue] != TOUCHING:
            flags[span] &= ~UNCERTAIN  # "suspected sepsis was ruled out": the answer settles the question
        flags[span] |= bits
    return flags


def _answers(pages: Pages, cues: Cues, windows: Windows, forward: Table) -> Table:
    """Say which phrases that else go forward end their sentence after a colon or dash: "Chest pain: no"."""
    codes = pages.codes
    before = codes[cues.start - 1]
    before = np.where(SPACE[before], codes[cues.start - 2], before)
    answers = forward & (_ASKING[before] | SPACE[before])
    some = np.flatnonzero(answers)
    window = cues.window[some]
    columns = (some, windows.low[window], cues.start[some], cues.end[some], windows.high[window])
    for cue, low, start, end, high in zip(*(column.tolist() for column in columns), strict=True):
        left = pages.text[low:start].rstrip()[-1:]
        answers[cue] = left in (":", "-", "?") and not pages.text[end:high].strip(" .,;)\n\r\t")
    return answers


def _forward(text: str, cues: Cues, which: Places, windows: Windows, spans: Spans) -> _Pairs:
    """Pair phrases with the spans that begin after them in their window, as far as they reach."""
    window = cues.window[which]
    first = np.maximum(windows.first[window], np.searchsorted(spans.start, cues.start[which], "right"))
    last = np.maximum(first, windows.last[window])
    cue, span = np.repeat(which, last - first), spread(first, last)
    near = np.ones(len(cue), np.bool_)
    pairs = np.flatnonzero(cues.words[cue])
    columns = (pairs, cues.end[cue[pairs]], spans.start[span[pairs]], cues.words[cue[pairs]])
    for pair, low, high, words in zip(*(column.tolist() for column in columns), strict=True):
        near[pair] = len(text[low:high].split()) <= words
    cue, span = cue[near], span[near]
    bits = cues.bits[cue].copy()
    base = cues.window[cue] * FAR
    places = cues.window * FAR + cues.start
    ends = (cues.kind == END) | (cues.kind == END_AFTER)
    for axis in (NEGATED, UNCERTAIN, HISTORICAL, HYPOTHETICAL, FAMILY, OTHER):
        stops = places[ends & (cues.bits & axis > 0)]
        held = np.flatnonzero(bits & axis)
        from_ = np.searchsorted(stops, base[held] + cues.end[cue[held]])
        to = np.searchsorted(stops, base[held] + spans.start[span[held]])
        bits[held[from_ < to]] &= ~axis
    affirming = places[cues.kind == AFFIRMED]
    first = np.searchsorted(affirming, base + spans.end[span])
    last = np.searchsorted(affirming, base + FAR)
    for pair in np.flatnonzero((bits & NEGATED > 0) & (first < last)).tolist():
        begins = (affirming[first[pair] : last[pair]] - base[pair]).tolist()
        start, end = int(spans.start[span[pair]]), int(spans.end[span[pair]])
        if _affirmed(text, int(cues.end[cue[pair]]), start, end, begins):
            bits[pair] &= ~NEGATED
    return _Pairs(cue, span, bits)


def _affirmed(text: str, denied: int, start: int, end: int, begins: list[int]) -> bool:
    """Say whether the mention is affirmed after the comma that closed the denial: "no effusion, opacities are seen".

    `begins` is where phrases that affirm stand after the mention.
    """
    comma = text.rfind(",", denied, start)
    if comma < 0 or _LIST_END.search(text, comma, start):
        return False
    return any("," not in text[end:begin] for begin in begins) and not _LIST_END.search(text, end, end + 5)


def _one_by_one(text: str, cues: Cues, which: Places, windows: Windows, spans: Spans) -> Iterator[tuple[int, int, int]]:
    """Yield phrase, span and axes for phrases that go backward or only touch."""
    ends = cues.only(np.flatnonzero(cues.kind == END))
    every_end = list(zip(ends.start.tolist(), ends.end.tolist(), ends.bits.tolist(), strict=True))
    every_span = list(zip(spans.start.tolist(), spans.end.tolist(), strict=True))
    some = cues.only(which)
    columns = (
        windows.first[some.window],
        windows.last[some.window],
        np.searchsorted(ends.window, some.window),
        np.searchsorted(ends.window, some.window, "right"),
    )
    for cue, phrase, place in zip(
        which.tolist(),
        zip(*(c.tolist() for c in some), strict=True),
        zip(*(c.tolist() for c in columns), strict=True),
        strict=True,
    ):
        _, start, end, kind, bits, words = phrase
        first, last, low, high = place
        mine = every_span[first:last]
        if kind == TOUCHING:
            for span, (begins, stops) in enumerate(mine, first):
                if 0 <= start - stops < _TOUCH or 0 <= begins - end < _TOUCH:
                    yield cue, span, bits
        else:
            for span, held in _backward(text, start, words, bits, mine, every_end[low:high]):
                yield cue, first + span, held


def _backward(
    text: str, begin: int, words: int, bits: int, spans: list[tuple[int, int]], ends: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the spans before a phrase that it reaches, nearest first, and the axes that hold for each."""
    for span in range(len(spans) - 1, -1, -1):
        end = spans[span][1]
        if end > begin:
            continue
        between = text[end:begin]
        if words and len(between.split()) > words:
            break
        if "," in between and not _LIST_END.search(between):
            break
        held = bits
        for start, stop, ended in ends:
            if end <= start and stop <= begin:
                held &= ~ended
        yield span, held
