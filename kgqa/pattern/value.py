"""Cypher's values, written as SQL.

Cypher is typed row by row, SQL column by column. So a Value has one SQL expression for each type that it can have in
some row ("form"); at most one of them is not NULL in any row, and all are NULL where the value is null. An error that
Cypher would raise is one more such column, so that `true OR 1/0 = 1` is true and `1/0 = 1` still fails.
What can be done with values stands in logic.py, compare.py and calculate.py. The rules are those of Neo4j 5.26 as
measured; where a rule surprises, the text that shows it stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgqa.model import Scalar
from kgqa.pattern import sql
from kgqa.pattern.sql import FALSE, TRUE, Sql

NUMBERS, LISTS = ("int", "float"), ("bools", "ints", "floats", "texts")


class Refused(Exception):  # noqa: N818  # the compiler adds the place and makes it a PatternError
    """An operation that Neo4j refuses before it runs, or that cannot be made equal."""


@dataclass(frozen=True, slots=True)
class Value:
    """One Cypher expression as SQL; what `forms` maps is described at the head of this module.

    `known` says that Neo4j knows the type before it runs, and refuses a wrong one then. `items` are those of a list
    written out. `error` is a condition: true where evaluation fails.
    """

    forms: Mapping[str, Sql]
    known: bool = False
    error: Sql = field(default_factory=FALSE.copy)
    constant: Scalar | None = None
    items: tuple[Value, ...] | None = None

    @property
    def lists(self) -> bool:
        """Whether it can be a list in some row."""
        return self.items is not None or any(form in LISTS for form in self.forms)


def literal(value: Scalar | None) -> Value:
    """Make a constant; None is null."""
    if value is None:
        return Value({})
    form = {bool: "bool", int: "int", float: "float", str: "text"}[type(value)]
    return Value({form: sql.constant(value)}, known=True, constant=value)


def truth(condition: Sql, *operands: Value) -> Value:
    """Make a boolean of a condition; it fails where an operand fails."""
    return Value({"bool": condition}, known=True, error=errors_of(operands))


def as_condition(value: Value) -> Sql:
    """Return what a WHERE may keep a row for, of a boolean value; raise in SQL where Cypher raises."""
    kept = value.forms.get("bool", sql.null("bool"))
    return kept if value.error == FALSE else sql.choose([(value.error, failure())], kept)


def failure() -> Sql:
    """Raise in SQL."""
    return sql.call("error", sql.constant("a value has the wrong type, or is divided by zero"))


def present(value: Value) -> Sql:
    """Say where the value is not null."""
    return TRUE.copy() if value.items is not None else sql.any_of(sql.not_null(part) for part in value.forms.values())


def null_test(value: Value, *, negated: bool) -> Value:
    """IS NULL, or IS NOT NULL."""
    return truth(present(value) if negated else sql.negate(present(value)), value)


def errors_of(values: Iterable[Value]) -> Sql:
    """Say where any of the values fails."""
    inside = [error for value in values for error in (value.error, errors_of(value.items or ()))]
    return sql.any_of(inside)


def of_pairs(found: Sequence[Sql], *operands: Value) -> Value:
    """Make a boolean of the results for each pair of types, of which one counts in a row; null without any."""
    return truth(sql.first_of(found) if found else sql.null("bool"), *operands)
