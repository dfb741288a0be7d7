"""What a real Neo4j answers, in the words of the reference.

A graph lives in one transaction that is rolled back, so nothing is ever stored and nothing of two graphs meets. An
error ends its transaction; the graph is then made again for the queries that are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from neo4j import Driver, Transaction
from neo4j.exceptions import ClientError, DatabaseError
from neo4j.graph import Node, Path, Relationship

from tests.reference.graph import Graph
from tests.reference.query import Query, query_text
from tests.reference.values import EdgeValue, NodeValue, PathValue, Value

Rows = list[tuple[Value, ...]]


class RefusedTextError(Exception):
    """The server does not take the text at all: a mistake of the generator, not of the data."""


@dataclass(frozen=True)
class ServerGraph:
    transaction: Transaction
    nodes: dict[str, int]
    edges: dict[str, int]

    def run(self, query: str, patients: Sequence[int]) -> Rows:
        result = self.transaction.run(query, patients=list(patients))
        return [tuple(map(self._value, record.values())) for record in result]

    def _value(self, cell: object) -> Value:
        match cell:
            case Node():
                return NodeValue(self.nodes[cell.element_id])
            case Relationship():
                return EdgeValue(self.edges[cell.element_id])
            case Path():
                return PathValue(
                    tuple(self.nodes[n.element_id] for n in cell.nodes),
                    tuple(self.edges[r.element_id] for r in cell.relationships),
                )
            case list():
                return tuple(map(self._value, cell))
            case _:
                return cell


@contextmanager
def loaded(driver: Driver, graph: Graph) -> Iterator[ServerGraph]:
    with driver.session() as session, session.begin_transaction() as transaction:
        nodes = [f"n{i}" for i in range(len(graph.nodes))]
        edges = [f"e{i}" for i in range(len(graph.edges))]
        create = graph.create(named_edges=True)
        record = transaction.run(f"{create} RETURN [{', '.join(nodes)}], [{', '.join(edges)}]").single(strict=True)
        yield ServerGraph(
            transaction,
            {n.element_id: i for i, n in enumerate(record[0])},
            {r.element_id: i for i, r in enumerate(record[1])},
        )
        transaction.rollback()


def answers(driver: Driver, graph: Graph, queries: Sequence[tuple[Query, Sequence[int]]]) -> list[Rows | None]:
    """The rows of each query, None where the server fails."""
    found: list[Rows | None] = []
    while len(found) < len(queries):
        with loaded(driver, graph) as server:
            for query, patients in queries[len(found) :]:
                try:
                    found.append(server.run(query_text(query), patients))
                except (ClientError, DatabaseError) as error:
                    if "SyntaxError" in (error.code or "") or "Parameter" in (error.code or ""):
                        raise RefusedTextError(f"{error.message}\n{query_text(query)}") from error
                    found.append(None)
                    break
    return found
