"""Training, development and test: by patient, by pattern or by knowledge, and how new a held-out question is.

By knowledge, each statement of the knowledge graph has a split by its hash, and a question goes where all of its
statements are; one that leans on statements of two splits is left out, so that no statement of a held-out split stands
in training. By pattern and by knowledge a patient may be in several splits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from kgqa.model import Record
from kgqa.question.draw import split_by_hash, split_of

SplitBy = Literal["patient", "pattern", "knowledge"]
WAYS: tuple[str, ...] = get_args(SplitBy)

IID, COMBINATION, UNSEEN = NOVELTIES = ("i.i.d.", "new combination", "unseen pattern")


def split_for(by: str, patient: int, pattern: str, knowledge: Iterable[Record]) -> str | None:
    """Return the split of a question; None where its knowledge is of several."""
    if by == "pattern":
        return split_by_hash("pattern", pattern)
    if by == "knowledge":
        splits = {split_by_hash("statement", *triple) for triple in triples(knowledge)}
        if splits:
            return splits.pop() if len(splits) == 1 else None
    return split_of(patient)


def triples(knowledge: Iterable[Record]) -> set[tuple[str, str, str]]:
    """Return the statements of a record's knowledge."""
    return {(str(edge["source"]), edge["type"], str(edge["target"])) for edge in knowledge}


def concepts_of(record: Record) -> tuple[str, ...]:
    """Return the concepts on a record's paths, sorted."""
    return tuple(sorted({str(n["id"]) for path in record["paths"] for n in path["nodes"] if n["label"] == "Concept"}))


class Novelty:
    """How new a held-out question is to who has seen the training split."""

    def __init__(self, told: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        """Take split, pattern and concepts of every question that has an answer."""
        self.seen: Mapping[str, set[tuple[str, ...]]] = defaultdict(set)
        for split, pattern, concepts in told:
            if split == "train":
                self.seen[pattern].add(concepts)

    def of(self, split: str, pattern: str, concepts: tuple[str, ...]) -> str | None:
        """Return the novelty of a question; None in training.

        i.i.d.: its pattern stands in training with the same concepts; new combination: with others only; unseen
        pattern: not at all. After the three levels of generalisation of Gu et al. (GrailQA, WWW 2021).
        """
        if split == "train":
            return None
        if pattern not in self.seen:
            return UNSEEN
        return IID if concepts in self.seen[pattern] else COMBINATION


def across(records: Iterable[Record], by: str) -> dict[str, str]:
    """Return by id what stands in more than one split although the set is split by it."""
    splits: dict[Any, set[str]] = defaultdict(set)
    mine: dict[str, set[Any]] = {}
    for record in records:
        mine[record["id"]] = triples(record["knowledge"]) if by == "knowledge" else {record[by]}
        for one in mine[record["id"]]:
            splits[one].add(record["split"])
    what = {"patient": "its patient is", "pattern": "its pattern is", "knowledge": "a statement that it leans on is"}
    torn = {one for one, found in splits.items() if len(found) > 1}
    return {i: f"{what[by]} in more than one split" for i, ones in mine.items() if ones & torn}
