"""One admission: which problems there are, which are coded, which told, what is ordered, and what does not agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kgqa.synth.content import Content, Drug, Thing
from kgqa.synth.dice import Dice
from kgqa.synth.plan import Admission, Listed, Order, Person
from kgqa.synth.rules import Rules

_FIRST_ADMISSION = 9_000_000
_STRIDE = 10  # admissions that a patient can have
_HOME = "home"


@dataclass(frozen=True, slots=True)
class _Problems:
    coded: tuple[Thing, ...]
    told: tuple[Thing, ...]
    uncoded: tuple[Thing, ...]
    denied: Thing | None


def plan_stay(
    content: Content,
    rules: Rules,
    dice: Dice,
    person: Person,
    course: Mapping[str, Any],
    at: datetime,
    turn: int,
) -> Admission:
    """Return an admission of a course that begins at a time; `turn` counts the patient's admissions from 0."""
    conflict = _conflict(content, rules, dice.apart("conflict"), person)
    problems = _problems(content, dice.apart("problems"), person, course, conflict)
    days = dice.number(*course["days"])
    dies = dice.happens(course["death"])
    home = _home(content, dice.apart("home"), person, problems)
    orders, home = _orders(content, dice.apart("orders"), course, home, days)
    if conflict and conflict[1] in (*problems.told, *problems.uncoded):
        orders = _with(orders, conflict[0], dice.apart("against"), days)
    orders = tuple(replace(order, last=min(order.last, days)) for order in orders if order.first <= days)
    affirmed = (*problems.told, *problems.uncoded)
    taken = {name for thing in (*problems.coded, *affirmed) for name in content.family(thing.key)}
    same = {concept for name in taken for concept in (content.things[name].concept, content.things[name].coded_as)}

    def others(part: str, low: int, high: int, part_dice: Dice) -> tuple[Thing, ...]:
        things = [content.things[name] for name in course[part]]
        return tuple(part_dice.some([thing for thing in things if thing.concept not in same], low, high))

    symptoms = tuple(content.things[name] for name, chance in course["symptoms"].items() if dice.happens(chance))
    symptoms = symptoms or (content.things[next(iter(course["symptoms"]))],)
    ruled_out = others("ruled_out", 1, 4, dice.apart("ruled out"))
    suspected = [thing for thing in others("suspected", 0, 2, dice.apart("suspected")) if thing not in ruled_out]
    warned = [content.things[name] for name in content.pools["hypothetical_findings"]]
    return Admission(
        number=turn,
        hadm_id=_FIRST_ADMISSION + person.number * _STRIDE + turn,
        course=course,
        admitted=at,
        days=days,
        icu=(0, min(dice.number(*course["icu"]), days)),
        dies=dies,
        coded=problems.coded,
        chronic=tuple(thing for thing in affirmed if thing in person.chronic or thing in problems.uncoded),
        told=problems.told,
        uncoded=problems.uncoded,
        denied_code=problems.denied,
        symptoms=symptoms,
        denied=tuple(thing for thing in others("denied", 3, 7, dice.apart("denied")) if thing not in symptoms),
        ruled_out=ruled_out,
        suspected=tuple(suspected),
        feared=others("feared", 1, 1, dice.apart("feared")),
        warned=tuple(dice.apart("warned").some(warned, 3, 6)),
        orders=orders,
        home=home,
        leaving=() if dies else _leaving(content, dice.apart("leaving"), orders, course),
        allergies=_allergies(content, dice.apart("allergies"), person, orders),
    )


def _conflict(content: Content, rules: Rules, dice: Dice, person: Person) -> tuple[Drug, Thing] | None:
    """Sometimes order a drug against a problem: one of the patient's own, or one that is then told and not coded."""
    if not dice.happens(0.25):
        return None
    able = [content.things[name] for name in content.pools["uncoded"]]
    pairs = [
        (drug, thing)
        for drug in content.drugs.values()
        for thing in dict.fromkeys((*person.chronic, *able))
        if drug.order and drug.ward and thing.names and (drug.concept, thing.concept) in rules.contraindicated
        and thing.sex in ("", person.sex)
    ]  # fmt: skip
    return dice.pick(pairs) if pairs else None


