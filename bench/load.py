"""Loading the open demo, against DuckDB only reading the same files and writing them as Parquet.

Each run is a process of its own, in turn, so that both see the same machine; the ratio of the medians is the figure.
Run: python bench/load.py [FOLDER [RUNS]]
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from kgqa.files import share

BARE = """
import duckdb
from pathlib import Path
from kgqa.load.mapping_file import read_source
from kgqa.load.source import find_files
from kgqa.schema import read_schema

TYPES = {"int": "BIGINT", "float": "DOUBLE", "time": "TIMESTAMP", "date": "DATE"}
mapping = read_source(read_schema())
files, _ = find_files(Path(folder), mapping)
sql = duckdb.connect()
for name, file in files.items():
    known = mapping.tables[name].columns
    kinds = {column: known[column].kind if column in known else "text" for column in file.header}
    types = {column: TYPES.get(kind, "VARCHAR") for column, kind in kinds.items()}
    sql.execute(
        f"COPY (FROM read_csv('{file.path}', auto_detect = false, header = true, delim = ',', quote = '\\"', escape = '\\"',"
        f" columns = {types})) TO '{target}/{name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
    )
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
print(json.dumps([time.perf_counter() - begin, peak]))
"""


def measured(work: str, folder: Path) -> tuple[float, float]:
    """Seconds and peak memory in MB of one run."""
    with tempfile.TemporaryDirectory() as target:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED.replace("{work}", work), folder, target],
            check=True,
            capture_output=True,
            text=True,
        )
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return seconds, peak


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else share("data") / "mimic-iii-demo"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    works = {
        "DuckDB reads and writes the tables": BARE,
        "kgqa load, timelines": TIMELINES,
        "kgqa load, with knowledge and links": WHOLE,
    }
    found = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            found[name].append(measured(work, folder))
    bare = statistics.median(seconds for seconds, _ in found["DuckDB reads and writes the tables"])
    print(f"{'':<38}{'seconds':>9}{'ratio':>8}{'peak MB':>9}")
    for name, results in found.items():
        seconds = statistics.median(seconds for seconds, _ in results)
        print(f"{name:<38}{seconds:>9.1f}{seconds / bare:>8.2f}{max(peak for _, peak in results):>9.0f}")


if __name__ == "__main__":
    main()
