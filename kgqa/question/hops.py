"""How far a proof reaches: its graph, the hops measured on it, and its shape.

Nothing declared is believed here. The graph of one answer is the union of its paths, undirected, and of the chains
that the pattern looks at inside EXISTS, NOT EXISTS or COUNT, which are walked once, by their pattern.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import networkx as nx

from kgqa.model import NodeRef, Path, Step

PLACES = frozenset({"Admission", "ICUStay"})  # what a question may name as its place without it counting as a hop

_LINE = 2  # the degree inside a line


@dataclass(frozen=True, slots=True, order=True)
class Virtual:
    """A node that a subquery looks for: its label ("" where the pattern gives none) and its number in the subquery."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The chains of a subquery: real nodes of the row where they touch them, virtual ones elsewhere."""

    nodes: tuple[NodeRef | Virtual, ...]
    edges: tuple[Step, ...]


def measure(paths: Iterable[Path], chains: Iterable[Chain], named: Collection[NodeRef]) -> tuple[int, str] | None:
    """Return hops and shape of one answer's proof, or None where its paths do not hang together.

    The Patient and every Admission or ICUStay among `named` (the nodes of the question's slots) are taken out, as many
    of them as can be while what is left hangs together with at least one edge; where there is a choice, the one that
    leaves the fewest hops is measured, so that the figure is never too high. Hops are the diameter of what is left.
    A virtual node is one of its own in each chain.
    """
    numbers: dict[object, int] = {}
    edges = []
    for path in paths:
        ends = [numbers.setdefault(node, len(numbers)) for node in path.nodes]
        edges += [(ends[e.source], ends[e.target]) for e in path.edges]
    for entry, chain in enumerate(chains):
        keys = [node if isinstance(node, NodeRef) else (entry, node) for node in chain.nodes]
        ends = [numbers.setdefault(key, len(numbers)) for key in keys]
        edges += [(ends[e.source], ends[e.target]) for e in chain.edges]
    places = [i for node, i in numbers.items() if isinstance(node, NodeRef) and _is_place(node, named)]
    return _measured(tuple(edges), tuple(places))


@lru_cache(maxsize=100_000)  # most answers of a pattern have the same form
def _measured(edges: tuple[tuple[int, int], ...], places: tuple[int, ...]) -> tuple[int, str] | None:
    graph = nx.Graph(edges)
    for size in range(len(places), -1, -1):
        left = [g for g in _without(graph, places, size) if g.number_of_edges() and nx.is_connected(g)]
        if left:
            best = min(left, key=nx.diameter)
            return nx.diameter(best), _shape(best)
    return None


def _shape(graph: nx.Graph) -> str:
    if graph.number_of_edges() >= graph.number_of_nodes():
        return "cycle"
    return "chain" if all(degree <= _LINE for _, degree in graph.degree()) else "tree"


def _is_place(node: NodeRef, named: Collection[NodeRef]) -> bool:
    return node.label == "Patient" or (node.label in PLACES and node in named)


def _without(graph: nx.Graph, places: tuple[int, ...], size: int) -> Iterator[nx.Graph]:
    for taken in combinations(places, size):
        rest = graph.copy()
        rest.remove_nodes_from(taken)
        yield rest
