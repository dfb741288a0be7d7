"""Gates: what a worded question must not be. Each looks at the finished record alone and either refuses or marks it.

A gate is one function and one line in GATES. What the fold refuses (a tie, an unfilled slot) never gets here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kgqa.question.hops import PLACES
from kgqa.question.wording import lint

Record = dict[str, Any]

_SHORT = 4  # a shorter name is taken as an abbreviation: only its own capitals count (MS, AS)
_DERIVATIONS_PER_VALUE = 5


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: `holds` says whether a record shows what it is named for; `refuses` is what happens by default."""

    name: str
    refuses: bool
    holds: Callable[[Record], bool]


def badly_worded(record: Record) -> bool:
    """Find a sentence that is not one."""
    return any(lint(text) for text in record["wordings"])


def leaking(record: Record) -> bool:
    """Find an answer, one of its other names or its code in a wording; a choice between slots names its answer."""
    texts = [*record["wordings"]]
    folded = [text.casefold() for text in texts]
    for value in record["answer"]["values"]:
        if "label" not in value or _is_choice(record, value):
            continue
        for name in (value["name"], value.get("cui"), value.get("concept"), *value.get("aliases", ())):
            if name is None or name.isdigit():
                continue
            said = (texts, name) if len(name) < _SHORT else (folded, name.casefold())
            if any(_stands_in(said[1], text) for text in said[0]):
                return True
    return False


def single_candidate(record: Record) -> bool:
    """Find an answer beside which nothing else could be named."""
    return bool(record["candidates"] == 1)


def record_alone(record: Record) -> bool:
    """Find a question that no medical knowledge is needed for."""
    return not record["knowledge"]


def knowledge_alone(record: Record) -> bool:
    """Find a question whose answer follows from its own words: beyond its slots the record adds nothing."""
    slots = {(s["label"], i) for s in record["slots"].values() if "ids" in s for i in s["ids"]}
    concepts = all(value.get("label") == "Concept" for value in record["answer"]["values"])
    met = [(n["label"], n["id"]) for path in record["paths"] for n in path["nodes"]]
    free = {"Concept", "Patient", *PLACES}
    return bool(record["knowledge"]) and concepts and all(label in free or (label, i) in slots for label, i in met)


def one_source(record: Record) -> bool:
    """Find a proof that leans on a statement of a single source."""
    return any(len(edge["sources"]) == 1 for edge in record["knowledge"])


def unreviewed(record: Record) -> bool:
    """Find a proof that leans on a statement which nobody has reviewed or checked."""
    return any(edge.get("reviewed") is False or edge.get("checked") is False for edge in record["knowledge"])


def unchecked(record: Record) -> bool:
    """Find a proof that leans on a hand-made statement whose place could not be opened and read."""
    return any(edge.get("checked") is False for edge in record["knowledge"])


def inexact_link(record: Record) -> bool:
    """Find a proof that goes from an event to a concept that is not exactly the event's (a parent, a group)."""
    return any(link.get("exact") is False for link in record["links"])


def gates(largest: int, *, checked_only: bool = False) -> tuple[Gate, ...]:
    """Return the gates in the order in which they are asked.

    `largest` is the biggest set that one would ask for; with `checked_only` unchecked knowledge refuses a question.
    """

    def too_large(record: Record) -> bool:
        derivations = sum(path["name"] == record["paths"][0]["name"] for path in record["paths"])
        return len(record["answer"]["values"]) > largest or derivations > largest * _DERIVATIONS_PER_VALUE

    return (
        Gate("badly worded", True, badly_worded),
        Gate("leak", True, leaking),
        Gate("answer too large", True, too_large),
        Gate("only one candidate", True, single_candidate),
        Gate("record alone", False, record_alone),
        Gate("knowledge alone", False, knowledge_alone),
        Gate("one source", False, one_source),
        Gate("unreviewed knowledge", False, unreviewed),
        Gate("unchecked knowledge", checked_only, unchecked),
        Gate("inexact link", False, inexact_link),
    )


def same_words(records: Iterable[Record]) -> Iterator[tuple[Record, str]]:
    """Yield every record with a wording that another question of the same patient has, and why that is a fault."""
    said: dict[tuple[int, str], dict[str, Record]] = defaultdict(dict)
    for record in records:
        for text in record["wordings"]:
            said[record["patient"], text][record["id"]] = record
    told: Counter[str] = Counter()
    for group in said.values():
        answers = {_answer(record) for record in group.values()}
        for identity, record in group.items():
            if len(group) > 1 and not told[identity]:
                told[identity] += 1
                yield record, "same words, other answer" if len(answers) > 1 else "same words twice"


def _answer(record: Record) -> str:
    return repr([(v.get("name"), v.get("value"), v.get("rank")) for v in record["answer"]["values"]])


def _is_choice(record: Record, value: Record) -> bool:
    offered = [slot["name"] for slot in record["slots"].values() if slot.get("label") == value["label"]]
    return len(offered) > 1 and value["name"] in offered


def _stands_in(name: str, text: str) -> bool:
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() and name[0].isalnum()) and not (after.isalnum() and name[-1].isalnum()):
            return True
        at = text.find(name, at + 1)
    return False
