"""What is wrong with one written record: against the schema, in itself, and against the record as it must be.

Hops and leaks are worked out here a second time, from the written record alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import networkx as nx
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kgqa.files import share
from kgqa.model import Record
from kgqa.question.gates import leaking
from kgqa.question.split import split_for
from kgqa.question.wording import lint

Fault = tuple[str, str]  # a field of the record, and what is wrong with it

_PLACES = ("Admission", "ICUStay")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong: with a question (by its id), or with the whole where `question` is empty."""

    level: Literal["error", "warning"]
    question: str
    field: str
    message: str


def well_formed(record: Record) -> Iterator[Fault]:
    """Find what schema/question.schema.json does not allow."""
    for error in _validator().iter_errors(record):
        path = ".".join(str(part) for part in error.absolute_path) or "record"
        yield path, f"is not as schema/question.schema.json says ({error.validator})"


def alone(record: Record, split_by: str) -> Iterator[Fault]:
    """Find what a well-formed record shows by itself."""
    if record["question"] not in record["wordings"]:
        yield "question", "is none of its wordings"
    yield from (("wordings", f"a sentence has {fault}") for text in record["wordings"] for fault in lint(text))
    if leaking(record):
        yield "wordings", "the answer stands in the question"
    wanted = split_for(split_by, record["patient"], record["pattern"], record["knowledge"])
    if record["split"] != wanted and (record["answerable"] or split_by != "knowledge"):
        yield "split", f"is not the one that the hash of its {split_by} gives"
    if any(holds is False for holds in record["proofs"].values()):
        yield "proofs", "a proof fails, so the question should not be here"
    if not record["answerable"]:
        return
    if (measured := recount(record)) != record["hops"]:
        yield "hops", f"is {record['hops']}, but the paths measure {measured}"
    yield from _taken_apart(record)
    values, shown = len(record["answer"]["values"]), {path["answer"] for path in record["paths"]}
    if shown != set(range(values)):
        yield (
            "paths",
            f"{len(set(range(values)) - shown)} answers have no path, {len(shown - set(range(values)))} are not there",
        )


def _taken_apart(record: Record) -> Iterator[Fault]:
    if len(record["steps"]) != record["hops"]:
        yield "steps", f"are {len(record['steps'])}, but the question has {record['hops']} hops"
    edges = {told for walk in (*record["paths"], *record["absent"]) for told in _edges(walk)}
    for number, step in enumerate(record["steps"], 1):
        if _edge(step["edge"]["source"], step["edge"]["type"], step["edge"]["target"]) not in edges:
            yield "steps", f"step {number} goes along an edge that is on no path"
    rows = {(row["table"], row["row_id"], row.get("start")) for row in record["evidence"]}
    if not all((row["table"], row["row_id"], row.get("start")) in rows for row in record["evidence_question"]["rows"]):
        yield "evidence_question", "names a row that is no evidence"


def _edges(walk: Record) -> Iterator[tuple[Any, ...]]:
    nodes = walk["nodes"]
    return (_edge(nodes[edge["source"]], edge["type"], nodes[edge["target"]]) for edge in walk["edges"])


def _edge(source: Record, kind: str, target: Record) -> tuple[Any, ...]:
    return source["label"], source.get("id"), kind, target["label"], target.get("id")


def recount(record: Record) -> int | None:
    """Measure the hops of a written record: by answer, the diameter without Patient and the places that it names.

    Anybody can do this from the record alone. None where the paths of an answer do not hang together.
    """
    named = {
        (slot["label"], i) for slot in record["slots"].values() if slot.get("label") in _PLACES for i in slot["ids"]
    }
    found = []
    for number in range(len(record["answer"]["values"])):
        graph = nx.Graph()
        for entry, walk in enumerate((*record["paths"], *record["absent"])):
            if walk["answer"] == number:
                ends = [
                    (entry, place) if node.get("virtual") else (node["label"], node["id"])
                    for place, node in enumerate(walk["nodes"])
                ]
                graph.add_edges_from((ends[edge["source"]], ends[edge["target"]]) for edge in walk["edges"])
        if (hops := _farthest(graph, named)) is None:
            return None
        found.append(hops)
    return max(found, default=None)


def _farthest(graph: nx.Graph, named: set[tuple[str, Any]]) -> int | None:
    """Take out as many places as can be, the Patient among them, while the rest hangs together by an edge."""
    places = sorted((n for n in graph if n[0] == "Patient" or n in named), key=str)
    best: tuple[int, int] | None = None
    for choice in range(2 ** len(places)):
        out = [place for bit, place in enumerate(places) if choice >> bit & 1]
        rest = nx.restricted_view(graph, out, [])
        if rest.number_of_edges() and nx.is_connected(rest):
            best = min(best or (1, 0), (-len(out), nx.diameter(rest)))
    return None if best is None else best[1]


def differences(written: Record, made: Record) -> Iterator[Fault]:
    """Find every field that is not as the pattern and the graph give it."""
    for field in sorted(written.keys() | made.keys()):
        if written.get(field) == made.get(field) and field in written:
            continue
        if field == "answer":
            yield from _answers(written["answer"], made["answer"])
        else:
            yield field, "is not what the pattern and the graph give"


def _answers(written: Record, made: Record) -> Iterator[Fault]:
    is_there, must_be = ({_said(value): value for value in answer["values"]} for answer in (written, made))
    lacking, foreign = must_be.keys() - is_there.keys(), is_there.keys() - must_be.keys()
    if lacking:
        yield "answer", f"lacks {len(lacking)} that the graph gives{_shown(must_be, lacking)}"
    if foreign:
        yield "answer", f"has {len(foreign)} that the graph does not give{_shown(is_there, foreign)}"
    if len(written["values"]) != len(is_there):
        yield "answer", "has one value twice"
    if any(is_there[said] != must_be[said] for said in must_be.keys() & is_there.keys()):
        yield "answer", "a value is told otherwise than the graph tells it"
    if not lacking and not foreign and list(is_there) != list(must_be):
        yield "answer", "has its values in another order"
    if any(written[key] != made[key] for key in ("kind", "unit")):
        yield "answer", "has another kind or unit than the pattern gives"


def _said(value: Record) -> str:
    return json.dumps([value.get("label"), value.get("id"), value.get("value")])


def _shown(values: dict[str, Record], which: set[str]) -> str:
    nodes = sorted(f"{values[said]['label']} {values[said]['id']}" for said in which if "label" in values[said])
    return f" ({', '.join(nodes)})" if nodes else ""


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads((share("schema") / "question.schema.json").read_text(encoding="utf-8")))
