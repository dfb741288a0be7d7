"""How fast notes are read: the whole chain (mask to written mentions) beside ahocorasick_rs alone on the same text.

    python bench/notes_speed.py                     10,000, 100,000 and 1,000,000 strings, one worker and two
    python bench/notes_speed.py --profile 100000    where the time goes at one size

Text: the MTSamples notes of $KGQA_SHARED (see notes_corpora.py), or the invented patients' notes that come with kgqa
where it is not set; repeated to 16 MB. Strings: the open names that notes are searched for, thinned out for the
smallest size and filled up with runs of words of those names for the largest. Times are wall clock, the best of three
for one core; beside the chain stands what a second of processor time does, which a busy machine changes less. MB are
characters. Each row runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import csv
import gzip
import io
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from notes_corpora import ROOT, knowledge, notes

from kgqa.files import share
from kgqa.load.notes import names_of
from kgqa.load.parts import extract_parts, parts
from kgqa.notes.dictionary import Dictionary
from kgqa.notes.fold import fold
from kgqa.notes.match import Strings
from kgqa.notes.tables import read_aliases, read_stop
from kgqa.notes.vocabulary import Name, Vocabulary, build

SIZES = (10_000, 100_000, 1_000_000)
TEXT = 16_000_000
MIMIC = 3_800  # MB of NOTEEVENTS
MB = 1_000_000


def texts() -> list[tuple[int, str]]:
    if (ROOT / "notes").is_dir():
        found = list(notes())
    else:
        table = share("data") / "synthetic" / "NOTEEVENTS.csv.gz"
        rows = csv.DictReader(io.StringIO(gzip.decompress(table.read_bytes()).decode(), newline=""))
        found = [{key.lower(): value for key, value in row.items()}["text"] for row in rows]
    while sum(map(len, found)) < TEXT:
        found += found
    size = 0
    kept: list[tuple[int, str]] = []
    for number, text in enumerate(found):
        if size >= TEXT:
            break
        kept.append((number, text))
        size += len(text)
    return kept


def vocabulary(names: list[Name], size: int) -> Vocabulary:
    """A vocabulary of about so many strings; names by the hash of their order, so that each size holds the smaller."""
    dice = random.Random(1)
    shuffled = sorted(names, key=lambda name: (dice.random(), name.text))
    whole = build(shuffled, read_stop(), read_aliases())
    if size < len(whole.keys):
        return build(shuffled[: size * len(shuffled) // len(whole.keys)], read_stop(), read_aliases())
    words = sorted({word for key in whole.keys for word in key.split() if len(word) > 2})
    fill = (" ".join(dice.choices(words, k=dice.choice((2, 2, 3, 4)))) for _ in range(size * 6 // 10))
    made = [Name(f"X{number}", text, "disorder") for number, text in enumerate(fill)] if size > 200_000 else []
    return build([*shuffled, *made], read_stop(), read_aliases())


def matcher_alone(strings: Strings, corpus: list[tuple[int, str]]) -> float:
    folded = [f" {fold(text)} " for _, text in corpus]
    automaton = strings._automaton  # noqa: SLF001 - the matcher itself, without what kgqa does with its hits
    began = time.perf_counter()
    for text in folded:
        automaton.find_matches_as_indexes(text, overlapping=True)
    return time.perf_counter() - began


def chain(extractor: Dictionary, corpus: list[tuple[int, str]], workers: int) -> tuple[float, float]:
    """Seconds by the clock, and of the processor."""
    with tempfile.TemporaryDirectory() as folder:
        began, used = time.perf_counter(), sum(os.times()[:4])
        extract_parts(corpus, extractor, Path(folder) / "parts", "bench", workers, lambda _size: None)
        return time.perf_counter() - began, sum(os.times()[:4]) - used


def row(size: int) -> None:
    names = names_of(knowledge())
    made = vocabulary(names, size)
    extractor = Dictionary(made)
    corpus = texts()
    amount = sum(len(text) for _, text in corpus) / MB
    strings = extractor._matcher._strings  # noqa: SLF001
    alone = amount / min(matcher_alone(strings, corpus) for _ in range(3))
    single = [chain(extractor, corpus, 1) for _ in range(3)]
    one, used = (amount / min(seconds) for seconds in zip(*single, strict=True))
    two = amount / min(chain(extractor, corpus, 2) for _ in range(2))[0]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(made.keys):>10,}{alone:>14.1f}{one:>12.1f}{used:>14.1f}{two:>14.1f}{two / one:>8.2f}{memory:>12,.0f}"
        f"{MIMIC / two / 60:>14.1f}",
        flush=True,
    )


def profile(size: int) -> None:
    import cProfile
    import pstats

    extractor = Dictionary(vocabulary(names_of(knowledge()), size))
    corpus = texts()
    corpus = corpus[: len(corpus) // 4]
    amount = sum(len(text) for _, text in corpus) / MB
    best = []
    for _ in range(3):
        began = time.perf_counter()
        mentions = sum(len(found) for found in extractor.extract_all(corpus))
        best.append(time.perf_counter() - began)
    print(f"{amount:.1f} MB, {mentions:,} mentions, {amount / min(best):.1f} MB/s without writing")
    with cProfile.Profile() as watched:
        for note, text in corpus:
            extractor.extract(note, text)
    pstats.Stats(watched).sort_stats("tottime").print_stats(28)


def main() -> None:
    if "--profile" in sys.argv:
        profile(int(sys.argv[-1]))
        return
    print(f"{os.cpu_count()} processors; parts of at least {len(next(parts([(0, 'x')], 1)))} note")
    print(
        f"{'strings':>10}{'matcher MB/s':>14}{'chain MB/s':>12}{'MB per cpu s':>14}{'2 workers':>14}{'times':>8}{'memory MB':>12}{'min for 3.8 GB':>16}"
    )
    for size in SIZES:
        process = multiprocessing.get_context("spawn").Process(target=row, args=(size,))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
