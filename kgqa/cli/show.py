"""`kgqa show`: one question, drawn."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from kgqa.browser import link_of, open_link
from kgqa.cli.page import page
from kgqa.graph import open_graph
from kgqa.question.store import read
from kgqa.show import detail, draw, find, names_from


def show_command(
    wanted: str = typer.Argument(metavar="ID", help="The question's id, or as much of its start as is its alone."),
    questions: Path = typer.Argument(Path("questions"), help="The question set."),
    *,
    graph: str = typer.Option("graph", help="The graph that names the nodes: a folder, or bolt://..."),
    open_it: bool = typer.Option(False, "--open", help="Open the proof in Neo4j Browser."),
    as_json: bool = typer.Option(False, "--json", help="Print the record as it is written."),
) -> None:
    """Draw one question: its text, the path of each answer, source rows, knowledge and proofs.

    \b
    Examples:
      kgqa show q-5f0c                          from ./questions
      kgqa show 5f0c safety --graph full        of another set and graph
      kgqa show q-5f0c --open                   and in Neo4j Browser, once `kgqa neo4j push` has filled it
    """
    record = find(read(questions), wanted)
    if as_json:
        typer.echo(json.dumps(record, indent=1, ensure_ascii=False))
        return
    if open_it:
        open_link(link_of(record))
    with open_graph(graph) as engine:
        name = names_from(engine, [record])
    console = page()
    console.print(draw(record, name))
    console.print()
    console.print(detail(record, name))
