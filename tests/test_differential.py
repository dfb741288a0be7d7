"""The compiler and DuckDB against the naive evaluator of tests/reference, on random graphs and random questions.

The cases are the same in every run; KGQA_CASES raises their number. The evaluator itself is held against a real Neo4j
in test_differential_neo4j.py.
"""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from kgqa.graph.protocol import World as LittleGraph
from kgqa.graph.tables import Tables
from kgqa.model import EdgeRef
from kgqa.pattern.parse import parse
from tests import foreign_keys
from tests.coverage_of_grammar import QUERIES, coverage, table
from tests.differential import (
    CASES,
    PATIENTS,
    PER_GRAPH,
    SAID,
    Tally,
    asked,
    everyone,
    expected,
    explore,
    questions,
    same,
)
from tests.reference.constructs import ALL
from tests.reference.evaluate import Evaluator, TooManyRowsError
from tests.reference.graph import EdgeRow, Graph, NodeRow
from tests.reference.outcome import bag, keys
from tests.reference.query import query_text
from tests.reference.strategies import worlds

PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("layout", ["CREATE statements", "foreign keys"])
def test_the_engine_answers_as_the_reference_does(layout: str, part: int) -> None:
    own_tables = layout == "CREATE statements"
    tally = Tally()

    def compare(data: st.DataObject) -> None:
        world = data.draw(worlds(mixed=own_tables, parallel=own_tables))
        patients = data.draw(st.sampled_from(PATIENTS))
        present = everyone(world) if patients is None else patients
        graph = world.graph
        with Tables.from_create(graph.create()) if own_tables else foreign_keys.tables(graph) as engine:
            for query in questions(data, world, present):
                if (answer := expected(world, query, present)) is None:
                    continue
                found = asked(engine, query, patients)
                tally.add("cases")
                if isinstance(found, str):
                    tally.add("refused")
                    continue
                same(answer, found, world, query, patients)
                tally.add("with rows", bool(answer.rows))
                tally.add("with an error", found is None)

    explore(part, CASES // (2 * PARTS * PER_GRAPH), compare)
    SAID.append(f"{layout}, part {part}: {tally}")
    assert tally.share("with rows") > 0.4
    assert tally.share("refused") < 0.05


@pytest.mark.parametrize("layout", ["CREATE statements", "foreign keys"])
def test_many_worlds_at_once_answer_as_each_of_them_alone(layout: str) -> None:
    tally = Tally()

    def compare(data: st.DataObject) -> None:
        world = data.draw(worlds(mixed=layout == "CREATE statements", parallel=False))
        graph, refs = world.graph, keys(world.graph)
        parts = [(frozenset(range(len(graph.nodes))), frozenset(range(len(graph.edges))))]
        for _ in range(3):
            nodes = data.draw(st.frozensets(st.integers(0, len(graph.nodes) - 1)))
            edges = (
                data.draw(st.frozensets(st.integers(0, max(0, len(graph.edges) - 1)))) if graph.edges else frozenset()
            )
            parts.append((nodes, edges))
        little = [
            LittleGraph(
                number,
                frozenset(refs[n] for n in nodes),
                frozenset(EdgeRef(refs[e.source], e.type, refs[e.target]) for e in (graph.edges[i] for i in edges)),
            )
            for number, (nodes, edges) in enumerate(parts)
        ]
        with (
            Tables.from_create(graph.create())
            if layout == "CREATE statements"
            else foreign_keys.tables(graph) as engine
        ):
            for query in questions(data, world, everyone(world)):
                alone = []
                try:
                    for nodes, edges in parts:
                        network = graph.network(nodes, edges)
                        patients = [n for n in nodes if "Patient" in graph.nodes[n].labels]
                        ids = [dict(graph.nodes[n].properties).get("id") for n in patients]
                        alone.append(Evaluator(network, tuple(i for i in ids if isinstance(i, int))).answer(query))
                except TooManyRowsError:
                    continue
                if any(answer.may_fail for answer in alone) or isinstance(asked(engine, query, None), str):
                    continue
                found = engine.run_worlds(parse(query_text(query), "random"), little)
                assert set(found) == set(range(len(parts)))
                for number, answer in enumerate(alone):
                    wanted, got = (bag(r, graph, distinct=query.distinct) for r in (answer.rows, found[number]))
                    assert got == wanted, f"{little[number]}\n{graph.create()}\n{query_text(query)}"
                    tally.add("cases")
                    tally.add("with rows", bool(answer.rows))

    explore(0, CASES // (8 * PER_GRAPH), compare)
    SAID.append(f"worlds, {layout}: {tally}")
    assert tally.share("with rows") > 0.2


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a:A)-[:R]->(b:B) RETURN a, b",
        "MATCH (a)-[:R]->(b:B) RETURN b",
        "MATCH (b:B)<-[:R]-() RETURN 1",
        "MATCH x = (b:B)<-[:R*1..2]-(a) RETURN x",
        "MATCH (b:B) WHERE NOT EXISTS { (:A)-[:R]->(b) } RETURN b",
    ],
)
def test_a_foreign_key_that_is_not_there_is_no_edge(text: str) -> None:
    nodes = (("A", 1), ("B", 10), ("B", 11))
    graph = Graph(tuple(NodeRow((label,), (("id", key),)) for label, key in nodes), (EdgeRow(0, "R", 1, ()),))
    with Tables.from_create(graph.create()) as own_tables, foreign_keys.tables(graph) as engine:
        query = parse(text, "test")
        assert engine.run(query).rows == own_tables.run(query).rows
        assert len(engine.run(query).rows) == 1


def test_the_random_questions_cover_the_grammar() -> None:
    found = coverage()
    SAID.append(
        f"constructs of the grammar in {QUERIES:,} random questions: {len(found)} of {len(ALL)}\n{table(found)}"
    )
    assert [name for name in ALL if not found[name]] == []
    assert set(found) <= set(ALL)
