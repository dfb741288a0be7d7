"""Rows of a query on a networkx MultiDiGraph, by trying every edge.

Each MATCH clause extends every row by each way to lay its chain on the graph in which no relationship is used twice
within the clause. A row whose condition is an ERROR lives on as a doomed row: if one reaches RETURN, every evaluator
must fail; if none does, an evaluator that looks at conditions in another order may.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import networkx as nx

from tests.reference import values
from tests.reference.query import (
    TESTS,
    Binary,
    Call,
    Case,
    Comparison,
    Count,
    EdgePattern,
    Exists,
    Expr,
    IsNull,
    ListOf,
    Literal,
    Match,
    Patients,
    Property,
    Query,
    Unary,
    Variable,
)
from tests.reference.values import ERROR, EdgeValue, NodeValue, PathValue, Value

Binding = dict[str, Value]
TEXT_TESTS = {"STARTS WITH": str.startswith, "ENDS WITH": str.endswith, "CONTAINS": str.__contains__}
TOO_MANY = 3_000
NODES, EDGES = "#nodes", "#edges"  # what the chain at hand matched, variable or not


class TooManyRowsError(Exception):
    """The query has more matches than a naive evaluator should walk."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`must_fail`: no evaluator can give rows; `may_fail`: some condition or branch was an error on the way."""

    rows: list[tuple[Value, ...]]
    must_fail: bool
    may_fail: bool


@dataclass
class Evaluator:
    network: nx.MultiDiGraph
    patients: tuple[int, ...] = ()
    failed: bool = False
    matches: int = 0
    ends: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ends = {key: (source, target) for source, target, key in self.network.edges(keys=True)}

    def answer(self, query: Query) -> Answer:
        rows, doomed = [], False
        for row, is_doomed in self.bindings(query.matches, {}):
            cells = tuple(self.value(e, row) for e, _ in query.returns)
            doomed = doomed or is_doomed or ERROR in cells
            rows.append(cells)
        if query.distinct:
            rows = _distinct(rows)
        return Answer([] if doomed else rows, must_fail=doomed, may_fail=doomed or self.failed)

    def bindings(self, matches: tuple[Match, ...], row: Binding) -> Iterator[tuple[Binding, bool]]:
        """Every row of the clauses after `row`, and whether it is doomed."""
        if not matches:
            yield row, False
            return
        self.ask_early(matches[0].where, row)
        for extended in self.chains(matches[0], row):
            holds = self.truth(matches[0], extended)
            if holds is not True and holds is not ERROR:
                continue
            for final, doomed in self.bindings(matches[1:], extended):
                yield final, doomed or holds is ERROR

    def ask_early(self, where: Expr | None, row: Binding) -> None:
        """Note the errors of conditions on names bound already: a planner may ask these before it looks for the chain."""
        if isinstance(where, Binary) and where.operator == "AND":
            self.ask_early(where.left, row)
            self.ask_early(where.right, row)
        elif where is not None:
            with suppress(KeyError):  # a name that the chain is still to bind
                self.value(where, row)

    def truth(self, match: Match, row: Binding) -> Value:
        """Whether the WHERE and all property maps of a clause hold."""
        conditions = [] if match.where is None else [self.value(match.where, row)]
        for node, at in zip(match.nodes, row[NODES], strict=True):
            conditions += self.map_holds(node.properties, row, self.stored(NodeValue(at)))
        for edge, keys in zip(match.edges, row[EDGES], strict=True):
            for key in keys:
                conditions += self.map_holds(edge.properties, row, self.stored(EdgeValue(key)))
        return self.note(values.conjunction(conditions))

    def map_holds(self, wanted: tuple[tuple[str, Expr], ...], row: Binding, stored: dict[str, Value]) -> list[Value]:
        return [values.equal(stored.get(key), self.value(e, row)) for key, e in wanted]

    def chains(self, match: Match, row: Binding) -> Iterator[Binding]:
        """Every way to lay the chain on the graph, property maps and WHERE not yet looked at."""
        for node in self.network.nodes:
            for found in self.walks(match, node, {**row, NODES: (), EDGES: ()}):
                self.matches += 1
                if self.matches > TOO_MANY:
                    raise TooManyRowsError
                yield {**found, match.path: self.path(found)} if match.path else found

    def walks(self, match: Match, node: int, row: Binding) -> Iterator[Binding]:
        """Bind the next node of the chain to `node`, then go on with every edge that fits."""
        at = len(row[NODES])
        pattern = match.nodes[at]
        if pattern.variable and row.get(pattern.variable, NodeValue(node)) != NodeValue(node):
            return
        if not set(pattern.labels) <= self.network.nodes[node]["labels"]:
            return
        row = {**row, NODES: (*row[NODES], node)}
        if pattern.variable:
            row[pattern.variable] = NodeValue(node)
        if at == len(match.edges):
            yield row
            return
        edge = match.edges[at]
        least, most = edge.length or (1, 1)
        for keys, end in self.steps(edge, node, least, most, sum(row[EDGES], ())):
            bound = {**row, EDGES: (*row[EDGES], keys)}
            if edge.variable:
                bound[edge.variable] = EdgeValue(keys[0]) if edge.length is None else tuple(map(EdgeValue, keys))
                if row.get(edge.variable, bound[edge.variable]) != bound[edge.variable]:
                    continue
            yield from self.walks(match, end, bound)

    def steps(
        self, edge: EdgePattern, node: int, least: int, most: int, used: tuple[int, ...]
    ) -> Iterator[tuple[tuple[int, ...], int]]:
        """Every trail of `least` to `most` unused edges from `node`, with the node it ends at."""
        if least <= 0 <= most:
            yield (), node
        if most < 1:
            return
        network = self.network
        touching = network.out_edges(node, keys=True) if edge.outgoing else network.in_edges(node, keys=True)
        for source, target, key in touching:
            if key in used or (edge.types and network.edges[source, target, key]["type"] not in edge.types):
                continue
            further = self.steps(edge, target if edge.outgoing else source, least - 1, most - 1, (*used, key))
            for rest, end in further:
                yield (key, *rest), end

    def path(self, row: Binding) -> PathValue:
        keys: tuple[int, ...] = sum(row[EDGES], ())
        nodes = [row[NODES][0]]
        for key in keys:
            source, target = self.ends[key]
            nodes.append(target if source == nodes[-1] else source)
        return PathValue(tuple(nodes), keys)

    def note(self, value: Value) -> Value:
        self.failed = self.failed or value is ERROR
        return value

    def value(self, expr: Expr, row: Binding) -> Value:
        """What `expr` is in `row`; every branch is worked out, so that each possible error is noted."""
        return self.note(self._value(expr, row))

    def _value(self, expr: Expr, row: Binding) -> Value:
        match expr:
            case Literal(value):
                return value
            case ListOf(items):
                found = tuple(self.value(e, row) for e in items)
                return ERROR if ERROR in found else found
            case Variable(variable):
                return row[variable]
            case Property(owner, key):
                return self.stored(row[owner]).get(key)
            case Patients():
                return self.patients
            case Unary("NOT", operand):
                return values.negation(self.value(operand, row))
            case Unary(_, operand):
                return values.minus(self.value(operand, row))
            case Binary(operator, left, right):
                return _binary(operator, self.value(left, row), self.value(right, row))
            case Comparison(first, rest):
                cells = [self.value(e, row) for e in (first, *(e for _, e in rest))]
                return values.conjunction(
                    [values.compare(op, cells[i], cells[i + 1]) for i, (op, _) in enumerate(rest)]
                )
            case IsNull(operand, negated):
                found = self.value(operand, row)
                return ERROR if found is ERROR else (found is None) != negated
            case Case(subject, whens, otherwise):
                return self.case(subject, whens, otherwise, row)
            case Call(function, arguments):
                return _call(function, [self.value(e, row) for e in arguments])
            case Exists(matches, _):
                return self.exists(matches, row)
            case Count(matches, _):
                found = [doomed for _, doomed in self.bindings(matches, row)]
                return ERROR if any(found) else len(found)

    def stored(self, owner: Value) -> dict[str, Value]:
        if isinstance(owner, NodeValue):
            return self.network.nodes[owner.node]["properties"]
        return self.network.edges[(*self.ends[owner.edge], owner.edge)]["properties"]

    def case(
        self, subject: Expr | None, whens: tuple[tuple[Expr, Expr], ...], otherwise: Expr | None, row: Binding
    ) -> Value:
        chosen = None if subject is None else self.value(subject, row)
        branches = [(self.value(condition, row), self.value(result, row)) for condition, result in whens]
        last = None if otherwise is None else self.value(otherwise, row)
        for condition, result in branches:
            holds = condition if subject is None else values.equal(chosen, condition)
            if holds is True or holds is ERROR:
                return ERROR if holds is ERROR else result
        return last

    def exists(self, matches: tuple[Match, ...], row: Binding) -> Value:
        found = [doomed for _, doomed in self.bindings(matches, row)]
        if False in found:
            return True
        return ERROR if found else False


