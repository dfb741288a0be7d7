"""Reads schema/graph.toml: the labels, the edge types and the properties that a graph of kgqa has.

Which column of which table they come from is a source's own file (kgqa/load/mapping.py). Every mistake in a schema file
is a SchemaError with file and line; tomllib keeps no lines, so the line of a key is looked up in the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NoReturn, cast, get_args

from kgqa.errors import SchemaError
from kgqa.files import share
from kgqa.model import PropertyType

_HEADER = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")


@dataclass(frozen=True, slots=True)
class Toml:
    """A TOML file with its text, so that a complaint about a key can name its line."""

    path: Path
    text: str
    data: Mapping[str, Any]

    def fail(self, message: str, *keys: str) -> NoReturn:
        """Raise a SchemaError at the line of the deepest of `keys` that stands in the text."""
        raise SchemaError(f"{self.path}:{self._line(keys)}: {message}")

    def table(self, value: object, *keys: str) -> Mapping[str, Any]:
        """Return the value if it is a table; `keys` say where it stands."""
        if not isinstance(value, dict):
            self.fail(f"{'.'.join(keys)} must be a table", *keys)
        return cast("Mapping[str, Any]", value)

    def texts(self, value: object, *keys: str) -> tuple[str, ...]:
        """Return the value if it is a list of texts."""
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"{'.'.join(keys)} must be a list of texts", *keys)
        return tuple(value)

    def allow(self, table: Mapping[str, Any], allowed: frozenset[str], *keys: str) -> None:
        """Refuse keys of a table that are not in the closed set `allowed`."""
        for key in table:
            if key not in allowed:
                known = ", ".join(sorted(allowed))
                self.fail(f"unknown key {key!r} in {'.'.join(keys) or 'the file'}; known are {known}", *keys, key)

    def _line(self, keys: tuple[str, ...]) -> int:
        lines = self.text.splitlines()
        best, depth = 1, 0
        section: tuple[str, ...] = ()
        start = 0
        for number, line in enumerate(lines, 1):
            header = _HEADER.match(line)
            if header:
                section = tuple(part.strip().strip("\"'") for part in header[1].split("."))
                start = number
            elif section != keys[: len(section)]:
                continue
            if section == keys[: len(section)]:
                if len(section) > depth:
                    best, depth = start, len(section)
                rest = keys[len(section) :]
                if rest and re.match(rf"""\s*["']?{re.escape(rest[0])}["']?\s*[=.]""", line):
                    best, depth = number, max(depth, len(section) + 1)
                inner = rest[-1] if rest else ""
                if inner and len(keys) > depth and re.search(rf"""["']?\b{re.escape(inner)}\b["']?\s*=""", line):
                    best, depth = number, len(keys)
        return best


def read_toml(path: Path) -> Toml:
    """Read a TOML file of schema/; SchemaError where it is missing, not UTF-8 or not TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SchemaError(f"{path}: cannot be read ({error.strerror}). Give a file of schema/") from None
    except UnicodeDecodeError:
        raise SchemaError(f"{path}: is not UTF-8. Save it as UTF-8") from None
    try:
        return Toml(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = found[1] if found else str(text.count("\n") + 1)
        raise SchemaError(f"{path}:{line}: is not TOML: {str(error).split(' (at')[0]}") from None


@dataclass(frozen=True, slots=True)
class Label:
    """A primary label: the type of its nodes' ids, the labels its nodes carry besides, and their properties."""

    name: str
    key: Literal["int", "text"]
    also: tuple[str, ...]
    properties: Mapping[str, PropertyType]
    doc: str

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of such a node, the primary one first."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type: the primary labels it joins and its own properties; `knowledge` joins Concepts."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: Mapping[str, PropertyType]
    knowledge: bool
    doc: str


@dataclass(frozen=True, slots=True)
class PropertyDoc:
    """What a property of that name means in every label that has it, and its unit ("" where it has none)."""

    doc: str
    unit: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The vocabulary of a graph."""

    version: int
    labels: Mapping[str, Label]
    edges: Mapping[str, EdgeType]
    docs: Mapping[str, PropertyDoc]

    def having(self, label: str) -> tuple[Label, ...]:
        """Return the primary labels whose nodes carry `label`; none where the schema does not know it."""
        return tuple(entry for entry in self.labels.values() if label in entry.labels)


def read_schema(path: Path | None = None) -> Schema:
    """Read and check the graph's schema, by default the installed schema/graph.toml."""
    toml = read_toml(path or share("schema") / "graph.toml")
    allowed = frozenset({"version", "labels", "edges", "knowledge_properties", "properties"})
    toml.allow(toml.data, allowed)
    version = toml.data.get("version")
    if not isinstance(version, int):
        toml.fail("version must be a whole number", "version")
    labels = {name: _label(toml, name) for name in toml.table(toml.data.get("labels", {}), "labels")}
    _check_second_labels(toml, labels)
    provenance = _properties(toml, toml.data.get("knowledge_properties", {}), "knowledge_properties")
    edges = {name: _edge(toml, name, labels, provenance) for name in toml.table(toml.data.get("edges", {}), "edges")}
    used = {name for entry in labels.values() for name in entry.properties}
    used |= {name for entry in edges.values() for name in entry.properties}
    return Schema(version, labels, edges, _docs(toml, used))


def _label(toml: Toml, name: str) -> Label:
    where = ("labels", name)
    entry = toml.table(toml.data["labels"][name], *where)
    toml.allow(entry, frozenset({"key", "also", "properties", "doc"}), *where)
    key = entry.get("key")
    if key not in ("int", "text"):
        toml.fail(f'{name}: key must be "int" or "text"', *where, "key")
    also = toml.texts(entry.get("also", []), *where, "also")
    properties = _properties(toml, entry.get("properties", {}), *where, "properties")
    if "id" in properties:
        toml.fail(f"{name}: id is every node's key and no property of its own", *where, "properties", "id")
    return Label(name, key, also, properties, str(entry.get("doc", "")))


def _check_second_labels(toml: Toml, labels: Mapping[str, Label]) -> None:
    for name, label in labels.items():
        for also in label.also:
            if also in labels:
                toml.fail(f"{name}: {also} is a primary label, so it cannot be a second one", "labels", name)


def _properties(toml: Toml, value: object, *where: str) -> dict[str, PropertyType]:
    table = toml.table(value, *where)
    known = get_args(PropertyType)
    for name, kind in table.items():
        if kind not in known:
            toml.fail(f"{'.'.join(where)}.{name}: the type is one of {', '.join(known)}", *where, name)
    return dict(table)


def _edge(toml: Toml, name: str, labels: Mapping[str, Label], provenance: Mapping[str, PropertyType]) -> EdgeType:
    where = ("edges", name)
    entry = toml.table(toml.data["edges"][name], *where)
    toml.allow(entry, frozenset({"from", "to", "properties", "knowledge", "doc"}), *where)
    knowledge = entry.get("knowledge", False) is True
    if knowledge and ("from" in entry or "to" in entry):
        toml.fail(f"{name}: a knowledge edge always joins Concepts, so it has no from and to", *where)
    ends = {}
    for end in ("from", "to"):
        ends[end] = ("Concept",) if knowledge else toml.texts(entry.get(end), *where, end)
        for label in ends[end]:
            if label not in labels:
                toml.fail(f"{name}: unknown label {label!r} in {end!r}", *where, end)
    own = _properties(toml, entry.get("properties", {}), *where, "properties")
    properties = {**own, **provenance} if knowledge else own
    return EdgeType(name, ends["from"], ends["to"], properties, knowledge, str(entry.get("doc", "")))


def _docs(toml: Toml, used: set[str]) -> dict[str, PropertyDoc]:
    docs = {}
    for name, value in toml.table(toml.data.get("properties", {}), "properties").items():
        entry = toml.table(value, "properties", name)
        toml.allow(entry, frozenset({"doc", "unit"}), "properties", name)
        if name not in used:
            toml.fail(f"{name!r} is explained, but no label and no edge has it", "properties", name)
        docs[name] = PropertyDoc(str(entry.get("doc", "")), str(entry.get("unit", "")))
    return docs
