"""`kgqa audit`: is everything still as it was proven."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typer
from rich.table import Table

from kgqa.audit import Audit, audit
from kgqa.audit_graph import audit_graph
from kgqa.cli.page import page
from kgqa.cli.progress import progress
from kgqa.files import share
from kgqa.graph import open_graph
from kgqa.opening import opened
from kgqa.question.inspect import Finding
from kgqa.question.store import read


def audit_command(
    questions: Path = typer.Argument(
        None, help="A question set: its folder, or its questions.jsonl. Without it: the graph.", show_default=False
    ),
    *,
    graph: str = typer.Option("graph", help="The graph: a folder, or bolt://..."),
    source: Path = typer.Option(
        None, help="The source tables. Without it: those that the graph was loaded from.", show_default=False
    ),
    agree: str = typer.Option(
        None, help="A second engine with the same graph (bolt://...), asked for every answer.", show_default=False
    ),
    as_json: bool = typer.Option(False, "--json", help="Print everything as JSON."),
) -> None:
    """Audit a question set against its graph and source tables; without one, audit the graph.

    Every question is made and proven again, every source row is read again, and what is written is held against both,
    field by field. Findings come worst first. Exit code 1 if one of them is an error.

    \b
    Examples:
      kgqa audit questions                      prove a set again on ./graph
      kgqa audit questions --agree bolt://127.0.0.1:7687
      kgqa audit                                the graph itself, by cypher/audits
      kgqa audit questions --json > audit.json
    """
    if questions is None:
        with open_graph(graph) as engine:
            findings = audit_graph(engine, share("cypher") / "audits")
        _print(Audit(0, findings, {}), as_json=as_json)
        return
    written = read(questions)
    seed = written.manifest.get("seed", 0)
    by = written.manifest.get("options", {}).get("split_by", "patient")
    with opened(graph, source=source, seed=seed, agree=agree, split_by=by) as at_hand, progress() as tell:
        _print(audit(written, at_hand, tell=tell), as_json=as_json)


def _print(found: Audit, *, as_json: bool) -> None:
    errors = sum(finding.level == "error" for finding in found.findings)
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=1, ensure_ascii=False))
    else:
        for finding in found.findings:
            typer.echo(_said(finding))
        if found.balance:
            page().print(_balance(found))
        typer.echo(f"{found.questions:,} questions, {errors} errors, {len(found.findings) - errors} warnings")
    if errors:
        raise typer.Exit(1)


def _said(finding: Finding) -> str:
    return f"{finding.level}: {finding.question}{' ' if finding.question else ''}{finding.field}: {finding.message}"


def _balance(found: Audit) -> Table:
    table = Table("balance", "value", "questions", "share", box=None, padding=(0, 2, 0, 0))
    for figure, counts in found.balance.items():
        for value, count in counts.items():
            table.add_row(figure, value, f"{count:,}", f"{count / found.questions:.1%}")
    return table
