"""How fast notes are read: the whole chain (mask to written mentions) beside ahocorasick_rs alone on the same text.

    python bench/notes_speed.py                     10,000, 100,000 and 1,000,000 strings, one worker and two
    python bench/notes_speed.py --profile 100000    where the time goes at one size

Text: the MTSamples notes of $KGQA_SHARED (see notes_corpora.py), or the invented patients' notes that come with kgqa
where it is not set; repeated to 64 MB, so that starting a worker weighs little. Strings: the open names that notes are
searched for, thinned out for the smallest size and filled up with runs of words of those names for the largest. The
matcher alone is the automaton of the names; the chain has a second one, of what denies or doubts. All are the best of
three. Processor time is what the whole chain and the matcher are compared by, as a busy machine changes it less; of two
workers the clock counts. MB are characters. Each row runs in a process of its own, so that its memory is its own.
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
from kgqa.load.parts import BATCH, extract_parts, parts
from kgqa.notes.dictionary import Dictionary
from kgqa.notes.fold import fold_note
from kgqa.notes.match import Strings
from kgqa.notes.pages import join
from kgqa.notes.tables import read_aliases, read_stop
from kgqa.notes.vocabulary import Name, Vocabulary, build

SIZES = (10_000, 100_000, 1_000_000)
TEXT = 64_000_000
MIMIC = 3_800  # MB of NOTEEVENTS
MB = 1_000_000
COLUMNS = (
    "matcher",
    "chain",
    "times",
    "1 worker",
    "2 workers",
    "times",
    "2, per cpu s",
    "all",
    "a worker",
    "2 workers",
    "1 undisturbed",
)


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
    folded = [fold_note(join([text for _, text in part])).text for part in parts(corpus, BATCH)]
    automaton = strings._automaton  # noqa: SLF001 - the matcher itself, without what kgqa does with its hits
    began = time.process_time()
    for text in folded:
        automaton.find_matches_as_indexes(text, overlapping=True)
    return time.process_time() - began


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
    double = [chain(extractor, corpus, 2) for _ in range(3)]
    two, both = (amount / min(seconds) for seconds in zip(*double, strict=True))
    own, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    figures = (alone, used, alone / used, one, two, two / one, both, own, worker, MIMIC / two / 60, MIMIC / used / 60)
    print(f"{len(made.keys):>10,}" + "".join(f"{figure:>13,.1f}" for figure in figures), flush=True)


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
        mentions = sum(len(extractor.extract_all(part).note) for part in parts(corpus, BATCH))
        best.append(time.perf_counter() - began)
    print(f"{amount:.1f} MB, {mentions:,} mentions, {amount / min(best):.1f} MB/s without writing")
    with cProfile.Profile() as watched:
        for part in parts(corpus, BATCH):
            extractor.extract_all(part)
    pstats.Stats(watched).sort_stats("tottime").print_stats(28)


def main() -> None:
    if "--profile" in sys.argv:
        profile(int(sys.argv[-1]))
        return
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {TEXT / MB:.0f} MB of text")
    print(f"{'':10}{'MB per processor second':^39}{'MB per second':^39}{'':13}{'memory, MB':^26}{'min for 3.8 GB':^26}")
    print("   strings" + "".join(f"{name:>13}" for name in COLUMNS))
    for size in SIZES:
        process = multiprocessing.get_context("spawn").Process(target=row, args=(size,))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
