"""The dictionary extractor: exact offsets on every text, the right concept, what does not count."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgqa.notes.dictionary import Dictionary
from kgqa.notes.fold import key
from kgqa.notes.tables import Alias, Stop
from kgqa.notes.vocabulary import SYNONYM, Name, build

NAMES = (
    Name("C1", "congestive heart failure", "disorder", 1.0),
    Name("C1", "CHF", "disorder"),
    Name("C2", "Failure, Renal", "disorder"),
    Name("C3", "Alzheimer's disease", "disorder", 1.0),
    Name("C4", "pulmonary embolism", "disorder", 1.0),
    Name("C5", "aspirin", "drug", 1.0),
    Name("C6", "iron", "drug", 1.0),
    Name("C7", "cold", "disorder", SYNONYM),
    Name("C8", "cold", "finding", SYNONYM),
    Name("C9", "Ménière disease", "disorder", 1.0),
    Name("C10", "AIDS", "disorder", 1.0),
    Name("C11", "pain", "finding", 1.0),
    Name("C12", "diabetes mellitus", "disorder", 1.0),
    Name("C13", "lithium", "drug", 1.0),
    Name("C14", "lithium", "lab", 1.0),
)
ALIASES = (Alias("heart attack", ("unknown", "congestive heart failure")), Alias("PE", ("diabetes mellitus",)))


@cache
def extractor():
    stop = Stop(never=frozenset({"failure"}), cased=frozenset({"aids"}), dosed=frozenset({"iron"}))
    return Dictionary(build(NAMES, stop, ALIASES))


def found(text):
    return [(mention.surface, mention.concept) for mention in extractor().extract(7, text)]


def exact(text):
    """Every mention stands where it says, and the text there folds to what was looked for."""
    mentions = extractor().extract(7, text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
        assert mention.note == 7
        assert mention.candidates
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    return mentions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "[**2118-6-2**] congestive\r\nheart failure [**Known\nlastname pain 5**]",
        "é ü Ménière disease, İ pulmonary embolism, ß pain",
        "congestive\theart\tfailure\tpain",
        "congestive   heart failure  pain\n\n\n     pulmonary\n     embolism",
        "[**pain",
        "😀 pain 😀 congestive-heart-\nfailure",
        "PAIN\x00pain\x01pain",
    ],
)
def test_offsets_are_exact(text):
    exact(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "congestive",
                "heart",
                "failure",
                "pain",
                "CHF",
                "(",
                ")",
                "[**",
                "**]",
                "\n",
                "\r\n",
                "\t",
                "  ",
                "-",
                "é",
                "İ",
                ", ",
                ".",
                " ",
                "no",
            ]
        ),
        max_size=40,
    )
)
def test_offsets_are_exact_on_any_text(pieces):
    exact("".join(pieces))


def test_a_name_is_found_over_every_kind_of_line_end():
    for gap in (" ", "\n", "\r\n", "\n      ", "\t", "-", "  ", " \n"):
        assert found(f"has pulmonary{gap}embolism.") == [(f"pulmonary{gap}embolism", "C4")]


def test_words_inside_a_placeholder_are_no_mentions():
    assert found("[**Hospital pain center**] pain") == [("pain", "C11")]


def test_a_line_of_a_million_characters_is_read_in_time():
    text = "word " * 200_000 + "pain"
    assert [mention.start for mention in exact(text)] == [1_000_000]


def test_a_note_of_five_megabytes_is_read():
    line = "The patient denies pain but has pulmonary embolism and was given aspirin 81 mg daily.\n"
    mentions = exact(line * 58_000)
    assert len(mentions) == 3 * 58_000
    assert all(mention.negated == (mention.concept == "C11") for mention in mentions)


def test_whole_words_only():
    assert found("painful repainting of irony") == []


def test_variants_are_found():
    assert found("Renal failures. Alzheimers disease. Alzheimer’s disease. MENIERE disease") == [
        ("Renal failures", "C2"),
        ("Alzheimers disease", "C3"),
        ("Alzheimer’s disease", "C3"),
        ("MENIERE disease", "C9"),
    ]


def test_a_short_form_counts_only_in_its_capitals():
    assert found("CHF and chf; AIDS, hearing aids") == [("CHF", "C1"), ("AIDS", "C10")]


def test_a_short_form_that_the_note_explains_means_that_in_this_note():
    text = "PE was found. Later pulmonary embolism (PE) and PE again."
    assert [concept for surface, concept in found(text) if surface == "PE"] == ["C4", "C4", "C4"]
    assert found("PE was found.") == [("PE", "C12")]


def test_an_alias_means_the_first_name_that_is_known():
    assert found("heart attack") == [("heart attack", "C1")]


def test_equally_good_concepts_are_all_kept_and_marked_unless_the_section_tells():
    (cold,) = extractor().extract(1, "He has a cold.")
    assert (cold.concept, cold.ambiguous) == ("C7", False)  # a disorder goes before a finding
    (drug,) = extractor().extract(1, "MEDICATIONS: lithium")
    (lab,) = extractor().extract(1, "LABORATORY DATA: lithium")
    assert (drug.concept, lab.concept) == ("C13", "C14")
    twice = Dictionary(build([Name("A", "x-disease", "disorder"), Name("B", "x-disease", "disorder")]))
    (both,) = twice.extract(1, "x-disease")
    assert both.ambiguous
    assert [candidate.concept for candidate in both.candidates] == ["A", "B"]


def test_what_may_be_an_analyte_counts_as_a_drug_only_with_a_dose_or_in_a_list():
    assert found("The iron was low.") == []
    assert found("Took iron 325 mg daily.") == [("iron", "C6")]
    assert found("MEDICATIONS: iron") == [("iron", "C6")]


def test_a_heading_states_nothing():
    assert found("HISTORY OF PRESENT ILLNESS: pain") == [("pain", "C11")]


def test_a_heading_ends_the_sentence_before_it():
    for text in ("Home medications: aspirin 81 mg po daily\nDischarge medications: none", "PMH: pain\nAllergies: none"):
        assert [mention.negated for mention in extractor().extract(1, text)] == [False]


def test_flags_section_and_dose_are_on_the_mention():
    text = "FAMILY HISTORY: pulmonary embolism.\nDISCHARGE MEDICATIONS: aspirin 81 mg po daily\n"
    embolism, aspirin = extractor().extract(1, text)
    assert (embolism.experiencer, embolism.section, embolism.section_title) == (
        "family",
        "family_history",
        "FAMILY HISTORY",
    )
    assert (aspirin.dose, aspirin.dose_unit, aspirin.route, aspirin.frequency) == (81.0, "mg", "PO", "DAILY")
    assert aspirin.section == "discharge_medications"


def test_the_version_changes_with_the_vocabulary():
    assert extractor().version != Dictionary(build(NAMES[:3])).version
    assert (
        extractor().version
        == Dictionary(
            build(NAMES, Stop(frozenset({"failure"}), frozenset({"aids"}), frozenset({"iron"})), ALIASES)
        ).version
    )


def test_groups_filter_the_vocabulary():
    only = Dictionary(build(NAMES, groups=("drug",)))
    assert [mention.concept for mention in only.extract(1, "pain and aspirin")] == ["C5"]


def test_punctuation_inside_a_name_must_be_the_names_own():
    commas = Dictionary(build([Name("A", "heart,lung failure", "disorder"), Name("B", "liver failure", "disorder")]))
    assert [mention.concept for mention in commas.extract(1, "heart,lung failure; liver,failure")] == ["A"]
    assert key("heart,lung failure") == "heart lung failure"
