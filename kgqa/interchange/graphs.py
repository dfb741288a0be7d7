"""A proof as a networkx graph."""

from __future__ import annotations

import networkx as nx

from kgqa.interchange.proof import Proof


def to_networkx(proof: Proof) -> nx.MultiDiGraph:
    """Return the proof as a directed graph: a node is (label, id), an edge's key its type, properties attributes."""
    graph = nx.MultiDiGraph(question=proof.question["id"], text=proof.question["question"])
    for ref, node in proof.nodes.items():
        graph.add_node((ref.label, ref.id), labels=list(node.labels), **node.properties)
    for edge_ref, edge in proof.edges.items():
        ends = ((end.label, end.id) for end in (edge_ref.source, edge_ref.target))
        graph.add_edge(*ends, key=edge_ref.type, **edge.properties)
    return graph
