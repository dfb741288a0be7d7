"""Rings of ISA edges: found, broken where the fewest sources speak for an edge, and counted.

Each vocabulary is a tree, but several laid over one another say of some concepts that each is a kind of the other. A
ring makes every member a general form of all others, so the weakest edge that closes it is left out; nothing else is.
"""

from __future__ import annotations

from typing import Any, Final

import duckdb

_SHOWN: Final = 100

# What has nothing above or nothing below lies on no ring: peeled off until no such edge is left, so that Python sees
# only the rings and what joins them.
_PEEL: Final = """
DELETE FROM isa_core WHERE source NOT IN (SELECT target FROM isa_core) OR target NOT IN (SELECT source FROM isa_core)
"""


def break_rings(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Delete from knowledge.edge the ISA edges that close a ring; return how many rings, concepts and edges it was.

    Of a ring's edges those stay that most sources state, then those of the lower ids; each edge left out closes a ring
    with edges that stay.
    """
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE isa_core AS
        SELECT source, target, len(sources) AS voices FROM knowledge.edge WHERE type = 'ISA'
    """)
    while connection.execute(_PEEL).fetchall() != [(0,)]:
        pass
    edges = connection.execute("FROM isa_core ORDER BY voices DESC, source, target").fetchall()
    if not edges:
        return {"rings": 0, "concepts": 0, "dropped": 0, "shown": []}
    import networkx as nx  # noqa: PLC0415 (slow to import, and few loads hold a ring)

    graph = nx.DiGraph((source, target) for source, target, _ in edges)
    ring_of = {
        node: number
        for number, ring in enumerate(nx.strongly_connected_components(graph))
        if len(ring) > 1
        for node in ring
    }
    kept: nx.DiGraph = nx.DiGraph()
    kept.add_nodes_from(ring_of)
    dropped = []
    for source, target, _ in edges:
        if source not in ring_of or ring_of[source] != ring_of.get(target):
            continue
        if nx.has_path(kept, target, source):
            dropped.append((source, target))
        else:
            kept.add_edge(source, target)
    if dropped:
        connection.executemany("DELETE FROM knowledge.edge WHERE type = 'ISA' AND source = ? AND target = ?", dropped)
    return {
        "rings": len(set(ring_of.values())),
        "concepts": len(ring_of),
        "dropped": len(dropped),
        "shown": [list(edge) for edge in sorted(dropped)[:_SHOWN]],
    }
