"""Asking one pattern of some patients: from its rows to finished, proven records, and the count of what was refused.

generate writes what comes out; audit compares it with what was written. Both walk this one way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgqa.graph.protocol import Engine
from kgqa.model import EdgeRef, NodeRef, Record
from kgqa.question.chance import Candidates
from kgqa.question.draw import digest
from kgqa.question.fold import Folded, Row
from kgqa.question.gates import Gate
from kgqa.question.plan import Plan, slot_nodes
from kgqa.question.prove import Prover, fold_rows, prove
from kgqa.question.reach import reach
from kgqa.question.record import Facts, Setting, question_id, record, wordings


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the questions that can be asked are wanted.

    `hops` bounds the measured hops; `per_patient` keeps that many of one pattern and patient (0: all), those whose
    hashes are least; `only` keeps nothing but these ids, `wrong` are ids that reviewers found wrong.
    """

    hops: tuple[int, int] | None = None
    per_patient: int = 0
    only: frozenset[str] | None = None
    wrong: frozenset[str] = frozenset()


@dataclass(slots=True)
class Asked:
    """What came of asking: kept records, and why the others are not among them."""

    rows: int = 0
    proposed: int = 0
    not_drawn: int = 0
    records: list[Record] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    gated: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Asking:
    """One pattern, ready to be asked of any patients."""

    plan: Plan
    setting: Setting
    gates: tuple[Gate, ...]
    wanted: Wanted

    def ask(self, prover: Prover, patients: Sequence[int]) -> Asked:
        """Ask some patients; questions come out by patient and id, their source rows still to be read again."""
        plan = self.plan
        rows = plan.rows(prover.engine.run(plan.query, patients))
        facts = names_of(prover.engine, rows)
        named = {question_id(plan, facts, q): (place, q) for place, q in fold_rows(plan, rows, facts).items()}
        asked = Asked(rows=len(rows), proposed=len(named))
        chosen = {i: found for i, found in named.items() if self._is_wanted(asked, i, found[1], facts)}
        facts = facts_of(prover.engine, facts, [q for _, q in chosen.values()])
        drafts = self._drafts(prover.engine, asked, {i: q for i, (_, q) in chosen.items()}, facts)
        drawn = _drawn(drafts, self.wanted.per_patient, self.setting.seed)
        asked.not_drawn += len(drafts) - len(drawn)
        proofs = prove(prover, plan, dict(chosen[identity] for identity in drawn), facts)
        for identity in drawn:
            drafts[identity]["proofs"] = found = proofs[chosen[identity][0]]
            if failed := [name for name, holds in found.items() if holds is False]:
                asked.refused[identity] = f"not {failed[0]}"
            else:
                asked.records.append(drafts[identity])
        return asked

    def _is_wanted(self, asked: Asked, identity: str, question: Folded, facts: Facts) -> bool:
        """Tell whether a question can be asked and is wanted; count it where it is not."""
        if self.wanted.only is not None and identity not in self.wanted.only:
            asked.not_drawn += 1
            return False
        if identity in self.wanted.wrong:
            asked.refused[identity] = "marked wrong"
            return False
        if (reason := _unaskable(self.plan, question, facts)) is not None:
            asked.refused[identity] = reason
            return False
        measured, bounds = reach(self.plan, question), self.wanted.hops
        within = bounds is None or (measured is not None and bounds[0] <= measured[0] <= bounds[1])
        asked.not_drawn += not within
        return within

    def _drafts(self, engine: Engine, asked: Asked, questions: Mapping[str, Folded], facts: Facts) -> dict[str, Record]:
        """Make the records of questions and send them through the gates."""
        candidates = Candidates(engine, self.plan, questions.values(), facts.name)
        drafts: dict[str, Record] = {}
        for identity, question in questions.items():
            draft = record(self.plan, question, facts, self.setting, candidates.of(question))
            held = [gate for gate in self.gates if gate.holds(draft)]
            asked.gated.update(gate.name for gate in held)
            draft["marks"] = [gate.name for gate in held if not gate.refuses]
            if draft["split"] is None:
                asked.refused[identity] = "knowledge of two splits"
            elif refusing := [gate.name for gate in held if gate.refuses]:
                asked.refused[identity] = refusing[0]
            else:
                drafts[identity] = draft
        return drafts


def names_of(engine: Engine, rows: Iterable[Row]) -> Facts:
    """Look up the nodes that the folding of rows compares: slots and answers."""
    cells = {cell for row in rows for cell in (*row.slots, row.answer)}
    return Facts(engine.nodes(cell for cell in cells if isinstance(cell, NodeRef)), {})


def facts_of(engine: Engine, known: Facts, asked: Iterable[Folded]) -> Facts:
    """Look up every node and edge of the questions' paths."""
    edges: set[EdgeRef] = set()
    nodes: set[NodeRef] = set()
    for question in asked:
        nodes |= slot_nodes(question.slots)
        for answer in question.answers:
            for row in answer.rows:
                nodes |= {node for path in row.paths for node in path.nodes} | {n for n in row.bound if n}
                edges |= {edge for path in row.paths for edge in path.edge_refs()}
    missing = [node for node in nodes if node not in known.nodes]
    return Facts({**known.nodes, **engine.nodes(missing)}, engine.edges(edges))


def _unaskable(plan: Plan, question: Folded, facts: Facts) -> str | None:
    if question.refused:
        return question.refused
    if wordings(plan, facts, question) is None:
        return "unfilled slot"
    return "paths do not hang together" if reach(plan, question) is None else None


def _drawn(drafts: Mapping[str, Record], per_patient: int, seed: int) -> list[str]:
    by_patient: dict[int, list[str]] = defaultdict(list)
    for identity in sorted(drafts):
        by_patient[drafts[identity]["patient"]].append(identity)
    if per_patient:
        return [
            i
            for ids in by_patient.values()
            for i in sorted(sorted(ids, key=lambda identity: digest("draw", seed, identity))[:per_patient])
        ]
    return [i for ids in by_patient.values() for i in ids]
