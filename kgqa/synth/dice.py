"""Chance that depends on a key alone: the same key gives the same throws on every machine and Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
_RANGE = 2**64


class Dice:
    """Throws drawn from the hash of a key and a counter. Python's own random promises no stable `choice`."""

    def __init__(self, *key: object) -> None:
        """Take the key: its parts as text."""
        self._key = "/".join(map(str, key))
        self._thrown = 0

    def apart(self, *key: object) -> Dice:
        """Return dice of their own for a part of the work, so that more throws there change nothing here."""
        return Dice(self._key, *key)

    def share(self) -> float:
        """Return a number from 0 up to, not including, 1."""
        self._thrown += 1
        digest = hashlib.blake2b(f"{self._key}#{self._thrown}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) / _RANGE

    def happens(self, chance: float) -> bool:
        """Say whether something of this chance happens."""
        return self.share() < chance

    def number(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def between(self, low: float, high: float) -> float:
        """Return a number between two."""
        return low + self.share() * (high - low)

    def pick(self, things: Sequence[T]) -> T:
        """Return one of several."""
        return things[int(self.share() * len(things))]

    def some(self, things: Sequence[T], low: int, high: int) -> list[T]:
        """Return low to high of the things, as many as there are, in a random order."""
        left, wanted = list(things), self.number(low, high)
        return [left.pop(int(self.share() * len(left))) for _ in range(min(wanted, len(left)))]
