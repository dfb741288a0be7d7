"""= <> < <= > >= and IN. Values of two types are unequal and have no order; null is equal to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

from sqlglot import exp

from kgqa.pattern import sql
from kgqa.pattern.logic import conjunction, disjunction, negation
from kgqa.pattern.sql import FALSE, TRUE, Sql
from kgqa.pattern.value import LISTS, NUMBERS, Refused, Value, errors_of, of_pairs, truth

_EXACT = 2**53
_ORDERED = {"<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE}


def compare(operands: Sequence[Value], comparators: Sequence[str]) -> Value:
    """Compare each with the next: `1 < 2 <= 3` is two comparisons joined by AND."""
    pairs = [_compare(one, by, other) for (one, other), by in zip(pairwise(operands), comparators, strict=True)]
    return pairs[0] if len(pairs) == 1 else conjunction(pairs)


def _compare(left: Value, by: str, right: Value) -> Value:
    if by == "=":
        return equality(left, right)
    if by == "<>":
        return negation(equality(left, right))
    if left.lists and right.lists:
        raise Refused("lists can be compared with = and <> only")
    found = []
    for (one, a), (other, b) in product(left.forms.items(), right.forms.items()):
        if one in NUMBERS and other in NUMBERS:
            found.append(_number_order(_ORDERED[by], (one, a, left), (other, b, right)))
        elif one == other and one in ("text", "bool"):
            found.append(sql.binary(_ORDERED[by], a, b))
        elif one == other or {one, other} <= {"node", "node.text"}:
            raise Refused("nodes and relationships have no order. Compare one of their properties")
    return of_pairs(found, left, right)  # of two types: null, as in 1 < 'a'


def equality(left: Value, right: Value) -> Value:
    """`=`: values of two types are not equal, and null is equal to nothing."""
    if left.items is not None and right.items is not None:
        if len(left.items) != len(right.items):
            return truth(FALSE.copy(), left, right)
        return conjunction([equality(one, other) for one, other in zip(left.items, right.items, strict=True)])
    if left.items is not None:
        left, right = right, left
    if right.items is not None:
        return _list_equality(left, right.items)
    found = [
        _same(one, a, other, b, exact=left.constant is None or right.constant is None)
        for (one, a), (other, b) in product(left.forms.items(), right.forms.items())
    ]
    return of_pairs(found, left, right)


def _same(one: str, a: Sql, other: str, b: Sql, *, exact: bool = True) -> Sql:
    if one == other == "float":
        return sql.all_of([sql.equal(a, b), _is_number(a)])
    if {one, other} == set(NUMBERS):
        whole, broken = (a, b) if one == "int" else (b, a)
        if not exact or _fits(whole) or _fits(broken):  # Neo4j folds two constants as floats: 2^53+1 = 2.0^53 is true
            return sql.equal(sql.cast(whole, "DOUBLE"), broken)
        back = sql.call("least", _wide(broken), _wide(sql.constant(2**63 - 1)))  # Java's cast stops at the greatest
        return _both(whole, broken, sql.all_of([_near(whole, broken), sql.equal(_wide(whole), back)]))
    if {one, other} == {"node", "node.text"}:
        a, b = (_text_node(part) if form == "node" else part for form, part in ((one, a), (other, b)))
    elif {one, other} == {"ints", "floats"}:
        a, b = sql.cast(a, "DOUBLE[]"), sql.cast(b, "DOUBLE[]")
    elif one != other and one in LISTS and other in LISTS:
        return _both(a, b, sql.all_of([_length_is(a, exp.EQ), _length_is(b, exp.EQ)]))
    elif one != other:
        return _both(a, b, FALSE)
    return sql.equal(a, b)


def _list_equality(left: Value, items: tuple[Value, ...]) -> Value:
    found, errors = [], [left.error]
    for form, part in left.forms.items():
        if form not in LISTS:
            found.append(_both(part, TRUE, FALSE))
            continue
        parts = [
            Value({form[:-1]: sql.call("list_extract", part, sql.constant(at))}) for at in range(1, len(items) + 1)
        ]
        same = conjunction([equality(one, item) for one, item in zip(parts, items, strict=True)]) if items else None
        other_length = sql.binary(exp.NEQ, sql.call("len", part), exp.Literal.number(len(items)))
        inside = same.forms["bool"] if same else TRUE
        found.append(sql.choose([(sql.is_null(part), sql.null("bool")), (other_length, FALSE)], inside))
        errors += [same.error] if same else []
    combined = of_pairs(found, left)
    return Value(combined.forms, known=True, error=sql.any_of(errors))


def membership(item: Value, values: Value) -> Value:
    """IN: true where one is equal, else null where one comparison is null, else false."""
    if values.items is not None:
        if plain := _plain_membership(item, values.items):
            return plain
        same = disjunction([equality(item, other) for other in values.items])
        # All items are evaluated before any is compared: 1 IN [1, 1/0] fails.
        return Value(same.forms, known=True, error=errors_of([item, *values.items]) if values.items else FALSE.copy())
    if values.known and not values.lists:
        raise Refused("IN needs a list. Write one, as IN [1, 2]")
    found = []
    for form, part in values.forms.items():
        if form in LISTS:
            found.append(_in_list(item, form, part))
        else:  # a value that is no list counts as a list of itself: n.x IN n.x is true
            found += [_same(one, a, form, part) for one, a in item.forms.items()]
    return of_pairs(found, item, values)


def _plain_membership(item: Value, items: tuple[Value, ...]) -> Value | None:
    """Write IN as SQL's own, which is much shorter for a long list; None where the types need more care."""
    kinds = {type(other.constant) for other in items}
    form = next(iter(item.forms), "")
    if (
        len(item.forms) != 1
        or len(kinds) != 1
        or form not in ("int", "text")
        or any(not other.forms for other in items)
    ):
        return None
    if kinds != {int if form == "int" else str}:
        return None
    values = [other.forms[form].copy() for other in items]
    return truth(exp.Paren(this=exp.In(this=item.forms[form].copy(), expressions=values)), item)


