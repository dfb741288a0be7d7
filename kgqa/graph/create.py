"""A graph written as CREATE statements -> tables: for the cases in pattern files, for tests and for trying things out.

Labels, types and properties are whatever the text says. Nodes with equal labels share a table as long as their
properties agree in type, so that a property that is a number here and a text there becomes two tables, not a mixture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pyarrow as pa

from kgqa.errors import PatternError
from kgqa.model import Catalog, EdgeTable, Id, NodeTable, PropertyType, Scalar
from kgqa.pattern import tree
from kgqa.pattern.parse import parse_graph

_ARROW = {"bool": pa.bool_(), "int": pa.int64(), "float": pa.float64(), "text": pa.string()}
_NAMES: dict[type, PropertyType] = {bool: "bool", int: "int", float: "float", str: "text"}
_LISTS: dict[PropertyType, PropertyType] = {"bool": "bools", "int": "ints", "float": "floats", "text": "texts"}
_Properties = dict[str, Any]


@dataclass(slots=True)
class _Node:
    labels: tuple[str, ...]
    properties: _Properties
    number: int
    key: Id = 0


@dataclass(slots=True)
class _Edge:
    type: str
    source: _Node
    target: _Node
    properties: _Properties
    number: int


@dataclass(slots=True)
class _Sheet:
    """Rows whose properties agree in type, and in capitals: `x` and `X` are one column to DuckDB."""

    types: dict[str, PropertyType] = field(default_factory=dict)
    rows: list[Any] = field(default_factory=list)

    def takes(self, types: dict[str, PropertyType]) -> bool:
        known = {key.casefold(): (key, type_) for key, type_ in self.types.items()}
        return all(known.get(key.casefold(), (key, type_)) == (key, type_) for key, type_ in types.items())


def create(text: str, name: str = "graph") -> tuple[Catalog, dict[str, pa.Table]]:
    """Read CREATE statements; return the catalog and the table behind each of its relations.

    A node's key is its property `id` where all nodes of its primary label have one, all numbers or all texts, and no
    two the same; else its place among all nodes of the text, from 0. Raises PatternError with line and column.
    """
    graph = _Reader(name)
    for chain in parse_graph(text, name):
        graph.read(chain)
    nodes, edges = graph.nodes, graph.edges
    _choose_keys(nodes)
    tables: dict[str, pa.Table] = {}
    node_tables = []
    for labels, sheet in _sheets((_shelf(node.labels), node) for node in nodes):
        relation = f"nodes_{len(tables)}"
        by_id = sheet.rows[0].key is sheet.rows[0].properties.get("id", sheet.rows[0])
        keys = {} if by_id else {"@node": [node.key for node in sheet.rows]}
        tables[relation] = _table(sheet, keys)
        key_type = _NAMES[type(sheet.rows[0].key)]
        node_tables.append(NodeTable(labels, relation, "id" if by_id else "@node", key_type, sheet.types))
    edge_tables = []
    for (type_, source, target), sheet in _sheets(
        ((edge.type, _shelf(edge.source.labels)[0], _shelf(edge.target.labels)[0]), edge) for edge in edges
    ):
        relation = f"edges_{len(tables)}"
        ends = {
            "@source": [edge.source.key for edge in sheet.rows],
            "@target": [edge.target.key for edge in sheet.rows],
        }
        tables[relation] = _table(sheet, ends | {"@edge": [edge.number for edge in sheet.rows]})
        edge_tables.append(
            EdgeTable(type_, source, target, relation, "@source", "@target", sheet.types, "@edge", sparse=False)
        )
    return Catalog(tuple(node_tables), tuple(edge_tables)), tables


def _shelf(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Name the set of labels: the primary one, then the rest in one order; "" is the primary label of none."""
    return (labels[0], *sorted(labels[1:])) if labels else ("",)


