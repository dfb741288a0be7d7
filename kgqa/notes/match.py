"""Finding strings in a text: all of them at once, whole words only, the longest where they overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import ahocorasick_rs
import numpy as np

from kgqa.notes.characters import ALNUM, SPACE, Places, table
from kgqa.notes.fold import Folded, as_bytes, hard, key
from kgqa.notes.pages import Pages
from kgqa.notes.vocabulary import Vocabulary

_LENGTH = 12  # bits that hold the length of a string: names are far shorter
_BLANK = ord(" ")
_APART = b"\n"  # in no folded text
_NEXT_ITEM = re.compile(r"\n\s*\d{1,2}$")  # "psoriasis" and the number of the next line, not "psoriasis 4"
_ODD = ~(ALNUM | SPACE | table("-'")) | table("\n")  # what may keep a name of several words from being one


class Found(NamedTuple):
    """Strings found: offsets in the untouched text, and which string; by start, the longest of one start first."""

    start: Places
    end: Places
    number: Places

    def only(self, which: Places) -> Found:
        """Return some of them: by their places, or by whether they count."""
        return Found(self.start[which], self.end[which], self.number[which])


class Strings:
    """An automaton over folded strings. It cannot be pickled: build it once, then fork."""

    def __init__(self, strings: Sequence[str]) -> None:
        """Build the automaton; a million strings take some ten seconds."""
        # With a blank on either side only whole words match, which halves the work against testing boundaries later.
        self._automaton = ahocorasick_rs.BytesAhoCorasick([b" " + as_bytes(string) + b" " for string in strings])
        self._longest = max(map(len, strings), default=0) + 2

    def find(self, folded: Folded) -> Found:
        """Return where the strings stand, with all overlaps."""
        start, end, number = self._spot(b" " + folded.text + b" ")
        return Found(folded.origin(start), folded.origin(end - 1) + 1, number)

    def find_in(self, folded: Folded, low: Places, high: Places) -> Found:
        """Return where strings stand that begin within stretches of the text, and perhaps others.

        The stretches are given by their offsets in the untouched text, in order.
        """
        text = b" " + folded.text + b"  "
        first, last = folded.place(low), folded.place(high)
        # A string has no two blanks in a row, and so ends with its stretch where those end it, as most stops do.
        codes = np.frombuffer(text, np.uint8)
        closed = (codes[last] == _BLANK) & (codes[last + 1] == _BLANK)
        last = np.maximum.accumulate(last + np.where(closed, 1, self._longest))
        apart = first[1:] > last[:-1]
        first, last = first[np.append(True, apart)], last[np.append(apart, True)]
        pieces = [text[begin:end] for begin, end in zip(first.tolist(), last.tolist(), strict=True)]
        start, end, number = self._spot(_APART.join(pieces))
        lengths = np.fromiter(map(len, pieces), np.int64, len(pieces)) + len(_APART)
        place = np.cumsum(lengths) - lengths
        moved = (first - place)[np.searchsorted(place, start, "right") - 1]
        return Found(folded.origin(start + moved), folded.origin(end + moved - 1) + 1, number)

    def _spot(self, text: bytes) -> Found:
        """Return where strings stand in a folded text with a blank before it, which is not counted."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        number, start, end = np.fromiter(chain.from_iterable(found), np.int64, 3 * len(found)).reshape(-1, 3).T
        order = np.argsort((start << _LENGTH) - end + start, kind="stable")  # nearly in order: by end
        # Both blanks of a match lie outside the word. A string begins and ends with a character of a word, or begins
        # with the blank that stands for a comma.
        return Found(start[order], end[order] - 2, number[order])


class Matcher:
    """Finds a vocabulary's names and, in the same pass, other phrases."""

    def __init__(self, vocabulary: Vocabulary, phrases: Sequence[str] = ()) -> None:
        """Build the automaton over the vocabulary's strings and the phrases."""
        self.vocabulary = vocabulary
        self._phrases = len(phrases)
        self._strings = Strings((*phrases, *vocabulary.keys))
        self._words = np.array([" " not in name for name in vocabulary.keys], np.bool_)
        # Names whose surface is always looked at: capitals count, or a letter shares its byte with others.
        self._strict = np.array(
            [entry in vocabulary.cased or not name.isascii() for entry, name in enumerate(vocabulary.keys)], np.bool_
        )

    def find(self, pages: Pages, folded: Folded) -> tuple[Found, Found]:
        """Return the longest names from left to right without overlap, and all phrases; both by number.

        Names are numbered as the vocabulary's entries, phrases as given.
        """
        found = self._strings.find(folded)
        named = found.number >= self._phrases
        names = found.only(np.flatnonzero(named))
        names = names._replace(number=names.number - self._phrases)
        odd = pages.of(_ODD)
        doubtful = np.searchsorted(odd, names.start) < np.searchsorted(odd, names.end)
        doubtful = (doubtful & ~self._words[names.number]) | self._strict[names.number]
        fits = ~doubtful
        for place in np.flatnonzero(doubtful).tolist():
            fits[place] = self._fits(pages.text[names.start[place] : names.end[place]], int(names.number[place]))
        names = names.only(np.flatnonzero(fits))
        return names.only(_longest(names)), found.only(np.flatnonzero(~named))

    def _fits(self, surface: str, entry: int) -> bool:
        """Say whether capitals, punctuation and rare letters, which folding hides, are those of the name."""
        cased = self.vocabulary.cased.get(entry)
        if (cased is not None and surface not in cased) or _NEXT_ITEM.search(surface):
            return False
        name = self.vocabulary.keys[entry]
        if not name.isascii() and key(surface) != name:
            return False
        signs = hard(surface)
        return not signs or signs in self.vocabulary.hard.get(entry, ())


def _longest(names: Found) -> Places:
    """Choose from left to right what begins after the last one chosen."""
    # What begins when all before it have ended is always chosen; only the others are gone through.
    chosen = names.start >= np.append(0, np.maximum.accumulate(names.end)[:-1])
    others = np.flatnonzero(~chosen)
    columns = (others, chosen[others - 1], names.end[others - 1], names.start[others], names.end[others])
    free = 0
    for place, follows, before, start, end in zip(*(column.tolist() for column in columns), strict=True):
        free = before if follows else free
        if start >= free:
            chosen[place], free = True, end
    return np.flatnonzero(chosen)
