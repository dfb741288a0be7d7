"""The few shapes of SQL that the compiler writes, as sqlglot trees for DuckDB."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from sqlglot import exp

Sql = exp.Expr
_Operator = TypeVar("_Operator", bound=exp.Binary)

TYPES = {
    "bool": "BOOLEAN",
    "int": "BIGINT",
    "float": "DOUBLE",
    "text": "TEXT",
    "bools": "BOOLEAN[]",
    "ints": "BIGINT[]",
    "floats": "DOUBLE[]",
    "texts": "TEXT[]",
}
TRUE, FALSE = exp.true(), exp.false()


def _part(tree: Sql) -> Sql:
    """Take a tree as part of another: itself where it stands nowhere yet, else a copy. Copying is what takes time."""
    return tree if tree.parent is None and tree is not TRUE and tree is not FALSE else tree.copy()


def column(name: str, alias: str) -> Sql:
    """Name a column of an aliased relation."""
    return exp.column(name, table=alias, quoted=True)


def null(type_: str) -> Sql:
    """Write NULL as a value of one of TYPES, so that it can stand in a UNION."""
    return cast(exp.null(), TYPES[type_])


@cache
def _type(name: str) -> exp.DataType:
    return exp.DataType.build(name, dialect="duckdb")


def cast(value: Sql, type_: str) -> Sql:
    """Write a value as another type of DuckDB's."""
    return exp.Cast(this=_part(value), to=_type(type_).copy())


def try_cast(value: Sql, type_: str) -> Sql:
    """Do so, with NULL for what cannot be written in that type."""
    return exp.TryCast(this=_part(value), to=_type(type_).copy())


def constant(value: bool | float | str) -> Sql:
    """Write a constant with exactly the type that Cypher gives it."""
    match value:
        case bool():
            return (TRUE if value else FALSE).copy()
        case int():
            return cast(exp.Literal.number(value), "BIGINT")
        case float():
            return cast(exp.Literal.string(repr(value)), "DOUBLE")
        case str():
            return exp.Literal.string(value)


def small(number: int) -> Sql:
    """Write a number that tells labels or edge tables apart."""
    return cast(exp.Literal.number(number), "SMALLINT")


def call(function: str, *arguments: Sql) -> Sql:
    """Call a DuckDB function by its own name."""
    return exp.Anonymous(this=function, expressions=[_part(argument) for argument in arguments])


def binary(operator: type[_Operator], left: Sql, right: Sql) -> Sql:
    """Join two operands; the brackets keep every precedence out of the question."""
    return exp.Paren(this=operator(this=_part(left), expression=_part(right)))


def equal(left: Sql, right: Sql) -> Sql:
    """Compare two of one type."""
    return binary(exp.EQ, left, right)


def all_of(conditions: Iterable[Sql]) -> Sql:
    """AND; true of nothing."""
    found = [condition for condition in conditions if condition != TRUE]
    return _fold(exp.And, found) if found else TRUE.copy()


def any_of(conditions: Iterable[Sql]) -> Sql:
    """OR; false of nothing."""
    found = [condition for condition in conditions if condition != FALSE]
    return _fold(exp.Or, found) if found else FALSE.copy()


def _fold(operator: type[exp.Binary], parts: Sequence[Sql]) -> Sql:
    result = _part(parts[0])
    for part in parts[1:]:
        result = operator(this=result, expression=_part(part))
    return exp.Paren(this=result) if len(parts) > 1 else result


def negate(condition: Sql) -> Sql:
    """NOT."""
    return exp.Paren(this=exp.Not(this=exp.Paren(this=_part(condition))))


def is_null(value: Sql) -> Sql:
    """IS NULL."""
    return exp.Paren(this=exp.Is(this=_part(value), expression=exp.null()))


def not_null(value: Sql) -> Sql:
    """IS NOT NULL."""
    return negate(is_null(value))


def first_of(values: Sequence[Sql]) -> Sql:
    """Give the first that is not NULL."""
    return _part(values[0]) if len(values) == 1 else call("coalesce", *values)


def choose(branches: Iterable[tuple[Sql, Sql]], default: Sql | None = None) -> Sql:
    """CASE WHEN ... END."""
    case = exp.Case(ifs=[exp.If(this=_part(when), true=_part(then)) for when, then in branches])
    if default is not None:
        case.set("default", _part(default))
    return exp.Paren(this=case)


def select(columns: Sequence[Sql], relations: Sequence[Sql], conditions: Sequence[Sql] = ()) -> exp.Select:
    """SELECT columns FROM all relations side by side WHERE all conditions hold; it takes the parts over."""
    kept = [condition for condition in conditions if condition != TRUE]
    found = exp.Select(expressions=list(columns))
    if relations:
        found.set("from_", exp.From(this=relations[0]))
        found.set("joins", [exp.Join(this=relation, kind="CROSS") for relation in relations[1:]])
    if kept:
        found.set("where", exp.Where(this=_fold(exp.And, kept)))
    return found


def named(part: Sql, name: str) -> Sql:
    """Give a column its name."""
    return exp.Alias(this=_part(part), alias=exp.to_identifier(name, quoted=True))


def union(selects: Sequence[exp.Select]) -> exp.Select | exp.SetOperation:
    """UNION ALL."""
    result: exp.Select | exp.SetOperation = selects[0]
    for select in selects[1:]:
        result = exp.Union(this=result, expression=select, distinct=False)
    return result


def pack(label: Sql, key: Sql) -> Sql:
    """Write a node as one value: the number of its label, and its key."""
    return struct({"t": label, "k": key})


def struct(parts: Mapping[str, Sql]) -> Sql:
    """Write several columns as one value."""
    named = [exp.PropertyEQ(this=exp.to_identifier(name), expression=_part(part)) for name, part in parts.items()]
    return exp.Anonymous(this="struct_pack", expressions=named)
