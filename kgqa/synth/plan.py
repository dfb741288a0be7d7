"""Who a patient is and what happens, as decisions only.

record.py turns a plan into rows, notes.py into texts, and truth.py into what is to be found in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kgqa.synth.content import Content, Dose, Drug, Thing
from kgqa.synth.dice import Dice

_FIRST_SUBJECT = 900_000
_OVER_89 = 90
_OLD = 50  # years from which long-standing problems have their full chance


@dataclass(frozen=True, slots=True)
class Order:
    """A drug ordered from one day to another; both count from the day of admission."""

    drug: Drug
    dose: Dose
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list of drugs in a note."""

    drug: Drug
    dose: Dose


@dataclass(frozen=True)
class Person:
    """What stays the same in all admissions of a patient."""

    number: int
    sex: str
    born: datetime
    over_89: bool
    chronic: tuple[Thing, ...]
    home: Mapping[str, Listed]
    remote: tuple[Thing, ...]
    family: tuple[Thing, ...]
    family_denied: tuple[Thing, ...]
    allergies: tuple[Drug, ...]

    @property
    def subject_id(self) -> int:
        """The patient's number in the tables; no patient of MIMIC-III has one as high."""
        return _FIRST_SUBJECT + self.number

    def age(self, at: datetime) -> int:
        """Return the whole years at a time."""
        return at.year - self.born.year - ((at.month, at.day) < (self.born.month, self.born.day))


@dataclass(frozen=True)
class Admission:
    """One stay.

    `coded` has codes and `told` is affirmed in notes, which may be a narrower form of what is coded; `uncoded` is
    affirmed without a code, `denied_code` coded and denied. The others are what notes deny, exclude, think possible,
    guard against and warn of. `home` and `leaving` are the lists of drugs as notes have them.
    """

    number: int
    hadm_id: int
    course: Mapping[str, Any]
    admitted: datetime
    days: int
    icu: tuple[int, int]
    dies: bool
    coded: tuple[Thing, ...]
    chronic: tuple[Thing, ...]
    told: tuple[Thing, ...]
    uncoded: tuple[Thing, ...]
    denied_code: Thing | None
    symptoms: tuple[Thing, ...]
    denied: tuple[Thing, ...]
    ruled_out: tuple[Thing, ...]
    suspected: tuple[Thing, ...]
    feared: tuple[Thing, ...]
    warned: tuple[Thing, ...]
    orders: tuple[Order, ...]
    home: tuple[Listed, ...]
    leaving: tuple[Listed, ...]
    allergies: tuple[Drug, ...]

    @property
    def discharged(self) -> datetime:
        """The end of the stay, or the death."""
        return (self.admitted + timedelta(days=self.days)).replace(hour=11 + self.hadm_id % 8, minute=self.hadm_id % 60)


def plan_person(content: Content, dice: Dice, number: int, start: datetime) -> Person:
    """Return who patient `number` is; `start` is the first admission."""
    sex = dice.pick(("F", "M"))
    age = dice.number(_OVER_89, 96) if dice.happens(0.05) else dice.number(31, 88)
    born = start - timedelta(days=age * 365 + age // 4 + dice.number(20, 340))
    chronic = _chronic(content, dice.apart("chronic"), sex, age)
    home: dict[str, Listed] = {}
    for thing in chronic:
        own = dice.apart("home", thing.key)
        drugs = [content.drugs[name] for name in thing.drugs if content.drugs[name].home]
        if drugs and own.happens(0.85):
            drug = own.pick(drugs)
            home[thing.key] = Listed(drug, own.pick(drug.home))
    kin = [content.things[name] for name in content.pools["family"]]
    family = tuple(dice.some(kin, 1, 3))
    remote = [content.things[name] for name in content.pools["past"]]
    allergies = [content.drugs[name] for name in content.pools["allergies"]]
    return Person(
        number=number,
        sex=sex,
        born=born.replace(hour=0, minute=0),
        over_89=age >= _OVER_89,
        chronic=chronic,
        home=home,
        remote=tuple(dice.some(remote, 0, 1)),
        family=family,
        family_denied=tuple(dice.some([thing for thing in kin if thing not in family], 0, 2)),
        allergies=tuple(dice.some(allergies, 1, 2)) if dice.happens(0.4) else (),
    )


def _chronic(content: Content, dice: Dice, sex: str, age: int) -> tuple[Thing, ...]:
    found: list[Thing] = []
    for name, chance in content.pools["chronic"].items():
        thing = content.things[name]
        related = any(name in content.near(other.key) for other in found)
        if dice.happens(chance * (1.0 if age >= _OLD else 0.5)) and thing.sex in ("", sex) and not related:
            found.append(thing)
    return tuple(found[:7])
