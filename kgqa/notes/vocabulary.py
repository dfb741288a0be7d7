"""Names made ready to be looked up: every way of writing them, the concepts each may mean, and what must not count.

A vocabulary is built once and then only read; workers share it by fork. It holds a million strings in flat arrays, and
makes candidates when a string is first found.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kgqa.notes.fold import hard, key
from kgqa.notes.mention import Candidate
from kgqa.notes.variants import variants

PREFERRED = 1.0
SYNONYM = 0.95
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
class Stop:
    """Strings, folded, that are no names: `never`, or only in their own capitals (`cased`), as learnt from text."""

    never: frozenset[str] = frozenset()
    cased: frozenset[str] = frozenset()


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
        content.update(repr(sorted((entry, sorted(forms)) for entry, forms in self.cased.items())).encode())
        return content.hexdigest()

    def entries(self) -> dict[str, int]:
        """Return the position of every string."""
        return {text: entry for entry, text in enumerate(self.keys)}


def is_acronym(text: str) -> bool:
    """Say whether a name counts only in its own capitals: one short word, half of it capitals ("CHF", "Na", "DVTs")."""
    return bool(_ACRONYM.fullmatch(text)) and sum(map(str.isupper, text)) * 2 >= len(text.rstrip("s"))


def build(names: Iterable[Name], stop: Stop | None = None, groups: Iterable[str] = ()) -> Vocabulary:
    """Build a vocabulary from names; with `groups` only from names of these semantic groups."""
    stop = stop or Stop()
    wanted = frozenset(groups)
    meanings: dict[str, dict[str, float]] = {}
    forms: dict[str, set[str]] = {}
    free: set[str] = set()
    punctuation: dict[str, set[str]] = {}
    group_of: dict[str, str] = {}
    for name in names:
        if wanted and name.group not in wanted:
            continue
        for string, surface, weight in _strings(name):
            if string in stop.never:
                continue
            group_of.setdefault(name.concept, name.group)
            known = meanings.setdefault(string, {})
            known[name.concept] = max(weight, known.get(name.concept, 0.0))
            if signs := hard(surface):
                punctuation.setdefault(string, set()).add(signs)
            elif string in punctuation:
                punctuation[string].add("")
            if string in stop.cased or (is_acronym(name.text) and len(string) < _LOOSE):
                forms.setdefault(string, set()).update((name.text, name.text.rstrip("s")))
            else:
                free.add(string)
    return _packed(meanings, {s: f for s, f in forms.items() if s not in free}, punctuation, group_of)


def _strings(name: Name) -> Iterator[tuple[str, str, float]]:
    """Yield the folded ways of writing a name, each with its surface and its weight."""
    if len(name.text) > _LONGEST:
        return
    acronym = is_acronym(name.text)
    for place, surface in enumerate((name.text.lower(),) if acronym else variants(name.text)):
        string = key(surface)
        enough = len(string) >= _SHORTEST or (acronym and len(string) > 1)
        if enough and not string.replace(" ", "").isdigit():
            yield string, surface, name.weight * (VARIANT if place else 1.0)


def _packed(
    meanings: Mapping[str, Mapping[str, float]],
    forms: Mapping[str, set[str]],
    punctuation: Mapping[str, set[str]],
    group_of: Mapping[str, str],
) -> Vocabulary:
    keys = tuple(sorted(meanings))
    concepts = tuple(sorted(group_of))
    number = {concept: i for i, concept in enumerate(concepts)}
    first, concept, score = array("I", [0]), array("I"), array("f")
    for string in keys:
        for name, weight in sorted(meanings[string].items(), key=lambda item: (-item[1], item[0])):
            concept.append(number[name])
            score.append(weight)
        first.append(len(concept))
    return Vocabulary(
        keys=keys,
        first=first,
        concept=concept,
        score=score,
        concepts=concepts,
        groups=tuple(group_of[c] for c in concepts),
        cased={i: frozenset(forms[s]) for i, s in enumerate(keys) if s in forms},
        hard={i: frozenset(punctuation[s]) for i, s in enumerate(keys) if s in punctuation},
    )
