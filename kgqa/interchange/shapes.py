"""The graph's schema as SHACL shapes, for checking any RDF that kgqa writes."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import PROV, RDF, SH, XSD
from rdflib.term import Node

from kgqa.interchange.rdf import SCHEMA
from kgqa.model import PropertyType
from kgqa.schema import Label, Schema

_TYPES = {"int": XSD.integer, "float": XSD.double, "text": XSD.string, "bool": XSD.boolean}


def shapes(schema: Schema) -> Graph:
    """Return a shape for each label: one id, each property once and of its type, each edge to a label it may lead to.

    The shapes are closed: a property or an edge that the schema does not know is a violation.
    """
    graph = Graph()
    graph.bind("kgqa", SCHEMA)
    graph.bind("sh", SH)
    for label in schema.labels.values():
        _shape(graph, schema, label)
    return graph


def _shape(graph: Graph, schema: Schema, label: Label) -> None:
    shape = URIRef(f"urn:kgqa:shape:{label.name}")
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, SCHEMA[label.name]))
    graph.add((shape, SH.closed, Literal(True)))
    graph.add((shape, SH.ignoredProperties, _list(graph, [RDF.type, PROV.wasDerivedFrom])))
    identity = _property(graph, shape, "id", label.key)
    graph.add((identity, SH.minCount, Literal(1)))
    for name, kind in label.properties.items():
        _property(graph, shape, name, kind)
    for edge in schema.edges.values():
        if label.name in edge.sources:
            constraint = BNode()
            graph.add((shape, SH.property, constraint))
            graph.add((constraint, SH.path, SCHEMA[edge.name]))
            ends = []
            for target in edge.targets:
                ends.append(end := BNode())
                graph.add((end, SH["class"], SCHEMA[target]))
            graph.add((constraint, SH["or"], _list(graph, ends)))


def _property(graph: Graph, shape: URIRef, name: str, kind: PropertyType) -> BNode:
    constraint = BNode()
    graph.add((shape, SH.property, constraint))
    graph.add((constraint, SH.path, SCHEMA[name]))
    if kind.endswith("s"):
        graph.add((constraint, SH.datatype, _TYPES[kind[:-1]]))
    else:
        graph.add((constraint, SH.datatype, _TYPES[kind]))
        graph.add((constraint, SH.maxCount, Literal(1)))
    return constraint


def _list(graph: Graph, items: Sequence[Node]) -> BNode:
    head = BNode()
    Collection(graph, head, list(items))
    return head
