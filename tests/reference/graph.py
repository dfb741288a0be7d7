"""A small property graph: as data, as CREATE text, as a networkx graph."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import networkx as nx

from tests.reference.query import name, value_text

Scalar = bool | int | float | str
Stored = Scalar | tuple[Scalar, ...]
Properties = tuple[tuple[str, Stored], ...]


@dataclass(frozen=True, slots=True)
class NodeRow:
    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class EdgeRow:
    source: int
    type: str
    target: int
    properties: Properties


@dataclass(frozen=True)
class Graph:
    """Nodes and edges are named by their position."""

    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]

    def create(self, *, named_edges: bool = False) -> str:
        """The graph as one CREATE statement whose variable n<i> is node i, and e<i> edge i if asked for."""
        nodes = [
            f"(n{i}{''.join(':' + name(label) for label in n.labels)}{_map(n.properties)})"
            for i, n in enumerate(self.nodes)
        ]
        edges = [
            f"(n{e.source})-[{f'e{i}' if named_edges else ''}:{name(e.type)}{_map(e.properties)}]->(n{e.target})"
            for i, e in enumerate(self.edges)
        ]
        return "CREATE " + ",\n       ".join(nodes + edges)

    def network(self, nodes: Collection[int] | None = None, edges: Collection[int] | None = None) -> nx.MultiDiGraph:
        """The graph, or what `nodes` and `edges` leave of it: an edge is there only with both its ends."""
        network = nx.MultiDiGraph()
        for i, n in enumerate(self.nodes):
            if nodes is None or i in nodes:
                network.add_node(i, labels=frozenset(n.labels), properties=dict(n.properties))
        for i, e in enumerate(self.edges):
            if (edges is None or i in edges) and e.source in network and e.target in network:
                network.add_edge(e.source, e.target, key=i, type=e.type, properties=dict(e.properties))
        return network


def _map(properties: Properties) -> str:
    return " {" + ", ".join(f"{name(key)}: {value_text(v)}" for key, v in properties) + "}" if properties else ""
