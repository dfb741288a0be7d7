"""What can go wrong between a graph folder and a server of one's own: each time one clear error, nothing lost or doubled."""

import os
import signal
import subprocess
import threading
import time

import duckdb
import pytest

from kgqa.errors import GraphError, UsageError
from kgqa.graph import parts
from kgqa.graph.neo4j import Neo4j
from kgqa.graph.offline import push_offline
from kgqa.graph.push import push
from kgqa.pattern.parse import parse
from kgqa.server import jars, process, serve
from kgqa.server.home import find_home, open_home
from tests.conftest import FAST_JAVA, FAST_SETTINGS, free_port
from tests.small_graph import NASTY, small_graph

pytestmark = pytest.mark.xdist_group("neo4j")
MANY = 3_000


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A server that may be killed, as (home, record)."""
    folder = tmp_path_factory.mktemp("own") / "home"
    home, record = serve.up(
        folder,
        bolt_port=free_port(),
        http_port=free_port(),
        heap="512m",
        page_cache="64m",
        maven=True,
        settings=FAST_SETTINGS,
        java_options=FAST_JAVA,
    )
    yield home, record
    serve.down(folder)


@pytest.fixture
def server(own, monkeypatch):
    home, record = own
    monkeypatch.setattr(parts, "BATCH", 200)
    monkeypatch.setenv("KGQA_NEO4J_PASSWORD", home.password())
    return home, serve.running(home) or serve.start(home, record)


def kill(home):
    record = serve.running(home)
    os.kill(record.pid, signal.SIGKILL)
    while process.started(record.pid) == record.started:
        time.sleep(0.02)


def test_a_server_killed_during_a_push_loses_and_doubles_nothing(server, tmp_path):
    home, record = server
    graph = small_graph(tmp_path / "graph", labs=MANY)

    def killing(what, done, everything):
        if "/" in what and done > everything / 2:
            kill(home)

    with pytest.raises(GraphError, match=r"no Neo4j answers|the connection failed") as told:
        push(graph, record.bolt, replace=True, told=killing)
    assert "\n" not in str(told.value)
    assert serve.running(home) is None
    serve.start(home, record)
    with pytest.raises(GraphError, match="half loaded"):
        Neo4j(record.bolt)
    pushed = push(graph, record.bolt)
    assert 0 < pushed.sent < pushed.nodes + pushed.edges


def test_a_server_killed_under_a_query_is_one_error(server, tmp_path):
    home, record = server
    push(small_graph(tmp_path / "graph"), record.bolt, replace=True)
    slow = "UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i)"
    with Neo4j(record.bolt) as engine:
        timer = threading.Timer(1.0, kill, [home])
        timer.start()
        with pytest.raises(GraphError, match=r"no Neo4j answers|the connection failed") as told:
            engine._ask(slow)
        timer.join()
        assert "\n" not in str(told.value)
        with pytest.raises(GraphError, match="no Neo4j answers"):
            engine.run(parse("MATCH (p:Patient) RETURN p", "test"))


def test_a_read_only_server_says_what_to_change(server, tmp_path):
    home, record = server
    push(small_graph(tmp_path / "graph"), record.bolt, replace=True)
    serve.down(home.path)
    conf = home.conf.read_text()
    home.conf.write_text(conf + "server.databases.read_only=neo4j\n")
    serve.start(home, record)
    try:
        with Neo4j(record.bolt) as engine:
            assert len(engine.run(parse("MATCH (p:Patient) RETURN p", "test")).rows) == 2
        with pytest.raises(GraphError, match=r"read-only; start it without server\.databases\.read_only"):
            push(small_graph(tmp_path / "another", fingerprint="sha256:b"), record.bolt, replace=True)
    finally:
        serve.down(home.path)
        home.conf.write_text(conf)


def test_offline_gives_the_same_graph_and_starts_the_server_again(server, tmp_path):
    home, record = server
    graph = small_graph(tmp_path / "graph", labs=MANY)
    spoil_lists(graph, "['a', 'b;c']")
    pushed = push_offline(graph, home, replace=True)
    assert pushed.sent == pushed.nodes + pushed.edges == sum(entry.rows for entry in (*graph.nodes, *graph.edges))
    assert push(graph, record.bolt).sent == 0
    with Neo4j(record.bolt) as engine:
        rows = engine.run(parse(f"MATCH (l:LabEvent) WHERE l.id < {len(NASTY)} RETURN l.id, l.name", "test")).rows
        assert [name for _, name in sorted(rows)] == list(NASTY)
        assert engine.fingerprint == graph.fingerprint
    assert not list((home.path / "import").iterdir())


def spoil_lists(graph, first):
    file = graph.path / "nodes" / "Concept.parquet"
    with duckdb.connect() as db:
        rows = f"('C1', 'x', {first}), ('loinc:2-1', 'y', ['z']), ('C2', NULL, NULL)"
        db.execute(f"COPY (SELECT * FROM (VALUES {rows}) AS v(id, name, codes)) TO '{file}'")


@pytest.mark.parametrize("first", ["[]::VARCHAR[]", "['']", "['a', chr(31)]"])
def test_offline_refuses_lists_that_a_csv_cannot_carry_before_it_stops_the_server(server, tmp_path, first):
    home, _ = server
    graph = small_graph(tmp_path / "graph")
    spoil_lists(graph, first)
    with pytest.raises(GraphError, match=r"nodes/Concept: 1 lists in codes .*; push without --offline"):
        push_offline(graph, home, replace=True)
    assert serve.running(home)


def test_offline_leaves_alone_what_it_was_not_told_to_replace(server, tmp_path):
    home, record = server
    push(small_graph(tmp_path / "graph"), record.bolt, replace=True)
    with pytest.raises(UsageError, match="--replace"):
        push_offline(small_graph(tmp_path / "other", fingerprint="sha256:other"), home)
    with Neo4j(record.bolt) as engine:
        assert engine.fingerprint == "sha256:small"


def test_an_import_that_was_stopped_starts_anew(server, tmp_path, monkeypatch):
    home, record = server
    graph = small_graph(tmp_path / "graph")
    spoil_lists(graph, "['a']")

    def stopped(*_):
        raise GraphError("neo4j-admin database failed: stopped")

    with monkeypatch.context() as patched:
        patched.setattr(serve, "admin", stopped)
        with pytest.raises(GraphError, match="stopped"):
            push_offline(graph, home, replace=True)
    assert serve.running(home) is None
    # What a killed import leaves is a store that does not open.
    for file in (home.path / "data" / "databases" / "neo4j").glob("neostore*"):
        file.write_bytes(b"\0" * 100)
    serve.start(home, record)
    with pytest.raises(GraphError, match="database neo4j did not start"):
        Neo4j(record.bolt)
    assert push_offline(graph, home).sent > 0
    with Neo4j(record.bolt) as engine:
        assert engine.fingerprint == graph.fingerprint


def test_a_full_disk_in_the_import_folder_is_one_error_and_the_server_stays(server, tmp_path):
    home, record = server
    graph = small_graph(tmp_path / "graph", labs=MANY)
    spoil_lists(graph, "['a']")
    place = home.path / "import"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], check=False)
    assert mounted.returncode == 0, "this test mounts a small tmpfs and needs the right to"
    try:
        with pytest.raises(GraphError, match=r"cannot be written there, 0 MiB are free; make room") as told:
            push_offline(graph, home, replace=True)
        assert not list(place.iterdir())
    finally:
        subprocess.run(["umount", place], check=True)
    assert "\n" not in str(told.value)
    assert serve.running(home) == record or serve.running(home)


def test_offline_needs_a_server_that_kgqa_runs_with_java(tmp_path):
    home = open_home(tmp_path / "home")
    with pytest.raises(GraphError, match="its server does not run; start it with `kgqa neo4j up`"):
        push_offline(small_graph(tmp_path / "graph"), home)


def test_the_importer_finds_the_jars_without_maven(own, monkeypatch):
    monkeypatch.setattr(jars.shutil, "which", lambda name, **_: None if name == "mvn" else f"/usr/bin/{name}")
    assert jars.runtime(own[1].version).class_path
    assert find_home(own[0].path)
