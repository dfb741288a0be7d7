"""What a graph knows and how far it can be trusted: who states it, who contradicts it, and what is missing.

It asks the graph itself, by Cypher, and the accounts that the load left in graph.json.
"""

from __future__ import annotations

import re
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

# A text that fewer admissions share is not printed: it might be somebody's
_SHARED_BY: Final = 3
_HEAVIEST: Final = 15

_UNMAPPED: Final = {
    "Diagnosis": (
        "MATCH (a:Admission)-[:HAD_DIAGNOSIS]->(n:Diagnosis) WHERE NOT EXISTS { MATCH (n)-[r:REFERS_TO]->(:Concept) "
        "WHERE r.role = 'code' AND r.method <> 'own' } RETURN a.id AS admission, n.name AS name"
    ),
    "Prescription": (
        "MATCH (a:Admission)-[:HAD_PRESCRIPTION]->(n:Prescription) "
        "WHERE NOT EXISTS { MATCH (n)-[:REFERS_TO]->(:Concept) } RETURN a.id AS admission, n.drug AS name"
    ),
    "LabEvent": (
        "MATCH (a:Admission)-[:HAD_LAB_EVENT]->(n:LabEvent) WHERE NOT EXISTS { MATCH (n)-[:REFERS_TO]->(:Concept) } "
        "RETURN a.id AS admission, n.label AS name"
    ),
}
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
    schema = read_schema()
    with open_graph(where) as graph:
        concepts = _rows(graph, "MATCH (c:Concept) RETURN c.id AS id, c.name AS name, c.vocabulary AS v, c.kind AS k")
        names = {str(row[0]): str(row[1]) for row in concepts}
        statements = tuple(_statements(graph, [edge.name for edge in schema.edges.values() if edge.knowledge]))
        unmapped = {label: _heaviest(graph, text) for label, text in _UNMAPPED.items()}
    sources = meta.get("knowledge", {}).get("sources", {})
    voices = {name: frozenset({name, *entry.get("drawn_from", ())}) for name, entry in sources.items()}
    return {
        "graph": meta.get("fingerprint"),
        "sources": sources,
        "tally": meta.get("knowledge", {}).get("tally", []),
        "concepts": _concepts(concepts),
        "edges": _edges(statements, voices),
        "contradictions": _contradictions(statements, names),
        "links": meta.get("links", {}),
        "unmapped": unmapped,
        "isa": _isa(statements, names),
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


def _voice(stated_by: str) -> str:
    """Return the source behind a statement: "DrugCentral/FDA" and "DrugCentral/MeSH" are one voice."""
    return re.split(r"/| \(", stated_by, maxsplit=1)[0]


def _independent(statement: Statement, voices: Mapping[str, frozenset[str]]) -> int:
    """Count the sources that state an edge, without those compiled from another of them."""
    said = {_voice(name) for name in statement.sources}
    return sum(1 for name in said if not (voices.get(name, frozenset()) - {name}) & said)


def _concepts(rows: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    counted = Counter((str(row[2]), str(row[3])) for row in rows)
    return [{"vocabulary": v, "kind": k, "concepts": n} for (v, k), n in sorted(counted.items())]


def _edges(statements: tuple[Statement, ...], voices: Mapping[str, frozenset[str]]) -> list[dict[str, Any]]:
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        grouped[statement.type].append(statement)
    return [
        {
            "type": name,
            "edges": len(group),
            "sources": dict(sorted(Counter(source for edge in group for source in edge.sources).items())),
            "two_or_more": sum(_independent(edge, voices) > 1 for edge in group),
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


def _heaviest(graph: Graph, text: str) -> list[dict[str, Any]]:
    counted: Counter[str] = Counter()
    admissions: dict[str, set[Any]] = defaultdict(set)
    for admission, name in _rows(graph, text):
        if name is not None:
            counted[str(name)] += 1
            admissions[str(name)].add(admission)
    shared = [(name, n) for name, n in counted.items() if len(admissions[name]) >= _SHARED_BY]
    return [{"name": name, "rows": n} for name, n in sorted(shared, key=lambda pair: (-pair[1], pair[0]))[:_HEAVIEST]]


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
