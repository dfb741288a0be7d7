"""A real Neo4j 5.26 against the embedded engine and against the reference of the tests, on random questions.

Neo4j is right: where it differs, the compiler is mended, or the reference, or the grammar refuses the construct.
"""

from __future__ import annotations

import neo4j
import pytest
from hypothesis import strategies as st

from kgqa.graph.tables import Tables
from tests.conftest import Server
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
from tests.reference.evaluate import Answer
from tests.reference.server import answers
from tests.reference.strategies import worlds

PARTS = 2


@pytest.mark.parametrize("part", range(PARTS))
def test_neo4j_the_engine_and_the_reference_answer_alike(neo4j_server: Server, part: int) -> None:
    tally = Tally()

    def compare(data: st.DataObject) -> None:
        world = data.draw(worlds())
        patients = data.draw(st.sampled_from(PATIENTS))
        present = everyone(world) if patients is None else patients
        naive = [(query, expected(world, query, present)) for query in questions(data, world, present)]
        asking = [(query, answer) for query, answer in naive if answer is not None]
        served = answers(driver, world.graph, [(query, present) for query, _ in asking])
        with Tables.from_create(world.graph.create()) as engine:
            for (query, answer), rows in zip(asking, served, strict=True):
                same(answer, rows, world, query, present)  # type: ignore[arg-type]
                found = asked(engine, query, patients)
                tally.add("cases")
                if isinstance(found, str):
                    tally.add("refused")
                    continue
                # Both may order their work as they like, so one may meet an error that the other does not.
                if rows is not None:
                    same(Answer(rows, must_fail=False, may_fail=answer.may_fail), found, world, query, patients)
                tally.add("with rows", bool(rows))
                tally.add("with an error in Neo4j", rows is None)
                tally.add("with an error in the engine", found is None)

    neo4j_server.empty()
    with neo4j.GraphDatabase.driver(
        neo4j_server.bolt, auth=(neo4j_server.user, neo4j_server.password), notifications_min_severity="OFF"
    ) as driver:
        explore(100 + part, CASES // (2 * PARTS * PER_GRAPH), compare)  # the server takes most of the time
    SAID.append(f"Neo4j, part {part}: {tally}")
    assert tally.share("with rows") > 0.4
