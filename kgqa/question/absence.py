"""Why a question has no answer, established by queries: nothing is concluded from the mere lack of a row.

empty            the pattern, for this patient alone, gives no row for what the question says
false premise    what the question names is not in the record where it says, and nothing that could pass for it is
not recorded     it is, and the knowledge for it is, but the record holds nothing of what the pattern then needs
no knowledge     it is, and its concept is known, but the knowledge graph states nothing of what the pattern needs of it
finer than the   it is, but its time is known to the day only, and the pattern asks for the minute
record's precision

All but the first are asked without any condition of the pattern (see Bare), so that no filter is taken for an absence.
What cannot be established so has no reason, and makes no question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kgqa.graph.protocol import Rows
from kgqa.pattern.tree import Query
from kgqa.question.ask import names_of
from kgqa.question.bare import Bare, Link, Part
from kgqa.question.dates import overlap
from kgqa.question.plan import Plan
from kgqa.question.prove import ProvingEngine, fold_rows

FALSE_PREMISE, NOT_RECORDED, NO_KNOWLEDGE, TOO_FINE = REASONS = (
    "false premise",
    "not recorded",
    "no knowledge",
    "finer than the record's precision",
)
_NONE_IS_NO_ANSWER = frozenset({"set", "one", "value", "date", "duration", "most"})  # a count would be 0, a yes-no no
_WORD = re.compile(r"\w+")

Slots = Mapping[str, Mapping[str, Any]]  # as a record has them


@dataclass(frozen=True, slots=True)
class Place:
    """A slot's surroundings: the patient and the names of the places on the way to it."""

    patient: int
    places: tuple[str, ...]


