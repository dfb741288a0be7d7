"""A question as it is written: one JSON object, every field made from the pattern, the slots and the graph.

Nothing here looks anything up; generate and audit hand in what they read from the graph, and get the same bytes for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kgqa.model import Edge, EdgeRef, Node, NodeRef, Path, Record, Step
from kgqa.question import cypher
from kgqa.question.chance import Chance
from kgqa.question.decile import decile
from kgqa.question.draw import choose, digest
from kgqa.question.fold import Answer, Cell, Folded, Key, key_of
from kgqa.question.hops import Chain
from kgqa.question.plan import Plan
from kgqa.question.reach import chains_of, reach, taken_apart
from kgqa.question.split import split_for
from kgqa.question.steps import evidence_question
from kgqa.question.wording import fill, text_of

_CUI = re.compile(r"C\d{7}")
_SAYS_THE_EVENT = frozenset({"code", "drug", "test", "item", "mention"})  # roles whose concept is the event itself
_NO_TEXT = ""
_LINK = ("role", "method", "vocabulary", "exact", "score")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the graph says of the nodes and edges at hand."""

    nodes: Mapping[NodeRef, Node]
    edges: Mapping[EdgeRef, Edge]

    def name(self, ref: NodeRef) -> str:
        """Return what a sentence calls the node; its id where it has no name."""
        node = self.nodes.get(ref)
        return str(node.properties.get("name", ref.id)) if node else str(ref.id)

    def told(self, ref: NodeRef, key: str) -> str:
        """Return a property as a sentence says it, empty where the node has none."""
        node = self.nodes.get(ref)
        value = None if node is None else node.properties.get(key)
        return _NO_TEXT if value is None else text_of(value)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all questions of a set share.

    `split_by` says what keeps the splits apart. `columns` gives the source columns behind properties of a label,
    `aliases` the other names of a concept.
    """

    seed: int
    graph: str
    columns: Callable[[str, Iterable[str]], tuple[str, ...]]
    aliases: Callable[[str], tuple[str, ...]]
    split_by: str = "patient"


def slot_key(plan: Plan, facts: Facts, position: int, cell: Cell) -> Key:
    """Return what a sentence of the pattern says of a slot; slots with equal keys are one."""
    if not isinstance(cell, NodeRef):
        return (cell,)
    said = tuple(facts.told(cell, key) for key in plan.said[plan.slots[position]])
    return (*key_of(cell, facts.name), *said)


def question_id(plan: Plan, facts: Facts, question: Folded) -> str:
    """Return the id: a hash of the pattern's id, the patient and what the sentence says of the slots."""
    keys = (slot_key(plan, facts, position, cells[0]) for position, cells in enumerate(question.slots))
    return id_of(plan, question.patient, keys)


def id_of(plan: Plan, patient: int, keys: Iterable[Key]) -> str:
    """Return the id of a question by what its sentence says of its slots."""
    return "q-" + digest(plan.pattern.id, patient, *(str(part) for key in keys for part in key))[:16]


def wordings(plan: Plan, facts: Facts, question: Folded) -> list[str] | None:
    """Return every wording filled, or None where a slot has nothing to say."""
    empty = False

    def value(slot: str, key: str | None) -> str:
        nonlocal empty
        cell = question.slots[plan.slots.index(slot)][0]
        if isinstance(cell, NodeRef):
            text = facts.told(cell, key) if key else facts.name(cell)
        else:
            text = _NO_TEXT if cell is None else text_of(cell)
        empty |= not text
        return text

    filled = [fill(template, value) for template in plan.pattern.ask]
    return None if empty else filled


def record(plan: Plan, question: Folded, facts: Facts, setting: Setting, chance: Chance) -> Record:
    """Make the record of a question that can be asked; proofs and marks are still empty."""
    pattern = plan.pattern
    texts, measured = wordings(plan, facts, question), reach(plan, question)
    if texts is None or measured is None:
        raise ValueError("a refused question has no record")
    identity = question_id(plan, facts, question)
    paths = [path for answer in question.answers for row in answer.rows for path in row.paths]
    drawn, evidence = choose(texts, setting.seed, identity), _evidence(plan, paths, facts, setting)
    stated = knowledge(paths, facts)
    unit = next((row.unit for answer in question.answers for row in answer.rows if row.unit), pattern.answer.unit)
    return {
        "id": identity,
        "pattern": pattern.id,
        "theme": pattern.theme,
        "decision": pattern.decision,
        "hops": measured[0],
        "shape": measured[1],
        "question": drawn,
        "wordings": texts,
        "patient": question.patient,
        "admissions": sorted({n.id for path in paths for n in path.nodes if n.label == "Admission"}),
        "slots": {
            name: _slot(plan, facts, name, cells) for name, cells in zip(plan.slots, question.slots, strict=True)
        },
        "answerable": True,
        "reason": None,
        "twin_of": None,
        "swapped": None,
        "answer": {
            "kind": pattern.answer.kind,
            "unit": unit or None,
            "values": [_value(answer, facts, setting) for answer in question.answers],
        },
        "paths": [
            {"answer": i, "derivation": j, "name": name, **walk_json(path)}
            for i, answer in enumerate(question.answers)
            for j, row in enumerate(answer.rows)
            for name, path in zip(plan.paths, row.paths, strict=True)
        ],
        "absent": [
            {"answer": i, "derivation": j, "name": f"{looked.kind.lower()}_{n}", **walk_json(chain)}
            for i, answer in enumerate(question.answers)
            for j, row in enumerate(answer.rows)
            for n, (looked, chain) in enumerate(zip(plan.looked, chains_of(plan, row), strict=True), 1)
            if chain
        ],
        "evidence": evidence,
        "evidence_question": evidence_question(drawn, evidence),
        "steps": taken_apart(plan, question, facts.name, measured[0]),
        "links": links(paths, facts),
        "knowledge": stated,
        "proofs": {},
        "marks": [],
        "chance": chance.chance,
        "candidates": chance.candidates,
        "decile": decile(question, facts.nodes),
        "split": split_for(setting.split_by, question.patient, pattern.id, stated),
        "novelty": None,
        "cypher": cypher.ready(plan, question.patient, question.slots),
        "browser": cypher.link(paths),
        "graph": setting.graph,
    }


