"""Sentences: where they end, held against the same rules written as patterns."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kgqa.notes.pages import join
from kgqa.notes.sentences import ends

AFTER = r"(?=[\s,)\"']|\Z)"
STOP = re.compile(rf"\.{AFTER}(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|vs)\.)(?<!\b(?:Mrs|e\.g|i\.e)\.)|[?!;]{AFTER}")
ITEM = re.compile(r"\n[ \t]*(?=\r?\n|[-*•#>+]|\d{1,2}[.)]|\(?\d\))")
CAPITAL = re.compile(r"\n[ \t]*(?=[A-Z])")

PIECES = [
    "a",
    "Mr",
    "Mrs",
    "xMr",
    "e.g",
    "i.e",
    "St",
    "B",
    ".",
    "?",
    ";",
    "\n",
    "\r\n",
    " ",
    "\t",
    "-",
    "•",
    "1",
    "12",
    ")",
]
PIECES += ["(", '"', "’", "é", "\u00a0", "٣", "½", "_", "Word", "no more than a line of some words", "[**x. Y**]"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def slowly(text):
    """The ends of the sentences of one note, as patterns find them."""
    found = {stop.end() for stop in STOP.finditer(text)} | {line.start() for line in ITEM.finditer(text)}
    for line in CAPITAL.finditer(text):
        place = line.start()
        if place <= 50 or "\n" in text[place - 50 : place]:
            found.add(place)
    return found | {len(text)}


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_sentences_end_where_the_patterns_say_in_every_note_of_several(texts):
    pages = join(texts)
    found = set(ends(pages).tolist())
    for start, stop in zip(pages.starts, pages.stops, strict=True):
        inside = {place - start for place in found if start < place <= stop}
        assert inside == slowly(pages.text[start:stop]) - {0} or start == stop


def test_abbreviations_and_initials_end_nothing():
    text = "Mr. B. Smith vs. St. Mary, e.g. in I.C.U. beds. He left."
    assert set(ends(join([text])).tolist()) == {text.index(" He"), len(text)}


def test_a_line_that_begins_with_a_capital_is_new_only_after_a_short_one():
    line = "x" * 50
    for before in ([], ["x"]):
        at, beyond = join([*before, f"{line}\nB"]), join([*before, f"{line}x\nB"])
        assert at.text.rindex("\n") in ends(at)
        assert beyond.text.rindex("\n") not in ends(beyond)
    short, long = "no fever\nChest clear", "the patient was seen in the clinic and he denied any\nChest pain"
    assert ends(join([short])).tolist() == [8, 20]
    assert ends(join([long])).tolist() == [len(long)]
