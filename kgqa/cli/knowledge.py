"""`kgqa knowledge`: what the graph knows, and how far it can be trusted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from kgqa.knowledge import report


def knowledge(
    graph: str = typer.Option("graph", help="The graph folder, or a Neo4j address such as bolt://127.0.0.1:7687."),
    patterns: Path = typer.Option(
        None, help="The folder of pattern files. Without it: kgqa's own.", show_default=False
    ),
    as_json: bool = typer.Option(False, "--json", help="Print the report as JSON."),
) -> None:
    """Report what the graph knows: concepts, edges, who states them, contradictions, coverage, gaps.

    Sources that were compiled from one another count as one voice. An unchecked edge is one whose document could not be
    opened; a reviewed one has been looked at by a clinician.

    \b
    Examples:
      kgqa knowledge                     the graph in ./graph
      kgqa knowledge --graph full        another folder
      kgqa knowledge --json | jq '.edges[] | select(.unchecked > 0)'
    """
    found = report(graph, patterns)
    typer.echo(json.dumps(found, indent=1, ensure_ascii=False) if as_json else "\n".join(_said(found)))


def _said(found: dict[str, Any]) -> Iterable[str]:
    yield f"{'vocabulary':<28}{'kind':<14}{'concepts':>10}"
    for row in found["concepts"]:
        yield f"{row['vocabulary']:<28}{row['kind']:<14}{row['concepts']:>10,}"
    yield ""
    yield f"{'edge':<24}{'edges':>9}{'2+ voices':>11}{'unchecked':>11}{'reviewed':>10}  stated by"
    for row in found["edges"]:
        by = ", ".join(f"{name} {n:,}" for name, n in row["sources"].items())
        counts = f"{row['edges']:>9,}{row['two_or_more']:>11,}{row['unchecked']:>11,}{row['reviewed']:>10,}"
        yield f"{row['type']:<24}{counts}  {by}"
    yield ""
    yield f"contradictions: {len(found['contradictions'])}"
    for row in found["contradictions"]:
        said, against = ", ".join(row["says_for"]), ", ".join(row["says_so"])
        yield f"  {row['drug']} - {row['disease']}: {row['for']} ({said}), {row['against']} ({against})"
    yield ""
    yield f"{'linked':<20}{'rows':>10}{'linked':>10}{'':>7}{'codes':>8}{'linked':>8}"
    for label, row in found["links"].items():
        share = row["linked_rows"] / row["rows"] if row["rows"] else 0.0
        rows = f"{row['rows']:>10,}{row['linked_rows']:>10,}{share:>7.1%}"
        yield f"{label:<20}{rows}{row['codes']:>8,}{row['linked_codes']:>8,}"
    for label, rows in found["unmapped"].items():
        yield ""
        yield f"heaviest without a concept, {label}:"
        yield from (f"  {row['rows']:>6,}  {row['name']}" for row in rows)
    yield ""
    yield f"ISA: {found['isa']['depth']} levels, {len(found['isa']['cycles'])} cycles"
    yield from (f"  cycle: {', '.join(ring)}" for ring in found["isa"]["cycles"])
    yield ""
    yield "knowledge edges that each pattern can walk:"
    for row in found["patterns"]:
        edges = ", ".join(f"{name} {n:,}" for name, n in row["edges"].items())
        yield f"  {row['pattern']:<44}{edges}" + ("  (none: no question)" if row["missing"] else "")
