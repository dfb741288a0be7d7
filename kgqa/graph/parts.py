"""A catalog cut into the parts that a server takes and gives back: one for each set of labels, one for each edge table.

A part knows its rows in SQL, in an order that only its content decides, and the two Cypher texts that write them and
read them; so what was sent and what is there can be compared row for row without keeping either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import duckdb
import pyarrow as pa

from kgqa.errors import GraphError
from kgqa.graph.bolt import quoted
from kgqa.model import Catalog, EdgeTable, NodeTable, PropertyType

BATCH = 10_000
SLICE = 5_000
_SLICES_AT_ONCE = 100
_SQL = {"int": "BIGINT", "float": "DOUBLE", "text": "VARCHAR", "bool": "BOOLEAN"}
_ARROW = {"int": pa.int64(), "float": pa.float64(), "text": pa.string(), "bool": pa.bool_()}


@dataclass(frozen=True, slots=True)
class Part:
    """The nodes of one set of labels, or the edges of one type between two primary labels.

    `labels` are the nodes' own, primary one first, or those of an edge's source and target; `type` is empty for nodes.
    `select` gives one row a node or edge: its keys (id, or source and target), then the properties, as `columns` says.
    """

    name: str
    type: str
    labels: tuple[str, ...]
    columns: Mapping[str, PropertyType]
    properties: tuple[str, ...]
    select: str
    write: str
    read: str

    @property
    def arrow(self) -> pa.Schema:
        """The columns as Arrow types."""
        return pa.schema([(name, _arrow(kind)) for name, kind in self.columns.items()])


def parts(catalog: Catalog) -> tuple[Part, ...]:
    """Cut a catalog into parts, nodes first; refuse what a server could not tell apart again."""
    primary = {table.labels[0] if table.labels else "" for table in catalog.nodes}
    second = {label for table in catalog.nodes for label in table.labels[1:]}
    if "" in primary or primary & second:
        raise GraphError(
            "the graph has nodes that no primary label tells apart; give each its own to load it into Neo4j"
        )
    by_labels = groupby(sorted(catalog.nodes, key=lambda table: table.labels), key=lambda table: table.labels)
    nodes = [_nodes(labels, list(tables)) for labels, tables in by_labels]
    keys = {table.labels[0]: table.key_type for table in catalog.nodes}
    by_ends = groupby(sorted(catalog.edges, key=_ends), key=_ends)
    return (*nodes, *(_edges(*ends, list(tables), keys) for ends, tables in by_ends))


def count(tables: duckdb.DuckDBPyConnection, part: Part) -> int:
    """Count the rows of a part."""
    return int(tables.execute(f"SELECT count(*) FROM ({part.select})").fetchall()[0][0])


def batches(tables: duckdb.DuckDBPyConnection, part: Part, skip: int = 0) -> Iterator[list[tuple[object, ...]]]:
    """Yield the rows of a part in its order, BATCH at a time, without the first `skip`."""
    order = ", ".join(str(place) for place in range(1, len(part.columns) + 1))
    reading = tables.cursor()  # the caller goes on using its own connection between two batches
    for batch in reading.sql(f"{part.select} ORDER BY {order} OFFSET {skip}").to_arrow_reader(BATCH):
        for start in range(0, batch.num_rows, BATCH):
            yield list(zip(*(column.to_pylist() for column in batch.slice(start, BATCH).columns), strict=True))


def slices(tables: duckdb.DuckDBPyConnection, part: Part) -> Iterator[list[tuple[object, object]]]:
    """Yield ranges of a part's first key, each of about SLICE rows, some at a time.

    A server that gives back a slice in one record does so ten times faster than row by row.
    """
    key = "source" if part.type else "id"
    cut = (
        f"WITH sizes AS (SELECT {key} AS key, count(*) AS rows FROM ({part.select}) GROUP BY 1), "
        f"placed AS (SELECT key, (sum(rows) OVER (ORDER BY key) - 1) // {SLICE} AS slice FROM sizes) "
        "SELECT min(key), max(key) FROM placed GROUP BY slice ORDER BY 1"
    )
    reading = tables.cursor().execute(cut)
    while some := reading.fetchmany(_SLICES_AT_ONCE):
        yield some


def _ends(table: EdgeTable) -> tuple[str, str, str]:
    return table.type, table.source, table.target


def _nodes(labels: tuple[str, ...], tables: list[NodeTable]) -> Part:
    columns: dict[str, PropertyType] = {"id": tables[0].key_type}
    for table in tables:
        columns |= {name: kind for name, kind in table.properties.items() if name != "id"}
    selects = []
    for table in tables:
        own = {"id": table.key} | {name: name for name in table.properties if name != "id"}
        selects.append(f"SELECT {_cast(columns, own)} FROM {table.relation} WHERE {column(table.key)} IS NOT NULL")
    written = "".join(":" + quoted(label) for label in labels)
    fields = ", ".join(f"{quoted(name)}: row[{place}]" for place, name in enumerate(columns))
    returned = ", ".join(f"n.{quoted(name)}" for name in columns)
    return Part(
        f"nodes/{labels[0]}",
        "",
        labels,
        columns,
        tuple(columns)[1:],
        " UNION ALL ".join(selects),
        f"UNWIND $rows AS row CREATE ({written} {{{fields}}})",
        f"UNWIND $slices AS slice CALL (slice) {{ MATCH (n{written}) WHERE slice[0] <= n.id AND n.id <= slice[1] "
        f"AND size(labels(n)) = {len(labels)} RETURN collect([{returned}]) AS rows }} RETURN rows",
    )


def _edges(kind: str, source: str, target: str, tables: list[EdgeTable], keys: Mapping[str, PropertyType]) -> Part:
    for end in (source, target):
        if end not in keys:
            raise GraphError(f"edges/{kind}.{source}.{target}: no nodes have the label {end}; load the graph again")
    columns: dict[str, PropertyType] = {"source": keys[source], "target": keys[target]}
    properties: dict[str, PropertyType] = {}
    for table in tables:
        properties |= table.properties
    columns |= {f"property_{name}": of for name, of in properties.items()}  # an edge may have a property named source
    selects = []
    for table in tables:
        own = {"source": table.source_column, "target": table.target_column}
        own |= {f"property_{name}": name for name in table.properties}
        present = f"{column(table.source_column)} IS NOT NULL AND {column(table.target_column)} IS NOT NULL"
        selects.append(f"SELECT {_cast(columns, own)} FROM {table.relation} WHERE {present}")
    fields = ", ".join(f"{quoted(name)}: row[{place}]" for place, name in enumerate(properties, 2))
    returned = "".join(f", r.{quoted(name)}" for name in properties)
    start, end = f"(a:{quoted(source)}", f"(b:{quoted(target)}"
    return Part(
        f"edges/{kind}.{source}.{target}",
        kind,
        (source, target),
        columns,
        tuple(properties),
        " UNION ALL ".join(selects),
        f"UNWIND $rows AS row MATCH {start} {{id: row[0]}}) MATCH {end} {{id: row[1]}}) "
        f"CREATE (a)-[:{quoted(kind)}{f' {{{fields}}}' if fields else ''}]->(b)",
        f"UNWIND $slices AS slice CALL (slice) {{ MATCH {start}) WHERE slice[0] <= a.id AND a.id <= slice[1] "
        f"MATCH (a)-[r:{quoted(kind)}]->{end}) RETURN collect([a.id, b.id{returned}]) AS rows }} RETURN rows",
    )


def _cast(columns: Mapping[str, PropertyType], own: Mapping[str, str]) -> str:
    # DECIMAL and the narrow integers become what a server stores, so that both sides hold the same type.
    return ", ".join(
        f"CAST({column(own[name]) if name in own else 'NULL'} AS {_sql(kind)}) AS {column(name)}"
        for name, kind in columns.items()
    )


def _sql(kind: PropertyType) -> str:
    return f"{_SQL[kind[:-1]]}[]" if kind.endswith("s") else _SQL[kind]


def _arrow(kind: PropertyType) -> pa.DataType:
    return pa.list_(_ARROW[kind[:-1]]) if kind.endswith("s") else _ARROW[kind]


def column(name: str) -> str:
    """Write a column's name into SQL."""
    return '"' + name.replace('"', '""') + '"'
