"""Audits a question set: it needs only the questions, the graph and the source folder.

Each record is made again from its pattern, its patient and the graph, proven again, and held against what is written,
field by field. What can be seen from the records alone (hops, splits, copies, words) is worked out a second way.
A message names label, id and field; it never shows a value.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgqa.model import Record
from kgqa.opening import Opened
from kgqa.pattern.header import Pattern, read_patterns
from kgqa.question.ask import Asking, Wanted
from kgqa.question.gates import decisions, gates
from kgqa.question.inspect import Finding, alone, differences, well_formed
from kgqa.question.plan import plan
from kgqa.question.prove import prove_sources
from kgqa.question.record import Setting
from kgqa.question.split import Novelty, across, concepts_of
from kgqa.question.store import PATTERNS, QuestionSet, sha256
from kgqa.question.together import marked, same_words
from kgqa.stage import Stage, Tell
from kgqa.twins import again as twins_again

_LARGEST = 10
_LEVELS = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings, worst first, and how the set is balanced: of each figure, how many questions have which."""

    questions: int
    findings: tuple[Finding, ...]
    balance: Mapping[str, Mapping[str, int]]


def audit(questions: QuestionSet, opened: Opened, *, tell: Tell = lambda _stage: None) -> Audit:
    """Audit a question set against a graph, with the pattern files that lie beside the questions."""
    patterns = read_patterns(questions.path / PATTERNS)
    setting = opened.setting
    findings: list[Finding] = []
    records: list[Record] = []
    for number, record in questions.records():
        if _can_be_asked(record):
            records.append(record)
        else:
            findings += [Finding("error", f"line {number}", *fault) for fault in well_formed(record)]
    findings += _of_the_set(questions, patterns, records, setting)
    again, refused = _again(questions, patterns, opened, records, tell)
    whole = [again.get(r["id"], r) for r in records if r["id"] in again or not any(well_formed(r))]
    known = Novelty((r["split"], r["pattern"], concepts_of(r)) for r in whole if r["answerable"])
    for one in again.values():
        host = again[one["twin_of"] or one["id"]]
        one["novelty"] = known.of(host["split"], host["pattern"], concepts_of(host))
    for identity, names in marked(whole, _decided(questions)).items():
        if identity in again:
            again[identity]["marks"] += names
    sound = []
    for record in records:
        made = again.get(record["id"])
        if record != (made and {**made, "proofs": {**made["proofs"], "agreed": _agreed(record, made)}}):
            faults = list(well_formed(record))
            findings += [Finding("error", record["id"], *fault) for fault in faults]
            if faults:
                continue
        findings += [Finding("error", record["id"], *fault) for fault in alone(record, setting.split_by)]
        findings += _against(record, made, refused)
        sound.append(record)
    findings += _together(sound, setting.split_by)
    findings.sort(key=lambda f: (_LEVELS.index(f.level), f.question, f.field, f.message))
    return Audit(len(records), tuple(dict.fromkeys(findings)), balance(sound))


def balance(records: Iterable[Record]) -> dict[str, dict[str, int]]:
    """Count records by hops, theme, answer kind, size of the answer, chance (in tenths), split and shape."""
    counts: dict[str, Counter[Any]] = defaultdict(Counter)
    for record in records:
        values = record["answer"]["values"]
        size = values[0]["value"] if values and record["answer"]["kind"] == "count" else len(values)
        chance = record["chance"]
        told = {name: record[name] for name in ("hops", "theme", "pattern", "split", "shape")}
        told |= {"kind": record["answer"]["kind"], "answer size": size}
        told["reason"] = record["reason"] or "answerable"
        told["chance"] = (
            "unknown"
            if chance is None
            else f"{min(int(chance * 10), 9) / 10:.1f} to {min(int(chance * 10), 9) / 10 + 0.1:.1f}"
        )
        for name, value in told.items():
            counts[name][value] += 1
    return {
        name: {str(key): count[key] for key in sorted(count, key=lambda v: (isinstance(v, str), v))}
        for name, count in sorted(counts.items())
    }


def _can_be_asked(record: Record) -> bool:
    types = {"id": str, "pattern": str, "patient": int}
    return all(isinstance(record.get(name), kind) for name, kind in types.items())


