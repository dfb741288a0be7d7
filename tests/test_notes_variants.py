"""The ways a name is written."""

import pytest

from kgqa.notes.variants import other_number, variants


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Carcinoma, Non-Small-Cell Lung", "non-small-cell lung carcinomas"),
        ("Diabetes Mellitus, Type 2", "type ii diabetes mellitus"),
        ("Leukemia, Myeloid, Acute", "acute myeloid leukaemia"),
        ("Alzheimer's disease", "alzheimer disease"),
        ("Alzheimer's disease", "alzheimers disease"),
        ("ulcer of the stomach", "ulcers of the stomach"),
        ("Haemorrhage, NOS", "hemorrhage"),
        ("heart failure (disorder)", "heart failure"),
        ("hypertension", "hypertensive"),
        ("post-operative infection", "postoperative infection"),
        ("fever & chills", "fever and chills"),
    ],
)
def test_a_name_has_the_variant(name, written):
    assert written in variants(name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("systemic infection", "systaemic infection"),
        ("chemical burn", "chaemical burn"),
        ("nausea, vomiting and diarrhea", "vomiting and diarrhea nausea"),
        ("diabetes", "diabete s"),
    ],
)
def test_a_name_lacks_the_variant_that_nobody_writes(name, written):
    assert written not in variants(name)


def test_the_names_own_way_comes_first():
    assert variants("Alzheimer's disease")[0] == "alzheimer's disease"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("disease", "diseases"),
        ("body", "bodies"),
        ("diagnosis", "diagnoses"),
        ("abscess", "abscesses"),
        ("fracture", "fractures"),
    ],
)
def test_singular_and_plural_make_each_other(one, many):
    assert other_number(one) == many


@pytest.mark.parametrize("word", ["pelvis", "sinus", "gas", "MS", "itis", "h2"])
def test_words_without_a_safe_plural_have_none(word):
    assert other_number(word) == ""
