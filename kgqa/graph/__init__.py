"""A place that holds nodes and edges and answers Cypher: a graph folder, or a Neo4j server."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kgqa.graph.neo4j import Neo4j
    from kgqa.graph.tables import Tables

Graph: TypeAlias = "Tables | Neo4j"
"""An engine that can also run a text in many little graphs at once (`run_worlds`)."""


def open_graph(where: str, share: int = 1) -> Graph:
    """Open a graph folder, or the Neo4j server at an address such as bolt://127.0.0.1:7687.

    A folder's engine takes its part of the machine where it is one of `share` that work side by side.
    """
    # Each engine is imported where it is opened: the driver of Neo4j takes a second, and a load needs neither.
    if "://" in where:
        from kgqa.graph.neo4j import Neo4j  # noqa: PLC0415

        return Neo4j(where)
    from kgqa.graph.tables import Tables  # noqa: PLC0415

    return Tables.open_folder(where, share)
