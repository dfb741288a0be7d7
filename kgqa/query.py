"""Run one text on a graph and write its rows for a reader or a machine."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kgqa.errors import UsageError
from kgqa.graph import open_graph
from kgqa.graph.protocol import Cell, Engine, Rows
from kgqa.graph.tables import Tables
from kgqa.model import Catalog, EdgeRef, NodeRef
from kgqa.model import Path as Walk
from kgqa.pattern.parse import parse
from kgqa.pattern.tree import EdgePattern, NodePattern, Place, Property, Query, all_matches, expressions, walk


def run(
    text: str, graph: str, create: Path | None, patients: Sequence[int] | None, warn: Callable[[str], None]
) -> Rows:
    """Run a text of the portable subset on a graph, or on the CREATE statements in a file.

    `warn` is told what the text names and the graph has nothing of; a server tells such things in its own log.
    """
    query = parse(text, "query")
    with _engine(graph, create) as engine:
        if isinstance(engine, Tables):
            for message in _unknown(query, engine.catalog):
                warn(message)
        return engine.run(query, patients)


def _unknown(query: Query, catalog: Catalog) -> Iterator[str]:
    labels = {label for table in catalog.nodes for label in table.labels}
    types = {table.type for table in catalog.edges}
    keys = {"id"} | {key for table in catalog.nodes for key in table.properties}
    keys |= {key for table in catalog.edges for key in table.properties}
    named: list[tuple[str, str, Place, set[str]]] = []
    read = [part for item in query.returns for part in walk(item.expression)]
    for match, _ in all_matches(query):
        named += [("label", label, node.place, labels) for node in match.nodes for label in node.labels]
        named += [("relationship type", kind, edge.place, types) for edge in match.edges for kind in edge.types]
        parts: list[NodePattern | EdgePattern] = [*match.nodes, *match.edges]
        named += [("property", key, part.place, keys) for part in parts for key, _ in part.properties]
        read += expressions(match)
    named += [("property", part.key, part.place, keys) for part in read if isinstance(part, Property)]
    for what, name, place, known in named:
        if name not in known:
            near = "".join(f" Did you mean {n!r}?" for n in get_close_matches(name, sorted(known), n=1))
            yield f"query:{place.line}:{place.column}: nothing in the graph has the {what} {name!r}.{near}"


def _engine(graph: str, create: Path | None) -> Engine:
    if create is None:
        return open_graph(graph)
    try:
        return Tables.from_create(create.read_text(encoding="utf-8"), str(create))
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{create}: cannot be read as a UTF-8 text. Give a file of CREATE statements.") from None


def as_table(rows: Rows) -> str:
    """Write rows as aligned columns, sorted, since Cypher gives them in no order."""
    lines = sorted([_text(cell) for cell in row] for row in rows.rows)
    widths = [max(map(len, column)) for column in zip(rows.columns, *lines, strict=True)]
    ruled = [list(rows.columns), ["-" * width for width in widths], *lines]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in ruled)


def as_csv(rows: Rows) -> str:
    """Write rows as CSV with a header; null is an empty field."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows(sorted(["" if cell is None else _text(cell) for cell in row] for row in rows.rows))
    return out.getvalue().rstrip("\n")


def as_json(rows: Rows) -> str:
    """Write rows as a JSON list of objects, one a line."""
    objects = sorted(
        json.dumps(dict(zip(rows.columns, map(_plain, row), strict=True)), ensure_ascii=False) for row in rows.rows
    )
    return "[\n" + ",\n".join(objects) + "\n]"


def _text(cell: Cell) -> str:  # noqa: PLR0911  # one return a kind of cell
    match cell:
        case None:
            return "null"
        case bool():
            return str(cell).lower()
        case NodeRef(label=label, id=id_):
            return f"({label} {id_})"
        case EdgeRef(source=source, type=type_, target=target):
            return f"{_text(source)}-[:{type_}]->{_text(target)}"
        case Walk(nodes=nodes, edges=edges):
            parts = [_text(nodes[0])]
            for at, edge in enumerate(edges):
                forward = edge.source == at
                parts.append(f"-[:{edge.type}]->" if forward else f"<-[:{edge.type}]-")
                parts.append(_text(nodes[at + 1]))
            return "".join(parts)
        case list():
            return f"[{', '.join(map(_text, cell))}]"
        case _:
            return str(cell)


def _plain(cell: Cell) -> Any:
    match cell:
        case NodeRef(label=label, id=id_):
            return {"label": label, "id": id_}
        case EdgeRef(source=source, type=type_, target=target):
            return {"source": _plain(source), "type": type_, "target": _plain(target)}
        case Walk(nodes=nodes, edges=edges):
            steps = [{"source": edge.source, "type": edge.type, "target": edge.target} for edge in edges]
            return {"nodes": [_plain(node) for node in nodes], "edges": steps}
        case list():
            return [_plain(item) for item in cell]
        case float() if not math.isfinite(cell):
            return str(cell)
        case _:
            return cell
