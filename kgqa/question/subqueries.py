"""What a pattern looks at inside EXISTS and COUNT: its chains, walked once, by their pattern.

To see that something is missing one has to walk there, so these chains count as hops although no path can show them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, pairwise

import networkx as nx

from kgqa.model import NodeRef, Step
from kgqa.pattern.tree import Match, NodePattern, Query, Subquery, expressions, walk
from kgqa.question.hops import Chain, Virtual

Vertex = str | Virtual  # a text is a variable of the pattern around the subquery


@dataclass(frozen=True, slots=True)
class Looked:
    """The chains of one outermost subquery, and the kind it is."""

    kind: str
    nodes: tuple[Vertex, ...]
    edges: tuple[Step, ...]

    @property
    def outer(self) -> tuple[str, ...]:
        """The variables of the pattern where the chains begin or end."""
        return tuple(node for node in self.nodes if isinstance(node, str))

    def at(self, bound: Mapping[str, NodeRef]) -> Chain:
        """Place the chains at the nodes of one row."""
        return Chain(tuple(bound[n] if isinstance(n, str) else n for n in self.nodes), self.edges)


def subqueries(query: Query) -> tuple[Subquery, ...]:
    """Return the outermost EXISTS and COUNT of a text, in written order."""
    found = [part for match in query.matches for part in expressions(match)]
    found += [part for item in query.returns for part in walk(item.expression)]
    return tuple(part for part in found if isinstance(part, Subquery))


def looked_at(query: Query) -> tuple[Looked, ...]:
    """Return the chains of every outermost subquery, as far as they hang on a node of the pattern around it."""
    outer = frozenset(node.name for match in query.matches for node in match.nodes if node.name)
    looked = (_draw(subquery, outer) for subquery in subqueries(query))
    return tuple(one for one in looked if one.edges)


def outer_variables(query: Query) -> tuple[str, ...]:
    """Return the node variables at which subqueries hang, sorted."""
    return tuple(sorted({name for looked in looked_at(query) for name in looked.outer}))


def _draw(subquery: Subquery, outer: frozenset[str]) -> Looked:
    matches = list(_matches(subquery))
    labels = {node.name: node.labels[0] for match in matches for node in match.nodes if node.name and node.labels}
    numbers = count(1)
    inner: dict[str, Virtual] = {}

    def vertex(node: NodePattern) -> Vertex:
        if node.name is None:
            return Virtual(node.labels[0] if node.labels else "", next(numbers))
        if node.name in outer:
            return node.name
        if node.name not in inner:
            inner[node.name] = Virtual(labels.get(node.name, ""), next(numbers))
        return inner[node.name]

    edges: list[tuple[Vertex, str, Vertex]] = []
    same = nx.Graph()  # ends of a `*0..n` chain may be one node, and the least length counts
    for match in matches:
        vertices = [vertex(node) for node in match.nodes]
        for (left, right), edge in zip(pairwise(vertices), match.edges, strict=True):
            least = 1 if edge.hops is None else edge.hops[0]
            if least == 0:
                same.add_edge(left, right)
                continue
            stops = [left, *(Virtual("", next(numbers)) for _ in range(least - 1)), right]
            kind = "|".join(edge.types)
            edges += [(a, kind, b) if edge.forward else (b, kind, a) for a, b in pairwise(stops)]
    return _hanging(subquery.kind, edges, _merged(same))


def _hanging(kind: str, edges: list[tuple[Vertex, str, Vertex]], merged: Mapping[Vertex, Vertex]) -> Looked:
    told = [(merged.get(a, a), name, merged.get(b, b)) for a, name, b in edges]
    graph = nx.Graph((a, b) for a, _, b in told)
    reached = {v for part in nx.connected_components(graph) if any(isinstance(u, str) for u in part) for v in part}
    nodes = tuple(v for v in dict.fromkeys(v for a, _, b in told for v in (a, b)) if v in reached)
    place = {node: position for position, node in enumerate(nodes)}
    return Looked(kind, nodes, tuple(Step(place[a], name, place[b]) for a, name, b in told if a in reached))


def _merged(same: nx.Graph) -> dict[Vertex, Vertex]:
    merged: dict[Vertex, Vertex] = {}
    for part in nx.connected_components(same):
        stays = min(part, key=lambda v: (isinstance(v, Virtual), str(v)))
        merged |= {vertex: stays for vertex in part if isinstance(vertex, Virtual)}
    return merged


def _matches(subquery: Subquery) -> Iterator[Match]:
    for match in subquery.matches:
        yield match
        for part in expressions(match):
            if isinstance(part, Subquery):
                yield from _matches(part)
