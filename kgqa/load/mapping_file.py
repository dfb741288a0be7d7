"""Reads schema/sources/<source>.toml and checks it against the graph's schema, in both directions.

No column stands there without a use, and no property of the schema without a column. Every mistake is a SchemaError
with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from kgqa.files import share
from kgqa.load import names
from kgqa.load.mapping import DERIVED, KINDS, Column, Derived, ForeignKey, Join, Source, Table, Times
from kgqa.load.names import Wording, Words
from kgqa.schema import Schema, Toml, read_toml

_TABLE_KEYS = frozenset({
    "label", "dictionary", "doc", "key", "columns", "joins", "derived", "times", "name", "name_apart", "edges",
    "missing", "lacks", "count", "flagged", "refused", "not_after_discharge",
})  # fmt: skip


def read_source(schema: Schema, path: Path | None = None) -> Source:
    """Read and check a source's file, by default the installed schema/sources/mimic-iii.toml."""
    toml = read_toml(path or share("schema") / "sources" / "mimic-iii.toml")
    toml.allow(toml.data, frozenset({"name", "title", "url", "patient", "admission", "tables", "words"}))
    words = _words(toml)
    patient = _role(toml, "patient", ("table", "key", "born"))
    admission = _role(toml, "admission", ("table", "key", "start", "end"))
    tables: dict[str, Table] = {}
    for name in toml.table(toml.data.get("tables", {}), "tables"):
        tables[name] = _Reader(toml, schema, words, tables, name).read()
    title, url = str(toml.data.get("title", "")), str(toml.data.get("url", ""))
    return Source(str(toml.data.get("name", "")), title, url, patient, admission, tables, words)


def _words(toml: Toml) -> Words:
    table = dict(toml.table(toml.data.get("words", {}), "words"))
    keep = toml.texts(table.pop("keep", []), "words", "keep")
    return Words(frozenset(keep), {column: toml.table(said, "words", column) for column, said in table.items()})


def _role(toml: Toml, role: str, keys: tuple[str, ...]) -> Mapping[str, str]:
    """Read which table and columns play a role; they are looked up before the tables are read, which rely on them."""
    entry = toml.table(toml.data.get(role), role)
    toml.allow(entry, frozenset(keys), role)
    for key in keys:
        if key not in entry:
            toml.fail(f"{role} needs {key}", role)
    table = toml.table(toml.data.get("tables", {}), "tables").get(entry["table"])
    if table is None:
        toml.fail(f"{role}: there is no table {entry['table']!r} in this file", role, "table")
    for key in keys[1:]:
        if entry[key] not in table.get("columns", {}):
            toml.fail(f"{role}: {entry['table']} has no column {entry[key]!r}", role, key)
    return dict(entry)


