"""What the words around a mention say of it: denied, doubted, past, not yet so, or somebody else's.

The phrases and their reach are in data/notes/triggers.tsv, with the format and the papers that the method follows. The
judgement is about spans: who found them does not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from kgqa.errors import SchemaError
from kgqa.notes.fold import Folded
from kgqa.notes.match import Place

AXES = ("negated", "uncertain", "historical", "hypothetical", "family", "other")
NEGATED, UNCERTAIN, HISTORICAL, HYPOTHETICAL, FAMILY, OTHER = (1 << place for place in range(6))
_BIT = {axis: 1 << place for place, axis in enumerate(AXES)}
_ALL = NEGATED | UNCERTAIN | HISTORICAL | HYPOTHETICAL
_REACHES = ("forward", "backward", "touching")
_ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
_ENDS = ("end", "end_after")
_LONGEST = 1000  # characters; a longer sentence is a text without stops, of which only the surroundings count
_SIGNED = 12  # characters before a mention in which a sign may stand
_TOUCH = 2  # characters between a mention and a phrase that touches it
_DENIED_SIGN = re.compile(r"(?:\(-\)|\[-\]|\(neg\)) ?$")
_DOUBT_SIGN = re.compile(r"(?<![\w)])\(?\?\)?\s*(?:of\s+|for\s+)?$")
_CLOSED = frozenset(")]")
_CLOSING = frozenset(",.;)")
_LIST_END = re.compile(r"\b(?:and|or|nor|and/or)\b", re.IGNORECASE)


class Phrase(NamedTuple):
    """A line of the lexicon, expanded: `bits` are the axes it sets, or for an end those whose reach it stops."""

    text: str
    kind: str  # forward, backward, touching, affirmed, end, end_after, pseudo
    bits: int
    words: int  # 0: the whole sentence


class _Cue(NamedTuple):
    """A phrase found in a text, by offsets in the untouched text."""

    start: int
    end: int
    kind: str
    bits: int
    words: int


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
    elif axis in _ENDS:
        kind, bits = axis, _ALL if reach == "all" else sum(_BIT[name] for name in reach.split())
    else:
        kind, bits = _REACHES[_REACHES.index(reach)], sum(_BIT[name] for name in axis.split("+"))
    return (Phrase(text, kind, bits, words) for text in expanded(pattern))


_cue = tuple.__new__  # four times as fast as _Cue(...), of which there are as many as phrases


class Lexicon:
    """The phrases, ready to be looked for."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        """Take the phrases; lines that share a phrase all count."""
        by_text: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            by_text.setdefault(phrase.text, []).append(phrase)
        self.texts = tuple(sorted(by_text))
        # What is no end comes first, so that one look tells whether a phrase hides those inside it.
        self._phrases = [tuple(sorted(by_text[text], key=lambda p: p.kind in _ENDS)) for text in self.texts]
        self._hides = bytes(phrases[0].kind not in _ENDS for phrases in self._phrases)
        self._speaks = bytes(any(phrase.kind in _REACHES for phrase in phrases) for phrases in self._phrases)

    def judge(
        self, text: str, folded: Folded, places: Sequence[Place], ends: Sequence[int], spans: Sequence[tuple[int, int]]
    ) -> list[int]:
        """Return for each span the axes that hold, as bits.

        `places` are where the phrases (numbered as in `texts`) stand in the folded text, `ends` the ends of the
        sentences. All are in order.
        """
        flags = [_signs(text, start) for start, _ in spans]
        speaks = self._speaks
        speaking = [place[0] for place in places if speaks[place[2]]]
        count = len(spans)
        first = 0
        while first < count:
            which = bisect_right(ends, spans[first][0])
            low = ends[which - 1] if which else 0
            high = ends[which] if which < len(ends) else len(text)
            if high - low > _LONGEST:
                low, high = max(low, spans[first][0] - _LONGEST // 2), min(high, spans[first][0] + _LONGEST // 2)
            last = first + 1
            while last < count and spans[last][0] < high:
                last += 1
            begin, end = folded.place(low), folded.place(high)
            heard = bisect_left(speaking, begin)
            if heard < len(speaking) and speaking[heard] < end:
                here = spans[first:last]
                near = places[bisect_left(places, (begin,)) : bisect_left(places, (end,))]
                for number, bits in enumerate(_sentence(text, low, high, self._cues(folded, near, here), here), first):
                    flags[number] |= bits
            first = last
        return flags

    def _cues(self, folded: Folded, places: Sequence[Place], spans: Sequence[tuple[int, int]]) -> list[_Cue]:
        """Keep the phrases of a sentence that are neither inside a longer one (ends hide nothing) nor inside a span."""
        cues: list[_Cue] = []
        reached = 0
        for start, minus_end, number in places:
            if -minus_end <= reached:
                continue
            if self._hides[number]:
                reached = -minus_end
            begin, end = (start, -minus_end) if not folded.starts else folded.span(start, -minus_end)
            for first, last in spans:
                if first <= begin and end <= last:
                    break
            else:
                for _, kind, bits, words in self._phrases[number]:
                    cues.append(_cue(_Cue, (begin, end, kind, bits, words)))
        return cues


def _sentence(text: str, low: int, high: int, cues: Sequence[_Cue], spans: Sequence[tuple[int, int]]) -> list[int]:
    flags = [0] * len(spans)
    for cue in cues:
        kind = cue.kind
        if kind == "forward":
            if _answers(text, cue, low, high):
                _backward(text, cue, cues, spans, flags)
            elif text[cue.end : cue.end + 1] not in _CLOSING:
                _forward(text, cue, cues, spans, flags)
        elif kind == "backward":
            _backward(text, cue, cues, spans, flags)
        elif kind == "touching":
            for place, (start, end) in enumerate(spans):
                if 0 <= cue.start - end < _TOUCH or 0 <= start - cue.end < _TOUCH:
                    flags[place] |= cue.bits
    return flags


def _answers(text: str, cue: _Cue, low: int, high: int) -> bool:
    """Say whether a forward phrase ends its sentence after a colon or dash: "Chest pain: no"."""
    return not text[cue.end : high].strip(" .,;)\n\r\t") and text[low : cue.start].rstrip()[-1:] in (":", "-", "?")


def _forward(text: str, cue: _Cue, cues: Sequence[_Cue], spans: Sequence[tuple[int, int]], flags: list[int]) -> None:
    for place, (start, end) in enumerate(spans):
        if start <= cue.start:
            continue
        if cue.words and len(text[cue.end : start].split()) > cue.words:
            break
        bits = cue.bits
        for other in cues:
            if cue.end <= other.start < start and other.kind in _ENDS:
                bits &= ~other.bits
        if bits & NEGATED and _affirmed(text, cue, cues, start, end):
            bits &= ~NEGATED
        flags[place] |= bits


def _affirmed(text: str, cue: _Cue, cues: Sequence[_Cue], start: int, end: int) -> bool:
    """Say whether the mention is affirmed after the comma that closed the denial: "no effusion, opacities are seen"."""
    comma = text.rfind(",", cue.end, start)
    if comma < 0 or _LIST_END.search(text, comma, start):
        return False
    return any(
        other.kind == "affirmed" and end <= other.start and "," not in text[end : other.start] for other in cues
    ) and not _LIST_END.search(text, end, end + 5)


def _backward(text: str, cue: _Cue, cues: Sequence[_Cue], spans: Sequence[tuple[int, int]], flags: list[int]) -> None:
    for place in range(len(spans) - 1, -1, -1):
        end = spans[place][1]
        if end > cue.start:
            continue
        between = text[end : cue.start]
        if cue.words and len(between.split()) > cue.words:
            break
        if "," in between and not _LIST_END.search(between):
            break
        bits = cue.bits
        for other in cues:
            if end <= other.start and other.end <= cue.start and other.kind == "end":
                bits &= ~other.bits
        if bits == NEGATED:
            flags[place] &= ~UNCERTAIN  # "suspected sepsis was ruled out": the answer settles the question
        flags[place] |= bits


def _signs(text: str, start: int) -> int:
    """Read the signs "?" (also "? of") and "(-)" right before a mention."""
    before = text[start - _SIGNED : start] if start > _SIGNED else text[:start]
    if "?" in before and _DOUBT_SIGN.search(before):
        return UNCERTAIN
    if before.rstrip(" ")[-1:] in _CLOSED and _DENIED_SIGN.search(before):
        return NEGATED
    return 0
