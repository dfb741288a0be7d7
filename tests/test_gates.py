"""Gates: each looks at a record and says whether it is what it should not be."""

import re

import pytest

from kgqa.errors import UsageError
from kgqa.question.gates import decisions, gates, knowledge_alone, leaking, one_source, single_candidate
from kgqa.question.together import answered_elsewhere, apart, commonest, marked, same_words

NODE = {"label": "Prescription", "id": 10}


def record(**changed):
    base = {
        "id": "q-1",
        "patient": 1,
        "question": "Which diagnosis does furosemide treat?",
        "wordings": ["Which diagnosis does furosemide treat?"],
        "slots": {"order": {"label": "Prescription", "ids": [10], "name": "furosemide"}},
        "answer": {
            "kind": "set",
            "values": [
                {
                    "label": "Diagnosis",
                    "id": 20,
                    "ids": [20],
                    "name": "Heart failure",
                    "aliases": ["CHF", "cardiac failure"],
                }
            ],
        },
        "paths": [{"answer": 0, "name": "path_a", "nodes": [NODE, {"label": "Diagnosis", "id": 20}]}],
        "knowledge": [{"source": "C1", "type": "MAY_TREAT", "target": "C2", "sources": ["a", "b"]}],
        "links": [],
        "candidates": 5,
    }
    return {**base, **changed}


def refused(one, largest=10):
    return [gate.name for gate in gates(largest) if gate.refuses and gate.holds(one)]


def said(text):
    return record(wordings=[text])


def test_a_good_question_passes_every_gate():
    assert refused(record()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Which diagnosis, such as heart failure, does it treat?",
        "Does it treat Cardiac Failure?",
        "Is CHF treated?",
        "Is it heart failure?",
        "Is it (heart failure)?",
    ],
)
def test_the_answer_or_another_name_of_it_leaks(text):
    assert leaking(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Is heart failures coded?",  # another word
        "Is chf treated?",  # a short name counts in its own capitals only
        "Is left-sided failure of the heart coded?",
    ],
)
def test_near_misses_do_not_leak(text):
    assert not leaking(said(text))


def test_a_leak_in_any_wording_counts():
    assert leaking(record(wordings=["Which is it?", "Is it heart failure?"]))


def test_a_choice_between_two_slots_may_name_its_answer():
    value = {"label": "Prescription", "id": 10, "ids": [10], "name": "furosemide"}
    one = {"label": "Prescription", "ids": [10], "name": "furosemide"}
    other = {"label": "Prescription", "ids": [11], "name": "metoprolol"}
    text = ["Which was started first, furosemide or metoprolol?"]
    choice = record(wordings=text, slots={"one": one, "other": other}, answer={"kind": "one", "values": [value]})
    assert not leaking(choice)
    assert leaking({**choice, "slots": {"one": one}})


def test_a_plain_value_cannot_leak():
    assert not leaking(record(wordings=["Was it 3?"], answer={"kind": "count", "values": [{"value": 3}]}))


def test_a_set_of_more_than_asked_for_is_too_large():
    values = [{"label": "Diagnosis", "id": n, "ids": [n], "name": f"disease {n}"} for n in range(4)]
    assert refused(record(answer={"kind": "set", "values": values}), largest=3) == ["answer too large"]
    assert refused(record(answer={"kind": "set", "values": values}), largest=4) == []


def test_a_count_over_very_many_is_too_large():
    paths = [{"answer": 0, "name": "path_a", "nodes": [NODE]} for _ in range(11)]
    assert refused(record(paths=paths), largest=2) == ["answer too large"]


def test_one_candidate_is_no_question():
    assert single_candidate(record(candidates=1))
    assert not single_candidate(record(candidates=None))


def test_what_follows_from_its_own_words_is_knowledge_alone():
    concept = {"label": "Concept", "id": "C2", "ids": ["C2"], "name": "diuretic"}
    paths = [
        {
            "answer": 0,
            "name": "path_a",
            "nodes": [{"label": "Patient", "id": 1}, NODE, {"label": "Concept", "id": "C2"}],
        }
    ]
    follows = record(answer={"kind": "set", "values": [concept]}, paths=paths)
    assert knowledge_alone(follows)
    through_another_order = [{**paths[0], "nodes": [*paths[0]["nodes"], {"label": "Prescription", "id": 99}]}]
    assert not knowledge_alone({**follows, "paths": through_another_order})
    assert not knowledge_alone(record())


