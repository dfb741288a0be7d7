"""Unanswerable twins: a question with one slot swapped for another of its kind, so that it has no answer.

So that words give nothing away, what is swapped in comes from the questions that can be answered, as often as it stands
there: each twin takes a slot of one question and puts it into another of the same pattern. Where a name stands in every
chart, the admission is swapped instead; and some twins name what their own chart does hold, but does not bear out.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from kgqa.model import Record
from kgqa.question.absence import Absence, Slots, key_of
from kgqa.question.cypher import ready_by_name
from kgqa.question.draw import choose, digest
from kgqa.question.plan import Plan
from kgqa.question.record import id_of
from kgqa.question.wording import fill, lint, text_of

_TRIES = 16
_DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
    r"|\b\d{4}-\d\d-\d\d\b"
)
_OWN = 3  # of so many twins one tries a name of its own chart first


@dataclass(frozen=True, slots=True)
class Host:
    """An answerable question, as a twin needs it."""

    id: str
    patient: int
    slots: Slots


@dataclass(frozen=True, slots=True)
class Twin:
    """A host with one slot swapped, and why that has no answer."""

    host: Host
    slots: Slots
    swapped: str
    reason: str


def names_told(hosts: Sequence[Host]) -> Counter[tuple[str, str]]:
    """Count by label the names that the slots of questions say."""
    return Counter((s["label"], s["name"]) for host in hosts for s in host.slots.values() if "name" in s)


class Twins:
    """Draws the twins of one pattern; what a name may still be used for is shared by all patterns."""

    def __init__(self, absence: Absence, hosts: Sequence[Host], seed: int, left: Counter[tuple[str, str]]) -> None:
        """Take the questions of the pattern; `left` says how often each name may still be swapped in."""
        self.absence, self.seed, self.left = absence, seed, left
        self.bare = absence.bare
        self.ring = sorted(hosts, key=lambda host: (digest("host", seed, host.id), host.id))
        self.marks = [digest("host", seed, host.id) for host in self.ring]
        self.things = tuple(slot for slot in self.bare.nodes if not self.bare.is_place(slot))
        self.places = tuple(slot for slot in self.bare.nodes if self.bare.is_place(slot))

    def draw(self, number: int, taken: Callable[[Twin], bool]) -> list[Twin]:
        """Draw up to `number` twins, each of another host; `taken` tells what must not be used."""
        drawn: list[Twin] = []
        used: set[str] = set()
        for source in sorted(self.ring, key=lambda host: (digest("twin", self.seed, host.id), host.id)):
            if len(drawn) == number:
                break
            for host, slot, others in self._tries(source):
                slots = swapped(self.bare.pattern.slots, host.slots, slot, others, self.bare.places)
                if host.id in used or slots is None:
                    continue
                if (reason := self.absence.reason(host.patient, slots)) is None:
                    continue
                twin = Twin(host, slots, slot, reason)
                if not taken(twin):
                    drawn.append(twin)
                    used.add(host.id)
                    self.left[others[slot]["label"], others[slot]["name"]] -= 1
                    break
        return drawn

    def _tries(self, source: Host) -> Iterator[tuple[Host, str, Slots]]:
        """Yield hosts, the slot to swap and what to put in it (and in what goes along), the best first."""
        drawn = int(digest("try", self.seed, source.id)[:8], 16)
        dated = [slot for slot in source.slots if is_dated(source.slots[slot])]
        things = [slot for slot in self.things if slot not in dated]
        things = things[drawn % max(1, len(things)) :] + things[: drawn % max(1, len(things))]
        strangers = [host for host in self._others(source) if host.patient != source.patient]
        if drawn % _OWN == 0 or any(self.absence.asks_precisely(slot) for slot in things):
            yield from self._own(source, [*things, *(slot for slot in self.things if slot in dated)])
        for slot in things:
            yield from ((host, slot, {slot: source.slots[slot]}) for host in strangers)
        for slot in self.places:
            if dated == [slot] or not dated:
                label = source.slots[slot]["label"]
                yield from ((source, slot, {slot: {"name": n, "label": label}}) for n in self._stays(source, slot))
        for slot in self.places[:1]:
            yield from ((source, slot, {name: host.slots[name] for name in {slot, *dated}}) for host in strangers)

    def _own(self, source: Host, things: Sequence[str]) -> Iterator[tuple[Host, str, Slots]]:
        """Yield other names of the same chart and place that still may be used."""
        for slot in things:
            if self.bare.walk(slot) and "said" not in source.slots[slot]:
                label = source.slots[slot]["label"]
                near = self.absence.names(slot).get(self.absence.place(slot, source.patient, source.slots), ())
                free = [name for name in near if name is not None and self._may_say(slot, label, name)]
                for name in sorted(free, key=lambda name: digest("own", self.seed, source.id, name))[:_TRIES]:
                    yield source, slot, {slot: {"name": name, "label": label}}

    def _may_say(self, slot: str, label: str, name: str) -> bool:
        """Tell whether a name may still be used; a date is no one's own, and vague times stand in few charts."""
        return self.left[label, name] > 0 or is_dated({"name": name}) or self.absence.asks_precisely(slot)

    def _stays(self, source: Host, slot: str) -> list[str]:
        """Return the other places of the same patient that could stand in a slot."""
        around = self.absence.place(slot, source.patient, source.slots)
        names = {name for name in self.absence.names(slot).get(around, ()) if name is not None}
        return sorted(names, key=lambda name: digest("stay", self.seed, source.id, name))

    def _others(self, source: Host) -> Iterator[Host]:
        """Yield the hosts that come next on the ring of hashes, so that one more question moves few."""
        start = bisect(self.marks, digest("place", self.seed, source.id))
        for step in range(min(_TRIES, len(self.ring))):
            yield self.ring[(start + step) % len(self.ring)]


