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
    yield f"{'source':<20}release, licence"
    for name, entry in found["sources"].items():
        yield f"{name:<20}{entry['release']}; {entry['licence']}"
    for name, entry in found["releases"].items():
        yield f"{name:<20}{entry.get('release', 'as given to the load')}"
    yield from (f"not in the folder: {path} ({source})" for path, source in found["absent"].items())
    yield ""
    yield f"{'vocabulary':<28}{'kind':<14}{'concepts':>10}{'edges':>9}  stated by"
    for row in found["concepts"]:
        by = ", ".join(row["sources"])
        yield f"{row['vocabulary']:<28}{row['kind']:<14}{row['concepts']:>10,}{row['edges']:>9,}  {by}".rstrip()
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
    yield from _coverage(found["links"])
    yield "left out or decided by rule:"
    yield from (f"  {row['count']:>6,}  {row['step']}: {row['what']}" for row in found["tally"])
    yield ""
    yield from _isa(found["isa"])
    yield ""
    yield "knowledge edges that each pattern can walk:"
    for row in found["patterns"]:
        edges = ", ".join(f"{name} {n:,}" for name, n in row["edges"].items())
        yield f"  {row['pattern']:<44}{edges}" + ("  (none: no question)" if row["missing"] else "")


def _coverage(links: dict[str, Any]) -> Iterable[str]:
    yield f"{'linked':<20}{'rows':>10}{'linked':>10}{'':>7}{'codes':>8}{'linked':>8}{'':>7}"
    for label, row in links.items():
        rows = f"{row['rows']:>10,}{row['linked_rows']:>10,}{_share(row['linked_rows'], row['rows'])}"
        yield f"{label:<20}{rows}{row['codes']:>8,}{row['linked_codes']:>8,}{_share(row['linked_codes'], row['codes'])}"
    yield ""
    for label, row in links.items():
        if row.get("heaviest"):
            yield f"heaviest without a concept, {label}:"
            yield from (
                f"  {one['rows']:>8,}  {one['code']}" + (f"  {one['name']}" if one["name"] != one["code"] else "")
                for one in row["heaviest"]
            )
            yield ""


def _share(part: int, whole: int) -> str:
    return f"{part / whole if whole else 0.0:>7.1%}"


def _isa(isa: dict[str, Any]) -> Iterable[str]:
    yield f"ISA: {isa['depth']} levels, {len(isa['cycles'])} rings"
    yield from (f"  ring: {', '.join(ring)}" for ring in isa["cycles"])
    opened = isa["opened"]
    if opened and opened["rings"]:
        rings, dropped = opened["rings"], opened["dropped"]
        yield (
            f"  when loaded: {rings:,} ring{'s'[: rings > 1]} of {opened['concepts']:,} concepts, opened by "
            f"leaving out {dropped:,} edge{'s'[: dropped > 1]}, those that the fewest sources state"
        )
        yield from (f"    left out: {source} ISA {target}" for source, target in opened["shown"])
    elif opened:
        yield "  when loaded: no ring had to be opened"
