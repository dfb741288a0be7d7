"""A question set on disk: questions.jsonl, manifest.json, and the pattern files that were used, in patterns/."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from kgqa.errors import QuestionError, UsageError
from kgqa.model import Record
from kgqa.pattern.header import Pattern

QUESTIONS, MANIFEST, PATTERNS = "questions.jsonl", "manifest.json", "patterns"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """An opened question set; `manifest` is empty where there is none beside the questions."""

    path: Path
    file: Path
    manifest: Mapping[str, Any]

    def records(self) -> Iterator[tuple[int, Record]]:
        """Yield every line's number and record; raise QuestionError at a line that is no JSON object."""
        with self.file.open(encoding="utf-8") as lines:
            for number, text in enumerate(lines, 1):
                try:
                    record = json.loads(text)
                except ValueError:
                    raise _wrong(self.file, number, "is not JSON") from None
                if not isinstance(record, dict):
                    raise _wrong(self.file, number, "is not a JSON object")
                yield number, record


def read(path: Path) -> QuestionSet:
    """Open a question set by its folder or its questions.jsonl; raise QuestionError where there is none."""
    file = path / QUESTIONS if path.is_dir() else path
    if not file.is_file():
        raise QuestionError(f"{path}: holds no {QUESTIONS}. Write one with: kgqa generate --out {path}")
    beside = file.parent / MANIFEST
    try:
        manifest = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
    except ValueError:
        raise QuestionError(f"{beside}: is not JSON. Generate the questions again") from None
    return QuestionSet(file.parent, file, manifest)


@contextmanager
def writing(target: Path, patterns: Iterable[Pattern]) -> Iterator[tuple[Path, TextIO]]:
    """Give a folder and its open questions.jsonl; when the block ends well it becomes `target`, else nothing is left.

    Raises UsageError where `target` holds something that is no question set and would be replaced.
    """
    if target.is_file():
        raise UsageError(f"{target}: is a file. Give a folder for the questions")
    if target.is_dir() and any(target.iterdir()) and not (target / QUESTIONS).is_file():
        raise UsageError(f"{target}: holds files but no questions, and would be replaced. Give another --out")
    beside = target.with_name(target.name + ".writing")
    shutil.rmtree(beside, ignore_errors=True)
    (beside / PATTERNS).mkdir(parents=True)
    try:
        for pattern in patterns:
            (beside / PATTERNS / pattern.theme).mkdir(exist_ok=True)
            shutil.copyfile(pattern.file, beside / PATTERNS / pattern.theme / pattern.file.name)
        with (beside / QUESTIONS).open("w", encoding="utf-8", newline="\n") as questions:
            yield beside, questions
        _replace(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write manifest.json, with the hash of the questions as they stand."""
    told = {**manifest, "questions_sha256": sha256(folder / QUESTIONS)}
    text = json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def sha256(file: Path) -> str:
    """Return the sha256 of a file's bytes."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _replace(beside: Path, target: Path) -> None:
    """Put the new folder in place; the old one is whole beside it until then."""
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    beside.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _wrong(file: Path, number: int, what: str) -> QuestionError:
    return QuestionError(f"{file}:{number}: {what}. Generate the questions again, or restore the file")
