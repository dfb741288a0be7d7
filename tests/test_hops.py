"""Hops: the diameter of what is left when the Patient and the named places are out, as long as it hangs together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgqa.model import NodeRef, Path, Step
from kgqa.question.hops import Chain, Virtual, measure


def node(name):
    """P1 is a Patient, A an Admission, I an ICUStay, R an order, D a diagnosis, C a concept."""
    labels = {"P": "Patient", "A": "Admission", "I": "ICUStay", "R": "Prescription", "D": "Diagnosis", "C": "Concept"}
    return NodeRef(labels[name[0]], int(name[1:]))


def path(text):
    """`P1 A1 R1` as a path; the direction of edges plays no part in hops."""
    nodes = tuple(node(name) for name in text.split())
    return Path(nodes, tuple(Step(i, "E", i + 1) for i in range(len(nodes) - 1)))


@pytest.mark.parametrize(
    ("paths", "named", "hops", "shape"),
    [
        # the drug, its concept, the disease, the diagnosis: the admission that the question names is no hop
        (["P1 A1 R1 C1", "A1 D1 C2", "C1 C2"], ["A1"], 3, "chain"),
        # the same where the question does not name the admission: there and back again, a cycle of six
        (["P1 A1 R1 C1", "A1 D1 C2", "C1 C2"], [], 2, "cycle"),
        # only one edge is left when the patient is out
        (["P1 A1 I1"], ["A1"], 1, "chain"),
        # the named admission holds order and lab together, so it stays
        (["P1 A1 R1", "A1 D1"], ["A1"], 2, "chain"),
        # two admissions joined by nothing but the patient: the patient stays
        (["P1 A1 R1", "P1 A2 R2"], [], 4, "chain"),
        (["P1 A1 D1 C1", "P1 A2 D2 C1"], ["A1", "A2"], 2, "chain"),
        (["P1 A1 R1 C1 C2", "C1 C3", "C1 C4"], ["A1"], 2, "tree"),
    ],
)
def test_hops_are_measured_on_what_is_left(paths, named, hops, shape):
    assert measure([path(p) for p in paths], [], [node(n) for n in named]) == (hops, shape)


def test_paths_that_share_nothing_have_no_hops():
    assert measure([path("C1 C2"), path("C3 C4")], [], []) is None


def test_a_chain_that_is_not_there_has_to_be_walked_too():
    # no order in the admission for the drug that treats the disease: D1 - C1 - C2 - (order)
    chain = Chain((node("A1"), Virtual("Prescription", 1), node("C2")), (Step(0, "HAD", 1), Step(1, "REFERS_TO", 2)))
    paths = [path("P1 A1 D1 C1 C2")]
    assert measure(paths, [], [node("A1")]) == (2, "chain")
    assert measure(paths, [chain], [node("A1")]) == (3, "chain")


def test_virtual_nodes_of_two_chains_are_two_nodes():
    chain = Chain((node("C2"), Virtual("", 1)), (Step(0, "E", 1),))
    other = Chain((node("D1"), Virtual("", 1)), (Step(0, "E", 1),))
    assert measure([path("D1 C1 C2")], [chain, other], []) == (4, "chain")


@given(st.integers(1, 8))
def test_a_line_of_concepts_has_as_many_hops_as_edges(length):
    assert measure([path(" ".join(f"C{i}" for i in range(length + 1)))], [], []) == (length, "chain")


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=10), st.booleans())
def test_taking_nothing_out_never_measures_less_than_a_shortest_way(pairs, named):
    """More to take out never makes a proof fail that could be measured."""
    names = [f"{'A' if i < 2 else 'C'}{i}" for i in range(7)]
    paths = [path(f"{names[a]} {names[b]}") for a, b in pairs if a != b]
    free = measure(paths, [], [])
    if free is not None:
        assert measure(paths, [], [node("A0"), node("A1")]) is not None
