"""The engine that asks a Neo4j server: the text runs natively, and rows come back as every engine gives them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from types import TracebackType
from typing import Any, Self, TypeVar, cast

import neo4j
from neo4j.graph import Node as Neo4jNode
from neo4j.graph import Path as Neo4jPath
from neo4j.graph import Relationship

from kgqa.errors import GraphError, UsageError
from kgqa.graph.bolt import DATABASE, Meta, connect, quoted, read_meta, said_in_one_line
from kgqa.graph.memory import in_memory
from kgqa.graph.protocol import Cell, Rows, World
from kgqa.model import Edge, EdgeRef, Node, NodeRef, Path, Step, Value
from kgqa.pattern.stages import with_barriers
from kgqa.pattern.tree import Query
from kgqa.schema import Schema, read_schema

T = TypeVar("T")

_LOOKED_UP_AT_ONCE = 10_000
_ALONE_AT_ONCE = 4  # a server of Neo4j Community answers one query on one core
_SECONDS = 3600.0  # one admission with 6,900 results has needed 800 on a busy machine
_SECONDS_FROM = "KGQA_NEO4J_TIMEOUT"


class Neo4j:
    """A Neo4j server as an engine; a database that a push left half-loaded is refused.

    `timeout` is in seconds and holds for each query; without it KGQA_NEO4J_TIMEOUT tells, else it is 3600. In a graph
    without kgqa's schema the primary label is a node's first one by alphabet, and a node without an id is named by the
    server's own.
    """

    def __init__(
        self, uri: str, *, password: str | None = None, insecure: bool = False, timeout: float | None = None
    ) -> None:
        """Connect to `uri`; GraphError where the server or its graph cannot be read."""
        self._uri = uri
        self._timeout = _seconds() if timeout is None else timeout
        self._schema: Schema = read_schema()
        self._driver = connect(uri, password=password, insecure=insecure)
        try:
            self._meta = self._checked_meta()
        except BaseException:
            self._driver.close()
            raise

    @property
    def fingerprint(self) -> str:
        """The content of the graph, as the folder that it was pushed from says it."""
        if not self._meta:
            raise GraphError(f"{self._uri}: the database holds no graph of kgqa; push one with `kgqa neo4j push`")
        return self._meta.fingerprint

    def run(self, query: Query, patients: Sequence[int] | None = None) -> Rows:
        """Return the rows of `query`; without `patients` the parameter `$patients` holds every Patient's id."""
        if patients is None:
            patients = self._everyone() if "$patients" in query.text else []
        records = self._ask(with_barriers(query), query.name, patients=sorted(set(patients)))
        stubs = {part.element_id for record in records for cell in record for part in _bare_ends(cell)}
        found = self._ask("MATCH (n) WHERE elementId(n) IN $ids RETURN n", ids=sorted(stubs)) if stubs else []
        ends = {row[0].element_id: self._node_ref(row[0]) for row in found}
        rows = [tuple(self._cell(cell, ends) for cell in record) for record in records]
        return Rows(tuple(item.name for item in query.returns), rows)

    def nodes(self, refs: Iterable[NodeRef]) -> dict[NodeRef, Node]:
        """Look nodes up; those that are not in the graph are not in the result."""
        by_label: dict[str, list[object]] = defaultdict(list)
        for ref in set(refs):
            by_label[ref.label].append(ref.id)
        found = {}
        for label, ids in by_label.items():
            text = f"UNWIND $ids AS id MATCH (n{_labelled(label)} {{id: id}}) RETURN n"
            for some in _slices(ids):
                for (node,) in self._ask(text, ids=some):
                    ref = self._node_ref(node)
                    if ref.label == label:
                        found[ref] = Node(ref, self._labels(node), _properties(node))
        return found

    def edges(self, refs: Iterable[EdgeRef]) -> dict[EdgeRef, Edge]:
        """Look edges up; those that are not in the graph are not in the result."""
        by_ends: dict[tuple[str, str, str], list[EdgeRef]] = defaultdict(list)
        for ref in set(refs):
            by_ends[ref.source.label, ref.type, ref.target.label].append(ref)
        found = {}
        for (source, kind, target), some_refs in by_ends.items():
            text = (
                f"UNWIND $pairs AS pair MATCH (a{_labelled(source)} {{id: pair[0]}}) "
                f"MATCH (b{_labelled(target)} {{id: pair[1]}}) MATCH (a)-[r:{quoted(kind)}]->(b) RETURN pair[2], r"
            )
            for some in _slices(some_refs):
                pairs = [(ref.source.id, ref.target.id, place) for place, ref in enumerate(some)]
                for place, edge in self._ask(text, pairs=pairs):
                    found[some[place]] = Edge(some[place], _properties(edge))
        return found

    def run_alone(self, query: Query, patients: Iterable[int]) -> dict[int, list[tuple[Cell, ...]]]:
        """Return the rows of `query` for each patient alone, `$patients` holding no other."""
        everyone = sorted(set(patients))
        with ThreadPoolExecutor(_ALONE_AT_ONCE) as pool:
            rows = pool.map(lambda patient: self.run(query, [patient]).rows, everyone)
            return dict(zip(everyone, rows, strict=True))

    def run_worlds(self, query: Query, worlds: Iterable[World]) -> dict[int, list[tuple[Cell, ...]]]:
        """Return the rows of `query` in each of many little graphs, by their keys.

        A server has one graph at a time: what the worlds are made of is fetched, and they are built in memory.
        """
        numbered = list(worlds)
        nodes = self.nodes(ref for world in numbered for ref in world.nodes)
        edges = self.edges(ref for world in numbered for ref in world.edges)
        with in_memory(nodes.values(), edges.values(), "") as tables:
            return tables.run_worlds(query, numbered)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self.close()

    def _everyone(self) -> list[int]:
        return [key for (key,) in self._ask("MATCH (p:Patient) RETURN p.id") if isinstance(key, int)]

    def _checked_meta(self) -> Meta | None:
        with said_in_one_line(self._uri), self._session() as session:
            meta = read_meta(session)
        if meta and not meta.complete:
            raise GraphError(f"{self._uri}: the graph is only half loaded; run `kgqa neo4j push` to its end")
        if meta and meta.schema_version != self._schema.version:
            has = f"has schema version {meta.schema_version}, and this kgqa reads {self._schema.version}"
            raise GraphError(f"{self._uri}: the graph {has}; load and push it again")
        return meta

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=DATABASE, default_access_mode=neo4j.READ_ACCESS, fetch_size=10_000)

    def _ask(self, text: str, name: str = "", **parameters: object) -> list[list[Any]]:
        """Run one text; `name` tells in an error which one it was."""
        work = neo4j.unit_of_work(timeout=self._timeout)(lambda tx: tx.run(text, parameters).values())
        where = f"{self._uri}: {name}" if name else self._uri
        with said_in_one_line(where), self._session() as session:
            return cast("list[list[Any]]", session.execute_read(work))

    def _cell(self, value: Any, ends: Mapping[str, NodeRef]) -> Cell:
        match value:
            case None | bool() | int() | float() | str():
                return value
            case Neo4jNode():
                return self._node_ref(value)
            case Relationship(start_node=start, end_node=end) if start is not None and end is not None:
                source, target = (ends.get(node.element_id) or self._node_ref(node) for node in (start, end))
                return EdgeRef(source, value.type, target)
            case Neo4jPath():
                return Path(tuple(self._node_ref(node) for node in value.nodes), _steps(value))
            case list():
                return [self._cell(item, ends) for item in value]
            case _:  # a date or a point of a graph that kgqa did not make
                return str(value)

    def _labels(self, node: Neo4jNode) -> tuple[str, ...]:
        labels = sorted(node.labels)
        primary = [label for label in labels if label in self._schema.labels] or labels
        return tuple(sorted(labels, key=lambda label: (label not in primary, label)))

    def _node_ref(self, node: Neo4jNode) -> NodeRef:
        labels, key = self._labels(node), node.get("id")
        named = isinstance(key, int | str) and not isinstance(key, bool)
        return NodeRef(labels[0] if labels else "", key if named else node.element_id)


