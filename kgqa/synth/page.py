"""A note while it is written: pieces in order, then one text with the places of what is planted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgqa.synth.wording import Piece, Plant


@dataclass(frozen=True, slots=True)
class Planted:
    """Where a plant stands in the text of a note, and in which section."""

    start: int
    end: int
    plant: Plant
    section: str


class Page:
    """Collects pieces; `section` and `sets` hold for what is added after them."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self._pieces: list[tuple[Piece, str, frozenset[str]]] = []
        self.section = ""
        self.sets: frozenset[str] = frozenset()

    def add(self, *pieces: Piece | str) -> None:
        """Add pieces or plain text."""
        for piece in pieces:
            self._pieces.append((Piece(piece) if isinstance(piece, str) else piece, self.section, self.sets))

    def text(self, width: int, indent: str) -> tuple[str, tuple[Planted, ...]]:
        """Return the text with lines of at most `width` (0: not broken), and what is planted where."""
        whole = "".join(piece.text for piece, _, _ in self._pieces)
        text, moved = _wrapped(whole, width, indent) if width else (whole, list(range(len(whole) + 1)))
        planted: list[Planted] = []
        at = 0
        for piece, section, sets in self._pieces:
            if plant := piece.plant:
                flags = plant.flags | sets
                made = Plant(plant.key, plant.kind, plant.concept, flags, plant.also, plant.dose)
                planted.append(Planted(moved[at], moved[at + len(piece.text) - 1] + 1, made, section))
            at += len(piece.text)
        return text, tuple(planted)


def _wrapped(text: str, width: int, indent: str) -> tuple[str, list[int]]:
    """Break lines at blanks; return the new text and where each character went."""
    out: list[str] = []
    moved: list[int] = []
    length = 0
    at = 0
    for line in text.splitlines(keepends=True):
        breaks = _breaks(line, width, len(indent))
        for place, character in enumerate(line):
            moved.append(length)
            piece = "\n" + indent if place in breaks else character
            out.append(piece)
            length += len(piece)
        at += len(line)
    moved.append(length)
    return "".join(out), moved


def _breaks(line: str, width: int, indent: int) -> frozenset[int]:
    found: set[int] = set()
    start, blank, room = 0, -1, width
    for place, character in enumerate(line):
        if character == " " and line[start:place].strip():
            blank = place
        if place - start >= room and blank > start and not line[blank:].isspace():
            found.add(blank)
            start, room = blank + 1, width - indent
            blank = -1
    return frozenset(found)


def joined(sentences: Iterable[list[Piece]], between: str) -> list[Piece]:
    """Return sentences as one run of pieces with a text between them."""
    run: list[Piece] = []
    for sentence in sentences:
        if run:
            run.append(Piece(between))
        run += sentence
    return run
