"""Several notes read as one text: each as if it were alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kgqa.notes.dictionary import Dictionary
from kgqa.notes.pages import END, join
from kgqa.notes.tables import Stop
from kgqa.notes.vocabulary import Name, build

NAMES = [
    Name("C1", "congestive heart failure", "disorder", 1.0),
    Name("C2", "pain", "finding", 1.0),
    Name("C3", "aspirin", "drug", 1.0),
    Name("C4", "lithium", "drug", 1.0),
    Name("C5", "heart", "finding", 1.0),
    Name("C6", "β-thalassemia", "disorder", 1.0),
    Name("C7", "type 2 diabetes", "disorder", 1.0),
    Name("C8", "CHF", "disorder", 1.0),
]
DICTIONARY = Dictionary(build(NAMES, Stop(dosed=frozenset({"lithium"}))))
PIECES = [
    "congestive heart\n failure",
    "(CHF)",
    "CHF",
    "pain",
    "aspirin",
    "lithium",
    "heart  failure",
    "β-thalassemia",
    "type 2",
]
PIECES += [
    "diabetes",
    "no",
    "denies",
    "was ruled out",
    "mother",
    "history of",
    "if",
    ",",
    ".",
    ";",
    "?",
    "(-)",
    ":",
    "\n",
    "\n\n",
    " ",
]
PIECES += [
    "FAMILY HISTORY:",
    ",PLAN: ",
    "ALLERGIES\n",
    "5 mg",
    "one",
    "PO",
    "IV",
    "daily",
    "of",
    "and",
    "or",
    "are present",
    "is",
    "(",
]
PIECES += [")", "[**pain**]", "[**", "**]", "-\n", "\t", "\r\n", "é", END, END + "\n", "1.", "A", "unlikely"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda blank: blank.join(pieces))
)


@settings(max_examples=200)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_a_note_says_the_same_whatever_is_read_with_it(texts):
    alone = [mention for number, text in enumerate(texts) for mention in DICTIONARY.extract(number, text)]
    assert list(DICTIONARY.extract_all(list(enumerate(texts))).rows()) == alone
    for mention in alone:
        assert texts[mention.note][mention.start : mention.end] == mention.surface


def test_no_notes_say_nothing():
    assert DICTIONARY.extract_all([]).rows() == ()


def test_nothing_runs_over_the_end_of_a_note():
    notes = ["He has no", "pain, congestive", "heart failure. IV", "aspirin", "(-)", "pain", "x [**", "pain **] x"]
    found = DICTIONARY.extract_all(list(enumerate(notes))).rows()
    assert [(m.note, m.surface, m.negated, m.route) for m in found] == [
        (1, "pain", False, None),
        (2, "heart", False, None),
        (3, "aspirin", False, None),
        (5, "pain", False, None),
        (7, "pain", False, None),
    ]


def test_the_mark_between_notes_may_stand_in_a_note():
    text = f"pain{END}pain{END}\nheart"
    pages = join([text, text])
    assert pages.stops[0] - pages.starts[0] == len(text)
    assert [mention.start for mention in DICTIONARY.extract(1, text)] == [0, 5, 11]


def test_a_letter_that_shares_its_byte_with_another_is_no_match():
    other = chr(ord("β") + 128)
    assert [m.concept for m in DICTIONARY.extract(1, "β-thalassemia")] == ["C6"]
    assert DICTIONARY.extract(1, f"{other}-thalassemia") == ()
