"""What is to be found: every planted mention, and every place where the notes and the record do not agree.

The second follows from what was written and ordered, by the definitions below; no note is read and no graph is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kgqa.synth.content import Content
from kgqa.synth.notes import Written
from kgqa.synth.page import Planted
from kgqa.synth.plan import Admission, Order, Person
from kgqa.synth.rows import Cell
from kgqa.synth.rules import Rules

AXES = ("negated", "uncertain", "historical", "hypothetical")
_LISTS = ("medications", "medications_on_admission", "discharge_medications", "medications_on_transfer")
MENTION = (
    "row_id", "subject_id", "hadm_id", "start", "end", "surface", "kind", "key", "concept", "also", "section", *AXES,
    "experiencer", "dose", "dose_unit", "route", "frequency",
)  # fmt: skip
DISCREPANCY = ("kind", "subject_id", "hadm_id", "note", "start", "end", "concept", "other", "value", "unit")


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention that holds for the patient, with its note."""

    note: Written
    planted: Planted


def mention_rows(person: Person, written: Iterable[Written]) -> Iterator[dict[str, Cell]]:
    """Yield a row for every planted mention."""
    for note in written:
        for planted in note.planted:
            plant = planted.plant
            dose = plant.dose
            yield {
                "row_id": note.row_id, "subject_id": person.subject_id, "hadm_id": note.hadm_id, "start": planted.start,
                "end": planted.end, "surface": note.text[planted.start : planted.end], "kind": plant.kind,
                "key": plant.key, "concept": plant.concept, "also": plant.also or None, "section": planted.section,
                **{axis: int(axis in plant.flags) for axis in AXES},
                "experiencer": "family" if "family" in plant.flags else "patient",
                "dose": dose.amount if dose else None, "dose_unit": dose.unit if dose else None,
                "route": (dose.route or None) if dose else None, "frequency": dose.often if dose else None,
            }  # fmt: skip


def discrepancy_rows(
    content: Content, rules: Rules, person: Person, stay: Admission, written: Sequence[Written], orders: Sequence[Order]
) -> Iterator[dict[str, Cell]]:
    """Yield a row for every discrepancy of a stay; `orders` are as the rows have them, dirt and all."""
    finder = _Finder(content, rules, stay, written, orders)
    seen: set[tuple[Cell, ...]] = set()
    for kind, told, concept, other, value, unit in finder.all():
        note = told.note.row_id if told else None
        if (place := (kind, note, concept, other, value)) not in seen:
            seen.add(place)
            yield {
                "kind": kind, "subject_id": person.subject_id, "hadm_id": stay.hadm_id, "note": note,
                "start": told.planted.start if told else None, "end": told.planted.end if told else None,
                "concept": concept, "other": other, "value": value, "unit": unit,
            }  # fmt: skip


_Found = tuple[str, _Told | None, str, str | None, str | None, str | None]


