"""Why a question has no answer: each reason beside the near miss that has none, or another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgqa.files import share
from kgqa.graph.tables import Tables
from kgqa.pattern.header import read_pattern
from kgqa.question.absence import Absence
from kgqa.question.bare import Bare
from kgqa.question.plan import plan
from kgqa.question.twin import swapped

QUESTIONS = share("cypher") / "questions"
TREATS = QUESTIONS / "treatment" / "order_for_coded_diagnosis.cypher"
PRINCIPAL = QUESTIONS / "baseline" / "principal_diagnosis.cypher"
COUNT = QUESTIONS / "aggregation" / "drugs_for_diagnosis_count.cypher"
CLOCK = QUESTIONS / "course" / "clock_time_of_culture.cypher"

# Two charts. The first holds furosemide for the coded heart failure, and orders that bear no answer; the second lends
# its names.
GRAPH = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 11, name: 'the first stay'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 12, name: 'the second stay'})
CREATE (q:Patient {id: 2})-[:HAD_ADMISSION]->(c:Admission {id: 21, name: 'another stay'})
CREATE (failure:Concept {id: 'failure', name: 'heart failure'})
CREATE (gout:Concept {id: 'gout', name: 'gout'})
CREATE (furosemide:Concept {id: 'furosemide', name: 'furosemide'})-[:MAY_TREAT]->(failure)
CREATE (allopurinol:Concept {id: 'allopurinol', name: 'allopurinol'})-[:MAY_TREAT]->(gout)
CREATE (water:Concept {id: 'water', name: 'water'})
CREATE (digoxin:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(failure)
CREATE (heparin:Concept {id: 'heparin', name: 'heparin'})-[:MAY_TREAT]->(failure)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 31, name: 'Congestive heart failure'})-[:REFERS_TO {role: 'code'}]->(failure)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 41, name: 'Furosemide', drug: 'x', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(furosemide)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 42, name: 'Zyloprim', drug: 'x', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(allopurinol)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 43, name: 'Water', drug: 'x', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(water)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 44, name: 'Unknown', drug: 'x', drug_type: 'MAIN'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 45, name: 'Heparin base', drug: 'x', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(heparin)
CREATE (c)-[:HAD_PRESCRIPTION]->(:Prescription {id: 51, name: 'Allopurinol', drug: 'x', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(allopurinol)
CREATE (c)-[:HAD_PRESCRIPTION]->(:Prescription {id: 52, name: 'Digoxin', drug: 'x', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(digoxin)
CREATE (c)-[:HAD_PRESCRIPTION]->(:Prescription {id: 53, name: 'Furosemide (high dose)', drug: 'x', drug_type: 'MAIN'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 61, name: 'urine growing E. coli', org_name: 'x', charttime: '2150-05-04 06:00:00', earliest: 500, latest: 500})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 62, name: 'sputum growing E. coli', org_name: 'x', earliest: 0, latest: 1439})
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[Tables]:
    with Tables.from_create(GRAPH) as tables:
        yield tables


def reason(engine, file, **names):
    """The reason for patient 1, with names in the slots of a pattern."""
    pattern = read_pattern(file)
    slots = {slot: {"label": label, "ids": [], "name": names[slot]} for slot, label in pattern.slots.items()}
    return Absence(engine, plan(pattern), [1, 2], batch=50).reason(1, slots)


@pytest.mark.parametrize(
    ("admission", "order", "expected"),
    [
        ("the first stay", "Furosemide", None),  # it has an answer
        ("the first stay", "Digoxin", "false premise"),  # ordered for another patient only
        ("the second stay", "Furosemide", "false premise"),  # ordered in the other stay only
        ("another stay", "Furosemide", "false premise"),  # the stay is another patient's
        ("the first stay", "Allopurinol", None),  # the same concept stands there under another name
        ("the first stay", "Furosemide (high dose)", None),  # the words of an order that stands there
        ("the first stay", "Zyloprim", "not recorded"),  # nothing that it treats is coded
        ("the first stay", "Water", "no knowledge"),  # nothing is stated of it
        ("the first stay", "Unknown", None),  # no concept, so nothing follows
        ("the first stay", "Heparin base", None),  # a condition of the pattern is no absence
    ],
)
def test_a_reason_is_established_or_there_is_none(engine, admission, order, expected):
    assert reason(engine, TREATS, admission=admission, order=order) == expected


STAYS = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(:Admission {id: 11, name: 'the admission of 3 to 11 March 2149'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(:Admission {id: 21, name: 'the admission of 1 to 2 May 2107'})
"""


@pytest.mark.parametrize(
    ("admission", "expected"),
    [
        ("the admission of 12 to 14 March 2149", "false premise"),
        ("the admission of 11 to 14 March 2149", None),  # a day of it could mean the one that there is
    ],
)
def test_an_admission_that_there_is_not_shares_no_day_with_one_that_there_is(admission, expected):
    with Tables.from_create(STAYS) as stays:
        assert reason(stays, PRINCIPAL, admission=admission) == expected


def test_nothing_to_count_is_an_answer_but_a_false_premise_is_none(engine):
    assert reason(engine, COUNT, admission="the second stay", diagnosis="Congestive heart failure") == "false premise"
    assert reason(engine, COUNT, admission="the first stay", diagnosis="Congestive heart failure") is None


@pytest.mark.parametrize(
    ("culture", "expected"),
    [
        ("urine growing E. coli", None),
        ("sputum growing E. coli", "finer than the record's precision"),
        ("blood culture growing E. coli", "false premise"),
    ],
)
def test_a_time_of_day_that_the_record_does_not_have(engine, culture, expected):
    assert reason(engine, CLOCK, admission="the first stay", culture=culture) == expected


def test_a_pattern_falls_into_what_each_slot_needs():
    bare = Bare(read_pattern(TREATS))
    assert bare.places("order") == ("admission",)
    (part,) = bare.parts()
    assert part.slots == ("admission", "order")
    assert len(bare.knowledge(part.links)) == 1
    assert bare.knowledge(bare.known(part)) == bare.knowledge(part.links)


@pytest.mark.parametrize("file", sorted(QUESTIONS.rglob("*.cypher")), ids=lambda file: file.stem)
def test_the_pieces_of_every_pattern_can_be_asked_for(engine, file):
    bare = Bare(read_pattern(file))
    queries = [bare.looks_for(part.links, bare.told(part.links, part.slots)) for part in bare.parts()]
    for slot in bare.nodes:
        if not bare.is_concept(slot):
            assert bare.walk(slot), f"{slot} does not hang on the patient"
            queries += [bare.looks_for([], (*bare.places(slot), slot)), bare.concepts(slot)]
    for query in queries:
        assert engine.run(query).columns[0] == "patient"


def test_what_is_swapped_has_no_ids_and_what_stood_in_a_swapped_place_neither():
    labels = {"admission": "Admission", "order": "Prescription"}
    slots = {
        "admission": {"label": "Admission", "ids": [11], "name": "the first stay"},
        "order": {"label": "Prescription", "ids": [41], "name": "Furosemide"},
    }

    def places(slot: str) -> tuple[str, ...]:
        return ("admission",) if slot == "order" else ()

    one = swapped(labels, slots, "order", {"order": {"name": "Digoxin"}}, places)
    assert one == {**slots, "order": {"label": "Prescription", "ids": [], "name": "Digoxin"}}
    other = swapped(labels, slots, "admission", {"admission": {"name": "the second stay"}}, places)
    assert other is not None and [slot["ids"] for slot in other.values()] == [[], []]
    assert swapped(labels, slots, "order", {"order": {"name": "Furosemide"}}, places) is None
