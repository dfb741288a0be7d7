"""A pattern or text with a fault, through the commands that read it: one sentence with place and remedy, exit code 3."""

from __future__ import annotations

import io
import json
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgqa.cli import main
from kgqa.files import share
from kgqa.load import build
from tests.few_patients import write_tables

NAME = "order_for_coded_diagnosis"
GOOD = (share("cypher") / "questions" / "treatment" / f"{NAME}.cypher").read_text(encoding="utf-8")
HEAD, BODY = GOOD[: GOOD.index("*/")], GOOD[GOOD.index("*/") :]
FAULTS = {
    "unknown key": (GOOD.replace("title ", "titel ", 1), "unknown key 'titel'. Did you mean 'title'?"),
    "no header": (BODY[2:], ":1: no header. Start the file with a /* ... */ comment"),
    "unclosed header": (HEAD, ":1: the header has no end. Close it with */"),
    "unknown label": (
        GOOD.replace(":Prescription)", ":Perscription)"),
        "label 'Perscription'. Did you mean 'Prescription'?",
    ),
    "unknown type": (GOOD.replace("[:MAY_TREAT]", "[:MAY_TRAET]"), "'MAY_TRAET'. Did you mean 'MAY_TREAT'?"),
    "unknown property": (
        HEAD + BODY.replace("p.id IN", "p.idd IN"),
        "Patient has no property 'idd'. Did you mean 'id'?",
    ),
    "write clause": (HEAD + BODY.replace("RETURN", "SET order.id = 1\nRETURN", 1), "SET is not in the portable subset"),
    "unbounded walk": (HEAD + BODY.replace("[:MAY_TREAT]", "[:ISA*]"), "Write both bounds, as *1..4"),
    "order of rows": (GOOD.rstrip() + " LIMIT 5\n", "LIMIT is not in the portable subset"),
    "slot without its wording": (GOOD.replace("{order}", "a drug"), "order"),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One patient's timeline, without knowledge."""
    place = tmp_path_factory.mktemp("patterns")
    tables = write_tables(place / "tables", (10006,) * 2)
    build.load(tables, place / "graph")
    return place / "graph"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left: its exit code and what it printed."""

    exit_code: int
    stdout: str
    stderr: str


def _run(*words: str) -> Said:
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["kgqa", *words])
        patch.setattr(signal, "signal", lambda *_: None)  # the tests keep their own
        with pytest.raises(SystemExit) as ended:
            main()
    return Said(int(ended.value.code or 0), out.getvalue(), err.getvalue())


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_pattern_is_named_by_check_and_refused_by_generate(fault: str, graph: Path, tmp_path: Path):
    text, message = FAULTS[fault]
    file = tmp_path / f"{NAME}.cypher"
    file.write_text(text, encoding="utf-8")
    checked = _run("check", str(file))
    assert checked.exit_code == 3
    assert message in checked.stdout
    assert f"{file}:" in checked.stdout
    made = _run("generate", "--graph", str(graph), "--pattern", str(file), "--out", str(tmp_path / "questions"))
    assert made.exit_code == 3
    assert message in made.stderr
    assert made.stderr.count("\n") == 1
    assert f"{file}:" in made.stderr
    assert not (tmp_path / "questions").exists()


def test_the_same_pattern_without_a_fault_is_asked(graph: Path, tmp_path: Path):
    file = tmp_path / f"{NAME}.cypher"
    file.write_text(GOOD, encoding="utf-8")
    assert _run("check", str(file)).exit_code == 0
    assert _run("generate", "--graph", str(graph), "--pattern", str(file), "--out", str(tmp_path / "q")).exit_code == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MATCH (p:Patient) DELETE p", "query:1:19: DELETE is not in the portable subset"),
        ("MATCH (p)-[:HAD_ADMISSION*2..]->(a) RETURN p", "query:1:"),
        ("MATCH (p:Patient RETURN p", "query:1:18: unexpected 'RETURN'"),
        ("MATCH (p:Patient) RETURN q", "query:1:26: "),
        ("", "query:1:1: "),
    ],
)
def test_a_faulty_query_is_refused_with_its_place(text: str, message: str, graph: Path):
    asked = _run("query", text, "--graph", str(graph))
    assert asked.exit_code == 3
    assert message in asked.stderr
    assert asked.stderr.count("\n") == 1
    assert asked.stdout == ""


def test_a_query_is_answered_and_what_the_graph_lacks_is_told_beside(graph: Path):
    asked = _run("query", "MATCH (p:Pateint) RETURN p.id", "--graph", str(graph), "--json")
    assert asked.exit_code == 0
    assert json.loads(asked.stdout) == []
    assert "query:1:7: nothing in the graph has the label 'Pateint'. Did you mean 'Patient'?" in asked.stderr
    found = _run(
        "query",
        "MATCH (p:Patient)-[:HAD_ADMISSION]->(a) RETURN p.id AS patient, a.id AS admission",
        "--graph",
        str(graph),
        "--json",
    )
    assert json.loads(found.stdout) == [{"patient": 10006, "admission": 142345}]
    assert found.stderr == "1 row\n"


def test_a_graph_that_is_not_there_is_exit_code_5(tmp_path: Path):
    for words in (["query", "MATCH (p) RETURN p"], ["generate", "--out", str(tmp_path / "q")]):
        asked = _run(*words, "--graph", str(tmp_path / "nowhere"))
        assert asked.exit_code == 5
        assert asked.stderr.count("\n") == 1