class _Finder:
    def __init__(
        self, content: Content, rules: Rules, stay: Admission, written: Sequence[Written], orders: Sequence[Order]
    ) -> None:
        self._content, self._rules, self._stay, self._orders = content, rules, stay, orders
        self._notes = written
        every = [
            _Told(note, planted)
            for note in written
            if not note.error and note.hadm_id is not None
            for planted in note.planted
        ]
        self._every = every
        self._holds = [told for told in every if not told.planted.plant.flags & {*AXES, "family"} - {"historical"}]
        self._coded = {thing.key for thing in stay.coded if thing.code}
        known = {thing.code: thing.coded_as for thing in stay.coded if thing.code}
        known |= {code: rules.means.get(code, "") for code in stay.course["codes"]}
        self._codes = set(known.values()) - {""}
        # A code of which no disease is known might be any. V and E codes (status, cause) are no diseases.
        self._open = any(not concept and code[0] not in "VE" for code, concept in known.items())

    def all(self) -> Iterator[_Found]:
        """Find the discrepancies of every kind."""
        yield from self._problems()
        yield from self._denials()
        yield from self._conflicts()
        yield from self._drugs()
        yield from self._allergies()
        yield from self._effects()
        yield from self._reasons()
        yield from self._findings()
        said = {told.planted.plant.concept for told in self._every}
        for thing in self._stay.coded:
            if thing.code and thing.concept not in said:
                yield "code_in_no_note", None, thing.coded_as or thing.code, None, None, None

    def _problems(self) -> Iterator[_Found]:
        for told in self._holds:
            plant = told.planted.plant
            if plant.kind == "drug" or not self._content.things[plant.key].disease:
                continue
            if not self._covered(plant.key):
                kind = "problem_perhaps_coded" if self._open else "problem_not_coded"
                yield kind, told, plant.concept, None, None, None
            if plant.key not in self._coded:
                wider = (self._content.things[key] for key in sorted(self._wider(plant.key) & self._coded))
                for thing in wider:
                    if not thing.rough:
                        yield "narrower_than_code", told, plant.concept, thing.coded_as, None, None

    def _covered(self, key: str) -> bool:
        """Say whether a code stands for a problem, or for a wider or narrower form of it."""
        family = self._content.family(key)
        return bool(family & self._coded or {self._content.things[other].concept for other in family} & self._codes)

    def _conflicts(self) -> Iterator[_Found]:
        for told in self._holds:
            for order in self._orders:
                if (order.drug.concept, told.planted.plant.concept) in self._rules.contraindicated:
                    yield "contraindicated", told, told.planted.plant.concept, order.drug.concept, None, None

    def _denials(self) -> Iterator[_Found]:
        for told in self._every:
            plant = told.planted.plant
            if "negated" in plant.flags and plant.flags <= {"negated", "historical"} and plant.concept in self._codes:
                yield "code_denied", told, plant.concept, None, None, None

    def _wider(self, key: str) -> set[str]:
        wider = set(self._content.things[key].kind_of)
        return wider | {up for known in wider for up in self._content.things[known].kind_of}

    def _drugs(self) -> Iterator[_Found]:
        ordered = {order.drug.concept for order in self._orders}
        for told in self._holds:
            plant = told.planted.plant
            if plant.kind != "drug" or told.planted.section not in _LISTS:
                continue
            if plant.concept not in ordered:
                yield "drug_not_ordered", told, plant.concept, None, None, None
            elif plant.dose:
                same = [
                    o.dose for o in self._orders
                    if o.drug.concept == plant.concept and o.dose.unit == plant.dose.unit and "-" not in o.dose.amount
                ]  # fmt: skip
                if same and plant.dose.amount not in {dose.amount for dose in same}:
                    yield "dose_differs", told, plant.concept, None, plant.dose.amount, plant.dose.unit

    def _allergies(self) -> Iterator[_Found]:
        for told in self._holds:
            plant = told.planted.plant
            if told.planted.section != "allergies":
                continue
            for order in self._orders:
                if order.drug.concept == plant.concept:
                    yield "allergy_ordered", told, plant.concept, order.drug.concept, None, None
                elif order.drug.classes & self._content.drugs[plant.key].classes:
                    yield "allergy_class_ordered", told, plant.concept, order.drug.concept, None, None

    def _effects(self) -> Iterator[_Found]:
        for told in self._holds:
            plant = told.planted.plant
            for order in self._orders:
                if (order.drug.concept, plant.concept) in self._rules.induces and self._after(told.note, order):
                    yield "effect_of_drug", told, plant.concept, order.drug.concept, None, None

    def _reasons(self) -> Iterator[_Found]:
        """Find the orders whose reason only a note gives, and those of which neither codes nor notes give one."""
        if self._open:
            return
        for told in self._holds:
            plant = told.planted.plant
            if plant.kind != "drug" and not self._covered(plant.key):
                for order in self._orders:
                    if (order.drug.concept, plant.concept) in self._rules.treats:
                        yield "reason_in_note", told, plant.concept, order.drug.concept, None, None
        if any(note.category == "Discharge summary" and not note.error for note in self._notes):
            told_or_suspected = {
                told.planted.plant.concept
                for told in self._every
                if not told.planted.plant.flags & {"negated", "hypothetical", "family"}
            }
            pairs = self._rules.treats | self._rules.treats_wider
            for order in self._orders:
                drug = order.drug.concept
                if drug in self._rules.treats_any and not any(
                    (drug, reason) in pairs for reason in told_or_suspected | self._codes
                ):
                    yield "order_without_reason", None, order.dose.route, drug, None, None

    def _findings(self) -> Iterator[_Found]:
        """Find what is affirmed of the coded diseases' findings, and what is denied and nowhere affirmed."""
        holds = {told.planted.plant.concept for told in self._holds}
        for told in self._every:
            plant = told.planted.plant
            denied = "negated" in plant.flags and plant.flags <= {"negated", "historical"}
            for disease in sorted(self._codes):
                if (disease, plant.concept) in self._rules.findings:
                    if told in self._holds:
                        yield "finding_of_code", told, plant.concept, disease, None, None
                    elif denied and plant.concept not in holds:
                        yield "finding_denied", told, plant.concept, disease, None, None

    def _after(self, note: Written, order: Order) -> bool:
        """Say whether a note is certainly later than the start of an order, of which only the day is known.

        Of an order that ends before it starts the record says no start.
        """
        if order.first > order.last:
            return False
        midnight = datetime.combine(self._stay.admitted.date(), datetime.min.time())
        return note.at >= midnight + timedelta(days=order.first + 1)
