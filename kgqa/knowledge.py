"""What a graph knows and how far it can be trusted: who states it, who contradicts it, and what is missing.

It asks the graph itself, by Cypher, and the accounts that the load left in graph.json.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import networkx as nx

from kgqa.files import share
from kgqa.graph import Graph, open_graph
from kgqa.graph.folder import read
from kgqa.pattern.header import read_patterns
from kgqa.pattern.parse import parse
from kgqa.schema import read_schema
from kgqa.voices import Voices, read_voices

_AGAINST: Final = ("NOT_INDICATED_FOR", "CONTRAINDICATED_WITH")


@dataclass(frozen=True, slots=True)
class Statement:
    """One knowledge edge."""

    type: str
    source: str
    target: str
    sources: tuple[str, ...]
    checked: bool
    reviewed: bool


def report(where: str, patterns: Path | None = None) -> dict[str, Any]:
    """Return the report on the graph at `where` (a folder, or a Neo4j address), ready for JSON.

    `patterns` is the folder of pattern files; without it kgqa's own. Coverage and releases are those of graph.json and
    absent from a graph on a server.
    """
    meta = {} if "://" in where else read(where).meta
    said = meta.get("knowledge", {})
    schema = read_schema()
    with open_graph(where) as graph:
        concepts = _rows(graph, "MATCH (c:Concept) RETURN c.id AS id, c.name AS name, c.vocabulary AS v, c.kind AS k")
        names = {str(row[0]): str(row[1]) for row in concepts}
        statements = tuple(_statements(graph, [edge.name for edge in schema.edges.values() if edge.knowledge]))
    return {
        "graph": meta.get("fingerprint"),
        "sources": said.get("sources", {}),
        "absent": {path: entry["source"] for path, entry in said.get("files", {}).items() if "absent" in entry},
        "releases": said.get("releases", {}),
        "tally": said.get("tally", []),
        "concepts": _concepts(concepts, statements),
        "edges": _edges(statements, read_voices()),
        "contradictions": _contradictions(statements, names),
        "links": meta.get("links", {}),
        "isa": _isa(statements, names) | {"opened": said.get("kept", {}).get("isa")},
        "patterns": _patterns(patterns or share("cypher") / "questions", statements),
    }


def _rows(graph: Graph, text: str) -> list[tuple[Any, ...]]:
    return list(graph.run(parse(text, "kgqa knowledge")).rows)


def _statements(graph: Graph, types: Iterable[str]) -> Iterable[Statement]:
    for name in types:
        text = (
            f"MATCH (a:Concept)-[r:{name}]->(b:Concept) "
            "RETURN a.id AS a, b.id AS b, r.sources AS s, r.checked AS c, r.reviewed AS w"
        )
        for source, target, sources, checked, reviewed in _rows(graph, text):
            yield Statement(name, source, target, tuple(sources or ()), bool(checked), bool(reviewed))


def _concepts(rows: list[tuple[Any, ...]], statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    """Count, per vocabulary and kind, concepts and the edges that begin or end at one, by who states them."""
    of = {str(row[0]): (str(row[2]), str(row[3])) for row in rows}
    concepts = Counter(of.values())
    edges: Counter[tuple[str, str]] = Counter()
    sources: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for statement in statements:
        for key in {of[statement.source], of[statement.target]}:
            edges[key] += 1
            sources[key].update(statement.sources)
    return [
        {
            "vocabulary": v,
            "kind": k,
            "concepts": n,
            "edges": edges[v, k],
            "sources": dict(sorted(sources[v, k].items())),
        }
        for (v, k), n in sorted(concepts.items())
    ]


def _edges(statements: tuple[Statement, ...], voices: Voices) -> list[dict[str, Any]]:
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        grouped[statement.type].append(statement)
    return [
        {
            "type": name,
            "edges": len(group),
            "sources": dict(sorted(Counter(source for edge in group for source in edge.sources).items())),
            "two_or_more": sum(voices.count(edge.sources) > 1 for edge in group),
            "unchecked": sum(not edge.checked for edge in group),
            "reviewed": sum(edge.reviewed for edge in group),
        }
        for name, group in sorted(grouped.items())
    ]


def _contradictions(statements: tuple[Statement, ...], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the pairs that one source calls an indication and another a non-indication or a contraindication."""
    for_it = {(edge.source, edge.target): edge for edge in statements if edge.type in ("MAY_TREAT", "MAY_PREVENT")}
    return [
        {
            "drug": names[edge.source],
            "disease": names[edge.target],
            "against": edge.type,
            "says_so": list(edge.sources),
            "for": for_it[edge.source, edge.target].type,
            "says_for": list(for_it[edge.source, edge.target].sources),
        }
        for edge in sorted(statements, key=lambda edge: (edge.type, edge.source, edge.target))
        if edge.type in _AGAINST and (edge.source, edge.target) in for_it
    ]


def _isa(statements: tuple[Statement, ...], names: Mapping[str, str]) -> dict[str, Any]:
    graph = nx.DiGraph((edge.source, edge.target) for edge in statements if edge.type == "ISA")
    rings = [sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1]
    depth = nx.dag_longest_path_length(nx.condensation(graph)) if graph else 0
    return {"depth": depth, "cycles": sorted([names[node] for node in ring] for ring in rings)}


def _patterns(folder: Path, statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    held = Counter(edge.type for edge in statements)
    return [
        {
            "pattern": pattern.id,
            "edges": {name: held[name] for name in pattern.knowledge},
            "missing": [name for name in pattern.knowledge if not held[name]],
        }
        for pattern in read_patterns(folder)
        if pattern.knowledge
    ]