def _in_list(item: Value, form: str, part: Sql) -> Sql:
    empty = (_length_is(part, exp.EQ), FALSE)
    if item.items is not None:
        return sql.choose([empty, (sql.not_null(part), FALSE)])
    branches: list[tuple[Sql, Sql]] = [empty]
    for one, a in item.forms.items():
        if one == form[:-1]:
            held = sql.call("list_contains", part, a)
            held = sql.all_of([held, _is_number(a)]) if one == "float" else held
        elif {one, form[:-1]} == set(NUMBERS):
            wide = sql.cast(part, "DOUBLE[]"), sql.cast(a, "DOUBLE")
            held = sql.call("list_contains", *wide)
        else:
            held = FALSE
        branches.append((sql.all_of([sql.not_null(a), sql.not_null(part)]), held))
    return sql.choose(branches)


def _number_order(operator: type[exp.Binary], left: tuple[str, Sql, Value], right: tuple[str, Sql, Value]) -> Sql:
    """Order two numbers; DuckDB takes NaN as the greatest of all, Cypher takes no comparison with it as true."""
    (one, a, a_value), (other, b, b_value) = left, right
    if one == other == "int":
        return sql.binary(operator, a, b)
    if one != other:
        whole, broken = (a, b) if one == "int" else (b, a)
        if not (_fits(whole) or _fits(broken)):
            widened = sql.binary(operator, _wide(a), _wide(b))
            near, ordered = (
                _near(whole, broken),
                sql.binary(operator, *(sql.cast(part, "DOUBLE") for part in (a, b))),
            )
            return sql.all_of([sql.choose([(near, widened)], ordered), _is_number(broken)])
        a, b = sql.cast(a, "DOUBLE"), sql.cast(b, "DOUBLE")
    greater, form, value = (a, one, a_value) if operator in (exp.GT, exp.GTE) else (b, other, b_value)
    safe = form == "int" or (value.constant is not None and value.constant == value.constant)
    return sql.binary(operator, a, b) if safe else sql.all_of([sql.binary(operator, a, b), _is_number(greater)])


def _is_number(part: Sql) -> Sql:
    return sql.negate(sql.call("isnan", part))


def _fits(part: Sql) -> bool:
    """Say whether it is a constant that is the same as a float and as an integer."""
    inner = part.this if isinstance(part, exp.Cast) else part
    inner = inner.this if isinstance(inner, exp.Neg) else inner
    return isinstance(inner, exp.Literal) and abs(float(inner.this)) <= _EXACT


def _near(whole: Sql, broken: Sql) -> Sql:
    return sql.equal(sql.cast(whole, "DOUBLE"), broken)


def _wide(part: Sql) -> Sql:
    return sql.try_cast(part, "INT128")


def _both(a: Sql, b: Sql, result: Sql) -> Sql:
    return sql.choose([(sql.all_of([sql.not_null(part) for part in (a, b) if part != TRUE]), result)])


def _text_node(node: Sql) -> Sql:
    """Write a node with a number as its key so that it can meet one with a text."""
    part = {name: sql.call("struct_extract", node, sql.constant(name)) for name in ("t", "k")}
    return sql.pack(part["t"], sql.cast(part["k"], "TEXT"))


def _length_is(part: Sql, operator: type[exp.Binary]) -> Sql:
    """Compare the length of a list with zero."""
    return sql.binary(operator, sql.call("len", part), exp.Literal.number(0))
