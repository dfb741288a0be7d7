"""A plan as rows of the tables that tell of the stay: who, when, where, with which codes and orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from kgqa.synth.dice import Dice
from kgqa.synth.plan import Admission, Order, Person
from kgqa.synth.rows import Rows, day, moment
from kgqa.synth.shipped import Shipped

_FIRST_ICU = 9_500_000
_STRIDE = 10
# Wards as MIMIC-III numbers them beside its units (TRANSFERS of the demo).
_WARDS = {"MICU": 52, "CCU": 7, "SICU": 57, "TSICU": 14}
_FLOORS = (45, 3, 17, 4, 54, 40, 36)
_LEAVES = ("HOME", "HOME HEALTH CARE", "SNF", "REHAB/DISTINCT PART HOSP")
_FAITHS = ("CATHOLIC", "NOT SPECIFIED", "UNOBTAINABLE", "JEWISH", "PROTESTANT QUAKER", "OTHER")
_PEOPLES = ("WHITE", "WHITE", "WHITE", "BLACK/AFRICAN AMERICAN", "HISPANIC OR LATINO", "ASIAN", "UNKNOWN/NOT SPECIFIED")
# Dirt, in the shares that FACTS of the demo show.
_NO_NDC, _RANGE, _ENDS_EARLY, _STARTS_LATE, _BLANK = 0.14, 0.04, 0.004, 0.004, 0.05
# What happens, unit and ward before and after, from when to when, and during which ICU stay.
_Move = tuple[str, str | None, str | None, int | None, int | None, datetime, datetime | None, int | None]
_SHIFT = 300  # years by which MIMIC-III moves the birth of patients over 89


def icustay_id(admission: Admission) -> int:
    """Return the number of the admission's ICU stay."""
    return _FIRST_ICU + admission.hadm_id % 1_000_000


def icu_times(admission: Admission) -> tuple[datetime, datetime]:
    """Return when the ICU stay begins and ends."""
    enters = admission.admitted + timedelta(minutes=65 + admission.hadm_id % 50)
    leaves = admission.admitted + timedelta(days=admission.icu[1], hours=3)
    return enters, min(leaves, admission.discharged)


def write_patient(rows: Rows, person: Person, admissions: Sequence[Admission], dice: Dice) -> None:
    """Add the patient's own row."""
    died = next((stay.discharged for stay in admissions if stay.dies), None)
    if died is None and dice.happens(0.2):
        died = admissions[-1].discharged + timedelta(days=dice.number(40, 900))
    born = person.born.replace(year=person.born.year - _SHIFT + 90, day=1) if person.over_89 else person.born
    gone = day(died) if died else None
    at_home = gone if died and not admissions[-1].dies else None
    rows.add(
        "PATIENTS", gender=person.sex, dob=day(born), dod=gone,
        dod_hosp=gone if admissions[-1].dies else None, dod_ssn=at_home, expire_flag=int(died is not None),
    )  # fmt: skip


def write_stay(shipped: Shipped, rows: Rows, admission: Admission, dice: Dice) -> tuple[Order, ...]:
    """Add an admission with its ICU stay, transfers, service, codes and orders; return the orders as rows have them."""
    _admission(rows, admission, dice.apart("admission"))
    _places(rows, admission, dice.apart("places"))
    _codes(shipped, rows, admission, dice.apart("codes"))
    written = tuple(
        _order(shipped, rows, admission, order, dice.apart("order", place))
        for place, order in enumerate(admission.orders)
    )
    _carrier(rows, admission, dice.apart("carrier"))
    return written


def _admission(rows: Rows, admission: Admission, dice: Dice) -> None:
    urgent = dice.happens(0.92)
    leaves = moment(admission.discharged)
    arrived = admission.admitted - timedelta(minutes=dice.number(90, 420))
    seen = urgent and dice.happens(0.85)
    rows.add(
        "ADMISSIONS", hadm_id=admission.hadm_id, admittime=moment(admission.admitted), dischtime=leaves,
        deathtime=leaves if admission.dies else None,
        admission_type="EMERGENCY" if urgent else "ELECTIVE",
        admission_location="EMERGENCY ROOM ADMIT" if seen else "TRANSFER FROM HOSP/EXTRAM" if urgent
        else "PHYS REFERRAL/NORMAL DELI",
        discharge_location="DEAD/EXPIRED" if admission.dies else dice.pick(_LEAVES),
        insurance=dice.pick(("Medicare", "Medicare", "Private", "Medicaid")),
        language=dice.pick(("ENGL", "ENGL", "SPAN", "RUSS", "")) or None,
        religion=dice.pick(_FAITHS), marital_status=dice.pick(("MARRIED", "SINGLE", "WIDOWED", "DIVORCED", "")) or None,
        ethnicity=dice.pick(_PEOPLES), edregtime=moment(arrived) if seen else None,
        edouttime=moment(admission.admitted + timedelta(minutes=40)) if seen else None,
        diagnosis=dice.pick(admission.course["complaint"]), hospital_expire_flag=int(admission.dies),
        has_chartevents_data=1,
    )  # fmt: skip


