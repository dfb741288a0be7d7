"""A node of a pattern as a relation: a subquery over the tables that it may come from.

A node is told by its label (a number, left out where only one label is possible) and its key, as two columns. An edge
or a walk (edge.py, walk.py) writes its ends just as the nodes there are written, so that a pattern becomes plain
equalities between columns, whose order DuckDB chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import sqlglot
from sqlglot import exp

from kgqa.model import Catalog, EdgeTable, NodeTable, PropertyType
from kgqa.pattern import sql
from kgqa.pattern.sql import Sql
from kgqa.pattern.value import Value

if TYPE_CHECKING:
    from kgqa.pattern.edge import EdgeVar
    from kgqa.pattern.walk import WalkVar


WORLD = "@world"


def quoted(name: str) -> str:
    """Quote a name for SQL that is written by hand."""
    return '"' + name.replace('"', '""') + '"'


@lru_cache(maxsize=4096)
def _table(relation: str) -> exp.Table:
    table = sqlglot.parse_one(relation, into=exp.Table, dialect="duckdb")
    assert isinstance(table, exp.Table)
    return table


def select_from(relation: str, columns: Mapping[str, Sql], conditions: Sequence[Sql] = ()) -> exp.Select:
    """Select named columns from one table."""
    return sql.select([sql.named(part, name) for name, part in columns.items()], [_table(relation).copy()], conditions)


def own(name: str) -> Sql:
    """Name a column of the one table in FROM."""
    return exp.column(name, quoted=True)


def subquery(selects: Sequence[exp.Select], alias: str) -> Sql:
    """Put a relation into FROM."""
    return exp.alias_(exp.Subquery(this=sql.union(selects)), alias, quoted=True, table=True)


class Shape:
    """A catalog with a number for every label and every table, and whether a world column stands in each."""

    def __init__(self, catalog: Catalog, *, worlds: bool = False) -> None:
        """Take a catalog."""
        self.nodes, self.edges, self.worlds = catalog.nodes, catalog.edges, worlds
        self.labels = tuple(dict.fromkeys(table.labels[0] for table in catalog.nodes))
        self.number = {label: number for number, label in enumerate(self.labels)}
        self.text_keys = frozenset(table.labels[0] for table in catalog.nodes if table.key_type == "text")

    def world(self) -> dict[str, Sql]:
        """Return the world column of a subquery, where there are worlds."""
        return {"w": own(WORLD)} if self.worlds else {}


def property_columns(
    table: NodeTable | EdgeTable, keys: Iterable[str], forms: Mapping[str, tuple[PropertyType, ...]]
) -> dict[str, Sql]:
    """Write each used property in each type that it has anywhere, NULL where this table has it in another or not."""
    found = {}
    for key in sorted(keys):
        type_ = property_type(table, key)
        for form in forms[key]:
            found[shown_as(key, form)] = own(key) if form == type_ else sql.null(form)
    return found


def property_type(table: NodeTable | EdgeTable, key: str) -> PropertyType | None:
    """Return the type of a property, or None where the table has none; a node's key column is a property too."""
    if isinstance(table, NodeTable) and key == table.key and key not in table.properties:
        return table.key_type
    return table.properties.get(key)


def shown_as(key: str, form: str) -> str:
    """Name the column that shows a property in one type; for SQL names that differ only in capitals are one."""
    return f"{key}:{form}" if key == key.lower() else f"{key}:{form}:{key.encode().hex()}"


def forms_of(tables: Iterable[NodeTable | EdgeTable], keys: Iterable[str]) -> dict[str, tuple[PropertyType, ...]]:
    """Return the types that each property has in any of the tables."""
    every = tuple(tables)
    return {key: tuple(dict.fromkeys(t for table in every if (t := property_type(table, key)))) for key in keys}