def is_dated(slot: Mapping[str, Any]) -> bool:
    """Tell whether a slot says a date: swapped alone, it would contradict the other dates of its question."""
    return _DATE.search(str(slot.get("name", slot.get("value")))) is not None


def swapped(
    labels: Mapping[str, str], slots: Slots, slot: str, others: Slots, places: Callable[[str], Sequence[str]]
) -> dict[str, dict[str, Any]] | None:
    """Return slots with another name in one of them; None where that name stands in them already.

    `others` has what comes into the slot, and into the other dated ones where the slot says a date. What is swapped has
    no ids, nor has what the question says to be in a swapped place.
    """
    name = others[slot]["name"]
    if any(told.get("name") == name and labels[at] == labels[slot] for at, told in slots.items()):
        return None
    made = {at: dict(told) for at, told in slots.items()}
    for at, other in others.items():
        made[at] |= {key: other[key] for key in ("name", "said", "value") if key in other}
        if "ids" in made[at]:
            made[at]["ids"] = []
    for at, told in made.items():
        if "ids" in told and slot in places(at):
            told["ids"] = []
    return made


def allowed(hosts: Sequence[Host], ratio: float) -> Counter[tuple[str, str]]:
    """Return how often each name may be swapped in: in proportion to how often answerable questions say it."""
    return Counter({name: ceil(times * ratio) for name, times in names_told(hosts).items()})


def wordings_of(plan: Plan, slots: Slots) -> list[str]:
    """Return every wording filled with a record's slots."""

    def value(slot: str, key: str | None) -> str:
        told = slots[slot]
        return str(told["said"][key] if key else told["name"]) if "name" in told else text_of(told["value"])

    return [fill(template, value) for template in plan.pattern.ask]


def record_of(plan: Plan, host: Record, twin: Twin, seed: int, *, agreed: bool | None) -> Record:
    """Return the record of a twin: its host's, with what is asked instead and without an answer."""
    identity = id_of(plan, twin.host.patient, key_of(plan, twin.slots))
    texts = wordings_of(plan, twin.slots)
    named = {i for s in twin.slots.values() if s.get("label") == "Admission" for i in s["ids"]}
    return host | {
        "id": identity,
        "question": choose(texts, seed, identity),
        "wordings": texts,
        "admissions": sorted(named),
        "slots": twin.slots,
        "answerable": False,
        "reason": twin.reason,
        "twin_of": twin.host.id,
        "swapped": twin.swapped,
        "answer": {"kind": host["answer"]["kind"], "unit": plan.pattern.answer.unit or None, "values": []},
        "paths": [],
        "absent": [],
        "evidence": [],
        "evidence_question": None,
        "steps": [],
        "links": [],
        "knowledge": [],
        "proofs": dict.fromkeys(host["proofs"]) | {"replayed": True, "agreed": agreed},
        "marks": [],
        "chance": None,
        "candidates": None,
        "decile": None,
        "cypher": ready_by_name(plan, twin.host.patient, {n: s["name"] for n, s in twin.slots.items() if "name" in s}),
        "browser": None,
    }


def well_worded(plan: Plan, slots: Slots) -> bool:
    """Tell whether every wording is a sentence."""
    return not any(lint(text) for text in wordings_of(plan, slots))
