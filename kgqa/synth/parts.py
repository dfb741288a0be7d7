"""The parts of a note that are not told in sentences: heads, lists of drugs, allergies, results, ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kgqa.synth.content import Content, Dose, Drug
from kgqa.synth.dice import Dice
from kgqa.synth.page import joined
from kgqa.synth.plan import Admission, Listed, Person
from kgqa.synth.rows import Rows, moment
from kgqa.synth.wording import Piece, chosen, drug_named, named

# Short names of tests that are no names of drugs or problems.
_SHORT = {
    "sodium": "Na", "potassium": "K", "chloride": "Cl", "bicarbonate": "HCO3", "urea": "BUN", "creatinine": "Cr",
    "white_cells": "WBC", "hemoglobin": "Hgb", "hematocrit": "Hct", "platelets": "Plt", "inr": "INR",
    "lactate": "Lactate", "troponin": "TropT", "bilirubin": "TBili", "ph": "pH", "pco2": "pCO2", "lipase": "Lipase",
}  # fmt: skip
_SERVICES = {"MED": "MEDICINE", "CMED": "CARDIOLOGY", "NMED": "NEUROLOGY", "ORTHO": "ORTHOPAEDICS"}


def _date(at: datetime) -> str:
    return f"[**{at.year}-{at.month}-{at.day}**]"


def words(person: Person, stay: Admission, dice: Dice) -> dict[str, Sequence[str]]:
    """Return the words that sentences take for this patient, people and places as de-identified notes have them."""
    he, his, him = ("she", "her", "her") if person.sex == "F" else ("he", "his", "him")
    man = ("woman", "female", "lady") if person.sex == "F" else ("man", "male", "gentleman")
    age = person.age(stay.admitted)
    number = dice.number(2, 99)
    short = f"[**{stay.admitted.month}-{stay.admitted.day}**]"
    hospitals = ("[**Hospital1 **]", "[**Hospital 1263**]", f"[**Hospital{number} **]", "OSH", "an outside hospital")
    return {
        "he": (he,),
        "He": (he.capitalize(), he.capitalize(), "The patient", "Pt", "Patient"),
        "his": (his,),
        "His": (his.capitalize(),),
        "him": (him,),
        "man": man,
        "age": ("[**Age over 90 **]",) if person.over_89 else (str(age),),
        "age2": tuple(map(str, range(48, 82))),
        "hospital": hospitals,
        "name": (
            f"[**Known lastname {number}**]", f"[**First Name{number} (NamePattern2) 77**]", "Mr. [**Known lastname **]"
            if person.sex == "M" else "Ms. [**Known lastname **]",
        ),
        "doctor": (f"Dr. [**Last Name (STitle) {number}**]", f"[**First Name ({number}) **] [**Last Name **], MD"),
        "day": (_date(stay.admitted), _date(stay.admitted + timedelta(days=1)), short),
        "n": ("2", "3", "4", "5", "6"),
        "n2": ("7", "8", "9", "10", "12", "14"),
        "year": (f"[**{stay.admitted.year - dice.number(3, 25)}**]",),
        "thing": tuple(stay.course["planned"]),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Maker:
    """What the parts are made from."""

    person: Person
    stay: Admission
    wording: Mapping[str, Any]
    rows: Rows
    content: Content
    dice: Dice


def _header(made: Maker) -> list[Piece]:
    stay, gap = made.stay, " " * made.dice.number(6, 18)
    born = _date(made.person.born) if not made.person.over_89 else "[**Date of birth over 90 **]"
    service = _SERVICES.get(stay.course["service"], "SURGERY")
    return [
        Piece(f"Admission Date:  {_date(stay.admitted)}{gap}Discharge Date:   {_date(stay.discharged)}\n\n"),
        Piece(f"Date of Birth:  {born}{gap}Sex:   {made.person.sex}\n\nService: {service}"),
    ]  # fmt: skip


def _chief(made: Maker) -> list[Piece]:
    dice = made.dice
    things = dice.some(made.stay.symptoms, 1, 2)
    pieces = joined([[named(thing, "yes", dice)] for thing in things], dice.pick((", ", " and ", "/")))
    first = pieces[0]
    return [Piece(first.text[0].upper() + first.text[1:], first.plant), *pieces[1:]]


def _allergies(made: Maker) -> list[Piece]:
    dice, drugs = made.dice, made.stay.allergies
    if not drugs:
        none = (
            "No Known Allergies / Adverse Drug Events",
            "NKDA",
            "Patient recorded as having No Known Allergies to Drugs",
        )
        return [Piece(dice.pick(none))]
    reactions = made.content.pools["allergies"]
    lines: list[list[Piece]] = []
    style = dice.pick(("slash", "lines", "reaction", "numbered"))
    for number, drug in enumerate(drugs, 1):
        piece = drug_named(drug, dice)
        line = [Piece(piece.text[0].upper() + piece.text[1:], piece.plant)]
        if style == "numbered":
            line.insert(0, Piece(f"{number}. "))
        if style == "reaction" and drug.key in reactions:
            line.append(Piece(f" ({dice.pick(reactions[drug.key])})"))
        lines.append(line)
    return joined(lines, " / " if style == "slash" else "\n")


def _drug_lines(made: Maker, listed: Sequence[Listed], *, doses: bool = True) -> list[Piece]:
    dice, wording = made.dice, made.wording
    numbered, caps = dice.happens(0.5), dice.happens(0.5)
    bullet = dice.pick(("- ", "* ", ""))
    form = dice.pick(wording["lines"])
    lines: list[list[Piece]] = []
    for number, line in enumerate(listed, 1):
        other = dice.pick(wording["lines"]) if dice.happens(0.3) else form
        solid = line.dose.unit == "mg" and line.dose.route == "PO"
        text = chosen(other if solid or "Sig" not in other else wording["lines_other"][0], dice)
        if not doses:
            text = chosen(dice.pick(wording["bare"]), dice)
        pieces = [Piece(f"{number}. " if numbered else bullet)]
        pieces += _drug_line(text, line.drug, line.dose if "{dose}" in text else None, wording, dice)
        if caps:
            place = next(place for place, piece in enumerate(pieces) if piece.plant)
            pieces[place] = Piece(pieces[place].text[0].upper() + pieces[place].text[1:], pieces[place].plant)
        lines.append([piece for piece in pieces if piece.text])
    return joined(lines, "\n")


def _drug_line(text: str, drug: Drug, dose: Dose | None, wording: Mapping[str, Any], dice: Dice) -> list[Piece]:
    before, after = text.split("{drug}")
    if dose:
        amount = dice.pick(wording["units"][dose.unit]).replace("{n}", dose.amount)
        route = dice.pick(wording["routes"].get(dose.route, (dose.route,)))
        often = dice.pick(wording["often"][dose.often])
        told = Dose(dose.amount, dose.unit, dose.route if "{route}" in after else "", dose.often)
        after = after.replace("{dose}", amount).replace("{route}", route).replace("{often}", often).rstrip(" ,")
        return [Piece(before), drug_named(drug, dice, dose=told), Piece(after)]
    return [Piece(before), drug_named(drug, dice), Piece(after)]


def _home_drugs(made: Maker) -> list[Piece]:
    if not made.stay.home:
        return [Piece(made.dice.pick(("None", "none", "None known", "Unable to obtain")))]
    return _drug_lines(made, made.stay.home, doses=made.dice.happens(0.85))


def _discharge_drugs(made: Maker) -> list[Piece]:
    if made.stay.dies:
        return [Piece(made.dice.pick(("Expired", "None, expired", "n/a")))]
    return _drug_lines(made, made.stay.leaving) if made.stay.leaving else [Piece("None")]


def _ward_drugs(made: Maker) -> list[Piece]:
    named_orders = [order for order in made.stay.orders if order.drug.names and order.dose.route != "IV DRIP"]
    some = made.dice.some(named_orders, 1, 5)
    return _drug_lines(made, [Listed(order.drug, order.dose) for order in some]) if some else []


def _laboratory(made: Maker) -> list[Piece]:
    dice = made.dice
    values: dict[int, str] = {}
    for row in made.rows.tables["LABEVENTS"]:
        if row["hadm_id"] == made.stay.hadm_id and row["valuenum"] is not None:
            values.setdefault(int(row["itemid"] or 0), str(row["valuenum"]))
    known = [
        (_SHORT[key], values[lab.item])
        for key, lab in made.content.labs.items()
        if key in _SHORT and lab.item in values
    ]
    sign = dice.pick(("-", " ", ": ", " "))
    shown = [f"{name}{sign}{value}" for name, value in dice.some(known, 6, 13)]
    start = dice.pick((f"{_date(made.stay.admitted)} 05:{dice.number(10, 59)}AM BLOOD ", "", "On admission: "))
    return [Piece(start + dice.pick((" ", ", ", "  ", "\n")).join(shown))] if shown else []


def _disposition(made: Maker) -> list[Piece]:
    if made.stay.dies:
        return [Piece("Discharge Disposition:\nExpired")]
    place = made.dice.pick(("Home", "Home With Service", "Extended Care", "Rehab"))
    return [
        Piece(f"Discharge Disposition:\n{place}\n\n"),
        Piece(f"Facility:\n[**Hospital3 {made.dice.number(2, 990)}**] - [**Location (un) **]"),
    ]


def _follow_up(made: Maker) -> list[Piece]:
    when = _date(made.stay.discharged + timedelta(days=made.dice.number(6, 20)))
    dice = made.dice
    number = dice.number(10, 99)
    phone = f"Phone:[**Telephone/Fax (1) {number}**]"
    return [
        Piece(dice.pick((
            f"Provider: [**Name10 (NameIs) {number}**], MD {phone}\nDate/Time: {when} 9:30",
            f"Please follow up with your primary doctor on {when}.",
            f"Appointment with Dr. [**Last Name (STitle) {dice.number(10, 99)}**] on {when}.",
        )))
    ]  # fmt: skip


def _sign(made: Maker) -> list[Piece]:
    number = made.dice.number(1, 99)
    return [Piece(made.dice.pick((
        f"[**First Name{number} (NamePattern1) **] [**Last Name (NamePattern1) {number}**], MD PGY-{number % 3 + 1}",
        f"Dictated by: [**Name8 (MD) {number}**], M.D.",
        f"Electronically signed by [**Name6 (MD) {number}**] {moment(made.stay.admitted)[11:16]}",
    )))]  # fmt: skip


def _radiology_header(made: Maker) -> list[Piece]:
    dice = made.dice
    clip = f"Clip # [**Clip Number (Radiology) {dice.number(1000, 99999)}**]"
    at = f"{_date(made.stay.admitted)} {dice.number(1, 12)}:{dice.number(10, 59)} AM"
    return [Piece(f"{at}\n CHEST (PORTABLE AP){' ' * 30}{clip}\n{'_' * 60}")]


def _echo_header(made: Maker) -> list[Piece]:
    dice = made.dice
    size = f"Height: (in) {dice.number(60, 74)}\nWeight (lb): {dice.number(110, 260)}"
    pressure = f"{dice.number(95, 160)}/{dice.number(50, 90)}"
    return [Piece(f"PATIENT/TEST INFORMATION:\n{size}\nBP (mm Hg): {pressure}\nStatus: Inpatient")]


MAKERS: Mapping[str, Callable[[Maker], list[Piece]]] = {
    "header": _header, "chief": _chief, "allergies": _allergies, "home_drugs": _home_drugs,
    "discharge_drugs": _discharge_drugs, "ward_drugs": _ward_drugs, "laboratory": _laboratory,
    "disposition": _disposition, "follow_up": _follow_up, "sign": _sign, "radiology_header": _radiology_header,
    "echo_header": _echo_header,
}  # fmt: skip
