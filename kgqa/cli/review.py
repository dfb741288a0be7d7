"""`kgqa review`: what several reviewers say of a question set."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from kgqa.errors import UsageError
from kgqa.question.marks import VERDICTS
from kgqa.question.store import read
from kgqa.review import Rate, Review, merged, review


def review_command(
    marks: list[Path] = typer.Argument(
        metavar="MARKS...", help="Files of marks that reviewers exported from the report."
    ),
    *,
    questions: Path = typer.Option(Path("questions"), help="The question set that was reviewed."),
    out: Path = typer.Option(
        None, help="Write the merged verdicts to this file, for generate --marks.", show_default=False
    ),
    as_json: bool = typer.Option(False, "--json", help="Print the figures as JSON."),
) -> None:
    """Merge reviewers' marks: how far they agree, how often each family is wrong, and where they differ.

    Agreement is Cohen's kappa of each pair of reviewers and Krippendorff's alpha of all; the error rate of a family is
    the share of wrong ones among its questions judged right or wrong, with its 95 % Wilson interval. A question's
    verdict is that of most reviewers, unclear where none leads.

    \b
    Examples:
      kgqa review marks-Ada.jsonl marks-Bob.jsonl
      kgqa review marks-*.jsonl --questions safety --out merged.jsonl
      kgqa generate --marks merged.jsonl        and what was found wrong is left out
    """
    reviewed = review(marks, read(questions))
    if out is not None:
        try:
            out.write_text(merged(reviewed), encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"{out}: cannot be written ({error.strerror}). Give another --out") from None
    if as_json:
        typer.echo(json.dumps(_plain(reviewed), indent=1, ensure_ascii=False))
        return
    console = Console()
    for table in _tables(reviewed):
        console.print(table)
        console.print()
    if out is not None:
        console.print(f"{len(reviewed.judged)} verdicts in {out}", highlight=False)


def _plain(reviewed: Review) -> dict[str, object]:
    told = asdict(reviewed)
    judged = told.pop("judged")
    differing = {one.question for one in reviewed.disagreements}
    return told | {"judged": len(judged), "disagreements": [one for one in judged if one["question"] in differing]}


def _tables(reviewed: Review) -> list[Table]:
    people = _table("reviewer", *VERDICTS)
    for name, counts in reviewed.reviewers.items():
        people.add_row(name, *(str(counts.get(verdict, 0)) for verdict in VERDICTS))
    tables = [people]
    if reviewed.pairs:
        agreement = _table("agreement", "questions", "agreed", "Cohen's kappa")
        for pair in reviewed.pairs:
            kappa = _number(pair.kappa)
            agreement.add_row(" and ".join(pair.reviewers), str(pair.questions), f"{pair.agreed:.1%}", kappa)
        agreement.add_row("all, Krippendorff's alpha", "", "", _number(reviewed.alpha))
        tables.append(agreement)
    families = _table("family", *VERDICTS, "error rate", "95 % (Wilson)")
    for rate in (*reviewed.families, reviewed.whole):
        families.add_row(rate.family, str(rate.right), str(rate.wrong), str(rate.unclear), *_error(rate))
    tables.append(families)
    if reviewed.disagreements:
        differing = Table("differing", "family", "marks", box=None, padding=(0, 2, 0, 0))
        for one in reviewed.disagreements:
            said = [f"{m.reviewer}: {m.verdict}" + (f" ({m.reason})" if m.reason else "") for m in one.marks]
            differing.add_row(one.question, one.family, "\n".join(said))
        tables.append(differing)
    return tables


def _table(first: str, *figures: str) -> Table:
    table = Table(first, box=None, padding=(0, 2, 0, 0))
    for heading in figures:
        table.add_column(heading, justify="right")
    return table


def _error(rate: Rate) -> tuple[str, str]:
    if rate.error is None or rate.low is None or rate.high is None:
        return "-", "-"
    return f"{rate.error:.1%}", f"{rate.low:.1%} to {rate.high:.1%}"


def _number(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