def line(one: Record) -> str:
    """Write a record as its line of questions.jsonl."""
    return json.dumps(one, ensure_ascii=False, allow_nan=False) + "\n"


def walk_json(walk: Path | Chain) -> Record:
    """Write a path or a chain: nodes, and edges by the positions of their ends."""
    return {
        "nodes": [
            {"label": n.label, "id": n.id} if isinstance(n, NodeRef) else {"label": n.label, "virtual": True}
            for n in walk.nodes
        ],
        "edges": [{"source": e.source, "type": e.type, "target": e.target} for e in walk.edges],
    }


def path_of(walk: Record) -> Path:
    """Read a path back from a record."""
    nodes = tuple(NodeRef(node["label"], node["id"]) for node in walk["nodes"])
    return Path(nodes, tuple(Step(edge["source"], edge["type"], edge["target"]) for edge in walk["edges"]))


def knowledge(paths: Iterable[Path], facts: Facts) -> list[Record]:
    """Return the knowledge edges of paths, with who states each; what is not reviewed or checked is marked so."""
    found = sorted(
        {ref for path in paths for ref in path.edge_refs() if ref.source.label == ref.target.label == "Concept"}
    )
    told = []
    for ref in found:
        properties = facts.edges[ref].properties if ref in facts.edges else {}
        told.append(
            {"source": ref.source.id, "type": ref.type, "target": ref.target.id}
            | {"sources": _list(properties.get("sources", ()))}
            | {key: False for key in ("reviewed", "checked") if properties.get(key) is False}
        )
    return told


def links(paths: Iterable[Path], facts: Facts) -> list[Record]:
    """Return how the events on paths were joined to concepts: as what, by which method, and whether exactly."""
    found = sorted({ref for path in paths for ref in path.edge_refs() if ref.type == "REFERS_TO"})
    return [
        {"source": {"label": ref.source.label, "id": ref.source.id}, "target": ref.target.id}
        | {key: facts.edges[ref].properties[key] for key in _LINK if key in facts.edges[ref].properties}
        for ref in found
        if ref in facts.edges
    ]


def concept_of(answer: Answer, facts: Facts) -> NodeRef | None:
    """Return the concept that an answer is, exactly: itself, or what its path says that the event refers to."""
    row = answer.rows[0]
    if not isinstance(row.answer, NodeRef):
        return None
    if row.answer.label == "Concept":
        return row.answer
    for ref in sorted(ref for path in row.paths for ref in path.edge_refs() if ref.source == row.answer):
        properties = facts.edges[ref].properties if ref in facts.edges else {}
        said = properties.get("role", "code") in _SAYS_THE_EVENT and properties.get("exact") is not False
        if ref.type == "REFERS_TO" and said:
            return ref.target
    return None


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, tuple | list) else [value]


def _slot(plan: Plan, facts: Facts, name: str, cells: tuple[Cell, ...]) -> Record:
    first = cells[0]
    if not isinstance(first, NodeRef):
        return {"value": first}
    said = {key: facts.told(first, key) for key in plan.said[name]}
    ids = [cell.id for cell in cells if isinstance(cell, NodeRef)]
    return {"label": first.label, "ids": ids, "name": facts.name(first)} | ({"said": said} if said else {})


def _value(answer: Answer, facts: Facts, setting: Setting) -> Record:
    row, told = answer.rows[0], Record()
    if isinstance(answer.cells[0], NodeRef):
        ids = [cell.id for cell in answer.cells if isinstance(cell, NodeRef)]
        told |= {"label": answer.cells[0].label, "id": ids[0], "ids": ids, "name": facts.name(answer.cells[0])}
        if (concept := concept_of(answer, facts)) is not None:
            told |= {"cui": concept.id} if _CUI.fullmatch(str(concept.id)) else {"concept": concept.id}
            names = {facts.name(concept), *setting.aliases(str(concept.id))} - {told["name"]}
            told["aliases"] = sorted(names)
    else:
        told["value"] = answer.cells[0]
    if row.time is not None:
        told["time"] = row.time
    told |= {key: figure for key, figure in (("count", answer.count), ("rank", answer.rank)) if figure is not None}
    return told | {"further": answer.further}


def _evidence(plan: Plan, paths: Iterable[Path], facts: Facts, setting: Setting) -> list[Record]:
    found: dict[tuple[str, int, tuple[tuple[str, int], ...]], set[str]] = {}
    for ref in sorted({node for path in paths for node in path.nodes}):
        node = facts.nodes.get(ref)
        if node is None or "table" not in node.properties:
            continue
        told: Record = dict(node.properties)
        span = tuple((key, told[key]) for key in ("start", "end") if key in told and ref.label == "Mention")
        used = {key for label in (*node.labels, "") for key in plan.used.get(label, ())} & told.keys()
        columns = setting.columns(ref.label, sorted({"name", *used}))
        found.setdefault((told["table"], told["row_id"], span), set()).update(columns)
    return [
        {"table": table, "row_id": row, "columns": sorted(columns)} | dict(span)
        for (table, row, span), columns in sorted(found.items(), key=lambda item: item[0])
    ]
