"""AND, OR, XOR, NOT, CASE and coalesce(): where one side decides, the other is as if it were not evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlglot import exp

from kgqa.pattern import sql
from kgqa.pattern.sql import FALSE, TRUE, Sql
from kgqa.pattern.value import LISTS, Refused, Value, errors_of, null_test, truth


def predicate(value: Value) -> Value:
    """Take a value as a condition: a list holds where it is not empty, and nothing but a boolean or a list can."""
    if value.items is not None:
        return truth(TRUE.copy() if value.items else FALSE.copy(), value)
    wrong = {form: part for form, part in value.forms.items() if form != "bool" and form not in LISTS}
    if value.known and wrong:
        raise Refused("a condition is needed here. Compare the value with something")
    good = [
        part if form == "bool" else sql.binary(exp.GT, sql.call("len", part), exp.Literal.number(0))
        for form, part in value.forms.items()
        if form not in wrong
    ]
    error = sql.any_of([value.error, *(sql.not_null(part) for part in wrong.values())])
    return Value({"bool": sql.first_of(good)} if good else {}, known=True, error=error)


def conjunction(values: Iterable[Value]) -> Value:
    """AND: one that is false decides, even beside one that fails."""
    return _decide([predicate(value) for value in values], sql.all_of, sql.negate)


def disjunction(values: Iterable[Value]) -> Value:
    """OR: one that is true decides, even beside one that fails."""
    return _decide([predicate(value) for value in values], sql.any_of, lambda part: part)


def _decide(values: Sequence[Value], combine: Callable[[Iterable[Sql]], Sql], decided: Callable[[Sql], Sql]) -> Value:
    parts = [value.forms.get("bool", sql.null("bool")) for value in values]
    fails = errors_of(values)
    if fails != FALSE:
        settled = (sql.call("coalesce", decided(part), FALSE) for part in parts)
        fails = sql.all_of([fails, sql.negate(sql.any_of(settled))])
    return Value({"bool": combine(parts)}, known=True, error=fails)


def negation(value: Value) -> Value:
    """NOT."""
    value = predicate(value)
    return truth(sql.negate(value.forms["bool"]), value) if value.forms else value


def exclusive(left: Value, right: Value) -> Value:
    """XOR."""
    left, right = predicate(left), predicate(right)
    if not left.forms or not right.forms:
        return Value({}, known=True, error=errors_of((left, right)))
    return truth(sql.binary(exp.NEQ, left.forms["bool"], right.forms["bool"]), left, right)


def coalesce(values: Sequence[Value]) -> Value:
    """Give the first that is not null; those after it are not evaluated."""
    return when([(null_test(value, negated=True), value) for value in values], Value({}))


def when(branches: Sequence[tuple[Value, Value]], default: Value) -> Value:
    """CASE: the first branch whose condition is true; what is not taken is not evaluated."""
    outcomes = [*(then for _, then in branches), default]
    if any(value.items is not None for value in outcomes):
        raise Refused("a list written out cannot be chosen. Use it with = or IN")
    tests = [predicate(test) for test, _ in branches]
    conditions = [test.forms.get("bool", FALSE) for test in tests]
    forms = {}
    for form in dict.fromkeys(form for value in outcomes for form in value.forms):
        parts = [value.forms.get(form, exp.null()) for value in outcomes]
        forms[form] = sql.choose(zip(conditions, parts, strict=False), parts[-1])
    fails: list[tuple[Sql, Sql]] = []
    for test, condition, (_, then) in zip(tests, conditions, branches, strict=True):
        fails += [(test.error, TRUE)] if test.error != FALSE else []
        fails.append((condition, then.error))
    never = all(outcome == FALSE for _, outcome in fails) and default.error == FALSE
    kinds = {form for value in outcomes for form in value.forms}
    return Value(
        forms,
        known=len(kinds) == 1 and all(value.known or not value.forms for value in outcomes),
        error=FALSE.copy() if never else sql.choose(fails, default.error),
    )
