"""What only several questions show together: equal words, an answer that another question tells, the commonest answer.

Each can be worked out again from a written set alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgqa.model import Record
from kgqa.question.draw import digest
from kgqa.question.gates import stands_in

_TELLING = 4  # a shorter name (MS, AS) stands in too many texts by chance


def same_words(records: Iterable[Record]) -> Iterator[tuple[Record, str]]:
    """Yield every record with a wording that another question of the same patient has, and why that is a fault."""
    said: dict[tuple[int, str], dict[str, Record]] = defaultdict(dict)
    for record in records:
        for text in record["wordings"]:
            said[record["patient"], text][record["id"]] = record
    told: Counter[str] = Counter()
    for group in said.values():
        answers = {answer_of(record) for record in group.values()}
        for identity, record in group.items():
            if len(group) > 1 and not told[identity]:
                told[identity] += 1
                yield record, "same words, other answer" if len(answers) > 1 else "same words twice"


def answer_of(record: Record) -> str:
    """Return what a record answers, as one text: equal texts are equal answers."""
    return repr([(v.get("name"), v.get("value"), v.get("rank")) for v in record["answer"]["values"]])


def answered_elsewhere(records: Sequence[Record]) -> set[str]:
    """Return the ids of the questions of one patient of which an answer's name stands in another one's text.

    Most are of two families that ask the same way round and back, so this marks; as a gate it keeps, of each such
    pair, the one whose hash is less (see `apart`).
    """
    return {record["id"] for record, others in _told(records) if others}


def apart(records: Sequence[Record], seed: int) -> set[str]:
    """Return the ids of questions of one patient, the most by hash of which none tells another's answer."""
    telling: dict[str, set[str]] = defaultdict(set)
    for record, others in _told(records):
        for other in others:
            telling[record["id"]].add(other)
            telling[other].add(record["id"])
    kept: set[str] = set()
    for identity in sorted((r["id"] for r in records), key=lambda identity: digest("apart", seed, identity)):
        if kept.isdisjoint(telling[identity]):
            kept.add(identity)
    return kept


def commonest(answers: Mapping[str, tuple[str, str]]) -> set[str]:
    """Return the ids that the commonest answer of their pattern answers; `answers` gives pattern and answer by id.

    An answer that stands but once is no commonest one, and of several that stand equally often all count.
    """
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for pattern, answer in answers.values():
        times[pattern][answer] += 1
    most = {pattern: max(counts.values()) for pattern, counts in times.items()}
    return {
        identity
        for identity, (pattern, answer) in answers.items()
        if times[pattern][answer] == most[pattern] and most[pattern] > 1
    }


def guessable(record: Record) -> bool:
    """Tell whether the commonest answer of the pattern is a guess worth a mark: a yes or no has its even chance."""
    return bool(record["answerable"]) and record["answer"]["kind"] != "yes-no"


def marked(records: Sequence[Record], decided: Mapping[str, bool]) -> dict[str, list[str]]:
    """Return by id the marks that only the whole set shows, of the gates that do not refuse."""
    of: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        of[record["patient"]].append(record)
    told = {identity for mine in of.values() for identity in answered_elsewhere(mine)}
    common = commonest({r["id"]: (r["pattern"], answer_of(r)) for r in records if guessable(r)})
    holding = {"answer elsewhere": told, "commonest answer": common}
    return {r["id"]: [name for name, ids in holding.items() if r["id"] in ids and not decided[name]] for r in records}


def _told(records: Sequence[Record]) -> Iterator[tuple[Record, set[str]]]:
    """Yield each record of a patient with the others in whose text one of its answers stands."""
    texts = [(record["id"], record["question"].casefold()) for record in records]
    whole = "\n".join(text for _, text in texts)
    found: dict[str, set[str]] = {}
    for record in records:
        others: set[str] = set()
        for value in record["answer"]["values"]:
            name = str(value.get("name", "")).casefold()
            if len(name) < _TELLING:
                continue
            if name not in found:
                found[name] = {i for i, text in texts if stands_in(name, text)} if stands_in(name, whole) else set()
            others |= found[name] - {record["id"]}
        yield record, others
