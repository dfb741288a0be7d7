"""Time as the patterns write it: certain or not said, over random intervals, beside every minute that they could mean."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgqa.files import share
from kgqa.graph.tables import Tables
from kgqa.pattern.header import read_pattern
from kgqa.question.ask import names_of
from kgqa.question.plan import plan
from kgqa.question.prove import fold_rows

DAY = 1440
QUESTIONS = share("cypher") / "questions"
FEW = settings(max_examples=12, deadline=None)

# The minute at which the patient's first day begins, a stay of minutes, and the days on which orders start.
offsets = st.integers(-DAY + 1, 0)
stays = st.tuples(st.integers(0, 4 * DAY), st.integers(0, 3 * DAY)).map(lambda s: (s[0], s[0] + s[1]))
days = st.integers(-1, 7)


def asked(name, graph):
    """What a pattern makes of a graph: by the names in the slots, the names or values of the answers."""
    made = plan(read_pattern(next(QUESTIONS.rglob(f"{name}.cypher"))))
    with Tables.from_create(graph) as engine:
        rows = made.rows(engine.run(made.query, [1]))
        folded = fold_rows(made, rows, names_of(engine, rows))
    return {
        tuple(part[-1] for part in key): [answer.key[-1] for answer in question.answers]
        for (_, key), question in folded.items()
    }


def order(number, start, stop=None, name=None):
    """An order that is known to the day: it starts and stops at some minute of its days."""
    stop = start if stop is None else stop
    return (
        f"(:Prescription {{id: {number}, name: '{name or f'drug {number}'}', drug: 'x', drug_type: 'MAIN', "
        f"start_earliest: {start}, start_latest: {start + DAY - 1}, stop_earliest: {stop}, stop_latest: {stop + DAY - 1}}})"
    )


@FEW
@given(stays, offsets, st.lists(days, min_size=1, max_size=12, unique=True))
def test_before_during_and_after_are_said_where_every_minute_of_the_day_says_so(stay, offset, starts):
    graph = "CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'stay'})\n"
    first, last = stay
    graph += (
        f"CREATE (a)-[:HAD_ICU_STAY]->(:ICUStay {{id: 2, name: 'icu', start_earliest: {first}, start_latest: {first}, "
        f"stop_earliest: {last}, stop_latest: {last}}})\n"
    )
    expected = {}
    for number, day in enumerate(starts, 10):
        begin = offset + day * DAY
        graph += f"CREATE (a)-[:HAD_PRESCRIPTION]->{order(number, begin)}\n"
        said = {"before" if m < first else "after" if m > last else "during" for m in range(begin, begin + DAY)}
        if len(said) == 1:
            expected["stay", f"drug {number}"] = [said.pop()]
    assert asked("first_order_against_icu_stay", graph) == expected


@FEW
@given(offsets, st.lists(st.integers(0, 3), min_size=1, max_size=6))
def test_the_first_are_all_that_started_on_the_first_day_and_only_beside_a_later_one(offset, starts):
    graph = (
        "CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'stay'})\n"
        "CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 5, name: 'gout'})-[:REFERS_TO {role: 'code'}]->(d:Concept {id: 'd'})\n"
    )
    for number, day in enumerate(starts, 10):
        graph += (
            f"CREATE (a)-[:HAD_PRESCRIPTION]->{order(number, offset + day * DAY)}"
            f"-[:REFERS_TO {{role: 'drug'}}]->(:Concept {{id: 'c{number}'}})-[:MAY_TREAT]->(d)\n"
        )
    first = [f"drug {number}" for number, day in enumerate(starts, 10) if day == min(starts)]
    expected = {("stay", "gout"): sorted(first)} if len(set(starts)) > 1 else {}
    assert asked("first_ordered_for_diagnosis", graph) == expected


@FEW
@given(offsets, st.lists(st.tuples(days, st.integers(0, 3)), min_size=1, max_size=8))
def test_orders_that_overlap_do_so_whatever_the_minutes(offset, spans):
    graph = (
        "CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'stay'})\n"
        "CREATE (k:Concept {id: 'k', name: 'class', vocabulary: 'FDA EPC'})\n"
    )
    days_of = {f"drug {n}": (day, day + length) for n, (day, length) in enumerate(spans, 10)}
    for number, (day, length) in enumerate(spans, 10):
        graph += (
            f"CREATE (a)-[:HAD_PRESCRIPTION]->{order(number, offset + day * DAY, offset + (day + length) * DAY)}"
            f"-[:REFERS_TO {{role: 'drug'}}]->(:Concept {{id: 'c{number}'}})-[:HAS_CLASS]->(k)\n"
        )
    expected = {}
    for one, (begin, end) in days_of.items():
        during = sorted(other for other, (start, _) in days_of.items() if begin < start < end)
        if during:
            expected["stay", one] = during
    assert asked("same_class", graph) == expected


@FEW
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8), st.sets(st.sampled_from("abc"))), min_size=2, max_size=5)
)
def test_a_problem_was_known_before_where_its_earlier_admission_had_ended(admissions):
    graph = "CREATE (p:Patient {id: 1})\n" + "".join(f"CREATE ({c}:Concept {{id: '{c}'}})\n" for c in "abc")
    for number, (day, length, codes) in enumerate(admissions):
        begin, end = day * DAY, (day + length) * DAY
        graph += (
            f"CREATE (p)-[:HAD_ADMISSION]->(a{number}:Admission {{id: {number}, name: 'stay {number}', "
            f"start_earliest: {begin}, start_latest: {begin}, stop_earliest: {end}, stop_latest: {end}}})\n"
        )
        for code in sorted(codes):
            row = 100 * number + ord(code)
            graph += (
                f"CREATE (a{number})-[:HAD_DIAGNOSIS]->(:Diagnosis {{id: {row}, name: '{code}'}})"
                f"-[:REFERS_TO {{role: 'code'}}]->({code})\n"
            )
    expected = {}
    for number, (day, _, codes) in enumerate(admissions):
        known = {code for start, length, earlier in admissions if start + length < day for code in earlier}
        if codes & known:
            expected[(f"stay {number}",)] = sorted(codes & known)
    assert asked("problem_coded_before", graph) == expected
