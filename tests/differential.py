"""Two answers to one random question: what the differential tests share."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from kgqa.errors import PatternError
from kgqa.graph.tables import Tables
from kgqa.pattern.parse import parse
from tests.reference.evaluate import Answer, Evaluator, TooManyRowsError
from tests.reference.outcome import bag
from tests.reference.query import Query, query_text
from tests.reference.strategies import World, queries

CASES = int(os.environ.get("KGQA_CASES", "1600"))
"""How many random questions the layouts are asked together; many worlds and Neo4j are asked half as many."""

PER_GRAPH = 8
"""How many questions are asked of one graph, on average: to make a graph takes longer than to ask."""

REFUSED = (
    "lists can be compared with = and <> only",
    "the map of a variable-length relationship takes",
    "is used twice. Give one another name",  # a relationship in one chain, which Neo4j takes inside a subquery only
)
"""What the compiler refuses although Neo4j runs it: nothing else may be refused."""

SAID: list[str] = []
"""What the differential tests compared, for the end of pytest's output: a passing test shows nothing of its own."""

PATIENTS: tuple[tuple[int, ...] | None, ...] = (None, (), (1,), (10, 12), (0, 1, 2, 3))
Rows = list[tuple[object, ...]]


@dataclass
class Tally:
    """What the cases were like, so that a test can't pass by comparing nothing."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, what: str, by: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + by

    def share(self, what: str) -> float:
        return self.counts.get(what, 0) / max(1, self.counts.get("cases", 0))

    def __str__(self) -> str:
        return ", ".join(f"{n} {what}" for what, n in self.counts.items())


def explore(part: int, cases: int, check: Callable[[st.DataObject], None]) -> None:
    """Run `check` on `cases` random inputs, the same in every run for one `part`.

    A failure shows its graph and its text as they came; KGQA_SHRINK=1 looks for smaller ones, which can take long.
    """
    phases = [Phase.generate, *([Phase.shrink] if os.environ.get("KGQA_SHRINK") else [])]
    quiet = settings(
        max_examples=cases, deadline=None, database=None, phases=phases, suppress_health_check=list(HealthCheck)
    )
    seed(part)(quiet(given(st.data())(check)))()


def questions(data: st.DataObject, world: World, patients: Sequence[int]) -> list[Query]:
    return [data.draw(queries(world, tuple(patients))) for _ in range(data.draw(st.integers(1, 2 * PER_GRAPH - 1)))]


def everyone(world: World) -> tuple[int, ...]:
    """What $patients holds where nobody is named: the whole numbers among the ids of all with the label Patient."""
    patients = [dict(n.properties) for n in world.graph.nodes if "Patient" in n.labels]
    return tuple(sorted({p["id"] for p in patients if isinstance(p.get("id"), int)}))


def expected(world: World, query: Query, patients: Sequence[int]) -> Answer | None:
    """The reference's answer; None for a query with so many matches that it is not worth its time."""
    try:
        return Evaluator(world.graph.network(), tuple(patients)).answer(query)
    except TooManyRowsError:
        return None


def asked(engine: Tables, query: Query, patients: Sequence[int] | None) -> Rows | str | None:
    """The engine's rows, None where it fails on the data, or why it refuses the text."""
    try:
        tree = parse(query_text(query), "random")
        engine._statement(tree, given=patients is not None, worlds=False)  # which run will find compiled
    except PatternError as error:
        refusal = str(error)
        if not any(reason in refusal for reason in REFUSED):
            raise
        return refusal
    try:
        return engine.run(tree, patients).rows
    except PatternError:
        return None


def same(answer: Answer, found: Rows | None, world: World, query: Query, patients: Sequence[int] | None) -> None:
    """Fail unless `found` is what the reference answers.

    An error may be raised where the reference met one on its way, and must be where no row could be had without it.
    """
    where = f"\n{world.graph.create()}\n{query_text(query)}\n$patients = {patients}"
    if found is None:
        assert answer.may_fail, f"fails where the reference has rows{where}"
        return
    assert not answer.must_fail, f"has rows where the reference fails{where}"
    wanted, got = (bag(rows, world.graph, distinct=query.distinct) for rows in (answer.rows, found))
    assert got == wanted, f"missing {dict(wanted - got)}, too many {dict(got - wanted)}{where}"
