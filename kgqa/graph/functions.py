"""The two functions of Cypher that SQL has in no equal form, for a DuckDB connection."""

from __future__ import annotations

import math
from decimal import Decimal

import duckdb

_PLAIN = range(-3, 7)  # powers of ten that Java writes without an exponent


def add_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """Make a connection answer as Cypher does: cypher_lower, cypher_text, and division by zero without an error."""
    connection.create_function("cypher_lower_any", str.lower, ["VARCHAR"], "VARCHAR")
    connection.create_function("cypher_text", text_of_float, ["DOUBLE"], "VARCHAR")
    # A Python function is called row by row, and only texts beyond ASCII need it (a final sigma, a dotted I).
    connection.execute("""
        CREATE TEMP MACRO cypher_lower(x) AS
        CASE WHEN strlen(x) = length(x) THEN lower(x) ELSE cypher_lower_any(x) END
    """)
    connection.execute("SET error_on_division_by_zero = false")


def text_of_float(value: float) -> str:
    """Write a float as Java does, which is what `'a' + 1e10` shows: 1.0E10, 0.001, 1.0E-5, NaN."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    sign, numbers, _ = Decimal(repr(value)).as_tuple()
    digits = "".join(map(str, numbers)).rstrip("0") or "0"
    power = Decimal(repr(value)).adjusted() if value else 0
    if power in _PLAIN:
        if power < 0:
            whole, broken = "0", "0" * (-power - 1) + digits
        else:
            padded = digits.ljust(power + 2, "0")
            whole, broken = padded[: power + 1], padded[power + 1 :]
        written = f"{whole}.{broken}"
    else:
        written = f"{digits[0]}.{digits[1:] or '0'}E{power}"
    return "-" * sign + written
