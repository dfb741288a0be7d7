"""The default extractor: a vocabulary's names, looked up all at once, then judged by section and the words around."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from kgqa.files import share
from kgqa.notes.abbreviations import definitions
from kgqa.notes.assertion import (
    FAMILY,
    HISTORICAL,
    HYPOTHETICAL,
    NEGATED,
    OTHER,
    UNCERTAIN,
    Lexicon,
    read_phrases,
)
from kgqa.notes.dose import NOTHING, Dose, DoseReader
from kgqa.notes.fold import Folded, fold_note, key
from kgqa.notes.match import Hit, Matcher, Place
from kgqa.notes.mention import Candidate, Mention
from kgqa.notes.placeholders import mask
from kgqa.notes.sections import OTHER as OTHER_SECTION
from kgqa.notes.sections import Section, at, read_headings, sections
from kgqa.notes.sentences import ends
from kgqa.notes.vocabulary import Vocabulary

_BATCH = 256  # notes
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
# What the bits of a judgement say, as a mention has it.
_SAID = [
    (
        *(bits & axis != 0 for axis in (NEGATED, UNCERTAIN, HISTORICAL, HYPOTHETICAL)),
        "family" if bits & FAMILY else "other" if bits & OTHER else "patient",
    )
    for bits in range(2 * OTHER)
]
_new = tuple.__new__
_Judged = tuple[Section, tuple[Candidate, ...], int]
_FOLLOWS = re.compile(r"\s*\([^)]*\)\s*([\w-]+)")


class Dictionary:
    """Finds the names of a vocabulary. It holds automata and cannot be pickled: build it once, then fork."""

    name = "dictionary"

    def __init__(self, vocabulary: Vocabulary, folder: Path | None = None) -> None:
        """Build from a vocabulary and the tables in `folder` (the installation's data/notes unless given)."""
        folder = folder or share("data") / "notes"
        tables = [folder / name for name in ("triggers.tsv", "sections.tsv", "sig.tsv")]
        self.vocabulary = vocabulary
        self._lexicon = Lexicon(read_phrases(tables[0]))
        self._matcher = Matcher(vocabulary, self._lexicon.texts)
        self._headings = read_headings(tables[1])
        self._doses = DoseReader(tables[2])
        self._entries = vocabulary.entries()
        self._meant: dict[tuple[int, str], tuple[Candidate, ...]] = {}
        digest = hashlib.sha256(b"".join(table.read_bytes() for table in tables))
        digest.update(vocabulary.digest().encode())
        self.version = f"1-{digest.hexdigest()[:12]}"

    def extract(self, note: int, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, ordered and without overlap."""
        return self._judged(note, text, *self._found(text))

    def _found(self, text: str) -> tuple[str, Folded, list[Hit], list[Place]]:
        """Return the masked and the folded text, and the names and phrases in it."""
        masked = mask(text)
        folded = fold_note(masked)
        return masked, folded, *self._matcher.find(masked, folded)

    def _judged(
        self, note: int, text: str, masked: str, folded: Folded, hits: list[Hit], phrases: list[Place]
    ) -> tuple[Mention, ...]:
        explained: dict[int, tuple[Candidate, ...]] = {}
        if "(" in masked:
            hits = self._with_short_forms(masked, hits, explained)
        if not hits:
            return ()
        chain = sections(masked, self._headings)
        starts = [section.start for section in chain]
        spans = [(hit.start, hit.end) for hit in hits]
        flags = self._lexicon.judge(masked, folded, phrases, _ends(masked, starts), spans)
        meant = self._meant
        mentions: list[Mention] = []
        limit = len(text)  # a dose is read up to the next drug, so the last mention comes first
        for hit, bits in zip(reversed(hits), reversed(flags), strict=True):
            section = chain[bisect_right(starts, hit.start) - 1]
            if hit.start < section.start + len(section.title) and section.label != OTHER_SECTION:
                continue  # a heading states nothing: "PE:", "ALLERGIES:"
            label = section.label
            candidates = explained.get(hit.start) or meant.get((hit.entry, label)) or self._candidates(hit.entry, label)
            dose = NOTHING
            if candidates[0].group == "drug":
                dose = self._doses.read(masked, folded, hit.start, hit.end, limit)
                limit = hit.start
                if dose is NOTHING and hit.entry in self.vocabulary.dosed and section.label not in _DRUGS:
                    continue
            judged = section, candidates, bits | _SETS.get(section.sets, 0)
            mentions.append(self._mention(note, text, hit, judged, dose))
        mentions.reverse()
        return tuple(mentions)

    def extract_all(self, notes: Iterable[tuple[int, str]]) -> Iterator[tuple[Mention, ...]]:
        """Yield the mentions of each note in turn.

        Some notes are looked through before they are judged: an automaton that stays in the processor's cache is a
        fifth faster.
        """
        rest = iter(notes)
        while batch := [(note, text, self._found(text)) for note, text in islice(rest, _BATCH)]:
            for note, text, found in batch:
                yield self._judged(note, text, *found)

    def judge(self, text: str, spans: Sequence[tuple[int, int]], note: int = 0) -> tuple[Mention, ...]:
        """Return a mention without candidates for each span that something else found; spans are ordered.

        For extractors that find their mentions otherwise, and for gold sets that give them.
        """
        masked = mask(text)
        folded = fold_note(masked)
        _, phrases = self._matcher.find(masked, folded)
        chain = sections(masked, self._headings)
        starts = [section.start for section in chain]
        flags = self._lexicon.judge(masked, folded, phrases, _ends(masked, starts), spans)
        judged = []
        for (start, end), bits in zip(spans, flags, strict=True):
            section = at(chain, starts, start)
            judgement = section, (), bits | _SETS.get(section.sets, 0)
            judged.append(self._mention(note, text, Hit(start, end, -1), judgement, NOTHING))
        return tuple(judged)

    def _mention(self, note: int, text: str, hit: Hit, judged: _Judged, dose: Dose) -> Mention:
        section, candidates, bits = judged
        start, end, _ = hit
        # Mention(...) itself takes three times as long, and this is done tens of millions of times.
        said = (note, start, end, text[start:end], candidates, section.label, section.title)
        return _new(Mention, (*said, *_SAID[bits], *dose, self.name, self.version))

    def _candidates(self, entry: int, label: str) -> tuple[Candidate, ...]:
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

    def _with_short_forms(self, text: str, hits: list[Hit], explained: dict[int, tuple[Candidate, ...]]) -> list[Hit]:
        """Read short forms that the note explains as their long forms, wherever they stand."""
        by_end = {hit.end: hit for hit in hits}
        meaning: dict[str, tuple[Candidate, ...]] = {}
        for short, start, end in definitions(text):
            hit = by_end.get(end)
            if hit is not None and hit.start <= start + 1:
                entry: int | None = hit.entry
            else:  # "von Hippel-Lindau (VHL) disease" is named by what stands around the bracket
                follows = _FOLLOWS.match(text, end)
                entry = self._entries.get(key(f"{text[start:end]} {follows[1]}")) if follows else None
            if entry is not None:
                meaning.setdefault(short, self._candidates(entry, ""))
        if not meaning:
            return hits
        kept = [hit for hit in hits if text[hit.start : hit.end] not in meaning]
        begins = [hit.start for hit in kept]
        shorts = "|".join(re.escape(short) for short in sorted(meaning, key=lambda short: (-len(short), short)))
        added: list[Hit] = []
        for found in re.finditer(rf"(?<!\w)({shorts})s?(?!\w)", text):
            start, end = found.span()
            before = bisect_left(begins, end) - 1
            if before < 0 or kept[before].end <= start:
                explained[start] = meaning[found[1]]
                added.append(Hit(start, end, -1))
        return sorted(kept + added)


def _ends(text: str, starts: Sequence[int]) -> list[int]:
    """Return the ends of the sentences; a heading ends the one before it, which may lack a full stop."""
    found = ends(text)
    if len(starts) > 1:
        found += starts[1:]
        found.sort()
    return found
