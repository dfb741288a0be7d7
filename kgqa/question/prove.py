"""The proofs of many questions at once.

present     every node and edge of every path is in the graph, looked up on its own
replayed    the pattern, for this patient alone, gives the same answers for the same ids
sufficient  the pattern, run on the evidence alone, gives the answer
necessary   it no longer does when any one edge of the evidence is taken away
sourced     the source rows, read again, say what the nodes say (done by who knows the source)
agreed      another engine gives the same answers

The evidence of each derivation is a little graph of its own, a world; one query runs the pattern in all of them. Where
a pattern asks that something is missing, a world shows only the edges that are there: the rest is for replay and the
second engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from kgqa.graph.protocol import Cell, Engine, Rows, World
from kgqa.model import EdgeRef, NodeRef, Record
from kgqa.pattern.tree import Query
from kgqa.question.fold import Folded, Key, Row, answers_of, fold, key_of
from kgqa.question.plan import Plan
from kgqa.question.record import Facts, path_of, slot_key

Place = tuple[int, Key]  # a question of one pattern: its patient and what is said of its slots
Proofs = dict[str, bool | None]


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading source rows again showed.

    `nodes` and `edges` do not say what their rows say; `words` are the words at the spans (table, row, start, end) of
    notes.
    """

    nodes: Collection[NodeRef]
    edges: Collection[EdgeRef]
    words: Mapping[tuple[str, int, int, int], str]


Unsourced = Callable[[Engine, Collection[NodeRef], Collection[EdgeRef]], Reread]
"""Reads the source rows of the given nodes and edges again."""

MADE_OF_ALL = frozenset({"count", "most", "order"})  # kinds whose answer no single derivation shows


class ProvingEngine(Engine, Protocol):
    """An engine that also runs a query for many patients one by one, and in many little graphs at once."""

    def run_alone(self, query: Query, patients: Iterable[int]) -> Mapping[int, list[tuple[Cell, ...]]]:
        """Return the rows for each patient alone."""
        ...

    def run_worlds(self, query: Query, worlds: Iterable[World]) -> Mapping[int, list[tuple[Cell, ...]]]:
        """Return the rows of each world by its key; a world without rows may be left out."""
        ...


@dataclass(frozen=True, slots=True)
class Prover:
    """Where proofs are had: the graph, who knows the source rows, and perhaps a second engine."""

    engine: ProvingEngine
    unsourced: Unsourced
    second: ProvingEngine | None = None


def fold_rows(plan: Plan, rows: Iterable[Row], facts: Facts) -> dict[Place, Folded]:
    """Fold the rows of a plan to questions."""
    return fold(rows, plan.kind, lambda position, cell: slot_key(plan, facts, position, cell), facts.name)


def prove(prover: Prover, plan: Plan, asked: Mapping[Place, Folded], facts: Facts) -> dict[Place, Proofs]:
    """Prove the questions of one pattern, but for `sourced`; a proof that nobody has asked for is None."""
    replayed = _replayed(prover.engine, plan, asked, facts)
    agreed = _replayed(prover.second, plan, asked, facts) if prover.second else None
    sufficient, necessary = _in_worlds(prover.engine, plan, asked, facts)
    return {
        place: {
            "present": _present(question, facts),
            "replayed": place in replayed,
            "sufficient": place in sufficient,
            "necessary": place in necessary,
            "sourced": None,
            "agreed": None if agreed is None else place in agreed,
        }
        for place, question in asked.items()
    }


def prove_sources(prover: Prover, records: Sequence[Record]) -> None:
    """Set the proof `sourced` of many records at once, since each source file is read from its start to its end.

    Evidence in notes gets the words that stand there.
    """
    of = [[path_of(path) for path in record["paths"]] for record in records]
    nodes = {node for paths in of for path in paths for node in path.nodes}
    edges = {edge for paths in of for path in paths for edge in path.edge_refs()}
    again = prover.unsourced(prover.engine, nodes, edges)
    wrong_nodes, wrong_edges = frozenset(again.nodes), frozenset(again.edges)
    for record, paths in zip(records, of, strict=True):
        for row in record["evidence"]:
            if "start" in row and (words := again.words.get((row["table"], row["row_id"], row["start"], row["end"]))):
                row["text"] = words
        said = all(wrong_nodes.isdisjoint(path.nodes) and wrong_edges.isdisjoint(path.edge_refs()) for path in paths)
        record["proofs"]["sourced"] = said


