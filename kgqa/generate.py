"""Makes a question set: every pattern is asked of every patient, in batches, and what is proven is written.

Patients come in the order of their hashes and every choice hangs on ids alone, so the same graph and seed give the same
bytes, and one more chart changes nothing for the others. Only `per_pattern` lets patients compete.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kgqa import __version__
from kgqa.errors import UsageError
from kgqa.graph.protocol import Engine
from kgqa.model import NodeRef
from kgqa.opening import Opened
from kgqa.pattern.header import Pattern, read_pattern, read_patterns
from kgqa.pattern.parse import parse
from kgqa.question.ask import Asked, Asking, Wanted
from kgqa.question.draw import digest, in_hash_order
from kgqa.question.gates import gates, same_words
from kgqa.question.plan import plan
from kgqa.question.prove import Prover, prove_sources
from kgqa.question.record import Record, line
from kgqa.question.store import sha256, write_manifest, writing
from kgqa.stage import Stage, Tell

_FORMAT = 1
_SHOWN = 3
_ALL = "MATCH (p:Patient) RETURN p"


@dataclass(frozen=True, slots=True)
class Options:
    """What a set is made with; all of it stands in the manifest.

    `hops` bounds the measured hops, the others bound numbers of questions (0: no bound); see Wanted and the gates.
    `checked_only` leaves out what leans on a hand-made statement that could not be compared with its place.
    """

    seed: int = 0
    hops: tuple[int, int] | None = None
    per_pattern: int = 0
    per_patient: int = 0
    largest: int = 10
    checked_only: bool = False


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
    opened: Opened, patterns: Sequence[Pattern], *, options: Options, out: Path, tell: Tell = lambda _stage: None
) -> Summary:
    """Write the question set; stopped at any moment, it leaves the old set, or none."""
    prover, setting = opened.prover, opened.setting
    judged = gates(options.largest, checked_only=options.checked_only)
    wanted = Wanted(options.hops, options.per_patient)
    asking = [Asking(plan(pattern), setting, judged, wanted) for pattern in patterns]
    asked_of = patients_of(prover.engine, options.seed)
    tallies = {pattern.id: Tally() for pattern in patterns}
    gated: Counter[str] = Counter()
    written = _Written(options)
    with writing(out, patterns) as (folder, questions):
        for start in range(0, len(asked_of), opened.batch):
            patients = asked_of[start : start + opened.batch]
            written.add(_batch(prover, _told(asking, start, patients, len(asked_of), tell), patients, tallies, gated))
            if not options.per_pattern:
                questions.writelines(line(record) for record in written.take(asked_of))
        questions.writelines(line(record) for record in written.take(asked_of))
        questions.flush()
        for name, tally in tallies.items():
            tally.kept = written.counts["pattern"][name]
            tally.not_drawn += written.passed_over[name]
        shown = {gate.name: (gated[gate.name], gate.refuses) for gate in judged}
        kept = {name: dict(sorted(count.items())) for name, count in written.counts.items()}
        summary = Summary(len(asked_of), tallies, shown, kept, tuple(written.examples))
        write_manifest(folder, _manifest(summary, patterns, options, opened))
    return summary


def patients_of(engine: Engine, seed: int) -> list[int]:
    """Return every patient of a graph in the order in which they are asked about."""
    found = (row[0] for row in engine.run(parse(_ALL, "patients")).rows)
    return in_hash_order((int(node.id) for node in found if isinstance(node, NodeRef)), seed)


def chosen(folder: Path, names: Sequence[str], themes: Sequence[str]) -> list[Pattern]:
    """Return the patterns asked for: by id or theme in the folder, or a file of one's own; without any, the folder's.

    Raises UsageError for an id or theme that there is not, PatternError for a file that is no pattern.
    """
    files = [Path(name) for name in names if name.endswith(".cypher")]
    ids = {name for name in names if not name.endswith(".cypher")}
    known = read_patterns(folder) if ids or themes or not files else ()
    for what, wanted, there in (
        ("pattern", ids, {p.id for p in known}),
        ("theme", set(themes), {p.theme for p in known}),
    ):
        for name in sorted(wanted - there):
            near = get_close_matches(name, sorted(there), n=1, cutoff=0.0)
            raise UsageError(f"there is no {what} {name!r}. Did you mean {near[0] if near else 'another folder'}?")
    everything = not files and not ids and not themes
    found = [p for p in known if everything or p.id in ids or p.theme in themes]
    return sorted([*found, *(read_pattern(file) for file in files)], key=lambda pattern: pattern.id)


def hops_of(text: str | None) -> tuple[int, int] | None:
    """Read bounds of hops, as `3` or `2-4`."""
    if text is None:
        return None
    found = re.fullmatch(r"\s*([1-9]\d?)\s*(?:-\s*([1-9]\d?)\s*)?", text)
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise UsageError(f"--hops {text}: is no number of hops. Write it like 3, or 2-4")
    return int(found[1]), int(found[2] or found[1])


def _told(asking: Sequence[Asking], start: int, patients: Sequence[int], total: int, tell: Tell) -> Iterator[Asking]:
    """Hand out the patterns of a batch, telling how far the whole work is."""
    for number, one in enumerate(asking):
        share = len(patients) / len(asking) / total
        begin = start / total + number * share
        tell(
            Stage(
                f"patients {start + 1}-{start + len(patients)} of {total}: {one.plan.pattern.id}", begin, begin + share
            )
        )
        yield one


def _batch(
    prover: Prover, asking: Iterable[Asking], patients: Sequence[int], tallies: Mapping[str, Tally], gated: Counter[str]
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


def _manifest(summary: Summary, patterns: Sequence[Pattern], options: Options, opened: Opened) -> dict[str, Any]:
    proposed = sum(tally.proposed for tally in summary.tallies.values())
    return {
        "format": _FORMAT,
        "kgqa": __version__,
        "seed": options.seed,
        "options": {name: value for name, value in asdict(options).items() if name != "seed"},
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
            }
            for pattern, tally in ((pattern, summary.tallies[pattern.id]) for pattern in patterns)
        },
        "gates": {
            name: {"refuses": refuses, "questions": held, "share": round(held / proposed, 4) if proposed else 0.0}
            for name, (held, refuses) in summary.gates.items()
        },
        "kept": summary.kept,
    }
