"""Batches by several processes: the same set as by one, and a clear end when a process or the command is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.opening import opened
from kgqa.workers import fitting

PATTERNS = [
    "order_for_coded_diagnosis",
    "note_problem_not_coded",
    "first_order_against_icu_stay",
    "drugs_for_diagnosis_count",
]
FILES = ("questions.jsonl", "manifest.json")


def written(graph: Path, out: Path, workers: int, batch: int = 1000) -> list[bytes]:
    patterns = chosen(share("cypher") / "questions", PATTERNS, [])
    with opened(str(graph)) as at_hand:
        generate(replace(at_hand, batch=batch), patterns, options=Options(seed=2), out=out, workers=workers)
    assert sorted(file.name for file in out.iterdir()) == ["manifest.json", "patterns", "questions.jsonl"]
    return [(out / name).read_bytes() for name in FILES]


def test_any_number_of_processes_and_any_batch_give_the_same_bytes(dozen: Path, tmp_path: Path):
    alone = written(dozen / "graph", tmp_path / "alone", 1)
    assert alone[0].count(b"\n") > 30
    assert alone == written(dozen / "graph", tmp_path / "in fives", 1, batch=5)
    assert alone == written(dozen / "graph", tmp_path / "by two processes, in threes", 2, batch=3)


@pytest.fixture
def begun(dozen: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """A generate of all patterns beside an old set, and the two processes that it has begun."""
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "questions.jsonl").write_text("the old set\n")
    command = [sys.executable, "-c", "from kgqa.cli import main; main()", "generate", "--workers", "2"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        [*command, "--graph", str(dozen / "graph")], cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process, processes_of(process.pid)
        finally:
            process.kill()


def processes_of(parent: int) -> list[int]:
    """The processes that ask patterns, as soon as there are two."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    for _ in range(600):
        found = [int(pid) for pid in children.read_text().split()]
        asking = [pid for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        if len(asking) == 2:
            return asking
        time.sleep(0.1)
    raise AssertionError("no processes came")


def gone(pid: int) -> bool:
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            return True
        time.sleep(0.1)
    return False


def left(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
class TestEnded:
    def test_a_process_that_is_killed_ends_the_command_with_one_line(
        self, begun: tuple[subprocess.Popen[str], list[int]], tmp_path: Path
    ):
        command, asking = begun
        os.kill(asking[1], signal.SIGKILL)
        _, said = command.communicate(timeout=60)
        assert command.returncode == 5
        assert "a process that asks patterns was ended" in said.splitlines()[-1]
        assert "Traceback" not in said
        assert left(tmp_path) == {"questions/questions.jsonl": "the old set\n"}
        assert all(map(gone, asking))

    def test_interrupting_ends_all_processes_and_leaves_the_old_set(
        self, begun: tuple[subprocess.Popen[str], list[int]], tmp_path: Path
    ):
        command, asking = begun
        command.send_signal(signal.SIGINT)
        _, said = command.communicate(timeout=60)
        assert command.returncode == 130
        assert said.splitlines()[-1] == "kgqa: interrupted; nothing half-written is left"
        assert left(tmp_path) == {"questions/questions.jsonl": "the old set\n"}
        assert all(map(gone, asking))

    def test_no_process_outlives_a_command_that_is_killed(
        self, begun: tuple[subprocess.Popen[str], list[int]], tmp_path: Path
    ):
        command, asking = begun
        command.kill()
        assert all(map(gone, asking))
        assert (tmp_path / "questions" / "questions.jsonl").read_text() == "the old set\n"


def test_a_process_is_begun_only_for_patients_enough_and_none_beside_a_server(dozen: Path):
    with opened(str(dozen / "graph")) as at_hand:
        assert fitting(at_hand.opening, 1) == 1
        assert fitting(replace(at_hand.opening, agree="bolt://localhost"), 1_000_000) == 1
        assert fitting(replace(at_hand.opening, graph="bolt://localhost"), 1_000_000) == 1
        assert fitting(at_hand.opening, 1_000_000) >= 1
