"""The Neo4j engine: the same rows, nodes and edges as the embedded one, and every failure in one line."""

import subprocess
import sys

import pytest

from kgqa.errors import GraphError, PatternError, UsageError
from kgqa.graph import open_graph
from kgqa.graph.bolt import check_version
from kgqa.graph.neo4j import Neo4j
from kgqa.graph.protocol import World
from kgqa.graph.push import push
from kgqa.graph.tables import Tables
from kgqa.model import EdgeRef, NodeRef, Path, Step
from kgqa.pattern.parse import parse
from tests.small_graph import small_graph


@pytest.fixture(scope="module")
def pushed(neo4j_server, tmp_path_factory):
    neo4j_server.empty()
    graph = small_graph(tmp_path_factory.mktemp("engine") / "graph")
    push(graph, neo4j_server.bolt, password=neo4j_server.password)
    return graph


@pytest.fixture
def engine(neo4j_server, pushed):
    with Neo4j(neo4j_server.bolt, password=neo4j_server.password) as engine:
        yield engine


@pytest.fixture
def tables(pushed):
    with Tables.open_folder(pushed.path) as tables:
        yield tables


def rows(engine, text, patients=None):
    return sorted(engine.run(parse(text, "test"), patients).rows, key=repr)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (p:Patient) WHERE p.id IN $patients RETURN p, p.name, p.gender",
        "MATCH x = (p:Patient)-[:HAD_ADMISSION]->(a:Admission)-[:HAD_LAB_EVENT]->(l:LabEvent) WHERE p.id IN $patients RETURN x, l",
        "MATCH x = (c:Concept)<-[:REFERS_TO]-(l:LabEvent)<-[:HAD_LAB_EVENT]-(a:Admission) WHERE c.id = 'C1' RETURN x",
        "MATCH (a:Concept)-[r:ISA]->(b:Concept) RETURN r, r.sources, b.codes",
        "MATCH (a:Concept)-[r:ISA*1..2]->(b:Concept) RETURN r, b",
        "MATCH (i:InputEvent) RETURN i, i.amount, i.amount > 2",
        "MATCH (l:LabEvent) WHERE l.valuenum > 0.2 RETURN l.name, l.valuenum",
        "MATCH (a:Admission) RETURN a.id, COUNT { MATCH (a)-[:HAD_LAB_EVENT]->(:LabEvent) }, [1, 'a', null]",
    ],
)
@pytest.mark.parametrize("patients", [None, [1], [2, 7], []])
def test_rows_are_those_of_the_embedded_engine(engine, tables, text, patients):
    assert rows(engine, text, patients) == rows(tables, text, patients)


def test_nodes_and_edges_are_those_of_the_embedded_engine(engine, tables):
    some = [NodeRef("Concept", "C1"), NodeRef("InputEventMV", 5), NodeRef("LabEvent", 3), NodeRef("Patient", 2)]
    strange = [NodeRef("Patient", 9), NodeRef("InputEvent", 5), NodeRef("Nothing", 1), NodeRef("Patient", "1")]
    assert engine.nodes(some + strange) == tables.nodes(some + strange)
    assert len(engine.nodes(some)) == len(some)
    edges = [
        EdgeRef(NodeRef("Concept", "C1"), "ISA", NodeRef("Concept", "C2")),
        EdgeRef(NodeRef("LabEvent", 3), "REFERS_TO", NodeRef("Concept", "C2")),
        EdgeRef(NodeRef("Admission", 10), "HAD_LAB_EVENT", NodeRef("LabEvent", 4)),
    ]
    none = [EdgeRef(NodeRef("Concept", "C2"), "ISA", NodeRef("Concept", "C1"))]
    assert engine.edges(edges + none) == tables.edges(edges + none)
    assert len(engine.edges(edges)) == len(edges)


def test_the_primary_label_is_the_schemas(engine):
    ((found,),) = rows(engine, "MATCH (i:InputEvent) WHERE i.amount > 2 RETURN i")
    assert found == NodeRef("InputEventMV", 5)
    assert engine.nodes([found])[found].labels == ("InputEventMV", "InputEvent")


def test_a_path_against_the_arrow_keeps_the_direction_of_its_edges(engine):
    text = "MATCH x = (l:LabEvent)<-[:HAD_LAB_EVENT]-(a:Admission) WHERE l.id = 4 RETURN x"
    assert rows(engine, text) == [
        (Path((NodeRef("LabEvent", 4), NodeRef("Admission", 10)), (Step(1, "HAD_LAB_EVENT", 0),)),)
    ]


def test_worlds_hold_only_what_they_are_made_of(engine, tables):
    query = parse(
        "MATCH (p:Patient)-[:HAD_ADMISSION]->(a:Admission) WHERE p.id IN $patients RETURN p, a, a.over_89", "test"
    )
    patient, first, second = NodeRef("Patient", 1), NodeRef("Admission", 10), NodeRef("Admission", 12)
    edge = EdgeRef(patient, "HAD_ADMISSION", first)
    worlds = [
        World(1, frozenset({patient, first}), frozenset({edge})),
        World(2, frozenset({patient, first, second}), frozenset()),
        World(3, frozenset({patient, second}), frozenset({EdgeRef(patient, "HAD_ADMISSION", second)})),
    ]
    found = engine.run_worlds(query, worlds)
    assert found == tables.run_worlds(query, worlds)
    assert found == {1: [(patient, first, False)], 2: [], 3: [(patient, second, True)]}


def test_the_fingerprint_is_the_folders(engine, pushed):
    assert engine.fingerprint == pushed.fingerprint


