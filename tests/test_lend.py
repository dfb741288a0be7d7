"""What is swapped into a twin: names that other questions say, or else an admission of a stranger's days."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgqa.files import share
from kgqa.graph.tables import Tables
from kgqa.pattern.header import read_pattern
from kgqa.question.absence import Absence
from kgqa.question.dates import year_of
from kgqa.question.lend import Lending, Owed
from kgqa.question.plan import plan
from kgqa.question.twin import Host, Twin

TREATS = share("cypher") / "questions" / "treatment" / "order_for_coded_diagnosis.cypher"
PATIENTS = range(1, 13)


def ordered(patient: int) -> list[str]:
    """One of two drugs that many are given; the first patient has both, and one that no one else has."""
    return ["Furosemide", "Digoxin", "Levosimendan"] if patient == 1 else ["Furosemide" if patient % 2 else "Digoxin"]


def stay(patient: int) -> str:
    return f"the admission of {patient} to {patient + 2} May {2100 + patient}"


def created() -> str:
    lines = [
        "CREATE (failure:Concept {id: 'failure', name: 'heart failure'})",
        "CREATE (Furosemide:Concept {id: 'furosemide', name: 'furosemide'})-[:MAY_TREAT]->(failure)",
        "CREATE (Digoxin:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(failure)",
        "CREATE (Levosimendan:Concept {id: 'levosimendan', name: 'levosimendan'})-[:MAY_TREAT]->(failure)",
    ]
    for one in PATIENTS:
        lines.append(f"CREATE (p{one}:Patient {{id: {one}}})")
        lines.append(f"CREATE (p{one})-[:HAD_ADMISSION]->(a{one}:Admission {{id: {100 + one}, name: '{stay(one)}'}})")
        lines.append(f"CREATE (a{one})-[:HAD_DIAGNOSIS]->(d{one}:Diagnosis {{id: {200 + one}, name: 'Heart failure'}})")
        lines.append(f"CREATE (d{one})-[:REFERS_TO {{role: 'code'}}]->(failure)")
        for number, drug in enumerate(ordered(one)):
            told = f"id: {300 + 20 * one + number}, name: '{drug}', drug: 'x', drug_type: 'MAIN'"
            lines.append(f"CREATE (a{one})-[:HAD_PRESCRIPTION]->(r{one}_{number}:Prescription {{{told}}})")
            lines.append(f"CREATE (r{one}_{number})-[:REFERS_TO {{role: 'drug'}}]->({drug})")
    return "\n".join(lines)


@pytest.fixture(scope="module")
def engine() -> Iterator[Tables]:
    with Tables.from_create(created()) as tables:
        yield tables


@pytest.fixture(scope="module")
def hosts() -> list[Host]:
    def host(patient: int, drug: str) -> Host:
        admission = {"label": "Admission", "ids": [100 + patient], "name": stay(patient)}
        order = {"label": "Prescription", "ids": [1], "name": drug}
        return Host(f"q-{patient}-{drug}", patient, {"admission": admission, "order": order})

    return [host(patient, drug) for patient in PATIENTS for drug in ordered(patient)]


def drawn(engine: Tables, hosts: list[Host], wanted: set[str], more: int = 0) -> list[Twin]:
    absence = Absence(engine, plan(read_pattern(TREATS)), PATIENTS, batch=50)
    return Lending(absence, hosts, 0, Owed(hosts, 0.5)).draw(wanted, more, lambda _twin: False)


def test_each_wanted_question_lends_a_name_of_another_and_the_order_does_not_matter(engine, hosts):
    wanted = {host.id for host in hosts if host.patient in (2, 3, 4, 5)}
    twins = drawn(engine, hosts, wanted)
    assert {twin.host.id for twin in twins} == wanted
    assert {twin.reason for twin in twins} == {"false premise"}
    assert {twin.slots["order"]["name"] for twin in twins} <= {"Furosemide", "Digoxin"}
    assert all(twin.slots["order"]["name"] != twin.host.slots["order"]["name"] for twin in twins)
    assert drawn(engine, hosts[::-1], wanted) == twins


def test_where_no_name_can_be_lent_an_admission_of_a_strangers_days_comes_in_this_charts_years(engine, hosts):
    (twin,) = drawn(engine, hosts, {"q-1-Levosimendan"})
    assert twin.swapped == "admission"
    assert twin.slots["order"] == {"label": "Prescription", "ids": [], "name": "Levosimendan"}
    assert year_of(twin.slots["admission"]) == 2101
    days = twin.slots["admission"]["name"].removesuffix("2101")
    assert days in {stay(one)[:-4] for one in PATIENTS if one != 1}


def test_what_is_owed_by_other_patterns_is_drawn_beyond_what_is_wanted(engine, hosts):
    assert len(drawn(engine, hosts, set(), more=3)) == 3
    assert len(drawn(engine, hosts, set(), more=99)) == len(hosts)
