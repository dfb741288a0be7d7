"""A graph on disk: a folder of Parquet files and graph.json, which says what they hold.

    nodes/<Label>.parquet               id, the properties, and foreign keys under the source's own names
    edges/<TYPE>.<From>.<To>.parquet    source, target, properties; an edge by foreign key is a view of a node file
    graph.json                          labels, edges, the accounts of the load, one fingerprint of the content

DuckDB, polars and Spark open the files as they are. kgqa/graph/building.py writes such a folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import duckdb

from kgqa.errors import GraphError
from kgqa.model import Catalog, EdgeTable, NodeTable, PropertyType

FORMAT = 1
MANIFEST = "graph.json"
DatabaseError = duckdb.Error


@dataclass(frozen=True, slots=True)
class NodeEntry:
    """The nodes of one primary label, as graph.json lists them."""

    label: str
    labels: tuple[str, ...]
    file: str
    rows: int
    key: str
    key_type: Literal["int", "text"]
    properties: Mapping[str, PropertyType]


@dataclass(frozen=True, slots=True)
class EdgeEntry:
    """The edges of one type between two labels; `file` may be a node file, whose columns then hold both ends."""

    type: str
    source: str
    target: str
    file: str
    source_column: str
    target_column: str
    rows: int
    properties: Mapping[str, PropertyType]


@dataclass(frozen=True, slots=True)
class GraphFolder:
    """An opened graph folder."""

    path: Path
    meta: Mapping[str, Any]
    nodes: tuple[NodeEntry, ...]
    edges: tuple[EdgeEntry, ...]

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the graph's content: the same for the same input, wherever and whenever it was loaded."""
        return str(self.meta["fingerprint"])

    @property
    def catalog(self) -> Catalog:
        """The graph as relations that DuckDB can read."""
        nodes = tuple(NodeTable(n.labels, self._relation(n.file), n.key, n.key_type, n.properties) for n in self.nodes)
        edges = tuple(
            EdgeTable(
                e.type, e.source, e.target, self._relation(e.file), e.source_column, e.target_column, e.properties
            )
            for e in self.edges
        )
        return Catalog(nodes, edges)

    def _relation(self, file: str) -> str:
        path = str(self.path / file).replace("'", "''")
        return f"read_parquet('{path}')"


def read(path: Path | str) -> GraphFolder:
    """Open a graph folder.

    Raises GraphError where there is none, where it was written by another format, or where a file of it is missing.
    """
    folder = Path(path).resolve()
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise GraphError(f"{path}: holds no graph. Write one with: kgqa load --graph {path}")
    try:
        meta = json.loads(manifest.read_text(encoding="utf-8"))
        if meta["format"] != FORMAT:
            raise GraphError(
                f"{manifest}: has format {meta['format']}, and this kgqa reads {FORMAT}. Load the graph again"
            )
        nodes = tuple(NodeEntry(**{**entry, "labels": tuple(entry["labels"])}) for entry in meta["nodes"])
        edges = tuple(EdgeEntry(**entry) for entry in meta["edges"])
    except (ValueError, KeyError, TypeError):
        raise GraphError(f"{manifest}: is not what kgqa writes. Load the graph again") from None
    for file in sorted({node.file for node in nodes} | {edge.file for edge in edges}):
        if not (folder / file).is_file():
            raise GraphError(f"{folder / file}: is missing. Load the graph again")
    return GraphFolder(folder, meta, nodes, edges)


def manifest_text(meta: Mapping[str, Any], nodes: tuple[NodeEntry, ...], edges: tuple[EdgeEntry, ...]) -> str:
    """Write graph.json: labels and edges in a fixed order, everything else as given."""
    listed = {"nodes": [asdict(entry) for entry in nodes], "edges": [asdict(entry) for entry in edges]}
    return json.dumps({"format": FORMAT, **meta, **listed}, indent=1, ensure_ascii=False) + "\n"
