"""The scispacy extractor; where the extra is missing, what it says. `make test` runs this file in both environments."""

import importlib.util

import pytest

from kgqa.errors import UsageError
from kgqa.load.notes import NoteOptions
from kgqa.notes.dictionary import Dictionary
from kgqa.notes.linker import Scispacy
from kgqa.notes.vocabulary import Name, build

INSTALLED = importlib.util.find_spec("scispacy") is not None
extra = pytest.mark.skipif(not INSTALLED, reason="scispacy is an extra and is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # spaCy's and nmslib's own


def base():
    names = ["pulmonary embolism", "congestive heart failure", "diabetes mellitus", "myocardial infarction"]
    return Dictionary(build([Name(f"C{n}", name, "disorder", 1.0) for n, name in enumerate(names)]))


@pytest.mark.skipif(INSTALLED, reason="scispacy is installed")
def test_without_the_extra_it_says_what_to_install():
    with pytest.raises(UsageError, match=r"pip install 'kgqa\[scispacy\]'"):
        Scispacy(base())
    with pytest.raises(UsageError, match=r"pip install 'kgqa\[scispacy\]'"):
        NoteOptions("scispacy")  # before a table is read


@extra
def test_a_reaction_in_brackets_is_no_short_form_of_the_drug():
    drugs = Dictionary(build([Name("C9", "sulfamethoxazole", "drug", 1.0)]))
    found = Scispacy(drugs).extract(1, "Allergies:\nRanitidine (unknown)\nSulfamethoxazole (unknown)")
    assert [mention.surface for mention in found] == ["Sulfamethoxazole"]


@extra
def test_exact_names_and_explained_short_forms_are_linked():
    text = "No pulmonary embolism. Congestive hart failure (CHF) was treated. CHF again."
    mentions = Scispacy(base()).extract(3, text)
    assert all(text[mention.start : mention.end] == mention.surface for mention in mentions)
    assert [(m.surface, m.concept, m.negated) for m in mentions] == [
        ("pulmonary embolism", "C0", True),
        ("CHF", "C1", False),
        ("CHF", "C1", False),
    ]
    assert {mention.extractor for mention in mentions} == {"scispacy"}


@extra
def test_a_surface_is_asked_for_once():
    linker = Scispacy(base())
    asked = []
    candidates = linker._generator.candidates
    linker._generator.candidates = lambda surfaces: asked.extend(surfaces) or candidates(surfaces)
    text = "Congestive hart failure (CHF) and CHF."
    assert linker.extract(1, text) == linker.extract(1, text)
    assert asked == ["congestive hart failure"]


@extra
def test_a_model_that_is_not_installed_is_named():
    with pytest.raises(UsageError, match="no_such_model is not installed"):
        Scispacy(base(), "no_such_model")
    with pytest.raises(UsageError, match="no_such_model is not installed"):
        NoteOptions("scispacy", "no_such_model")
