"""How likely a guess is right: what else stands where the answer stands.

The candidates of an answer are what one reaches from the patient (and from the admission or ICU stay that the question
names) by the same kinds of steps, with no other condition. They are counted in the patient's own chart and the
knowledge, so another patient's chart never changes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import factorial

import networkx as nx

from kgqa.graph.protocol import Cell, Engine
from kgqa.model import NodeRef
from kgqa.pattern.parse import parse
from kgqa.question.fold import Folded, Row
from kgqa.question.hops import PLACES
from kgqa.question.plan import Plan, slot_nodes


@dataclass(frozen=True, slots=True, order=True)
class Walk:
    """Steps from the Patient: (type, whether along its direction, label); `key` is a property read at the end."""

    steps: tuple[tuple[str, bool, str], ...]
    key: str

    def text(self) -> str:
        """Write the Cypher that finds every end of the walk: patient, places passed, name, and the property."""
        chain, columns = "(n0:Patient)", ["n0"]
        for number, (kind, forward, label) in enumerate(self.steps, 1):
            chain += (f"-[:{kind}]->" if forward else f"<-[:{kind}]-") + f"(n{number}:{label})"
            if label in PLACES:
                columns.append(f"n{number}")
        last = f"n{len(self.steps)}"
        columns += [f"{last}.{key} AS {column}" for key, column in (("name", "name"), (self.key, "told")) if key]
        return f"MATCH {chain} WHERE n0.id IN $patients RETURN DISTINCT {', '.join(columns)}"


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance of a guess that knows what kind of thing is asked for, and how many things it picks from."""

    chance: float | None
    candidates: int | None


class Candidates:
    """What stands where the answers of a batch of questions stand; each kind of walk is looked up once."""

    def __init__(self, engine: Engine, plan: Plan, asked: Iterable[Folded], name: Callable[[NodeRef], str]) -> None:
        """Look up the ends of every walk that the questions' answers need, for their patients."""
        self.plan, self.name = plan, name
        self.found: dict[tuple[Walk, int, frozenset[NodeRef], str | None], set[Cell]] = {}
        patients: dict[Walk, set[int]] = defaultdict(set)
        for question in asked:
            for row in _first_rows(question):
                if (walk := self._walk(row)) is not None:
                    patients[walk].add(question.patient)
        self.ends: dict[tuple[Walk, int], list[tuple[Cell, ...]]] = defaultdict(list)
        for walk, ids in sorted(patients.items()):
            for patient, *rest in engine.run(parse(walk.text(), "candidates"), sorted(ids)).rows:
                if isinstance(patient, NodeRef):
                    self.ends[walk, int(patient.id)].append(tuple(rest))

    def of(self, question: Folded) -> Chance:
        """Return the chance of a question; both figures are None where nothing can be counted (a duration)."""
        kind = self.plan.pattern.answer.kind
        if kind == "yes-no":
            return Chance(0.5, 2)
        if kind == "order":
            return Chance(round(1 / factorial(len(question.answers)), 4), len(question.answers))
        found: set[Cell] = set()
        for row in _first_rows(question):
            if (walk := self._walk(row)) is None:
                return Chance(None, None)
            found |= self._found(walk, question, row)
        said = 1 if kind == "count" else len(question.answers)
        return Chance(round(min(1.0, said / len(found)), 4), len(found)) if found else Chance(None, None)

    def _found(self, walk: Walk, question: Folded, row: Row) -> set[Cell]:
        named = frozenset(node for node in slot_nodes(question.slots) if node.label in PLACES)
        end = self._end(row)
        told_of = self.name(end) if walk.key and end else None
        key = (walk, question.patient, named, told_of)
        if key not in self.found:  # most questions of a pattern ask about the same few places
            self.found[key] = self._look(*key)
        return self.found[key]

    def _look(self, walk: Walk, patient: int, named: frozenset[NodeRef], told_of: str | None) -> set[Cell]:
        bounded = {node.label for node in named}
        passed = sum(label in PLACES for _, _, label in walk.steps)
        found: set[Cell] = set()
        for cells in self.ends[walk, patient]:
            places, name = cells[:passed], cells[passed]
            outside = any(isinstance(p, NodeRef) and p.label in bounded and p not in named for p in places)
            if not outside and told_of in (None, name):
                found.add(cells[-1])
        return found - {None}

    def _end(self, row: Row) -> NodeRef | None:
        """Where the answer of a row stands: its node, or the node that its value is read from."""
        if self.plan.told:
            return row.bound[self.plan.bound.index(self.plan.told[0])]
        cell = row.counted if self.plan.pattern.answer.kind == "count" else row.answer
        return cell if isinstance(cell, NodeRef) else None

    def _walk(self, row: Row) -> Walk | None:
        end = self._end(row)
        numbers: dict[NodeRef, int] = {}
        edges = tuple(
            (numbers.setdefault(e.source, len(numbers)), e.type, numbers.setdefault(e.target, len(numbers)))
            for path in row.paths
            for e in path.edge_refs()
        )
        start = NodeRef("Patient", row.patient)
        if end is None or end not in numbers or start not in numbers:
            return None
        steps = _steps(edges, tuple(node.label for node in numbers), numbers[start], numbers[end])
        return Walk(steps, self.plan.told[1] if self.plan.told else "") if steps else None


@lru_cache(maxsize=100_000)  # most rows of a pattern have the same form
def _steps(
    edges: tuple[tuple[int, str, int], ...], labels: tuple[str, ...], start: int, end: int
) -> tuple[tuple[str, bool, str], ...]:
    """Return the shortest way from start to end, of several the least by its words; empty where there is none."""
    directed = {(source, target): kind for source, kind, target in edges}
    graph = nx.Graph(list(directed))
    if not nx.has_path(graph, start, end):
        return ()
    return min(
        tuple((directed.get(p) or directed[p[::-1]], p in directed, labels[p[1]]) for p in pairwise(nodes))
        for nodes in nx.all_shortest_paths(graph, start, end)
    )


def _first_rows(question: Folded) -> list[Row]:
    return [answer.rows[0] for answer in question.answers]
