"""Loading the open demo, against DuckDB only reading the same files and writing them as Parquet.

The timelines stand beside the tables alone, the load with knowledge beside the tables and every file of open knowledge
that it reads, each read once and written as it is. Each run is a process of its own, in turn, so that all see the same
machine; imports count, and DuckDB's own runs import nothing else. A figure is the median, a ratio that of the medians.
Run: python bench/load.py [FOLDER [RUNS]]
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

from kgqa.files import share
from kgqa.load.knowledge.shelf import open_shelf, scan
from kgqa.load.mapping_file import read_source
from kgqa.load.source import find_files
from kgqa.schema import read_schema

TYPES = {"int": "BIGINT", "float": "DOUBLE", "time": "TIMESTAMP", "date": "DATE"}
KNOWLEDGE = share("data") / "knowledge"
BARE = """
import duckdb
sql = duckdb.connect()
for number, relation in enumerate(json.load(sys.stdin)):
    sql.execute(f"COPY (FROM {relation}) TO '{target}/{number}.parquet' (FORMAT parquet, COMPRESSION zstd)")
"""
TIMELINES = """
from pathlib import Path
from kgqa.load import build
build.load(Path(folder), Path(target) / "graph")
"""
WHOLE = """
from pathlib import Path
from kgqa.files import share
from kgqa.load import build
build.load(Path(folder), Path(target) / "graph", knowledge=share("data") / "knowledge")
"""
MEASURED = """
import json, resource, sys, time
folder, target = sys.argv[1:]
begin = time.perf_counter()
{work}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(json.dumps([time.perf_counter() - begin, time.process_time(), peak]))
"""


def tables(folder: Path) -> list[str]:
    """The table functions that read the source's tables, typed as the mapping has them."""
    mapping = read_source(read_schema())
    files, _ = find_files(folder, mapping)
    found = []
    for name, file in files.items():
        known = mapping.tables[name].columns
        kinds = {column: known[column].kind if column in known else "text" for column in file.header}
        types = {column: TYPES.get(kind, "VARCHAR") for column, kind in kinds.items()}
        found.append(
            f"read_csv('{file.path}', auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"',"
            f" columns = {types})"
        )
    return found


def knowledge() -> list[str]:
    """The table functions that read the files of open knowledge."""
    declared = open_shelf(duckdb.connect(), KNOWLEDGE).declared
    entries = [entry for source in declared.values() for entry in source["files"].values()]
    return [scan(KNOWLEDGE / entry["path"], entry) for entry in entries if (KNOWLEDGE / entry["path"]).is_file()]


def measured(work: str, folder: Path, relations: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of processor time and peak memory in MB of one run."""
    with tempfile.TemporaryDirectory() as target:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED.replace("{work}", work), folder, target],
            check=True,
            capture_output=True,
            text=True,
            input=json.dumps(relations),
        )
    seconds, processor, peak = json.loads(done.stdout.splitlines()[-1])
    return seconds, processor, peak


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else share("data") / "mimic-iii-demo"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    alone = tables(folder)
    both = [*alone, *knowledge()]
    # each work with the row that it is held against
    works = {
        "DuckDB, the tables": (BARE, alone, 0),
        "DuckDB, tables and knowledge files": (BARE, both, 1),
        "kgqa load, timelines": (TIMELINES, [], 0),
        "kgqa load, with knowledge and links": (WHOLE, [], 1),
    }
    found = {name: [] for name in works}
    for _ in range(runs):
        for name, (work, relations, _) in works.items():
            found[name].append(measured(work, folder, relations))
    medians = [[statistics.median(part) for part in zip(*results, strict=True)] for results in found.values()]
    print(f"{'':<36}{'seconds':>9}{'ratio':>7}{'processor':>11}{'ratio':>7}{'peak MB':>9}")
    for name, (seconds, processor, _), (_, _, beside) in zip(works, medians, works.values(), strict=True):
        peak = max(peak for _, _, peak in found[name])
        base = medians[beside]
        ratios = seconds / base[0], processor / base[1]
        print(f"{name:<36}{seconds:>9.1f}{ratios[0]:>7.2f}{processor:>11.1f}{ratios[1]:>7.2f}{peak:>9.0f}")


if __name__ == "__main__":
    main()
