"""How far a proof reaches: its graph, the hops measured on it, and its shape.

Nothing declared is believed here. The graph of one answer is the union of its paths, undirected, and of the chains
that the pattern looks at inside EXISTS, NOT EXISTS or COUNT, which are walked once, by their pattern.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

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


class Hop(NamedTuple):
    """One edge of a way: from where, its type, to where, and whether that is along its direction."""

    start: NodeRef | Virtual
    type: str
    end: NodeRef | Virtual
    forward: bool


def measure(paths: Iterable[Path], chains: Iterable[Chain], named: Collection[NodeRef]) -> tuple[int, str] | None:
    """Return hops and shape of one answer's proof, or None where its paths do not hang together.

    The Patient and every Admission or ICUStay among `named` (the nodes of the question's slots) are taken out, as many
    of them as can be while what is left hangs together with at least one edge; where there is a choice, the one that
    leaves the fewest hops is measured, so that the figure is never too high. Hops are the diameter of what is left.
    A virtual node is one of its own in each chain.
    """
    numbers, edges = _numbered(paths, chains)
    left = _measured(tuple((a, b) for a, _, b in edges), _places(numbers, named))
    return None if left is None else (left[0], left[1])


def farthest(
    paths: Iterable[Path], chains: Iterable[Chain], named: Collection[NodeRef], answers: Collection[NodeRef]
) -> list[Hop]:
    """Return the hops that `measure` counts: a longest shortest way through what it leaves.

    Of several ways, one that begins at a named node and ends at an answer comes first; and where a way from one to the
    other that passes no place is as long, it is taken, since a place that everything hangs on is no step.
    """
    numbers, edges = _numbered(paths, chains)
    left = _measured(tuple((a, b) for a, _, b in edges), _places(numbers, named))
    if left is None:
        return []
    nodes = list(numbers)
    starts, ends = (
        frozenset(numbers[n] for n in some if n in numbers and n.label not in PLACES) for some in (named, answers)
    )
    real = frozenset(i for node, i in numbers.items() if isinstance(node, NodeRef))
    passed = frozenset(i for node, i in numbers.items() if isinstance(node, NodeRef) and _is_place(node, [node]))
    kinds = {(a, b): kind for a, kind, b in edges}
    told = [node if isinstance(node, NodeRef) else node[1] for node in nodes]
    return [
        Hop(told[a], kinds.get((a, b)) or kinds[b, a], told[b], (a, b) in kinds)
        for a, b in pairwise(_longest(left[2], left[0], starts, ends, real, passed))
    ]


Key = NodeRef | tuple[int, Virtual]  # a virtual node is one of its own in each chain


def _numbered(paths: Iterable[Path], chains: Iterable[Chain]) -> tuple[dict[Key, int], list[tuple[int, str, int]]]:
    """Give each node the number of its first coming, and return the edges by these numbers."""
    numbers: dict[Key, int] = {}
    edges = []
    for path in paths:
        ends = [numbers.setdefault(node, len(numbers)) for node in path.nodes]
        edges += [(ends[e.source], e.type, ends[e.target]) for e in path.edges]
    for entry, chain in enumerate(chains):
        keys: list[Key] = [node if isinstance(node, NodeRef) else (entry, node) for node in chain.nodes]
        ends = [numbers.setdefault(key, len(numbers)) for key in keys]
        edges += [(ends[e.source], e.type, ends[e.target]) for e in chain.edges]
    return numbers, edges


def _places(numbers: dict[Key, int], named: Collection[NodeRef]) -> tuple[int, ...]:
    return tuple(i for node, i in numbers.items() if isinstance(node, NodeRef) and _is_place(node, named))


@lru_cache(maxsize=100_000)  # most answers of a pattern have the same form
def _measured(
    edges: tuple[tuple[int, int], ...], places: tuple[int, ...]
) -> tuple[int, str, tuple[tuple[int, int], ...]] | None:
    """Return hops, shape and the edges that are left."""
    graph = nx.Graph(edges)
    for size in range(len(places), -1, -1):
        left = [g for g in _without(graph, places, size) if g.number_of_edges() and nx.is_connected(g)]
        if left:
            best = min(left, key=nx.diameter)
            return nx.diameter(best), _shape(best), tuple(sorted(best.edges))
    return None


@lru_cache(maxsize=100_000)
def _longest(
    edges: tuple[tuple[int, int], ...],
    most: int,
    starts: frozenset[int],
    ends: frozenset[int],
    real: frozenset[int],
    places: frozenset[int],
) -> tuple[int, ...]:
    graph = nx.Graph(edges)
    beside = graph.subgraph([node for node in graph if node not in places])
    for within in (beside, graph):
        far = dict(nx.all_pairs_shortest_path_length(within))
        pairs = [(a, b) for a, reached in far.items() for b, length in reached.items() if length == most]
        if within is beside:
            pairs = [(a, b) for a, b in pairs if a in starts and b in ends]
        if pairs:
            start, end = min(
                pairs, key=lambda p: (p[0] not in starts, p[1] not in ends, p[0] not in real, p[0] in ends, p)
            )
            return min(tuple(way) for way in nx.all_shortest_paths(within, start, end))
    return ()


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
