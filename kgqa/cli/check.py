"""`kgqa check`: what an author of patterns needs."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typer

from kgqa.check import Checked, check, files_of
from kgqa.graph.tables import Tables
from kgqa.schema import read_schema

_FINDINGS = 3


def check_command(
    files: list[Path] = typer.Argument(
        None, help="Pattern files or folders. Without any: all that come with kgqa.", show_default=False
    ),
    quiet: bool = typer.Option(False, "--quiet", "-q", help="Print findings only, no sentences."),
    as_json: bool = typer.Option(False, "--json", help="Print everything as JSON."),
) -> None:
    """Check pattern files: header, text, cases, hops, knowledge, wordings.

    Every finding is printed, not just the first, with its place and a remedy. Sentences are those of the first case
    that expects a row. Exit code 3 if there is any finding.

    \b
    Examples:
      kgqa check                                all patterns that come with kgqa
      kgqa check mine.cypher                    one of your own
      kgqa check --quiet cypher/questions/safety
    """
    found = []
    for one in check(files_of(files or []), read_schema(), Tables.from_create):
        found.append(one)
        if not as_json:
            typer.echo(_said(one, quiet=quiet), nl=not quiet or bool(one.findings))
    wrong = sum(len(one.findings) for one in found)
    if as_json:
        typer.echo(json.dumps([_told(one) for one in found], indent=1, ensure_ascii=False))
    else:
        typer.echo(f"{len(found)} patterns, {wrong} findings", err=True)
    if wrong:
        raise typer.Exit(_FINDINGS)


def _said(one: Checked, *, quiet: bool) -> str:
    lines = [str(finding) for finding in one.findings]
    if one.pattern and not quiet:
        hops = " to ".join(str(n) for n in sorted({min(one.hops), max(one.hops)})) if one.hops else "unmeasured"
        lines.insert(0, f"{one.pattern.id}: hops {hops}, {len(one.pattern.cases)} cases")
        lines += [f"  {sentence}" for sentence in one.sentences]
    return "\n".join(lines)


def _told(one: Checked) -> dict[str, object]:
    return {
        "file": str(one.file),
        "pattern": one.pattern.id if one.pattern else None,
        "hops": one.hops,
        "sentences": one.sentences,
        "findings": [{**asdict(finding), "file": str(finding.file)} for finding in one.findings],
    }
