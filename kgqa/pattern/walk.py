"""Edges one after another, between two bounds, as a relation: a UNION ALL over the lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sqlglot import exp

from kgqa.model import PropertyType
from kgqa.pattern import sql
from kgqa.pattern.edge import EdgeVar
from kgqa.pattern.relation import NodeVar, Shape, end_columns, forms_of, nothing, own, select_from, shown_as, subquery
from kgqa.pattern.sql import Sql
from kgqa.pattern.tree import EdgePattern
from kgqa.pattern.value import Value

_HOPS = "STRUCT(e SMALLINT, s TEXT, d TEXT, id BIGINT)[]"


@dataclass(eq=False, slots=True)
class WalkVar:
    """Edges one after another, between two bounds: a UNION ALL over the lengths, each edge once in a walk.

    The list of its edges is made only where `listed` is set; `keys` are properties that are shown edge by edge.
    """

    shape: Shape
    alias: str
    tables: tuple[int, ...]
    left: NodeVar
    right: NodeVar
    pattern: EdgePattern
    listed: bool = False
    keys: frozenset[str] = frozenset()

    def end(self, *, left: bool) -> list[Sql]:
        """Return the identity of the node at one end."""
        node, key = (self.left, "lk") if left else (self.right, "rk")
        names = (["w"] if self.shape.worlds else []) + ([key[0] + "t"] if len(node.labels) > 1 else []) + [key]
        return [sql.column(name, self.alias) for name in names]

    def hops(self) -> Sql:
        """Return its edges as a list."""
        return sql.column("hops", self.alias)

    def value(self) -> Value:
        """Return the list of edges as a value."""
        return Value({"edges": self.hops()}, known=True)

    def each(self, key: str) -> list[tuple[Sql, Value]]:
        """Return a property of each edge that there may be, with where there is none."""
        forms = self._forms()[key]
        length, found = sql.column("length", self.alias), []
        for at in range(1, (self.pattern.hops or (1, 1))[1] + 1):
            parts: dict[str, Sql] = {
                f: sql.call("list_extract", sql.column(shown_as(key, f), self.alias), sql.constant(at)) for f in forms
            }
            found.append((sql.binary(exp.LT, length, sql.constant(at)), Value(parts)))
        return found

    def _forms(self) -> dict[str, tuple[PropertyType, ...]]:
        return forms_of([self.shape.edges[number] for number in self.tables], self.keys)

    def relation(self) -> Sql:
        """Return what stands in FROM."""
        low, high = self.pattern.hops or (1, 1)
        selects = self._stay() if low == 0 else []
        chains = [self._steps(length) for length in range(max(low, 1), high + 1)]
        selects += [self._walk(steps) for steps in chains if all(step.tables for step in steps)]
        ends = {"lt": "SMALLINT", "lk": _key_type(self.left), "rt": "SMALLINT", "rk": _key_type(self.right)}
        inside = {name: str(part.args["to"]) for name, part in self._inside([]).items()}
        return subquery(selects or [nothing(ends | inside, self.shape)], self.alias)

    def _inside(self, steps: Sequence[EdgeVar]) -> dict[str, Sql]:
        """Write what is asked of the edges between the ends."""
        columns = {}
        if self.listed:
            columns["hops"] = sql.cast(sql.call("list_value", *(step.packed() for step in steps)), _HOPS)
        if self.keys:
            columns["length"] = sql.cast(exp.Literal.number(len(steps)), "BIGINT")
        for key, forms in sorted(self._forms().items()):
            for form in forms:
                parts = [step.property(key).forms.get(form, sql.null(form)) for step in steps]
                columns[shown_as(key, form)] = sql.cast(sql.call("list_value", *parts), f"{sql.TYPES[form]}[]")
        return columns

    def _stay(self) -> list[exp.Select]:
        """Walk no edge: every node that may stand at both ends."""
        found = []
        for table in (table for table in self.left.tables if table in self.right.tables):
            columns = self.shape.world() | end_columns(self.left, table.labels[0], own(table.key), ("lt", "lk"))
            columns |= end_columns(self.right, table.labels[0], own(table.key), ("rt", "rk"))
            found.append(select_from(table.relation, columns | self._inside([])))
        return found

    def _steps(self, length: int) -> list[EdgeVar]:
        """Make one edge a step, each from the tables that its place in the walk leaves; none means no such walk."""
        forward, edges = self.pattern.forward, self.shape.edges
        ends = {n: (edges[n].source, edges[n].target)[:: 1 if forward else -1] for n in self.tables}
        reached, usable = self.left.labels, []
        for _ in range(length):
            usable.append({n for n in self.tables if ends[n][0] in reached})
            reached = frozenset(ends[n][1] for n in usable[-1])
        wanted, kept = self.right.labels, []
        for tables in reversed(usable):
            kept.append(tuple(sorted(n for n in tables if ends[n][1] in wanted)))
            wanted = frozenset(ends[n][0] for n in kept[-1])
        kept.reverse()
        nodes = [self.left]
        for at, numbers in enumerate(kept[:-1]):
            labels = {ends[n][1] for n in numbers}
            between = tuple(table for table in self.shape.nodes if table.labels[0] in labels)
            nodes.append(NodeVar(self.shape, f"{self.alias}n{at}", between, frozenset()))
        nodes.append(self.right)
        return [
            EdgeVar(self.shape, f"{self.alias}e{at}", numbers, nodes[at], nodes[at + 1], forward, self.keys)
            for at, numbers in enumerate(kept)
        ]

    def _walk(self, steps: Sequence[EdgeVar]) -> exp.Select:
        world = [sql.column("w", steps[0].alias)] if self.shape.worlds else []
        left, right = steps[0].end(left=True)[len(world) :], steps[-1].end(left=False)[len(world) :]
        names = [*(["w"] if world else []), *_end_names(self.left, "l"), *_end_names(self.right, "r")]
        columns = dict(zip(names, [*world, *left, *right], strict=True)) | self._inside(steps)
        conditions = [
            sql.equal(a, b)
            for one, other in pairwise(steps)
            for a, b in zip(one.end(left=False), other.end(left=True), strict=True)
        ]
        for one, other in combinations(steps, 2):
            conditions += [sql.negate(one.same(other))] if set(one.tables) & set(other.tables) else []
        named = [sql.named(part, name) for name, part in columns.items()]
        return sql.select(named, [step.relation() for step in steps], conditions)


def _end_names(node: NodeVar, letter: str) -> list[str]:
    return ([f"{letter}t"] if len(node.labels) > 1 else []) + [f"{letter}k"]


def _key_type(node: NodeVar) -> str:
    return "TEXT" if node.text else "BIGINT"
