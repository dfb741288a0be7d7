"""Nodes and edges that were looked up somewhere else, as a graph of their own in the embedded engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

from kgqa.errors import GraphError
from kgqa.graph.tables import Tables
from kgqa.model import Catalog, Edge, EdgeTable, Node, NodeTable, PropertyType, Value

_SCALARS: dict[type, PropertyType] = {bool: "bool", int: "int", float: "float", str: "text"}
_LISTS: dict[PropertyType, PropertyType] = {"bool": "bools", "int": "ints", "float": "floats", "text": "texts"}
_ARROW = {"bool": pa.bool_(), "int": pa.int64(), "float": pa.float64(), "text": pa.string()}


def in_memory(nodes: Iterable[Node], edges: Iterable[Edge], fingerprint: str) -> Tables:
    """Make a graph of these nodes and edges; the caller closes it.

    A property has one type within a label or an edge type, as in every graph that kgqa loads; else GraphError.
    """
    relations: dict[str, pa.Table] = {}
    node_tables, edge_tables = [], []
    by_labels: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        by_labels[node.labels or ("",)].append(node)
    for labels, some in by_labels.items():
        relation = f"nodes_{len(relations)}"
        types = _types(labels[0], [node.properties for node in some])
        own = {name: kind for name, kind in types.items() if name != "id"}
        ids = [node.ref.id for node in some]
        relations[relation] = _table({"id": ids}, own, [node.properties for node in some])
        node_tables.append(NodeTable(labels, relation, "id", _SCALARS[type(ids[0])], own))
    by_ends: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        by_ends[edge.ref.type, edge.ref.source.label, edge.ref.target.label].append(edge)
    for (kind, source, target), joined in by_ends.items():
        relation = f"edges_{len(relations)}"
        types = _types(kind, [edge.properties for edge in joined])
        ends = {"@source": [edge.ref.source.id for edge in joined], "@target": [edge.ref.target.id for edge in joined]}
        relations[relation] = _table(ends, types, [edge.properties for edge in joined])
        edge_tables.append(EdgeTable(kind, source, target, relation, "@source", "@target", types))
    connection = duckdb.connect()
    for relation, table in relations.items():
        connection.register(relation, table)
    return Tables(connection, Catalog(tuple(node_tables), tuple(edge_tables)), fingerprint)


def _types(where: str, rows: list[Mapping[str, Value]]) -> dict[str, PropertyType]:
    types: dict[str, PropertyType] = {}
    for row in rows:
        for name, value in row.items():
            kind = _type(value)
            if types.setdefault(name, kind) != kind:
                raise GraphError(f"{where}.{name}: is {types[name]} in one place and {kind} in another; load it again")
    return types


def _type(value: Value) -> PropertyType:
    if isinstance(value, tuple):
        return _LISTS[_SCALARS[type(value[0])]] if value else "texts"
    return _SCALARS[type(value)]


def _table(
    keys: Mapping[str, list[int | str]], types: Mapping[str, PropertyType], rows: list[Mapping[str, Value]]
) -> pa.Table:
    columns = {name: pa.array(values) for name, values in keys.items()}
    for name, kind in types.items():
        arrow = pa.list_(_ARROW[kind[:-1]]) if kind.endswith("s") else _ARROW[kind]
        columns[name] = pa.array([row.get(name) for row in rows], arrow)
    return pa.table(columns)