def _seconds() -> float:
    given = os.environ.get(_SECONDS_FROM, str(_SECONDS))
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise UsageError(f"{_SECONDS_FROM}={given}: is no number of seconds. Write it like 3600")
    return seconds


def _bare_ends(cell: Any) -> Iterator[Neo4jNode]:
    """Yield the ends of relationships returned on their own: the server sends their ids and nothing else."""
    match cell:
        case list():
            for item in cell:
                yield from _bare_ends(item)
        case Relationship(start_node=start, end_node=end):
            yield from (node for node in (start, end) if node is not None and not node.labels)


def _steps(path: Neo4jPath) -> tuple[Step, ...]:
    walked = zip(path.nodes, path.relationships, strict=False)  # one node more than relationships
    return tuple(
        Step(place, edge.type, place + 1) if edge.start_node == node else Step(place + 1, edge.type, place)
        for place, (node, edge) in enumerate(walked)
    )


def _properties(entity: Neo4jNode | Relationship) -> dict[str, Value]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entity.items()}


def _labelled(label: str) -> str:
    return ":" + quoted(label) if label else ""


def _slices(items: Sequence[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while some := list(islice(rest, _LOOKED_UP_AT_ONCE)):
        yield some


def describe(uri: str, password: str | None = None) -> str:
    """Say in a few words what a server's database holds."""
    with connect(uri, password=password) as driver, said_in_one_line(uri), driver.session(database=DATABASE) as session:
        meta = read_meta(session)
        nodes = session.run("MATCH (n) RETURN count(n)").single(strict=True)[0]
    if meta:
        return f"{'graph' if meta.complete else 'a half-loaded graph'} {meta.fingerprint}"
    return "nothing" if nodes == 0 else "something that kgqa did not put there"
