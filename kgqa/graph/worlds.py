"""Thousands of little graphs in one set of tables: every node and edge with the key of the world it is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby

import duckdb
import pyarrow as pa

from kgqa.graph.protocol import World
from kgqa.model import Catalog, Id
from kgqa.pattern.relation import WORLD, quoted

_KEYS = {"int": pa.int64(), "text": pa.string()}


def worlds_catalog(catalog: Catalog) -> Catalog:
    """Name the relations that `show_worlds` fills; each has the columns of the graph's own, and the world."""
    return Catalog(
        tuple(replace(table, relation=f"world_nodes_{at}") for at, table in enumerate(catalog.nodes)),
        tuple(replace(table, relation=f"world_edges_{at}") for at, table in enumerate(catalog.edges)),
    )


@contextmanager
def show_worlds(connection: duckdb.DuckDBPyConnection, catalog: Catalog, worlds: Iterable[World]) -> Iterator[None]:
    """Fill the relations of `worlds_catalog` for as long as the context lasts."""
    nodes, edges = _gather(worlds)
    key_type = {table.labels[0]: table.key_type for table in catalog.nodes}
    shown = []
    for label, of_label in groupby(enumerate(catalog.nodes), key=lambda item: item[1].labels[0]):
        for at, table in of_label:
            keys, ids = nodes.get(label, ([], []))
            shown.append(name := f"world_node_keys_{at}")
            connection.register(
                name, pa.table({"w": pa.array(keys, pa.int64()), "k": pa.array(ids, _KEYS[table.key_type])})
            )
            same = f"r.{quoted(table.key)} = x.k"
            sql = f"SELECT x.w AS {quoted(WORLD)}, r.* FROM {name} x JOIN {table.relation} r ON {same}"
            connection.execute(f"CREATE OR REPLACE TEMP VIEW world_nodes_{at} AS {sql}")
    for at, edge in enumerate(catalog.edges):
        keys, sources, targets = edges.get((edge.source, edge.type, edge.target), ([], [], []))
        columns = {
            "w": pa.array(keys, pa.int64()),
            "s": pa.array(sources, _KEYS[key_type[edge.source]]),
            "t": pa.array(targets, _KEYS[key_type[edge.target]]),
        }
        shown.append(name := f"world_edge_keys_{at}")
        connection.register(name, pa.table(columns))
        source, target = quoted(edge.source_column), quoted(edge.target_column)
        sql = f"SELECT x.w AS {quoted(WORLD)}, x.s AS {source}, x.t AS {target} FROM {name} x"
        if edge.properties or edge.key:
            same = f"r.{source} = x.s AND r.{target} = x.t"
            sql = f"SELECT x.w AS {quoted(WORLD)}, r.* FROM {name} x JOIN {edge.relation} r ON {same}"
        connection.execute(f"CREATE OR REPLACE TEMP VIEW world_edges_{at} AS {sql}")
    try:
        yield
    finally:
        for name in shown:
            connection.unregister(name)


def _gather(
    worlds: Iterable[World],
) -> tuple[dict[str, tuple[list[int], list[Id]]], dict[tuple[str, str, str], tuple[list[int], list[Id], list[Id]]]]:
    nodes: dict[str, tuple[list[int], list[Id]]] = defaultdict(lambda: ([], []))
    edges: dict[tuple[str, str, str], tuple[list[int], list[Id], list[Id]]] = defaultdict(lambda: ([], [], []))
    for world in worlds:
        for node in world.nodes:
            keys, ids = nodes[node.label]
            keys.append(world.key)
            ids.append(node.id)
        for edge in world.edges:
            if edge.source in world.nodes and edge.target in world.nodes:
                keys, sources, targets = edges[edge.source.label, edge.type, edge.target.label]
                keys.append(world.key)
                sources.append(edge.source.id)
                targets.append(edge.target.id)
    return nodes, edges
