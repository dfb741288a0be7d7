"""A proof as an rdflib graph, and a whole graph as a stream of N-Triples; where each fact came from is said in PROV-O.

A node is urn:kgqa:node:LABEL:ID and derived from its source row, urn:kgqa:row:TABLE:ROW. Classes and properties are
named as in schema/graph.toml, in urn:kgqa:schema:. An edge is one triple; where it has properties it is stated a second
time as urn:kgqa:edge:..., which carries them, and is attributed to the sources that state it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, RDFS

from kgqa.graph.folder import GraphFolder
from kgqa.graph.parts import batches
from kgqa.graph.push import reading
from kgqa.interchange.proof import Proof
from kgqa.model import EdgeRef, Id, NodeRef

SCHEMA = Namespace("urn:kgqa:schema:")
Triple = tuple[URIRef, URIRef, URIRef | Literal]


def to_rdf(proof: Proof) -> Graph:
    """Return the proof as RDF: its nodes, its edges, and the question as an entity derived from them by its pattern."""
    graph = Graph()
    graph.bind("kgqa", SCHEMA)
    question = URIRef(f"urn:kgqa:question:{proof.question['id']}")
    pattern = URIRef(f"urn:kgqa:pattern:{proof.question['pattern']}")
    graph.add((question, RDF.type, PROV.Entity))
    graph.add((question, RDFS.label, Literal(proof.question["question"])))
    graph.add((question, PROV.wasGeneratedBy, pattern))
    graph.add((pattern, RDF.type, PROV.Activity))
    for ref, node in proof.nodes.items():
        graph.add((question, PROV.wasDerivedFrom, node_iri(ref)))
        for triple in node_triples(ref, node.labels, node.properties):
            graph.add(triple)
    for edge_ref, edge in proof.edges.items():
        for triple in edge_triples(edge_ref, edge.properties):
            graph.add(triple)
    return graph


def write_ntriples(graph: GraphFolder, out: TextIO) -> int:
    """Write a whole graph as N-Triples, in little memory whatever its size; return the number of triples."""
    written = 0
    with reading(graph) as (tables, all_parts):
        for part in all_parts:
            names = tuple(part.columns)[1 if not part.type else 2 :]
            for rows in batches(tables, part):
                lines = []
                for row in rows:
                    values = dict(zip(part.properties, row[-len(names) :] if names else (), strict=True))
                    present = {name: value for name, value in values.items() if value is not None}
                    lines += [_line(triple) for triple in _triples(part.type, part.labels, row, present)]
                out.writelines(lines)
                written += len(lines)
    return written


def node_iri(ref: NodeRef) -> URIRef:
    """Name a node."""
    return URIRef(f"urn:kgqa:node:{ref.label}:{quote(str(ref.id), safe='')}")


def node_triples(ref: NodeRef, labels: tuple[str, ...], properties: Mapping[str, Any]) -> Iterator[Triple]:
    """Yield what is said of a node: its classes, its id, its properties, and the source row that it is derived from."""
    node = node_iri(ref)
    for label in labels:
        yield node, RDF.type, SCHEMA[label]
    yield node, SCHEMA["id"], Literal(ref.id)
    for name, value in properties.items():
        if name != "id":
            for item in value if isinstance(value, tuple | list) else (value,):
                yield node, SCHEMA[name], Literal(item)
    if "table" in properties and "row_id" in properties:
        row = URIRef(f"urn:kgqa:row:{properties['table']}:{properties['row_id']}")
        yield node, PROV.wasDerivedFrom, row
        yield row, RDF.type, PROV.Entity


def edge_triples(ref: EdgeRef, properties: Mapping[str, Any]) -> Iterator[Triple]:
    """Yield an edge, and a statement of it where it has properties; its sources become agents that state it."""
    source, target = node_iri(ref.source), node_iri(ref.target)
    yield source, SCHEMA[ref.type], target
    if not properties:
        return
    ends = (quote(str(end.id), safe="") for end in (ref.source, ref.target))
    edge = URIRef(f"urn:kgqa:edge:{ref.type}:{ref.source.label}:{ref.target.label}:{':'.join(ends)}")
    yield edge, RDF.type, RDF.Statement
    yield edge, RDF.subject, source
    yield edge, RDF.predicate, SCHEMA[ref.type]
    yield edge, RDF.object, target
    for name, value in properties.items():
        for item in value if isinstance(value, tuple | list) else (value,):
            if name == "sources":
                agent = URIRef(f"urn:kgqa:source:{quote(str(item), safe='')}")
                yield edge, PROV.wasAttributedTo, agent
                yield agent, RDF.type, PROV.Agent
            else:
                yield edge, SCHEMA[name], Literal(item)


def _triples(
    kind: str, labels: tuple[str, ...], row: tuple[Any, ...], properties: Mapping[str, Any]
) -> Iterator[Triple]:
    if kind:
        return edge_triples(EdgeRef(_ref(labels[0], row[0]), kind, _ref(labels[1], row[1])), properties)
    return node_triples(_ref(labels[0], row[0]), labels, properties)


def _ref(label: str, key: Id) -> NodeRef:
    return NodeRef(label, key)


def _line(triple: Triple) -> str:
    return " ".join(_term(term) for term in triple) + " .\n"


def _term(term: URIRef | Literal) -> str:
    if isinstance(term, Literal):  # N-Triples has no short forms for numbers, and no line end inside a text
        escaped = str(term).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        return f'"{escaped}"^^<{term.datatype}>' if term.datatype else f'"{escaped}"'
    return f"<{term}>"