def _present(question: Folded, facts: Facts) -> bool:
    edges = (edge for row in _rows(question) for path in row.paths for edge in path.edge_refs())
    return all(node in facts.nodes for node in _nodes(question)) and all(edge in facts.edges for edge in edges)


def _replayed(engine: ProvingEngine, plan: Plan, asked: Mapping[Place, Folded], facts: Facts) -> set[Place]:
    """Run the pattern for each patient alone; return the questions whose answers come again."""
    columns = tuple(item.name for item in plan.results.returns)
    again: dict[Place, Folded] = {}
    for patient, found in engine.run_alone(plan.results, {patient for patient, _ in asked}).items():
        again |= fold_rows(plan, plan.rows(Rows(columns, found), patient), facts)
    return {place for place, q in asked.items() if place in again and again[place].result() == q.result()}


def _in_worlds(
    engine: ProvingEngine, plan: Plan, asked: Mapping[Place, Folded], facts: Facts
) -> tuple[set[Place], set[Place]]:
    """Run the pattern on the evidence, whole and with each edge taken away; return what is sufficient and necessary."""
    built: list[_Test] = []
    for place, question in asked.items():
        built += _tests(plan, place, question)
    numbered = (World(key, test.nodes, test.edges) for key, test in enumerate(built))
    found = engine.run_worlds(plan.results, numbered)
    columns = tuple(item.name for item in plan.results.returns)
    failed: dict[str, set[Place]] = defaultdict(set)
    for key, test in enumerate(built):
        rows = plan.rows(Rows(columns, list(found.get(key, ()))), test.place[0])
        if not test.passes(plan, rows, facts):
            failed["necessary" if test.without else "sufficient"].add(test.place)
    return asked.keys() - failed["sufficient"], asked.keys() - failed["necessary"]


@dataclass(frozen=True, slots=True)
class _Test:
    """One world: the evidence of one derivation (`row`) or of the whole answer, perhaps without one edge."""

    place: Place
    row: Row | None
    question: Folded
    nodes: frozenset[NodeRef]
    edges: frozenset[EdgeRef]
    without: bool

    def passes(self, plan: Plan, rows: list[Row], facts: Facts) -> bool:
        here = [row for row in rows if _place(plan, row, facts) == self.place]
        if self.row is None:
            answers, _ = answers_of(here, plan.kind, facts.name)
            return [a.result() for a in answers] == [a.result() for a in self.question.answers]
        wanted = _sign(self.row, facts)
        return (wanted in {_sign(row, facts) for row in here}) != self.without


def _tests(plan: Plan, place: Place, question: Folded) -> Iterator[_Test]:
    everything: set[EdgeRef] = set()
    for row in _rows(question):
        nodes = frozenset(node for path in row.paths for node in path.nodes)
        edges = frozenset(edge for path in row.paths for edge in path.edge_refs())
        everything |= edges
        yield _Test(place, row, question, nodes, edges, without=False)
        for edge in sorted(edges):
            yield _Test(place, row, question, nodes, edges - {edge}, without=True)
    if plan.kind in MADE_OF_ALL:
        yield _Test(place, None, question, _nodes(question), frozenset(everything), without=False)


def _sign(row: Row, facts: Facts) -> tuple[Any, ...]:
    counted = row.counted if isinstance(row.counted, NodeRef) else (row.counted,)
    return key_of(row.answer, facts.name), row.unit, row.time, counted, row.at


def _place(plan: Plan, row: Row, facts: Facts) -> Place:
    return row.patient, tuple(slot_key(plan, facts, position, cell) for position, cell in enumerate(row.slots))


def _rows(question: Folded) -> Iterator[Row]:
    return (row for answer in question.answers for row in answer.rows)


def _nodes(question: Folded) -> frozenset[NodeRef]:
    return frozenset(node for row in _rows(question) for path in row.paths for node in path.nodes)
