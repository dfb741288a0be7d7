"""Folding: equal slots are one question, ties stay, and the order of rows decides nothing."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgqa.model import NodeRef, Path, Step
from kgqa.question.fold import Row, answers_of, fold, key_of

NAMES = {10: "furosemide", 11: "furosemide", 12: "metoprolol", 20: "heart failure", 21: "hypertension"}


def name(ref):
    return NAMES.get(ref.id, str(ref.id))


def order(number):
    return NodeRef("Prescription", number)


def code(number):
    return NodeRef("Diagnosis", number)


def row(slot, answer, *, patient=1, steps=1, **more):
    nodes = (*tuple(NodeRef("Concept", f"c{i}") for i in range(steps)), NodeRef("Concept", str(answer)))
    walk = Path(nodes, tuple(Step(i, "E", i + 1) for i in range(steps)))
    return Row(patient, (slot,), answer, paths=(walk,), **more)


def folded(rows, kind="set"):
    return fold(rows, kind, lambda _position, cell: key_of(cell, name), name)


def test_two_orders_of_one_name_are_one_question_with_both_ids():
    found = folded([row(order(10), code(20)), row(order(11), code(20)), row(order(12), code(21))])
    assert sorted(tuple(cell.id for cell in q.slots[0]) for q in found.values()) == [(10, 11), (12,)]


def test_the_same_words_in_two_charts_are_two_questions():
    assert len(folded([row(order(10), code(20)), row(order(10), code(20), patient=2)])) == 2


def test_one_derivation_is_recorded_the_shortest_and_the_rest_is_counted():
    rows = [row(order(10), code(20), steps=3), row(order(11), code(20), steps=1), row(order(10), code(20), steps=2)]
    (question,) = folded(rows).values()
    (answer,) = question.answers
    assert len(answer.rows[0].paths[0].edges) == 1
    assert answer.further == 2


@pytest.mark.parametrize("kind", ["one", "value", "date", "duration", "yes-no"])
def test_two_answers_where_one_is_asked_for_are_a_tie(kind):
    answers, refused = answers_of([row(order(10), 1), row(order(10), 2)], kind, name)
    assert refused == "tie"
    assert len(answers) == 2


def test_both_polarities_for_equal_slots_are_a_tie():
    assert answers_of([row(order(10), True), row(order(11), False)], "yes-no", name)[1] == "tie"


def test_true_and_one_are_two_answers():
    assert answers_of([row(order(10), True), row(order(10), 1)], "one", name)[1] == "tie"


def test_a_value_at_two_times_is_a_tie_and_at_one_time_is_none():
    twice = [row(order(10), 4.1, time="8:00"), row(order(10), 4.1, time="9:00")]
    assert answers_of(twice, "value", name)[1] == "tie"
    assert answers_of(twice[:1] * 2, "value", name)[1] is None


def test_nodes_are_counted_once_even_where_their_names_are_equal():
    rows = [row(order(10), None, counted=order(n)) for n in (10, 11, 12, 12)]
    ((answer,), refused) = answers_of(rows, "count", name)
    assert (answer.cells, len(answer.rows), answer.further, refused) == ((3,), 3, 1, None)


def test_plain_values_are_counted_as_values():
    rows = [row(order(10), None, counted=text) for text in ("a", "b", "a")]
    ((answer,), _) = answers_of(rows, "count", name)
    assert answer.cells == (2,)


def test_the_most_counted_are_all_named_when_they_tie():
    rows = [row(order(10), code(20), counted=n) for n in (1, 2)] + [row(order(10), code(21), counted=n) for n in (3, 4)]
    rows.append(row(order(10), order(12), counted=5))
    answers, refused = answers_of(rows, "most", name)
    assert [(a.key, a.count, len(a.rows)) for a in answers] == [
        (("Diagnosis", "heart failure"), 2, 2),
        (("Diagnosis", "hypertension"), 2, 2),
    ]
    assert refused is None


def test_an_order_keeps_ties_at_one_rank():
    rows = [row(order(1), order(12), at=5), row(order(1), code(20), at=5), row(order(1), code(21), at=9)]
    answers, refused = answers_of(rows, "order", name)
    assert [(a.key[1], a.rank) for a in answers] == [("heart failure", 1), ("metoprolol", 1), ("hypertension", 2)]
    assert refused is None


@pytest.mark.parametrize(
    ("ats", "reason"),
    [((5, 5), "tie"), ((5, 6), None)],
)
def test_an_order_of_things_at_one_time_is_no_order(ats, reason):
    rows = [row(order(1), order(12), at=ats[0]), row(order(1), code(20), at=ats[1])]
    assert answers_of(rows, "order", name)[1] == reason


def test_one_thing_at_several_times_has_no_place_in_an_order():
    rows = [row(order(1), order(10), at=1), row(order(1), order(11), at=3), row(order(1), code(20), at=2)]
    assert answers_of(rows, "order", name)[1] == "one thing at several times"


def test_an_unknown_answer_is_none_and_an_unknown_slot_is_not_asked_about():
    assert answers_of([row(order(10), None)], "set", name) == ((), "no answer")
    (question,) = folded([row(None, code(20))]).values()
    assert question.refused == "unfilled slot"


@given(
    st.lists(
        st.tuples(st.sampled_from([10, 11, 12]), st.sampled_from([20, 21]), st.integers(1, 3)), min_size=1, max_size=12
    ),
    st.sampled_from(["set", "one", "count", "most"]),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rows_decides_nothing(found, kind, shuffle: random.Random):
    rows = [row(order(o), code(d), steps=s, counted=code(d)) for o, d, s in found]
    again = rows[:]
    shuffle.shuffle(again)
    assert folded(rows, kind) == folded(again, kind)
