"""A question's proof with everything that the graph knows of its nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kgqa.errors import GraphError
from kgqa.graph.protocol import Engine
from kgqa.model import Edge, EdgeRef, Node, NodeRef, Path
from kgqa.question.record import path_of


@dataclass(frozen=True, slots=True)
class Proof:
    """The paths of one question, and each of their nodes and edges once, in order of first use."""

    question: Mapping[str, Any]
    paths: tuple[Path, ...]
    nodes: Mapping[NodeRef, Node]
    edges: Mapping[EdgeRef, Edge]


def proof_of(record: Mapping[str, Any], engine: Engine) -> Proof:
    """Look up what a question's paths are made of; GraphError where the graph does not hold all of it."""
    paths = tuple(path_of(walk) for walk in record["paths"])
    refs = list(dict.fromkeys(node for path in paths for node in path.nodes))
    joined = list(dict.fromkeys(edge for path in paths for edge in path.edge_refs()))
    nodes, edges = engine.nodes(refs), engine.edges(joined)
    missing = len(refs) - len(nodes) + len(joined) - len(edges)
    if missing:
        raise GraphError(f"{record['id']}: {missing} nodes and edges of its proof are not in this graph; give its own")
    return Proof(record, paths, {ref: nodes[ref] for ref in refs}, {ref: edges[ref] for ref in joined})
