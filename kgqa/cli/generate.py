"""`kgqa generate`: patterns and a graph to a set of proven questions."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal

import typer
from rich.table import Table

from kgqa.cli.page import page
from kgqa.cli.progress import progress
from kgqa.files import share
from kgqa.generate import Options, chosen, generate, hops_of
from kgqa.manifest import Summary
from kgqa.opening import opened
from kgqa.question.marks import wrong
from kgqa.question.split import SplitBy
from kgqa.show import draw, names_from

_Hops = typer.Option(None, "--hops", help="Keep questions of so many measured hops: 3, or 2-4.", show_default=False)


def generate_command(
    *,
    hops: str = _Hops,
    pattern: list[str] = typer.Option(
        [], "--pattern", help="Ask only this pattern: its id, or a .cypher file of your own. May be repeated."
    ),
    theme: list[str] = typer.Option([], "--theme", help="Ask only the patterns of this theme. May be repeated."),
    per_pattern: int = typer.Option(
        0, min=0, help="Keep at most so many of each pattern, drawn by hash from all patients; 0 keeps all."
    ),
    per_patient: int = typer.Option(
        0, min=0, help="Keep at most so many of each pattern and patient, drawn by hash; 0 keeps all."
    ),
    largest: int = typer.Option(10, min=1, help="Refuse a question whose answer has more values."),
    checked_only: bool = typer.Option(
        False, "--checked-only", help="Leave out questions that lean on a statement marked as unchecked."
    ),
    refuse: list[str] = typer.Option(
        [], "--refuse", help="Leave out what this gate would only mark (docs: README, Gates). May be repeated."
    ),
    allow: list[str] = typer.Option(
        [], "--allow", help="Keep, and mark, what this gate would refuse. May be repeated."
    ),
    limit: int = typer.Option(0, min=0, help="Draw so many questions, balanced; 0 keeps all."),
    unanswerable: float = typer.Option(
        0.0, min=0.0, max=0.5, help="Let this share of the set be questions without an answer; at most 0.5."
    ),
    equal: bool = typer.Option(True, help="Keep as many yes as no of each yes-no pattern."),
    marks: Path = typer.Option(
        None, help="Leave out what reviewers found wrong: a file of `kgqa review --out`.", show_default=False
    ),
    split_by: SplitBy = typer.Option(
        "patient", help="What training shares with no held-out split: patients, patterns, or knowledge statements."
    ),
    seed: int = typer.Option(0, help="Another seed draws other questions and wordings."),
    out: Path = typer.Option(Path("questions"), help="The folder to write; an old set in it is replaced."),
    graph: str = typer.Option("graph", help="The graph: a folder, or bolt://..."),
    source: Path = typer.Option(
        None, help="The source tables. Without it: those that the graph was loaded from.", show_default=False
    ),
    agree: str = typer.Option(
        None, help="A second engine with the same graph (bolt://...): keep what both agree on.", show_default=False
    ),
    workers: int = typer.Option(
        0,
        min=0,
        help="Processes that ask side by side. 0: one a processor, if there are 5 GB of memory for each.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was made as JSON."),
) -> None:
    """Generate questions whose answers are proven on the graph.

    Every pattern is asked of every patient. A question is kept when all its proofs hold and no gate refuses it; what
    is refused is counted by reason. The same graph and seed give the same bytes, and one more patient in the graph
    changes nothing for the others, unless --per-pattern lets them compete.

    \b
    Examples:
      kgqa generate                             all patterns on ./graph, into ./questions
      kgqa generate --hops 3                    only what takes three hops
      kgqa generate --theme safety --per-patient 2 --out safety
      kgqa generate --pattern mine.cypher       a pattern of your own
      kgqa generate --limit 1000                a thousand, balanced by family, hops, size and time
      kgqa generate --unanswerable 0.33         a third without an answer, each for a proven reason
      kgqa generate --refuse "record alone" --refuse "knowledge alone"
      kgqa generate --marks merged.jsonl        without what reviewers found wrong
      kgqa generate --agree bolt://127.0.0.1:7687
      kgqa generate --workers 1                 the same questions, by one process
    """
    options = Options(
        seed=seed,
        hops=hops_of(hops),
        per_pattern=per_pattern,
        per_patient=per_patient,
        largest=largest,
        checked_only=checked_only,
        refuse=tuple(refuse),
        allow=tuple(allow),
        limit=limit,
        equal=equal,
        wrong=tuple(sorted(wrong(marks))) if marks else (),
        unanswerable=unanswerable,
        split_by=split_by,
    )
    patterns = chosen(share("cypher") / "questions", pattern, theme)
    with opened(graph, source=source, seed=seed, agree=agree, split_by=split_by) as at_hand, progress() as tell:
        made = generate(at_hand, patterns, options=options, out=out, workers=workers, tell=tell)
        name = names_from(at_hand.prover.engine, made.examples)
    if as_json:
        typer.echo(json.dumps(made, indent=1, ensure_ascii=False, default=_plain))
        return
    console = page()
    console.print(_table(made))
    console.print()
    console.print(_gates(made))
    for example in made.examples:
        console.print()
        console.print(draw(example, name))
    console.print(f"\n{sum(tally.kept for tally in made.tallies.values())} questions in {out}")


def _plain(one: Any) -> dict[str, Any]:
    """Return a dataclass as JSON writes it; `asdict` of Python 3.11 spoils a Counter inside (fixed in 3.12)."""
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _table(made: Summary) -> Table:
    right: Literal["right"] = "right"
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("pattern", "rows", "proposed", "refused", "not drawn", "kept", "twins", "refused because"):
        table.add_column(
            heading,
            justify="left" if heading in ("pattern", "refused because") else right,
            no_wrap=heading != "refused because",
            min_width=max(map(len, made.tallies), default=0) if heading == "pattern" else None,
        )
    for name, tally in made.tallies.items():
        why = ", ".join(f"{reason} {count}" for reason, count in sorted(tally.refused.items()))
        refused, twins = tally.refused.total(), tally.unanswerable.total()
        figures = (tally.rows, tally.proposed, refused, tally.not_drawn, tally.kept, twins)
        table.add_row(name, *(f"{figure:,}" for figure in figures), why)
    return table


def _gates(made: Summary) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("gate", "does", "questions", "share"):
        table.add_column(heading, justify="right" if heading in ("questions", "share") else "left")
    for name, rate in made.gates.items():
        share = f"{rate.questions / rate.of:.1%}" if rate.of else ""
        table.add_row(name, "refuses" if rate.refuses else "marks", f"{rate.questions:,}", share)
    return table