@dataclass(slots=True)
class _Reader:
    """Turns chains into nodes and edges, and keeps the names that the text has given; None names a relationship."""

    name: str
    nodes: list[_Node] = field(default_factory=list)
    edges: list[_Edge] = field(default_factory=list)
    names: dict[str, _Node | None] = field(default_factory=dict)

    def read(self, chain: tree.Match) -> None:
        ends = [self.node(pattern) for pattern in chain.nodes]
        for pattern, (left, right) in zip(chain.edges, pairwise(ends), strict=True):
            self.edge(pattern, *((left, right) if pattern.forward else (right, left)))

    def node(self, pattern: tree.NodePattern) -> _Node:
        if pattern.name in self.names:
            known = self.names[pattern.name]
            if known is None:
                raise self.refuse(pattern, f"{pattern.name!r} is a relationship already. Rename one.")
            if pattern.labels or pattern.properties:
                raise self.refuse(pattern, f"node {pattern.name!r} is there already. Give it labels where it is first.")
            return known
        made = _Node(pattern.labels, _properties(pattern, self.name), len(self.nodes))
        self.nodes.append(made)
        if pattern.name:
            self.names[pattern.name] = made
        return made

    def edge(self, pattern: tree.EdgePattern, source: _Node, target: _Node) -> None:
        if pattern.hops is not None or len(pattern.types) != 1:
            raise self.refuse(pattern, "a relationship that is created has exactly one type and no star.")
        if pattern.name in self.names:
            raise self.refuse(pattern, f"{pattern.name!r} is taken. Give the relationship another name.")
        if pattern.name:
            self.names[pattern.name] = None
        self.edges.append(_Edge(pattern.types[0], source, target, _properties(pattern, self.name), len(self.edges)))

    def refuse(self, part: tree.NodePattern | tree.EdgePattern, message: str) -> PatternError:
        return PatternError(f"{self.name}:{part.place.line}:{part.place.column}: {message}")


def _properties(pattern: tree.NodePattern | tree.EdgePattern, name: str) -> _Properties:
    found = {key: _constant(value, name) for key, value in pattern.properties}
    if len({key.casefold() for key in found}) < len(found):
        place = f"{name}:{pattern.place.line}:{pattern.place.column}"
        raise PatternError(f"{place}: two properties differ only in capitals, which tables cannot hold. Rename one.")
    return {key: value for key, value in found.items() if value is not None}


def _constant(expression: tree.Expression, name: str) -> Any:
    """Evaluate what may stand in a map that is created: constants, signed numbers, NaN as 0.0/0, and flat lists."""
    place = f"{name}:{expression.place.line}:{expression.place.column}"
    match expression:
        case tree.Literal(value=value):
            return value
        case tree.Minus(operand=operand) if isinstance(number := _constant(operand, name), int | float):
            return 0 - number
        case tree.Binary(operator="/", left=left, right=right):
            ends = _constant(left, name), _constant(right, name)
            if isinstance(ends[0], float) and ends[1] == 0:
                return math.nan if ends[0] == 0 or math.isnan(ends[0]) else math.copysign(math.inf, ends[0])
        case tree.ListOf(items=items):
            return _list([_constant(item, name) for item in items], place)
        case _:
            pass
    raise PatternError(f"{place}: a property that is created is a constant or a list of constants. Write the value.")


def _list(values: list[Any], place: str) -> list[Scalar]:
    types = {type(value) for value in values}
    if types == {int, float}:
        return [float(value) for value in values]
    if len(types) > 1 or not types <= set(_NAMES):
        raise PatternError(f"{place}: a list that is stored holds values of one type and no null. Mend it.")
    return values


def _type(value: Any) -> PropertyType:
    if isinstance(value, list):
        return _LISTS[_NAMES[type(value[0])]] if value else "texts"
    return _NAMES[type(value)]


def _choose_keys(nodes: Sequence[_Node]) -> None:
    by_label: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes:
        by_label[node.labels[0] if node.labels else ""].append(node)
    for group in by_label.values():
        ids = [node.properties.get("id") for node in group]
        named = {type(id_) for id_ in ids} in ({int}, {str}) and len(set(ids)) == len(ids)
        for node in group:
            node.key = node.properties["id"] if named else node.number


def _sheets(rows: Iterable[tuple[tuple[str, ...], Any]]) -> list[tuple[tuple[str, ...], _Sheet]]:
    shelves: dict[tuple[str, ...], list[_Sheet]] = {}
    for shelf, row in rows:
        types = {key: _type(value) for key, value in row.properties.items()}
        sheets = shelves.setdefault(shelf, [])
        sheet = next((sheet for sheet in sheets if sheet.takes(types)), None)
        if sheet is None:
            sheets.append(sheet := _Sheet())
        sheet.types |= types
        sheet.rows.append(row)
    return [(shelf, sheet) for shelf, sheets in shelves.items() for sheet in sheets]


def _table(sheet: _Sheet, keys: dict[str, list[Any]]) -> pa.Table:
    columns = {name: pa.array(values) for name, values in keys.items()}
    for key, type_ in sheet.types.items():
        arrow = pa.list_(_ARROW[type_[:-1]]) if type_.endswith("s") else _ARROW[type_]
        columns[key] = pa.array([row.properties.get(key) for row in sheet.rows], arrow)
    return pa.table(columns)