def _again(
    questions: QuestionSet,
    patterns: Iterable[Pattern],
    opened: Opened,
    records: Sequence[Record],
    tell: Tell,
) -> tuple[dict[str, Record], dict[str, str]]:
    """Make every record again; where one cannot be made, say why."""
    written: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        written[record["pattern"]].append(record)
    again: dict[str, Record] = {}
    refused = dict.fromkeys(
        (r["id"] for r in records), "not among the questions that its pattern gives for its patient"
    )
    judged = gates(questions.manifest.get("options", {}).get("largest", _LARGEST), _decided(questions))
    known = {pattern.id: pattern for pattern in patterns}
    for done, name in enumerate(sorted(written)):
        tell(Stage(name, done / len(written), (done + 1) / len(written)))
        if name in known:
            wanted = Wanted(only=frozenset(record["id"] for record in written[name]))
            patients = sorted({record["patient"] for record in written[name]})
            asking = Asking(plan(known[name]), opened.setting, judged, wanted)
            for place in range(0, len(patients), opened.at_once):
                asked = asking.ask(opened.prover, patients[place : place + opened.at_once])
                again |= {record["id"]: record for record in asked.records}
                refused |= {identity: f"refused: {reason}" for identity, reason in asked.refused.items()}
    _prove_sources(opened, again)
    for name in sorted(written.keys() & known.keys()):
        twins = [record for record in written[name] if record.get("answerable") is False and _is_twin(record)]
        if twins:
            hosts = [again[record["id"]] for record in written[name] if record["id"] in again]
            made = twins_again(opened, plan(known[name]), hosts, twins)
            again |= made
            refused |= {
                record["id"]: "not proven to be without an answer" for record in twins if record["id"] not in made
            }
    return again, refused


def _prove_sources(opened: Opened, again: Mapping[str, Record]) -> None:
    """Prove records by their source rows, so many patients' at once as generate does."""
    of: dict[int, list[Record]] = defaultdict(list)
    for record in again.values():
        of[record["patient"]].append(record)
    patients = sorted(of)
    for place in range(0, len(patients), opened.batch):
        some = patients[place : place + opened.batch]
        prove_sources(opened.prover, [record for patient in some for record in of[patient]])


def _decided(questions: QuestionSet) -> dict[str, bool]:
    options = questions.manifest.get("options", {})
    asked = options.get("checked_only", False)
    return decisions(options.get("refuse", ()), options.get("allow", ()), checked_only=asked)


def _is_twin(record: Record) -> bool:
    return isinstance(record.get("twin_of"), str) and record.get("swapped") in (record.get("slots") or {})


def _against(record: Record, made: Record | None, refused: Mapping[str, str]) -> Iterator[Finding]:
    if made is None:
        yield Finding("error", record["id"], "id", f"cannot be made again: it is {refused[record['id']]}")
        return
    for proof, holds in made["proofs"].items():
        if holds is False:
            yield Finding("error", record["id"], f"proofs.{proof}", "does not hold on this graph")
    for field, message in differences(record, {**made, "proofs": {**made["proofs"], "agreed": _agreed(record, made)}}):
        yield Finding("error", record["id"], field, message)


def _agreed(record: Record, made: Record) -> object:
    """Where no second engine is at hand, what was written stands."""
    now, proofs = made["proofs"]["agreed"], record.get("proofs")
    return proofs.get("agreed") if now is None and isinstance(proofs, dict) else now


def _of_the_set(
    questions: QuestionSet, patterns: Iterable[Pattern], records: Sequence[Record], setting: Setting
) -> Iterator[Finding]:
    """Find what is wrong between the questions, the manifest, the pattern files and the graph."""
    manifest = questions.manifest
    if not manifest:
        yield Finding("warning", "", "manifest.json", "is missing, so nothing says how the set was made")
        return
    if manifest.get("questions_sha256") != sha256(questions.file):
        yield Finding("error", "", "questions.jsonl", "is not the file that manifest.json describes")
    if manifest.get("graph", {}).get("fingerprint") != setting.graph:
        yield Finding("error", "", "graph", "is not the one that the questions were made from")
    told = manifest.get("patterns", {})
    counted = Counter(record["pattern"] for record in records)
    for name in sorted(told.keys() | counted.keys()):
        one = told.get(name, {})
        number = one.get("kept", 0) + sum(one.get("unanswerable", {}).values())
        if number != counted[name]:
            message = f"{name}: manifest.json counts {number} questions, there are {counted[name]}"
            yield Finding("error", "", "manifest.json", message)
    files = {pattern.id: pattern.file for pattern in patterns}
    for name in sorted(told):
        if name not in files:
            yield Finding("error", "", "patterns", f"{name}: the pattern file is missing")
        elif sha256(files[name]) != told[name].get("sha256"):
            yield Finding("error", "", "patterns", f"{name}: the pattern file is not the one that was used")


def _together(records: Sequence[Record], split_by: str) -> Iterator[Finding]:
    """Find what no record shows alone: an id twice, the same words twice, in two splits what one split should hold."""
    times = Counter(record["id"] for record in records)
    for record in records:
        if times[record["id"]] > 1:
            yield Finding("error", record["id"], "id", f"stands {times[record['id']]} times")
    yield from (Finding("error", identity, "split", why) for identity, why in across(records, split_by).items())
    for record, why in same_words(records):
        yield Finding("error", record["id"], "wordings", f"{why} as another question of the patient")
