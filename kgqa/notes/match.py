"""Finding strings in a text: all of them at once, whole words only, the longest where they overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import ahocorasick_rs
import numpy as np

from kgqa.notes.characters import ALNUM, SPACE, Places, table, where
from kgqa.notes.fold import Folded, as_bytes, fold_note, hard, key
from kgqa.notes.pages import Pages
from kgqa.notes.vocabulary import Vocabulary

_LENGTH = 12  # bits that hold the length of a string: names are far shorter
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

    def find(self, folded: Folded) -> Found:
        """Return where the strings stand, with all overlaps."""
        # Both blanks of a match lie outside the word, and the one before the text moves every offset by one.
        found = self._automaton.find_matches_as_indexes(b" " + folded.text + b" ", overlapping=True)
        number, start, end = np.fromiter(chain.from_iterable(found), np.int64, 3 * len(found)).reshape(-1, 3).T
        order = np.argsort((start << _LENGTH) - end + start, kind="stable")  # nearly in order: by end
        # A string begins and ends with a character of a word, or begins with the blank that stands for a comma.
        return Found(folded.origins[start[order]], folded.origins[end[order] - 3] + 1, number[order])


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

    def find(self, pages: Pages) -> tuple[Found, Found]:
        """Return the longest names from left to right without overlap, and all phrases; both by number.

        Names are numbered as the vocabulary's entries, phrases as given.
        """
        found = self._strings.find(fold_note(pages.text))
        named = found.number >= self._phrases
        names = found.only(np.flatnonzero(named))
        names = names._replace(number=names.number - self._phrases)
        odd = where(pages.codes, _ODD)
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
    chosen: list[int] = []
    free = 0
    for place, (start, end) in enumerate(zip(names.start.tolist(), names.end.tolist(), strict=True)):
        if start >= free:
            free = end
            chosen.append(place)
    return np.array(chosen, np.int64)
