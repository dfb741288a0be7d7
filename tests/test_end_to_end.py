"""As the README says it, on a few patients of the open demo and a real server: load, push, generate, agree, audit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Server
from tests.few_patients import write_tables
from tests.test_browser import explorations

pytestmark = pytest.mark.xdist_group("neo4j")
# A walk over knowledge, an absence, a value in time, a count, an order, and one that is a plain look-up.
PATTERNS = (
    "order_for_coded_diagnosis",
    "diagnosis_without_treatment",
    "antibacterial_after_blood_culture",
    "drugs_for_diagnosis_count",
    "cultures_with_growth",
    "first_order_against_icu_stay",
)
CHOSEN = [word for name in PATTERNS for word in ("--pattern", name)]


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with ./graph in it, and how one types there."""

    folder: Path
    bolt: str
    environment: dict[str, str]

    def kgqa(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from kgqa.cli import main; main()", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def questions(self, name: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in (self.folder / name / "questions.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def desk(neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Someone who loaded a few patients with `kgqa load --neo4j`."""
    folder = tmp_path_factory.mktemp("desk")
    write_tables(folder / "tables")
    neo4j_server.empty()
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    environment["KGQA_NEO4J_PASSWORD_FILE"] = str(neo4j_server.home / "password")
    for name in ("KGQA_NEO4J_PASSWORD", "NEO4J_PASSWORD"):
        environment.pop(name, None)
    desk = Desk(folder, neo4j_server.bolt, environment)
    loaded = desk.kgqa("load", "tables", "--neo4j", desk.bolt)
    assert loaded.returncode == 0, loaded.stderr
    assert "equal to the folder's" in loaded.stderr
    yield desk
    neo4j_server.empty()


def test_questions_made_on_the_server_are_those_made_on_the_tables(desk: Desk) -> None:
    for name, graph in (("there", desk.bolt), ("here", "graph")):
        made = desk.kgqa("generate", "--hops", "3", "--graph", graph, "--out", name, *CHOSEN)
        assert made.returncode == 0, made.stderr
    assert len(desk.questions("here")) > 20
    for file in ("questions.jsonl", "manifest.json"):
        assert (desk.folder / "there" / file).read_bytes() == (desk.folder / "here" / file).read_bytes()


def test_every_kept_question_is_agreed_by_the_server(desk: Desk) -> None:
    made = desk.kgqa("generate", "--agree", desk.bolt, "--out", "agreed", "--json", *CHOSEN)
    assert made.returncode == 0, made.stderr
    tallies = json.loads(made.stdout)["tallies"]
    assert all(tallies[name]["kept"] for name in PATTERNS)
    assert not [name for name, tally in tallies.items() if "not agreed" in tally["refused"]]
    questions = desk.questions("agreed")
    assert [record["id"] for record in questions if record["proofs"]["agreed"] is not True] == []
    audited = desk.kgqa("audit", "agreed", "--agree", desk.bolt)
    assert audited.returncode == 0, audited.stdout
    assert f"{len(questions):,} questions, 0 errors" in audited.stdout


def test_a_server_that_says_something_else_does_not_agree(desk: Desk, neo4j_server: Server) -> None:
    made = desk.kgqa("generate", "--agree", desk.bolt, "--out", "before", "--pattern", PATTERNS[0])
    assert made.returncode == 0, made.stderr
    asked = desk.questions("before")[0]
    (order,) = asked["slots"]["order"]["ids"][:1]
    with neo4j_server.driver() as driver:
        moved = "MATCH (:Prescription {id: $id})-[r:REFERS_TO {role: 'drug'}]->() SET r.role = $role"
        driver.execute_query(moved, id=order, role="nothing")
        moved = moved.replace("'drug'", "'nothing'")
        try:
            audited = desk.kgqa("audit", "before", "--agree", desk.bolt)
        finally:
            driver.execute_query(moved, id=order, role="drug")
    assert audited.returncode == 1
    assert asked["id"] in audited.stdout
    assert "not agreed" in audited.stdout


def test_the_notebook_runs_from_its_first_cell_to_its_last(desk: Desk) -> None:
    made = desk.kgqa("generate", "--hops", "3", *CHOSEN)
    assert made.returncode == 0, made.stderr
    shutil.copy(Path(__file__).parents[1] / "notebooks" / "proof.ipynb", desk.folder)
    command = [sys.executable, "-c", "from nbclient.cli import main; main()", "--output=run.ipynb", "proof.ipynb"]
    environment = desk.environment | {"KGQA_BOLT": desk.bolt}
    run = subprocess.run(command, cwd=desk.folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    cells = json.loads((desk.folder / "run.ipynb").read_text())["cells"]
    shown = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    assert any("image/svg+xml" in data for data in shown)
    plain = ["".join(data.get("text/plain", "")) for data in shown]
    assert "(3, 3)" in plain  # the measured hops and networkx's own
    assert any(text.endswith(", True)") for text in plain)  # py2neo has the folder's rows
    assert plain[-1] == "True"


def test_a_second_engine_with_another_graph_is_refused(desk: Desk, neo4j_server: Server) -> None:
    with neo4j_server.driver() as driver:
        told = driver.execute_query("MATCH (m:KGQA) RETURN m.fingerprint AS f").records[0]["f"]
        driver.execute_query("MATCH (m:KGQA) SET m.fingerprint = 'sha256:another'")
        try:
            made = desk.kgqa("generate", "--agree", desk.bolt, "--out", "other", "--pattern", PATTERNS[0])
        finally:
            driver.execute_query("MATCH (m:KGQA) SET m.fingerprint = $told", told=told)
    assert made.returncode == 5
    assert "is not the graph in graph. Push it with" in made.stderr


@pytest.mark.parametrize("text", explorations())
def test_every_exploration_of_the_guide_finds_something_in_the_demo(
    desk: Desk, neo4j_server: Server, text: str
) -> None:
    with neo4j_server.driver() as driver:
        assert driver.execute_query(text).records
