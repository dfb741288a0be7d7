"""Draws hang on ids alone: nothing changes for one patient when another comes."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kgqa.question.draw import choose, digest, in_hash_order, split_of


@given(st.sets(st.integers(1, 10**6), min_size=1, max_size=30), st.integers(1, 10**6), st.integers(0, 3))
def test_one_more_patient_changes_no_order_among_the_others(patients, stranger, seed):
    before = in_hash_order(patients, seed)
    after = in_hash_order({*patients, stranger}, seed)
    assert [patient for patient in after if patient in patients and patient != stranger] == [
        patient for patient in before if patient != stranger
    ]


def test_splits_are_about_eighty_ten_ten():
    counts = Counter(split_of(patient) for patient in range(10_000, 20_000))
    assert 0.78 < counts["train"] / 10_000 < 0.82
    assert 0.09 < counts["dev"] / 10_000 < 0.11


def test_another_seed_draws_another_order_but_no_other_split():
    assert in_hash_order(range(50), 0) != in_hash_order(range(50), 1)
    assert [split_of(p) for p in range(5)] == [split_of(p) for p in range(5)]


def test_parts_are_kept_apart():
    assert digest("ab", "c") != digest("a", "bc")


def test_every_option_is_drawn():
    assert {choose("abc", "q", n) for n in range(50)} == set("abc")
