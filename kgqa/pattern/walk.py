"""Edges one after another, between two bounds, as a relation: a UNION ALL over the lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sqlglot import exp

from kgqa.pattern import sql
from kgqa.pattern.compare import equality
from kgqa.pattern.edge import EdgeVar
from kgqa.pattern.relation import NodeVar, Shape, end_columns, nothing, own, select_from, subquery
from kgqa.pattern.sql import Sql
from kgqa.pattern.tree import EdgePattern
from kgqa.pattern.value import Value, as_condition

_HOPS = "STRUCT(e SMALLINT, s TEXT, d TEXT, id BIGINT)[]"


@dataclass(eq=False, slots=True)
class WalkVar:
    """Edges one after another, between two bounds: a UNION ALL over the lengths, each edge once in a walk."""

    shape: Shape
    alias: str
    tables: tuple[int, ...]
    left: NodeVar
    right: NodeVar
    pattern: EdgePattern
    listed: bool = False
    conditions: Sequence[tuple[str, Value]] = ()

    def end(self, *, left: bool) -> list[Sql]:
        """Return the identity of the node at one end."""
        node, key = (self.left, "lk") if left else (self.right, "rk")
        names = (["w"] if self.shape.worlds else []) + ([key[0] + "t"] if len(node.labels) > 1 else []) + [key]
        return [sql.column(name, self.alias) for name in names]

    def hops(self) -> Sql:
        """Return its edges as a list, which is made only where `listed` is set."""
        return sql.column("hops", self.alias)

    def value(self) -> Value:
        """Return the list of edges as a value."""
        return Value({"edges": self.hops()}, known=True)

    def relation(self) -> Sql:
        """Return what stands in FROM."""
        low, high = self.pattern.hops or (1, 1)
        selects = self._stay() if low == 0 else []
        chains = [self._steps(length) for length in range(max(low, 1), high + 1)]
        selects += [self._walk(steps) for steps in chains if all(step.tables for step in steps)]
        empty = {
            "lt": "SMALLINT",
            "lk": _key_type(self.left),
            "rt": "SMALLINT",
            "rk": _key_type(self.right),
            "hops": _HOPS,
        }
        return subquery(selects or [nothing(empty, self.shape)], self.alias)

    def _stay(self) -> list[exp.Select]:
        """Walk no edge: every node that may stand at both ends."""
        found = []
        for table in (table for table in self.left.tables if table in self.right.tables):
            columns = self.shape.world() | end_columns(self.left, table.labels[0], own(table.key), ("lt", "lk"))
            columns |= end_columns(self.right, table.labels[0], own(table.key), ("rt", "rk"))
            if self.listed:
                columns["hops"] = sql.cast(sql.call("list_value"), _HOPS)
            found.append(select_from(table.relation, columns))
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
        keys = frozenset(key for key, _ in self.conditions)
        return [
            EdgeVar(self.shape, f"{self.alias}e{at}", numbers, nodes[at], nodes[at + 1], forward, keys)
            for at, numbers in enumerate(kept)
        ]

    def _walk(self, steps: Sequence[EdgeVar]) -> exp.Select:
        world = [sql.column("w", steps[0].alias)] if self.shape.worlds else []
        left, right = steps[0].end(left=True)[len(world) :], steps[-1].end(left=False)[len(world) :]
        names = [*(["w"] if world else []), *_end_names(self.left, "l"), *_end_names(self.right, "r")]
        columns = dict(zip(names, [*world, *left, *right], strict=True))
        if self.listed:
            columns["hops"] = sql.call("list_value", *(step.packed() for step in steps))
        conditions = [
            sql.equal(a, b)
            for one, other in pairwise(steps)
            for a, b in zip(one.end(left=False), other.end(left=True), strict=True)
        ]
        for one, other in combinations(steps, 2):
            conditions += [sql.negate(one.same(other))] if set(one.tables) & set(other.tables) else []
        for step in steps:
            conditions += [as_condition(equality(step.property(key), value)) for key, value in self.conditions]
        named = [exp.alias_(part, name, quoted=True) for name, part in columns.items()]
        select = exp.select(*named).from_(steps[0].relation()).where(sql.all_of(conditions))
        for step in steps[1:]:
            select = select.join(step.relation(), join_type="cross", copy=False)
        return select


def _end_names(node: NodeVar, letter: str) -> list[str]:
    return ([f"{letter}t"] if len(node.labels) > 1 else []) + [f"{letter}k"]


def _key_type(node: NodeVar) -> str:
    return "TEXT" if node.text else "BIGINT"
