"""Thousands of little graphs in one set of tables: every node and edge with the key of the world it is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import duckdb
import pyarrow as pa

from kgqa.graph.protocol import World
from kgqa.model import Catalog, EdgeTable, Id, NodeTable
from kgqa.pattern.relation import WORLD, quoted

_KEYS = {"int": pa.int64(), "text": pa.string()}


class Worlds:
    """What a graph looks like cut into worlds: the relations of `catalog`, which exist while `shown`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, catalog: Catalog) -> None:
        """Take the graph's own catalog."""
        self._connection = connection
        self._types = {table.labels[0]: _KEYS[table.key_type] for table in catalog.nodes}
        self._own: dict[str, NodeTable | EdgeTable] = {f"world_nodes_{at}": t for at, t in enumerate(catalog.nodes)}
        self._own |= {f"world_edges_{at}": table for at, table in enumerate(catalog.edges)}
        names = iter(self._own)
        self.catalog = Catalog(
            tuple(replace(table, relation=next(names)) for table in catalog.nodes),
            tuple(replace(table, relation=next(names), sparse=False) for table in catalog.edges),
        )

    def behind(self, relations: frozenset[str]) -> frozenset[str]:
        """Return the graph's own relations that stand behind those of a statement."""
        return frozenset(self._own[name].relation for name in relations if name in self._own)

    @contextmanager
    def shown(self, relations: frozenset[str], worlds: Iterable[World]) -> Iterator[None]:
        """Fill the relations that a statement reads, as tables: DuckDB knows enough of those to order its joins."""
        nodes, edges = _gather(worlds)
        filled = sorted(relations & set(self._own))
        for name in filled:
            table = self._own[name]
            if isinstance(table, NodeTable):
                self._fill(name, table, [table.key], nodes[table.labels[0]], [table.labels[0]])
            else:
                ends = [table.source, table.target]
                rows = edges[table.source, table.type, table.target]
                self._fill(name, table, [table.source_column, table.target_column], rows, ends)
        try:
            yield
        finally:
            for name in filled:
                self._connection.execute(f"DROP TABLE {name}")

    def _fill(
        self, name: str, table: NodeTable | EdgeTable, keys: list[str], rows: list[list[Id]], labels: list[str]
    ) -> None:
        types = [pa.int64(), *(self._types[label] for label in labels)]
        names = [WORLD, *(f"k{at}" for at in range(len(keys)))]
        columns = {named: pa.array(values, type_) for named, values, type_ in zip(names, rows, types, strict=True)}
        same = " AND ".join(f"r.{quoted(key)} = x.k{at}" for at, key in enumerate(keys))
        self._connection.register("world", pa.table(columns))
        self._connection.execute(
            f"CREATE TEMP TABLE {name} AS SELECT x.{quoted(WORLD)}, r.* FROM world x JOIN {table.relation} r ON {same}"
        )
        self._connection.unregister("world")


def _gather(
    worlds: Iterable[World],
) -> tuple[dict[str, list[list[Id]]], dict[tuple[str, str, str], list[list[Id]]]]:
    """Sort the nodes by label and the edges by type and ends: lists of worlds and keys, column by column."""
    nodes: dict[str, list[list[Id]]] = defaultdict(lambda: [[], []])
    edges: dict[tuple[str, str, str], list[list[Id]]] = defaultdict(lambda: [[], [], []])
    for world in worlds:
        for node in world.nodes:
            keys, ids = nodes[node.label]
            keys.append(world.key)
            ids.append(node.id)
        for edge in world.edges:
            source, target = edge.source, edge.target
            if source in world.nodes and target in world.nodes:
                keys, sources, targets = edges[source.label, edge.type, target.label]
                keys.append(world.key)
                sources.append(source.id)
                targets.append(target.id)
    return nodes, edges
