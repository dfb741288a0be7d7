"""Makes a question set: every pattern is asked of every patient, in batches, and what is proven is written.

Patients come in the order of their hashes and every choice hangs on ids alone, so the same graph and seed give the same
bytes, and one more chart changes nothing for the others. Only what looks at all patients at once lets them compete:
equal shares of yes and no, `per_pattern`, `limit`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path

from kgqa.batch import Task
from kgqa.errors import UsageError
from kgqa.graph.protocol import Engine
from kgqa.manifest import Summary, Tally, manifest, rates_of
from kgqa.model import NodeRef
from kgqa.opening import Opened
from kgqa.pattern.header import Pattern, read_pattern, read_patterns
from kgqa.pattern.parse import parse
from kgqa.question.ask import Wanted
from kgqa.question.draw import in_hash_order
from kgqa.question.gates import decisions
from kgqa.question.plan import plan
from kgqa.question.pool import Entry, Pool
from kgqa.question.record import line
from kgqa.question.select import at_most, balanced, even
from kgqa.question.store import write_manifest, writing
from kgqa.question.vocabulary import refuse_mistakes
from kgqa.question.written import Written, commonest_of
from kgqa.schema import read_schema
from kgqa.stage import Tell
from kgqa.twins import twins_of
from kgqa.workers import batches, fitting

_ALL = "MATCH (p:Patient) RETURN p"


@dataclass(frozen=True, slots=True)
class Options:
    """What a set is made with; all of it stands in the manifest.

    `hops` bounds the measured hops, the others bound numbers of questions (0: no bound); see Wanted, select and the
    gates. `refuse` and `allow` name gates that refuse, or only mark, other than by default. `checked_only` leaves out
    what leans on a hand-made statement that could not be compared with its place. With `equal` each yes-no pattern
    keeps as many yes as no. `wrong` are ids of questions that reviewers found wrong. `unanswerable` is the share of the
    set that has no answer, at most 0.5.
    """

    seed: int = 0
    hops: tuple[int, int] | None = None
    per_pattern: int = 0
    per_patient: int = 0
    largest: int = 10
    checked_only: bool = False
    refuse: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    limit: int = 0
    equal: bool = True
    wrong: tuple[str, ...] = ()
    unanswerable: float = 0.0
    split_by: str = "patient"

    def decided(self) -> dict[str, bool]:
        """Return for every gate whether it refuses."""
        return decisions(self.refuse, self.allow, checked_only=self.checked_only)


def generate(
    opened: Opened,
    patterns: Sequence[Pattern],
    *,
    options: Options,
    out: Path,
    workers: int = 1,
    tell: Tell = lambda _stage: None,
) -> Summary:
    """Write the question set; stopped at any moment, it leaves the old set, or none.

    `workers` processes ask at a time, as many as the machine has room for with 0; the set is the same for any number.
    They import the script that calls this, which then must do so under `if __name__ == "__main__"`.
    """
    decided = options.decided()
    wanted = Wanted(options.hops, options.per_patient, wrong=frozenset(options.wrong))
    task = Task(patterns, wanted, options.largest, decided)
    asked_of = patients_of(opened.prover.engine, options.seed)
    workers = workers or fitting(opened.opening, len(asked_of))
    tallies = {pattern.id: Tally() for pattern in patterns}
    gated: Counter[str] = Counter()
    with writing(out, patterns) as (folder, questions), Pool(folder / "pool.jsonl") as pool:
        with closing(batches(opened, task, asked_of, workers, folder, tell)) as each:
            for made in each:
                pool.take(made.file, made.entries)
                gated += made.gated
                for name, tally in made.tallies.items():
                    tallies[name].count(tally)
        drawn = _drawn(pool.entries, options, tallies)
        twins = []
        if share := options.unanswerable:
            plans = {pattern.id: plan(pattern) for pattern in patterns}
            twins = twins_of(opened, plans, pool, drawn, share, options.wrong, tell)
        written = Written(drawn, twins, asked_of, decided)
        for records in written.by_patient(pool):
            questions.writelines(line(record) for record in records)
        questions.flush()
        for name, tally in tallies.items():
            tally.kept, tally.unanswerable = written.counts["pattern"][name], written.reasons[name]
        kept = {name: dict(sorted(count.items())) for name, count in written.counts.items()}
        rates = rates_of(tallies, gated + written.gated, sum(kept["pattern"].values()), decided)
        summary = Summary(len(asked_of), tallies, rates, kept, tuple(written.examples))
        write_manifest(folder, manifest(summary, patterns, asdict(options), opened))
    return summary


def patients_of(engine: Engine, seed: int) -> list[int]:
    """Return every patient of a graph in the order in which they are asked about."""
    found = (row[0] for row in engine.run(parse(_ALL, "patients")).rows)
    return in_hash_order((int(node.id) for node in found if isinstance(node, NodeRef)), seed)


def chosen(folder: Path, names: Sequence[str], themes: Sequence[str]) -> list[Pattern]:
    """Return the patterns asked for: by id or theme in the folder, or a file of one's own; without any, the folder's.

    Raises UsageError for an id or theme that there is not, PatternError for a file that is no pattern, or
    one with names that the schema does not know.
    """
    files = [Path(name) for name in names if name.endswith(".cypher")]
    ids = {name for name in names if not name.endswith(".cypher")}
    known = read_patterns(folder) if ids or themes or not files else ()
    for what, wanted, there in (
        ("pattern", ids, {p.id for p in known}),
        ("theme", set(themes), {p.theme for p in known}),
    ):
        for name in sorted(wanted - there):
            near = get_close_matches(name, sorted(there), n=1, cutoff=0.0)
            raise UsageError(f"there is no {what} {name!r}. Did you mean {near[0] if near else 'another folder'}?")
    everything = not files and not ids and not themes
    found = [p for p in known if everything or p.id in ids or p.theme in themes]
    brought = [read_pattern(file) for file in files]
    for pattern in brought:
        refuse_mistakes(pattern, read_schema())
    return sorted([*found, *brought], key=lambda pattern: pattern.id)


def hops_of(text: str | None) -> tuple[int, int] | None:
    """Read bounds of hops, as `3` or `2-4`."""
    if text is None:
        return None
    found = re.fullmatch(r"\s*([1-9]\d?)\s*(?:-\s*([1-9]\d?)\s*)?", text)
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise UsageError(f"--hops {text}: is no number of hops. Write it like 3, or 2-4")
    return int(found[1]), int(found[2] or found[1])


def _drawn(entries: Sequence[Entry], options: Options, tallies: Mapping[str, Tally]) -> list[Entry]:
    """Draw what comes into the set, and count what does not."""
    left = list(entries)
    if options.decided()["commonest answer"]:
        common = commonest_of(left)
        for entry in left:
            tallies[entry.pattern].refused["commonest answer"] += entry.id in common
        left = [entry for entry in left if entry.id not in common]
    drawn = even(left, options.seed) if options.equal else left
    drawn = at_most(drawn, options.per_pattern, lambda entry: entry.pattern, options.seed)
    drawn = balanced(drawn, round(options.limit * (1 - options.unanswerable)), options.seed)
    drawn = even(drawn, options.seed) if options.equal else drawn
    kept = Counter(entry.pattern for entry in drawn)
    for pattern, number in Counter(entry.pattern for entry in left).items():
        tallies[pattern].not_drawn += number - kept[pattern]
    return drawn
