"""A graph folder in a real Neo4j: all of it, once, whatever happens on the way."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from kgqa.cli.neo4j import shown
from kgqa.errors import GraphError, InterruptError, UsageError
from kgqa.graph import parts
from kgqa.graph.neo4j import Neo4j
from kgqa.graph.push import push
from tests.small_graph import NASTY, small_graph

BATCH = 400  # so that a small graph has many of them
MANY = 1_800  # five batches of lab events and of each of their edges


@pytest.fixture
def server(neo4j_server, monkeypatch):
    neo4j_server.empty()
    monkeypatch.setattr(parts, "BATCH", BATCH)
    monkeypatch.setenv("KGQA_NEO4J_PASSWORD", neo4j_server.password)
    return neo4j_server


def values(server, text, **parameters):
    with server.driver() as driver:
        return [record.values() for record in driver.execute_query(text, parameters).records]


def rows_of(graph):
    return sum(entry.rows for entry in (*graph.nodes, *graph.edges))


def test_everything_arrives_as_it_was(server, tmp_path):
    graph = small_graph(tmp_path / "graph")
    pushed = push(graph, server.bolt)
    assert (pushed.nodes, pushed.edges) == (2 + 4 + 12 + 2 + 3, 4 + 12 + 2 + 12 + 2)
    assert pushed.sent == rows_of(graph)
    assert values(server, "MATCH (n:LabEvent) RETURN n.name ORDER BY n.id") == [[text] for text in NASTY]
    assert values(server, "MATCH (n:InputEvent) RETURN n.name, labels(n) ORDER BY n.name") == [
        ["drip", ["InputEventCV", "InputEvent"]],
        ["pump", ["InputEventMV", "InputEvent"]],
    ]
    assert values(
        server, "MATCH (c:Concept {id: 'C1'})-[r:ISA]->(d) RETURN c.codes, r.sources, d.id ORDER BY d.id"
    ) == [
        [["a", "b;c"], None, "C1"],
        [["a", "b;c"], ["MED-RT", "x"], "C2"],
    ]
    assert values(server, "MATCH (m:KGQA) RETURN properties(m)") == [
        [{"id": "graph", "schema_version": 1, "fingerprint": "sha256:small", "complete": True}]
    ]


def test_what_is_absent_stays_absent(server, tmp_path):
    push(small_graph(tmp_path / "graph"), server.bolt)
    assert values(server, "MATCH (n:Concept {id: 'C2'}) RETURN keys(n)") == [[["id"]]]
    assert values(server, "MATCH (n:LabEvent {id: 3}) RETURN n.valuenum IS NULL") == [[True]]


def test_a_second_push_sends_nothing(server, tmp_path):
    graph = small_graph(tmp_path / "graph")
    push(graph, server.bolt)
    assert push(graph, server.bolt).sent == 0


def test_ids_are_unique_afterwards(server, tmp_path):
    push(small_graph(tmp_path / "graph"), server.bolt)
    found = values(server, "SHOW CONSTRAINTS YIELD labelsOrTypes, properties")
    assert [["Patient"], ["id"]] in found
    assert [["Concept"], ["id"]] in found


class StopError(Exception):
    pass


@pytest.mark.parametrize("at", [1, 1_000, 2_000, 4_000])
def test_a_push_that_was_stopped_is_gone_on_with_and_nothing_is_doubled(server, tmp_path, at):
    graph = small_graph(tmp_path / "graph", labs=MANY)

    def stop(what, done, _all):
        if done >= at and "/" in what:
            raise StopError

    with pytest.raises(StopError):
        push(graph, server.bolt, told=stop)
    with pytest.raises(GraphError, match="half loaded"):
        Neo4j(server.bolt)
    assert 0 < push(graph, server.bolt).sent < rows_of(graph)
    with Neo4j(server.bolt) as engine:
        assert engine.fingerprint == graph.fingerprint


def test_a_killed_push_is_gone_on_with(server, tmp_path):
    graph = small_graph(tmp_path / "graph", labs=MANY)
    script = (
        f"import sys; from kgqa.graph import parts; parts.BATCH = {BATCH}\n"
        "from kgqa.graph.folder import read; from kgqa.graph.push import push\n"
        "push(read(sys.argv[1]), sys.argv[2], told=lambda what, done, _: print(done, flush=True))"
    )
    root = Path(__file__).parent.parent
    client = subprocess.Popen(
        [sys.executable, "-c", script, graph.path, server.bolt], stdout=subprocess.PIPE, cwd=root, text=True
    )
    with client:
        while int(client.stdout.readline()) < 800:
            pass
        os.kill(client.pid, signal.SIGKILL)
    time.sleep(0.5)  # the batch on its way may still be taken
    assert 0 < push(graph, server.bolt).sent < rows_of(graph)


def test_two_pushes_at_once_do_not_double(server, tmp_path):
    graph = small_graph(tmp_path / "graph", labs=MANY)
    second = []

    def another(what, done, _all):
        if done >= 800 and not second:
            second.append(push(graph, server.bolt))

    with pytest.raises(GraphError, match="another push"):
        push(graph, server.bolt, told=another)
    assert push(graph, server.bolt).sent == 0


def test_what_kgqa_did_not_make_is_left_alone_without_replace(server, tmp_path):
    graph = small_graph(tmp_path / "graph")
    values(server, "CREATE (:Precious {id: 1})-[:OF]->(:Precious {id: 2})")
    with pytest.raises(UsageError, match="--replace"):
        push(graph, server.bolt)
    assert values(server, "MATCH (n) RETURN count(n)") == [[2]]
    push(graph, server.bolt, replace=True)
    assert values(server, "MATCH (n:Precious) RETURN count(n)") == [[0]]


def test_another_graph_is_replaced_only_when_told(server, tmp_path):
    push(small_graph(tmp_path / "one", fingerprint="sha256:one"), server.bolt)
    two = small_graph(tmp_path / "two", labs=5, fingerprint="sha256:two")
    with pytest.raises(UsageError, match="another graph of kgqa"):
        push(two, server.bolt)
    assert push(two, server.bolt, replace=True).nodes == 2 + 4 + 5 + 2 + 3


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        ("MATCH (n:LabEvent {id: 4}) SET n.earliest = 1", "nodes/LabEvent"),
        ("MATCH (n:LabEvent {id: 4}) SET n.earliest = '240'", "nodes/LabEvent"),
        ("MATCH (n:LabEvent {id: 4}) SET n.earliest = 240.0", "nodes/LabEvent"),
        ("MATCH (n:LabEvent {id: 3}) SET n.valuenum = 0.0", "nodes/LabEvent"),
        ("MATCH (n:Concept {id: 'C1'}) SET n.codes = ['b;c', 'a']", "nodes/Concept"),
        ("MATCH (n:LabEvent {id: 4}) DETACH DELETE n", "nodes/LabEvent"),
        ("MATCH (n:InputEventCV) REMOVE n:InputEvent", "nodes/InputEventCV"),
        ("MATCH (:Concept)-[r:ISA]->(:Concept {id: 'C2'}) DELETE r", "edges/ISA"),
        (
            "MATCH (a)-[r:ISA]->(b:Concept {id: 'C2'}) WITH a, b, r, properties(r) AS p DELETE r CREATE (b)-[s:ISA]->(a) SET s = p",
            "edges/ISA",
        ),
        ("MATCH (:LabEvent {id: 1})-[r:REFERS_TO]->() SET r.exact = false", "edges/REFERS_TO"),
        (
            "MATCH (a:LabEvent {id: 1})-[r:REFERS_TO]->(b) CREATE (a)-[s:REFERS_TO]->(b) SET s = properties(r)",
            "edges/REFERS_TO",
        ),
        ("CREATE (:LabEvent {id: 99999})", "nodes"),
        ("CREATE (:Stranger)", "nodes"),
        ("MATCH (a:Patient {id: 1}), (b:Concept {id: 'C1'}) CREATE (a)-[:STRANGE]->(b)", "edges"),
    ],
)
def test_a_server_that_holds_something_else_is_told_from_one_that_does_not(server, tmp_path, spoil, named):
    graph = small_graph(tmp_path / "graph")
    push(graph, server.bolt)
    values(server, spoil)
    with pytest.raises(GraphError, match=named):
        push(graph, server.bolt)


def test_a_wrong_password_is_one_line(server, tmp_path, monkeypatch):
    monkeypatch.setenv("KGQA_NEO4J_PASSWORD", "not the password")
    with pytest.raises(GraphError, match="password is refused; set KGQA_NEO4J_PASSWORD") as told:
        push(small_graph(tmp_path / "graph"), server.bolt)
    assert "\n" not in str(told.value)
    assert "not the password" not in str(told.value)


@pytest.mark.parametrize("address", ["bolt://192.0.2.1:7687", "neo4j://graphs.example:7687", "bolt://0.0.0.0"])
def test_an_unencrypted_way_to_another_machine_is_refused(tmp_path, address):
    with pytest.raises(UsageError, match=r"unencrypted.*--insecure"):
        push(small_graph(tmp_path / "graph"), address, password="x")


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "127.0.0.1", "bolt://", "bolt://neo4j:pw@127.0.0.1"])
def test_what_is_no_address_is_refused_and_not_repeated_with_its_password(tmp_path, address):
    with pytest.raises(UsageError) as told:
        push(small_graph(tmp_path / "graph"), address, password="x")
    assert "pw" not in str(told.value)


def test_nobody_listening_is_one_line(tmp_path):
    with pytest.raises(GraphError, match="no Neo4j answers; start one with `kgqa neo4j up`"):
        push(small_graph(tmp_path / "graph"), "bolt://127.0.0.1:1", password="x")


def test_an_edge_without_its_end_is_refused_and_no_value_is_told(server, tmp_path):
    graph = small_graph(tmp_path / "graph")
    file = tmp_path / "graph" / "edges" / "ISA.Concept.Concept.parquet"
    with duckdb.connect() as db:
        db.execute(f"COPY (SELECT 'C1' AS source, 'SECRET' AS target, NULL::VARCHAR[] AS sources) TO '{file}'")
    with pytest.raises(GraphError, match=r"edges/ISA.Concept.Concept: an edge's end is not among the nodes") as told:
        push(graph, server.bolt)
    assert "SECRET" not in str(told.value)


def test_an_interrupted_push_does_not_say_that_nothing_is_left():
    with pytest.raises(InterruptError, match="refused until a push of it has come to its end"), shown():
        raise KeyboardInterrupt
