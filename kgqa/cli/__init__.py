"""The commands. Each module reads flags, calls one function, and prints; no logic here."""

from __future__ import annotations

import sys

import typer

from kgqa import __version__
from kgqa.errors import KgqaError

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


def main() -> None:
    """Run the command line; a KgqaError ends as one line on stderr and its exit code."""
    try:
        app()
    except KgqaError as error:
        typer.echo(f"kgqa: {error}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("kgqa: interrupted; nothing half-written is left", err=True)
        sys.exit(130)
