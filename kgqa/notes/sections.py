"""Which section of a note a place lies in: headings at the start of a line, filed under canonical labels.

The headings and what they set are in data/notes/sections.tsv. Notes whose line ends were lost (sample notes are often
published so) keep headings in capitals after a comma; those are found too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kgqa.errors import SchemaError
from kgqa.notes.characters import CAPITAL, Places, past, table
from kgqa.notes.fold import fold
from kgqa.notes.pages import Pages

SETS = ("-", "historical", "hypothetical", "family", "inherits")
OTHER = "other"
# A title is what stands between the start of a line and a colon. The patterns never step back.
_TITLED = re.compile(r"[ \t]*+(?:\d{1,2}[.)][ \t]*+)?([A-Z0-9][^\n:\x00]{0,69}+|[a-z][^\n:\x00]{0,29}+):")
_JOINED = re.compile(r",[ \t]*+([A-Z][A-Z0-9 /&()'-]{2,60}+):")
_ALONE = re.compile(r"[ \t]*+([A-Z][A-Za-z /&'\t-]{2,60}+)\r?(?=[\n\x01]|\Z)")
_NUMBER = re.compile(r"[ \t]*\d(?!\d?[.)][ \t])")  # and no numbered list
_PARENTS = frozenset({"review_of_systems", "physical_examination", "hospital_course", "assessment_and_plan"})
_SENTENCE = ". "
_LINE, _COLON, _COMMA = table("\n"), table(":"), table(",")
_BLANKS = table(" \t")
_LONGEST = 65  # characters of a line that is a heading alone, with what ends it
_MIN_CAPITALS = 4  # letters of an unlisted title in capitals; shorter ones are abbreviations inside a text
_MEMORY = 50_000  # titles; the same few hundred come again and again


@dataclass(frozen=True, slots=True)
class Heading:
    """What the table says of a heading."""

    label: str
    sets: str


class Section(NamedTuple):
    """A stretch of a note under one heading; the title is as written."""

    start: int
    label: str = ""
    title: str = ""
    sets: str = "-"


_new = tuple.__new__  # three times as fast as Section(...)


class Headings:
    """The table of headings, which remembers the titles it has judged."""

    def __init__(self, table: Mapping[str, Heading]) -> None:
        """Take the table: folded heading -> what it says."""
        self._table = table
        self._longest = max((heading.count(" ") + 1 for heading in table), default=0)
        self._filed = lru_cache(_MEMORY)(self._search)
        self._worded = lru_cache(_MEMORY)(self._look_up)

    def file(self, title: str) -> Heading | None:
        """Return the heading that a title is, or the longest listed one whose words it holds in a row."""
        return self._filed(title)

    def exact(self, title: str) -> Heading | None:
        """Return the heading that a title is, word for word."""
        return self._worded(title)

    def _look_up(self, title: str) -> Heading | None:
        return self._table.get(" ".join(fold(title).split()))

    def _search(self, title: str) -> Heading | None:
        words = fold(title).split()
        if len(words) > self._longest:
            return None
        for size in range(len(words), 0, -1):
            if size == 1 < len(words):
                return None  # one word of several says nothing: "heart" in "heart failure clinic"
            for first in range(len(words) - size + 1):
                if found := self._table.get(" ".join(words[first : first + size])):
                    return found
        return None


def read_headings(path: Path) -> Headings:
    """Read the table of headings; raises SchemaError naming the line that cannot be used."""
    table: dict[str, Heading] = {}
    lines = [(n, line) for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if not line.startswith("#")]
    for number, line in lines[1:]:
        fields = line.split("\t")
        if len(fields) != 3 or fields[1] not in SETS or fields[2] in table:  # noqa: PLR2004 - label, sets, heading
            raise SchemaError(
                f"{path.name}:{number}: write a label, one of {', '.join(SETS)}, and a heading not yet listed"
            )
        table[fields[2]] = Heading(fields[0], fields[1])
    return Headings(table)


def sections(pages: Pages, headings: Headings) -> list[Section]:
    """Return the sections of notes in order; a note's first one has no title unless the note begins with a heading."""
    text = pages.text
    lines = np.append(-1, pages.of(_LINE))
    titled, joined = _before_colons(pages, lines)
    found: dict[int, tuple[str, Heading | None]] = {}
    for start in titled:
        match = _TITLED.match(text, start)
        if match is None:
            continue
        title = match[1].rstrip()
        if _SENTENCE in title:  # "Mother with stroke. Father: none known."
            continue
        if (heading := headings.file(title)) or _stands_out(title, text, match.end()):
            found[match.start(1)] = (title, heading)
    for start in joined:
        if match := _JOINED.match(text, start):
            title = match[1].rstrip()
            found.setdefault(match.start(1), (title, headings.file(title)))
    for start in _short_lines(pages, lines):
        if (match := _ALONE.match(text, start)) and (heading := headings.exact(match[1])):
            found.setdefault(match.start(1), (match[1].strip(), heading))
    return _chained(found, pages.starts.tolist())


def _before_colons(pages: Pages, lines: Places) -> tuple[list[int], list[int]]:
    """Return the starts of lines that hold a colon, and the last comma before each colon of notes without line ends."""
    colons = pages.of(_COLON)
    line = lines[np.searchsorted(lines, colons) - 1]
    before = np.append(-1, colons)[:-1]
    titled = line[before <= line] + 1
    one_line = np.searchsorted(lines, pages.starts) == np.searchsorted(lines, pages.stops)
    colons = colons[one_line[np.searchsorted(pages.starts, colons, "right") - 1]]
    commas = np.append(-1, pages.of(_COMMA))
    joined = commas[np.searchsorted(commas, colons) - 1]
    return titled.tolist(), np.unique(joined[joined >= 0]).tolist()


def _short_lines(pages: Pages, lines: Places) -> list[int]:
    """Return the starts of lines that begin with a capital and are short enough to be a heading alone."""
    codes = np.append(pages.codes, np.uint8(ord("\n")))
    first = past(codes, lines, _BLANKS)
    short = np.append(lines[1:], len(codes)) - first < _LONGEST
    starts: list[int] = (lines[short & (CAPITAL[codes[first]] | _BLANKS[codes[first]])] + 1).tolist()
    return starts


def _stands_out(title: str, text: str, end: int) -> bool:
    """Say whether an unlisted title is a heading all the same: in capitals, or alone on its line.

    A number after it makes it an item: "HCTZ: 12.5 mg", "GLUCOSE: 140".
    """
    if title.isupper():
        return sum(map(str.isalpha, title)) >= _MIN_CAPITALS and not _NUMBER.match(text, end)
    line_end = text.find("\n", end)
    return title[:1].isupper() and line_end >= 0 and not text[end:line_end].strip()


def _chained(found: Mapping[int, tuple[str, Heading | None]], starts: Sequence[int]) -> list[Section]:
    chain: list[Section] = []
    parent = Section(0)
    note = 0
    for start, (title, heading) in sorted(found.items()):
        while note < len(starts) and starts[note] <= start:
            parent = _new(Section, (starts[note], "", "", "-"))
            if starts[note] < start:
                chain.append(parent)
            note += 1
        if heading is None:
            section = _new(Section, (start, OTHER, title, "-"))
        elif heading.sets == "inherits":
            label, sets = (parent.label, parent.sets) if parent.label in _PARENTS else (heading.label, "-")
            section = _new(Section, (start, label, title, sets))
        else:
            section = parent = _new(Section, (start, heading.label, title, heading.sets))
        chain.append(section)
    chain.extend(_new(Section, (start, "", "", "-")) for start in starts[note:])
    return chain
