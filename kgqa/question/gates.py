"""Gates: what a worded question must not be. Each looks at the finished record alone and either refuses or marks it.

A gate is one function and one line in `gates`. What the fold refuses (a tie, an unfilled slot) never gets here, what
only several questions show together is in `together`; `decisions` says of all of them what happens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kgqa.errors import UsageError
from kgqa.model import Record
from kgqa.question.hops import PLACES
from kgqa.question.wording import lint
from kgqa.voices import read_voices

_UNCHECKED = "unchecked knowledge"
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
            if any(stands_in(said[1], text) for text in said[0]):
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
    """Find a proof that leans on a statement of a single source; sources that repeat one another are one."""
    return any(read_voices().count(edge["sources"]) == 1 for edge in record["knowledge"])


def unreviewed(record: Record) -> bool:
    """Find a proof that leans on a statement which nobody has reviewed or checked."""
    return any(edge.get("reviewed") is False or edge.get("checked") is False for edge in record["knowledge"])


def unchecked(record: Record) -> bool:
    """Find a proof that leans on a hand-made statement whose place could not be opened and read."""
    return any(edge.get("checked") is False for edge in record["knowledge"])


def inexact_link(record: Record) -> bool:
    """Find a proof that goes from an event to a concept that is not exactly the event's (a parent, a group)."""
    return any(link.get("exact") is False for link in record["links"])


DEFAULTS: Mapping[str, bool] = {
    "badly worded": True,
    "leak": True,
    "answer too large": True,
    "only one candidate": True,
    "record alone": False,
    "knowledge alone": False,
    "one source": False,
    "unreviewed knowledge": False,
    _UNCHECKED: False,
    "inexact link": False,
    "answer elsewhere": False,
    "commonest answer": False,
}
"""Every gate that can be set, and whether it refuses a question unless told otherwise; else it marks it."""

ALWAYS = ("tie", "unfilled slot", "not unique")
"""What no question can be: these refuse, whatever is asked for."""


def decisions(
    refuse: Collection[str] = (), allow: Collection[str] = (), *, checked_only: bool = False
) -> dict[str, bool]:
    """Return for every gate whether it refuses: by default, but for those named; UsageError for one there is not."""
    refuse = (*refuse, *([_UNCHECKED] if checked_only else []))
    for name in (*refuse, *allow):
        if name in ALWAYS and name in allow:
            raise UsageError(f"--allow {name!r}: it has no one answer, so it is always refused. Leave it out")
        if name not in (*DEFAULTS, *ALWAYS):
            near = get_close_matches(name, DEFAULTS, n=1, cutoff=0.0)[0]
            raise UsageError(f"there is no gate {name!r}. Did you mean {near!r}?")
    if both := sorted(set(refuse) & set(allow)):
        raise UsageError(f"--refuse and --allow both name {both[0]!r}. Name it once")
    return {name: (refuses or name in refuse) and name not in allow for name, refuses in DEFAULTS.items()}


def gates(largest: int, decided: Mapping[str, bool] = DEFAULTS) -> tuple[Gate, ...]:
    """Return the gates that one record shows alone, in the order in which they are asked.

    `largest` is the biggest set that one would ask for; `decided` says which of them refuse.
    """

    def too_large(record: Record) -> bool:
        derivations = sum(path["name"] == record["paths"][0]["name"] for path in record["paths"])
        return len(record["answer"]["values"]) > largest or derivations > largest * _DERIVATIONS_PER_VALUE

    held: Mapping[str, Callable[[Record], bool]] = {
        "badly worded": badly_worded,
        "leak": leaking,
        "answer too large": too_large,
        "only one candidate": single_candidate,
        "record alone": record_alone,
        "knowledge alone": knowledge_alone,
        "one source": one_source,
        "unreviewed knowledge": unreviewed,
        _UNCHECKED: unchecked,
        "inexact link": inexact_link,
    }
    return tuple(Gate(name, decided[name], holds) for name, holds in held.items())


def stands_in(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as words of its own."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() and name[0].isalnum()) and not (after.isalnum() and name[-1].isalnum()):
            return True
        at = text.find(name, at + 1)
    return False


def _is_choice(record: Record, value: Record) -> bool:
    offered = [slot["name"] for slot in record["slots"].values() if slot.get("label") == value["label"]]
    return len(offered) > 1 and value["name"] in offered
