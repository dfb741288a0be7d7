"""Reviewers' marks of questions: files of JSON lines, as the report exports them and as `kgqa review` merges them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from kgqa.errors import QuestionError

Verdict = Literal["right", "wrong", "unclear"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reviewer says of one question; `questions` is the fingerprint of the set, `place` file and line."""

    question: str
    verdict: Verdict
    reason: str
    reviewer: str
    when: str
    questions: str
    place: str


def read_marks(files: Iterable[Path]) -> list[Mark]:
    """Read reviewers' files; of a mark that stands twice the later one counts.

    Raises QuestionError where a line is no mark, the files speak of different sets, or one reviewer marks one question
    in two ways.
    """
    found: dict[tuple[str, str], Mark] = {}
    first: Mark | None = None
    for file in files:
        for place, told in _lines(file):
            if "reviewers" in told:
                raise QuestionError(f"{place}: is merged already. Give the reviewers' own files")
            mark = _mark(place, told)
            first = first or mark
            if mark.questions != first.questions:
                raise QuestionError(f"{place}: marks another question set than {first.place}. Review one set at a time")
            before = found.get((mark.reviewer, mark.question))
            if before is not None and before.verdict != mark.verdict:
                what = (
                    f"marks {mark.question} {mark.verdict}, and {before.place} {before.verdict}, by the same reviewer"
                )
                raise QuestionError(f"{place}: {what}. Take one of the two lines away")
            if before is None or before.when <= mark.when:
                found[mark.reviewer, mark.question] = mark
    return list(found.values())


def wrong(file: Path) -> frozenset[str]:
    """Return the questions that a merged file, or the file of a single reviewer, calls wrong.

    Raises QuestionError where a line is no mark, or a question stands in it with two verdicts.
    """
    verdicts: dict[str, str] = {}
    for place, told in _lines(file):
        question, verdict = _text(place, told, "question"), _verdict(place, told)
        if verdicts.setdefault(question, verdict) != verdict:
            raise QuestionError(f"{place}: marks {question} a second time, in another way. Merge first: kgqa review")
    return frozenset(question for question, verdict in verdicts.items() if verdict == "wrong")


def _lines(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"{file}: cannot be read ({type(error).__name__}). Give a file of marks") from None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise QuestionError(f"{file}:{number}: is not a JSON object. Give a file that the report exported")
        yield f"{file}:{number}", told


def _mark(place: str, told: dict[str, Any]) -> Mark:
    question, reviewer, questions = (_text(place, told, key) for key in ("question", "reviewer", "set"))
    reason, when = (str(told.get(key) or "") for key in ("reason", "when"))
    return Mark(question, _verdict(place, told), reason, reviewer, when, questions, place)


def _verdict(place: str, told: dict[str, Any]) -> Verdict:
    if told.get("mark") not in VERDICTS:
        raise QuestionError(f"{place}: mark is none of {', '.join(VERDICTS)}. Give a file that the report exported")
    return cast("Verdict", told["mark"])


def _text(place: str, told: dict[str, Any], key: str) -> str:
    value = told.get(key)
    if not isinstance(value, str) or not value.strip():
        raise QuestionError(f"{place}: has no {key}. Give a file that the report exported")
    return value.strip()
