"""Opens a question's proof in Neo4j Browser: its link, at the server that holds the graph."""

from __future__ import annotations

import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kgqa.errors import GraphError, QuestionError
from kgqa.question.cypher import BOLT, SERVER
from kgqa.server import serve
from kgqa.server.home import DEFAULT, USER, find_home


def link_of(record: Mapping[str, Any], data: Path = DEFAULT) -> str:
    """Return the address that draws a question's proof, at the server of `data`, else at the usual ports."""
    link = record.get("browser")
    if not isinstance(link, str):
        raise QuestionError(
            f"{record.get('id')}: its proof is too large for a link; run the question's cypher in Browser"
        )
    home = find_home(data)
    server = serve.running(home) if home else None
    if not server:
        return link
    there = f"bolt://{USER}@127.0.0.1:{server.bolt_port}"
    return link.replace(SERVER, f"http://127.0.0.1:{server.http_port}", 1).replace(BOLT, there, 1)


def open_link(link: str) -> None:
    """Open a link in the user's web browser."""
    if not webbrowser.open(link):
        raise GraphError(f"no web browser could be opened here; open this on your own machine: {link}")
