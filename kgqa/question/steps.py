"""A question taken apart: one step for each hop of its proof, each a question of its own with its answer and its edge.

After MuSiQue (Trivedi et al., TACL 2022;10:539-54): the steps follow the longest shortest way through the proof, which
is what hops count. A step's answer is the one on this way; the graph may give others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from kgqa.model import NodeRef, Path, Record
from kgqa.question.hops import Chain, farthest

_PLACE_TABLES = frozenset({"PATIENTS", "ADMISSIONS", "ICUSTAYS"})
_NOUNS: Mapping[str, str] = {
    "Admission": "admission",
    "Diagnosis": "coded diagnosis",
    "ICUStay": "ICU stay",
    "InputEvent": "infusion or intake",
    "InputEventCV": "infusion or intake",
    "InputEventMV": "infusion or intake",
    "LabEvent": "laboratory result",
    "Mention": "mention",
    "MicrobiologyEvent": "microbiology result",
    "Note": "note",
    "OutputEvent": "output",
    "Prescription": "order",
    "Procedure": "coded procedure",
    "Transfer": "transfer",
}
_STATED = ", according to the knowledge graph?"
# How an edge is asked along its direction, and against it.
_ASKED: Mapping[str, tuple[str, str]] = {
    "ISA": ("What is {0} a kind of", "What is a kind of {0}"),
    "MAY_TREAT": ("What does {0} treat", "What treats {0}"),
    "MAY_PREVENT": ("What does {0} prevent", "What prevents {0}"),
    "NOT_INDICATED_FOR": ("What is {0} not indicated for", "What is not indicated for {0}"),
    "CONTRAINDICATED_WITH": ("With what is {0} contraindicated", "What is contraindicated with {0}"),
    "INDUCES": ("What can {0} cause", "What can cause {0}"),
    "HAS_INGREDIENT": ("What is an active ingredient of {0}", "What contains {0} as an active ingredient"),
    "HAS_MOA": ("By which mechanism does {0} act", "What acts by the mechanism {0}"),
    "HAS_PE": ("Which physiologic effect does {0} have", "What has the physiologic effect {0}"),
    "HAS_CLASS": ("Which class does {0} belong to", "What belongs to the class {0}"),
    "HAS_TARGET": ("Which molecular target does {0} have", "What has the molecular target {0}"),
    "HAS_FINDING": ("What is a finding of {0}", "Of what is {0} a finding"),
    "HAS_CAUSATIVE_AGENT": ("What is {0} caused by", "What is caused by {0}"),
    "DUE_TO": ("What is {0} a consequence of", "What is a consequence of {0}"),
    "FINDING_SITE": ("At which site of the body is {0}", "What is at the body site {0}"),
    "MEASURES": ("What does {0} measure", "Which test measures {0}"),
    "INDICATES": ("Which finding does an abnormal {0} mean", "An abnormal result of which test means {0}"),
    "INTERACTS_WITH": ("What does {0} interact with", "What interacts with {0}"),
}


def steps(
    paths: Iterable[Path],
    chains: Iterable[Chain],
    named: Collection[NodeRef],
    answers: Collection[NodeRef],
    name: Callable[[NodeRef], str],
) -> list[Record]:
    """Return the steps of one answer's proof: from what the question names to the answer, where there is a choice."""
    walk = farthest(paths, chains, named, answers)
    made = []
    for start, kind, end, forward in walk:
        known = name(start) if isinstance(start, NodeRef) else f"that {_noun(start.label)}"
        ends = [_node(start), _node(end)]
        made.append(
            {
                "question": _asked(kind, known, end.label, forward=forward),
                "answer": _node(end) | ({"name": name(end)} if isinstance(end, NodeRef) else {}),
                "edge": {"source": ends[not forward], "type": kind, "target": ends[forward]},
            }
        )
    return made


def evidence_question(question: str, evidence: Iterable[Record]) -> Record:
    """Return the question that asks for the rows behind the answer: the events, and the places where they are all."""
    rows = [{key: row[key] for key in ("table", "row_id", "start", "end") if key in row} for row in evidence]
    events = [row for row in rows if row["table"] not in _PLACE_TABLES]
    places = [row for row in rows if row["table"] != "PATIENTS"]
    return {"question": f"{question} Which entries of the record show it?", "rows": events or places}


def _asked(kind: str, known: str, label: str, *, forward: bool) -> str:
    first = kind.partition("|")[0]
    if first in _ASKED:
        return _ASKED[first][not forward].format(known) + _STATED
    if first == "REFERS_TO":
        what = "concept of the knowledge graph" if forward else _noun(label)
        return f"Which {what} does {known} refer to?" if forward else f"Which {what} refers to {known}?"
    if forward:
        return f"Which {_noun(label)} of {known} is needed?"
    return f"Which {_noun(label)} does {known} belong to?"


def _noun(label: str) -> str:
    return _NOUNS.get(label, "entry" if label != "Concept" else "concept")


def _node(node: Any) -> Record:
    return {"label": node.label, "id": node.id} if isinstance(node, NodeRef) else {"label": node.label, "virtual": True}
