"""What the rooms hand each other: frozen, complete and valid, or not made at all.

A node is named by its primary label and its id; an edge by its ends and its type. What a graph looks like as tables
(which relation holds which label, which columns join them) is a Catalog. No engine, no file format, no medicine here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Id = int | str
Scalar = bool | int | float | str
Value = Scalar | tuple[Scalar, ...]
PropertyType = Literal["int", "float", "text", "bool", "ints", "floats", "texts", "bools"]
Record = dict[str, Any]  # a question as it stands in the set, a line of JSON


@dataclass(frozen=True, slots=True, order=True)
class NodeRef:
    """A node by its primary label and its id (unique within the label)."""

    label: str
    id: Id


@dataclass(frozen=True, slots=True, order=True)
class EdgeRef:
    """An edge by its ends and its type; graphs of kgqa hold no parallel edges of one type."""

    source: NodeRef
    type: str
    target: NodeRef


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its properties; an absent property is absent, never None."""

    ref: NodeRef
    labels: tuple[str, ...]
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge with its properties."""

    ref: EdgeRef
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One edge of a path: positions in the path's nodes, in the direction of the relationship."""

    source: int
    type: str
    target: int


@dataclass(frozen=True, slots=True, order=True)
class Path:
    """A walk through the graph: n nodes and the n-1 edges between neighbours."""

    nodes: tuple[NodeRef, ...]
    edges: tuple[Step, ...]

    def __post_init__(self) -> None:
        if len(self.edges) != len(self.nodes) - 1:
            raise ValueError("a path of n nodes has n-1 edges")

    def edge_refs(self) -> tuple[EdgeRef, ...]:
        """Return the edges by their ends."""
        return tuple(EdgeRef(self.nodes[e.source], e.type, self.nodes[e.target]) for e in self.edges)


@dataclass(frozen=True, slots=True)
class NodeTable:
    """The nodes of one set of labels, as a relation with one row a node.

    `labels[0]` is the primary label, the one a NodeRef carries. `key` is the column of the node's id. Each property is
    a column of the same name; NULL in it means that the node has no such property.
    """

    labels: tuple[str, ...]
    relation: str
    key: str
    key_type: PropertyType
    properties: Mapping[str, PropertyType]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """The edges of one type between two primary labels, as a relation with one row an edge.

    A row is an edge only where both columns are not NULL, so a foreign key in a node's own relation serves as it is;
    the nodes at both ends exist. `sparse` is False where no row lacks an end. `key` is a column (a whole number) that
    tells parallel edges of the type apart, where there can be any.
    """

    type: str
    source: str
    target: str
    relation: str
    source_column: str
    target_column: str
    properties: Mapping[str, PropertyType] = field(default_factory=dict)
    key: str = ""
    sparse: bool = True


@dataclass(frozen=True, slots=True)
class Catalog:
    """A whole graph as tables."""

    nodes: tuple[NodeTable, ...]
    edges: tuple[EdgeTable, ...]
