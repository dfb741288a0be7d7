"""`kgqa synth`: invented patients with notes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typer

from kgqa.synth.cohort import write_cohort


def synth(
    out: Path = typer.Argument(help="The folder to write; files of the same name in it are replaced."),
    patients: int = typer.Option(80, min=1, max=9999, help="How many patients."),
    seed: int = typer.Option(1, help="Another seed gives other patients; patient k of a seed is always the same."),
    as_json: bool = typer.Option(False, "--json", help="Print the account as JSON."),
) -> None:
    """Write invented patients as MIMIC-III's tables, with notes and the truth about them.

    Courses and wording are in data/synthetic. OUT/truth has every mention that was planted in a note and every
    discrepancy between notes and record; data/synthetic/README.md describes the files.

    \b
    Examples:
      kgqa synth invented                            80 patients into ./invented
      kgqa synth --patients 500 --seed 7 invented    500 others
      kgqa load invented --graph invented-graph      and load them
    """
    account = write_cohort(out, patients, seed)
    if as_json:
        typer.echo(json.dumps(asdict(account), indent=1))
        return
    lines = [f"{name:<22}{count:>9,}" for name, count in account.rows.items() if count]
    lines += ["", f"{account.characters:,} characters in {sum(account.notes.values()):,} notes"]
    lines += [f"planted: {kind:<22}{count:>9,}" for kind, count in account.mentions.items()]
    lines += [f"differs: {kind:<22}{count:>9,}" for kind, count in account.discrepancies.items()]
    lines += ["", f"{account.skeletons:,} ways of building {account.sentences:,} sentences"]
    typer.echo("\n".join(lines))
