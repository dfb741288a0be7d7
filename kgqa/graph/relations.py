"""The relations of a catalog as this engine reads them: exactly typed, and in memory where that is cheap.

DuckDB orders joins by how many different values a column has, which it knows of its own tables and not of Parquet
files: over files alone some patterns take a hundred times as long. So a relation of up to HELD rows is copied, the
first time a pattern reads it, into compressed tables in memory (about 40 MB a million rows).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import duckdb

from kgqa.errors import GraphError
from kgqa.model import Catalog
from kgqa.pattern.relation import quoted
from kgqa.pattern.sql import TYPES

HELD = 2_000_000


class Relations:
    """The catalog of an engine over one connection; its relations are views that are named here."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, catalog: Catalog) -> None:
        """Make the views; raise GraphError where a relation lacks a column that the catalog names."""
        self._connection = connection
        self._small: set[str] = set()
        connection.execute("ATTACH ':memory:' AS held (COMPRESS)")
        views: dict[str, str] = {}
        for number, (relation, columns) in enumerate(_typed(catalog).items()):
            view = f"graph_{number}"
            self._open(relation, columns, view)
            ((rows,),) = connection.execute(f"SELECT count(*) FROM {view}").fetchall()
            if rows:  # around an empty table joins are ordered by chance; without it the pattern is seen to be empty
                views[relation] = view
                self._small |= {view} if rows <= HELD else set()
        self.catalog = Catalog(
            tuple(replace(node, relation=views[node.relation]) for node in catalog.nodes if node.relation in views),
            tuple(
                replace(
                    edge,
                    relation=views[edge.relation],
                    sparse=self._lacks_ends(views[edge.relation], edge.source_column, edge.target_column),
                )
                for edge in catalog.edges
                if edge.relation in views
            ),
        )

    def _open(self, relation: str, columns: dict[str, str], view: str) -> None:
        described = self._connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()
        there = {name: type_ for name, type_, *_ in described}
        if missing := sorted(set(columns) - set(there)):
            raise GraphError(f"{relation}: has no column {missing[0]!r}. Load the graph again.")
        casts = [
            f"CAST({quoted(name)} AS {type_}) AS {quoted(name)}"
            for name, type_ in columns.items()
            if there[name] != type_.replace("TEXT", "VARCHAR")
        ]
        replaced = f" REPLACE ({', '.join(casts)})" if casts else ""
        self._connection.execute(f"CREATE TEMP VIEW {view} AS SELECT *{replaced} FROM {relation}")

    def _lacks_ends(self, view: str, *columns: str) -> bool:
        found = (f"SELECT 1 FROM {view} WHERE {quoted(column)} IS NULL LIMIT 1" for column in columns)
        return any(self._connection.execute(sql).fetchone() is not None for sql in found)

    def hold(self, views: frozenset[str]) -> None:
        """Copy what is small among the relations that a statement reads, so that its joins are ordered well."""
        for view in sorted(views & self._small):
            self._connection.execute(f"CREATE TABLE held.{view} AS FROM {view}")
            self._connection.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS FROM held.{view}")
            self._small.discard(view)


def _typed(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Return the type that each column of each relation must have."""
    typed: dict[str, dict[str, str]] = defaultdict(dict)
    for node in catalog.nodes:
        typed[node.relation] |= {node.key: TYPES[node.key_type]} | {k: TYPES[t] for k, t in node.properties.items()}
    key_type = {node.labels[0]: TYPES[node.key_type] for node in catalog.nodes}
    for edge in catalog.edges:
        ends = {edge.source_column: key_type[edge.source], edge.target_column: key_type[edge.target]}
        typed[edge.relation] |= ends | {k: TYPES[t] for k, t in edge.properties.items()}
    return typed
