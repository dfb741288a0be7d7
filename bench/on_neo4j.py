"""Neo4j against its own driver and importer, and each pattern on Neo4j against the tables.

    python bench/on_neo4j.py [GRAPH] [--patients 10] [--seconds 60] [--only push|offline|patterns]

GRAPH is a graph folder; without one the open demo is loaded here. A server of kgqa's own is started (Java 17 and Maven)
and stopped. Ratios are between two measurements of one run on one machine.

push      kgqa's push over Bolt, against the driver alone writing the same rows with the same texts in the same batches
          (only the driver's calls are timed, not how the rows are had); peak memory of the client as the push goes on
offline   kgqa's offline import, against neo4j-admin inside it
patterns  each pattern for each patient alone, on both engines; a patient for whom Neo4j takes longer than --seconds is
          counted, and takes part with that time
"""

from __future__ import annotations

import argparse
import os
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import neo4j

from kgqa.errors import GraphError
from kgqa.files import share
from kgqa.graph import push as pushing
from kgqa.graph.folder import GraphFolder, read
from kgqa.graph.neo4j import Neo4j
from kgqa.graph.offline import push_offline
from kgqa.graph.parts import batches
from kgqa.graph.tables import Tables
from kgqa.load import build
from kgqa.pattern.header import read_patterns
from kgqa.question.draw import in_hash_order
from kgqa.question.plan import plan
from kgqa.server import serve
from kgqa.server.home import Home, Record


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(folder: Path) -> Iterator[tuple[Home, Record]]:
    home, record = serve.up(folder, bolt_port=free_port(), http_port=free_port(), maven=True)
    try:
        yield home, record
    finally:
        serve.down(folder)


def resident() -> int:
    """Return this process's memory in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


class Memory:
    """The most memory that this process had in each tenth of some work."""

    def __init__(self) -> None:
        self.far, self.most = 0.0, [0] * 10
        self._over = threading.Event()

    def __enter__(self) -> Self:
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            tenth = min(9, int(self.far * 10))
            self.most[tenth] = max(self.most[tenth], resident())

    def told(self, what: str, done: int, everything: int) -> None:
        if "/" in what:
            self.far = done / everything


def driver_alone(graph: GraphFolder, home: Home, record: Record) -> tuple[float, int]:
    """Write the graph's rows with nothing but the driver; return the seconds of its calls, and the rows."""
    seconds, rows = 0.0, 0
    auth = ("neo4j", home.password())
    with (
        neo4j.GraphDatabase.driver(record.bolt, auth=auth) as driver,
        driver.session(database="neo4j") as session,
        pushing.reading(graph) as (tables, all_parts),
    ):
        started = time.perf_counter()
        pushing.constrain(session, all_parts)
        seconds += time.perf_counter() - started
        for part in all_parts:
            for some in batches(tables, part):
                started = time.perf_counter()
                session.execute_write(lambda tx, part=part, some=some: tx.run(part.write, rows=some).consume())
                seconds += time.perf_counter() - started
                rows += len(some)
    return seconds, rows


def push(graph: GraphFolder, folder: Path) -> None:
    with server(folder / "bare") as (home, record):
        bare, rows = driver_alone(graph, home, record)
    with server(folder / "push") as (home, record), Memory() as memory:
        sent: list[float] = []

        def told(what: str, done: int, everything: int) -> None:
            memory.told(what, done, everything)
            if what == "comparing" and not sent:
                sent.append(time.perf_counter() - started)

        started = time.perf_counter()
        pushing.push(graph, record.bolt, password=home.password(), told=told)
        whole = time.perf_counter() - started
    print(f"rows                     {rows:,}")
    print(f"driver alone             {bare:8.1f} s  {rows / bare:10,.0f} rows/s")
    print(f"push, until all is sent  {sent[0]:8.1f} s  {rows / sent[0]:10,.0f} rows/s  ratio {sent[0] / bare:.2f}")
    print(f"push, proven the same    {whole:8.1f} s  {rows / whole:10,.0f} rows/s  ratio {whole / bare:.2f}")
    print(f"client memory by tenths  {' '.join(map(str, memory.most))} MB")


def offline(graph: GraphFolder, folder: Path) -> None:
    alone: list[float] = []
    admin = serve.admin

    def timed(*arguments: object) -> str:
        started = time.perf_counter()
        said = admin(*arguments)  # type: ignore[arg-type]
        alone.append(time.perf_counter() - started)
        return said

    with server(folder / "offline") as (home, _):
        serve.admin = timed  # type: ignore[assignment]
        try:
            started = time.perf_counter()
            pushed = push_offline(graph, home)
            whole = time.perf_counter() - started
        finally:
            serve.admin = admin
    rows = pushed.nodes + pushed.edges
    print(f"neo4j-admin alone        {alone[0]:8.1f} s  {rows / alone[0]:10,.0f} rows/s")
    print(f"offline, proven the same {whole:8.1f} s  {rows / whole:10,.0f} rows/s  ratio {whole / alone[0]:.2f}")


def patterns(graph: GraphFolder, folder: Path, count: int, seconds: float) -> None:
    with server(folder / "patterns") as (home, record):
        push_offline(graph, home)
        now = serve.running(home) or record
        with (
            Neo4j(now.bolt, password=home.password(), timeout=seconds) as served,
            Tables.open_folder(graph.path) as tables,
        ):
            patients = in_hash_order(served._everyone(), 0)[:count]  # noqa: SLF001
            found = []
            for pattern in read_patterns(share("cypher") / "questions"):
                query, there, late, differ = plan(pattern).results, 0.0, 0, 0
                tables.run_alone(query, patients)  # compiles it, and copies what is small into memory
                started = time.perf_counter()
                here = tables.run_alone(query, patients)
                mine = time.perf_counter() - started
                for patient in patients:
                    started = time.perf_counter()
                    try:
                        differ += sorted(served.run(query, [patient]).rows, key=repr) != sorted(here[patient], key=repr)
                    except GraphError:
                        late += 1
                    there += time.perf_counter() - started
                found.append((there / mine, pattern.id, there, mine, late, differ))
    print(f"{len(patients)} patients, each alone          Neo4j s  tables s   ratio  too late  different")
    for ratio, name, there, mine, late, differ in sorted(found, reverse=True):
        print(f"{name:40} {there:9.2f} {mine:9.3f} {ratio:7.1f} {late:9} {differ:9}")
    ratios = sorted(ratio for ratio, *_ in found)
    print(f"median ratio {ratios[len(ratios) // 2]:.1f}; different rows in {sum(f[-1] for f in found)} runs")


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("graph", nargs="?", type=Path)
    told.add_argument("--patients", type=int, default=10)
    told.add_argument("--seconds", type=float, default=60)
    told.add_argument("--only", choices=("push", "offline", "patterns"))
    given = told.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if given.graph is None:
            given.graph = folder / "graph"
            build.load(share("data") / "mimic-iii-demo", given.graph, knowledge=share("data") / "knowledge")
        graph = read(given.graph)
        if given.only in (None, "push"):
            push(graph, folder)
        if given.only in (None, "offline"):
            offline(graph, folder)
        if given.only in (None, "patterns"):
            patterns(graph, folder, given.patients, given.seconds)


if __name__ == "__main__":
    main()
