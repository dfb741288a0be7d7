"""Checks pattern files as their author needs it: all that is wrong in one run, with its place and a remedy.

The text is held against the schema, the cases are run, and what the header declares (hops, knowledge) is measured on
the proofs of the cases. A case is the author's own invention, so findings may show what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgqa.errors import PatternError, UsageError
from kgqa.files import share
from kgqa.graph.protocol import Cell, Engine
from kgqa.model import Id, NodeRef, Scalar
from kgqa.pattern.header import Case, Pattern, read_pattern
from kgqa.question.ask import facts_of, names_of
from kgqa.question.fold import Folded
from kgqa.question.plan import Plan, plan
from kgqa.question.prove import Prover, ProvingEngine, Reread, fold_rows, prove
from kgqa.question.reach import reach
from kgqa.question.record import wordings
from kgqa.question.vocabulary import mistakes
from kgqa.question.wording import lint
from kgqa.schema import Schema

OpenCase = Callable[[str, str], AbstractContextManager[ProvingEngine]]  # CREATE statements, and a name for them


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a pattern file."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of one file: its findings, its sentences, and what was measured on its cases."""

    file: Path
    pattern: Pattern | None
    findings: tuple[Finding, ...]
    sentences: tuple[str, ...] = ()
    hops: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """What one case gave."""

    findings: tuple[Finding, ...]
    hops: tuple[int, ...]
    knowledge: frozenset[str]
    sentences: tuple[str, ...]


def check(files: Iterable[Path], schema: Schema, open_case: OpenCase) -> Iterator[Checked]:
    """Check pattern files one after another, and that no two of them have one id."""
    by_id: dict[str, Path] = {}
    for file in files:
        checked = check_file(file, schema, open_case)
        if checked.pattern and (other := by_id.setdefault(checked.pattern.id, file)) != file:
            twice = Finding(file, 1, f"id {checked.pattern.id!r} is also the id of {other}. Rename one of them")
            checked = Checked(file, checked.pattern, (*checked.findings, twice), checked.sentences, checked.hops)
        yield checked


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Return the pattern files that are named or lie under the folders named; without any, those of kgqa."""
    found = []
    for path in paths or [share("cypher") / "questions"]:
        if path.is_dir():
            found += sorted(path.rglob("*.cypher"))
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(f"{path}: there is no such file or folder. Give a .cypher file, or a folder of them")
    return found


def check_file(file: Path, schema: Schema, open_case: OpenCase) -> Checked:
    """Check one pattern file."""
    try:
        pattern = read_pattern(file)
    except PatternError as error:
        return Checked(file, None, (_located(file, str(error)),))
    findings = [Finding(file, place.line if place else 1, message) for place, message in mistakes(pattern, schema)]
    findings += _about_cases(pattern)
    ready = plan(pattern)
    runs = [_run(ready, case, open_case) for case in pattern.cases]
    findings += [finding for run in runs for finding in run.findings]
    findings += _about_measures(pattern, runs)
    sentences = next((run.sentences for run in runs if run.sentences), ())
    findings += [Finding(file, 1, f"{fault}: {text}") for text in sentences for fault in lint(text)]
    hops = tuple(sorted({hops for run in runs for hops in run.hops}))
    return Checked(file, pattern, tuple(findings), sentences, hops)


def run_case(engine: Engine, pattern: Pattern, case: Case) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the expected rows that are missing and the found rows that are not expected, as ids and values."""
    found = engine.run(pattern.query, list(case.patients) if case.patients is not None else None)
    columns = {key for row in case.expect for key in row} or {*pattern.slots, "answer"}
    told = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    got = {_frozen({name: _plain(row[name]) for name in columns if name in row}) for row in told}
    expected = {_frozen(row) for row in case.expect}
    return _thawed(expected - got), _thawed(got - expected)


def _run(ready: Plan, case: Case, open_case: OpenCase) -> _Run:
    pattern = ready.pattern

    def finding(message: str) -> Finding:
        return Finding(pattern.file, case.line, f"case {case.name!r}: {message}")

    try:
        with open_case(case.graph, f"{pattern.file}: case {case.name!r}") as engine:
            missing, strange = run_case(engine, pattern, case)
            wrong = [finding(f"does not give {row}") for row in missing]
            wrong += [finding(f"gives {row}, which is not expected") for row in strange]
            if wrong or not case.expect:
                return _Run(tuple(wrong), (), frozenset(), ())
            return _measure(ready, case, engine, finding)
    except PatternError as error:
        return _Run((finding(str(error)),), (), frozenset(), ())


