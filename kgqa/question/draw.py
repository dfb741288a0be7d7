"""Deterministic draws: order, sample, split and choice come from hashes of ids, never from dice.

A draw depends on nothing but what it is asked about, so one more patient never moves another's questions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from math import log
from typing import TypeVar

from kgqa.model import Scalar

T = TypeVar("T")

_WHOLE = 1 << 64
_SPLITS = (("train", 80), ("dev", 90), ("test", 100))  # upper bounds in per cent


def digest(*parts: Scalar) -> str:
    """Return the sha256 of the parts as hexadecimal; parts are kept apart by their length."""
    text = "".join(f"{len(str(part))}:{part}" for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()


def split_of(patient: int) -> str:
    """Return the split of a patient: 80 % train, 10 % dev, 10 % test.

    The seed plays no part, so that no patient is in the training split of one set and in the test split of another.
    """
    return split_by_hash("split", patient)


def split_by_hash(*parts: Scalar) -> str:
    """Return the split that the hash of the parts points at."""
    return next(name for name, bound in _SPLITS if _per_cent(*parts) < bound)


def _per_cent(*parts: Scalar) -> int:
    return int(digest(*parts)[:8], 16) % 100


def choose(options: Sequence[T], *parts: Scalar) -> T:
    """Return the option that the hash of the parts points at."""
    return options[int(digest("choice", *parts)[:8], 16) % len(options)]


def key_by_weight(weight: float, *parts: Scalar) -> float:
    """Return what sorts things, the greatest first, into a draw without replacement by their weights.

    The exponential keys of Efraimidis and Spirakis (Inf Process Lett 2006;97:181-5); the hash of the parts is the
    chance number, above 0 and up to 1.
    """
    return log((int(digest(*parts)[:16], 16) + 1) / _WHOLE) / weight


def in_hash_order(patients: Iterable[int], seed: int) -> list[int]:
    """Return the patients in the order in which they are streamed."""
    return sorted(patients, key=lambda patient: digest("order", seed, patient))
