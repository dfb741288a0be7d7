"""`kgqa report`: a question set as one HTML file."""

from __future__ import annotations

from pathlib import Path

import typer

from kgqa.cli.progress import progress
from kgqa.question.store import read
from kgqa.report.write import report


def report_command(
    questions: Path = typer.Argument(Path("questions"), help="The question set."),
    *,
    graph: str = typer.Option("graph", help="The graph that names the nodes: a folder, or bolt://..."),
    source: Path = typer.Option(
        None, help="The source tables. Without it: those that the graph was loaded from.", show_default=False
    ),
    out: Path = typer.Option(Path("report.html"), help="The file to write; an old one is replaced."),
) -> None:
    """Show a question set as one HTML file that needs no network: plots, a list to search, every question's proof.

    In it a reviewer marks questions right, wrong or unclear by keyboard and exports the marks for `kgqa review`. The
    file holds what the questions and their source rows hold: keep it where you keep those.

    \b
    Examples:
      kgqa report                               ./questions, into report.html
      kgqa report safety --graph full --out safety.html
    """
    with progress() as tell:
        made = report(read(questions), graph, source=source, out=out, tell=tell)
    if not made.rows:
        typer.echo("The source tables are not at hand: rows are shown without their values. Give --source", err=True)
    typer.echo(f"{made.questions:,} questions in {made.file} ({made.bytes / 1e6:.1f} MB)")
