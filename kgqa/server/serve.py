"""The story of `kgqa neo4j up`, `down`, `status` and `logs`."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kgqa.errors import GraphError, UsageError
from kgqa.server import container, jars, pages, process
from kgqa.server.home import DEFAULT, Home, Record, find_home, open_home

_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"


def up(
    folder: Path = DEFAULT,
    *,
    bolt_port: int = 7687,
    http_port: int = 7474,
    version: str | None = None,
    heap: str = "1g",
    page_cache: str = "512m",
    maven: bool = False,
    settings: Mapping[str, object] | None = None,
    java_options: tuple[str, ...] = (),
    seconds: float = 180,
) -> tuple[Home, Record]:
    """Start the server of `folder` and return once Bolt and Browser answer; one that runs already is left as it is.

    A container engine that answers is taken before Java and Maven, unless `maven` is given.
    """
    home = open_home(folder)
    if record := running(home):
        return home, record
    process.check_free(bolt_port, "--port")
    process.check_free(http_port, "--http-port")
    engine = None if maven else container.engine()
    if engine:
        record = Record(engine, version or "", bolt_port, http_port)
        container.up(home, record, heap, page_cache)
        home.remember(record)
        return home, record
    runtime = jars.runtime(version)
    home.write_conf(
        _addresses(bolt_port, http_port) | {"server.memory.pagecache.size": page_cache} | dict(settings or {})
    )
    if not (home.path / "data" / "dbms").exists():
        admin(home, runtime, "dbms", "set-initial-password", home.password())
    # Java leaves the message out of an error that comes often, and then the server fails to send it: the client waits
    # for ever. Neo4j's own neo4j.conf, which a container has, sets the same.
    messages = "-XX:-OmitStackTraceInFastThrow"
    options = (f"-Xms{heap}", f"-Xmx{heap}", "-XX:+ExitOnOutOfMemoryError", messages, *java_options)
    return home, start(home, Record("maven", runtime.version, bolt_port, http_port, options), seconds=seconds)


def start(home: Home, record: Record, *, seconds: float = 180) -> Record:
    """Start the server that `record` describes, with the settings that lie in its folder, and wait until it answers."""
    arguments = (f"--home-dir={home.path}", f"--config-dir={home.conf.parent}", "--console-mode")
    runtime = jars.runtime(record.version)
    runtime = replace(runtime, class_path=pages.with_pages(runtime.class_path, home))
    command = runtime.command(runtime.server(), *arguments, options=record.java_options)
    pid = process.spawn(command, home.path, home.console)
    record = replace(record, pid=pid, started=process.started(pid))
    home.remember(record)
    try:
        process.wait_ready(pid, record.started, (record.bolt_port, record.http_port), home.console, seconds)
    except BaseException:
        process.stop(pid, record.started)
        home.forget()
        raise
    return record


def down(folder: Path = DEFAULT) -> bool:
    """Stop the server that `up` started in `folder`; say whether there was one. Data and password stay."""
    home = find_home(folder)
    if not home:
        raise UsageError(f"{folder}: holds no server of kgqa; give its folder with --data")
    record = running(home)
    if record and record.pid:
        process.stop(record.pid, record.started)
    elif record:
        container.down(home, record)
    home.forget()
    return record is not None


def running(home: Home) -> Record | None:
    """Return the record of the server that runs in `home`, or None; a record left by one that died does not count."""
    record = home.record()
    if record is None:
        return None
    if record.pid:
        return record if record.started and process.started(record.pid) == record.started else None
    return record if container.running(home, record) else None


def logs(folder: Path = DEFAULT) -> list[str]:
    """Return what the server of `folder` said since it was last started."""
    home = find_home(folder)
    if not home:
        raise UsageError(f"{folder}: holds no server of kgqa; give its folder with --data")
    record = home.record()
    if record and not record.pid:
        return container.logs(home, record)
    return home.console.read_text(errors="replace").splitlines() if home.console.is_file() else []


def admin(home: Home, runtime: jars.Runtime, *arguments: str) -> str:
    """Run one neo4j-admin command on a server that is not running and return what it printed."""
    environment = {
        "NEO4J_HOME": str(home.path),
        "NEO4J_CONF": str(home.conf.parent),
        "JAVA_OPTS": " ".join(jars.OPENS),  # it starts a Java of its own, which does not inherit them
    }
    done = subprocess.run(  # noqa: S603
        runtime.command(_ADMIN, *arguments), capture_output=True, text=True, check=False, env=environment, cwd=home.path
    )
    if done.returncode:
        said = home.path / "logs" / "admin.log"
        said.write_text(done.stdout + done.stderr)
        raise GraphError(
            f"neo4j-admin {' '.join(arguments[:2])} failed: {process.last_reason(said)} (all of it: {said})"
        )
    return done.stdout


def _addresses(bolt_port: int, http_port: int) -> dict[str, object]:
    bolt, http = f"127.0.0.1:{bolt_port}", f"127.0.0.1:{http_port}"
    return {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "browser.post_connect_cmd": pages.on_connecting(http_port),
    }
