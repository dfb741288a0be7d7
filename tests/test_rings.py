"""Rings of ISA: what is left has none, and nothing is left out without need."""

from __future__ import annotations

import duckdb
import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kgqa.load.knowledge.cycles import break_rings


def opened(edges):
    connection = duckdb.connect()
    connection.execute(
        "CREATE SCHEMA knowledge; CREATE TABLE knowledge.edge (type TEXT, source TEXT, target TEXT, sources TEXT[])"
    )
    if edges:
        connection.executemany("INSERT INTO knowledge.edge VALUES (?, ?, ?, ?)", edges)
    said = break_rings(connection)
    return said, set(connection.execute("SELECT type, source, target FROM knowledge.edge").fetchall())


def isa(*pairs, sources=("one",)):
    return [("ISA", source, target, list(sources)) for source, target in pairs]


def test_a_tree_and_a_lattice_stay_as_they_are():
    edges = isa(("b", "a"), ("c", "a"), ("d", "b"), ("d", "c"))
    said, left = opened(edges)
    assert left == {edge[:3] for edge in edges}
    assert said == {"rings": 0, "concepts": 0, "dropped": 0, "shown": []}


def test_the_edge_that_the_fewest_sources_state_opens_the_ring():
    edges = isa(("b", "a"), ("c", "b"), sources=("one", "two")) + isa(("a", "c"), ("x", "a"), ("a", "top"))
    said, left = opened(edges)
    assert {edge[:3] for edge in edges} - left == {("ISA", "a", "c")}
    assert said == {"rings": 1, "concepts": 3, "dropped": 1, "shown": [["a", "c"]]}


def test_a_ring_of_another_relation_is_none():
    edges = [("DUE_TO", "a", "b", ["one"]), ("DUE_TO", "b", "a", ["one"]), *isa(("a", "b"))]
    said, left = opened(edges)
    assert len(left) == 3
    assert said["rings"] == 0


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] != pair[1]), max_size=30))
def test_what_is_left_has_no_ring_and_each_edge_left_out_closes_one(pairs):
    edges = isa(*((str(one), str(other)) for one, other in sorted(pairs)))
    said, left = opened(edges)
    graph = nx.DiGraph((source, target) for _, source, target in left)
    assert nx.is_directed_acyclic_graph(graph)
    dropped = {edge[:3] for edge in edges} - left
    assert len(dropped) == said["dropped"]
    for _, source, target in dropped:
        assert nx.has_path(graph, target, source)
    assert opened([(*edge, ["one"]) for edge in sorted(left)])[1] == left