@dataclass(eq=False, slots=True)
class NodeVar:
    """A node of a pattern; `tables` are those it may be in. It reads no table where an edge's end tells all."""

    shape: Shape
    alias: str
    tables: tuple[NodeTable, ...]
    keys: frozenset[str]
    hosted: list[EdgeVar] = field(default_factory=list)
    provider: tuple[EdgeVar | WalkVar, bool] | None = None

    @property
    def labels(self) -> frozenset[str]:
        """The primary labels it may have."""
        return frozenset(table.labels[0] for table in self.tables)

    @property
    def text(self) -> bool:
        """Whether its key is written as a text, because for some label it is one."""
        return bool(self.labels & self.shape.text_keys)

    @property
    def whole(self) -> bool:
        """Whether its label alone says that it may be this node."""
        return all(table in self.tables for table in self.shape.nodes if table.labels[0] in self.labels)

    def reads_row(self) -> bool:
        """Say whether a property other than the key is used."""
        return not all(self.keyed_by(key) or not forms_of(self.tables, [key])[key] for key in self.keys)

    def keyed_by(self, key: str) -> bool:
        """Say whether a property is the key."""
        types = {table.key_type for table in self.tables}
        return len(types) == 1 and all(table.key == key for table in self.tables)

    def identity(self) -> list[Sql]:
        """Return world, label and key as columns, as far as each is needed to tell two nodes apart."""
        if self.provider:
            edge, left = self.provider
            return edge.end(left=left)
        return [sql.column(name, self.alias) for name in self.identity_names()]

    def identity_names(self) -> list[str]:
        """Return the names of those columns."""
        return [*(["w"] if self.shape.worlds else []), *(["t"] if len(self.labels) > 1 else []), "k"]

    def label_and_key(self) -> tuple[Sql | str, Sql]:
        """Return the label (its name where it is the same in all rows) and the key."""
        *before, key = self.identity()
        return (before[-1] if len(self.labels) > 1 else next(iter(self.labels), "")), key

    def value(self) -> Value:
        """Return the node as a value."""
        label, key = self.label_and_key()
        number = sql.small(self.shape.number.get(label, -1)) if isinstance(label, str) else label
        return Value({"node.text" if self.text else "node": sql.pack(number, key)}, known=True)

    def property(self, key: str) -> Value:
        """Return one of its properties."""
        if self.tables and self.keyed_by(key):
            return Value({self.tables[0].key_type: self.identity()[-1]})
        return Value({form: sql.column(shown_as(key, form), self.alias) for form in forms_of(self.tables, [key])[key]})

    def relation(self) -> Sql:
        """Return what stands in FROM."""
        forms = forms_of(self.tables, self.keys)
        selects = []
        for table in self.tables:
            columns = self.shape.world() | self._identity_of(table, own(table.key))
            columns |= property_columns(table, self.keys, forms)
            for edge in self.hosted:
                columns |= edge.hosted_columns(table)
            selects.append(select_from(table.relation, columns))
        return subquery(selects or [nothing({"k": "BIGINT"} | self._typed(forms), self.shape)], self.alias)

    def _typed(self, forms: Mapping[str, tuple[PropertyType, ...]]) -> dict[str, str]:
        return {shown_as(key, form): sql.TYPES[form] for key, found in forms.items() for form in found}

    def _identity_of(self, table: NodeTable, key: Sql) -> dict[str, Sql]:
        return end_columns(self, table.labels[0], key, ("t", "k"))


def same_node(one: NodeVar, other: NodeVar) -> Sql:
    """Say that two variables are one node, however each of them is written."""
    (label, key), (other_label, other_key) = one.label_and_key(), other.label_and_key()
    if not one.labels & other.labels:
        return sql.FALSE.copy()
    if one.text != other.text:
        key, other_key = sql.cast(key, "TEXT"), sql.cast(other_key, "TEXT")
    parts = [sql.equal(key, other_key)]
    if isinstance(label, Sql) or isinstance(other_label, Sql):
        numbers = [
            sql.small(one.shape.number[part]) if isinstance(part, str) else part for part in (label, other_label)
        ]
        parts.insert(0, sql.equal(*numbers))
    if one.shape.worlds:
        parts.append(sql.equal(one.identity()[0], other.identity()[0]))
    return sql.all_of(parts)


def end_columns(node: NodeVar, label: str, key: Sql, names: tuple[str, str]) -> dict[str, Sql]:
    """Write the key of a node of `label` in the way in which `node` writes its identity."""
    as_text = node.text and label not in node.shape.text_keys
    written = sql.cast(key, "TEXT") if as_text else key
    many = len(node.labels) > 1
    return ({names[0]: sql.small(node.shape.number[label])} if many else {}) | {names[1]: written}


def nothing(columns: Mapping[str, str], shape: Shape) -> exp.Select:
    """Return a relation without rows."""
    typed = ({"w": "BIGINT"} if shape.worlds else {}) | dict(columns)
    return sql.select([sql.named(sql.cast(exp.null(), t), name) for name, t in typed.items()], [], [sql.FALSE.copy()])
