"""`kgqa export`: graphs and proofs in the forms that other tools take."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Literal

import networkx as nx
import typer

from kgqa.graph import open_graph
from kgqa.graph.folder import read as read_folder
from kgqa.interchange.graphs import to_networkx
from kgqa.interchange.proof import proof_of
from kgqa.interchange.rdf import to_rdf, write_ntriples
from kgqa.interchange.rows import to_rows
from kgqa.interchange.shapes import shapes
from kgqa.question.store import read
from kgqa.schema import read_schema
from kgqa.show import find

export_app = typer.Typer(help="Write graphs and proofs for other tools.", no_args_is_help=True)


@export_app.command("proof")
def proof(
    wanted: str = typer.Argument(metavar="ID", help="The question's id, or as much of its start as is its alone."),
    questions: Path = typer.Argument(Path("questions"), help="The question set."),
    graph: str = typer.Option("graph", help="The graph of the questions: a folder, or bolt://..."),
    form: Literal["turtle", "node-link", "csv"] = typer.Option("turtle", "--as", help="RDF, networkx's JSON, or rows."),
) -> None:
    """Print the proof of one question.

    \b
    Examples:
      kgqa export proof q-5f0c                  RDF with PROV-O, as Turtle
      kgqa export proof q-5f0c --as node-link   for networkx.node_link_graph
      kgqa export proof q-5f0c --as csv         a row for each step, for pandas
    """
    with open_graph(graph) as engine:
        found = proof_of(find(read(questions), wanted), engine)
    if form == "turtle":
        typer.echo(to_rdf(found).serialize(format="turtle"), nl=False)
    elif form == "node-link":
        typer.echo(json.dumps(nx.node_link_data(to_networkx(found), edges="edges"), indent=1, ensure_ascii=False))
    else:
        rows = to_rows(found)
        writer = csv.DictWriter(sys.stdout, rows[0] if rows else [])
        writer.writeheader()
        writer.writerows(rows)


@export_app.command("rdf")
def rdf(
    graph: Path = typer.Argument(Path("graph"), help="The graph folder."),
    out: Path = typer.Option(None, help="The file to write. Without it: stdout.", show_default=False),
) -> None:
    """Write a whole graph as N-Triples, in little memory whatever its size.

    \b
    Examples:
      kgqa export rdf --out graph.nt
      kgqa export rdf full | gzip > full.nt.gz
    """
    folder = read_folder(graph)
    if out is None:
        write_ntriples(folder, sys.stdout)
        return
    beside = out.with_name(out.name + ".part")
    try:
        with beside.open("w", encoding="utf-8") as file:
            written = write_ntriples(folder, file)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)
    typer.echo(f"{out}: {written:,} triples", err=True)


@export_app.command("shapes")
def shapes_command() -> None:
    """Print the graph's schema as SHACL shapes, in Turtle.

    \b
    Examples:
      kgqa export shapes > shapes.ttl
    """
    typer.echo(shapes(read_schema()).serialize(format="turtle"), nl=False)
