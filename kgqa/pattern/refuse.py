"""What the portable subset leaves out, and what to write instead."""

from __future__ import annotations

import re

_SUBSET = "The portable subset has MATCH, WHERE and RETURN [DISTINCT]."
_WRITES = "A pattern only reads. Take it out."
_FOLDED = "kgqa folds, sorts and samples the rows itself. Return the rows as they are."
_INSTEAD = {
    "WITH": "Write further MATCH clauses; count with COUNT { }.",
    "OPTIONAL": "Use EXISTS { }, COUNT { } or a second pattern file.",
    "ORDER": _FOLDED,
    "LIMIT": _FOLDED,
    "SKIP": _FOLDED,
    "OFFSET": _FOLDED,
    "UNION": "Write alternatives as :A|B or with OR, or as a second pattern file.",
    "UNWIND": "Use IN [..], or MATCH the values as nodes.",
    "CALL": "Use EXISTS { } or COUNT { }.",
    "FOREACH": _WRITES,
    "CREATE": _WRITES,
    "MERGE": _WRITES,
    "SET": _WRITES,
    "DELETE": _WRITES,
    "DETACH": _WRITES,
    "REMOVE": _WRITES,
    "INSERT": _WRITES,
    "DROP": _WRITES,
    "LOAD": "A pattern reads the graph only. Load files with kgqa load.",
    "USE": "kgqa chooses the graph. Take it out.",
    "EXPLAIN": "Take it out.",
    "PROFILE": "Take it out.",
    "ALL": "Use NOT EXISTS { } with the opposite condition.",
    "ANY": "Use EXISTS { }.",
    "SHORTESTPATH": "Use bounded steps, as -[:ISA*1..4]->.",
    "COLLECT": _FOLDED,
}
_SIGNS = {
    "^": "Powers are left out. Multiply.",
    "=~": "Regular expressions are left out. Use STARTS WITH, ENDS WITH, CONTAINS or =.",
    "||": "Write + to join texts.",
    "|": "A node takes :A, :A:B or :A&B; only a relationship takes :A|B.",
    "!": "Labels are joined by : or & only.",
    "::": "Types cannot be tested.",
    ".": "A property is read from a variable by its name, as n.name.",
    "[": "An item of a list cannot be taken out. Use IN.",
    ":": "Write labels in MATCH, as (n:Label); a pattern in a condition as EXISTS { MATCH ... }.",
    "*": "Name the columns to return, one by one.",
    "-": "Write a pattern in a condition as EXISTS { MATCH ... }.",
}
_FUNCTIONS = {"coalesce": None, "abs": 1, "tolower": 1, "size": 1}
_AGGREGATES = ("count", "collect", "sum", "min", "max", "avg", "stdev", "stdevp", "percentilecont", "percentiledisc")


def advice(text: str, offset: int) -> str:
    """Say what stands at `offset`, where the grammar could not go on, and what to write instead."""
    rest = text[offset:]
    if not rest.strip():
        return "the text ends too early. A text is MATCH (...) [WHERE ...] RETURN ..., each bracket closed."
    word = re.match(r"\w+", rest)
    if word and (instead := _INSTEAD.get(word[0].upper())):
        return f"{word[0].upper()} is not in the portable subset. {instead}"
    if word:
        return f"unexpected {_quoted(word[0])}. {_SUBSET}"
    if rest[0] in "'\"":
        return f"unexpected text in quotes, or a quote that is not closed. {_SUBSET}"
    sign = next((sign for sign in _SIGNS if rest.startswith(sign)), None)
    return f"unexpected {_quoted(sign or rest[0])}. {_SIGNS[sign] if sign else _SUBSET}"


def refuse_function(function: str, arguments: int, *, distinct: bool) -> str | None:
    """Say why a call is refused, or return None where it is one of the subset's."""
    if function in _AGGREGATES:
        return f"{function}() is not in the portable subset. {_FOLDED} COUNT {{ MATCH ... }} counts inside a row."
    if function == "exists":
        return "exists() is not in the portable subset. Write n.property IS NOT NULL, or EXISTS { MATCH ... }."
    if function not in _FUNCTIONS:
        return f"function {_quoted(function)} is not in the portable subset. It has coalesce, abs, toLower and size."
    wanted = _FUNCTIONS[function]
    if distinct or (arguments != wanted if wanted else not arguments):
        return f"{function}() takes {'one value' if wanted else 'one or more values'}."
    return None


def _quoted(word: str) -> str:
    return repr(word[:40])
