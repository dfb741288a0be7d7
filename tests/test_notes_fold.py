"""Folding: offsets stay, names meet."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgqa.notes.fold import as_bytes, fold, fold_note, hard, key
from kgqa.notes.pages import join

TEXTS = st.text(alphabet=st.sampled_from("abZé İßµαΩ\t\r\n -_.,'()1½"), max_size=60)


@given(TEXTS)
def test_folding_never_moves_a_character(text):
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_every_letter_of_a_folded_note_leads_back_to_its_own_character(text):
    folded = fold_note(join([text]))
    places = np.arange(len(folded.text))
    origins = folded.origin(places)
    for byte, origin in zip(folded.text, origins.tolist(), strict=True):
        assert as_bytes(fold(text)[origin]) == bytes([byte])
    assert folded.place(origins).tolist() == places.tolist()


def test_a_place_in_a_closed_gap_is_that_of_the_next_word():
    text = "heart \n  failure and\n rest"
    folded = fold_note(join([text]))
    assert folded.text == b"heart failure and rest"
    assert folded.place(np.arange(5, 10)).tolist() == [5, 6, 6, 6, 6]
    assert folded.place(np.array([text.index("rest"), len(text)])).tolist() == [18, 22]


@given(TEXTS)
def test_a_note_is_folded_as_its_names_are(text):
    """The gaps that are closed in an array for notes are those of the pattern that names are folded by."""
    assert fold_note(join([text.strip()])).text.strip() == as_bytes(key(text))


@pytest.mark.parametrize(
    "written",
    [
        "Heart Failure",
        "heart-failure",
        "heart\nfailure",
        "heart\r\nfailure",
        "heart\n      failure",
        "heart  failure",
        "heart \n failure",
        "heart-\nfailure",
        "heart\tfailure",
    ],
)
def test_a_name_is_the_same_however_it_is_wrapped(written):
    assert key(written) == "heart failure"
    assert fold_note(join([written])).text == b"heart failure"


@pytest.mark.parametrize(
    "written", ["heart. Failure", "heart, failure", "heart   failure", "heart\n\nfailure", "heart - failure"]
)
def test_a_name_does_not_run_over_a_stop_a_column_or_an_empty_line(written):
    assert key(written) != "heart failure"


def test_accents_are_one_letter_and_what_has_no_single_letter_stays():
    assert fold("Ménière ß İ ½ α") == "meniere ß i ½ α"


def test_hard_punctuation_leaves_out_hyphens_apostrophes_and_blanks():
    assert hard("Crohn's non-small, type (2)") == ",()"
