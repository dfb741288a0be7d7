"""Learn from text which strings are no names: the stop list data/notes/stop.tsv, and what a benchmark may learn.

Stop list. A word that at least five doctors or patients say in the training and validation dialogues of ACI-BENCH and
MTS-Dialog (CC BY 4.0), and that is no name in the open knowledge, is everyday language and no name in a larger
vocabulary either (`spoken`). Lines marked `reviewed` are decided by hand, from the list that this script prints: names
of the open knowledge by how often the written notes hold them. They are kept, and with `kept` they protect a spoken
word.

For the benchmarks: the annotated strings of training documents as names (learnt_names), and the strings that annotators
passed over more often than not (learnt_stop).

    python bench/notes_learn.py            print what to review
    python bench/notes_learn.py --write    write the stop list anew
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from notes_corpora import Document, dialogues, knowledge, notes

from kgqa.files import share
from kgqa.load.notes import names_of
from kgqa.notes.fold import fold_note, key
from kgqa.notes.match import Matcher
from kgqa.notes.pages import join
from kgqa.notes.tables import MODES, Stop
from kgqa.notes.vocabulary import Name, Vocabulary, build

SPOKEN = 5  # dialogues that must hold a word
WORD = re.compile(r"(?<![A-Za-z'])[a-z]{3,}(?![A-Za-z'])")
FOLDER = share("data") / "notes"
STOP_HEAD = """\
# Strings that are no names, as folded. Made by bench/notes_learn.py, which says how; columns are parted by tabs.
#   mode    never; cased (only in the capitals of the name); dosed (only in a list of drugs, or with a dose, route or
#           frequency beside it); kept (a spoken word that counts all the same)
#   why     reviewed: decided by hand and kept when the list is made anew; spoken: said in that many dialogues
string\tmode\twhy
"""


def learnt_names(documents: Iterable[Document], weight: float = 0.95) -> list[Name]:
    """Return the annotated strings as names of the first of their concepts, weighted by how often they mean it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for annotation in document.annotations:
            concept = min(annotation.concepts, default="-1")
            counts[document.text[annotation.start : annotation.end]][concept] += 1
    return [
        Name(concept, text, "", weight + 0.04 * times / found.total())
        for text, found in counts.items()
        for concept, times in found.items()
        if concept != "-1"
    ]


def mistaken(vocabulary: Vocabulary, documents: Sequence[Document], least: float = 0.5) -> frozenset[str]:
    """Return the strings that the annotators meant as their concept in less than `least` of their places."""
    matcher = Matcher(vocabulary)
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for document in documents:
        gold = {(a.start, a.end): a.concepts for a in document.annotations}
        pages = join([document.text])
        found, _ = matcher.find(pages, fold_note(pages))
        for start, end, entry in zip(*(column.tolist() for column in found), strict=True):
            string = vocabulary.keys[entry]
            every[string] += 1
            right[string] += vocabulary.candidates(entry)[0].concept in gold.get((start, end), ())
    return frozenset(string for string, times in every.items() if right[string] < least * times)


def learnt_stop(names: Sequence[Name], documents: Sequence[Document]) -> Stop:
    """Return the strings that are mistaken; twice, because taking one away lets others be found."""
    stop = mistaken(build(names), documents)
    return Stop(never=stop | mistaken(build(names, Stop(never=stop)), documents))


def _table(name: str) -> list[list[str]]:
    path = FOLDER / name
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def stop_lines(open_names: Sequence[Name]) -> list[str]:
    reviewed = {string: (mode, why) for string, mode, why in _table("stop.tsv") if why.startswith("reviewed")}
    known = {key(name.text) for name in open_names}
    said: Counter[str] = Counter()
    for dialogue in dialogues():
        said.update(set(WORD.findall(dialogue)))
    spoken = {word: ("never", f"spoken {n}") for word, n in said.items() if n >= SPOKEN and word not in known}
    every = {**spoken, **reviewed}
    order = sorted(every, key=lambda string: (MODES.index(every[string][0]), every[string][1][:2] != "re", string))
    return ["\t".join((string, *every[string])) for string in order]


def review(open_names: Sequence[Name]) -> None:
    """Print the open names by how often written notes hold them, group by group."""
    vocabulary = build(open_names)
    matcher = Matcher(vocabulary)
    times: Counter[int] = Counter()
    for text in notes():
        pages = join([text])
        times.update(matcher.find(pages, fold_note(pages))[0].number.tolist())
    decided = {line[0] for line in _table("stop.tsv")}
    for entry, n in times.most_common():
        string = vocabulary.keys[entry]
        if n > 1 and string not in decided:
            print(f"{n:>6}  {vocabulary.candidates(entry)[0].group:<10} {string}")


def main() -> None:
    connection = knowledge()
    open_names = names_of(connection)
    if "--write" not in sys.argv:
        review(open_names)
        return
    lines = stop_lines(open_names)
    (FOLDER / "stop.tsv").write_text(STOP_HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    print(f"stop.tsv: {len(lines)} lines")


if __name__ == "__main__":
    main()
