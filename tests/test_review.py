"""Reviewers' marks: figures against ones worked out by hand, what is refused, and what generate leaves out."""

from __future__ import annotations

import json
from math import sqrt
from pathlib import Path
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from kgqa.cli import app
from kgqa.errors import QuestionError
from kgqa.question.marks import Mark, wrong
from kgqa.question.store import read, sha256
from kgqa.review import alpha, interval, merged, pair, review, verdict

FAMILIES = {"q-1": "one", "q-2": "one", "q-3": "one", "q-4": "two", "q-5": "two"}


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    (tmp_path / "set").mkdir()
    lines = [json.dumps({"id": name, "pattern": family}) for name, family in FAMILIES.items()]
    (tmp_path / "set" / "questions.jsonl").write_text("\n".join(lines) + "\n")
    return tmp_path / "set"


def marks(questions: Path, name: str, table: str, **more: object) -> Path:
    """Write a reviewer's file from lines of: question, mark, reason."""
    file = questions.parent / f"{name}.jsonl"
    rows = [(*line.split(maxsplit=2), "")[:3] for line in table.strip().splitlines()]
    fingerprint = f"sha256:{sha256(questions / 'questions.jsonl')}"
    told = [
        {"question": q, "mark": m, "reason": why, "reviewer": name, "when": "2026-01-01", "set": fingerprint} | more
        for q, m, why in rows
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in told))
    return file


def said(*columns: str) -> list[Mark]:
    """Make marks of reviewers A, B, ... from one sign for each question; * is no mark."""
    return [
        Mark(f"q-{n}", sign, "", reviewer, "", "", "")
        for reviewer, signs in zip("ABCD", columns, strict=False)
        for n, sign in enumerate(signs.split())
        if sign != "*"
    ]


def test_kappa_is_that_of_the_textbook():
    # 20 yes by both, 5 and 10 by one alone, 15 no by both: agreed 0.7, by chance 0.5.
    one = " ".join(["y"] * 20 + ["y"] * 5 + ["n"] * 10 + ["n"] * 15)
    other = " ".join(["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15)
    found = pair(said(one, other), "A", "B")
    assert (found.questions, found.agreed) == (50, 0.7)
    assert found.kappa == pytest.approx(0.4)


def test_alpha_is_that_of_krippendorffs_example_with_gaps():
    # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): three observers, missing values, nominal 0.691.
    found = alpha(
        said("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4")
    )
    assert found == pytest.approx(0.691, abs=0.0005)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from("rwu"), st.sampled_from("rwu")), min_size=1, max_size=40))
def test_kappa_is_what_its_formula_says(table):
    one, other = ([pair[n] for pair in table] for n in (0, 1))
    found = pair(said(" ".join(one), " ".join(other)), "A", "B")
    agreed = sum(a == b for a, b in table) / len(table)
    chance = sum(one.count(k) * other.count(k) for k in "rwu") / len(table) ** 2
    if chance == 1:
        assert found.kappa is None
    else:
        assert found.kappa == pytest.approx((agreed - chance) / (1 - chance))


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_wilsons(hits_of):
    hits, of = hits_of
    z, p = NormalDist().inv_cdf(0.975), hits / of
    middle, half = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = interval(hits, of)
    assert low == pytest.approx((middle - half) / (1 + z * z / of), abs=1e-9)
    assert high == pytest.approx((middle + half) / (1 + z * z / of), abs=1e-9)


def test_the_verdict_is_that_of_most_and_unclear_where_none_leads():
    assert verdict(said("right", "right", "wrong")) == "right"
    assert verdict(said("right", "wrong")) == "unclear"
    assert verdict(said("wrong")) == "wrong"
    assert verdict(said("right", "wrong", "wrong", "right")) == "unclear"


def test_files_are_merged_with_rates_per_family_and_disagreements(questions: Path):
    files = [
        marks(questions, "Ada", "q-1 right\nq-2 wrong not in this stay\nq-3 right\nq-4 wrong"),
        marks(questions, "Bob", "q-1 right\nq-2 wrong\nq-3 wrong\nq-5 unclear"),
    ]
    found = review(files, read(questions))
    assert found.reviewers == {"Ada": {"right": 2, "wrong": 2}, "Bob": {"right": 1, "unclear": 1, "wrong": 2}}
    (both,) = found.pairs
    assert (both.questions, both.agreed) == (3, pytest.approx(2 / 3))
    rates = {rate.family: (rate.right, rate.wrong, rate.unclear, rate.error) for rate in found.families}
    assert rates == {"one": (1, 1, 1, 0.5), "two": (0, 1, 1, 1.0)}
    assert (found.whole.right, found.whole.wrong, found.whole.unclear) == (1, 2, 2)
    assert [one.question for one in found.disagreements] == ["q-3"]
    lines = [json.loads(line) for line in merged(found).splitlines()]
    assert [(line["question"], line["mark"]) for line in lines] == [
        ("q-1", "right"),
        ("q-2", "wrong"),
        ("q-3", "unclear"),
        ("q-4", "wrong"),
        ("q-5", "unclear"),
    ]
    assert lines[1]["reviewers"][0]["reason"] == "not in this stay"


def test_merging_does_not_hang_on_the_order_of_the_files(questions: Path):
    one, other = (marks(questions, name, "q-1 right\nq-2 wrong") for name in ("Ada", "Bob"))
    assert merged(review([one, other], read(questions))) == merged(review([other, one], read(questions)))


