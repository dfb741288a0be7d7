"""Makes a question set: every pattern is asked of every patient, in batches, and what is proven is written.

Patients come in the order of their hashes and every choice hangs on ids alone, so the same graph and seed give the same
bytes, and one more chart changes nothing for the others. Only `per_pattern` lets patients compete.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgqa import __version__
from kgqa.errors import UsageError
from kgqa.graph.protocol import Engine
from kgqa.model import NodeRef
from kgqa.pattern.header import Pattern
from kgqa.pattern.parse import parse
from kgqa.question.ask import Asked, Asking, Wanted
from kgqa.question.draw import digest, in_hash_order
from kgqa.question.gates import gates, same_words
from kgqa.question.plan import plan
from kgqa.question.prove import Prover, prove_sources
from kgqa.question.record import Record, Setting, line
from kgqa.question.store import sha256, write_manifest, writing

Progress = Callable[[int, int], None]  # patients done, patients in all

_FORMAT = 1
_SHOWN = 3
_ALL = "MATCH (p:Patient) RETURN p"


@dataclass(frozen=True, slots=True)
class Options:
    """What a set is made with; all of it stands in the manifest, but for `batch`, which changes no byte."""

    seed: int = 0
    hops: tuple[int, int] | None = None
    per_pattern: int = 0
    per_patient: int = 0
    largest: int = 10
    batch: int = 5000


@dataclass(slots=True)
class Tally:
    """What came of one pattern."""

    rows: int = 0
    proposed: int = 0
    not_drawn: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    kept: int = 0

    def add(self, asked: Asked) -> None:
        """Count one batch; what is kept is counted when it is written."""
        self.rows += asked.rows
        self.proposed += asked.proposed
        self.not_drawn += asked.not_drawn
        self.refused.update(asked.refused.values())


@dataclass(frozen=True, slots=True)
class Summary:
    """What generate did: a tally for each pattern, how often each gate held, and a few questions to look at."""

    patients: int
    tallies: Mapping[str, Tally]
    gates: Mapping[str, tuple[int, bool]]
    kept: Mapping[str, Mapping[str, int]]
    examples: tuple[Record, ...]


def generate(
    prover: Prover,
    patterns: Sequence[Pattern],
    *,
    setting: Setting,
    options: Options,
    out: Path,
    about: Mapping[str, Any],
    progress: Progress = lambda _done, _all: None,
) -> Summary:
    """Write the question set; `about` (the graph's own account of itself) goes into the manifest.

    Stopped at any moment, it leaves the old set, or none.
    """
    judged = gates(options.largest)
    wanted = Wanted(options.hops, options.per_patient)
    asking = [Asking(plan(pattern), setting, judged, wanted) for pattern in patterns]
    asked_of = patients_of(prover.engine, options.seed)
    tallies = {pattern.id: Tally() for pattern in patterns}
    gated: Counter[str] = Counter()
    written = _Written(options)
    with writing(out, patterns) as (folder, questions):
        progress(0, len(asked_of))
        for start in range(0, len(asked_of), options.batch):
            patients = asked_of[start : start + options.batch]
            records = _batch(prover, asking, patients, tallies, gated)
            written.add(records)
            if not options.per_pattern:
                questions.writelines(line(record) for record in written.take(asked_of))
            progress(min(start + options.batch, len(asked_of)), len(asked_of))
        questions.writelines(line(record) for record in written.take(asked_of))
        questions.flush()
        for name, tally in tallies.items():
            tally.kept = written.counts["pattern"][name]
            tally.not_drawn += written.passed_over[name]
        shown = {gate.name: (gated[gate.name], gate.refuses) for gate in judged}
        kept = {name: dict(sorted(count.items())) for name, count in written.counts.items()}
        summary = Summary(len(asked_of), tallies, shown, kept, tuple(written.examples))
        write_manifest(folder, _manifest(summary, patterns, setting, options, about))
    return summary


def patients_of(engine: Engine, seed: int) -> list[int]:
    """Return every patient of a graph in the order in which they are asked about."""
    found = (row[0] for row in engine.run(parse(_ALL, "patients")).rows)
    return in_hash_order((int(node.id) for node in found if isinstance(node, NodeRef)), seed)


def chosen(patterns: Iterable[Pattern], ids: Sequence[str], themes: Sequence[str]) -> list[Pattern]:
    """Return the patterns of the ids or themes asked for, all without either; UsageError names what there is not."""
    known = list(patterns)
    for wanted, there in ((ids, {p.id for p in known}), (themes, {p.theme for p in known})):
        if strange := sorted(set(wanted) - there):
            raise UsageError(f"there is no {strange[0]!r}. There are {', '.join(sorted(there))}")
    return [p for p in known if (not ids and not themes) or p.id in ids or p.theme in themes]


def _batch(
    prover: Prover, asking: Sequence[Asking], patients: Sequence[int], tallies: Mapping[str, Tally], gated: Counter[str]
) -> list[Record]:
    records: list[Record] = []
    for one in asking:
        asked = one.ask(prover, patients)
        tallies[one.plan.pattern.id].add(asked)
        gated.update(asked.gated)
        records += asked.records
    prove_sources(prover, records)
    for record in records:
        if not record["proofs"]["sourced"]:
            tallies[record["pattern"]].refused["not sourced"] += 1
    records = [record for record in records if record["proofs"]["sourced"]]
    clashing = {record["id"]: (record["pattern"], why) for record, why in same_words(records)}
    for pattern, why in clashing.values():
        tallies[pattern].refused[why] += 1
    return [record for record in records if record["id"] not in clashing]


class _Written:
    """What is to be written, and what is counted of it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.waiting: dict[str, list[Record]] = defaultdict(list)
        self.counts: dict[str, Counter[str]] = {
            name: Counter() for name in ("pattern", "theme", "hops", "kind", "split", "shape")
        }
        self.passed_over: Counter[str] = Counter()
        self.examples: list[Record] = []

    def add(self, records: Iterable[Record]) -> None:
        for record in records:
            self.waiting[record["pattern"]].append(record)
        if not self.options.per_pattern:
            return
        for pattern, waiting in self.waiting.items():
            waiting.sort(key=lambda record: digest("draw", self.options.seed, record["id"]))
            self.passed_over[pattern] += len(waiting[self.options.per_pattern :])
            del waiting[self.options.per_pattern :]

    def take(self, order: Sequence[int]) -> list[Record]:
        place = {patient: position for position, patient in enumerate(order)}
        taken = [record for waiting in self.waiting.values() for record in waiting]
        taken.sort(key=lambda record: (place[record["patient"]], record["pattern"], record["id"]))
        self.waiting.clear()
        for record in taken:
            told = {**record, "kind": record["answer"]["kind"]}
            for name, count in self.counts.items():
                count[str(told[name])] += 1
            if len(self.examples) < _SHOWN and record["pattern"] not in {e["pattern"] for e in self.examples}:
                self.examples.append(record)
        return taken


def _manifest(
    summary: Summary, patterns: Sequence[Pattern], setting: Setting, options: Options, about: Mapping[str, Any]
) -> dict[str, Any]:
    proposed = sum(tally.proposed for tally in summary.tallies.values())
    return {
        "format": _FORMAT,
        "kgqa": __version__,
        "seed": options.seed,
        "options": {
            "hops": options.hops,
            "per_pattern": options.per_pattern,
            "per_patient": options.per_patient,
            "largest": options.largest,
        },
        "graph": {"fingerprint": setting.graph, **about},
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
            }
            for pattern, tally in ((pattern, summary.tallies[pattern.id]) for pattern in patterns)
        },
        "gates": {
            name: {"refuses": refuses, "questions": held, "share": round(held / proposed, 4) if proposed else 0.0}
            for name, (held, refuses) in summary.gates.items()
        },
        "kept": summary.kept,
    }
