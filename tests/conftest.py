"""What several test files share: one real Neo4j and one load of the open demo for the whole session."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j
import pytest
from playwright.sync_api import Browser, sync_playwright

from kgqa.files import share
from kgqa.graph import folder
from kgqa.load import build
from kgqa.load.notes import NoteOptions
from kgqa.server import serve
from kgqa.synth.cohort import write_cohort
from tests import differential

# Start and stop fast: no second compiler, no parallel collector, no courtesy towards open connections.
FAST_JAVA = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
FAST_SETTINGS = {"internal.server.bolt.thread_pool_shutdown_wait_time": "100ms"}


@dataclass(frozen=True, slots=True)
class Server:
    """A running Neo4j 5.26 with one database that all tests share: leave it as you like, expect nothing in it."""

    bolt: str
    browser: str
    user: str
    password: str
    home: Path

    def driver(self) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(self.bolt, auth=(self.user, self.password))

    def empty(self) -> None:
        """Remove all nodes, edges and constraints."""
        with self.driver() as driver:
            for record in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
                driver.execute_query(f"DROP CONSTRAINT `{record['name']}`")
            driver.execute_query("MATCH (n) DETACH DELETE n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One Neo4j for the session, by `kgqa neo4j up` itself; without Java 17 and Maven the tests fail, they do not skip."""
    folder = tmp_path_factory.mktemp("neo4j") / "home"
    home, record = serve.up(
        folder,
        bolt_port=free_port(),
        http_port=free_port(),
        heap="512m",
        page_cache="128m",
        maven=True,
        settings=FAST_SETTINGS,
        java_options=FAST_JAVA,
    )
    try:
        yield Server(record.bolt, record.browser, "neo4j", home.password(), home.path)
    finally:
        serve.down(folder)


@pytest.fixture(scope="session")
def demo_graph(tmp_path_factory: pytest.TempPathFactory) -> folder.GraphFolder:
    """The open demo with the open knowledge, as `kgqa load` makes it. Read it, do not write in it."""
    path = tmp_path_factory.mktemp("demo") / "graph"
    build.load(share("data") / "mimic-iii-demo", path, knowledge=share("data") / "knowledge")
    return folder.read(path)


@pytest.fixture(scope="session")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve invented patients with notes: the folder of their tables/ and their graph/. Read it, do not write in it."""
    folder = tmp_path_factory.mktemp("synth")
    write_cohort(folder / "tables", 12, 1)
    build.load(folder / "tables", folder / "graph", knowledge=share("data") / "knowledge", notes=NoteOptions())
    return folder


@pytest.fixture(scope="module")  # not longer: while it is open no other test can run an event loop
def chromium() -> Iterator[Browser]:
    """One Chromium without a window for a test file."""
    path = next((place for place in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(place).exists()), None)
    path = os.environ.get("KGQA_CHROMIUM", path)
    assert path, "these tests need Chromium (Debian: apt-get install chromium), or its place in KGQA_CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.hookimpl(tryfirst=True)  # before xdist reads the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all tests of the one server in one worker, where `--dist loadgroup` spreads the rest."""
    for item in items:
        if "neo4j_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what this worker compared to the process that prints it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["compared"] = differential.SAID


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take what a worker compared."""
    differential.SAID.extend(getattr(node, "workeroutput", {}).get("compared", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much the differential tests compared."""
    if said := differential.SAID:
        cases = sum(int(number) for line in said for number in re.findall(r": (\d+) cases", line))
        terminalreporter.section(f"{cases:,} random cases compared")
        for line in said:
            terminalreporter.write_line(line)