def _places(rows: Rows, admission: Admission, dice: Dice) -> None:
    unit, (enters, leaves) = admission.course["unit"], icu_times(admission)
    ward, floor = _WARDS[unit], dice.pick(_FLOORS)
    stay = icustay_id(admission)
    rows.add(
        "ICUSTAYS", hadm_id=admission.hadm_id, icustay_id=stay, dbsource="metavision", first_careunit=unit,
        last_careunit=unit, first_wardid=ward, last_wardid=ward, intime=moment(enters), outtime=moment(leaves),
        los=round((leaves - enters).total_seconds() / 86400, 4),
    )  # fmt: skip
    moves: list[_Move] = [("admit", None, unit, None, ward, enters, leaves, stay)]
    if leaves < admission.discharged:
        moves.append(("transfer", unit, None, ward, floor, leaves, admission.discharged, None))
        moves.append(("discharge", None, None, floor, None, admission.discharged, None, None))
    else:
        moves.append(("discharge", unit, None, ward, None, leaves, None, None))
    for kind, before, now, ward_before, ward_now, start, end, during in moves:
        rows.add(
            "TRANSFERS", hadm_id=admission.hadm_id, icustay_id=during, dbsource="metavision", eventtype=kind,
            prev_careunit=before, curr_careunit=now, prev_wardid=ward_before, curr_wardid=ward_now,
            intime=moment(start), outtime=moment(end) if end else None,
            los=round((end - start).total_seconds() / 3600, 2) if end else None,
        )  # fmt: skip
    rows.add(
        "SERVICES", hadm_id=admission.hadm_id, transfertime=moment(enters), prev_service=None,
        curr_service=admission.course["service"],
    )  # fmt: skip
    if leaves < admission.discharged:
        asked = moment(leaves - timedelta(hours=dice.number(2, 9)))
        rows.add(
            "CALLOUT", hadm_id=admission.hadm_id, submit_wardid=ward, submit_careunit=unit, curr_wardid=floor,
            curr_careunit=unit, callout_wardid=1, callout_service=admission.course["service"], request_tele=1,
            request_resp=0, request_cdiff=0, request_mrsa=0, request_vre=0, callout_status="Inactive",
            callout_outcome="Discharged", discharge_wardid=floor, acknowledge_status="Acknowledged", createtime=asked,
            updatetime=asked, acknowledgetime=asked, outcometime=moment(leaves),
        )  # fmt: skip


def _codes(shipped: Shipped, rows: Rows, admission: Admission, dice: Dice) -> None:
    codes = [thing.code for thing in admission.coded if thing.code] + list(admission.course["codes"])
    for place, code in enumerate(dict.fromkeys(codes), 1):
        rows.add("DIAGNOSES_ICD", hadm_id=admission.hadm_id, seq_num=place, icd9_code=code)
    done = [code for code, chance in admission.course["procedures"].items() if dice.happens(chance)]
    for place, code in enumerate(done, 1):
        if code in shipped.procedures:
            rows.add("PROCEDURES_ICD", hadm_id=admission.hadm_id, seq_num=place, icd9_code=code)


def _order(shipped: Shipped, rows: Rows, admission: Admission, order: Order, dice: Dice) -> Order:
    product = dict(shipped.product(order.drug.order, order.dose.route))
    first, last = order.first, order.last
    if dice.happens(_ENDS_EARLY):
        first = last + 1
    if dice.happens(_STARTS_LATE):
        first, last = admission.days + 1, admission.days + 2
    amount = order.dose.amount
    if dice.happens(_NO_NDC):
        product["ndc"] = "0"
    if dice.happens(_BLANK):
        product["drug"] += " "
    if order.drug.key in ("morphine", "lorazepam") and dice.happens(_RANGE * 10):
        amount = f"{amount}-{2 * int(amount)}"
    in_icu = first <= admission.icu[1] and dice.happens(0.7)
    rows.add(
        "PRESCRIPTIONS", hadm_id=admission.hadm_id, icustay_id=icustay_id(admission) if in_icu else None,
        startdate=day(admission.admitted + timedelta(days=first)),
        enddate=day(admission.admitted + timedelta(days=last)), drug_type="MAIN", **product,
        dose_val_rx=amount, dose_unit_rx=order.dose.unit, form_val_disp=1, route=order.dose.route,
    )  # fmt: skip
    return replace(order, first=first, last=last, dose=replace(order.dose, amount=amount))


def _carrier(rows: Rows, admission: Admission, dice: Dice) -> None:
    """Add the fluid that an infusion comes in, as the tables do, under a drug type of its own."""
    if not any(order.dose.route == "IV" for order in admission.orders) or dice.happens(0.2):
        return
    start, end = day(admission.admitted), day(admission.admitted + timedelta(days=min(2, admission.days)))
    rows.add(
        "PRESCRIPTIONS", hadm_id=admission.hadm_id, icustay_id=None, startdate=start, enddate=end, drug_type="BASE",
        drug="D5W", formulary_drug_cd="D5W250", ndc="0", prod_strength="250mL Bag", dose_val_rx="250",
        dose_unit_rx="mL", form_val_disp=250, form_unit_disp="mL", route="IV",
    )  # fmt: skip
