"""When two answers are the same: as bags of rows, with integers, floats and truth values told apart.

A node is its place in the graph, an edge its ends and its type, whoever answers; so the answers of the reference, of
Neo4j and of the engine under test become bags of the same plain cells.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

from kgqa.model import EdgeRef, NodeRef, Path
from tests.reference.graph import Graph
from tests.reference.values import EdgeValue, NodeValue, PathValue

Cell = tuple[object, ...]
Bag = Counter[tuple[Cell, ...]]
NAN: Cell = ("float", "NaN")


def bag(rows: Iterable[tuple[object, ...]], graph: Graph, *, distinct: bool) -> Bag:
    """Rows as a bag of plain cells.

    DISTINCT keeps either of 1 and 1.0, so they are one cell then; and whether it keeps two NaN depends in Neo4j on
    whether they are one object, so rows with NaN count once.
    """
    entity = _names(graph)
    found = Counter(tuple(_cell(value, entity, distinct=distinct) for value in row) for row in rows)
    return Counter({row: 1 if distinct and _holds_nan(row) else n for row, n in found.items()})


def keys(graph: Graph) -> list[NodeRef]:
    """The name that kgqa gives each node of a graph of CREATE statements: kgqa/graph/protocol.py."""
    labels = [node.labels[0] if node.labels else "" for node in graph.nodes]
    ids = [dict(node.properties).get("id") for node in graph.nodes]
    found = []
    for i, label in enumerate(labels):
        peers = [other for other, its in zip(ids, labels, strict=True) if its == label]
        named = {type(other) for other in peers} in ({int}, {str}) and len(set(peers)) == len(peers)
        found.append(NodeRef(label, ids[i] if named else i))  # type: ignore[arg-type]
    return found


def _names(graph: Graph) -> Callable[[object], Cell | None]:
    place = {ref: i for i, ref in enumerate(keys(graph))}

    def edge(ref: EdgeRef) -> Cell:
        return place[ref.source], ref.type, place[ref.target]

    def ends(number: int) -> Cell:
        row = graph.edges[number]
        return row.source, row.type, row.target

    def name(value: object) -> Cell | None:
        match value:
            case NodeValue(node):
                return ("node", node)
            case NodeRef():
                return ("node", place[value])
            case EdgeValue(number):
                return ("edge", *ends(number))
            case EdgeRef():
                return ("edge", *edge(value))
            case PathValue(nodes, numbers):
                return ("path", nodes, tuple(map(ends, numbers)))
            case Path():
                return ("path", tuple(place[ref] for ref in value.nodes), tuple(map(edge, value.edge_refs())))
            case _:
                return None

    return name


def _cell(value: object, entity: Callable[[object], Cell | None], *, distinct: bool) -> Cell:
    if found := entity(value):
        return found
    match value:
        case tuple() | list():
            return ("list", *(_cell(item, entity, distinct=distinct) for item in value))
        case float() if math.isnan(value):
            return NAN
        case int() | float() if distinct and not isinstance(value, bool):
            return ("number", value)
        case _:
            return (type(value).__name__, value)


def _holds_nan(cell: Cell) -> bool:
    return cell == NAN or any(_holds_nan(part) for part in cell if isinstance(part, tuple))