def test_one_reviewer_alone_has_no_agreement(questions: Path):
    found = review([marks(questions, "Ada", "q-1 right\nq-4 wrong")], read(questions))
    assert found.pairs == ()
    assert found.alpha is None


def test_the_same_mark_twice_counts_once_and_the_later_reason_stays(questions: Path):
    early = marks(questions, "Ada", "q-1 wrong early", when="2026-01-01")
    copy = early.rename(early.with_name("early.jsonl"))
    late = marks(questions, "Ada", "q-1 wrong late", when="2026-02-01")
    for files in ([copy, late], [late, copy]):
        (one,) = review(files, read(questions)).judged
        assert [mark.reason for mark in one.marks] == ["late"]


@pytest.mark.parametrize(
    ("table", "more", "message"),
    [
        ("q-1 right", {"set": "sha256:0"}, r"Ada.jsonl:1: marks another question set than .*questions.jsonl"),
        ("q-1 right\nq-9 right", {}, r"Ada.jsonl:2: there is no question q-9 in "),
        ("q-1 right\nq-1 wrong", {}, r"Ada.jsonl:2: marks q-1 wrong, and .*Ada.jsonl:1 right, by the same reviewer"),
        ("q-1 good", {}, r"Ada.jsonl:1: mark is none of right, wrong, unclear"),
        ("q-1 right", {"reviewer": " "}, r"Ada.jsonl:1: has no reviewer"),
        ("q-1 right", {"reviewers": []}, r"Ada.jsonl:1: is merged already"),
        ("", {}, r"Ada.jsonl: holds no mark"),
    ],
)
def test_what_cannot_be_merged_is_one_line_with_its_place(questions: Path, table: str, more, message: str):
    file = marks(questions, "Ada", table, **more)
    with pytest.raises(QuestionError, match=message) as caught:
        review([file], read(questions))
    assert "\n" not in str(caught.value)


def test_files_of_different_sets_are_not_merged(questions: Path):
    files = [marks(questions, "Ada", "q-1 right"), marks(questions, "Bob", "q-1 right", set="sha256:0")]
    with pytest.raises(QuestionError, match=r"Bob.jsonl:1: marks another question set than .*Ada.jsonl:1"):
        review(files, read(questions))


def test_a_reason_never_stands_in_a_message(questions: Path):
    file = marks(questions, "Ada", "q-1 right SECRET\nq-1 wrong SECRET")
    with pytest.raises(QuestionError) as caught:
        review([file], read(questions))
    assert "SECRET" not in str(caught.value)
    file.write_text('{"question": "SECRET')
    with pytest.raises(QuestionError, match=r"Ada.jsonl:1: is not a JSON object") as caught:
        review([file], read(questions))
    assert "SECRET" not in str(caught.value)


def test_wrong_ones_are_read_from_a_merged_file_and_from_a_single_reviewers(questions: Path, tmp_path: Path):
    file = marks(questions, "Ada", "q-1 right\nq-2 wrong\nq-3 unclear\nq-4 wrong")
    assert wrong(file) == {"q-2", "q-4"}
    (tmp_path / "merged.jsonl").write_text(merged(review([file], read(questions))))
    assert wrong(tmp_path / "merged.jsonl") == {"q-2", "q-4"}
    other = marks(questions, "Bob", "q-2 right")
    file.write_text(file.read_text() + other.read_text())
    with pytest.raises(QuestionError, match=r"Ada.jsonl:5: marks q-2 a second time, in another way. Merge first"):
        wrong(file)


def test_the_command_prints_the_figures_and_writes_the_verdicts(questions: Path, tmp_path: Path):
    files = [
        marks(questions, "Ada", "q-1 right\nq-2 wrong a\nq-4 right"),
        marks(questions, "Bob", "q-1 right\nq-2 right"),
    ]
    told = ["review", *map(str, files), "--questions", str(questions), "--out", str(tmp_path / "merged.jsonl")]
    ran = CliRunner().invoke(app, told)
    assert ran.exit_code == 0, ran.output
    for words in ("Ada and Bob", "Krippendorff's alpha", "95 % (Wilson)", "Ada: wrong (a)", "3 verdicts in"):
        assert words in ran.stdout
    ran = CliRunner().invoke(app, [*told, "--json"])
    figures = json.loads(ran.stdout)
    assert figures["pairs"][0]["questions"] == 2
    assert [one["question"] for one in figures["disagreements"]] == ["q-2"]


def test_generate_leaves_out_what_was_marked_wrong_and_counts_it(dozen: Path, tmp_path: Path):
    def made(out: Path, *more: str) -> tuple[list[str], dict[str, object]]:
        told = ["generate", "--graph", str(dozen / "graph"), "--pattern", "order_for_coded_diagnosis"]
        ran = CliRunner().invoke(app, [*told, "--out", str(out), *more])
        assert ran.exit_code == 0, ran.output
        manifest = json.loads((out / "manifest.json").read_text())
        return [record["id"] for _, record in read(out).records()], manifest

    before, _ = made(tmp_path / "before")
    bad = before[0]
    (tmp_path / "merged.jsonl").write_text(json.dumps({"question": bad, "mark": "wrong"}) + "\n")
    after, manifest = made(tmp_path / "after", "--marks", str(tmp_path / "merged.jsonl"))
    assert after == [identity for identity in before if identity != bad]
    assert manifest["patterns"]["order_for_coded_diagnosis"]["refused"]["marked wrong"] == 1
    assert manifest["options"]["wrong"] == [bad]
