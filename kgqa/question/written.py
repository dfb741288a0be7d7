"""The set as it is written: patient by patient, with the marks that only the whole set shows, and what is counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgqa.model import Record
from kgqa.question.pool import Entry, Pool
from kgqa.question.split import Novelty
from kgqa.question.together import answered_elsewhere, commonest

_SHOWN = 3


def commonest_of(entries: Iterable[Entry]) -> set[str]:
    """Return the ids of the entries that the commonest answer of their pattern answers."""
    return commonest({entry.id: (entry.pattern, entry.answer) for entry in entries if entry.answer})


class Written:
    """What is written of a pool, and what is counted of it."""

    def __init__(
        self, entries: Sequence[Entry], twins: Iterable[Record], order: Sequence[int], decided: Mapping[str, bool]
    ) -> None:
        """Take the drawn entries, their twins, the order of the patients, and which gates refuse."""
        self.order, self.decided = order, decided
        self.twins: dict[int, list[Record]] = defaultdict(list)
        for twin in twins:
            self.twins[twin["patient"]].append(twin)
        self.of: dict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            self.of[entry.patient].append(entry)
        self.common = commonest_of(entries)
        known = Novelty((entry.split, entry.pattern, entry.concepts) for entry in entries)
        self.novelty = {entry.id: known.of(entry.split, entry.pattern, entry.concepts) for entry in entries}
        self.gated: Counter[str] = Counter()
        self.examples: list[Record] = []
        self.reasons: dict[str, Counter[str]] = defaultdict(Counter)
        self.counts: dict[str, Counter[str]] = {
            name: Counter() for name in ("pattern", "theme", "hops", "kind", "split", "novelty", "shape")
        }

    def by_patient(self, pool: Pool) -> Iterator[list[Record]]:
        """Yield the records of each patient, with the marks that only the whole set shows."""
        for patient in self.order:
            records = [pool.read(entry) for entry in self.of[patient]] + self.twins[patient]
            records.sort(key=lambda record: (record["pattern"], record["id"]))
            told = answered_elsewhere(records)
            for record in records:
                record["novelty"] = self.novelty[record["twin_of"] or record["id"]]
                for name, holding in (("answer elsewhere", told), ("commonest answer", self.common)):
                    if record["id"] in holding and not self.decided[name]:
                        record["marks"].append(name)
                        self.gated[name] += 1
                self._count(record)
            yield records

    def _count(self, record: Record) -> None:
        if not record["answerable"]:
            self.reasons[record["pattern"]][record["reason"]] += 1
            return
        told = {**record, "kind": record["answer"]["kind"]}
        for name, count in self.counts.items():
            count[str(told[name])] += 1
        if len(self.examples) < _SHOWN and record["pattern"] not in {e["pattern"] for e in self.examples}:
            self.examples.append(record)
