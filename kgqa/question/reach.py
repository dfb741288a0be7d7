"""What a question's proof is made of, how far it reaches, and how it is taken apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kgqa.model import NodeRef, Path
from kgqa.question.fold import Answer, Folded, Row
from kgqa.question.hops import Chain, measure
from kgqa.question.plan import Plan, slot_nodes
from kgqa.question.steps import steps

_SHAPES = ("chain", "tree", "cycle")


def reach(plan: Plan, question: Folded) -> tuple[int, str] | None:
    """Return the hops of a question (the most of its answers) and its shape (the least simple of theirs)."""
    found = []
    for answer in question.answers:
        measured = measure(*proof_of(plan, answer), slot_nodes(question.slots))
        if measured is None:
            return None
        found.append(measured)
    return max(hops for hops, _ in found), max((shape for _, shape in found), key=_SHAPES.index)


def proof_of(plan: Plan, answer: Answer) -> tuple[list[Path], list[Chain]]:
    """Return the paths of an answer, and the chains that the pattern looks at for it."""
    walks = [path for row in answer.rows for path in row.paths]
    return walks, [chain for row in answer.rows for chain in chains_of(plan, row) if chain]


def taken_apart(plan: Plan, question: Folded, name: Callable[[NodeRef], str], hops: int) -> list[dict[str, Any]]:
    """Return the steps of the first answer that needs all the hops."""
    named = slot_nodes(question.slots)
    for answer in question.answers:
        answers = slot_nodes([answer.cells])
        made = steps(*proof_of(plan, answer), named, answers, name)
        if len(made) == hops:
            return made
    return []


def chains_of(plan: Plan, row: Row) -> list[Chain | None]:
    """Return what each subquery looks at from the nodes of a row; None where one of them is not there."""
    bound = {name: node for name, node in zip(plan.bound, row.bound, strict=True) if node is not None}
    return [looked.at(bound) if bound.keys() >= set(looked.outer) else None for looked in plan.looked]
