"""+ - * / %, the searches in texts, and the functions abs, toLower and size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

from sqlglot import exp

from kgqa.pattern import sql
from kgqa.pattern.sql import FALSE, Sql
from kgqa.pattern.value import LISTS, NUMBERS, Refused, Value, errors_of, literal, of_pairs, truth

_ARITHMETIC = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul, "%": exp.Mod}


def search(function: str, left: Value, right: Value) -> Value:
    """Search by a function of DuckDB; null where one side is no text."""
    if "text" not in left.forms or "text" not in right.forms:
        return of_pairs((), left, right)
    return truth(sql.call(function, left.forms["text"], right.forms["text"]), left, right)


def arithmetic(by: str, left: Value, right: Value) -> Value:
    """Calculate; + joins texts too."""
    if left.lists or right.lists:
        raise Refused(f"lists cannot stand beside {by} in the portable subset")
    forms: dict[str, list[Sql]] = {}
    errors = [left.error, right.error]
    for (one, a), (other, b) in product(left.forms.items(), right.forms.items()):
        if one in NUMBERS and other in NUMBERS:
            form = "int" if one == other == "int" else "float"
            forms.setdefault(form, []).append(_calculate(by, form, a, b))
        elif by == "+" and "text" in (one, other) and {one, other} <= {"text", "bool", *NUMBERS}:
            if left.known and right.known and "bool" in (one, other):
                raise Refused("a boolean cannot be added")
            forms.setdefault("text", []).append(sql.binary(exp.DPipe, _written(one, a), _written(other, b)))
        elif left.known and right.known:
            raise Refused(f"these two types cannot stand beside {by}")
        else:
            errors.append(sql.all_of([sql.not_null(a), sql.not_null(b)]))
    for side in (left, right):
        if by != "+" and side.known and not set(side.forms) <= set(NUMBERS):
            raise Refused(f"{by} needs numbers")
    zero = [sql.call("coalesce", sql.equal(right.forms["int"], sql.constant(0)), FALSE)] if "int" in right.forms else []
    whole = "int" in left.forms and by == "%"
    folded = (
        by == "/" and isinstance(left.constant, float) and right.constant is not None
    )  # 1.0/0 is infinity, n.f/0 fails
    if zero and (whole or (by == "/" and not folded)):
        errors.append(sql.all_of([zero[0], sql.not_null(left.forms["int"])]) if whole else zero[0])
    joined = {form: sql.first_of(parts) for form, parts in forms.items()}
    return Value(joined, known=left.known and right.known, error=sql.any_of(errors))


def _calculate(by: str, form: str, a: Sql, b: Sql) -> Sql:
    if form == "float":
        a, b = sql.cast(a, "DOUBLE"), sql.cast(b, "DOUBLE")
    operator = (exp.IntDiv if form == "int" else exp.Div) if by == "/" else _ARITHMETIC[by]
    return sql.binary(operator, a, b)


def _written(form: str, part: Sql) -> Sql:
    if form == "text":
        return part
    return sql.call("cypher_text", part) if form == "float" else sql.cast(part, "TEXT")


def minus(value: Value) -> Value:
    """Change the sign; Neo4j takes the value from zero, which is why -(0.0) is 0.0."""
    if isinstance(value.constant, int | float) and not isinstance(value.constant, bool):
        return literal(-value.constant)
    return arithmetic("-", literal(0), value)


def absolute(value: Value) -> Value:
    """Take the sign away; from the least integer, which has no opposite, Java takes none and DuckDB fails."""
    forms = {form: form for form in NUMBERS}
    return _of_types("abs() needs a number", value, forms, _without_sign)


def _without_sign(form: str, part: Sql) -> Sql:
    if form == "float":
        return sql.call("abs", part)
    return sql.first_of([sql.try_cast(sql.call("abs", sql.cast(part, "INT128")), "BIGINT"), part])


def lower(value: Value) -> Value:
    """Write in small letters."""
    return _of_types("toLower() needs a text", value, {"text": "text"}, lambda _, part: sql.call("cypher_lower", part))


def size(value: Value) -> Value:
    """Count the characters of a text, or the items of a list."""
    if value.items is not None:
        return Value(literal(len(value.items)).forms, known=True, error=errors_of(value.items))
    forms = dict.fromkeys(("text", "edges", *LISTS), "int")
    return _of_types("size() needs a text or a list", value, forms, lambda _, part: sql.call("length", part))


def _of_types(refusal: str, value: Value, forms: Mapping[str, str], apply: Callable[[str, Sql], Sql]) -> Value:
    wrong = [part for form, part in value.forms.items() if form not in forms]
    if value.items is not None or (value.known and wrong):
        raise Refused(refusal)
    found: dict[str, list[Sql]] = {}
    for form, part in value.forms.items():
        if form in forms:
            found.setdefault(forms[form], []).append(apply(form, part))
    error = sql.any_of([value.error, *(sql.not_null(part) for part in wrong)])
    return Value({form: sql.first_of(parts) for form, parts in found.items()}, known=bool(found), error=error)
