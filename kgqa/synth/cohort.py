"""Invented patients written as MIMIC-III's tables, with the truth about their notes beside them."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from kgqa.synth.bedside import DOCTORS, NURSES, OTHERS, write_bedside
from kgqa.synth.content import Content, read_content
from kgqa.synth.dice import Dice
from kgqa.synth.notes import Wording, Written, read_wording, write_notes
from kgqa.synth.plan import Admission, plan_person
from kgqa.synth.record import write_patient, write_stay
from kgqa.synth.rows import Cell, Rows
from kgqa.synth.rules import Rules, read_rules
from kgqa.synth.shipped import Row, Shipped, read_shipped
from kgqa.synth.stay import plan_stay
from kgqa.synth.truth import DISCREPANCY, MENTION, discrepancy_rows, mention_rows

Table = list[dict[str, Cell]]


@dataclass(frozen=True)
class Kit:
    """Everything that patients are made from."""

    content: Content
    rules: Rules
    shipped: Shipped
    wording: Wording


@dataclass(frozen=True)
class Made:
    """One patient: rows by table, planted mentions, discrepancies, and the ways its sentences are built."""

    tables: Mapping[str, Table]
    mentions: Table
    discrepancies: Table
    skeletons: Counter[str]


@dataclass(frozen=True)
class Account:
    """What was written."""

    patients: int
    rows: dict[str, int]
    mentions: dict[str, int]
    discrepancies: dict[str, int]
    sentences: int
    skeletons: int
    characters: int = 0
    notes: dict[str, int] = field(default_factory=dict)


def read_kit() -> Kit:
    """Read the content, wording and look-ups that come with kgqa."""
    return Kit(read_content(), read_rules(), read_shipped(), read_wording())


def make_patient(kit: Kit, seed: int, number: int) -> Made:
    """Make patient `number` of a seed; the same whatever other patients are made."""
    dice = Dice(seed, number)
    start = datetime(dice.number(2102, 2195), 1, 1) + timedelta(  # noqa: DTZ001 - MIMIC's times have no zone
        days=dice.number(0, 364), minutes=dice.number(0, 1439)
    )
    person = plan_person(kit.content, dice.apart("person"), number, start)
    rows = Rows(person)
    stays: list[Admission] = []
    written: list[Written] = []
    discrepancies: Table = []
    at, course = start, dice.pick(sorted(kit.content.courses))
    for turn in range(1 + dice.happens(0.35) + dice.happens(0.12)):
        own = dice.apart("stay", turn)
        stay = plan_stay(kit.content, kit.rules, own, person, kit.content.courses[course], at, turn)
        stays.append(stay)
        orders = write_stay(kit.shipped, rows, stay, own.apart("record"))
        write_bedside(kit.content, kit.shipped, rows, stay, own.apart("bedside"))
        notes = write_notes(kit.content, kit.wording, rows, person, stay, own.apart("notes"))
        written += notes
        discrepancies += discrepancy_rows(kit.content, kit.rules, person, stay, notes, orders)
        if stay.dies:
            break
        course = course if own.happens(0.5) else own.pick(sorted(kit.content.courses))
        later = own.number(8, 29) if own.happens(0.5) else own.number(31, 600)
        at = stay.discharged + timedelta(days=later, minutes=own.number(0, 1300))
    write_patient(rows, person, stays, dice.apart("death"))
    skeletons = Counter(skeleton for note in written for skeleton in note.skeletons)
    return Made(rows.tables, list(mention_rows(person, written)), discrepancies, skeletons)


def write_cohort(folder: Path, patients: int, seed: int) -> Account:
    """Write patients 1 to `patients` into a folder; files of the same name are replaced."""
    kit = read_kit()
    tables: dict[str, Table] = defaultdict(list)
    mentions: Table = []
    discrepancies: Table = []
    skeletons: Counter[str] = Counter()
    for number in range(1, patients + 1):
        made = make_patient(kit, seed, number)
        for name, rows in made.tables.items():
            tables[name] += rows
        mentions += made.mentions
        discrepancies += made.discrepancies
        skeletons += made.skeletons
    folder.mkdir(parents=True, exist_ok=True)
    tables |= _dictionaries(kit.shipped, tables)
    for name, columns in kit.shipped.columns.items():
        _write(folder / f"{name}.csv.gz", columns, tables.get(name, ()))
    (folder / "truth").mkdir(exist_ok=True)
    _write(folder / "truth" / "mentions.csv.gz", MENTION, mentions)
    _write(folder / "truth" / "discrepancies.csv.gz", DISCREPANCY, discrepancies)
    account = Account(
        patients,
        {name: len(tables.get(name, ())) for name in kit.shipped.columns},
        dict(sorted(Counter(str(row["kind"]) for row in mentions).items())),
        dict(sorted(Counter(str(row["kind"]) for row in discrepancies).items())),
        skeletons.total(),
        len(skeletons),
        sum(len(str(row["text"])) for row in tables["NOTEEVENTS"]),
        dict(sorted(Counter(str(row["category"]) for row in tables["NOTEEVENTS"]).items())),
    )
    made_from = {"patients": patients, "seed": seed, **vars(account)}
    (folder / "truth" / "account.json").write_text(json.dumps(made_from, indent=1) + "\n", "utf-8")
    return account


def _dictionaries(shipped: Shipped, tables: Mapping[str, Table]) -> dict[str, Table]:
    """Return the rows of the dictionaries that the tables use, and the people who chart."""
    used = {
        name: sorted({str(row[column]) for row in tables.get(name, ())})
        for name, column in (
            ("DIAGNOSES_ICD", "icd9_code"), ("PROCEDURES_ICD", "icd9_code"), ("LABEVENTS", "itemid"),
        )
    }  # fmt: skip
    charted = {
        str(row["itemid"])
        for name in ("CHARTEVENTS", "INPUTEVENTS_MV", "OUTPUTEVENTS", "PROCEDUREEVENTS_MV")
        for row in tables.get(name, ())
    }
    people = [*((cgid, "RN", "RN") for cgid in NURSES), *((cgid, "Res", "Resident/Fellow/PA/NP") for cgid in DOCTORS)]
    people += [(cgid, "RD", name.strip()) for name, cgid in OTHERS.items()]
    return {
        "D_ICD_DIAGNOSES": _known(shipped.diagnoses, used["DIAGNOSES_ICD"]),
        "D_ICD_PROCEDURES": _known(shipped.procedures, used["PROCEDURES_ICD"]),
        "D_LABITEMS": _known(shipped.labs, used["LABEVENTS"]),
        "D_ITEMS": [dict(row) for row in shipped.items.values() if row["itemid"] in charted],
        "CAREGIVERS": [
            {"row_id": place, "cgid": cgid, "label": label, "description": description}
            for place, (cgid, label, description) in enumerate(people, 1)
        ],
    }


def _known(dictionary: Mapping[str, Row], codes: Iterable[str]) -> Table:
    return [dict(dictionary[code]) for code in codes if code in dictionary]


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    # No name and no time in the head of the file: the same rows are the same bytes.
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, 0) as packed:
        packed.write(text.getvalue().encode())
