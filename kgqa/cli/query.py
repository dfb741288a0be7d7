"""`kgqa query`: one Cypher text of the portable subset, and its rows."""

from __future__ import annotations

from pathlib import Path

import typer

from kgqa import query as asked
from kgqa.errors import UsageError


def query(
    text: str = typer.Argument(help="MATCH ... [WHERE ...] RETURN ..., as a pattern file has it."),
    *,
    graph: str = typer.Option("graph", help="A graph folder, or bolt:// of a Neo4j server."),
    create: Path = typer.Option(None, help="A file of CREATE statements to ask instead.", show_default=False),
    patients: str = typer.Option(
        None, help="What $patients holds, as 10006,10011. Without it: everyone.", show_default=False
    ),
    as_json: bool = typer.Option(False, "--json", help="Print a JSON list of objects."),
    as_csv: bool = typer.Option(False, "--csv", help="Print CSV."),
) -> None:
    """Run Cypher of the portable subset on the graph and print a table.

    The text is what a pattern file may hold: MATCH, WHERE, EXISTS { }, COUNT { } and RETURN [DISTINCT]. It only reads.

    \b
    Examples:
      kgqa query 'MATCH (p:Patient)-[:HAD_ADMISSION]->(a:Admission) RETURN p, a' --patients 10006
      kgqa query 'MATCH path_x = (:Concept)-[:ISA*1..2]->(c:Concept) RETURN path_x' --json
      kgqa query 'MATCH (a)-[r]->(b) RETURN a, r.weight' --create tiny.cypher --csv
    """
    if as_json and as_csv:
        raise UsageError("--json and --csv exclude each other. Give one.")
    ids = None if patients is None else _ids(patients)
    rows = asked.run(text, graph, create, ids, lambda message: typer.echo(f"kgqa: {message}", err=True))
    write = asked.as_json if as_json else asked.as_csv if as_csv else asked.as_table
    typer.echo(write(rows))
    typer.echo(f"{len(rows.rows)} row{'' if len(rows.rows) == 1 else 's'}", err=True)


def _ids(patients: str) -> list[int]:
    try:
        return [int(part) for part in patients.split(",") if part.strip()]
    except ValueError:
        raise UsageError("--patients takes whole numbers joined by commas, as 10006,10011.") from None
