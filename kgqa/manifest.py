"""What is told of a set beside it: what came of each pattern, how often each gate held, and how the set was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from kgqa import __version__
from kgqa.model import Record
from kgqa.opening import Opened
from kgqa.pattern.header import Pattern
from kgqa.question.ask import Asked
from kgqa.question.gates import ALWAYS, DEFAULTS
from kgqa.question.store import sha256

_FORMAT = 1


@dataclass(slots=True)
class Tally:
    """What came of one pattern; `unanswerable` counts its twins by reason, `kept` the questions that have an answer."""

    rows: int = 0
    proposed: int = 0
    not_drawn: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    unanswerable: Counter[str] = field(default_factory=Counter)

    def add(self, asked: Asked) -> None:
        """Count what was asked; what is kept is counted when it is written."""
        self.rows += asked.rows
        self.proposed += asked.proposed
        self.not_drawn += asked.not_drawn
        self.refused.update(asked.refused.values())

    def count(self, other: Tally) -> None:
        """Count what came of the same pattern in another batch."""
        self.rows += other.rows
        self.proposed += other.proposed
        self.not_drawn += other.not_drawn
        self.refused += other.refused


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a gate held: `questions` among the `of` that it was asked about, and whether it refuses them."""

    questions: int
    of: int
    refuses: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What generate did: a tally for each pattern, how often each gate held, and a few questions to look at."""

    patients: int
    tallies: Mapping[str, Tally]
    gates: Mapping[str, Rate]
    kept: Mapping[str, Mapping[str, int]]
    examples: tuple[Record, ...]


def rates_of(
    tallies: Mapping[str, Tally], gated: Mapping[str, int], kept: int, decided: Mapping[str, bool]
) -> dict[str, Rate]:
    """Return how often each gate held; what only the whole set shows is told of what was kept."""
    proposed = sum(tally.proposed for tally in tallies.values())
    refused: Counter[str] = Counter()
    for tally in tallies.values():
        refused.update(tally.refused)
    always = dict.fromkeys(ALWAYS, 0) | {"tie": refused["tie"] + refused["one thing at several times"]}
    always |= {"unfilled slot": refused["unfilled slot"]}
    always |= {"not unique": refused["same words, other answer"] + refused["same words twice"]}
    rates = {name: Rate(held, proposed, refuses=True) for name, held in always.items()}
    for name in DEFAULTS:
        held = refused[name] if name == "commonest answer" and decided[name] else gated.get(name, 0)
        of_kept = name in ("answer elsewhere", "commonest answer") and not decided[name]
        rates[name] = Rate(held, kept if of_kept else proposed, decided[name])
    return rates


def manifest(
    summary: Summary, patterns: Sequence[Pattern], options: Mapping[str, Any], opened: Opened
) -> dict[str, Any]:
    """Return what manifest.json holds, but for the hash of the questions."""
    return {
        "format": _FORMAT,
        "kgqa": __version__,
        "seed": options["seed"],
        "options": {name: value for name, value in options.items() if name != "seed"},
        "graph": {"fingerprint": opened.setting.graph, **opened.about},
        "patients": summary.patients,
        "patterns": {
            pattern.id: {
                "theme": pattern.theme,
                "sha256": sha256(pattern.file),
                "rows": tally.rows,
                "proposed": tally.proposed,
                "refused": dict(sorted(tally.refused.items())),
                "not_drawn": tally.not_drawn,
                "kept": tally.kept,
                "unanswerable": dict(sorted(tally.unanswerable.items())),
            }
            for pattern, tally in ((pattern, summary.tallies[pattern.id]) for pattern in patterns)
        },
        "gates": {
            name: {**asdict(rate), "share": round(rate.questions / rate.of, 4) if rate.of else 0.0}
            for name, rate in summary.gates.items()
        },
        "kept": summary.kept,
    }
