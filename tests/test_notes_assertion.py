"""Assertion: the hand-made sentences, and the rules of the lexicon's file."""

import re
from pathlib import Path

import numpy as np
import pytest

from kgqa.errors import SchemaError
from kgqa.files import share
from kgqa.notes.assertion import Lexicon, expanded, read_phrases
from kgqa.notes.characters import Spans
from kgqa.notes.fold import fold_note
from kgqa.notes.pages import join
from kgqa.notes.reach import AXES
from kgqa.notes.sentences import ends

LEXICON = Lexicon(read_phrases(share("data") / "notes" / "triggers.tsv"))


def judged(marked):
    """The axes of each {marked} mention, as the test file writes them."""
    text, spans, last = "", [], 0
    for found in re.finditer(r"\{(.*?)\}", marked):
        text += marked[last : found.start()]
        spans.append((len(text), len(text) + len(found[1])))
        text += found[1]
        last = found.end()
    text += marked[last:]
    pages = join([text])
    flags = LEXICON.judge(pages, fold_note(pages), ends(pages), Spans(*np.array(spans).T)).tolist()
    return ["+".join(axis for place, axis in enumerate(AXES) if bits >> place & 1) or "-" for bits in flags]


LINES = (Path(__file__).parent / "data" / "assertion.tsv").read_text("utf-8").splitlines()
SENTENCES = [line.split("\t") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("sentence", "right"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_the_sentence_is_judged_right_on_every_axis(sentence, right):
    assert judged(sentence) == right.split(" ")


def test_there_are_enough_sentences_on_each_axis():
    spread = {axis: sum(right.replace("+", " ").split().count(axis) for _, right in SENTENCES) for axis in AXES}
    print(len(SENTENCES), spread)
    assert len(SENTENCES) >= 400
    assert all(spread[axis] >= (8 if axis == "other" else 35) for axis in AXES)


def test_a_sentence_without_end_is_judged_by_its_surroundings_and_in_time():
    marked = "no {fever} " + "word " * 200 + "{cough} " * 2000
    flags = judged(marked)
    assert flags[0] == "negated"
    assert flags[-1] == "-"


def test_alternatives_expand_with_nothing_as_one_of_them():
    assert expanded("no [new|] [sign|signs] of") == ["no new sign of", "no new signs of", "no sign of", "no signs of"]


@pytest.mark.parametrize(
    "line",
    ["negated\tsideways\t-\tno", "denied\tforward\t-\tno", "negated\tforward\tmany\tno", "negated\tforward\tno"],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line):
    path = tmp_path / "triggers.tsv"
    path.write_text(f"# head\naxis\treach\twords\tphrase\n{line}\n")
    with pytest.raises(SchemaError, match=r"triggers\.tsv:3: "):
        read_phrases(path)
