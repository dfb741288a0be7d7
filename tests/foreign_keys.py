"""A small graph in the layout of a graph folder: edges read from the node tables' own columns wherever they can be.

`Tables.from_create` gives every edge a table of its own; a folder does not, and the compiler reads such an edge from
the row of its node. Both layouts have to answer the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from kgqa.graph.tables import Tables
from kgqa.model import Catalog, EdgeTable, Id, NodeTable, PropertyType
from tests.reference.graph import EdgeRow, Graph, Properties
from tests.reference.outcome import keys

ARROW = {"bool": pa.bool_(), "int": pa.int64(), "float": pa.float64(), "text": pa.string()}
NAMES: dict[type, PropertyType] = {bool: "bool", int: "int", float: "float", str: "text"}
LISTS: dict[PropertyType, PropertyType] = {"bool": "bools", "int": "ints", "float": "floats", "text": "texts"}


@dataclass
class Sheet:
    """The nodes of one set of labels, by their places in the graph, and the foreign keys beside them."""

    number: int
    labels: tuple[str, ...]
    key: str
    places: list[int] = field(default_factory=list)
    columns: dict[str, pa.Array] = field(default_factory=dict)

    @property
    def relation(self) -> str:
        return f"nodes_{self.number}"


def tables(graph: Graph) -> Tables:
    """The graph as an engine; each property has one type in all of it."""
    refs = keys(graph)
    sheets: dict[tuple[str, ...], Sheet] = {}
    for place, node in enumerate(graph.nodes):
        labels = (node.labels[0], *sorted(node.labels[1:])) if node.labels else ("",)
        key = "id" if refs[place].id == dict(node.properties).get("id") else "@node"
        sheets.setdefault(labels, Sheet(len(sheets), labels, key)).places.append(place)
    types = _types([n.properties for n in graph.nodes] + [e.properties for e in graph.edges])
    node_tables, edge_tables, relations = [], [], dict[str, pa.Table]()
    for number, ((type_, source, target), edges) in enumerate(_groups(graph).items()):
        name = f"edges_{number}"
        held = not any(e.properties for e in edges) and number % 4 != 3
        if held and _once(e.target for e in edges):
            other = {e.target: refs[e.source].id for e in edges}
            edge_tables += _hosted(name, (type_, source, target), sheets.values(), other, of_target=True)
        elif held and _once(e.source for e in edges):
            other = {e.source: refs[e.target].id for e in edges}
            edge_tables += _hosted(name, (type_, source, target), sheets.values(), other, of_target=False)
        else:
            stored, its_types = _columns([e.properties for e in edges], types)
            ends = {at: [refs[e.source if at == "@from" else e.target].id for e in edges] for at in ("@from", "@to")}
            relations[name] = pa.table({at: pa.array(ids) for at, ids in ends.items()} | stored)
            edge_tables.append(EdgeTable(type_, source, target, name, "@from", "@to", its_types))
    for sheet in sheets.values():
        stored, its_types = _columns([graph.nodes[place].properties for place in sheet.places], types)
        own = {} if sheet.key == "id" else {sheet.key: pa.array([refs[place].id for place in sheet.places])}
        relations[sheet.relation] = pa.table(own | stored | sheet.columns)
        node_tables.append(NodeTable(sheet.labels, sheet.relation, sheet.key, "int", its_types))
    connection = duckdb.connect()
    for name, table in relations.items():
        connection.register(name, table)
    return Tables(connection, Catalog(tuple(node_tables), tuple(edge_tables)), "sha256:test")


def _groups(graph: Graph) -> dict[tuple[str, str, str], list[EdgeRow]]:
    found: dict[tuple[str, str, str], list[EdgeRow]] = defaultdict(list)
    for edge in graph.edges:
        source, target = (keys(graph)[place].label for place in (edge.source, edge.target))
        found[edge.type, source, target].append(edge)
    return found


def _once(places: Iterable[int]) -> bool:
    every = list(places)
    return len(set(every)) == len(every)


def _hosted(
    name: str, group: tuple[str, str, str], sheets: Iterable[Sheet], ends: dict[int, Id], *, of_target: bool
) -> list[EdgeTable]:
    """Edges as a column of the nodes at one end: `ends` maps such a node to the key of the other end."""
    found = []
    for sheet in sheets:
        if sheet.labels[0] == group[2 if of_target else 1]:
            sheet.columns[name] = pa.array([ends.get(place) for place in sheet.places], pa.int64())
            columns = (name, sheet.key) if of_target else (sheet.key, name)
            found.append(EdgeTable(*group, sheet.relation, *columns))
    return found


def _types(rows: Iterable[Properties]) -> dict[str, PropertyType]:
    found: dict[str, PropertyType] = {}
    for row in rows:
        for key, value in row:
            if value != ():
                found[key] = LISTS[NAMES[type(value[0])]] if isinstance(value, tuple) else NAMES[type(value)]
            else:
                found.setdefault(key, "texts")
    return found


def _columns(
    rows: Sequence[Properties], types: dict[str, PropertyType]
) -> tuple[dict[str, pa.Array], dict[str, PropertyType]]:
    used = {key: types[key] for row in rows for key, _ in row}
    stored = {key: pa.array([dict(row).get(key) for row in rows], _arrow(type_)) for key, type_ in used.items()}
    return stored, used


def _arrow(type_: PropertyType) -> pa.DataType:
    return pa.list_(ARROW[type_[:-1]]) if type_.endswith("s") else ARROW[type_]
