"""Unanswerable twins: a question with one slot swapped for another of its kind, so that it has no answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgqa.model import Record
from kgqa.question.absence import Slots, key_of
from kgqa.question.cypher import ready_by_name
from kgqa.question.draw import choose
from kgqa.question.plan import Plan
from kgqa.question.record import id_of
from kgqa.question.wording import fill, lint, text_of


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
