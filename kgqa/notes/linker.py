"""The second extractor: scispacy's entities, abbreviations and candidate generator, over the same vocabulary.

With an installed spaCy model its entities are the mentions. Without one (models are on no package registry) it adds
scispacy's abbreviation detector to the dictionary's own hits. A surface is looked up exactly first; what the
vocabulary does not hold goes to the candidate generator, over an index built here from the vocabulary's strings, and is
remembered.
Needs the extra: pip install 'kgqa[scispacy]'.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kgqa.errors import UsageError
from kgqa.notes.abbreviations import is_short
from kgqa.notes.dictionary import Dictionary
from kgqa.notes.fold import key
from kgqa.notes.mention import Candidate, Mention, Mentions
from kgqa.notes.placeholders import mask

# Cosine similarity of character trigrams from which a candidate counts; scispacy's own linker takes .7, which links
# most misspellings and as many strangers.
THRESHOLD = 0.85
_NEIGHBOURS = 10
_MEMORY = 200_000  # surfaces
# Neighbours a node has and candidates looked at while the index is built. scispacy's 100 and 2000 need two hours for
# UMLS and find the same neighbours of what is near enough to count.
_INDEX = {"M": 16, "efConstruction": 100, "post": 0, "indexThreadQty": 1}
_SEARCH = {"efSearch": 200}


def check(model: str = "") -> None:
    """Raise UsageError where the extra, or the spaCy model named, is not installed; nothing is imported."""
    for module in ("spacy", "scispacy", "nmslib", "sklearn"):
        if find_spec(module) is None:
            raise _missing(module)
    if model and find_spec(model) is None and not Path(model).is_dir():
        raise UsageError(f"the spaCy model {model} is not installed. Install it, or leave the model out")


def _missing(module: str | None) -> UsageError:
    return UsageError(
        f"the extractor scispacy needs {module}, which is not installed. Run pip install 'kgqa[scispacy]'"
    )


def _extra(module: str) -> Any:
    """Import a module of the extra, which is slow and may be missing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise _missing(error.name) from None


class Generator:
    """scispacy's candidate generator over a list of strings and their concepts."""

    def __init__(self, strings: Sequence[str], concepts: Sequence[Sequence[str]]) -> None:
        """Build the index; a hundred thousand strings take about a minute."""
        nmslib, numpy = _extra("nmslib"), _extra("numpy")
        linking = _extra("scispacy.linking_utils")
        text = _extra("sklearn.feature_extraction.text")
        # create_tfidf_ann_index refuses scipy 1.11 and later because it also writes float16 vectors to disk
        # (github.com/scipy/scipy/issues/7408); nothing is written here, so the same steps are taken without it.
        vectorizer = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), min_df=1, dtype=numpy.float32)
        vectors = vectorizer.fit_transform(strings)
        index = nmslib.init(method="hnsw", space="cosinesimil_sparse", data_type=nmslib.DataType.SPARSE_VECTOR)
        index.addDataPointBatch(vectors)
        index.createIndex(_INDEX, print_progress=False)
        index.setQueryTimeParams(_SEARCH)
        by_concept: dict[str, list[str]] = {}
        for string, meant in zip(strings, concepts, strict=True):
            for concept in meant:
                by_concept.setdefault(concept, []).append(string)
        base = linking.KnowledgeBase(
            [linking.Entity(concept, names[0], names) for concept, names in by_concept.items()]
        )
        generator = _extra("scispacy.candidate_generation").CandidateGenerator
        self._generator = generator(index, vectorizer, list(strings), base)

    def candidates(self, surfaces: Sequence[str]) -> list[list[tuple[str, float]]]:
        """Return for each surface the concepts that are similar enough, best first."""
        found = []
        for made in self._generator(list(surfaces), k=_NEIGHBOURS):
            scored = ((one.concept_id, round(max(one.similarities), 4)) for one in made)
            found.append(sorted((c for c in scored if c[1] >= THRESHOLD), key=lambda c: (-c[1], c[0])))
        return found


class Scispacy:
    """scispacy beside the dictionary's look-up; sections, assertion and doses are the dictionary's."""

    name = "scispacy"

    def __init__(self, base: Dictionary, model: str = "") -> None:
        """Load an installed model by its name, or take spaCy's blank English with the abbreviation detector."""
        spacy = _extra("spacy")
        _extra("scispacy.abbreviation")  # registers the pipe
        self._base = base
        self._model = model
        try:
            self._nlp = spacy.load(model) if model else spacy.blank("en")
        except OSError:
            raise UsageError(f"the spaCy model {model} is not installed. Install it, or leave the model out") from None
        self._nlp.max_length = 1 << 30
        self._nlp.add_pipe("abbreviation_detector")
        vocabulary = base.vocabulary
        self._entries = vocabulary.entries()
        concepts = [[c.concept for c in vocabulary.candidates(entry)] for entry in range(len(vocabulary.keys))]
        self._generator = Generator(vocabulary.keys, concepts)
        self._groups = dict(zip(vocabulary.concepts, vocabulary.groups, strict=True))
        self._known: dict[str, tuple[Candidate, ...]] = {}
        pipe = f"{model}-{self._nlp.meta.get('version', '')}" if model else "blank"
        self.version = f"{version('scispacy')}/{pipe}/{base.version}"

    def extract(self, note: int, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, ordered and without overlap."""
        masked = mask(text)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # spaCy warns of an empty matcher for notes without abbreviations
            document = self._nlp(masked)
        if self._model:
            found = {(span.start_char, span.end_char): span.text for span in document.ents}
            mentions: list[Mention] = []
        else:
            found = {}
            mentions = list(self._base.extract(note, text))
        for short in document._.abbreviations:
            # Its detector needs no capital: it takes "Sulfamethoxazole (unknown)" for an explanation of "unknown"
            if is_short(short.text):
                found[short.start_char, short.end_char] = short._.long_form.text
        taken = [(mention.start, mention.end) for mention in mentions]
        meant: list[tuple[tuple[int, int], tuple[Candidate, ...]]] = []
        for span in sorted(found, key=lambda place: (place[0] - place[1], place)):
            candidates = self._link(found[span])
            if candidates and not any(start < span[1] and span[0] < end for start, end in taken):
                taken.append(span)
                meant.append((span, candidates))
        meant.sort()
        judged = self._base.judge(text, [span for span, _ in meant], note)
        mentions.extend(mention._replace(candidates=c) for mention, (_, c) in zip(judged, meant, strict=True))
        mentions.sort(key=lambda mention: mention.start)
        return tuple(mention._replace(extractor=self.name, version=self.version) for mention in mentions)

    def extract_all(self, notes: Sequence[tuple[int, str]]) -> Mentions:
        """Return the mentions of some notes, in the order of the notes."""
        return Mentions.of([mention for note, text in notes for mention in self.extract(note, text)])

    def _link(self, surface: str) -> tuple[Candidate, ...]:
        """Look a surface up: exactly, then by similarity; the same surface is asked for once."""
        string = key(surface)
        known = self._known.get(string)
        if known is None:
            if len(self._known) >= _MEMORY:
                self._known.clear()
            known = self._known[string] = self._look_up(string)
        return known

    def _look_up(self, string: str) -> tuple[Candidate, ...]:
        entry = self._entries.get(string)
        if entry is not None:
            every = self._base.vocabulary.candidates(entry)
            return tuple(candidate for candidate in every if candidate.score == every[0].score)
        if not string:
            return ()
        similar: list[Any] = self._generator.candidates([string])[0]
        return tuple(Candidate(c, score, self._groups[c]) for c, score in similar if score == similar[0][1])