def _measure(ready: Plan, case: Case, engine: ProvingEngine, finding: Callable[[str], Finding]) -> _Run:
    """Fold the rows of a case, measure hops and knowledge on their proofs, and prove them."""
    patients = list(case.patients) if case.patients is not None else None
    rows = ready.rows(engine.run(ready.query, patients))
    named = names_of(engine, rows)
    questions = {place: q for place, q in fold_rows(ready, rows, named).items() if not q.refused}
    facts = facts_of(engine, named, questions.values())
    wrong: list[Finding] = []
    hops: list[int] = []
    for question in questions.values():
        if (measured := reach(ready, question)) is None:
            wrong.append(finding("the paths of its answer do not hang together. Let them share nodes"))
        else:
            hops.append(measured[0])
    proofs = prove(Prover(engine, lambda _engine, _nodes, _edges: Reread((), (), {})), ready, questions, facts)
    for proof, remedy in _REMEDIES.items():
        if any(found[proof] is False for found in proofs.values()):
            wrong.append(finding(f"is not {proof}. {remedy}"))
    used = {e.type for q in questions.values() for e in _edges(q) if e.source.label == e.target.label == "Concept"}
    sentences = next((tuple(texts) for q in questions.values() if (texts := wordings(ready, facts, q))), ())
    return _Run(tuple(wrong), tuple(hops), frozenset(used), sentences)


_REMEDIES = {
    "present": "An edge of a path is not in the graph: this is a fault of the engine",
    "replayed": "The pattern gives something else for one patient alone. Let every MATCH hang on the patient",
    "sufficient": "Its paths alone do not give the answer. Name the path of every MATCH; make a MATCH of each EXISTS",
    "necessary": "The answer stays when an edge of its paths is taken away. Drop that edge from the paths",
}


def _about_cases(pattern: Pattern) -> list[Finding]:
    found = []
    if not any(case.expect for case in pattern.cases):
        found.append(Finding(pattern.file, 1, "no case expects a row. Add a [[case]] that shows a hit"))
    if not any(not case.expect for case in pattern.cases):
        found.append(Finding(pattern.file, 1, "no case expects nothing. Add a [[case]] that just misses, expect = []"))
    return found


def _about_measures(pattern: Pattern, runs: Sequence[_Run]) -> list[Finding]:
    """Hold the declared hops against the most that a case needs, and the knowledge against what the cases walk."""
    found = []
    measured = [(hops, case) for run, case in zip(runs, pattern.cases, strict=True) for hops in run.hops]
    if measured and max(hops for hops, _ in measured) != pattern.hops:
        hops, case = max(measured, key=lambda one: one[0])
        advice = f"Write hops = {hops}, or " + (
            "drop a path" if hops > pattern.hops else "add the path that is missing"
        )
        message = f"hops = {pattern.hops}, but the farthest case, {case.name!r}, uses {hops}. {advice}"
        found.append(Finding(pattern.file, 1, message))
    shown = {kind for match in pattern.query.matches for edge in match.edges for kind in edge.types}
    walked = {kind for run in runs for kind in run.knowledge}
    unwalked = [kind for kind in pattern.knowledge if measured and kind in shown and kind not in walked]
    return found + [
        Finding(pattern.file, 1, f"no case walks a {kind}. Add a case whose path has one") for kind in unwalked
    ]


def _edges(question: Folded) -> Iterable[Any]:
    return (edge for a in question.answers for row in a.rows for path in row.paths for edge in path.edge_refs())


def _plain(cell: Cell) -> Id | Scalar | None:
    return cell.id if isinstance(cell, NodeRef) else cell  # type: ignore[return-value]


def _frozen(row: Mapping[str, Any]) -> tuple[tuple[str, str, Any], ...]:
    return tuple(sorted((name, type(value).__name__, value) for name, value in row.items()))


def _thawed(rows: Iterable[tuple[tuple[str, str, Any], ...]]) -> list[dict[str, Any]]:
    return [{name: value for name, _, value in row} for row in sorted(rows, key=repr)]


def _located(file: Path, message: str) -> Finding:
    found = re.match(r"(\d+)(?::(\d+))?: (.*)", message.removeprefix(f"{file}:"), re.DOTALL)
    if found is None or not message.startswith(f"{file}:"):
        return Finding(file, 1, message)
    at = f"column {found[2]}: " if found[2] else ""
    return Finding(file, int(found[1]), at + found[3])
