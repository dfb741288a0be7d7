"""kgqa umls: look up names and codes in the UMLS over its REST service."""

from __future__ import annotations

import json

import typer

from kgqa.load.umls_api import Lookup, cache_folder, connect

umls_app = typer.Typer(no_args_is_help=True, help="Look things up in the UMLS over its REST service.")


@umls_app.callback()
def _umls() -> None:
    """Look things up in the UMLS over its REST service; the key is read from UMLS_API_KEY."""


@umls_app.command("lookup")
def lookup(
    terms: list[str] = typer.Argument(..., help="Names, or codes with --vocabulary."),
    vocabulary: str = typer.Option(None, help="Look the terms up as codes of this vocabulary, such as ICD9CM or LNC."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object a line."),
) -> None:
    """Print the concepts that have exactly this name or code.

    Only what you type is sent. Answers are kept on disk for a day.

    \b
    Examples:
      kgqa umls lookup "atrial fibrillation"
      kgqa umls lookup --vocabulary ICD9CM 584.9 995.92
    """
    service = Lookup(connect(), cache_folder())
    for term in terms:
        found = service.code(vocabulary, term) if vocabulary else service.name(term)
        if as_json:
            typer.echo(json.dumps({"term": term, "concepts": [[m.cui, m.name, m.vocabulary] for m in found]}))
            continue
        for match in found:
            typer.echo(f"{term}\t{match.cui}\t{match.name}\t{match.vocabulary}")
        if not found:
            typer.echo(f"{term}\t(no concept has exactly this)")
