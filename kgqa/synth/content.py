"""What courses are made of, read from data/synthetic/courses: problems, findings, drugs, tests, cultures, courses.

Every name that a file uses must be in the file it belongs to; a slip ends the reading with file and entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kgqa.errors import SchemaError
from kgqa.files import share

_NAMED = ("problems", "findings", "drugs", "labs", "cultures", "pools")


@dataclass(frozen=True, slots=True)
class Dose:
    """What is taken or given: amount as written, unit, route and frequency in MIMIC-III's words."""

    amount: str
    unit: str
    route: str
    often: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A problem or finding that notes name. `coded_as` is the concept of its code, where that is not its own.

    A finding may be a `disease` too: the knowledge says so of aphasia. The code of a `rough` one says more than its
    concept, and so has no narrower forms.
    """

    key: str
    kind: str  # problem or finding
    concept: str
    names: tuple[str, ...]
    code: str = ""
    coded_as: str = ""
    drugs: tuple[str, ...] = ()
    kind_of: tuple[str, ...] = ()
    sex: str = ""
    seen: str = ""
    disease: bool = False
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Drug:
    """A drug: how it is ordered, named and dosed."""

    key: str
    concept: str
    names: tuple[str, ...]
    brands: Mapping[str, str]
    order: str
    home: tuple[Dose, ...]
    ward: tuple[Dose, ...]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lab:
    """A laboratory test with the spans that its values are drawn from."""

    key: str
    item: int
    unit: str
    normal: tuple[float, float]
    low: tuple[float, float] | None
    high: tuple[float, float] | None
    digits: int
    daily: bool


@dataclass(frozen=True)
class Content:
    """Everything that the files say."""

    things: Mapping[str, Thing]
    drugs: Mapping[str, Drug]
    labs: Mapping[str, Lab]
    cultures: Mapping[str, Mapping[str, float]]
    pools: Mapping[str, Any]
    courses: Mapping[str, Mapping[str, Any]]

    @cached_property
    def by_concept(self) -> Mapping[str, Drug]:
        """The first drug of each concept."""
        return {drug.concept: drug for drug in reversed(list(self.drugs.values()))}

    def family(self, key: str) -> frozenset[str]:
        """Return a problem, the wider ones it is a form of, and the narrower ones, up to two levels."""
        wider = {key}
        for _ in range(2):
            wider |= {up for known in sorted(wider) for up in self.things[known].kind_of}
        narrower = {key}
        for _ in range(2):
            narrower |= {down.key for down in self.things.values() if narrower & set(down.kind_of)}
        return frozenset(wider | narrower)

    def near(self, key: str) -> frozenset[str]:
        """Return the family of a problem and the other forms of what it is a form of: what a stay has but once."""
        forms = {other.key for other in self.things.values() if {*self.things[key].kind_of} & {*other.kind_of}}
        return self.family(key) | forms


def read_content(folder: Path | None = None) -> Content:
    """Read the files of a folder (the installation's data/synthetic/courses unless given)."""
    folder = folder or share("data") / "synthetic" / "courses"
    tables = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
    if missing := [name for name in _NAMED if name not in tables]:
        raise SchemaError(f"{folder.name}: no {missing[0]}.toml. Restore the file that came with kgqa")
    things = {key: _thing(key, "problem", entry) for key, entry in tables["problems"].items()}
    things |= {key: _thing(key, "finding", entry) for key, entry in tables["findings"].items()}
    drugs = {key: _drug(key, entry) for key, entry in tables["drugs"].items()}
    labs = {key: _lab(key, entry) for key, entry in tables["labs"].items()}
    courses = {key: entry for name, table in tables.items() if name not in _NAMED for key, entry in table.items()}
    content = Content(things, drugs, labs, tables["cultures"], tables["pools"], courses)
    _check(content)
    return content


def _thing(key: str, kind: str, entry: Mapping[str, Any]) -> Thing:
    drugs = (*entry.get("drugs", ()), *entry.get("practice", ()))
    return Thing(
        key,
        kind,
        entry.get("concept", ""),
        tuple(entry["names"]),
        entry.get("code", ""),
        entry.get("coded_as", entry.get("concept", "")),
        drugs,
        tuple(entry.get("kind_of", ())),
        entry.get("sex", ""),
        entry.get("seen", ""),
        kind == "problem" or entry.get("disease", False),
        entry.get("rough", False),
    )


def _drug(key: str, entry: Mapping[str, Any]) -> Drug:
    home, ward = (tuple(Dose(*dose) for dose in entry.get(place, ())) for place in ("home", "ward"))
    return Drug(
        key,
        entry.get("concept", ""),
        tuple(entry["names"]),
        entry.get("brands", {}),
        entry.get("order", ""),
        home,
        ward or home,
        frozenset(entry.get("class", ())),
    )


def _lab(key: str, entry: Mapping[str, Any]) -> Lab:
    low, high = (tuple(entry[side]) if side in entry else None for side in ("low", "high"))
    normal = (entry["normal"][0], entry["normal"][1])
    daily = entry.get("panel") == "daily"
    return Lab(key, entry["item"], entry.get("unit", ""), normal, low, high, entry.get("digits", 0), daily)


def _check(content: Content) -> None:
    for key, course in content.courses.items():
        named = [course["principal"], *course["also"], *course["symptoms"]]
        named += [name for part in ("denied", "ruled_out", "suspected", "feared") for name in course[part]]
        _known(f"course {key}", named, content.things, "problems.toml or findings.toml")
        _known(f"course {key}", [drug[0] for drug in course["drugs"]], content.drugs, "drugs.toml")
        _known(f"course {key}", course["labs"], content.labs, "labs.toml")
    for thing in content.things.values():
        _known(f"problems.toml: {thing.key}", thing.drugs, content.drugs, "drugs.toml")
        _known(f"problems.toml: {thing.key}", thing.kind_of, content.things, "problems.toml")


def _known(where: str, names: Iterable[str], known: Mapping[str, object], file: str) -> None:
    for name in names:
        if name not in known:
            raise SchemaError(f"{where} names {name}. Add it to {file}, or write a name that is there")
