"""MIMIC's placeholders: hidden in place, dates read in the patient's calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgqa.notes.placeholders import mask, placeholders


@given(st.text(alphabet="ab[]* \n", max_size=40))
def test_masking_never_moves_a_character(text):
    assert len(mask(text)) == len(text)


def test_a_placeholder_is_hidden_over_line_ends_and_nothing_else_is():
    masked = mask("Dr. [**Last Name\n(un) 5**] saw [**2118-6-2**] pain")
    assert masked.replace("\x00", "#") == "Dr. " + "#" * 22 + " saw " + "#" * 14 + " pain"


def test_an_unclosed_placeholder_is_text():
    assert mask("[**2118-6-2 pain") == "[**2118-6-2 pain"


@pytest.mark.parametrize(
    ("inside", "earliest", "latest"),
    [
        ("2118-6-2", date(2118, 6, 2), date(2118, 6, 2)),
        ("2118-2", date(2118, 2, 1), date(2118, 2, 28)),
        ("2118", date(2118, 1, 1), date(2118, 12, 31)),
        ("6-2", None, None),
        ("2118-13-40", None, None),
        ("2118-2-30", None, None),
        ("Month (only) 51", None, None),
    ],
)
def test_dates_are_read_as_the_patients_shifted_dates(inside, earliest, latest):
    (found,) = placeholders(f"on [**{inside}**].")
    assert (found.kind, found.earliest, found.latest) == ("date", earliest, latest)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        ("Known lastname 3", "name"),
        ("Hospital Ward\nName", "place"),
        ("Telephone/Fax (1) 5", "contact"),
        ("Age over 90 ", "age"),
        ("12345", "number"),
        ("x", "other"),
    ],
)
def test_kinds_are_told_apart(inside, kind):
    (found,) = placeholders(f"a [**{inside}**] b")
    assert found.kind == kind
