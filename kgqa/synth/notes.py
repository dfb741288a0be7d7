"""A stay as notes: which kinds, when, with which sections, and the rows of NOTEEVENTS with what is planted in them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kgqa.files import share
from kgqa.synth import parts
from kgqa.synth.bedside import DOCTORS, NURSES, OTHERS
from kgqa.synth.content import Content, Drug, Thing
from kgqa.synth.dice import Dice
from kgqa.synth.facts import Facts
from kgqa.synth.page import Page, Planted, joined
from kgqa.synth.plan import Admission, Person
from kgqa.synth.record import icu_times
from kgqa.synth.rows import Rows, day, moment
from kgqa.synth.wording import Piece, Teller, skeleton

_ERROR, _NO_ADMISSION = 0.015, 0.25
_WIDTHS = (0, 64, 70, 74, 78)
_BULLETS = ("- ", "* ", "# ", "-", "")
_IN_ORDER = "all_problems"  # the first diagnosis is the principal one
_FORCED = "ruled_out"  # the first of this group is the coded problem that is denied


@dataclass(frozen=True)
class Wording:
    """The files of data/synthetic/wording."""

    sentences: Mapping[str, Sequence[str]]
    notes: Mapping[str, Mapping[str, Any]]
    drugs: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """A note with what is planted in it, and the ways its sentences are built."""

    row_id: int
    hadm_id: int | None
    at: datetime
    category: str
    error: bool
    planted: tuple[Planted, ...]
    text: str
    skeletons: tuple[str, ...]


def read_wording(folder: Path | None = None) -> Wording:
    """Read the wording files of a folder (the installation's data/synthetic/wording unless given)."""
    folder = folder or share("data") / "synthetic" / "wording"
    return Wording(
        *(tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in ("sentences", "notes", "drugs"))
    )


def write_notes(
    content: Content, wording: Wording, rows: Rows, person: Person, stay: Admission, dice: Dice
) -> list[Written]:
    """Add the notes of a stay and return them with what is planted."""
    written: list[Written] = []
    facts = Facts(content, person, stay)
    for name, layout in wording.notes.items():
        for number, at in enumerate(_times(layout, stay, dice.apart(name, "times"))):
            own = dice.apart(name, number)
            if own.happens(layout.get("chance", 1.0)):
                author = _Author(content, wording, person, stay, facts, rows, own)
                written.append(author.write(layout, at))
    return written


def _times(layout: Mapping[str, Any], stay: Admission, dice: Dice) -> list[datetime]:
    enters, leaves = icu_times(stay)
    match layout["when"]:
        case "discharge":
            return [stay.discharged]
        case "admission":
            return [stay.admitted + timedelta(minutes=dice.number(70, 300))]
        case "icu":
            days = max(1, (leaves - enters).days)
            return [
                enters + timedelta(days=d, hours=dice.number(3, 20), minutes=dice.number(0, 59))
                for d in range(min(days, 2))
            ]
        case "imaging":
            times = [stay.admitted + timedelta(minutes=dice.number(10, 160))]
            return times + [stay.admitted + timedelta(days=1, minutes=dice.number(10, 600))] * dice.happens(0.5)
        case _:
            return [stay.admitted + timedelta(days=1)] if "8872" in stay.course["procedures"] else []


class _Author:
    """Writes one note."""

    def __init__(
        self,
        content: Content,
        wording: Wording,
        person: Person,
        stay: Admission,
        facts: Facts,
        rows: Rows,
        dice: Dice,
    ) -> None:
        self._content, self._wording, self._person, self._stay = content, wording, person, stay
        self._facts, self._rows, self._dice = facts, rows, dice
        words = parts.words(person, stay, dice.apart("words"))
        self._teller = Teller(wording.sentences, words, dice.apart("tell"))
        self._page = Page()
        self._skeletons: list[str] = []
        self._break = dice.pick(("\n\n", "\n\n", "\n"))
        self._bullet = dice.pick(_BULLETS)
        self._loud = dice.happens(0.3)

    def write(self, layout: Mapping[str, Any], at: datetime) -> Written:
        dice, stay = self._dice, self._stay
        begun = False
        for section in layout["sections"]:
            if dice.happens(section.get("chance", 1.0)):
                before = self._break if begun else ""
                begun = self._section(section, before) or begun
        text, planted = self._page.text(dice.pick(_WIDTHS), dice.pick(("", "", "  ", "   ")))
        dated = layout["chart"] == "date"
        error = dice.happens(_ERROR)
        category = layout["category"]
        lone = category in ("Radiology", "ECG") and dice.happens(_NO_ADMISSION)
        cgid = None if dated or category == "Radiology" else OTHERS.get(category)
        if cgid is None and not dated and category != "Radiology":
            cgid = dice.pick(DOCTORS if category.startswith("Physician") else NURSES)
        hadm_id = None if lone else stay.hadm_id
        row_id = self._rows.add(
            "NOTEEVENTS", hadm_id=hadm_id, chartdate=day(at), charttime=None if dated else moment(at),
            storetime=None if dated or cgid is None else moment(at + timedelta(minutes=dice.number(2, 90))),
            category=category, description=layout.get("description", "CHEST (PORTABLE AP)"), cgid=cgid,
            iserror=1 if error else None, text=text,
        )  # fmt: skip
        at = at.replace(hour=0, minute=0) if dated else at
        return Written(row_id, hadm_id, at, category, error, planted, text, tuple(self._skeletons))

    def _section(self, section: Mapping[str, Any], before: str) -> bool:
        """Add a section, if there is anything to say in it."""
        body = self._body(section)
        if not body:
            return False
        heading = self._dice.pick(section["heading"]) if "heading" in section else ""
        if self._loud and heading:
            heading = heading.upper()
        self._page.section, self._page.sets = "", frozenset()
        self._page.add(before)
        if heading:
            self._page.add(
                heading, "\n" if self._dice.happens(0.6) or "\n" in body[0].text or not heading.endswith(":") else " "
            )
        self._page.section = section.get("label", "")
        self._page.sets = frozenset({section["sets"]} if "sets" in section else ())
        self._page.add(*body)
        return True

    def _body(self, section: Mapping[str, Any]) -> list[Piece]:
        made = str(section.get("make", ""))
        if made in parts.MAKERS:
            maker = parts.Maker(self._person, self._stay, self._wording.drugs, self._rows, self._content, self._dice)
            return parts.MAKERS[made](maker)
        slots = self._pools(section)
        sentences: list[list[Piece]] = []
        if opening := section.get("open"):
            for _ in range(6):
                if first := self._teller.one(self._dice.pick(self._wording.sentences[opening]), slots):
                    sentences.append(first)
                    break
        told = self._teller.tell(section["lists"], slots, section.get("filler", 0))
        if listed := section.get("filler_list"):
            told = self._teller.tell([listed], {}, 2) + told
        sentences += told
        self._skeletons += [skeleton(sentence) for sentence in sentences]
        return self._styled(sentences, section["style"])

    def _pools(self, section: Mapping[str, Any]) -> dict[str, list[Thing | Drug]]:
        pools: dict[str, list[Thing | Drug]] = {}
        for slot, (group, most) in section.get("facts", {}).items():
            things = self._facts.group(group)
            first = things[:1] if group.startswith(_FORCED) and things and things[0] is self._stay.denied_code else []
            rest = [thing for thing in things if thing not in first]
            if group != _IN_ORDER:
                rest = self._dice.some(rest, most, most)
            pools[slot] = (first + rest)[:most]
        return pools

    def _styled(self, sentences: list[list[Piece]], style: str) -> list[Piece]:
        if style == "course":
            style = self._dice.pick(("prose", "bullets", "paragraphs"))
        if style == "bullets":
            numbered = self._dice.happens(0.35)
            marks = [f"{number}. " if numbered else self._bullet for number in range(1, len(sentences) + 1)]
            return joined([[Piece(mark), *sentence] for mark, sentence in zip(marks, sentences, strict=True)], "\n")
        return joined(sentences, {"prose": " ", "lines": "\n", "paragraphs": "\n\n"}[style])
