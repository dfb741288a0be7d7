"""A batch of patients: every pattern is asked of them, and what is proven is written to a file of the batch's own.

A batch hangs on its patients alone, so batches can be made in any order and place, and cut anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kgqa.manifest import Tally
from kgqa.model import Record
from kgqa.opening import Opened
from kgqa.pattern.header import Pattern
from kgqa.question.ask import Asking, Wanted
from kgqa.question.gates import gates
from kgqa.question.plan import plan
from kgqa.question.pool import Entry, spool
from kgqa.question.prove import prove_sources
from kgqa.question.together import apart, same_words

Told = Callable[[str, int], None]
"""Is told the pattern that is asked next, and of how many patients."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with every batch: the patterns that are asked, what is wanted, and which gates refuse."""

    patterns: Sequence[Pattern]
    wanted: Wanted
    largest: int
    decided: Mapping[str, bool]


@dataclass(slots=True)
class Made:
    """What came of a batch: its file, an entry for each record in it, what each pattern brought, which gates held."""

    file: Path
    entries: list[Entry] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=dict)
    gated: Counter[str] = field(default_factory=Counter)


class Bench:
    """A task at an opened graph, at which one batch after the other is made."""

    def __init__(self, opened: Opened, task: Task) -> None:
        """Make the patterns ready to be asked."""
        allowed = gates(task.largest, task.decided)
        self._opened, self._task = opened, task
        self.asking = [Asking(plan(one), opened.setting, allowed, task.wanted) for one in task.patterns]

    def make(self, patients: Sequence[int], file: Path, told: Told) -> Made:
        """Ask all patterns of some patients and write what is proven to `file`."""
        prover = self._opened.prover
        made = Made(file, tallies={pattern.id: Tally() for pattern in self._task.patterns})
        records: list[Record] = []
        for one, some in self._turns(patients):
            told(one.plan.pattern.id, len(some))
            asked = one.ask(prover, some)
            made.tallies[one.plan.pattern.id].add(asked)
            made.gated.update(asked.gated)
            records += asked.records
        prove_sources(prover, records)
        for record in records:
            if not record["proofs"]["sourced"]:
                made.tallies[record["pattern"]].refused["not sourced"] += 1
        records = [record for record in records if record["proofs"]["sourced"]]
        clashing = {record["id"]: (record["pattern"], why) for record, why in self._clashing(records)}
        for pattern, why in clashing.values():
            made.tallies[pattern].refused[why] += 1
        made.gated["answer elsewhere"] += sum(why == "answer elsewhere" for _, why in clashing.values())
        made.entries = spool(file, (record for record in records if record["id"] not in clashing))
        return made

    def _turns(self, patients: Sequence[int]) -> Iterator[tuple[Asking, Sequence[int]]]:
        at_once = self._opened.at_once
        for one in self.asking:
            for place in range(0, len(patients), at_once):
                yield one, patients[place : place + at_once]

    def _clashing(self, records: list[Record]) -> Iterator[tuple[Record, str]]:
        """Find what cannot stand beside another question of the patient."""
        clashing = {record["id"]: why for record, why in same_words(records)}
        yield from ((record, clashing[record["id"]]) for record in records if record["id"] in clashing)
        if self._task.decided["answer elsewhere"]:
            rest = sorted((r for r in records if r["id"] not in clashing), key=lambda r: int(r["patient"]))
            for _, group in groupby(rest, key=lambda record: int(record["patient"])):
                mine = list(group)
                kept = apart(mine, self._opened.setting.seed)
                yield from ((record, "answer elsewhere") for record in mine if record["id"] not in kept)
