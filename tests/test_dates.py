"""Dates that names say: seen, moved by years, and held against each other."""

from __future__ import annotations

import pytest

from kgqa.question.dates import is_dated, moved, overlap, year_of


@pytest.mark.parametrize(
    ("slot", "dated"),
    [
        ({"name": "the admission of 1 to 11 March 2109"}, True),
        ({"value": "2109-03-01 08:00:00"}, True),
        ({"name": "Heparin 5000 units"}, False),
        ({"name": "March fracture"}, False),
        ({"value": 2109}, False),
    ],
)
def test_a_date_is_seen_where_a_slot_says_one(slot, dated):
    assert is_dated(slot) is dated


def test_every_date_of_a_slot_is_moved_and_nothing_else():
    slot = {
        "label": "Admission",
        "name": "the admission of 30 December 2109 to 3 January 2110",
        "said": {"charttime": "2109-12-31 08:00:00", "value": 2109},
    }
    assert year_of(slot) == 2109
    assert moved(slot, -7) == {
        "label": "Admission",
        "name": "the admission of 30 December 2102 to 3 January 2103",
        "said": {"charttime": "2102-12-31 08:00:00", "value": 2109},
    }
    assert moved({"name": "Heparin 5000 units"}, 4) == {"name": "Heparin 5000 units"}
    assert year_of({"name": "Heparin 5000 units"}) is None


def test_a_leap_day_moves_by_leaps_only():
    slot = {"name": "the admission of 29 February to 10 March 2180"}
    assert moved(slot, 1) is None
    assert moved(slot, 4) == {"name": "the admission of 29 February to 10 March 2184"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("of 3 to 11 March 2149", "of 11 to 12 March 2149", True),
        ("of 3 to 10 March 2149", "of 11 to 12 March 2149", False),
        ("of 3 to 10 March 2149", "of 3 to 10 March 2150", False),
        ("of 30 December 2109 to 3 January 2110", "of 1 January 2110", True),
        ("of 12 January to 5 February 2149", "of 20 to 21 January 2149", True),
        ("of 12 January to 5 February 2149", "the second stay", False),
        ("of 31 April 2149", "of 31 April 2149", False),
    ],
)
def test_names_overlap_where_their_days_do(one, other, expected):
    assert overlap(one, other) is expected
    assert overlap(other, one) is expected
