"""`kgqa neo4j`: a server of one's own, and the graph in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import typer

from kgqa.cli.progress import progress
from kgqa.errors import InterruptError, UsageError
from kgqa.graph.folder import GraphFolder, read
from kgqa.graph.neo4j import describe
from kgqa.graph.offline import push_offline
from kgqa.graph.push import Pushed, Told, push
from kgqa.server import pages, serve
from kgqa.server.home import DEFAULT, USER, Home, Record, find_home
from kgqa.stage import Stage

neo4j_app = typer.Typer(help="Run a Neo4j server and load the graph into it.", no_args_is_help=True)

_DATA = typer.Option(DEFAULT, "--data", help="The server's folder: its data, settings, logs and password.")
_BOLT = "bolt://127.0.0.1:7687"


@neo4j_app.command("up")
def up(
    data: Path = _DATA,
    port: int = typer.Option(7687, help="The port for Bolt, on this machine only."),
    http_port: int = typer.Option(7474, help="The port for Neo4j Browser, on this machine only."),
    version: str = typer.Option(None, help="Another Neo4j than 5.26, such as 2026.09.0.", show_default=False),
    heap: str = typer.Option("1g", help="The memory for queries."),
    page_cache: str = typer.Option("512m", help="The memory that keeps the graph at hand."),
    maven: bool = typer.Option(False, "--maven", help="Take Java and Maven even where a container engine answers."),
) -> None:
    """Start a Neo4j server and wait until it answers.

    A container engine is taken where one answers, else Java 17 and Maven, which fetch the same server. The password is
    a random one, in a file that only you can read.

    \b
    Examples:
      kgqa neo4j up                             Browser at 127.0.0.1:7474, everything in ./neo4j
      kgqa neo4j up --data ~/icu --port 7688 --http-port 7475
      kgqa neo4j up --heap 8g --page-cache 16g  for the full MIMIC-III
    """
    home, record = serve.up(
        data, bolt_port=port, http_port=http_port, version=version, heap=heap, page_cache=page_cache, maven=maven
    )
    typer.echo(_addresses(home, record))
    if record.pid:
        typer.echo(f"guide      type in Browser: {pages.guide(record.http_port)}")
    if data != DEFAULT:
        typer.echo(f"export KGQA_NEO4J_PASSWORD_FILE={home.password_file}")


@neo4j_app.command("down")
def down(data: Path = _DATA) -> None:
    """Stop the server that `up` started; its data stay.

    \b
    Examples:
      kgqa neo4j down
      kgqa neo4j down --data ~/icu
    """
    typer.echo(f"{data}: {'stopped' if serve.down(data) else 'was not running'}", err=True)


@neo4j_app.command("status")
def status(data: Path = _DATA, as_json: bool = typer.Option(False, "--json", help="Print it as JSON.")) -> None:
    """Say whether the server runs, where, and which graph it holds; exit code 1 where it does not run.

    \b
    Examples:
      kgqa neo4j status
      kgqa neo4j status --json
    """
    home = find_home(data)
    record = serve.running(home) if home else None
    if not home or not record:
        typer.echo(json.dumps({"running": False}) if as_json else f"{data}: no server runs")
        raise typer.Exit(1)
    holds = describe(record.bolt, home.password())
    if as_json:
        told = {"running": True, "bolt": record.bolt, "browser": record.browser, "holds": holds, **asdict(record)}
        typer.echo(json.dumps(told, indent=1))
    else:
        typer.echo(f"{_addresses(home, record)}\nholds      {holds}")


@neo4j_app.command("logs")
def logs(data: Path = _DATA) -> None:
    """Print what the server has said since it was started.

    \b
    Examples:
      kgqa neo4j logs
      kgqa neo4j logs | tail
    """
    for line in serve.logs(data):
        typer.echo(line)


@neo4j_app.command("push")
def push_command(
    graph: Path = typer.Argument(Path("graph"), help="The graph folder."),
    uri: str = typer.Argument(None, help="The server's address. Without it: the server of --data.", show_default=False),
    data: Path = _DATA,
    offline: bool = typer.Option(False, "--offline", help="Stop the server of --data and use Neo4j's importer."),
    replace: bool = typer.Option(False, "--replace", help="Remove whatever else the database holds."),
    insecure: bool = typer.Option(False, "--insecure", help="Allow an unencrypted way to another machine."),
    as_json: bool = typer.Option(False, "--json", help="Print what was pushed as JSON."),
) -> None:
    """Load a graph folder into Neo4j and prove that it is there, whole and unchanged.

    A push that was interrupted goes on where it stopped. For millions of rows --offline is ten times faster.

    \b
    Examples:
      kgqa neo4j push                           ./graph into the server of ./neo4j
      kgqa neo4j push full --offline            the same through Neo4j's importer
      kgqa neo4j push graph bolt+s://graphs.example:7687
    """
    home = find_home(data)
    record = serve.running(home) if home else None
    with shown() as told:
        if offline:
            if uri or not home:
                raise UsageError(f"--offline works on the server of --data; start one in {data} with `kgqa neo4j up`")
            pushed = push_offline(read(graph), home, replace=replace, told=told)
        elif home and record and uri in (None, record.bolt):
            pushed = push(read(graph), record.bolt, password=home.password(), replace=replace, told=told)
        else:
            pushed = push(read(graph), uri or _BOLT, replace=replace, insecure=insecure, told=told)
    typer.echo(json.dumps(asdict(pushed)) if as_json else said(pushed))


def push_loaded(graph: GraphFolder, uri: str) -> None:
    """Push a graph that was just loaded, and say so on stderr."""
    with shown() as told:
        pushed = push(graph, uri, told=told)
    typer.echo(said(pushed), err=True)


@contextmanager
def resumable() -> Iterator[None]:
    """Say of a push that is interrupted what the server then holds, which is not nothing."""
    try:
        yield
    except (KeyboardInterrupt, InterruptError):
        raise InterruptError("a half-loaded graph is refused until a push of it has come to its end") from None


@contextmanager
def shown() -> Iterator[Told]:
    """Show a push's progress as every long command shows it."""
    with resumable(), progress() as tell:

        def told(what: str, done: int, everything: int) -> None:
            far = done / everything if everything else 0.0
            tell(Stage(what, far, far))

        yield told


def said(pushed: Pushed) -> str:
    """Say what a push did."""
    there = f"{pushed.nodes:,} nodes and {pushed.edges:,} edges are in Neo4j, equal to the folder's"
    return f"{there}; {pushed.sent:,} of them were sent" if pushed.sent else f"{there}; nothing had to be sent"


def _addresses(home: Home, record: Record) -> str:
    return f"Browser    {record.browser}\nBolt       {record.bolt}\nlog in as  {USER}, password in {home.password_file}"
