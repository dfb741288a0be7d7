"""Two plain routes to mentions, for bench/notes_gold.py to stand beside: a PhraseMatcher, and scispacy's dictionary."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence

import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from kgqa.notes.linker import Generator

Found = list[tuple[int, int, str]]
Named = Sequence[tuple[str, str, float]]  # text, concept, weight
LONGEST = 5  # words of a run that scispacy's generator is asked for


def _best(named: Named) -> dict[str, str]:
    """The concept of each text in lower case, by weight."""
    best: dict[str, tuple[float, str]] = {}
    for text, concept, weight in named:
        known = best.get(text.lower())
        if known is None or (-weight, concept) < (-known[0], known[1]):
            best[text.lower()] = (weight, concept)
    return {text: concept for text, (_, concept) in best.items()}


def phrase_matcher(named: Named) -> Callable[[str], Found]:
    """Look names up with spaCy's PhraseMatcher on lower-case tokens; the longest where they overlap."""
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    best = _best(named)
    by_tokens: dict[str, str] = {}
    for text, concept in best.items():
        document = nlp.make_doc(text)
        matcher.add("name", [document])
        by_tokens[" ".join(token.lower_ for token in document)] = concept

    def route(text: str) -> Found:
        document = nlp.make_doc(text)
        spans = filter_spans([document[start:end] for _, start, end in matcher(document)])
        return [(s.start_char, s.end_char, by_tokens[" ".join(token.lower_ for token in s)]) for s in spans]

    return route


def scispacy_linker(named: Named) -> Callable[[str], Found]:
    """Ask scispacy's candidate generator for every short run of words; the best first, the longest where they overlap."""
    nlp = spacy.blank("en")
    best = _best(named)
    texts = sorted(text for text in best if len(text) > 2)
    generator = Generator(texts, [[best[text]] for text in texts])
    edge = nlp.Defaults.stop_words | set(string.punctuation)
    known: dict[str, tuple[str, float] | None] = {}

    def route(text: str) -> Found:
        document = nlp.make_doc(text)
        runs = []
        for start in range(len(document)):
            for end in range(start + 1, min(start + LONGEST, len(document)) + 1):
                span = document[start:end]
                outer = {span[0].lower_, span[-1].lower_}
                inner = any(token.text in ".;:,\n" or token.is_space for token in span)
                if not inner and not outer & edge and len(span.text) > 2 and not span.text.isdigit():
                    runs.append(span)
        fresh = sorted({span.text.lower() for span in runs} - known.keys())
        for surface, found in zip(fresh, generator.candidates(fresh), strict=True):
            known[surface] = found[0] if found else None
        linked = [(span, known[span.text.lower()]) for span in runs if known[span.text.lower()]]
        linked.sort(key=lambda item: (-len(item[0].text), -item[1][1], item[0].start_char))
        taken: list[tuple[int, int]] = []
        chosen: Found = []
        for span, (concept, _) in linked:
            if not any(a < span.end_char and span.start_char < b for a, b in taken):
                taken.append((span.start_char, span.end_char))
                chosen.append((span.start_char, span.end_char, concept))
        return chosen

    return route
