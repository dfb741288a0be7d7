"""The default extractor: a vocabulary's names, looked up all at once, then judged by section and the words around."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kgqa.files import share
from kgqa.notes.assertion import Lexicon, read_phrases
from kgqa.notes.characters import Places, Spans
from kgqa.notes.dose import NOTHING, Dose, DoseReader
from kgqa.notes.fold import Folded, fold_note, key
from kgqa.notes.match import Found, Matcher
from kgqa.notes.mention import Candidate, Coded, Mention, Mentions
from kgqa.notes.pages import Pages, join
from kgqa.notes.reach import FAMILY, HISTORICAL, HYPOTHETICAL, NEGATED, OTHER, UNCERTAIN
from kgqa.notes.sections import OTHER as OTHER_SECTION
from kgqa.notes.sections import Section, read_headings, sections
from kgqa.notes.sentences import ends
from kgqa.notes.short_forms import with_short_forms
from kgqa.notes.vocabulary import Vocabulary

_TIE = 0.02  # candidates whose scores differ by less are equally good
# What a section speaks of, for strings that name several things ("iron", "lithium"): the first group that a candidate
# has wins.
_FITTING = (
    ("disorder", "drug", "finding", "procedure"),  # where nothing else is said
    ("drug",),
    ("lab", "finding"),
    ("organism", "lab"),
    ("procedure",),
)
_DRUG_LIST = 1
_FITS: Mapping[str, int] = {
    "medications": _DRUG_LIST,
    "medications_on_admission": _DRUG_LIST,
    "medications_on_transfer": _DRUG_LIST,
    "discharge_medications": _DRUG_LIST,
    "medication_history": _DRUG_LIST,
    "allergies": _DRUG_LIST,
    "laboratory_data": 2,
    "microbiology": 3,
    "past_surgical_history": 4,
    "procedures": 4,
}
_SETS = {"historical": HISTORICAL, "hypothetical": HYPOTHETICAL, "family": FAMILY}
_EXPERIENCERS = ["family" if bits & FAMILY else "other" if bits & OTHER else "patient" for bits in range(2 * OTHER)]
_Candidates = tuple[Candidate, ...]


class _Chain(NamedTuple):
    """Sections, a column for each field."""

    start: Places
    label: Sequence[str]
    title: Sequence[str]
    sets: Sequence[str]

    @classmethod
    def of(cls, chain: Sequence[Section]) -> _Chain:
        """Return the columns of sections."""
        start, label, title, sets = zip(*chain, strict=True) if chain else ((),) * 4
        return cls(np.array(start, np.int64), label, title, sets)


class _Judged(NamedTuple):
    """Names found, each with the number of its section and the axes that hold for it."""

    start: Places
    end: Places
    entry: Places
    section: Places
    flags: Places

    def only(self, which: Places) -> _Judged:
        """Return some of them."""
        return _Judged(*(column[which] for column in self))


class Dictionary:
    """Finds the names of a vocabulary. It holds an automaton and cannot be pickled: build it once, then fork."""

    name = "dictionary"

    def __init__(self, vocabulary: Vocabulary, folder: Path | None = None) -> None:
        """Build from a vocabulary and the tables in `folder` (the installation's data/notes unless given)."""
        folder = folder or share("data") / "notes"
        tables = [folder / name for name in ("triggers.tsv", "sections.tsv", "sig.tsv")]
        self.vocabulary = vocabulary
        self._lexicon = Lexicon(read_phrases(tables[0]))
        self._headings = read_headings(tables[1])
        self._doses = DoseReader(tables[2])
        self._matcher = Matcher(vocabulary, self._doses.texts)
        self._entries = vocabulary.entries()
        self._dosed = np.array([entry in vocabulary.dosed for entry in range(len(vocabulary.keys))], np.bool_)
        self._known: dict[int, _Candidates] = {}
        digest = hashlib.sha256(b"".join(table.read_bytes() for table in tables))
        digest.update(vocabulary.digest().encode())
        self.version = f"2-{digest.hexdigest()[:12]}"

    def extract(self, note: int, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, ordered and without overlap."""
        return self.extract_all([(note, text)]).rows()

    def extract_all(self, notes: Sequence[tuple[int, str]]) -> Mentions:
        """Return the mentions of some notes, in the order of the notes.

        The notes are read as one text: what is done for all of a text at once costs little for each. Some hundred
        thousand characters are enough.
        """
        pages = join([text for _, text in notes])
        folded = fold_note(pages)
        names, ways = self._matcher.find(pages, folded)
        names = with_short_forms(pages, names, lambda name: self._entries.get(key(name)))
        chain = _Chain.of(sections(pages, self._headings))
        judged = self._judged(pages, folded, chain, names)
        # A heading states nothing: "PE:", "ALLERGIES:".
        unlisted = _numbers(map(OTHER_SECTION.__eq__, chain.label))
        titled = chain.start + _numbers(map(len, chain.title)) * (unlisted == 0)
        judged = judged.only(np.flatnonzero(judged.start >= titled[judged.section]))
        fits = _numbers(map(_FITS.get, chain.label, repeat(0)))[judged.section]
        meant = self._meant(judged.entry, fits)
        drug = np.array([candidates[0].group == "drug" for candidates in meant.values], np.bool_)[meant.which]
        doses = self._written(pages, judged, np.flatnonzero(drug), ways)
        # Some names are a drug's only in a list of drugs, or with a dose beside them.
        dropped = self._dosed[judged.entry] & (judged.entry >= 0) & drug & (doses.which == 0) & (fits != _DRUG_LIST)
        kept = np.flatnonzero(~dropped)
        meant, doses = meant.only(kept), doses.only(kept)
        return self._mentions([note for note, _ in notes], pages, chain, judged.only(kept), meant, doses)

    def judge(self, text: str, spans: Sequence[tuple[int, int]], note: int = 0) -> tuple[Mention, ...]:
        """Return a mention without candidates for each span that something else found; spans are ordered.

        For extractors that find their mentions otherwise, and for gold sets that give them.
        """
        pages = join([text])
        start, end = np.array(spans, np.int64).reshape(-1, 2).T
        none = np.zeros(len(start), np.int64)
        chain = _Chain.of(sections(pages, self._headings))
        judged = self._judged(pages, fold_note(pages), chain, Found(start, end, none))
        return self._mentions([note], pages, chain, judged, Coded([()], none), Coded([NOTHING], none)).rows()

    def _judged(self, pages: Pages, folded: Folded, chain: _Chain, names: Found) -> _Judged:
        """Return the names with the section that each lies in and what that and the words around say of it."""
        section = np.searchsorted(chain.start, names.start, "right") - 1
        # A heading ends the sentence before it, which may lack a full stop.
        bounds = np.sort(np.concatenate([ends(pages), chain.start]))
        flags = self._lexicon.judge(pages, folded, bounds, Spans(names.start, names.end))
        return _Judged(*names, section, flags | _numbers(map(_SETS.get, chain.sets, repeat(0)))[section])

    def _written(self, pages: Pages, names: _Judged, drugs: Places, ways: Found) -> Coded[Dose]:
        """Return the dose beside each drug, for all names."""
        found = self._doses.read_all(pages, Spans(names.start[drugs], names.end[drugs]), ways)
        which = np.zeros(len(names.start), np.int64)
        which[drugs] = found.which
        return Coded(found.values, which)

    def _mentions(
        self,
        ids: Sequence[int],
        pages: Pages,
        chain: _Chain,
        judged: _Judged,
        meant: Coded[_Candidates],
        doses: Coded[Dose],
    ) -> Mentions:
        """Return the columns; offsets are those in each note."""
        counts = np.diff(np.searchsorted(judged.start, pages.starts), append=len(judged.start))
        shift = np.repeat(pages.starts, counts)
        spans = zip(judged.start.tolist(), judged.end.tolist(), strict=True)
        negated, uncertain, historical, hypothetical = (
            judged.flags & axis > 0 for axis in (NEGATED, UNCERTAIN, HISTORICAL, HYPOTHETICAL)
        )
        dose, unit, route, frequency = (Coded(column, doses.which) for column in zip(*doses.values, strict=True))
        same = np.zeros(len(shift), np.int64)
        return Mentions(
            np.repeat(np.array(ids, np.int64), counts),
            judged.start - shift,
            judged.end - shift,
            [pages.text[start:end] for start, end in spans],
            meant,
            Coded(chain.label, judged.section),
            Coded(chain.title, judged.section),
            negated,
            uncertain,
            historical,
            hypothetical,
            Coded(_EXPERIENCERS, judged.flags),
            dose,
            unit,
            route,
            frequency,
            Coded([self.name], same),
            Coded([self.version], same),
        )

    def _meant(self, entries: Places, fits: Places) -> Coded[_Candidates]:
        """Return what each string means in its section."""
        places = np.where(entries < 0, ~entries * len(_FITTING), entries * len(_FITTING) + fits)
        distinct, which = np.unique(places, return_inverse=True)
        return Coded([self._known.get(place) or self._candidates(place) for place in distinct.tolist()], which)

    def _candidates(self, place: int) -> _Candidates:
        """Return the concept that a string means in a section, or all that are equally good there."""
        entry, fit = divmod(place, len(_FITTING))
        every = self.vocabulary.candidates(entry)
        best = [candidate for candidate in every if every[0].score - candidate.score < _TIE]
        for group in _FITTING[fit]:
            if some := [candidate for candidate in best if candidate.group == group]:
                best = some
                break
        known = self._known[place] = tuple(best)
        return known


def _numbers(values: Iterable[int]) -> Places:
    return np.fromiter(values, np.int64)
