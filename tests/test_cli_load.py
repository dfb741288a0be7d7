"""`kgqa load` as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from kgqa.graph import folder
from tests import tables


def kgqa(*arguments: object) -> subprocess.CompletedProcess[str]:
    code = "from kgqa.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_every_table_is_accounted_for_on_stdout_and_each_stage_is_one_line_on_stderr(tmp_path: Path):
    run = kgqa("load", tables.write(tmp_path / "tables"), "--graph", tmp_path / "graph")
    assert run.returncode == 0, run.stderr
    rows = [line.split() for line in run.stdout.splitlines()]
    assert ["table", "read", "used", "refused"] in rows
    assert ["LABEVENTS", "2", "2", "0"] in rows
    assert ["1", "no", "admission"] in rows
    assert ["CHARTEVENTS", "not", "in", "the", "folder"] in rows
    assert folder.read(tmp_path / "graph").fingerprint in run.stdout
    stages = [line.split(maxsplit=1)[1] for line in run.stderr.splitlines()]
    assert stages[0] == "PATIENTS"
    assert stages[-1] == "graph.json"
    assert len(stages) == len(set(stages))


def test_json_says_the_same_to_a_machine(tmp_path: Path):
    run = kgqa("load", tables.write(tmp_path / "tables"), "--graph", tmp_path / "graph", "--json")
    said = json.loads(run.stdout)
    graph = folder.read(tmp_path / "graph")
    assert said["fingerprint"] == graph.fingerprint
    assert said["tables"] == graph.meta["source"]["tables"]
    assert set(said["links"]) == set(graph.meta["links"])


def test_a_wrong_file_ends_in_one_line_and_exit_code_4(tmp_path: Path):
    source = tables.write(tmp_path / "tables", LABEVENTS=tables.LABEVENTS.replace("1.1,1.1", "1.1,high"))
    run = kgqa("load", source, "--graph", tmp_path / "graph")
    assert run.returncode == 4
    assert "Traceback" not in run.stderr
    assert "LABEVENTS.csv:3: table LABEVENTS: column valuenum: not a number" in run.stderr.splitlines()[-1]
    assert "high" not in run.stderr
    assert not (tmp_path / "graph").exists()


def test_knowledge_that_is_not_there_ends_in_one_line(tmp_path: Path):
    run = kgqa(
        "load", tables.write(tmp_path / "tables"), "--knowledge", tmp_path / "none", "--graph", tmp_path / "graph"
    )
    assert run.returncode == 4
    assert len([line for line in run.stderr.splitlines() if line.startswith("kgqa: ")]) == 1
    assert not (tmp_path / "graph").exists()
