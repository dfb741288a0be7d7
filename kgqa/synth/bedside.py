"""What was measured and given hour by hour: laboratory, cultures, vital signs, infusions, urine, bedside procedures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

from kgqa.errors import SourceError
from kgqa.synth.content import Content, Lab
from kgqa.synth.dice import Dice
from kgqa.synth.plan import Admission
from kgqa.synth.record import icu_times, icustay_id
from kgqa.synth.rows import Cell, Rows, day, moment
from kgqa.synth.shipped import Row, Shipped

NURSES = (90_001, 90_002, 90_003)
DOCTORS = (90_011, 90_012)
OTHERS = {"Nutrition": 90_021, "Respiratory ": 90_022, "Social Work": 90_023}
_NO_NUMBER, _NO_ADMISSION = 0.02, 0.35
# Vital signs with the middle and spread of what the demo charts (CHARTEVENTS, Metavision).
_VITALS = (
    ("Heart Rate", 88, 14, "bpm"), ("Respiratory Rate", 20, 4, "insp/min"), ("O2 saturation pulseoxymetry", 96, 2, "%"),
    ("Non Invasive Blood Pressure systolic", 121, 16, "mmHg"), ("Non Invasive Blood Pressure diastolic", 62, 9, "mmHg"),
)  # fmt: skip
# Drugs whose infusion Metavision charts, with item, amount a dose, unit, rate and unit of the rate.
_Infusion = tuple[str, float, str, float | None, str | None]
_INFUSIONS: Mapping[str, _Infusion] = {
    "norepinephrine": ("Norepinephrine", 0.6, "mg", 0.1, "mcg/kg/min"),
    "insulin_regular": ("Insulin - Regular", 24, "units", 4, "units/hour"),
    "heparin_drip": ("Heparin Sodium", 5200, "units", 1300, "units/hour"),
    "propofol": ("Propofol", 370, "mg", 40, "mcg/kg/min"),
    "vancomycin": ("Vancomycin", 1, "dose", None, None),
    "cefepime": ("Cefepime", 1, "dose", None, None),
    "pantoprazole": ("Pantoprazole (Protonix)", 1, "dose", None, None),
}
_BLOOD = ("Packed Red Blood Cells", "Fresh Frozen Plasma")


def write_bedside(content: Content, shipped: Shipped, rows: Rows, admission: Admission, dice: Dice) -> None:
    """Add everything measured and given in a stay."""
    _labs(content, rows, admission, dice.apart("labs"))
    _before(content, rows, admission, dice.apart("before"))
    _cultures(content, shipped, rows, admission, dice.apart("cultures"))
    _vitals(shipped, rows, admission, dice.apart("vitals"))
    _given(shipped, rows, admission, dice.apart("given"))
    _procedures(shipped, rows, admission, dice.apart("procedures"))


def item(shipped: Shipped, table: str, label: str) -> Row:
    """Return the row of D_ITEMS that a label names among what a table charts."""
    found = shipped.items.get((table, label))
    if found is None:
        raise SourceError(f"D_ITEMS: no item {label} for {table}. Write the label as D_ITEMS has it")
    return found


def _labs(content: Content, rows: Rows, admission: Admission, dice: Dice) -> None:
    off: Mapping[str, str] = admission.course["labs"]
    for key, lab in content.labs.items():
        side = off.get(key)
        if not (lab.daily or side):
            continue
        own = dice.apart(key)
        peak = _off(lab, side, own)
        middle = own.between(*lab.normal)
        for number in range(admission.days + 1 if lab.daily else min(admission.days + 1, 4)):
            # What was off comes back within days, and does not where the patient dies.
            left = max(0.0, 1 - number / max(2, admission.days * 0.7)) if not admission.dies else 1 - 0.05 * number
            value = middle + (peak - middle) * left if peak is not None else middle
            value += own.between(-0.5, 0.5) * (lab.normal[1] - lab.normal[0]) * 0.3
            at = admission.admitted + timedelta(days=number, minutes=own.number(10, 90))
            if number:
                at = at.replace(hour=5, minute=own.number(2, 55))
            if at < admission.discharged:
                _lab(rows, admission.hadm_id, lab, value, moment(at), own)


def _off(lab: Lab, side: str | None, dice: Dice) -> float | None:
    span = {"low": lab.low, "high": lab.high}.get(side or "")
    return dice.between(*span) if span else None


def _lab(rows: Rows, hadm_id: int | None, lab: Lab, value: float, at: str, dice: Dice) -> None:
    value = max(round(value, lab.digits), 10**-lab.digits if lab.digits else 1)
    number: Cell = value if lab.digits else int(value)
    if dice.happens(_NO_NUMBER):
        number = None
    low = lab.low is not None and value < lab.normal[0]
    high = lab.high is not None and value > lab.normal[1]
    rows.add(
        "LABEVENTS", hadm_id=hadm_id, itemid=lab.item, charttime=at,
        value=number if number is not None else dice.pick(("ERROR", "UNABLE TO REPORT", "NOTDONE")), valuenum=number,
        valueuom=lab.unit or None, flag="abnormal" if number is not None and (low or high) else None,
    )  # fmt: skip


def _before(content: Content, rows: Rows, admission: Admission, dice: Dice) -> None:
    """Add what was measured before the stay: rows without an admission."""
    if admission.number or not dice.happens(_NO_ADMISSION * 2):
        return
    for visit in range(dice.number(1, 5)):
        at = admission.admitted - timedelta(days=dice.number(6, 30) + visit * 30, minutes=dice.number(1, 400))
        for lab in content.labs.values():
            if lab.daily and dice.happens(0.8):
                _lab(rows, None, lab, dice.between(*lab.normal), moment(at), dice)


def _cultures(content: Content, shipped: Shipped, rows: Rows, admission: Admission, dice: Dice) -> None:
    for specimen, grows, organisms in admission.course["cultures"]:
        at = admission.admitted + timedelta(minutes=dice.number(5, 200))
        common: dict[str, Cell] = {
            "hadm_id": admission.hadm_id, "chartdate": day(at), "charttime": moment(at) if dice.happens(0.85) else None,
            "spec_itemid": shipped.micro["spec_type_desc", specimen], "spec_type_desc": specimen,
        }  # fmt: skip
        if not dice.happens(grows):
            rows.add("MICROBIOLOGYEVENTS", **common)
            continue
        organism = dice.pick(organisms)
        common |= {"org_itemid": shipped.micro["org_name", organism], "org_name": organism, "isolate_num": 1}
        tested = content.cultures[organism]
        if not tested:
            rows.add("MICROBIOLOGYEVENTS", **common)
        for antibiotic, susceptible in tested.items():
            works = dice.happens(susceptible)
            rows.add(
                "MICROBIOLOGYEVENTS", **common, ab_itemid=shipped.micro["ab_name", antibiotic], ab_name=antibiotic,
                dilution_text="<=1" if works else "=>32", dilution_comparison="<=" if works else "=>",
                dilution_value=1 if works else 32, interpretation="S" if works else "R",
            )  # fmt: skip


def _vitals(shipped: Shipped, rows: Rows, admission: Admission, dice: Dice) -> None:
    enters, leaves = icu_times(admission)
    for number in range(int((leaves - enters).total_seconds() // (6 * 3600)) + 1):
        at = (enters + timedelta(hours=6 * number)).replace(minute=0, second=0)
        for label, middle, spread, unit in _VITALS:
            value = int(dice.between(middle - spread, middle + spread))
            wrong = dice.happens(0.003)
            value *= 10 if wrong else 1
            rows.add(
                "CHARTEVENTS", hadm_id=admission.hadm_id, icustay_id=icustay_id(admission),
                itemid=item(shipped, "chartevents", label)["itemid"], charttime=moment(at),
                storetime=moment(at + timedelta(minutes=14)), cgid=dice.pick(NURSES), value=value,
                valuenum=value, valueuom=unit, warning=int(wrong), error=int(wrong),
            )  # fmt: skip
        rows.add(
            "OUTPUTEVENTS", hadm_id=admission.hadm_id, icustay_id=icustay_id(admission),
            itemid=item(shipped, "outputevents", "Foley")["itemid"], charttime=moment(at),
            value=dice.number(40, 600), valueuom="mL", storetime=moment(at), cgid=dice.pick(NURSES),
        )  # fmt: skip


def _given(shipped: Shipped, rows: Rows, admission: Admission, dice: Dice) -> None:
    enters, leaves = icu_times(admission)
    for order in admission.orders:
        if order.drug.key in _INFUSIONS and order.first <= admission.icu[1]:
            label, amount, unit, rate, rate_unit = _INFUSIONS[order.drug.key]
            hours = [enters + timedelta(hours=4 + 8 * number) for number in range(4)]
            for start, end in pairwise(hour for hour in hours if hour < leaves):
                _input(shipped, rows, admission, dice, (label, amount, unit, rate, rate_unit), start, end)
    for label in _BLOOD:
        if dice.happens(admission.course["events"].get(label, 0)):
            for number in range(dice.number(1, 3)):
                start = enters + timedelta(hours=2 + 3 * number)
                blood: _Infusion = (label, 350, "ml", 175, "mL/hour")
                _input(shipped, rows, admission, dice, blood, start, start + timedelta(hours=2))


def _input(
    shipped: Shipped, rows: Rows, admission: Admission, dice: Dice, what: _Infusion, start: datetime, end: datetime
) -> None:
    label, amount, unit, rate, rate_unit = what
    order = len(rows.tables["INPUTEVENTS_MV"])
    rows.add(
        "INPUTEVENTS_MV", hadm_id=admission.hadm_id, icustay_id=icustay_id(admission), starttime=moment(start),
        endtime=moment(end), itemid=item(shipped, "inputevents_mv", label)["itemid"], amount=amount, amountuom=unit,
        rate=rate, rateuom=rate_unit, storetime=moment(end), cgid=dice.pick(NURSES), orderid=order + 1,
        linkorderid=order + 1, ordercategoryname="01-Drips" if rate else "08-Antibiotics (IV)",
        ordercomponenttypedescription="Main order parameter",
        ordercategorydescription="Continuous Med" if rate else "Drug Push", patientweight=dice.number(52, 110),
        totalamount=amount, totalamountuom=unit, isopenbag=0, continueinnextdept=0, cancelreason=0,
        statusdescription="FinishedRunning", originalamount=amount, originalrate=rate,
    )  # fmt: skip


def _procedures(shipped: Shipped, rows: Rows, admission: Admission, dice: Dice) -> None:
    enters, leaves = icu_times(admission)
    for label, chance in admission.course["events"].items():
        if label in _BLOOD or not dice.happens(chance):
            continue
        lasts = label.endswith(("Gauge", "Line", "Lumen", "Ventilation", "Catheter"))
        start = enters + timedelta(minutes=dice.number(5, 300))
        end = min(leaves, start + timedelta(hours=dice.number(20, 60))) if lasts else start + timedelta(minutes=1)
        rows.add(
            "PROCEDUREEVENTS_MV", hadm_id=admission.hadm_id, icustay_id=icustay_id(admission), starttime=moment(start),
            endtime=moment(max(end, start + timedelta(minutes=1))),
            itemid=item(shipped, "procedureevents_mv", label)["itemid"],
            value=int((end - start).total_seconds() // 60) if lasts else 1, valueuom="min" if lasts else "None",
            storetime=moment(end), cgid=dice.pick(NURSES), ordercategoryname="Procedures",
            ordercategorydescription="Task" if lasts else "Electrolytes", isopenbag=0, continueinnextdept=0,
            cancelreason=0, statusdescription="FinishedRunning",
        )  # fmt: skip
