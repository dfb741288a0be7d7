"""A graph folder comes into its place whole or not at all."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kgqa.errors import GraphError, UsageError
from kgqa.files import share
from kgqa.graph import folder
from kgqa.graph.building import building
from kgqa.load import build
from tests import tables


def content(graph: Path) -> dict[str, str]:
    return {
        str(p.relative_to(graph)): hashlib.sha256(p.read_bytes()).hexdigest() for p in graph.rglob("*") if p.is_file()
    }


def test_loading_twice_gives_the_same_fingerprint_and_the_same_bytes(tmp_path: Path):
    source = tables.write(tmp_path / "tables")
    one = build.load(source, tmp_path / "one").fingerprint
    assert build.load(source, tmp_path / "two").fingerprint == one
    assert build.load(source, tmp_path / "one").fingerprint == one
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_another_value_gives_another_fingerprint(tmp_path: Path):
    usual, _ = tables.load(tmp_path / "a")
    other, _ = tables.load(tmp_path / "b", LABEVENTS=tables.LABEVENTS.replace("1.1,1.1", "1.1,1.2"))
    assert usual.fingerprint != other.fingerprint


def test_two_values_changed_places_give_another_fingerprint(tmp_path: Path):
    swapped = tables.LABEVENTS.replace("1.9,1.9", "x").replace("1.1,1.1", "1.9,1.9").replace("x", "1.1,1.1")
    assert tables.load(tmp_path / "a")[0].fingerprint != tables.load(tmp_path / "b", LABEVENTS=swapped)[0].fingerprint


def test_the_number_of_threads_changes_nothing(tmp_path: Path):
    source = share("data") / "mimic-iii-demo"
    some = tmp_path / "some"
    some.mkdir()
    for name in ("PATIENTS", "ADMISSIONS", "LABEVENTS", "D_LABITEMS", "PRESCRIPTIONS", "ICUSTAYS"):
        (some / f"{name}.csv.gz").symlink_to(source / f"{name}.csv.gz")
    code = (
        "import duckdb, sys; from pathlib import Path; from kgqa.load import build; from kgqa.graph.building import Building\n"
        "usual = Building.__init__\n"
        "def limited(self, path, memory):\n"
        "    usual(self, path, memory); self.connection.execute('SET threads = ' + sys.argv[3])\n"
        "Building.__init__ = limited\n"
        "print(build.load(Path(sys.argv[1]), Path(sys.argv[2])).fingerprint)"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code, some, tmp_path / f"graph{n}", str(n)], check=True, capture_output=True
        ).stdout
        for n in (1, 2, 4)
    }
    assert len(found) == 1
    assert content(tmp_path / "graph1") == content(tmp_path / "graph4")


def test_a_failed_load_leaves_nothing_beside(tmp_path: Path):
    with pytest.raises(ZeroDivisionError), building(tmp_path / "graph"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_graph_is_not_replaced(tmp_path: Path):
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="holds files but no graph"):
        tables.load(tmp_path)
    assert (tmp_path / "graph" / "thesis.txt").read_text() == "years of work"


def test_a_file_is_not_replaced(tmp_path: Path):
    (tmp_path / "graph").write_text("a file")
    with pytest.raises(UsageError, match="is a file"):
        tables.load(tmp_path)


def test_an_empty_folder_and_a_missing_one_become_the_graph(tmp_path: Path):
    (tmp_path / "graph").mkdir()
    tables.load(tmp_path)
    source = tables.write(tmp_path / "tables")
    build.load(source, tmp_path / "new" / "deep" / "graph")
    assert folder.read(tmp_path / "new" / "deep" / "graph").fingerprint == folder.read(tmp_path / "graph").fingerprint


def test_a_second_load_of_the_same_graph_is_refused_while_the_first_runs(tmp_path: Path):
    _, graph = tables.load(tmp_path)
    with building(tmp_path / "graph") as first:
        with pytest.raises(GraphError, match="another load is writing it"):
            tables.load(tmp_path)
        assert folder.read(tmp_path / "graph").fingerprint == graph.fingerprint
        first.finish({})
    tables.load(tmp_path)


def test_memory_that_is_no_amount_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match="--memory lots: is no amount of memory"):
        build.load(tables.write(tmp_path / "tables"), tmp_path / "graph", memory="lots")


def test_a_load_killed_at_any_moment_leaves_the_old_graph_whole_and_the_next_one_works(tmp_path: Path):
    source = tables.write(tmp_path / "tables")
    graph = tmp_path / "graph"
    old = build.load(source, graph).fingerprint
    changed = tables.write(tmp_path / "changed", LABEVENTS=tables.LABEVENTS.replace("1.1,1.1", "1.1,1.2"))
    code = (
        "import sys; from pathlib import Path; from kgqa.load import build; print('ready', flush=True);"
        "build.load(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", code]
    begin = time.monotonic()
    whole = subprocess.Popen([*command, changed, tmp_path / "other"], stdout=subprocess.PIPE)
    assert whole.stdout is not None
    whole.stdout.readline()
    ready = time.monotonic()
    whole.wait()
    whole.stdout.close()
    lasts = time.monotonic() - ready
    new = folder.read(tmp_path / "other").fingerprint
    assert begin < ready
    assert new != old
    dice = random.Random(5)
    seen = set()
    for _ in range(12):
        run = subprocess.Popen([*command, changed, graph], stdout=subprocess.PIPE)
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(dice.uniform(0, 1.1) * lasts)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        run.stdout.close()
        found = folder.read(graph)
        seen.add(found.fingerprint)
        before = content(graph)
        assert found.fingerprint in (old, new)
        assert set(before) == set(content(tmp_path / "other"))
        if found.fingerprint == new:
            assert content(graph) == content(tmp_path / "other") or json_differs_only(graph, tmp_path / "other")
            build.load(source, graph)
    assert old in seen
    assert build.load(changed, graph).fingerprint == new
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changed", "graph", "other", "tables"]


def json_differs_only(one: Path, other: Path) -> bool:
    return {k for k, v in content(one).items() if content(other)[k] != v} <= {"graph.json"}


def test_a_place_that_cannot_be_written_is_a_usage_error(tmp_path: Path):
    source = tables.write(tmp_path / "tables")
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be made"):
        build.load(source, tmp_path / "file" / "graph")


def test_too_little_memory_ends_in_one_sentence_and_leaves_nothing(tmp_path: Path):
    with pytest.raises(UsageError, match="not enough memory or disk"):
        build.load(share("data") / "mimic-iii-demo", tmp_path / "graph", memory="12MB")
    assert list(tmp_path.iterdir()) == []