def test_a_statement_of_one_source_marks():
    assert one_source(record(knowledge=[{"sources": ["a"]}, {"sources": ["a", "b"]}]))
    assert one_source(record(knowledge=[{"sources": ["MED-RT", "UMLS/MED-RT"]}]))
    assert not one_source(record())


def test_the_same_words_with_another_answer_are_refused_for_both():
    other = record(id="q-2", answer={"kind": "set", "values": [{"name": "Gout"}]})
    assert {(r["id"], why) for r, why in same_words([record(), other])} == {
        ("q-1", "same words, other answer"),
        ("q-2", "same words, other answer"),
    }


def test_the_same_words_of_two_patients_are_two_questions():
    assert list(same_words([record(), record(id="q-2", patient=2)])) == []


def test_the_same_words_twice_are_one_question_too_many():
    assert {why for _, why in same_words([record(), record(id="q-2")])} == {"same words twice"}


@pytest.mark.parametrize(
    ("edge", "refused_when_checked_only"),
    [
        ({"checked": False}, True),
        ({"checked": False, "reviewed": False}, True),
        ({"reviewed": False}, False),
        ({}, False),
    ],
)
def test_only_an_unchecked_statement_is_left_out_and_only_where_asked(edge, refused_when_checked_only):
    sure = {"source": "C1", "type": "MAY_TREAT", "target": "C2", "sources": ["a"]}
    one = record(knowledge=[sure, {**sure, "target": "C3", **edge}])
    assert refused(one) == []
    named = [gate.name for gate in gates(10, decisions(["unchecked knowledge"])) if gate.refuses and gate.holds(one)]
    assert named == (["unchecked knowledge"] if refused_when_checked_only else [])


def test_a_gate_refuses_or_marks_as_asked():
    assert decisions()["leak"] and not decisions()["one source"]
    asked = decisions(refuse=["one source"], allow=["leak"])
    assert asked["one source"] and not asked["leak"]


@pytest.mark.parametrize(
    ("refuse", "allow", "said"),
    [
        (["one sorce"], [], "Did you mean 'one source'?"),
        ([], ["tie"], "always refused"),
        (["leak"], ["leak"], "both name"),
    ],
)
def test_a_gate_that_cannot_be_set_so_is_named(refuse, allow, said):
    with pytest.raises(UsageError, match=re.escape(said)):
        decisions(refuse, allow)


def told(identity, text, name, patient=1):
    return record(
        id=identity,
        patient=patient,
        question=text,
        wordings=[text],
        pattern="p",
        answerable=True,
        answer={"kind": "set", "values": [{"label": "Diagnosis", "id": 1, "ids": [1], "name": name}]},
    )


def test_an_answer_in_another_question_of_the_patient_is_found():
    asks = told("q-1", "What does furosemide treat?", "Heart failure")
    tells = told("q-2", "What was ordered for heart failure?", "Furosemide")
    assert answered_elsewhere([asks, tells]) == {"q-1", "q-2"}
    assert len(apart([asks, tells], 0)) == 1


def test_near_misses_stand_apart():
    asks = told("q-1", "What does furosemide treat?", "Heart failure")
    others = [
        told("q-2", "What was ordered for heart failures?", "Digoxin"),  # another word
        told("q-3", "Which drug was stopped first?", "MS"),
    ]
    assert answered_elsewhere([asks, *others]) == set()
    assert apart([asks, *others], 0) == {"q-1", "q-2", "q-3"}


def test_the_commonest_answer_of_a_pattern_is_marked_and_a_lone_one_is_not():
    answers = {"a": ("p", "x"), "b": ("p", "x"), "c": ("p", "y"), "d": ("other", "x")}
    assert commonest(answers) == {"a", "b"}


def test_answers_that_stand_equally_often_are_all_commonest():
    assert commonest({"a": ("p", "x"), "b": ("p", "x"), "c": ("p", "y"), "d": ("p", "y")}) == {"a", "b", "c", "d"}


def test_marks_of_the_whole_set_leave_out_gates_that_refuse():
    records = [told("q-1", "What does furosemide treat?", "Gout"), told("q-2", "And gout?", "Gout", patient=2)]
    assert marked(records, decisions()) == {"q-1": ["commonest answer"], "q-2": ["commonest answer"]}
    assert marked(records, decisions(["commonest answer"])) == {"q-1": [], "q-2": []}
