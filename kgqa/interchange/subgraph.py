"""A proof as a py2neo Subgraph, for notebooks; py2neo reached its end of life in 2023, so the driver does the work."""

from __future__ import annotations

from typing import Any

from py2neo.data import Node, Relationship, Subgraph

from kgqa.interchange.proof import Proof
from kgqa.model import Value


def to_subgraph(proof: Proof) -> Subgraph:
    """Return the proof as a Subgraph that is bound to no server; nodes carry their id as a property."""
    nodes = {ref: Node(*node.labels, **_plain({"id": ref.id, **node.properties})) for ref, node in proof.nodes.items()}
    edges = [
        Relationship(nodes[ref.source], ref.type, nodes[ref.target], **_plain(edge.properties))
        for ref, edge in proof.edges.items()
    ]
    return Subgraph(nodes.values(), edges)


def _plain(properties: Any) -> dict[str, Value | list[Any]]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}
