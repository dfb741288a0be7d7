"""Where the graph's facts come from: the source columns behind a property, the source rows read again, other names.

This is the one place where questions meet a source's mapping; the rooms below know the one or the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

import pyarrow.parquet as pq

from kgqa.graph.protocol import Engine
from kgqa.load.mapping import Source, Table
from kgqa.load.reread import SourceRows
from kgqa.mentions import reread_mentions
from kgqa.model import EdgeRef, Node, NodeRef, Value
from kgqa.question.prove import Reread
from kgqa.schema import Schema

_NAMES = "names/concept_names.parquet"


class Columns:
    """The columns of a label's own table that its properties are read from.

    A property that a dictionary explains is read from the column that holds the dictionary's key.
    """

    def __init__(self, source: Source) -> None:
        """Work out what stands behind every property of the source's labels."""
        self.behind = {table.label: _columns(table) for table in source.tables.values() if table.label}

    def __call__(self, label: str, properties: Iterable[str]) -> tuple[str, ...]:
        """Return the columns behind the properties, sorted; none for a label that comes from no table."""
        behind = self.behind.get(label, {})
        return tuple(sorted({column for name in properties for column in behind.get(name, ())}))


class SourceCheck:
    """Reads source rows again and holds the nodes and edges of a graph against them."""

    def __init__(self, schema: Schema, folder: Path, names: Callable[[str], tuple[str, ...]]) -> None:
        """Open the source folder; SourceError where it cannot be read. `names` gives the names of a concept."""
        self.rows = SourceRows(schema, folder)
        self.names = names

    def __call__(self, engine: Engine, nodes: Collection[NodeRef], edges: Collection[EdgeRef]) -> Reread:
        """Return what does not say what its rows say, and the words of mentions; knowledge comes from no row."""
        mine = {node for node in nodes if self.rows.mapping.table_of(node.label) is not None}
        joined = {edge for edge in edges if edge.source in mine and edge.target in mine}
        said, held = self.rows.properties(mine), engine.nodes(mine)
        wrong = {node for node in mine if node not in held or _told(held[node]) != said.get(node)}
        noted = reread_mentions(engine, self.rows, self.names, nodes, edges)
        return Reread(wrong.union(noted.nodes), (joined - self.rows.edges(joined)).union(noted.edges), noted.words)


def aliases_of(graph: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the names of every concept of a graph folder, sorted; none where the folder lists none."""
    file = graph / _NAMES
    names: dict[str, set[str]] = defaultdict(set)
    if file.is_file():
        for batch in pq.ParquetFile(file).iter_batches(columns=["concept", "name"]):
            for concept, name in zip(batch["concept"].to_pylist(), batch["name"].to_pylist(), strict=True):
                names[concept].add(name)
    return {concept: tuple(sorted(said)) for concept, said in names.items()}


def _columns(table: Table) -> dict[str, set[str]]:
    dictionary = {word: join.column for join in table.joins for word in (*join.properties, *join.words)}
    behind: dict[str, set[str]] = defaultdict(set)
    for own in table.columns.values():
        if own.property:
            behind[own.property].add(own.name)
    for word, column in dictionary.items():
        behind[word].add(column)
    for derived in table.derived:
        behind[derived.property].add(derived.column)
    for times in table.times:
        behind[times.earliest] |= set(times.columns)
        behind[times.latest] |= set(times.columns)
    for wording in table.wordings[:1]:
        behind["name"] |= {dictionary.get(c, c) for field in wording.fields for c in field.columns}
    behind["id"].add(table.key)
    return behind


def _told(node: Node) -> dict[str, Value]:
    return {key: value for key, value in node.properties.items() if key != "id"}  # the id is how the row was found
