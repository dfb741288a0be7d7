"""Sections: headings, their labels, and what they set."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgqa.errors import SchemaError
from kgqa.files import share
from kgqa.notes.pages import join
from kgqa.notes.sections import Section, read_headings, sections

HEADINGS = read_headings(share("data") / "notes" / "sections.tsv")


def labels(text):
    return [(section.label, section.title) for section in sections(join([text]), HEADINGS)]


def test_a_discharge_summary_falls_into_its_sections():
    text = (
        "Admission Date:  [**2118-6-2**]\n\nHISTORY OF PRESENT ILLNESS:  81 yo\nmale.\n\nFAMILY HISTORY\nMother: diabetes\n"
        "\nPHYSICAL EXAM:\nHEENT: no icterus\nROS:\nHEENT: negative\nDischarge Medications:\n1. Aspirin\n"
        "Medications on Admission:\n1. Warfarin\n"
    ).replace("[**2118-6-2**]", "x")
    assert labels(text) == [
        ("other", "Admission Date"),
        ("history_of_present_illness", "HISTORY OF PRESENT ILLNESS"),
        ("family_history", "FAMILY HISTORY"),
        ("physical_examination", "PHYSICAL EXAM"),
        ("physical_examination", "HEENT"),
        ("review_of_systems", "ROS"),
        ("review_of_systems", "HEENT"),
        ("discharge_medications", "Discharge Medications"),
        ("medications_on_admission", "Medications on Admission"),
    ]


def test_a_relative_before_a_colon_does_not_end_the_family_history():
    assert labels("Family History:\nMother: asthma\nFather: gout") == [("family_history", "Family History")]


def test_an_unlisted_heading_in_capitals_ends_the_section_before():
    assert labels("FAMILY HISTORY: gout\nSKILLED NEEDS: none")[1] == ("other", "SKILLED NEEDS")


def test_a_short_form_in_capitals_before_its_amount_is_an_item_and_before_a_numbered_list_a_heading():
    assert labels("Home medications:\n2. HCTZ: 12.5 mg daily") == [("medications_on_admission", "Home medications")]
    assert labels("Allergies: none\nSKILLED NEEDS: 1. Rest")[1] == ("other", "SKILLED NEEDS")


def test_headings_are_found_where_line_ends_were_lost():
    text = "HISTORY: , Cough.,FAMILY HISTORY: , Gout.,PLAN:,1. Rest."
    assert [label for label, _ in labels(text)] == ["history_of_present_illness", "family_history", "plan"]


@pytest.mark.parametrize("text", ["He said: no pain.", "blood pressure was as follows: 120", "at 10:30 he slept", ""])
def test_a_colon_in_a_sentence_makes_no_section(text):
    assert labels(text) == [("", "")]


def test_text_before_the_first_heading_is_in_no_section():
    assert sections(join(["Seen today.\nPLAN: rest"]), HEADINGS) == [Section(0), Section(12, "plan", "PLAN")]


def test_a_note_may_begin_with_a_heading_alone_on_its_line():
    notes = join(["FAMILY HISTORY\nMother: diabetes", "Allergies\nPenicillin", "Chief complaints vary"])
    assert [(section.label, section.title) for section in sections(notes, HEADINGS)] == [
        ("family_history", "FAMILY HISTORY"),
        ("allergies", "Allergies"),
        ("", ""),
    ]


def test_a_longer_title_is_filed_by_the_words_it_holds():
    assert labels("PAST MEDICAL HISTORY AND ALLERGIES: x")[0][0] == "past_medical_history"


def test_every_listed_heading_is_its_own():
    for line in (share("data") / "notes" / "sections.tsv").read_text("utf-8").splitlines():
        if not line.startswith(("#", "label\t")):
            label, sets, heading = line.split("\t")
            assert HEADINGS.file(heading) is not None
            assert (HEADINGS.file(heading).label, HEADINGS.file(heading).sets) == (label, sets)


def test_a_line_that_cannot_be_used_is_named(tmp_path):
    path = tmp_path / "sections.tsv"
    path.write_text("label\tsets\theading\nplan\tsometimes\tplan\n")
    with pytest.raises(SchemaError, match=r"sections\.tsv:2: "):
        read_headings(path)


TITLED = re.compile(r"\n[ \t]*(?:\d{1,2}[.)][ \t]*)?([A-Z0-9][^\n:\x00]{0,69}|[a-z][^\n:\x00]{0,29}):")
JOINED = re.compile(r",[ \t]*([A-Z][A-Z0-9 /&()'-]{2,60}):")
ALONE = re.compile(r"\n[ \t]*([A-Z][A-Za-z /&'\t-]{2,60})\r?(?=\n|\Z)")
PIECES = ["HISTORY", "PLAN:", "Plan:", "plan", "ALLERGIES", "Social History", "HCTZ: 12.5 mg", "1. Neuro:", "she: he"]
PIECES += [
    "\n",
    "\n\n",
    "\r\n",
    ", ",
    ",",
    ":",
    ".",
    " ",
    "\t",
    "\n  ",
    "mother. Father:",
    "É",
    "\n" + " " * 70,
    "x" * 40,
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_headings_are_those_that_the_patterns_find_in_the_whole_text(text):
    lined = f"\n{text}"
    starts = {m.start(1) - 1 for m in ALONE.finditer(lined) if HEADINGS.exact(m[1])}
    if "\n" not in text:
        starts |= {m.start(1) for m in JOINED.finditer(text)}
    for match in TITLED.finditer(lined):
        title, rest = match[1].rstrip(), lined[match.end() :]
        if title.isupper():
            stands_out = sum(map(str.isalpha, title)) > 3 and not re.match(r"[ \t]*\d(?!\d?[.)][ \t])", rest)
        else:
            stands_out = title[0].isupper() and "\n" in rest and not rest.split("\n")[0].strip()
        if ". " not in title and (HEADINGS.file(title) or stands_out):
            starts.add(match.start(1) - 1)
    assert {section.start for section in sections(join([text]), HEADINGS)} == starts | {0}
