"""How far phrases reach, held against the same rules followed phrase by phrase and sentence by sentence."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kgqa.files import share
from kgqa.notes.assertion import Lexicon, read_phrases
from kgqa.notes.characters import Spans
from kgqa.notes.fold import fold_note
from kgqa.notes.match import Strings
from kgqa.notes.pages import join
from kgqa.notes.reach import ENDS, NEGATED, UNCERTAIN
from kgqa.notes.sentences import ends

WRITTEN = read_phrases(share("data") / "notes" / "triggers.tsv")
LEXICON = Lexicon(WRITTEN)
PHRASES = Strings(LEXICON.texts)
LINES = {text: sorted((p for p in WRITTEN if p.text == text), key=lambda p: p.kind in ENDS) for text in LEXICON.texts}
LIST_END = re.compile(r"\b(?:and|or|nor|and/or)\b", re.IGNORECASE)


def cues(found, low, high, spans):
    """The phrases of a stretch that no longer one hides and that lie in no mention."""
    reached = 0
    for start, end, number in zip(*(column.tolist() for column in found), strict=True):
        lines = LINES[LEXICON.texts[number]]
        if low <= start < high and end > reached:
            reached = end if lines[0].kind not in ENDS else reached
            if not any(first <= start and end <= last for first, last in spans):
                yield from ((start, end, line.kind, line.bits, line.words) for line in lines)


def forward(text, cue, every, spans, flags):
    for place, (start, end) in enumerate(spans):
        if start <= cue[0]:
            continue
        if cue[4] and len(text[cue[1] : start].split()) > cue[4]:
            return
        bits = cue[3]
        for other in every:
            if cue[1] <= other[0] < start and other[2] in ENDS:
                bits &= ~other[3]
        comma = text.rfind(",", cue[1], start)
        affirmed = any(o[2] == "affirmed" and end <= o[0] and "," not in text[end : o[0]] for o in every)
        if (
            comma >= 0
            and affirmed
            and not LIST_END.search(text, comma, start)
            and not LIST_END.search(text, end, end + 5)
        ):
            bits &= ~NEGATED
        flags[place] |= bits


def backward(text, cue, every, spans, flags):
    for place in reversed(range(len(spans))):
        end = spans[place][1]
        if end > cue[0]:
            continue
        between = text[end : cue[0]]
        if (cue[4] and len(between.split()) > cue[4]) or ("," in between and not LIST_END.search(between)):
            return
        bits = cue[3]
        for other in every:
            if end <= other[0] and other[1] <= cue[0] and other[2] == "end":
                bits &= ~other[3]
        if bits == NEGATED:
            flags[place] &= ~UNCERTAIN
        flags[place] |= bits


def sentence(text, low, high, every, spans):
    flags = [0] * len(spans)
    for cue in every:
        begin, end, kind, bits, _ = cue
        answer = not text[end:high].strip(" .,;)\n\r\t") and text[low:begin].rstrip()[-1:] in (":", "-", "?")
        if kind == "forward" and not answer:
            if text[end : end + 1] not in set(",.;)"):
                forward(text, cue, every, spans, flags)
        elif kind in ("forward", "backward"):
            backward(text, cue, every, spans, flags)
        elif kind == "touching":
            for place, (start, stop) in enumerate(spans):
                if 0 <= begin - stop < 2 or 0 <= start - end < 2:
                    flags[place] |= bits
    return flags


def slowly(text, found, bounds, spans):
    """The axes of each mention; of a sentence of more than 1000 characters some surroundings at a time."""
    flags = []
    while len(flags) < len(spans):
        start = spans[len(flags)][0]
        low = max([0, *(end for end in bounds if end <= start)])
        high = min(end for end in bounds if end > start)
        if high - low > 1000:
            low, high = max(low, start - 500), min(high, start + 500)
        here = [span for span in spans[len(flags) :] if span[0] < high]
        flags += sentence(text, low, high, list(cues(found, low, high, here)), here)
    return flags


PIECES = ["{pain}", "{heart failure}", "{sepsis}"] * 4
PIECES += [line.text for line in WRITTEN[:: len(WRITTEN) // 60]]
PIECES += [
    "no",
    "denies",
    "without",
    "suspected",
    "was ruled out",
    "negative",
    "but",
    "and",
    "or",
    ",",
    ",",
    ".",
    ";",
    ":",
    "-",
]
PIECES += [
    "are seen",
    "is noted",
    "mother",
    "if",
    "which",
    "unlikely",
    "no evidence of",
    "history of",
    "a few more words",
    ")",
    "\n",
]


def marked(pieces):
    text, spans = "", []
    for piece in pieces:
        text += " " if text and piece not in set(",.;:)") else ""
        if piece.startswith("{"):
            spans.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("{}")
    return text, spans


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25), st.sampled_from([1, 1, 1, 12]))
def test_mentions_are_judged_as_they_are_phrase_by_phrase(pieces, times):
    text, spans = marked(pieces * times)
    if not spans:
        return
    pages = join([text])
    folded, bounds = fold_note(pages), ends(pages)
    flags = LEXICON.judge(pages, folded, bounds, Spans(*np.array(spans).T))
    found = PHRASES.find(folded)
    assert flags.tolist() == slowly(text, found, bounds.tolist(), spans)
