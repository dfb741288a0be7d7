"""The default extractor: a vocabulary's names, looked up all at once, then judged by section and the words around."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kgqa.files import share
from kgqa.notes.assertion import Lexicon, read_phrases
from kgqa.notes.characters import Places, Spans
from kgqa.notes.dose import NOTHING, Dose, DoseReader
from kgqa.notes.fold import key
from kgqa.notes.match import Found, Matcher
from kgqa.notes.mention import Candidate, Mention, Mentions
from kgqa.notes.pages import Pages, join
from kgqa.notes.reach import FAMILY, HISTORICAL, HYPOTHETICAL, NEGATED, OTHER, UNCERTAIN
from kgqa.notes.sections import OTHER as OTHER_SECTION
from kgqa.notes.sections import Section, read_headings, sections
from kgqa.notes.sentences import ends
from kgqa.notes.short_forms import EXPLAINED, with_short_forms
from kgqa.notes.vocabulary import Vocabulary

_TIE = 0.02  # candidates whose scores differ by less are equally good
# What a section speaks of, for strings that name several things ("iron", "lithium"): the first group that a candidate
# has wins.
_DRUGS = (
    "medications",
    "medications_on_admission",
    "medications_on_transfer",
    "discharge_medications",
    "medication_history",
    "allergies",
)
_FITTING: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_DRUGS, ("drug",)),
    "laboratory_data": ("lab", "finding"),
    "microbiology": ("organism", "lab"),
    "past_surgical_history": ("procedure",),
    "procedures": ("procedure",),
}
_OTHERWISE = ("disorder", "drug", "finding", "procedure")
_SETS = {"historical": HISTORICAL, "hypothetical": HYPOTHETICAL, "family": FAMILY}
_EXPERIENCERS = ["family" if bits & FAMILY else "other" if bits & OTHER else "patient" for bits in range(2 * OTHER)]
_Candidates = tuple[Candidate, ...]


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
        self._matcher = Matcher(vocabulary, (*self._lexicon.texts, *self._doses.texts))
        self._entries = vocabulary.entries()
        self._dosed = np.array(sorted(vocabulary.dosed), np.int64)
        self._meant: dict[tuple[int, str], _Candidates] = {}
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
        names, cues, ways = self._found(pages)
        names, short = with_short_forms(pages, names, lambda name: self._entries.get(key(name)))
        chain = sections(pages, self._headings)
        judged = self._judged(pages, chain, cues, names)
        # A heading states nothing: "PE:", "ALLERGIES:".
        titled = [0 if section.label == OTHER_SECTION else section.start + len(section.title) for section in chain]
        judged = judged.only(np.flatnonzero(judged.start >= np.array(titled, np.int64)[judged.section]))
        labels = [chain[section].label for section in judged.section.tolist()]
        meant = [
            self._candidates(short[start], "")
            if entry == EXPLAINED
            else self._meant.get((entry, label)) or self._candidates(entry, label)
            for start, entry, label in zip(judged.start.tolist(), judged.entry.tolist(), labels, strict=True)
        ]
        doses = self._written(pages, judged, meant, ways)
        # Some names are a drug's only in a list of drugs, or with a dose beside them.
        dosed = np.flatnonzero(np.isin(judged.entry, self._dosed)).tolist()
        dropped = [
            place
            for place in dosed
            if doses[place] is NOTHING and meant[place][0].group == "drug" and labels[place] not in _DRUGS
        ]
        if dropped:
            judged = judged.only(np.delete(np.arange(len(labels)), dropped))
            for place in reversed(dropped):
                del meant[place], doses[place]
        return self._mentions([note for note, _ in notes], pages, chain, judged, meant, doses)

    def judge(self, text: str, spans: Sequence[tuple[int, int]], note: int = 0) -> tuple[Mention, ...]:
        """Return a mention without candidates for each span that something else found; spans are ordered.

        For extractors that find their mentions otherwise, and for gold sets that give them.
        """
        pages = join([text])
        _, cues, _ = self._found(pages)
        start, end = np.array(spans, np.int64).reshape(-1, 2).T
        chain = sections(pages, self._headings)
        judged = self._judged(pages, chain, cues, Found(start, end, np.full(len(start), EXPLAINED)))
        none: list[_Candidates] = [()] * len(start)
        return self._mentions([note], pages, chain, judged, none, [NOTHING] * len(start)).rows()

    def _found(self, pages: Pages) -> tuple[Found, Found, Found]:
        """Return the names, the lexicon's phrases and the ways of writing a dose, each by its own number."""
        names, phrases = self._matcher.find(pages)
        count = len(self._lexicon.texts)
        ways = phrases.only(np.flatnonzero(phrases.number >= count))
        return names, phrases.only(np.flatnonzero(phrases.number < count)), ways._replace(number=ways.number - count)

    def _judged(self, pages: Pages, chain: Sequence[Section], cues: Found, names: Found) -> _Judged:
        """Return the names with the section that each lies in and what that and the words around say of it."""
        starts = np.array([section.start for section in chain], np.int64)
        section = np.searchsorted(starts, names.start, "right") - 1
        # A heading ends the sentence before it, which may lack a full stop.
        bounds = np.sort(np.concatenate([ends(pages.codes), starts]))
        flags = self._lexicon.judge(pages, cues, bounds, Spans(names.start, names.end))
        sets = np.array([_SETS.get(section.sets, 0) for section in chain], np.int64)
        return _Judged(*names, section, flags | sets[section])

    def _written(self, pages: Pages, names: _Judged, meant: Sequence[_Candidates], ways: Found) -> list[Dose]:
        """Return the dose beside each drug."""
        doses = [NOTHING] * len(meant)
        drugs = [place for place, candidates in enumerate(meant) if candidates[0].group == "drug"]
        spans = Spans(names.start[drugs], names.end[drugs])
        for place, dose in zip(drugs, self._doses.read_all(pages, spans, ways), strict=True):
            doses[place] = dose
        return doses

    def _mentions(
        self,
        ids: Sequence[int],
        pages: Pages,
        chain: Sequence[Section],
        judged: _Judged,
        meant: Sequence[_Candidates],
        doses: Sequence[Dose],
    ) -> Mentions:
        """Return the columns; offsets are those in each note."""
        counts = np.diff(np.searchsorted(judged.start, pages.starts), append=len(meant))
        shift = np.repeat(pages.starts, counts)
        spans = zip(judged.start.tolist(), judged.end.tolist(), strict=True)
        inside = [chain[section] for section in judged.section.tolist()]
        negated, uncertain, historical, hypothetical = (
            (judged.flags & axis > 0).tolist() for axis in (NEGATED, UNCERTAIN, HISTORICAL, HYPOTHETICAL)
        )
        amounts, units, routes, frequencies = zip(*doses, strict=True) if doses else ((), (), (), ())
        return Mentions(
            np.repeat(ids, counts).tolist(),
            (judged.start - shift).tolist(),
            (judged.end - shift).tolist(),
            [pages.text[start:end] for start, end in spans],
            meant,
            [section.label for section in inside],
            [section.title for section in inside],
            negated,
            uncertain,
            historical,
            hypothetical,
            [_EXPERIENCERS[bits] for bits in judged.flags.tolist()],
            amounts,
            units,
            routes,
            frequencies,
            [self.name] * len(meant),
            [self.version] * len(meant),
        )

    def _candidates(self, entry: int, label: str) -> _Candidates:
        """Return the concept that a string means in a section, or all that are equally good there."""
        fitting = _FITTING.get(label, _OTHERWISE)
        every = self.vocabulary.candidates(entry)
        best = [candidate for candidate in every if every[0].score - candidate.score < _TIE]
        for group in fitting:
            if some := [candidate for candidate in best if candidate.group == group]:
                best = some
                break
        known = self._meant[entry, label] = tuple(best)
        return known
