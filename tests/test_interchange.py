"""Proofs and graphs in other tools' forms: the same nodes and edges, and where each came from."""

import io
import re
from xml.etree import ElementTree as ET

import duckdb
import pyshacl
import pytest
from py2neo import Graph as Py2neoGraph
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV, RDF

from kgqa.errors import GraphError
from kgqa.files import share
from kgqa.graph.push import push
from kgqa.graph.tables import Tables
from kgqa.interchange.drawing import to_svg
from kgqa.interchange.graphs import to_networkx
from kgqa.interchange.proof import proof_of
from kgqa.interchange.rdf import SCHEMA, node_iri, to_rdf, write_ntriples
from kgqa.interchange.rows import to_frame
from kgqa.interchange.shapes import shapes
from kgqa.interchange.subgraph import to_subgraph
from kgqa.model import NodeRef
from kgqa.schema import read_schema
from tests.small_graph import NASTY, small_graph

RECORD = {
    "id": "q-1",
    "pattern": "a_pattern",
    "question": "Which?",
    "paths": [
        {
            "answer": 0,
            "nodes": [{"label": "LabEvent", "id": 2}, {"label": "Admission", "id": 12}, {"label": "Patient", "id": 1}],
            "edges": [
                {"source": 1, "type": "HAD_LAB_EVENT", "target": 0},
                {"source": 2, "type": "HAD_ADMISSION", "target": 1},
            ],
        },
        {
            "answer": 0,
            "nodes": [
                {"label": "LabEvent", "id": 2},
                {"label": "Concept", "id": "C1"},
                {"label": "Concept", "id": "C2"},
            ],
            "edges": [{"source": 0, "type": "REFERS_TO", "target": 1}, {"source": 1, "type": "ISA", "target": 2}],
        },
    ],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return small_graph(tmp_path_factory.mktemp("interchange") / "graph")


@pytest.fixture(scope="module")
def proof(folder):
    with Tables.open_folder(folder.path) as tables:
        return proof_of(RECORD, tables)


def test_a_proof_that_is_not_in_the_graph_is_refused(folder):
    walk = {**RECORD["paths"][0], "nodes": [{"label": "LabEvent", "id": 999}, *RECORD["paths"][0]["nodes"][1:]]}
    with Tables.open_folder(folder.path) as tables, pytest.raises(GraphError, match=r"q-1: 2 nodes and edges"):
        proof_of({**RECORD, "paths": [walk]}, tables)


def test_networkx_has_each_node_and_edge_once_in_its_direction(proof):
    graph = to_networkx(proof)
    assert set(graph.nodes) == {
        ("LabEvent", 2),
        ("Admission", 12),
        ("Patient", 1),
        ("Concept", "C1"),
        ("Concept", "C2"),
    }
    assert set(graph.edges(keys=True)) == {
        (("Admission", 12), ("LabEvent", 2), "HAD_LAB_EVENT"),
        (("Patient", 1), ("Admission", 12), "HAD_ADMISSION"),
        (("LabEvent", 2), ("Concept", "C1"), "REFERS_TO"),
        (("Concept", "C1"), ("Concept", "C2"), "ISA"),
    }
    assert graph.nodes["Patient", 1]["gender"] == "F"
    assert graph.edges[("LabEvent", 2), ("Concept", "C1"), "REFERS_TO"]["score"] == 0.25


def test_rows_are_the_steps_of_the_walk(proof):
    frame = to_frame(proof)
    assert list(frame["type"]) == ["HAD_LAB_EVENT", "HAD_ADMISSION", "REFERS_TO", "ISA"]
    assert list(frame["source_label"]) == ["Admission", "Patient", "LabEvent", "Concept"]
    assert list(frame["path"]) == [0, 0, 1, 1]


def test_rdf_says_what_the_proof_is_made_of_and_who_states_it(proof):
    graph = to_rdf(proof)
    lab, first, second = (node_iri(NodeRef(*ref)) for ref in (("LabEvent", 2), ("Concept", "C1"), ("Concept", "C2")))
    question = URIRef("urn:kgqa:question:q-1")
    assert (first, SCHEMA.ISA, second) in graph
    assert (lab, SCHEMA.REFERS_TO, first) in graph
    assert set(graph.objects(question, PROV.wasDerivedFrom)) >= {lab, first, second}
    (statement,) = graph.subjects(RDF.predicate, SCHEMA.ISA)
    assert set(graph.objects(statement, PROV.wasAttributedTo)) == {
        URIRef("urn:kgqa:source:MED-RT"),
        URIRef("urn:kgqa:source:x"),
    }


def test_rdf_of_a_node_names_its_source_row(folder, tmp_path):
    record = {**RECORD, "paths": [{"answer": 0, "nodes": [{"label": "Patient", "id": 1}], "edges": []}]}
    graph = small_graph(tmp_path / "graph")
    file = graph.path / "nodes" / "Patient.parquet"
    with duckdb.connect() as db:
        db.execute(
            f"COPY (SELECT 1 AS id, 'p' AS name, 'F' AS gender, 'PATIENTS' AS \"table\", 9 AS row_id) TO '{file}'"
        )
    with Tables.open_folder(graph.path) as tables:
        node = next(iter(proof_of(record, tables).nodes.values()))
    with_row = type(node)(node.ref, node.labels, {**node.properties, "table": "PATIENTS", "row_id": 9})
    proof = proof_of(record, _One(with_row))
    row = URIRef("urn:kgqa:row:PATIENTS:9")
    assert (node_iri(node.ref), PROV.wasDerivedFrom, row) in to_rdf(proof)
    assert (row, RDF.type, PROV.Entity) in to_rdf(proof)


def test_a_picture_has_every_node_and_edge_in_the_colours_of_browser(proof):
    drawn = ET.fromstring(to_svg(proof))
    found = {kind: drawn.findall(f".//{{http://www.w3.org/2000/svg}}{kind}") for kind in ("circle", "line", "title")}
    assert len(found["line"]) == len(proof.edges)
    names = [str(node.properties.get("name", ref.id)) for ref, node in proof.nodes.items()]
    assert sorted(title.text or "" for title in found["title"]) == sorted(names)
    style = (share("docker") / "browser" / "style.grass").read_text()
    colours = {re.search(rf"node\.{ref.label} {{.*?color: (#\w+)", style, re.DOTALL)[1] for ref in proof.nodes}
    assert {circle.get("fill") for circle in found["circle"]} == colours
    places = [(float(circle.get("cx")), float(circle.get("cy"))) for circle in found["circle"]]
    assert len(set(places)) == len(proof.nodes)


class _One:
    """A graph of one node."""

    def __init__(self, node):
        self.node = node

    def nodes(self, _):
        return {self.node.ref: self.node}

    def edges(self, _):
        return {}


@pytest.fixture(scope="module")
def whole(folder):
    out = io.StringIO()
    written = write_ntriples(folder, out)
    graph = Graph().parse(data=out.getvalue(), format="nt")
    return written, graph


def test_the_streamed_graph_is_read_back_whole(whole, folder):
    _, graph = whole
    for entry in folder.nodes:
        assert len(set(graph.subjects(RDF.type, SCHEMA[entry.label]))) == entry.rows
    for kind in ("REFERS_TO", "ISA", "HAD_ADMISSION", "HAD_LAB_EVENT"):
        assert len(set(graph.subject_objects(SCHEMA[kind]))) == sum(e.rows for e in folder.edges if e.type == kind)
    names = {str(graph.value(node_iri(NodeRef("LabEvent", i)), SCHEMA.name)) for i in range(len(NASTY))}
    assert names == set(NASTY)


def test_proof_and_stream_say_the_same_of_a_node(whole, proof):
    of_proof = {triple for triple in to_rdf(proof) if str(triple[0]).startswith(("urn:kgqa:node", "urn:kgqa:edge"))}
    assert of_proof <= set(whole[1])


def test_the_graph_conforms_to_the_shapes_of_the_schema(whole):
    conforms, _, text = pyshacl.validate(whole[1], shacl_graph=shapes(read_schema()))
    assert conforms, text


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (("Patient", 1), "gender", Literal("M")),  # a second one
        (("LabEvent", 1), "valuenum", Literal("much")),
        (("Patient", 1), "shoe_size", Literal(42)),
        (("Patient", 1), "id", Literal(7)),
        (("Admission", 10), "HAD_LAB_EVENT", node_iri(NodeRef("Concept", "C1"))),
        (("Patient", 1), "ISA", node_iri(NodeRef("Concept", "C1"))),
    ],
)
def test_what_the_schema_does_not_allow_is_a_violation(whole, subject, predicate, value):
    spoiled = Graph() + whole[1]
    spoiled.add((node_iri(NodeRef(*subject)), SCHEMA[predicate], value))
    assert not pyshacl.validate(spoiled, shacl_graph=shapes(read_schema()))[0]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_py2neo_takes_a_proof_and_reads_the_served_graph(neo4j_server, folder, proof):
    neo4j_server.empty()
    push(folder, neo4j_server.bolt, password=neo4j_server.password)
    subgraph = to_subgraph(proof)
    assert len(subgraph.nodes) == 5
    assert {type(edge).__name__ for edge in subgraph.relationships} == {
        "HAD_LAB_EVENT",
        "HAD_ADMISSION",
        "REFERS_TO",
        "ISA",
    }
    graph = Py2neoGraph(neo4j_server.bolt, auth=(neo4j_server.user, neo4j_server.password))
    try:
        assert graph.evaluate("MATCH (n:LabEvent) RETURN count(n)") == 12
        assert graph.nodes.match("Patient", id=1).first()["name"] == "patient 1"
    finally:
        graph.service.connector.close()  # py2neo would leave its sockets open
