"""Writes the report of a question set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kgqa.errors import QuestionError, UsageError
from kgqa.graph import open_graph
from kgqa.graph.folder import read as read_folder
from kgqa.load.reread import SourceRows
from kgqa.pattern.header import read_patterns
from kgqa.question.store import PATTERNS, QuestionSet, sha256
from kgqa.report.content import content, refs_of
from kgqa.report.figures import facets, refused, said
from kgqa.report.pack import page
from kgqa.schema import read_schema
from kgqa.stage import Stage, Tell

_PART = 128


@dataclass(frozen=True, slots=True)
class Report:
    """What was written; `rows` tells whether the source rows could be read again."""

    file: Path
    questions: int
    bytes: int
    rows: bool


def report(
    questions: QuestionSet,
    graph: str,
    *,
    source: Path | None = None,
    out: Path,
    tell: Tell = lambda _stage: None,
) -> Report:
    """Write the report of a set as one HTML file; the same set and graph give the same bytes.

    Where the source folder is not there, rows are shown without their values. Raises QuestionError where the questions
    were made from another graph, UsageError where the file cannot be written.
    """
    tell(Stage("questions", 0.0, 0.2))
    records = [record for _, record in questions.records()]
    if not records:
        raise QuestionError(f"{questions.file}: holds no question. Generate some with: kgqa generate")
    with open_graph(graph) as engine:
        for number, record in enumerate(records, 1):
            if record.get("graph") != engine.fingerprint:
                what = f"was made from another graph than {graph}"
                raise QuestionError(f"{questions.file}:{number}: {what}. Give the one it was made from with --graph")
        tell(Stage("names", 0.2, 0.4))
        nodes = engine.nodes({ref for record in records for ref in refs_of(record)})
    tell(Stage("source rows", 0.4, 0.7))
    rows = _source(graph, source)
    held = content(records, nodes, rows)
    tell(Stage("page", 0.7, 1.0))
    order = sorted(range(len(records)), key=lambda i: (records[i]["pattern"], i))  # like beside like packs small
    place = {number: divmod(position, _PART) for position, number in enumerate(order)}
    parts = [held.part([records[i] for i in order[start : start + _PART]]) for start in range(0, len(order), _PART)]
    index = {
        "set": f"sha256:{sha256(questions.file)}",
        "id": [record["id"] for record in records],
        "text": [record["question"] for record in records],
        "answer": [said(record) for record in records],
        "place": [place[number] for number in range(len(records))],
        "patient": [record["patient"] for record in records],
        "facets": facets(records),
        "families": _families(questions),
        "refused": refused(questions.manifest),
        "made": _made(questions.manifest),
        "rows": rows is not None,
    }
    return Report(out, len(records), _write(out, page("kgqa report", index, parts)), rows is not None)


def _write(out: Path, text: str) -> int:
    beside = out.with_name(out.name + ".writing")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(out)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror}). Give another --out") from None
    finally:
        beside.unlink(missing_ok=True)
    return out.stat().st_size


def _source(graph: str, source: Path | None) -> SourceRows | None:
    folder = source
    if folder is None and "://" not in graph:
        told = Path(read_folder(Path(graph)).meta["source"]["folder"])
        folder = told if told.is_dir() else None
    return None if folder is None else SourceRows(read_schema(), folder)


def _families(questions: QuestionSet) -> dict[str, dict[str, Any]]:
    """Tell what each family is about, from the pattern files beside the questions."""
    folder = questions.path / PATTERNS
    counts = questions.manifest.get("patterns", {})
    told: dict[str, dict[str, Any]] = {name: {"counts": counts[name]} for name in sorted(counts)}
    for pattern in read_patterns(folder) if folder.is_dir() else ():
        about = {"title": pattern.title, "decision": pattern.decision, "why": pattern.why, "source": pattern.source}
        told.setdefault(pattern.id, {}).update(about)
    return told


def _made(manifest: Mapping[str, Any]) -> dict[str, Any]:
    graph = manifest.get("graph", {})
    told = {key: manifest[key] for key in ("kgqa", "seed", "options", "gates", "patients") if key in manifest}
    return told | {key: graph[key] for key in ("fingerprint", "knowledge", "licences") if key in graph}
