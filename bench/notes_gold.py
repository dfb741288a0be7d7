"""Precision, recall and F of the note extractors on public gold sets, with two plain routes beside them in the same run.

    python bench/notes_gold.py                      all sets; the routes whose libraries are installed
    python bench/notes_gold.py --split dev          tune here (vocabulary learnt from train only), never on test
    python bench/notes_gold.py --errors             also print the commonest errors

Sets, and what counts as right:
- BC5CDR and NCBI Disease: a mention with the gold span and one of its concepts. A gold mention without a concept (-1)
  cannot be found and counts as missed. The vocabulary is what the training and development documents name (training
  alone for --split dev) and the open names that kgqa carries. Strings that the annotators mostly passed over are left out.
- MTSamples (MedCAT): the same with CUIs, open vocabulary of disorders and findings, nothing learnt; and, on the gold
  spans, whether a mention is confirmed (not denied, doubted, hypothetical, or another's).

Routes: `dictionary` is kgqa's; `phrase matcher` is spaCy's PhraseMatcher (lower case) over the same names; `scispacy` is
its candidate generator over a knowledge base of the same names, asked for every run of up to five words without stop
words at its ends, best candidate from .85 on, longest span first. The last needs spaCy and scispacy: pip install
'kgqa[scispacy]'.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from notes_corpora import Document, bc5cdr, knowledge, mesh_names, mtsamples_gold, ncbi_disease
from notes_learn import learnt_names, learnt_stop

from kgqa.load.notes import names_of
from kgqa.notes.dictionary import Dictionary
from kgqa.notes.mention import Mention
from kgqa.notes.tables import Alias, Stop, read_aliases, read_stop
from kgqa.notes.vocabulary import SYNONYM, Name, build

# The annotators of MTSamples looked for UMLS types T047 and T048, diseases and mental disorders. The open files have no
# types; nearest to these are the concepts with a CUI that the Disease Ontology or Mondo names as a disease.
DISEASES = """
SELECT DISTINCT concept FROM knowledge.name WHERE source IN ('Disease Ontology', 'Mondo') AND concept LIKE 'C%'
"""
Found = list[tuple[int, int, str]]
Route = Callable[[str], Found]


@dataclass
class Score:
    """Right, found and gold mentions, and the errors by surface."""

    right: int = 0
    right_span: int = 0
    found: int = 0
    gold: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    mistaken: Counter[str] = field(default_factory=Counter)

    def add(self, document: Document, found: Found) -> None:
        gold = {(a.start, a.end): a.concepts for a in document.annotations}
        spans = {(start, end): concept for start, end, concept in found}
        self.gold += len(gold)
        self.found += len(spans)
        for span, concept in spans.items():
            surface = document.text[slice(*span)]
            self.right_span += span in gold
            if concept in gold.get(span, ()):
                self.right += 1
            elif span in gold:
                self.mistaken[f"{surface} {concept} for {min(gold[span], default='-1')}"] += 1
            else:
                self.extra[surface] += 1
        self.missed.update(document.text[slice(*span)] for span in gold if span not in spans)

    def line(self) -> str:
        def figures(right: int) -> str:
            precision, recall = right / max(1, self.found), right / max(1, self.gold)
            return f"P {precision:.3f}  R {recall:.3f}  F {2 * right / max(1, self.found + self.gold):.3f}"

        return f"{figures(self.right)}   span alone: {figures(self.right_span)}"


def dictionary(names: Sequence[Name], stop: Stop, aliases: Iterable[Alias]) -> tuple[Route, Dictionary]:
    extractor = Dictionary(build(names, stop, aliases))

    def route(text: str) -> Found:
        return [(m.start, m.end, m.concept) for m in extractor.extract(0, text)]

    return route, extractor


def routes(names: Sequence[Name], stop: Stop, aliases: Sequence[Alias]) -> dict[str, Route]:
    made = {"dictionary": dictionary(names, stop, aliases)[0]}
    try:
        from notes_baselines import phrase_matcher, scispacy_linker
    except ImportError as error:
        print(f"(spaCy's routes are left out: {error.name} is not installed)")
        return made
    # The same names: with the aliases' own concepts, without what is stopped, each once.
    vocabulary = build(names, stop, aliases)
    same = {}
    for entry, string in enumerate(vocabulary.keys):
        same[string] = vocabulary.candidates(entry)[0].concept
    plain = [(name.text, name.concept, name.weight) for name in names] + _meant(aliases, names)
    plain = [(text, concept, weight) for text, concept, weight in plain if text.lower() not in stop.never]
    made["phrase matcher"] = phrase_matcher(plain)
    made["scispacy"] = scispacy_linker(plain)
    return made


def _meant(aliases: Sequence[Alias], names: Sequence[Name]) -> list[tuple[str, str, float]]:
    best: dict[str, tuple[float, str]] = {}
    for name in names:
        best[name.text.lower()] = max(best.get(name.text.lower(), (0.0, "")), (name.weight, name.concept))
    found = []
    for alias in aliases:
        target = next((best[text.lower()] for text in alias.means if text.lower() in best), None)
        if target:
            found.append((alias.name, target[1], 0.98))
    return found


def report(title: str, documents: Sequence[Document], made: dict[str, Route]) -> None:
    print(f"\n{title}: {len(documents)} documents, {sum(len(d.annotations) for d in documents)} mentions")
    for name, route in made.items():
        score, began = Score(), time.perf_counter()
        for document in documents:
            score.add(document, route(document.text))
        seconds = time.perf_counter() - began
        rate = sum(len(d.text) for d in documents) / 1e6 / seconds
        print(f"  {name:<16}{score.line()}   {rate:6.2f} MB/s")
        if "--errors" in sys.argv:
            for what in ("missed", "extra", "mistaken"):
                print(f"    {what}: {getattr(score, what).most_common(25)}")


def assertion(documents: Sequence[Document], extractor: Dictionary) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    for document in documents:
        gold = sorted({(a.start, a.end): a for a in document.annotations if a.affirmed is not None}.items())
        flags = extractor.judge(document.text, [span for span, _ in gold])
        for (_, annotation), mention in zip(gold, flags, strict=True):
            counts[bool(annotation.affirmed), _confirmed(mention)] += 1
    right = counts[True, True] + counts[False, False]
    print(f"\nMTSamples assertion on gold spans: accuracy {right / counts.total():.3f} of {counts.total()}")
    for side, name in ((True, "confirmed"), (False, "other")):
        hit, found, gold = (
            counts[side, side],
            counts[True, side] + counts[False, side],
            counts[side, True] + counts[side, False],
        )
        print(f"  {name:<16}P {hit / found:.3f}  R {hit / gold:.3f}  F {2 * hit / (found + gold):.3f}")


def _confirmed(mention: Mention) -> bool:
    return not (mention.negated or mention.uncertain or mention.hypothetical or mention.experiencer != "patient")


def main() -> None:
    split = "dev" if "dev" in sys.argv else "test"
    learning = ("train",) if split == "dev" else ("train", "dev")
    connection = knowledge()
    mesh = mesh_names(connection)
    for title, read, open_names in (
        ("BC5CDR", bc5cdr, mesh),
        ("NCBI Disease", ncbi_disease, [name for name in mesh if name.group == "disorder"]),
    ):
        learnt_from = [document for part in learning for document in read(part)]
        names = [Name(n.concept, n.text, "", n.weight * SYNONYM) for n in open_names] + learnt_names(learnt_from)
        report(f"{title} {split}", read(split), routes(names, learnt_stop(names, learnt_from), ()))
    scope = frozenset(row[0] for row in connection.execute(DISEASES).fetchall())
    names = [name for name in names_of(connection) if name.concept in scope and name.group == "disorder"]
    stop, aliases = read_stop(), read_aliases()
    gold = mtsamples_gold()
    report("MTSamples (MedCAT)", gold, routes(names, stop, aliases))
    assertion(gold, dictionary(names, stop, aliases)[1])


if __name__ == "__main__":
    main()
