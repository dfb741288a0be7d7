"""What long work tells of itself while it runs; kgqa/cli/progress.py shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that begins: its name, its share of the whole work from `begin` to `end`, and how far it is (0 to 1)."""

    what: str
    begin: float
    end: float
    far: Callable[[], float] = lambda: 0.0


Tell = Callable[[Stage], None]
