"""Where sentences end: at a full stop before a blank, at other marks, at an empty line, at a new list item.

A line end alone ends no sentence, as notes wrap their lines; but a line that begins like an item, or follows a short
line and begins with a capital, is a new one.
"""

from __future__ import annotations

import numpy as np

from kgqa.notes.characters import ALNUM, CAPITAL, DIGIT, SPACE, Codes, Places, Table, past, table
from kgqa.notes.pages import END, Pages

_AFTER = SPACE | table(",)\"'" + END)  # what stands after a mark that ends a sentence
# A full stop that belongs to an abbreviation or an initial ends nothing.
_ABBREVIATIONS = ("Dr", "Mr", "Ms", "St", "vs", "Mrs", "e.g", "i.e")
_WORD = ALNUM | table("_")
_BULLET = table("-*#>+")  # and •, for which * stands
_ITEM_ENDS = table(".)")
_ENDING = table(".?!;")
_BREAK = table(END)
_LINE = table("\n")
_STOP, _NEWLINE = b".\n"
_END = ord(END)
_BLANKS = table(" \t")
_BEYOND = 4  # characters looked at before and after a place: a text is followed by so many, and so begins with them too
_SHORT_LINE = 50  # characters; prose wraps later than this


def ends(pages: Pages) -> Places:
    """Return the offsets just after each sentence, in order; the last is the end of the text."""
    text = np.concatenate([pages.codes, np.full(_BEYOND, _END, np.uint8)])
    breaks = pages.of(_BREAK)
    found = [_stops(text, pages.of(_ENDING)), _lines(text, pages.of(_LINE)), breaks, breaks + 2]
    return np.sort(np.append(np.concatenate(found), len(pages.text)))


def _stops(text: Codes, marks: Places) -> Places:
    marks = marks[_AFTER[text[marks + 1]]]
    stop = text[marks] == _STOP
    spared = stop & CAPITAL[text[marks - 1]] & ~_WORD[text[marks - 2]]
    short = np.flatnonzero(stop & ~(_WORD[text[marks - 3]] & _WORD[text[marks - 4]]))
    for word in _ABBREVIATIONS:
        spared[short[_after(text, marks[short], word)]] = True
    ending: Places = marks[~spared] + 1
    return ending


def _after(text: Codes, stops: Places, word: str) -> Table:
    """Say which stops follow this word."""
    fits = ~_WORD[text[stops - len(word) - 1]]
    for place, character in enumerate(reversed(word), 1):
        fits &= text[stops - place] == ord(character)
    return fits


def _lines(text: Codes, lines: Places) -> Places:
    """Return the line ends before an empty line, an item, or a capital after a short line."""
    first = past(text, lines, _BLANKS)  # what begins the line after
    one, two, three = text[first], text[first + 1], text[first + 2]
    empty = (one == _NEWLINE) | ((one == ord("\r")) & (two == _NEWLINE))
    numbered = DIGIT[one] & (_ITEM_ENDS[two] | (DIGIT[two] & _ITEM_ENDS[three]))
    bracketed = (one == ord("(")) & DIGIT[two] & (three == ord(")"))
    # The line that ends here begins after the line end before, which may be that of the note before.
    before = np.concatenate([[-1], lines[:-1]])
    foreign = text[before - 1] == _END
    short = (lines - before <= _SHORT_LINE + foreign) & CAPITAL[one]
    ending: Places = lines[empty | _BULLET[one] | numbered | bracketed | short]
    return ending
