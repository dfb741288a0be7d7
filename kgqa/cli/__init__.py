"""The commands. Each module reads flags, calls one function, and prints; no logic here."""

from __future__ import annotations

import signal
import sys

import typer

from kgqa import __version__
from kgqa.cli.audit import audit_command
from kgqa.cli.check import check_command
from kgqa.cli.export import export_app
from kgqa.cli.generate import generate_command
from kgqa.cli.knowledge import knowledge
from kgqa.cli.load import load
from kgqa.cli.neo4j import neo4j_app
from kgqa.cli.query import query
from kgqa.cli.report import report_command
from kgqa.cli.review import review_command
from kgqa.cli.show import show_command
from kgqa.cli.synth import synth
from kgqa.cli.umls import umls_app
from kgqa.errors import InterruptError, KgqaError

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgqa {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Generate questions about clinical records whose answers are proven on a knowledge graph."""


app.command("load")(load)
app.command("query")(query)
app.command("check")(check_command)
app.command("generate")(generate_command)
app.command("audit")(audit_command)
app.command("show")(show_command)
app.command("report")(report_command)
app.command("review")(review_command)
app.command("knowledge")(knowledge)
app.command("synth")(synth)
app.add_typer(export_app, name="export")
app.add_typer(neo4j_app, name="neo4j")
app.add_typer(umls_app, name="umls")


def _interrupt(*_: object) -> None:
    raise InterruptError


def main() -> None:
    """Run the command line; a KgqaError ends as one line on stderr and its exit code."""
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        app()
    except KgqaError as error:
        typer.echo(f"kgqa: {error}", err=True)
        sys.exit(error.exit_code)
