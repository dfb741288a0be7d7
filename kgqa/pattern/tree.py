"""The tree of a Cypher text of the portable subset: what was written, with its place, and nothing of how it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as Choice

from kgqa.model import Scalar

Comparator = Choice["=", "<>", "<", "<=", ">", ">="]
Sign = Choice["+", "-", "*", "/", "%"]
Operator = Sign | Choice["AND", "OR", "XOR", "IN", "STARTS WITH", "ENDS WITH", "CONTAINS"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something starts in its text: line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant; None is null."""

    value: Scalar | None
    place: Place


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list written out."""

    items: tuple[Expression, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Patients:
    """The parameter $patients, the only one."""

    place: Place


@dataclass(frozen=True, slots=True)
class Variable:
    """A node, relationship or path by its name."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or relationship variable."""

    variable: str
    key: str
    place: Place


@dataclass(frozen=True, slots=True)
class Not:
    """NOT."""

    operand: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class Minus:
    """The unary minus."""

    operand: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class IsNull:
    """IS NULL, or IS NOT NULL where `negated`."""

    operand: Expression
    negated: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and what stands between them, but for comparisons."""

    operator: Operator
    left: Expression
    right: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """A chain `a < b <= c`: each neighbour pair is compared, and all must hold."""

    operands: tuple[Expression, ...]
    comparators: tuple[Comparator, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Case:
    """CASE; a simple one (`CASE x WHEN 1`) has a subject, which each `when` is compared with."""

    subject: Expression | None
    branches: tuple[tuple[Expression, Expression], ...]
    default: Expression | None
    place: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the subset; `function` is its name in small letters."""

    function: Choice["coalesce", "abs", "tolower", "size"]
    arguments: tuple[Expression, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Subquery:
    """EXISTS { } or COUNT { }: patterns of their own that may use the variables around them."""

    kind: Choice["EXISTS", "COUNT"]
    matches: tuple[Match, ...]
    place: Place


Expression = (
    Literal
    | ListOf
    | Patients
    | Variable
    | Property
    | Not
    | Minus
    | IsNull
    | Binary
    | Comparison
    | Case
    | Call
    | Subquery
)


@dataclass(frozen=True, slots=True)
class NodePattern:
    """`(name:Label {key: value})`; name is None where none is written."""

    name: str | None
    labels: tuple[str, ...]
    properties: tuple[tuple[str, Expression], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class EdgePattern:
    """`-[name:TYPE|TYPE*low..high {key: value}]->`, or `<-[...]-` where not `forward`.

    No types means any type. `hops` is None for exactly one edge without a star; with a star it holds both bounds.
    """

    name: str | None
    types: tuple[str, ...]
    properties: tuple[tuple[str, Expression], ...]
    forward: bool
    hops: tuple[int, int] | None
    place: Place


@dataclass(frozen=True, slots=True)
class Match:
    """One MATCH: a chain of n nodes and n-1 edges in written order, and its WHERE."""

    path: str | None
    nodes: tuple[NodePattern, ...]
    edges: tuple[EdgePattern, ...]
    where: Expression | None
    place: Place


@dataclass(frozen=True, slots=True)
class Return:
    """One returned column; its name is the alias, or the expression's own text."""

    expression: Expression
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Query:
    """A whole text. `name` is the file it stands in, or a word for where it came from."""

    name: str
    text: str
    matches: tuple[Match, ...]
    distinct: bool
    returns: tuple[Return, ...]


def children(expression: Expression) -> tuple[Expression, ...]:
    """Return the expressions directly under one; the patterns of a Subquery are not expressions."""
    match expression:
        case ListOf(items=items) | Call(arguments=items) | Comparison(operands=items):
            return items
        case Not(operand=operand) | Minus(operand=operand) | IsNull(operand=operand):
            return (operand,)
        case Binary(left=left, right=right):
            return (left, right)
        case Case(subject=subject, branches=branches, default=default):
            ends = tuple(part for part in (subject, default) if part is not None)
            return (*ends, *(part for branch in branches for part in branch))
        case _:
            return ()


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and all under it, without entering the patterns of a Subquery."""
    yield expression
    for child in children(expression):
        yield from walk(child)


def expressions(match: Match) -> Iterator[Expression]:
    """Yield every expression of one MATCH: its property maps and its WHERE, each with all under it."""
    maps = [part.properties for part in match.nodes] + [part.properties for part in match.edges]
    for _, value in (entry for entries in maps for entry in entries):
        yield from walk(value)
    if match.where is not None:
        yield from walk(match.where)


def all_matches(query: Query) -> Iterator[tuple[Match, Subquery | None]]:
    """Yield each MATCH of a text with the innermost EXISTS or COUNT that it stands in, outer ones first."""
    pending: list[tuple[Match, Subquery | None]] = [(match, None) for match in query.matches]
    for item in query.returns:
        pending += _inside(walk(item.expression))
    while pending:
        match, around = pending.pop(0)
        yield match, around
        pending += _inside(expressions(match))


def _inside(found: Iterator[Expression]) -> list[tuple[Match, Subquery | None]]:
    return [(match, part) for part in found if isinstance(part, Subquery) for match in part.matches]
