"""The tree of a query of the portable subset, and its Cypher text.

The text has only the parentheses that the precedence of Cypher 5 asks for, so that a parser is tested on precedence as
well. A tree made here is never the tree of the code under test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\t": "\\t", "\r": "\\r"})
LOOSEST = 0
# How tightly each operator binds, after the rules expression12 (OR) to expression1 of Neo4j's own grammar.
BINDS = {
    "OR": 1,
    "XOR": 2,
    "AND": 3,
    "NOT": 4,
    "COMPARE": 5,
    "TEST": 6,  # IN, STARTS WITH, ENDS WITH, CONTAINS, IS NULL: one after an operand, no chain
    "+": 7,
    "-": 7,
    "*": 8,
    "/": 8,
    "%": 8,
    "SIGN": 9,
    "ATOM": 10,
}
TESTS = ("IN", "STARTS WITH", "ENDS WITH", "CONTAINS")


@dataclass(frozen=True, slots=True)
class Literal:
    value: bool | int | float | str | None


@dataclass(frozen=True, slots=True)
class ListOf:
    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    name: str


@dataclass(frozen=True, slots=True)
class Property:
    owner: str
    key: str


@dataclass(frozen=True, slots=True)
class Patients:
    """The parameter $patients."""


@dataclass(frozen=True, slots=True)
class Unary:
    """`NOT` or `-`."""

    operator: str
    operand: Expr


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic, AND OR XOR, or one of TESTS."""

    operator: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Comparison:
    """`first op1 second op2 third ...`: each neighbouring pair holds."""

    first: Expr
    rest: tuple[tuple[str, Expr], ...]


@dataclass(frozen=True, slots=True)
class IsNull:
    operand: Expr
    negated: bool


@dataclass(frozen=True, slots=True)
class Case:
    """With a subject the WHENs are values, without one they are conditions."""

    subject: Expr | None
    whens: tuple[tuple[Expr, Expr], ...]
    otherwise: Expr | None


@dataclass(frozen=True, slots=True)
class Call:
    """coalesce, abs, toLower or size."""

    function: str
    arguments: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Exists:
    """`bare`: the one pattern stands without the word MATCH."""

    matches: tuple[Match, ...]
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    matches: tuple[Match, ...]
    bare: bool = False


Expr = (
    Literal
    | ListOf
    | Variable
    | Property
    | Patients
    | Unary
    | Binary
    | Comparison
    | IsNull
    | Case
    | Call
    | Exists
    | Count
)


@dataclass(frozen=True, slots=True)
class NodePattern:
    """`joint` is what stands between labels, `:` or `&`."""

    variable: str | None
    labels: tuple[str, ...] = ()
    properties: tuple[tuple[str, Expr], ...] = ()
    joint: str = ":"


@dataclass(frozen=True, slots=True)
class EdgePattern:
    """`length` is None for one relationship, else (least, most); `written` keeps how the length is spelt.

    A variable of a pattern with a length is the list of its relationships.
    """

    variable: str | None
    types: tuple[str, ...] = ()
    properties: tuple[tuple[str, Expr], ...] = ()
    outgoing: bool = True
    length: tuple[int, int] | None = None
    written: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """One chain: nodes[0] edges[0] nodes[1] ..."""

    path: str | None
    nodes: tuple[NodePattern, ...]
    edges: tuple[EdgePattern, ...]
    where: Expr | None = None


@dataclass(frozen=True, slots=True)
class Query:
    matches: tuple[Match, ...]
    distinct: bool
    returns: tuple[tuple[Expr, str | None], ...]


def name(text: str) -> str:
    return text if PLAIN_NAME.fullmatch(text) else "`" + text.replace("`", "``") + "`"


