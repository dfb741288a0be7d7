"""What keeps training and held-out splits apart, and how new a held-out question is."""

import pytest

from kgqa.question.draw import split_by_hash, split_of
from kgqa.question.split import Novelty, across, split_for


def edge(source, target):
    return {"source": source, "type": "MAY_TREAT", "target": target, "sources": ["a"]}


def statements(split, number):
    """So many statements that the hash puts into a split."""
    found = (edge(f"C{n}", "D") for n in range(1000))
    wanted = [one for one in found if split_by_hash("statement", one["source"], "MAY_TREAT", "D") == split]
    return wanted[:number]


def test_by_patient_nothing_else_counts():
    assert split_for("patient", 10006, "p", statements("test", 1)) == split_of(10006)


def test_by_pattern_all_patients_of_a_pattern_are_together():
    assert {split_for("pattern", patient, "p", []) for patient in range(50)} == {split_by_hash("pattern", "p")}


def test_by_knowledge_a_question_goes_where_all_its_statements_are():
    train, test = statements("train", 2), statements("test", 2)
    assert split_for("knowledge", 1, "p", train) == "train"
    assert split_for("knowledge", 1, "p", test) == "test"
    assert split_for("knowledge", 1, "p", [train[0], test[0]]) is None
    assert split_for("knowledge", 10006, "p", []) == split_of(10006)


@pytest.mark.parametrize(
    ("split", "pattern", "concepts", "expected"),
    [
        ("train", "p", ("A",), None),
        ("test", "p", ("A", "B"), "i.i.d."),
        ("test", "p", ("A",), "new combination"),
        ("dev", "q", ("A", "B"), "unseen pattern"),
    ],
)
def test_how_new_a_question_is(split, pattern, concepts, expected):
    known = Novelty([("train", "p", ("A", "B")), ("test", "q", ("A", "B"))])
    assert known.of(split, pattern, concepts) == expected


def test_what_stands_in_two_splits_is_found():
    one = {"id": "q-1", "patient": 1, "pattern": "p", "knowledge": [edge("A", "B")], "split": "train"}
    other = {**one, "id": "q-2", "split": "test"}
    for by in ("patient", "pattern", "knowledge"):
        assert across([one, other], by).keys() == {"q-1", "q-2"}
    apart = {**other, "patient": 2, "pattern": "q", "knowledge": [edge("A", "C")]}
    for by in ("patient", "pattern", "knowledge"):
        assert across([one, apart], by) == {}
