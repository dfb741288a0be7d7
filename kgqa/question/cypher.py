"""Cypher that a reader runs: the pattern for one question, the drawing of its proof, and the link that opens it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from kgqa.model import Id, NodeRef, Path
from kgqa.pattern.tree import Variable
from kgqa.question.fold import Cell
from kgqa.question.plan import Plan

SERVER = "http://127.0.0.1:7474"
BOLT = "bolt://neo4j@127.0.0.1:7687"
_LONGEST = 16_000  # a longer address is refused by the server (431); measured on Neo4j 5.26


def ready(plan: Plan, patient: int, slots: Sequence[Sequence[Cell]]) -> str:
    """Return the pattern's text for one question: the patient and the ids of its slots stand in it as literals.

    The ids are asked for in a MATCH of their own before RETURN, so that nothing in the author's text is changed. A
    slot that is a plain value is not asked for.
    """
    variables = _variables(plan)
    pins = [
        f"{variables[name]}.id IN [{', '.join(_literal(cell.id) for cell in cells if isinstance(cell, NodeRef))}]"
        for name, cells in zip(plan.slots, slots, strict=True)
        if name in variables
    ]
    return _pinned(plan, patient, pins)


def ready_by_name(plan: Plan, patient: int, names: Mapping[str, str]) -> str:
    """Return the pattern's text for a question without an answer: its slots are asked for by their names.

    Of what is not there one has no id; and a name stands for every node that bears it.
    """
    variables = _variables(plan)
    pins = [f"{variables[slot]}.name = {_literal(name)}" for slot, name in names.items() if slot in variables]
    return _pinned(plan, patient, pins)


def _variables(plan: Plan) -> dict[str, str]:
    return {e.name: e.expression.name for e in plan.pattern.query.returns if isinstance(e.expression, Variable)}


def _pinned(plan: Plan, patient: int, pins: Sequence[str]) -> str:
    pinned = f"MATCH ({pins[0].partition('.')[0]}) WHERE {' AND '.join(pins)}\n" if pins else ""
    return (plan.head + pinned + plan.tail).replace("$patients", f"[{patient}]")


def drawing(paths: Iterable[Path]) -> str:
    """Return the Cypher that finds exactly these paths and returns them for Browser to draw."""
    distinct = list(dict.fromkeys(paths))
    lines = [f"MATCH p{number} = {_chain(path)}" for number, path in enumerate(distinct, 1)]
    return "\n".join([*lines, "RETURN " + ", ".join(f"p{number}" for number in range(1, len(lines) + 1))])


def by_ids(paths: Iterable[Path]) -> str:
    """Return a shorter text for a proof with many paths: its nodes by their ids; Browser joins them."""
    ids: dict[str, set[Id]] = {}
    for path in paths:
        for node in path.nodes:
            ids.setdefault(node.label, set()).add(node.id)
    wanted = [f"(n:{label} AND n.id IN [{', '.join(map(_literal, sorted(ids[label])))}])" for label in sorted(ids)]
    return f"MATCH (n) WHERE {' OR '.join(wanted)} RETURN n"


def link(paths: Sequence[Path]) -> str | None:
    """Return the address that opens Neo4j Browser with the drawing in its editor; None where it would be too long."""
    for text in (drawing(paths), by_ids(paths)):
        # Browser cuts the text at & and #, also when they are percent-encoded; Cypher reads the escapes.
        safe = text.replace("&", "\\u0026").replace("#", "\\u0023")
        address = f"{SERVER}/browser/?dbms={BOLT}&db=neo4j&cmd=edit&arg={quote(safe, safe='')}"
        if len(address) < _LONGEST:
            return address
    return None


def _chain(path: Path) -> str:
    text = _node(path.nodes[0])
    for number, edge in enumerate(path.edges):
        arrow = f"-[:{edge.type}]->" if edge.source == number else f"<-[:{edge.type}]-"
        text += arrow + _node(path.nodes[number + 1])
    return text


def _node(node: NodeRef) -> str:
    return f"(:{node.label} {{id: {_literal(node.id)}}})"


def _literal(value: Id) -> str:
    return json.dumps(value, ensure_ascii=False)