def _binary(operator: str, left: Value, right: Value) -> Value:
    match operator:
        case "AND":
            return values.conjunction([left, right])
        case "OR":
            return values.disjunction([left, right])
        case "XOR":
            return values.exclusive(left, right)
        case "IN" if right == ():
            return False  # also of an error on the left, which Neo4j does not work out then; it may
        case "IN":
            return values.contained(left, right)
        case _ if operator in TESTS:
            if left is ERROR or right is ERROR:
                return ERROR
            return TEXT_TESTS[operator](left, right) if isinstance(left, str) and isinstance(right, str) else None
        case "+":
            return values.add(left, right)
        case _:
            return values.arithmetic(operator, left, right)


def _call(function: str, cells: list[Value]) -> Value:
    if function == "coalesce":
        return next((cell for cell in cells if cell is not None), None)
    (cell,) = cells
    if cell is None or cell is ERROR:
        return cell
    match function:
        case "abs" if values.is_number(cell):
            return cell if cell == values.SMALLEST else abs(cell)
        case "size" if isinstance(cell, str | tuple):
            return len(cell)
        case "toLower" if isinstance(cell, str):
            return cell.lower()
        case _:
            return ERROR


def _distinct(rows: list[tuple[Value, ...]]) -> list[tuple[Value, ...]]:
    kept: list[tuple[Value, ...]] = []
    for row in rows:
        if not any(all(map(_same, row, other)) for other in kept):
            kept.append(row)
    return kept


def _same(left: Value, right: Value) -> bool:
    """DISTINCT's equality: null is null, NaN is not NaN."""
    if left is None or right is None:
        return left is right
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(_same, left, right))
    return values.equal(left, right) is True
