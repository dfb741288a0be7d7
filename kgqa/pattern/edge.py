"""One edge of a pattern as a relation, with the identity of the node at each end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from kgqa.model import NodeTable
from kgqa.pattern import sql
from kgqa.pattern.relation import (
    NodeVar,
    Shape,
    end_columns,
    forms_of,
    nothing,
    own,
    property_columns,
    select_from,
    shown_as,
    subquery,
)
from kgqa.pattern.sql import Sql
from kgqa.pattern.value import Value


@dataclass(eq=False, slots=True)
class EdgeVar:
    """One edge of a pattern. It is read from the row of its host where that row is the edge as well."""

    shape: Shape
    alias: str
    tables: tuple[int, ...]
    left: NodeVar
    right: NodeVar
    forward: bool
    keys: frozenset[str]
    host: NodeVar | None = None

    @property
    def sparse(self) -> bool:
        """Whether a row of its tables may lack an end."""
        return any(self.shape.edges[number].sparse for number in self.tables)

    def column(self, name: str) -> Sql:
        """Name a column of the edge."""
        return sql.column(f"{self.alias}.{name}", self.host.alias) if self.host else sql.column(name, self.alias)

    def end(self, *, left: bool) -> list[Sql]:
        """Return the identity of the node at one end."""
        node, letter = (self.left, "l") if left else (self.right, "r")
        if self.host is node:
            return node.identity()
        names = (["lt" if left else "rt"] if len(node.labels) > 1 else []) + [f"{letter}k"]
        world = [sql.column("w", self.host.alias if self.host else self.alias)] if self.shape.worlds else []
        return world + [self.column(name) for name in names]

    def choose_host(self, fresh: Sequence[NodeVar]) -> None:
        """Read the edge from a node's own row, where each table of the node holds it beside the node's key."""
        for node in (self.left, self.right):
            if node in fresh and self.left is not self.right and not self.shape.worlds and self._lives_in(node):
                self.host = node
                node.hosted.append(self)
                return

    def _lives_in(self, node: NodeVar) -> bool:
        at_source = (node is self.left) == self.forward
        edges = [self.shape.edges[number] for number in self.tables]
        homes = [
            table
            for table in node.tables
            for edge in edges
            if edge.relation == table.relation
            and (edge.source if at_source else edge.target) == table.labels[0]
            and (edge.source_column if at_source else edge.target_column) == table.key
        ]
        return (
            bool(homes)
            and len(homes) == len(edges) == len(node.tables)
            and len({t.labels for t in homes}) == len(homes)
        )

    def hosted_columns(self, table: NodeTable) -> dict[str, Sql]:
        """Return the columns that the host's subquery over one of its tables shows for this edge."""
        number = next(n for n in self.tables if self.shape.edges[n].relation == table.relation)
        return {f"{self.alias}.{name}": part for name, part in self._columns(number).items()}

    def _columns(self, number: int) -> dict[str, Sql]:
        table = self.shape.edges[number]
        source, target = (table.source, table.source_column), (table.target, table.target_column)
        (left, left_key), (right, right_key) = (source, target) if self.forward else (target, source)
        found = {"e": sql.small(number)}
        found |= end_columns(self.left, left, own(left_key), ("lt", "lk"))
        found |= end_columns(self.right, right, own(right_key), ("rt", "rk"))
        found["id"] = own(table.key) if table.key else sql.cast(exp.Literal.number(0), "BIGINT")
        forms = forms_of([self.shape.edges[n] for n in self.tables], self.keys)
        return found | property_columns(table, self.keys, forms)

    def selects(self) -> list[exp.Select]:
        """Return one SELECT a table."""
        found = []
        for number in self.tables:
            table = self.shape.edges[number]
            ends = (table.source_column, table.target_column) if table.sparse else ()
            there = [sql.not_null(own(name)) for name in ends]
            found.append(select_from(table.relation, self.shape.world() | self._columns(number), there))
        return found or [nothing(self._empty(), self.shape)]

    def _empty(self) -> dict[str, str]:
        ends = [(self.left, "lt", "lk"), (self.right, "rt", "rk")]
        found = {"e": "SMALLINT", "id": "BIGINT"}
        for node, label, key in ends:
            found |= {label: "SMALLINT", key: "TEXT" if node.text else "BIGINT"}
        return found

    def relation(self) -> Sql:
        """Return what stands in FROM."""
        return subquery(self.selects(), self.alias)

    def same(self, other: EdgeVar) -> Sql:
        """Say that two edges are one."""
        mine, others = self.sides(), other.sides()
        parts = [sql.equal(self.column("e"), other.column("e"))] if len(self.tables + other.tables) > 2 else []  # noqa: PLR2004
        for (node, key), (other_node, other_key) in zip(mine, others, strict=True):
            if node is not other_node:
                as_text = node.text != other_node.text
                parts.append(sql.equal(*(sql.cast(k, "TEXT") if as_text else k for k in (key, other_key))))
        if any(self.shape.edges[number].key for number in self.tables):
            parts.append(sql.equal(self.column("id"), other.column("id")))
        return sql.all_of(parts)

    def sides(self) -> list[tuple[NodeVar, Sql]]:
        """Return source and target, each with its key."""
        found = [(self.left, self.end(left=True)[-1]), (self.right, self.end(left=False)[-1])]
        return found if self.forward else found[::-1]

    def packed(self) -> Sql:
        """Return the edge as one value, written the same whatever variable it comes from."""
        (_, source), (_, target) = self.sides()
        parts = {
            "e": self.column("e"),
            "s": sql.cast(source, "TEXT"),
            "d": sql.cast(target, "TEXT"),
            "id": self.column("id"),
        }
        return sql.struct(parts)

    def property(self, key: str) -> Value:
        """Return one of its properties."""
        tables = [self.shape.edges[number] for number in self.tables]
        return Value({form: self.column(shown_as(key, form)) for form in forms_of(tables, [key])[key]})

    def value(self) -> Value:
        """Return the edge as a value."""
        return Value({"edge": self.packed()}, known=True)