class _Reader:
    """Reads one table of the file, with its place at hand for what is wrong with it."""

    def __init__(self, toml: Toml, schema: Schema, words: Words, before: Mapping[str, Table], name: str) -> None:
        self.toml, self.schema, self.words, self.before, self.name = toml, schema, words, before, name
        self.entry = toml.table(toml.data["tables"][name], "tables", name)
        toml.allow(self.entry, _TABLE_KEYS, "tables", name)
        self.columns = self._columns()
        self.kinds = {column.name: column.kind for column in self.columns.values()}

    def read(self) -> Table:
        entry = self.entry
        key = entry.get("key", "")
        if key not in self.columns:
            self.fail(f"the key {key!r} is none of its columns", "key")
        if "row_id" not in self.columns:
            self.fail("row_id must be among its columns: every node names its source row", "columns")
        label = entry.get("label", "")
        if bool(label) == (entry.get("dictionary") is True):
            self.fail("a table has either a label or dictionary = true")
        if label and label not in self.schema.labels:
            self.fail(f"unknown label {label!r}; schema/graph.toml does not have it", "label")
        table = Table(
            name=self.name, label=label, doc=str(entry.get("doc", "")), key=key, columns=self.columns,
            joins=self._joins(), derived=self._derived(), times=self._times(),
            wordings=self._wordings("name"), wordings_apart=self._wordings("name_apart"), edges=self._edges(label),
            missing={c: self.toml.texts(v, *self.at("missing", c)) for c, v in self._known("missing").items()},
            lacks=self.toml.texts(entry.get("lacks", []), *self.at("lacks")),
            count=self._known("count"), flagged=self._known("flagged"), refused=self._known("refused"),
            not_after_discharge=entry.get("not_after_discharge", False) is True,
        )  # fmt: skip
        if label:
            self._check_properties(table)
            self._check_use(table)
        return table

    def at(self, *keys: str) -> tuple[str, ...]:
        return ("tables", self.name, *keys)

    def fail(self, message: str, *keys: str) -> NoReturn:
        self.toml.fail(f"{self.name}: {message}", *self.at(*keys))

    def _list(self, key: str, allowed: frozenset[str]) -> list[Mapping[str, Any]]:
        value = self.entry.get(key, [])
        if not isinstance(value, list):
            self.fail(f"{key} must be a list of tables", key)
        for item in value:
            self.toml.allow(self.toml.table(item, *self.at(key)), allowed, *self.at(key))
        return list(value)

    def _columns(self) -> dict[str, Column]:
        columns = {}
        label = self.schema.labels.get(self.entry.get("label", ""))
        for name, text in self.toml.table(self.entry.get("columns"), *self.at("columns")).items():
            kind, _, other = str(text).partition(" as ")
            if kind not in KINDS:
                self.fail(f"{name}: the kind is one of {', '.join(KINDS)}", "columns", name)
            own = name if label and name in label.properties else ""
            columns[name] = Column(name, kind, other or own)
        return columns

    def _joins(self) -> tuple[Join, ...]:
        joins = []
        for item in self._list("joins", frozenset({"table", "column", "properties", "words"})):
            dictionary = self.before.get(item.get("table", ""))
            if dictionary is None or dictionary.label:
                self.fail(f"joins: {item.get('table')!r} is no dictionary that stands before this table", "joins")
            self._need(item.get("column"), "joins")
            taken = [self.toml.texts(item.get(key, []), *self.at("joins")) for key in ("properties", "words")]
            for column in (*taken[0], *taken[1]):
                if column not in dictionary.columns:
                    self.fail(f"joins: {dictionary.name} has no column {column!r}", "joins")
                if column in self.kinds:
                    self.fail(f"joins: {column!r} is already a column of this table or of another join", "joins")
                self.kinds[column] = dictionary.columns[column].kind
            joins.append(Join(dictionary.name, item["column"], *taken))
        return tuple(joins)

    def _derived(self) -> tuple[Derived, ...]:
        derived = []
        for name, item in self.toml.table(self.entry.get("derived", {}), *self.at("derived")).items():
            self.toml.allow(
                self.toml.table(item, *self.at("derived")), frozenset({"kind", "column"}), *self.at("derived")
            )
            if item.get("kind") not in DERIVED:
                self.fail(f"{name}: the kind is one of {', '.join(DERIVED)}", "derived", name)
            self._need(item.get("column"), "derived", name)
            derived.append(Derived(name, item["kind"], item["column"]))
        return tuple(derived)

    def _times(self) -> tuple[Times, ...]:
        found = []
        for name, value in self.toml.table(self.entry.get("times", {}), *self.at("times")).items():
            columns = self.toml.texts(value, *self.at("times", name))
            for column in columns:
                self._need(column, "times", name)
                if self.kinds[column] not in ("time", "date"):
                    self.fail(f"{column!r} is neither a time nor a date", "times", name)
            found.append(Times("" if name == "point" else name, columns))
        return tuple(found)

    def _wordings(self, key: str) -> tuple[Wording, ...]:
        wordings = []
        for text in self.toml.texts(self.entry.get(key, []), *self.at(key)):
            wording = names.parse(text)
            if wording is None:
                self.fail(f"{text!r} has a brace that belongs to no field; write {{column}} or {{column|filter}}", key)
            for field in wording.fields:
                two, kinds = names.FILTERS.get(field.filter, (False, frozenset()))
                if not kinds:
                    known = ", ".join(sorted(name for name in names.FILTERS if name))
                    self.fail(f"unknown filter {field.filter!r}; known are {known}", key)
                if two != bool(field.other):
                    self.fail(f"the filter {field.filter!r} takes {'two columns' if two else 'one column'}", key)
                for column in field.columns:
                    self._need(column, key)
                    if self.kinds[column] not in kinds:
                        self.fail(f"{column!r} is a {self.kinds[column]}, which {field.filter!r} cannot word", key)
            wordings.append(wording)
        return tuple(wordings)

    def _edges(self, label: str) -> tuple[ForeignKey, ...]:
        edges = []
        for item in self._list("edges", frozenset({"type", "from", "to", "column", "unless"})):
            edge = self.schema.edges.get(item.get("type", ""))
            other = item.get("from") or item.get("to") or ""
            inward = "from" in item
            if edge is None or other not in (edge.sources if inward else edge.targets):
                self.fail(
                    f"schema/graph.toml has no edge {item.get('type')!r} {'from' if inward else 'to'} {other!r}",
                    "edges",
                )
            elif label not in (edge.targets if inward else edge.sources):
                self.fail(f"schema/graph.toml has no edge {edge.name} {'to' if inward else 'from'} {label!r}", "edges")
            if all(table.label != other for table in self.before.values()):
                self.fail(f"edges: no table before this one gives {other!r}", "edges")
            self._need(item.get("column"), "edges")
            if item.get("unless"):
                self._need(item["unless"], "edges")
            edges.append(ForeignKey(item["type"], other, inward, item["column"], item.get("unless", "")))
        return tuple(edges)

    def _known(self, key: str) -> dict[str, Any]:
        table = self.toml.table(self.entry.get(key, {}), *self.at(key))
        for column in table:
            self._need(column, key, column)
        return dict(table)

    def _need(self, column: object, *where: str) -> None:
        if column not in self.kinds:
            self.fail(f"there is no column {column!r} in its columns or joins", *where)

    def _check_properties(self, table: Table) -> None:
        declared = self.schema.labels[table.label].properties
        given: dict[str, str] = {"name": "text", "table": "text", "row_id": "int"}
        given |= {c.property: KINDS[c.kind] for c in table.columns.values() if c.property}
        given |= {name: KINDS[self.kinds[name]] for join in table.joins for name in join.properties}
        given |= {derived.property: DERIVED[derived.kind] for derived in table.derived}
        given |= {name: "int" for times in table.times for name in (times.earliest, times.latest)}
        for name, kind in given.items():
            if declared.get(name) != kind:
                self.fail(
                    f"gives {name} as {kind}, but schema/graph.toml says {declared.get(name, 'nothing')} of it",
                    "columns",
                    name,
                )
        for name in declared:
            if name not in given and name not in table.lacks:
                self.fail(f"no column gives {table.label}.{name}; name one, or list it in lacks")

    def _check_use(self, table: Table) -> None:
        used = {table.key, *(c.name for c in table.columns.values() if c.property)}
        used |= {join.column for join in table.joins} | {derived.column for derived in table.derived}
        used |= {column for times in table.times for column in times.columns}
        used |= {column for edge in table.edges for column in (edge.column, edge.unless)}
        used |= {c for w in (*table.wordings, *table.wordings_apart) for field in w.fields for c in field.columns}
        used |= {*table.count, *table.flagged, *table.refused}
        used |= {
            self.toml.data.get(role, {}).get(key)
            for role, key in (("patient", "key"), ("patient", "born"), ("admission", "key"))
        }
        for name in table.columns:
            if name not in used:
                self.fail(f"the column {name!r} is read and used for nothing", "columns", name)
