"""`kgqa load`: tables and knowledge into a graph folder."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typer

from kgqa.cli.neo4j import push_loaded
from kgqa.cli.progress import progress
from kgqa.files import share
from kgqa.graph.folder import read
from kgqa.load import build


def load(
    folder: Path = typer.Argument(
        None, help="The folder with MIMIC-III's tables. Without it: the open demo.", show_default=False
    ),
    knowledge: Path = typer.Option(
        None, help="The folder with the open knowledge. Without it: the one that comes with kgqa.", show_default=False
    ),
    graph: Path = typer.Option(Path("graph"), help="The folder to write the graph in; an old graph in it is replaced."),
    memory: str = typer.Option(
        None,
        help="The memory that may be used, such as 8GB. Without it: four fifths of the machine's.",
        show_default=False,
    ),
    neo4j: str = typer.Option(
        None, "--neo4j", help="Push the graph into this Neo4j as well (bolt://...).", show_default=False
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was loaded as JSON."),
) -> None:
    """Load clinical tables and medical knowledge into a graph folder.

    Tables may be CSV, CSV.gz or Parquet, with headers in either case; only PATIENTS and ADMISSIONS must be there. Every
    row is accounted for. The old graph stays whole until the new one is complete.

    \b
    Examples:
      kgqa load                                 the open demo into ./graph
      kgqa load ~/mimic-iii --graph full        the full MIMIC-III
      kgqa load --neo4j bolt://127.0.0.1:7687   and into the server of `kgqa neo4j up`
      kgqa load tables --memory 8GB --json      with less memory, for a machine to read
    """
    with progress() as tell:
        loaded = build.load(
            folder or share("data") / "mimic-iii-demo",
            graph,
            knowledge=knowledge or share("data") / "knowledge",
            memory=memory,
            tell=tell,
        )
    if neo4j:
        push_loaded(read(graph), neo4j)
    typer.echo(json.dumps(asdict(loaded), indent=1) if as_json else _said(loaded, graph))


def _said(loaded: build.Loaded, graph: Path) -> str:
    lines = [f"{'table':<20}{'read':>12}{'used':>12}{'refused':>12}  "]
    for name, account in loaded.tables.items():
        refused = sum(account["refused"].values())
        lines.append(f"{name:<20}{account['read']:>12,}{account['used']:>12,}{refused:>12,}")
        lines += [f"{'':<20}{count:>36,}  refused: {why}" for why, count in account["refused"].items()]
        lines += [f"{'':<20}{count:>36,}  {what}" for what, count in account["counted"].items()]
    lines += [f"{name:<20}{'not in the folder':>36}" for name in loaded.missing]
    if loaded.links:
        lines += ["", f"{'linked to concepts':<20}{'rows':>12}{'linked':>12}{'':>9}{'codes':>9}{'linked':>9}"]
    for label, found in loaded.links.items():
        rows, linked = found["rows"], found["linked_rows"]
        share_of = linked / rows if rows else 0.0
        codes = f"{found['codes']:>9,}{found['linked_codes']:>9,}"
        lines.append(f"{label:<20}{rows:>12,}{linked:>12,}{share_of:>8.0%} {codes}")
        for by in found["by"]:
            how = f"{by['role']} by {by['method']}" + ("" if by["exact"] else ", broader")
            lines.append(f"{'':<20}{'':>12}{by['rows']:>12,}{'':>9}{by['codes']:>9,}           {how}")
    lines += ["", f"{graph}: {loaded.fingerprint}"]
    return "\n".join(line.rstrip() for line in lines)
