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


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a work: its name, about how many seconds it takes, and the work itself."""

    what: str
    seconds: float
    work: Callable[[], object]


@dataclass(slots=True)
class Course:
    """Tells the stages of a work by the seconds that each takes of about `total`; `far` is of the running query."""

    tell: Tell
    total: float
    far: Callable[[], float]
    done: float = 0.0
    begin: float = 0.0

    def enter(self, what: str, seconds: float) -> None:
        """Tell that a stage begins."""
        self.begin, self.done = self.done, self.done + seconds
        self.again(what, self.far)

    def again(self, what: str, far: Callable[[], float]) -> None:
        """Tell the stage at hand once more, by a better name and with its own measure of how far it is."""
        self.tell(Stage(what, self.begin / self.total, self.done / self.total, far))

    def run(self, step: Step) -> None:
        """Tell that a step begins, and do it."""
        self.enter(step.what, step.seconds)
        step.work()
