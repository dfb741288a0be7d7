"""Merges what several reviewers say of a question set: how far they agree, and how often each family is wrong.

Cohen's kappa and Krippendorff's alpha (nominal) are NLTK's, the Wilson interval is SciPy's; both come with the extra
`review`, because nothing else here needs them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from kgqa.errors import QuestionError, UsageError
from kgqa.question.marks import Mark, Verdict, read_marks
from kgqa.question.store import QuestionSet, sha256

_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Pair:
    """How far two reviewers agree on the questions that both marked; `kappa` is None where it is not defined."""

    reviewers: tuple[str, str]
    questions: int
    agreed: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Rate:
    """Verdicts on the questions of a family.

    `error` is the share of wrong ones among those judged right or wrong, `low` and `high` its 95 % Wilson interval;
    None where nothing was judged so.
    """

    family: str
    right: int
    wrong: int
    unclear: int
    error: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and all that was said of it; the verdict of most reviewers, `unclear` where no one verdict leads."""

    question: str
    family: str
    verdict: Verdict
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What the reviewers said; `alpha` is None where fewer than two of them marked a question, or all say the same."""

    questions: str
    reviewers: Mapping[str, Mapping[str, int]]
    pairs: tuple[Pair, ...]
    alpha: float | None
    families: tuple[Rate, ...]
    whole: Rate
    judged: tuple[Judged, ...]

    @property
    def disagreements(self) -> tuple[Judged, ...]:
        """The questions that reviewers marked differently."""
        return tuple(one for one in self.judged if len({mark.verdict for mark in one.marks}) > 1)


def review(files: Sequence[Path], questions: QuestionSet) -> Review:
    """Merge the files and hold them against the set that they mark.

    Raises QuestionError for a file of another set, an unknown question, or a reviewer who contradicts himself.
    """
    marks = read_marks(files)
    if not marks:
        raise QuestionError(f"{files[0]}: holds no mark. Export one from the report: kgqa report")
    fingerprint = f"sha256:{sha256(questions.file)}"
    families = {record["id"]: record["pattern"] for _, record in questions.records()}
    for mark in marks:
        if mark.questions != fingerprint:
            what = f"marks another question set than {questions.file}"
            raise QuestionError(f"{mark.place}: {what}. Give the set that was reviewed with --questions")
        if mark.question not in families:
            raise QuestionError(f"{mark.place}: there is no question {mark.question} in {questions.file}. Look it up")
    by_question: dict[str, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: mark.reviewer):
        by_question[mark.question].append(mark)
    judged = tuple(
        Judged(question, family, verdict(by_question[question]), tuple(by_question[question]))
        for question, family in families.items()
        if question in by_question
    )
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mark in sorted(marks, key=lambda mark: mark.reviewer):
        counts[mark.reviewer][mark.verdict] += 1
    named = sorted({one.family for one in judged})
    return Review(
        fingerprint,
        {name: dict(sorted(told.items())) for name, told in counts.items()},
        tuple(pair(marks, one, other) for one, other in combinations(counts, 2)),
        alpha(marks),
        tuple(rate(name, [one for one in judged if one.family == name]) for name in named),
        rate("all", judged),
        judged,
    )


def verdict(marks: Iterable[Mark]) -> Verdict:
    """Return the verdict that more reviewers gave than any other, else `unclear`."""
    (first, most), *rest = Counter(mark.verdict for mark in marks).most_common()
    return "unclear" if rest and rest[0][1] == most else first


def pair(marks: Iterable[Mark], one: str, other: str) -> Pair:
    """Compare two reviewers on the questions that both marked."""
    said: dict[str, dict[str, Verdict]] = {one: {}, other: {}}
    for mark in marks:
        if mark.reviewer in said:
            said[mark.reviewer][mark.question] = mark.verdict
    common = sorted(said[one].keys() & said[other].keys())
    if not common:
        return Pair((one, other), 0, 0.0, None)
    agreed = sum(said[one][question] == said[other][question] for question in common) / len(common)
    triples = [(name, question, said[name][question]) for name in (one, other) for question in common]
    # Where both give one and the same verdict throughout, chance agrees as often as they do: 0 divided by 0.
    told = len({verdict for _, _, verdict in triples}) > 1
    return Pair((one, other), len(common), agreed, _task(triples).kappa_pairwise(one, other) if told else None)


def alpha(marks: Iterable[Mark]) -> float | None:
    """Return Krippendorff's alpha over all questions that two or more reviewers marked."""
    times = Counter(mark.question for mark in marks)
    triples = [(mark.reviewer, mark.question, mark.verdict) for mark in marks if times[mark.question] > 1]
    return float(_task(triples).alpha()) if len({verdict for _, _, verdict in triples}) > 1 else None


def rate(family: str, judged: Iterable[Judged]) -> Rate:
    """Count verdicts and work out the error rate with its interval."""
    counts = Counter(one.verdict for one in judged)
    right, bad = counts["right"], counts["wrong"]
    if not right + bad:
        return Rate(family, 0, 0, counts["unclear"], None, None, None)
    low, high = interval(bad, right + bad)
    return Rate(family, right, bad, counts["unclear"], bad / (right + bad), low, high)


def interval(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share (Wilson, J Am Stat Assoc 1927;22:209)."""
    try:
        from scipy.stats import binomtest  # noqa: PLC0415 (an extra)
    except ImportError:
        raise _missing("scipy") from None
    found = binomtest(hits, of).proportion_ci(_CONFIDENCE, method="wilson")
    return float(found.low), float(found.high)


def merged(reviewed: Review) -> str:
    """Write the questions with their verdicts and all that was said, as lines for `kgqa generate --marks`."""
    lines: list[dict[str, Any]] = [
        {
            "question": one.question,
            "mark": one.verdict,
            "set": reviewed.questions,
            "reviewers": [
                {"reviewer": mark.reviewer, "mark": mark.verdict, "reason": mark.reason, "when": mark.when}
                for mark in one.marks
            ],
        }
        for one in reviewed.judged
    ]
    return "".join(json.dumps(told, ensure_ascii=False) + "\n" for told in lines)


def _task(triples: Sequence[tuple[str, str, str]]) -> Any:
    try:
        from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415 (an extra, and slow to import)
    except ImportError:
        raise _missing("nltk") from None
    return AnnotationTask(data=triples)


def _missing(name: str) -> UsageError:
    return UsageError(f'kgqa review: needs {name}. Install it with: pip install "kgqa[review]"')