def test_open_graph_takes_a_folder_or_an_address(neo4j_server, pushed, monkeypatch):
    monkeypatch.setenv("KGQA_NEO4J_PASSWORD", neo4j_server.password)
    with open_graph(neo4j_server.bolt) as server, open_graph(str(pushed.path)) as folder:
        assert server.fingerprint == folder.fingerprint


def test_a_text_that_writes_is_refused_before_it_is_sent():
    with pytest.raises(PatternError):
        parse("MATCH (p:Patient) SET p.name = 'x' RETURN p", "test")


def test_a_text_that_writes_is_refused_by_the_session_too(engine):
    with pytest.raises(GraphError, match="kgqa only reads"):
        engine._ask("CREATE (n:Patient) RETURN n")


def test_a_query_that_takes_too_long_is_stopped(neo4j_server, pushed):
    slow = "UNWIND range(1, 100000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i)"
    with (
        Neo4j(neo4j_server.bolt, password=neo4j_server.password, timeout=0.5) as engine,
        pytest.raises(GraphError, match="ran out of its time; set KGQA_NEO4J_TIMEOUT"),
    ):
        engine._ask(slow)


def test_a_query_that_takes_too_long_is_named(neo4j_server, pushed, monkeypatch):
    monkeypatch.setenv("KGQA_NEO4J_TIMEOUT", "0.3")
    walks = " ".join(f"MATCH (a{i}) MATCH (b{i})-[]->(c{i})" for i in range(8))
    slow = parse(f"{walks} WHERE a0.none = 1 OR a1.id + a7.id = -1 RETURN 1", "slow_pattern")
    with (
        Neo4j(neo4j_server.bolt, password=neo4j_server.password) as engine,
        pytest.raises(GraphError, match="slow_pattern: the query ran out of its time; set KGQA_NEO4J_TIMEOUT"),
    ):
        engine.run_alone(slow, [1, 2])


@pytest.mark.parametrize("given", ["soon", "0", "-1", "nan", "inf"])
def test_a_timeout_that_is_no_time_is_refused(monkeypatch, given):
    monkeypatch.setenv("KGQA_NEO4J_TIMEOUT", given)
    with pytest.raises(UsageError, match=f"KGQA_NEO4J_TIMEOUT={given}: is no number of seconds"):
        Neo4j("bolt://127.0.0.1:1")


def test_each_patient_alone_has_the_rows_of_each_patient(engine, tables):
    query = parse(
        "MATCH (p:Patient)-[:HAD_ADMISSION]->(a) WHERE p.id IN $patients RETURN p, a, size($patients)", "test"
    )
    alone = engine.run_alone(query, [7, 2, 1, 2])
    assert alone == {patient: engine.run(query, [patient]).rows for patient in (1, 2, 7)}
    assert {key: sorted(rows, key=repr) for key, rows in alone.items()} == {
        key: sorted(rows, key=repr) for key, rows in tables.run_alone(query, [7, 2, 1]).items()
    }


def test_a_graph_of_others_answers_but_has_no_fingerprint(neo4j_server):
    with neo4j_server.driver() as driver:
        driver.execute_query("MATCH (m:KGQA) SET m:Hidden REMOVE m:KGQA")
        driver.execute_query("CREATE (:B:A {id: 7, at: date('2100-01-01')})-[:OF]->(:C)")
    try:
        with Neo4j(neo4j_server.bolt, password=neo4j_server.password) as engine:
            assert rows(engine, "MATCH (n:B) RETURN n, n.at") == [(NodeRef("A", 7), "2100-01-01")]
            ((nameless,),) = rows(engine, "MATCH (n:C) RETURN n")
            assert isinstance(nameless.id, str)
            with pytest.raises(GraphError, match="holds no graph of kgqa"):
                assert engine.fingerprint
    finally:
        with neo4j_server.driver() as driver:
            driver.execute_query("MATCH (n) WHERE n:A OR n:C DETACH DELETE n")
            driver.execute_query("MATCH (m:Hidden) SET m:KGQA REMOVE m:Hidden")


def test_a_graph_of_another_schema_version_is_refused(neo4j_server, pushed):
    with neo4j_server.driver() as driver:
        driver.execute_query("MATCH (m:KGQA) SET m.schema_version = 99")
    try:
        with pytest.raises(GraphError, match="has schema version 99"):
            Neo4j(neo4j_server.bolt, password=neo4j_server.password)
    finally:
        with neo4j_server.driver() as driver:
            driver.execute_query("MATCH (m:KGQA) SET m.schema_version = 1")


def test_a_failing_text_is_one_line_without_values(engine):
    with pytest.raises(GraphError) as told:
        engine.run(parse("MATCH (l:LabEvent) RETURN 1 / (l.id - l.id)", "test"))
    assert "\n" not in str(told.value)
    assert "LabEvent" not in str(told.value)


@pytest.mark.parametrize("agent", ["Neo4j/5.25.1", "Neo4j/4.4.40", "Memgraph/2.0", ""])
def test_an_old_or_strange_server_is_refused(agent):
    with pytest.raises(GraphError, match=r"takes Neo4j 5.26 or later"):
        check_version("bolt://127.0.0.1:7687", agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.29", "Neo4j/5.27-aura", "Neo4j/2025.1.0", "Neo4j/2026.09.0"])
def test_the_long_term_version_and_later_ones_are_taken(agent):
    check_version("bolt://127.0.0.1:7687", agent)


def test_what_the_driver_logs_is_not_printed_beside_the_one_line_of_an_error():
    program = (
        "import kgqa.graph.bolt, logging; logging.getLogger('neo4j.io').warning('a'); logging.getLogger('x').error('b')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "b\n"