def value_text(value: object) -> str:
    """A stored or literal value as Cypher writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value.translate(ESCAPES) + "'"
    if isinstance(value, tuple):
        return "[" + ", ".join(value_text(item) for item in value) + "]"
    return repr(value)


def query_text(query: Query) -> str:
    columns = ", ".join(text(e) + (f" AS {name(alias)}" if alias else "") for e, alias in query.returns)
    return "\n".join([*map(match_text, query.matches), f"RETURN {'DISTINCT ' if query.distinct else ''}{columns}"])


def match_text(match: Match) -> str:
    chain = node_text(match.nodes[0])
    for edge, node in zip(match.edges, match.nodes[1:], strict=True):
        chain += edge_text(edge) + node_text(node)
    start = f"{name(match.path)} = " if match.path else ""
    return f"MATCH {start}{chain}" + (f" WHERE {text(match.where)}" if match.where is not None else "")


def node_text(node: NodePattern) -> str:
    labels = ":" + node.joint.join(map(name, node.labels)) if node.labels else ""
    return f"({_inside(node.variable, labels, node.properties)})"


def edge_text(edge: EdgePattern) -> str:
    types = ":" + "|".join(map(name, edge.types)) if edge.types else ""
    inner = _inside(edge.variable, types + edge.written, edge.properties)
    body = f"[{inner}]" if inner else ""
    return f"-{body}->" if edge.outgoing else f"<-{body}-"


def _inside(variable: str | None, kind: str, properties: tuple[tuple[str, Expr], ...]) -> str:
    words = (name(variable) if variable else "") + kind
    return f"{words} {_map(properties)}".strip() if properties else words


def text(expr: Expr, at_least: int = LOOSEST) -> str:
    """`expr` as text, in parentheses where it binds more loosely than its place allows."""
    written, binds = _text(expr)
    return written if binds >= at_least else f"({written})"


def _text(expr: Expr) -> tuple[str, int]:
    match expr:
        case Literal(value):
            signed = isinstance(value, int | float) and not isinstance(value, bool) and repr(value).startswith("-")
            return value_text(value), BINDS["SIGN" if signed else "ATOM"]
        case ListOf(items):
            return "[" + ", ".join(map(text, items)) + "]", BINDS["ATOM"]
        case Variable(variable):
            return name(variable), BINDS["ATOM"]
        case Property(owner, key):
            return f"{name(owner)}.{name(key)}", BINDS["ATOM"]
        case Patients():
            return "$patients", BINDS["ATOM"]
        case Unary("NOT", operand):
            return "NOT " + text(operand, BINDS["NOT"]), BINDS["NOT"]
        case Unary(_, operand):
            return "-" + text(operand, BINDS["ATOM"]), BINDS["SIGN"]
        case Binary(operator, left, right) if operator in TESTS:
            return f"{text(left, BINDS['+'])} {operator} {text(right, BINDS['+'])}", BINDS["TEST"]
        case Binary(operator, left, right):
            return f"{text(left, BINDS[operator])} {operator} {text(right, BINDS[operator] + 1)}", BINDS[operator]
        case Comparison(first, rest):
            words = [text(first, BINDS["TEST"])] + [f"{op} {text(e, BINDS['TEST'])}" for op, e in rest]
            return " ".join(words), BINDS["COMPARE"]
        case IsNull(operand, negated):
            return f"{text(operand, BINDS['+'])} IS {'NOT ' if negated else ''}NULL", BINDS["TEST"]
        case Case(subject, whens, otherwise):
            return _case_text(subject, whens, otherwise), BINDS["ATOM"]
        case Call(function, arguments):
            return f"{function}({', '.join(map(text, arguments))})", BINDS["ATOM"]
        case Exists(matches, bare) | Count(matches, bare):
            inner = " ".join(map(match_text, matches)).removeprefix("MATCH " if bare else "")
            return f"{type(expr).__name__.upper()} {{ {inner} }}", BINDS["ATOM"]


def _case_text(subject: Expr | None, whens: tuple[tuple[Expr, Expr], ...], otherwise: Expr | None) -> str:
    words = ["CASE"] + ([text(subject)] if subject is not None else [])
    for condition, result in whens:
        words += ["WHEN", text(condition), "THEN", text(result)]
    return " ".join(words + (["ELSE", text(otherwise)] if otherwise is not None else []) + ["END"])


def _map(properties: tuple[tuple[str, Expr], ...]) -> str:
    return "{" + ", ".join(f"{name(key)}: {text(e)}" for key, e in properties) + "}"
