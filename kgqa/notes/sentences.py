"""Where sentences end: at a full stop before a blank, at other marks, at an empty line, at a new list item.

A line end alone ends no sentence, as notes wrap their lines; but a line that begins like an item, or follows a short
line and begins with a capital, is a new one.
"""

from __future__ import annotations

import re

# A full stop that belongs to an abbreviation or an initial ends nothing. The stop comes first in the pattern, and what
# precedes it is looked at from behind: a pattern that begins with a literal is found several times faster.
_AFTER = r"(?=[\s,)\"']|\Z)"
_STOP = re.compile(rf"\.{_AFTER}(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|vs)\.)(?<!\b(?:Mrs|e\.g|i\.e)\.)")
_MARKS = tuple(re.compile(rf"\{mark}{_AFTER}") for mark in "?!;")
_ITEM = re.compile(r"\n[ \t]*(?=\r?\n|[-*•#>+]|\d{1,2}[.)]|\(?\d\))")
_CAPITAL = re.compile(r"\n[ \t]*(?=[A-Z])")
_SHORT_LINE = 50  # characters; prose wraps later than this


def ends(text: str) -> list[int]:
    """Return the offsets just after each sentence, in order; the last is the end of the text."""
    found = [stop.end() for stop in _STOP.finditer(text)]
    for pattern in _MARKS:
        found.extend([mark.end() for mark in pattern.finditer(text)])
    found.extend([line.start() for line in _ITEM.finditer(text)])
    for line in _CAPITAL.finditer(text):
        place = line.start()
        if text.find("\n", place - _SHORT_LINE if place > _SHORT_LINE else 0, place) >= 0 or place <= _SHORT_LINE:
            found.append(place)
    found.append(len(text))
    found.sort()
    return found
