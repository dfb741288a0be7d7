"""`kgqa load`: tables and knowledge into a graph folder."""

from __future__ import annotations

from pathlib import Path

import typer

from kgqa.files import share
from kgqa.load import build


def load(
    folder: Path = typer.Argument(None, help="The folder with the tables. Without it the open demo is loaded."),
    knowledge: Path = typer.Option(None, "--knowledge", help="The folder with the open knowledge."),
    graph: Path = typer.Option(Path("graph"), "--graph", help="The folder to write the graph in."),
    memory: str = typer.Option(None, "--memory", help="The memory that may be used, such as 8GB."),
) -> None:
    """Load clinical tables and medical knowledge into a graph folder."""
    loaded = build.load(
        folder or share("data") / "mimic-iii-demo",
        graph,
        knowledge=knowledge or share("data") / "knowledge",
        memory=memory,
        tell=lambda stage, _: typer.echo(stage, err=True),
    )
    for name, account in loaded.tables.items():
        typer.echo(f"{name:20} {account['read']:>10} {account['used']:>10} {sum(account['refused'].values()):>8}")
