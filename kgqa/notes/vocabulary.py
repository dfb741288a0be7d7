"""Names made ready to be looked up: every way of writing them, the concepts each may mean, and what must not count.

A vocabulary is built once and then only read; workers share it by fork. It holds a million strings in flat arrays, and
makes candidates when a string is first found.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgqa.notes.fold import hard, key
from kgqa.notes.mention import Candidate
from kgqa.notes.tables import Alias, Stop
from kgqa.notes.variants import variants

PREFERRED = 1.0
SYNONYM = 0.95
ALIAS = 0.98  # of tables made by hand: better than a synonym, never better than a preferred name
VARIANT = 0.9  # times the score of the name it is made from
_ACRONYM = re.compile(r"[A-Za-z0-9][A-Za-z0-9/&-]{1,5}")
_LOOSE = 4  # letters from which an acronym also counts in lower case ("copd", "nstemi")
_SHORTEST = 3  # letters of a name that is no acronym; two say too little
_LONGEST = 100  # characters; longer names are definitions that no note repeats


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a concept.

    `group` is disorder, drug, finding, procedure, anatomy, organism, lab or "" (unknown). `weight` ranks the names of
    several concepts that share a string: PREFERRED, SYNONYM, or what was learnt (0 to 1).
    """

    concept: str
    text: str
    group: str = ""
    weight: float = SYNONYM


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded strings and what each may mean; entry i of `keys` has the candidates `first[i]` to `first[i + 1]`."""

    keys: tuple[str, ...]
    first: array[int]
    concept: array[int]
    score: array[float]
    concepts: tuple[str, ...]
    groups: tuple[str, ...]
    cased: Mapping[int, frozenset[str]]  # entries that count only as one of these surfaces
    hard: Mapping[int, frozenset[str]]  # punctuation of entries that have some; others must have none
    dosed: frozenset[int]  # entries that count only in a list of drugs or with a dose beside them

    def candidates(self, entry: int) -> tuple[Candidate, ...]:
        """Return what the string may mean, best first; equal scores are in the order of their concepts."""
        span = range(self.first[entry], self.first[entry + 1])
        return tuple(
            Candidate(self.concepts[self.concept[i]], round(self.score[i], 4), self.groups[self.concept[i]])
            for i in span
        )

    def digest(self) -> str:
        """Return a hash of all strings and what they mean."""
        content = hashlib.sha256("\n".join((*self.keys, "", *self.concepts, "", *self.groups)).encode())
        for column in (self.first, self.concept, self.score):
            content.update(column.tobytes())
        for table in (self.cased, self.hard):
            content.update(repr(sorted((entry, sorted(forms)) for entry, forms in table.items())).encode())
        content.update(repr(sorted(self.dosed)).encode())
        return content.hexdigest()

    def entries(self) -> dict[str, int]:
        """Return the position of every string."""
        return {text: entry for entry, text in enumerate(self.keys)}


def is_acronym(text: str) -> bool:
    """Say whether a name counts only in its own capitals: one short word, half of it capitals ("CHF", "Na", "DVTs")."""
    return bool(_ACRONYM.fullmatch(text)) and sum(map(str.isupper, text)) * 2 >= len(text.rstrip("s"))


def build(
    names: Iterable[Name], stop: Stop | None = None, aliases: Iterable[Alias] = (), groups: Iterable[str] = ()
) -> Vocabulary:
    """Build a vocabulary from names and aliases; with `groups` only from names of these semantic groups."""
    made = _Building(stop or Stop())
    wanted = frozenset(groups)
    for name in names:
        if not wanted or name.group in wanted:
            made.groups.setdefault(name.concept, name.group)
            made.add(name.text, {name.concept: name.weight})
    # All meanings are looked up before any is added, so that the order of the aliases decides nothing.
    meant = [(alias.name, made.meaning(alias)) for alias in aliases]
    for text, meaning in meant:
        made.add(text, meaning)
    return made.packed()


class _Building:
    """Strings and what they mean, while names are added."""

    def __init__(self, stop: Stop) -> None:
        self.stop = stop
        self.groups: dict[str, str] = {}
        self._meanings: dict[str, dict[str, float]] = {}
        self._forms: dict[str, set[str]] = {}
        self._free: set[str] = set()
        self._hard: dict[str, set[str]] = {}

    def add(self, text: str, weights: Mapping[str, float]) -> None:
        """Add a name in all the ways it is written, with the concepts it may mean and their weights."""
        if not weights or len(text) > _LONGEST:
            return
        acronym = is_acronym(text)
        for place, surface in enumerate((text.lower(),) if acronym else variants(text)):
            string = key(surface)
            if string in self.stop.never or not _says_something(string, acronym=acronym):
                continue
            known = self._meanings.setdefault(string, {})
            for concept, weight in weights.items():
                known[concept] = max(weight * (VARIANT if place else 1.0), known.get(concept, 0.0))
            if signs := hard(surface):
                self._hard.setdefault(string, set()).add(signs)
            elif string in self._hard:
                self._hard[string].add("")
            if string in self.stop.cased or (acronym and len(string) < _LOOSE):
                self._forms.setdefault(string, set()).update((text, text.rstrip("s")))
            else:
                self._free.add(string)

    def meaning(self, alias: Alias) -> dict[str, float]:
        """Return the best concepts of the first name that an alias stands for and that is known."""
        for target in alias.means:
            if known := self._meanings.get(key(target)):
                best = max(known.values())
                return {concept: min(weight, ALIAS) for concept, weight in known.items() if weight == best}
        return {}

    def packed(self) -> Vocabulary:
        """Return the vocabulary."""
        meanings = self._meanings
        keys = tuple(sorted(meanings))
        concepts = tuple(sorted(self.groups))
        number = {concept: i for i, concept in enumerate(concepts)}
        first, concept, score = array("I", [0]), array("I"), array("f")
        for string in keys:
            for name, weight in sorted(meanings[string].items(), key=lambda item: (-item[1], item[0])):
                concept.append(number[name])
                score.append(weight)
            first.append(len(concept))
        forms = {string: frozenset(f) for string, f in self._forms.items() if string not in self._free}
        return Vocabulary(
            keys=keys,
            first=first,
            concept=concept,
            score=score,
            concepts=concepts,
            groups=tuple(self.groups[concept] for concept in concepts),
            cased={i: forms[s] for i, s in enumerate(keys) if s in forms},
            hard={i: frozenset(self._hard[s]) for i, s in enumerate(keys) if s in self._hard},
            dosed=frozenset(i for i, s in enumerate(keys) if s in self.stop.dosed),
        )


def _says_something(string: str, *, acronym: bool) -> bool:
    """Say whether a string can be a name: a word of three letters, or an acronym of two."""
    return (acronym and len(string) > 1 and not string.isdigit()) or any(
        len(word) >= _SHORTEST and not word.isdigit() for word in string.split(" ")
    )
