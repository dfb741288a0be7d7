"""What every place that holds a graph can do, whether it is a folder of tables or a Neo4j server.

A caller that knows only this module can run a pattern, look nodes and edges up, and prove an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from kgqa.model import Edge, EdgeRef, Node, NodeRef, Path, Scalar
from kgqa.pattern.tree import Query

Cell = None | Scalar | NodeRef | EdgeRef | Path | list["Cell"]
"""What one column of one row holds; a list is a list property, a list literal, or a variable-length relationship."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one query, in no particular order; duplicates are kept, as Cypher keeps them."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class World:
    """A little graph made of nodes and edges of a larger one; an edge without both its nodes in it is not there."""

    key: int
    nodes: frozenset[NodeRef]
    edges: frozenset[EdgeRef]


class Engine(Protocol):
    """A graph that answers Cypher of the portable subset."""

    @property
    def fingerprint(self) -> str:
        """The content of the graph as one text; equal fingerprints mean equal graphs."""

    def run(self, query: Query, patients: Sequence[int] | None = None) -> Rows:
        """Return the rows of `query`; without `patients` the parameter `$patients` holds every Patient's id.

        Each id stands once in `$patients`, in ascending order.
        """

    def nodes(self, refs: Iterable[NodeRef]) -> Mapping[NodeRef, Node]:
        """Look nodes up; those that are not in the graph are not in the result."""

    def edges(self, refs: Iterable[EdgeRef]) -> Mapping[EdgeRef, Edge]:
        """Look edges up; those that are not in the graph are not in the result."""

    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self:
        """Return the engine."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engine."""