class Absence:
    """What a graph lacks of one pattern for some patients; each piece is asked for once, of all of them."""

    def __init__(self, engine: ProvingEngine, plan: Plan, patients: Iterable[int], batch: int) -> None:
        """Take the patients that questions are about and that their names come from, `batch` in one statement."""
        self.engine, self.plan, self.batch, self.bare = engine, plan, batch, Bare(plan.pattern)
        self.patients = sorted(set(patients))
        self._found: dict[tuple[frozenset[Link], tuple[str, ...]], set[tuple[Any, ...]]] = {}
        self._names: dict[str, Mapping[Place, set[str]]] = {}
        self._concepts: dict[str, tuple[Mapping[Place, set[str]], Mapping[str, set[str]]]] = {}
        self._vague: dict[str, set[tuple[Any, ...]]] = {}

    def reason(self, patient: int, slots: Slots) -> str | None:
        """Return why the pattern has no answer for these slots; None where it has one or no reason is established."""
        if (patient, key_of(self.plan, slots)) in self.answered:
            return None
        missing = [slot for slot in self.bare.nodes if self.bare.walk(slot) and not self.stands(slot, patient, slots)]
        if missing:
            return FALSE_PREMISE if not any(self._passes(slot, patient, slots) for slot in missing) else None
        if self.plan.pattern.answer.kind not in _NONE_IS_NO_ANSWER:
            return None
        for part in self.parts:
            if not self._there(part.links, part.slots, patient, slots) and (why := self._why(part, patient, slots)):
                return why
        return TOO_FINE if any(self._is_vague(slot, patient, slots) for slot in self.bare.nodes) else None

    def stands(self, slot: str, patient: int, slots: Slots) -> bool:
        """Tell whether a node of a slot's name is in the record where the question says."""
        return _name(slots, slot) in self.names(slot).get(self.place(slot, patient, slots), ())

    def asks_precisely(self, slot: str) -> bool:
        """Tell whether the pattern asks for the minute of a slot's time."""
        return not self.bare.is_concept(slot) and self.bare.vague(slot) is not None

    def names(self, slot: str) -> Mapping[Place, set[str]]:
        """Return the names that stand where a slot could stand."""
        if slot not in self._names:
            found: dict[Place, set[str]] = defaultdict(set)
            for patient, *places, name in self._rows(self.bare.looks_for([], (*self.bare.places(slot), slot))):
                found[Place(patient, tuple(places))].add(name)
            self._names[slot] = found
        return self._names[slot]

    @cached_property
    def answered(self) -> set[tuple[int, tuple[Any, ...]]]:
        """What the pattern gives for each patient alone: the patient and what is said of the slots."""
        columns = tuple(item.name for item in self.plan.results.returns)
        alone = self.engine.run_alone(self.plan.results, self.patients)
        rows = [row for patient, cells in alone.items() for row in self.plan.rows(Rows(columns, cells), patient)]
        return set(fold_rows(self.plan, rows, names_of(self.engine, rows)))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the bare pattern."""
        return self.bare.parts()

    def _passes(self, slot: str, patient: int, slots: Slots) -> bool:
        """Tell whether something in the record could pass for what a slot names: by its days, concept or words."""
        place, name = self.place(slot, patient, slots), _name(slots, slot)
        if self.bare.is_place(slot):
            return any(overlap(name, other) for other in self.names(slot).get(place, ()))
        words = _words(name)
        if any(words <= _words(other) or _words(other) <= words for other in self.names(slot).get(place, ())):
            return True
        if slot not in self._concepts:
            at, of = defaultdict(set), defaultdict(set)
            for whose, *places, said, concept in self._rows(self.bare.concepts(slot)):
                at[Place(whose, tuple(places))].add(concept)
                of[said].add(concept)
            self._concepts[slot] = at, of
        at_place, of_name = self._concepts[slot]
        return bool(at_place.get(place, set()) & of_name.get(name, set()))

    def _why(self, part: Part, patient: int, slots: Slots) -> str | None:
        """Say what a part that is not there lacks: what the record holds, or what the knowledge graph states."""
        linked, known = self.bare.linked(part), self.bare.known(part)
        if not self._there(linked, part.slots, patient, slots):
            return None  # nothing is known of an event that refers to no concept
        if not self.bare.knowledge(part.links):
            return NOT_RECORDED
        if self.bare.knowledge(known) != self.bare.knowledge(part.links):
            return None  # what the record lacks decides what would have to be known
        if known == part.links or not self._there(known, part.slots, patient, slots):
            return NO_KNOWLEDGE
        return NOT_RECORDED

    def _is_vague(self, slot: str, patient: int, slots: Slots) -> bool:
        if slot not in self._vague:
            query = None if self.bare.is_concept(slot) else self.bare.vague(slot)
            self._vague[slot] = self._rows(query) if query else set()
        return (patient, *(_name(slots, name) for name in (*self.bare.places(slot), slot))) in self._vague[slot]

    def _there(self, links: frozenset[Link], of: Sequence[str], patient: int, slots: Slots) -> bool:
        told = self.bare.told(links, of)
        if (links, told) not in self._found:  # writing and reading the text takes longer than looking a row up
            self._found[links, told] = self._rows(self.bare.looks_for(links, told))
        return (patient, *(_name(slots, slot) for slot in told)) in self._found[links, told]

    def place(self, slot: str, patient: int, slots: Slots) -> Place:
        """Return where a question says that a slot stands."""
        return Place(patient, tuple(_name(slots, place) for place in self.bare.places(slot)))

    def _rows(self, query: Query) -> set[tuple[Any, ...]]:
        calls = [self.patients[at : at + self.batch] for at in range(0, len(self.patients), self.batch)]
        return {row for call in calls for row in self.engine.run(query, call).rows}


def key_of(plan: Plan, slots: Slots) -> tuple[Any, ...]:
    """Return what a sentence of the pattern says of a record's slots, as the fold compares it."""
    return tuple(
        (slots[name]["value"],)
        if "value" in slots[name]
        else (slots[name]["label"], slots[name]["name"], *(slots[name].get("said", {})[key] for key in plan.said[name]))
        for name in plan.slots
    )


def _name(slots: Slots, slot: str) -> str:
    return str(slots[slot]["name"])


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold()))