def _problems(
    content: Content,
    dice: Dice,
    person: Person,
    course: Mapping[str, Any],
    conflict: tuple[Drug, Thing] | None,
) -> _Problems:
    names = [course["principal"], *(name for name, chance in course["also"].items() if dice.happens(chance))]
    coded = [content.things[name] for name in dict.fromkeys(names)]
    taken = {name for thing in coded for name in content.near(thing.key)}
    coded += [thing for thing in person.chronic if thing.key not in taken]
    taken |= {name for thing in coded for name in content.near(thing.key)}
    acute = [thing for thing in coded[1:] if thing not in person.chronic and thing.names]
    certain = {name for name, chance in course["also"].items() if chance == 1.0}
    deniable = [thing for thing in acute if thing.concept == thing.coded_as and thing.key not in certain]
    denied = dice.pick(deniable) if deniable and dice.happens(0.25) else None
    told = [thing for thing in coded if thing.names and thing is not denied]
    if len(told) > 2 and dice.happens(0.2):  # noqa: PLR2004 - a code that no note puts into words
        told.remove(dice.pick(told[1:]))
    for place, thing in enumerate(told):
        narrower = [other for other in content.things.values() if thing.key in other.kind_of and other.names]
        narrower = [other for other in narrower if other not in coded]
        if narrower and thing.code and dice.happens(0.4):
            told[place] = dice.pick(narrower)
    uncoded: list[Thing] = []
    if conflict and conflict[1].key not in taken:
        uncoded.append(conflict[1])
    elif dice.happens(0.4):
        able = [content.things[name] for name in content.pools["uncoded"]]
        able = [thing for thing in able if thing.key not in taken and thing.sex in ("", person.sex)]
        uncoded += dice.some(able, 1, 1)
    return _Problems(tuple(coded), tuple(told), tuple(uncoded), denied)


def _home(content: Content, dice: Dice, person: Person, problems: _Problems) -> tuple[Listed, ...]:
    listed = [person.home[thing.key] for thing in person.chronic if thing.key in person.home]
    for thing in problems.uncoded:
        drugs = [content.drugs[name] for name in thing.drugs if content.drugs[name].home]
        if drugs and dice.happens(0.85):
            drug = dice.pick(drugs)
            listed.append(Listed(drug, dice.pick(drug.home)))
    return tuple({line.drug.concept: line for line in reversed(listed)}.values())


def _orders(
    content: Content, dice: Dice, course: Mapping[str, Any], home: tuple[Listed, ...], days: int
) -> tuple[tuple[Order, ...], tuple[Listed, ...]]:
    """Return the orders and the list of home drugs; of the latter some are not ordered, or in another dose."""
    orders: list[Order] = []
    for name, first, last in course["drugs"]:
        drug = content.drugs[name]
        doses = drug.home if last == _HOME and drug.home else drug.ward
        own = [line.dose for line in home if line.drug.key == name]
        dose = own[0] if own and last == _HOME else dice.pick(doses)
        orders.append(Order(drug, dose, first, days if last in (-1, _HOME) else int(last)))
    ordered = {order.drug.concept for order in orders}
    forgotten = dice.pick(home) if home and dice.happens(0.35) else None
    changed = dice.pick(home) if home and dice.happens(0.35) else None
    for line in home:
        if line.drug.concept in ordered or line is forgotten or not line.drug.order:
            continue
        dose = line.dose
        if line is changed:
            dose = dice.pick([other for other in line.drug.home if other.amount != dose.amount] or [dose])
        first = dice.number(0, min(2, days))
        orders.append(Order(line.drug, dose, first, days))
    return tuple(orders), home


def _with(orders: tuple[Order, ...], drug: Drug, dice: Dice, days: int) -> tuple[Order, ...]:
    if drug.concept in {order.drug.concept for order in orders}:
        return orders
    first = dice.number(0, min(2, days))
    return (*orders, Order(drug, dice.pick(drug.ward), first, min(days, first + dice.number(1, 3))))


def _leaving(content: Content, dice: Dice, orders: Sequence[Order], course: Mapping[str, Any]) -> tuple[Listed, ...]:
    """Return the drugs of the discharge list: what was ordered to be taken on, and at times one that never was."""
    on = {name for name, _, last in course["drugs"] if last == _HOME}
    lines = [Listed(order.drug, order.dose) for order in orders if order.drug.key in on or order.dose.route == "PO"]
    lines = [line for line in lines if line.dose in line.drug.home]
    if dice.happens(0.25):
        known = {order.drug.concept for order in orders}
        new = [drug for drug in content.drugs.values() if drug.home and drug.names and drug.concept not in known]
        drug = dice.pick(new)
        lines.append(Listed(drug, dice.pick(drug.home)))
    if lines and dice.happens(0.2):
        place = dice.number(0, len(lines) - 1)
        line = lines[place]
        lines[place] = Listed(line.drug, dice.pick([d for d in line.drug.home if d != line.dose] or [line.dose]))
    return tuple(lines)


def _allergies(content: Content, dice: Dice, person: Person, orders: Iterable[Order]) -> tuple[Drug, ...]:
    """Return the allergies that the notes of this stay list: the patient's, and at times a drug that is ordered."""
    found = list(person.allergies)
    named = [order.drug for order in orders if order.drug.names]
    if named and dice.happens(0.18):
        found.append(dice.pick(named))
    elif dice.happens(0.15):
        classes = {name for drug in named for name in drug.classes}
        kin = [d for d in content.drugs.values() if d.names and d.classes & classes and d not in named]
        found += dice.some(kin, 1, 1)
    return tuple({drug.concept: drug for drug in found}.values())
