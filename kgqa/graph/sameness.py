"""The proof that a server holds a graph: every part read back, its rows counted and hashed without regard to order.

Rows of both sides pass through one expression of one DuckDB, so the sum of hashes needs no order and no memory.
"""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import neo4j
import pyarrow as pa

from kgqa.errors import GraphError
from kgqa.graph.parts import Part, column, slices

Told = Callable[[str, int], None]
"""Called with the name of a part and how many more of its rows are done."""

_PYTHON: dict[str, type] = {"int": int, "float": float, "text": str, "bool": bool}


def prove_same(
    session: neo4j.Session, tables: duckdb.DuckDBPyConnection, all_parts: tuple[Part, ...], told: Told
) -> None:
    """Raise a GraphError that names the first part whose rows on the server are not those of the tables."""
    nodes = edges = 0
    for part in all_parts:
        there, here = _there(session, tables, part, told), _digest(tables, f"({part.select})", part)
        if there[0] != here[0]:
            raise GraphError(f"{part.name}: the server holds {there[0]} and the graph {here[0]}; push with --replace")
        if there != here:
            raise GraphError(f"{part.name}: the server's rows are not the graph's; push with --replace")
        nodes, edges = nodes + here[0] * (not part.type), edges + here[0] * bool(part.type)
    for what, text, mine in (
        ("nodes", "MATCH (n) RETURN count(n)", nodes + 1),  # the :KGQA node is one more
        ("edges", "MATCH ()-[r]->() RETURN count(r)", edges),
    ):
        found = session.run(text).single(strict=True)[0]
        if found != mine:
            raise GraphError(
                f"the server holds {found} {what} and the graph {mine}: others are there; push with --replace"
            )


def _digest(tables: duckdb.DuckDBPyConnection, relation: str, part: Part) -> tuple[int, int]:
    columns = ", ".join(column(name) for name in part.columns)
    rows, total = tables.execute(f"SELECT count(*), sum(hash({columns})::HUGEINT) FROM {relation}").fetchall()[0]
    return int(rows), int(total or 0)


def _there(session: neo4j.Session, tables: duckdb.DuckDBPyConnection, part: Part, told: Told) -> tuple[int, int]:
    rows = total = 0
    for some in slices(tables, part):
        for (found,) in session.run(part.read, slices=some):
            if found:
                more, hashed = _digest(tables, _register(tables, part, found), part)
                rows, total = rows + more, total + hashed
                told(part.name, more)
    return rows, total


def _register(tables: duckdb.DuckDBPyConnection, part: Part, rows: list[list[object]]) -> str:
    columns = list(zip(*rows, strict=True))
    for values, (name, kind) in zip(columns, part.columns.items(), strict=True):
        if not set(map(type, values)) <= {_PYTHON.get(kind, list), type(None)}:
            raise GraphError(f"{part.name}: {name} is not always {kind} on the server; push with --replace")
    arrays = [pa.array(values, field.type) for values, field in zip(columns, part.arrow, strict=True)]
    tables.register("kgqa_read_back", pa.Table.from_arrays(arrays, schema=part.arrow))
    return "kgqa_read_back"
