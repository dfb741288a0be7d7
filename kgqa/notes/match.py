"""Finding strings in a text: all of them at once, whole words only, the longest where they overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs

from kgqa.notes.fold import Folded, hard
from kgqa.notes.vocabulary import Vocabulary

_NEXT_ITEM = re.compile(r"\n\s*\d{1,2}$")  # "psoriasis" and the number of the next line, not "psoriasis 4"
# A place is (start, -end, number) in the folded text: tuples sort by start, and the longest of one start comes first.
Place = tuple[int, int, int]


class Hit(NamedTuple):
    """A string found: offsets in the untouched text and the vocabulary's entry. A plain tuple: there are millions."""

    start: int
    end: int
    entry: int


_hit = tuple.__new__  # four times as fast as Hit(...), of which there are as many


class Strings:
    """An automaton over folded strings. It cannot be pickled: build it once, then fork."""

    def __init__(self, strings: Sequence[str]) -> None:
        """Build the automaton; a million strings take some ten seconds."""
        # With a blank on either side only whole words match, which halves the work against testing boundaries later.
        self._automaton = ahocorasick_rs.AhoCorasick([f" {string} " for string in strings], store_patterns=False)

    def places(self, folded: str) -> list[Place]:
        """Return where the strings stand in a folded text, in order, with all overlaps."""
        places = [(start, 2 - end, number) for number, start, end in self.raw(folded)]
        places.sort()
        return places

    def raw(self, folded: str) -> list[tuple[int, int, int]]:
        """Return (number, start, end + 2) as the automaton gives them, which sets a blank on either side."""
        # Both blanks of a match lie outside the word, and the one before the text moves every offset by one.
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(f" {folded} ", overlapping=True)
        return found


class Matcher:
    """Finds a vocabulary's names and, in the same pass, other phrases."""

    def __init__(self, vocabulary: Vocabulary, phrases: Sequence[str] = ()) -> None:
        """Build the automaton over the vocabulary's strings and the phrases."""
        self.vocabulary = vocabulary
        self._phrases = len(phrases)
        self._strings = Strings((*phrases, *vocabulary.keys))
        self._plain = bytes(
            " " not in name and entry not in vocabulary.cased for entry, name in enumerate(vocabulary.keys)
        )

    def find(self, text: str, folded: Folded) -> tuple[list[Hit], list[Place]]:
        """Return the longest names from left to right without overlap, and the places of all phrases."""
        count = self._phrases
        found = self._strings.raw(folded.text)
        places = [(start, 2 - end, number) for number, start, end in found if number >= count]
        phrases = [(start, 2 - end, number) for number, start, end in found if number < count]
        places.sort()
        phrases.sort()
        names: list[Hit] = []
        plain, gaps = self._plain, folded.starts
        free = 0
        for start, minus_end, number in places:
            if start >= free:
                begin, end = (start, -minus_end) if not gaps else folded.span(start, -minus_end)
                entry = number - count
                if plain[entry] or self._fits(text[begin:end], entry):
                    free = -minus_end
                    names.append(_hit(Hit, (begin, end, entry)))
        return names, phrases

    def _fits(self, surface: str, entry: int) -> bool:
        """Say whether capitals and punctuation, which folding hides, are those of the name."""
        cased = self.vocabulary.cased.get(entry)
        if (cased is not None and surface not in cased) or _NEXT_ITEM.search(surface):
            return False
        signs = hard(surface)
        return not signs or signs in self.vocabulary.hard.get(entry, ())
