"""Which of the questions that could stand in a set do: limits, equal shares of yes and no, and balance.

Every draw is by hash. A limit lets questions compete, so another patient can take a place, but no other order changes:
who was drawn before him and is not drawn now gave way to him alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from kgqa.question.draw import digest, key_by_weight
from kgqa.question.pool import Entry

_ROUNDS = 12


def even(entries: Sequence[Entry], seed: int) -> list[Entry]:
    """Keep as many yes as no of every yes-no pattern; of the kind with more, those with the least hashes."""
    polar: dict[tuple[str, bool], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.yes is not None:
            polar[entry.pattern, entry.yes].append(entry)
    left_out: set[str] = set()
    for (pattern, yes), found in polar.items():
        other = len(polar.get((pattern, not yes), ()))
        left_out |= {entry.id for entry in _least(found, seed)[other:]}
    return [entry for entry in entries if entry.id not in left_out]


def at_most(entries: Sequence[Entry], number: int, of: Callable[[Entry], Hashable], seed: int) -> list[Entry]:
    """Keep at most `number` entries of each group, those with the least hashes; all, where `number` is 0."""
    if not number:
        return list(entries)
    groups: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[of(entry)].append(entry)
    kept = {entry.id for group in groups.values() for entry in _least(group, seed)[:number]}
    return [entry for entry in entries if entry.id in kept]


def balanced(entries: Sequence[Entry], number: int, seed: int) -> list[Entry]:
    """Draw `number` entries so that families, hops, sizes of answers and tenths of the stay come up evenly.

    Each entry has a weight: first the inverse of how often its commonest concept stands in the pool, so that none takes
    over, then raked until every family weighs the same, and every number of hops, every size and every tenth. The draw
    is without replacement, each entry's chance number being the hash of its id. All, where `number` is 0 or
    there are no more.
    """
    if not number or len(entries) <= number:
        return list(entries)
    weights = _raked(entries)
    keys = {entry.id: key_by_weight(weights[entry.id], "balance", seed, entry.id) for entry in entries}
    drawn = set(sorted(keys, key=lambda identity: (-keys[identity], identity))[:number])
    return [entry for entry in entries if entry.id in drawn]


def size_of(entry: Entry) -> str:
    """Return the class of an answer's size."""
    return str(entry.size) if entry.size < 4 else "4-6" if entry.size < 7 else "7 and more"  # noqa: PLR2004 - classes


def _raked(entries: Sequence[Entry]) -> dict[str, float]:
    times = Counter(concept for entry in entries for concept in set(entry.concepts))
    weights = {entry.id: 1 / max((times[concept] for concept in entry.concepts), default=1) for entry in entries}
    margins: tuple[Callable[[Entry], Hashable], ...] = (
        lambda entry: entry.decile,
        size_of,
        lambda entry: entry.hops,
        lambda entry: entry.pattern,
    )
    for _ in range(_ROUNDS):
        for margin in margins:
            total: dict[Hashable, float] = defaultdict(float)
            for entry in entries:
                total[margin(entry)] += weights[entry.id]
            for entry in entries:
                weights[entry.id] /= total[margin(entry)]
    return weights


def _least(entries: Iterable[Entry], seed: int) -> list[Entry]:
    return sorted(entries, key=lambda entry: (digest("draw", seed, entry.id), entry.id))
