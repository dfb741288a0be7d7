"""A pattern file: the TOML comment at its start, the Cypher after it, and what the two owe each other.

Everything that can be seen to be wrong from the file alone is refused here, with its line. Whether its labels exist,
its cases hold and its hops are the measured ones is for those who have a schema and an engine.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any, Literal, get_args

from kgqa.errors import PatternError
from kgqa.pattern.parse import parse
from kgqa.pattern.tree import Query, Variable

Kind = Literal["set", "one", "yes-no", "count", "value", "date", "duration", "order", "most"]
SCALARS = ("int", "float", "text", "bool")
_TEXTS = ("id", "title", "decision", "why", "source")
_REQUIRED = (*_TEXTS, "slots", "answer", "knowledge", "hops", "reviewed", "ask")
_OPTIONAL = ("family", "case")
_CASE_KEYS = ("name", "graph", "expect", "patients")
_COLUMNS = ("unit", "time", "counted", "at")
_LISTED = ("set", "one", "order", "most")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a pattern answers with: `label` names a label of the graph, or one of SCALARS; "" where there is none."""

    kind: Kind
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class Case:
    """A little graph as CREATE statements, and the rows (slots and answer only) that the pattern must find in it."""

    name: str
    graph: str
    expect: tuple[Mapping[str, Any], ...]
    patients: tuple[int, ...] | None
    line: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One question family, as its file states it. `text` is the Cypher without the header, `line` where it starts.

    `family` is its number in the list of families in cypher/README.md; "" where it has none.
    """

    id: str
    family: str
    title: str
    theme: str
    decision: str
    slots: Mapping[str, str]
    answer: Answer
    knowledge: tuple[str, ...]
    hops: int
    why: str
    source: str
    reviewed: str
    ask: tuple[str, ...]
    cases: tuple[Case, ...]
    text: str
    query: Query
    file: Path
    line: int


def read_patterns(folder: Path) -> tuple[Pattern, ...]:
    """Read every .cypher file under a folder, sorted by id; raise PatternError at the first that is wrong."""
    found = sorted((read_pattern(file) for file in sorted(folder.rglob("*.cypher"))), key=lambda pattern: pattern.id)
    for one, other in pairwise(found):
        if one.id == other.id:
            raise PatternError(f"{other.file}:1: id {other.id!r} is also the id of {one.file}. Rename one of them.")
    return tuple(found)


def read_pattern(file: Path) -> Pattern:
    """Read one pattern file; raise PatternError with file and line at the first mistake."""
    try:
        whole = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PatternError(f"{file}: cannot be read as UTF-8 text ({type(error).__name__}). Check the path.") from None
    opened = re.match(r"\s*/\*", whole)
    closed = whole.find("*/")
    if opened and closed < 0:
        raise PatternError(f"{file}:1: the header has no end. Close it with */ before the first MATCH.")
    if opened is None:
        raise PatternError(f"{file}:1: no header. Start the file with a /* ... */ comment that holds TOML.")
    header = _Header(file, whole[: opened.end()].count("\n"), whole[opened.end() : closed])
    pattern = header.pattern(parse(whole, str(file)), whole[closed + 2 :].strip("\n") + "\n")
    _check_columns(header, pattern)
    _check_wordings(header, pattern)
    return pattern


class _Header:
    """The TOML of one file, with the line that each mistake is on."""

    def __init__(self, file: Path, lines_before: int, text: str) -> None:
        self.file, self.before, self.lines = file, lines_before, text.split("\n")
        try:
            self.data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"\(at line (\d+), column (\d+)\)|at end of document", str(error))
            line = int(at[1]) if at and at[1] else len(self.lines)
            what = str(error).split(" (at ", maxsplit=1)[0]
            raise self.error(line + self.before, f"the header is not TOML: {what}. Mend this line.") from None

    def line(self, key: str, nth: int = 0) -> int:
        """Return the file line of the nth `key =` or `[[key]]`; the header's first where it is not found."""
        wanted = re.compile(rf'\s*(\[+\s*)?"?{re.escape(key)}"?\s*(=|\.|\])')
        found = [number for number, text in enumerate(self.lines, self.before + 1) if wanted.match(text)]
        return found[nth] if nth < len(found) else self.before + 1

    def error(self, line: int, message: str) -> PatternError:
        return PatternError(f"{self.file}:{line}: {message}")

    def require(self, holds: bool, key: str, message: str) -> None:
        if not holds:
            raise self.error(self.line(key), message)

    def pattern(self, query: Query, text: str) -> Pattern:
        data = self.data
        for key in data:
            near = "".join(f"Did you mean {n!r}? " for n in get_close_matches(key, (*_REQUIRED, *_OPTIONAL), n=1))
            known = f"The keys are {', '.join((*_REQUIRED, *_OPTIONAL))}."
            self.require(key in (*_REQUIRED, *_OPTIONAL), key, f"unknown key {key!r}. {near}{known}")
        for key in _REQUIRED:
            self.require(key in data, key, f"the header has no {key!r}. Add it.")
        for key in _TEXTS:
            self.require(isinstance(data[key], str) and bool(data[key].strip()), key, f"{key} must be a text. Fill it.")
        self.require(
            isinstance(data.get("family", ""), str), "family", 'family must be a text, as "T1". Or leave it out.'
        )
        self.require(isinstance(data["reviewed"], str), "reviewed", 'reviewed must be a text. Write "" until it is.')
        self.require(type(data["hops"]) is int and data["hops"] > 0, "hops", "hops must be a whole number from 1.")
        self.require(_texts(data["knowledge"]), "knowledge", "knowledge must be a list of relationship types, or [].")
        self.require(_texts(data["ask"]) and data["ask"] != [], "ask", "ask must be a list of at least one wording.")
        self.require(
            data["id"] == self.file.stem,
            "id",
            f"id = {data['id']!r}, but the file is named {self.file.name}. Give both the same name.",
        )
        self.require(_NAME.fullmatch(data["id"]) is not None, "id", "id must be small letters, digits and _.")
        return Pattern(
            family=data.get("family", ""),
            slots=self._slots(),
            answer=self._answer(),
            cases=self._cases(),
            knowledge=tuple(data["knowledge"]),
            ask=tuple(data["ask"]),
            **{key: data[key] for key in (*_TEXTS, "hops", "reviewed")},
            theme=self.file.resolve().parent.name,
            text=text,
            query=query,
            file=self.file,
            line=query.matches[0].place.line,
        )

    def _slots(self) -> dict[str, str]:
        slots = self.data["slots"]
        good = isinstance(slots, dict) and all(isinstance(label, str) and label for label in slots.values())
        self.require(good, "slots", 'slots must be a table of names and labels, as { order = "Prescription" }.')
        for slot in slots:
            taken = slot == "answer" or slot in _COLUMNS or slot.startswith("path_") or not _NAME.fullmatch(slot)
            self.require(not taken, "slots", f"{slot!r} cannot name a slot. Take small letters that mean nothing else.")
        return dict(slots)

    def _answer(self) -> Answer:
        answer, kinds = self.data["answer"], get_args(Kind)
        self.require(isinstance(answer, dict), "answer", 'answer must be a table, as { kind = "set", label = "..." }.')
        for key, value in answer.items():
            self.require(key in ("kind", "label", "unit"), "answer", f"unknown key {key!r} in answer. Remove it.")
            self.require(isinstance(value, str), "answer", f"{key} of answer must be a text.")
        kind = answer.get("kind", "")
        self.require(kind in kinds, "answer", f"answer has kind {kind!r}. It must be one of {', '.join(kinds)}.")
        needs_label = kind in _LISTED and not answer.get("label")
        self.require(not needs_label, "answer", f"an answer of kind {kind!r} needs a label (or int, float, text).")
        needs_unit = kind == "duration" and not answer.get("unit")
        self.require(not needs_unit, "answer", 'a duration needs a unit, as unit = "minute".')
        return Answer(kind, answer.get("label", ""), answer.get("unit", ""))

    def _cases(self) -> tuple[Case, ...]:
        cases = self.data.get("case", [])
        self.require(isinstance(cases, list), "case", "write each case as [[case]].")
        columns = (*self.data["slots"], "answer", *_COLUMNS)
        for number, case in enumerate(cases):
            line = self.line("case", number)
            for key in case:
                if key not in _CASE_KEYS:
                    raise self.error(line, f"unknown key {key!r} in a case. The keys are {', '.join(_CASE_KEYS)}.")
            if not all(isinstance(case.get(key), str) and case[key].strip() for key in ("name", "graph")):
                raise self.error(line, "a case needs a name and a graph (CREATE statements), both texts.")
            rows = case.get("expect")
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise self.error(line, "a case needs expect: a list of rows as [{ slot = 1, answer = 20 }], or [].")
            if strange := sorted({key for row in rows for key in row} - set(columns)):
                raise self.error(line, f"expect has {strange[0]!r}. It can have {', '.join(columns)}.")
            ids = case.get("patients", [])
            if not isinstance(ids, list) or not all(type(id_) is int for id_ in ids):
                raise self.error(line, "patients of a case must be a list of whole numbers.")
        if twice := {case["name"] for case in cases if [other["name"] for other in cases].count(case["name"]) > 1}:
            raise self.error(self.line("case"), f"two cases are named {min(twice)!r}. Rename one.")
        return tuple(
            Case(
                name=case["name"],
                graph=case["graph"],
                expect=tuple(case["expect"]),
                patients=tuple(case["patients"]) if "patients" in case else None,
                line=self.line("case", number),
            )
            for number, case in enumerate(cases)
        )


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def _check_columns(header: _Header, pattern: Pattern) -> None:
    """Refuse a RETURN that lacks a slot, the answer or a path, or has a column that means nothing."""
    returned = {item.name: item for item in pattern.query.returns}
    paths = {match.path for match in pattern.query.matches}
    counts = pattern.answer.kind == "count" and "counted" in returned
    for slot, label in pattern.slots.items():
        header.require(slot in returned, "slots", f"slot {slot!r} is not returned. Add it to RETURN.")
        is_name = isinstance(returned[slot].expression, Variable)
        wrong = is_name if label in SCALARS else not is_name
        header.require(not wrong, "slots", f"slot {slot!r} is declared {label}, but RETURN does not give that.")
    header.require("answer" in returned or counts, "answer", "no column answer is returned. Add `... AS answer`.")
    needs_at = pattern.answer.kind == "order" and "at" not in returned
    header.require(not needs_at, "answer", "kind order needs a column at (a whole number). Add `... AS at` to RETURN.")
    for name, item in returned.items():
        if name.startswith("path_"):
            if not isinstance(item.expression, Variable) or item.expression.name not in paths:
                raise header.error(item.place.line, f"column {name!r} is not a path. Write MATCH {name} = (...).")
        elif name not in (*pattern.slots, "answer", *_COLUMNS):
            what = "It must be a slot, answer, a path_ column, unit, time, counted or at."
            raise header.error(item.place.line, f"column {name!r} means nothing. {what}")
    if not any(name.startswith("path_") for name in returned):
        raise header.error(pattern.line, "no path is returned. Name one, MATCH path_x = (...), and return it.")


def _check_wordings(header: _Header, pattern: Pattern) -> None:
    """Refuse a wording that leaves a slot out or names one that is not declared."""
    for wording in pattern.ask:
        try:
            parts = [field for _, field, format_, change in Formatter().parse(wording) if field is not None]
            plain = not any(format_ or change for _, _, format_, change in Formatter().parse(wording))
        except ValueError:
            parts, plain = [], False
        header.require(plain and all(parts), "ask", f"a wording has a brace that is no {{slot}}: {wording!r}.")
        for part in parts:
            known = ", ".join(pattern.slots) or "none"
            slot, _, key = part.partition(".")
            header.require(slot in pattern.slots, "ask", f"a wording has {{{part}}}, which is no slot. Slots: {known}.")
            scalar = key and pattern.slots[slot] in SCALARS
            header.require(not scalar, "ask", f"a wording has {{{part}}}, but {slot} is a plain value.")
        for slot in pattern.slots:
            said = slot in {part.partition(".")[0] for part in parts}
            header.require(said, "ask", f"a wording does not say {{{slot}}}: {wording!r}. Add it, or drop the slot.")
