"""What may change nothing in a question set: the order of rows and tables, and the chart of a stranger."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.graph import folder
from kgqa.load import build
from kgqa.opening import opened
from tests.few_patients import SIX, write_tables

STRANGER = 10065


class Made:
    """A graph of a few patients and the questions asked of it."""

    def __init__(self, place: Path, patients: Sequence[int], *, turned: bool = False) -> None:
        place.mkdir()
        tables = write_tables(place / "tables", patients, turned=turned)
        build.load(tables, place / "graph", knowledge=share("data") / "knowledge")
        patterns = chosen(share("cypher") / "questions", [], [])[::3]  # of every theme, in a third of the time
        with opened(str(place / "graph")) as at_hand:
            generate(at_hand, patterns, options=Options(seed=3, equal=False), out=place / "questions")
        self.graph = folder.read(place / "graph")
        self.lines = (place / "questions" / "questions.jsonl").read_bytes()

    def questions(self) -> list[dict[str, Any]]:
        """Return the records without what all patients make together: fingerprint, commonest answer, novelty."""
        records = [json.loads(line) for line in self.lines.splitlines()]
        for record in records:
            record["marks"] = [mark for mark in record["marks"] if mark != "commonest answer"]
        return [{name: v for name, v in record.items() if name not in ("graph", "novelty")} for record in records]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("same") / "made", SIX)


def test_rows_and_tables_in_another_order_give_the_same_bytes(made: Made, tmp_path: Path):
    turned = Made(tmp_path / "turned", SIX, turned=True)
    assert turned.graph.fingerprint == made.graph.fingerprint
    assert len(made.questions()) > 200
    assert turned.lines == made.lines


def test_a_strangers_chart_leaves_the_questions_of_all_others_alone(made: Made, tmp_path: Path):
    more = Made(tmp_path / "more", (*SIX, STRANGER))
    assert more.graph.fingerprint != made.graph.fingerprint
    strange = [record["id"] for record in more.questions() if record["patient"] == STRANGER]
    assert len(strange) > 20
    assert [record for record in more.questions() if record["patient"] != STRANGER] == made.questions()
