"""Cypher's values: null, three-valued truth, equality, order and arithmetic, as Neo4j 5.26 answers.

None is null; a list is a tuple; a node, an edge and a path are entities. ERROR stands for a value that can't be had
(division by zero, overflow, a wrong type) and passes through whatever needs it, so that one evaluation tells both the
rows and whether a server that is free in its order of work may or must fail.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

SMALLEST, LARGEST = -(2**63), 2**63 - 1
ORDERS = {
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}
UNORDERED = 2  # NaN beside a number: every order is false


@dataclass(frozen=True, slots=True)
class NodeValue:
    node: int


@dataclass(frozen=True, slots=True)
class EdgeValue:
    edge: int


@dataclass(frozen=True, slots=True)
class PathValue:
    nodes: tuple[int, ...]
    edges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The one value that isn't one."""


ERROR = Failed()
Value = Any


def is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def negation(value: Value) -> Value:
    if value is None or value is ERROR:
        return value
    return not value if isinstance(value, bool) else ERROR


def conjunction(values: list[Value]) -> Value:
    """AND: false decides before error, error before null."""
    if any(v is False for v in values):
        return False
    if any(v is not None and v is not True for v in values):
        return ERROR
    return None if None in values else True


def disjunction(values: list[Value]) -> Value:
    return negation(conjunction([negation(v) for v in values]))


def exclusive(left: Value, right: Value) -> Value:
    if left is ERROR or right is ERROR:
        return ERROR
    if left is None or right is None:
        return None
    return left is not right if isinstance(left, bool) and isinstance(right, bool) else ERROR


def equal(left: Value, right: Value) -> Value:
    """`=`: null where either is null, false between kinds of values, and element by element in lists."""
    if left is ERROR or right is ERROR:
        return ERROR
    if left is None or right is None:
        return None
    if is_number(left) and is_number(right):
        return bool(left == right) or _rounded_to_the_largest(left, right) or _rounded_to_the_largest(right, left)
    if isinstance(left, tuple) and isinstance(right, tuple):
        if len(left) != len(right):
            return False
        return conjunction([equal(a, b) for a, b in zip(left, right, strict=True)])
    return type(left) is type(right) and left == right


def _rounded_to_the_largest(integer: Value, real: Value) -> bool:
    # Neo4j casts 2.0^63 to the largest integer before it compares the two.
    return isinstance(integer, int) and integer == LARGEST and isinstance(real, float) and real == 2.0**63


def compare(operator: str, left: Value, right: Value) -> Value:
    """`= <> < <= > >=`; an order between kinds of values is null."""
    if operator == "=":
        return equal(left, right)
    if operator == "<>":
        return negation(equal(left, right))
    if left is ERROR or right is ERROR:
        return ERROR
    order = _order(left, right)
    return None if order is None else order != UNORDERED and ORDERS[operator](order)


def _order(left: Value, right: Value) -> int | None:
    if left is None or right is None:
        return None
    if is_number(left) and is_number(right):
        if left != left or right != right:  # noqa: PLR0124  NaN
            return UNORDERED
        return _sign(left, right)
    if isinstance(left, tuple) and isinstance(right, tuple):
        for a, b in zip(left, right, strict=False):
            order = _order(a, b)
            if order != 0:
                return order
        return _sign(len(left), len(right))
    if type(left) is type(right) and isinstance(left, bool | str):
        return _sign(left, right)
    return None


def _sign(left: Value, right: Value) -> int:
    return (left > right) - (left < right)


def contained(value: Value, items: Value) -> Value:
    """`value IN items`: an OR over equality; what is no list counts as a list of itself."""
    if value is ERROR or items is ERROR:
        return ERROR
    if items is None:
        return None
    return disjunction([equal(value, item) for item in (items if isinstance(items, tuple) else (items,))])


def add(left: Value, right: Value) -> Value:
    if left is ERROR or right is ERROR:
        return ERROR
    if left is None or right is None:
        return None
    if isinstance(left, tuple) or isinstance(right, tuple):
        return (left if isinstance(left, tuple) else (left,)) + (right if isinstance(right, tuple) else (right,))
    if isinstance(left, str) or isinstance(right, str):
        words = (as_text(left), as_text(right))
        return ERROR if ERROR in words else "".join(words)
    return arithmetic("+", left, right)


def as_text(value: Value) -> Value:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _java_double(value)
    return str(value) if isinstance(value, int) else ERROR


def _java_double(value: float) -> str:
    if not math.isfinite(value):
        return "NaN" if value != value else ("Infinity" if value > 0 else "-Infinity")  # noqa: PLR0124
    if value == 0 or 1e-3 <= abs(value) < 1e7:
        return format(Decimal(repr(value)), "f") if "e" in repr(value) else repr(value)
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    number = "".join(map(str, digits))
    return f"{'-' * sign}{number[0]}.{number[1:] or '0'}E{int(exponent) + len(number) - 1}"


def arithmetic(operator: str, left: Value, right: Value) -> Value:
    """+ - * / % on numbers: integers stay integers, divide towards zero, and fail on overflow and on zero."""
    if left is ERROR or right is ERROR:
        return ERROR
    if operator == "/" and type(right) is int and right == 0:
        return ERROR  # whatever stands before it, null, a text or a float
    if left is None or right is None:
        return None
    if not (is_number(left) and is_number(right)):
        return ERROR
    if isinstance(left, int) and isinstance(right, int):
        return _integer(operator, left, right)
    return _real(operator, float(left), float(right))


def _integer(operator: str, left: int, right: int) -> Value:
    match operator:
        case "+":
            result = left + right
        case "-":
            result = left - right
        case "*":
            result = left * right
        case _ if right == 0:
            return ERROR
        case "/":
            result = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
            return SMALLEST if result > LARGEST else result  # Java's one wrapped quotient
        case _:
            result = abs(left) % abs(right) * (-1 if left < 0 else 1)
    return result if SMALLEST <= result <= LARGEST else ERROR


def _real(operator: str, left: float, right: float) -> float:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right == 0:
            if left == 0 or left != left:  # noqa: PLR0124
                return math.nan
            return math.copysign(math.inf, left) * math.copysign(1, right)
        case "/":
            return left / right
        case _:
            return math.nan if right == 0 or math.isinf(left) or left != left else math.fmod(left, right)  # noqa: PLR0124


def minus(value: Value) -> Value:
    """Unary minus, which Neo4j works out as 0 - value."""
    return arithmetic("-", 0, value)
