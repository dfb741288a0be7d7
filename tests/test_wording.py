"""Sentences: articles, units and lists agree, and the lint finds what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgqa.question.wording import fields, fill, lint, listed, text_of


@pytest.mark.parametrize(
    ("template", "slot", "sentence"),
    [
        ("Was a {x} given?", "aspirin", "Was an aspirin given?"),
        ("Was an {x} given?", "furosemide", "Was a furosemide given?"),
        ("Was a {x} done?", "MRI", "Was an MRI done?"),
        ("Was a {x} done?", "CT scan", "Was a CT scan done?"),
        ("Is it a {x}-day stay?", "8", "Is it an 8-day stay?"),
        ("Is a {x} recorded?", "urea level", "Is a urea level recorded?"),
        ("Is a {x} recorded?", "unit", "Is a unit recorded?"),
        ("Is a {x} recorded?", "hour", "Is an hour recorded?"),
        ("Was it within {x} days?", "1", "Was it within 1 day?"),
        ("Was it within {x} days?", "11", "Was it within 11 days?"),
        ("{x} of what?", "edema", "Edema of what?"),
        ('"{x}" of what?', "edema", '"Edema" of what?'),
    ],
)
def test_articles_units_and_the_first_letter_agree(template, slot, sentence):
    assert fill(template, lambda _slot, _key: slot) == sentence
    assert lint(sentence) == []


def test_a_letter_in_a_name_is_no_article():
    assert (
        fill("Did {x} cause it?", lambda _slot, _key: "hepatitis A infection") == "Did hepatitis A infection cause it?"
    )


def test_a_slot_and_a_property_of_it_are_told_apart():
    told = fill("Is {x} at {x.dose} right?", lambda slot, key: f"<{slot},{key}>")
    assert told == "Is <x,None> at <x,dose> right?"
    assert fields("Is {x} at {x.dose} right?") == (("x", None), ("x", "dose"))


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Is it  so?", "two blanks"),
        ("Is it {so}?", "unfilled brace"),
        ("Is it so.", "question mark"),
        ("is it so?", "capital"),
        ("Is the the drug so?", "a word twice"),
        ("Is it , so?", "blank before a mark"),
        ("Is it so??", "two marks"),
        ("Is None so?", "word of a program"),
        ("Is icd9cm:584.9 so?", "a code"),
        ('Is "ICD-9 code 584.9" so?', "a code"),
        ("Is an furosemide so?", "article"),
        ("Is a aspirin so?", "article"),
        ("Is it 1 days?", "several of one"),
    ],
)
def test_the_lint_finds_what_no_clinician_would_write(sentence, fault):
    assert any(fault in found for found in lint(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Is Hydrocortisone Na Succ., ordered on 3 May, an indication?",
        "Was an order of type I.V. given?",
        'Is "CHF NOS" coded?',
        "Was 11 days the stay?",
    ],
)
def test_the_lint_leaves_good_sentences_alone(sentence):
    assert lint(sentence) == []


def test_values_are_written_as_a_sentence_says_them():
    assert [text_of(v) for v in (3, 2.0, 2.5, True, False, ("a", "b", "c"))] == [
        "3",
        "2",
        "2.5",
        "yes",
        "no",
        "a, b and c",
    ]
    assert listed([]) == "" and listed(["a"]) == "a" and listed(["a", "b"]) == "a and b"


@given(st.text(st.characters(blacklist_characters="{}\x00"), min_size=1, max_size=20))
def test_what_is_filled_in_stands_in_the_sentence(text):
    assert text in fill("Is it {x}?", lambda _slot, _key: text) or "1 " in text
