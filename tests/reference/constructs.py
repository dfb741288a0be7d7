"""Which constructs of the grammar a query uses: what the random queries have to cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from tests.reference.query import (
    PLAIN_NAME,
    Binary,
    Call,
    Case,
    Comparison,
    Count,
    EdgePattern,
    Exists,
    Expr,
    IsNull,
    ListOf,
    Literal,
    Match,
    NodePattern,
    Patients,
    Property,
    Query,
    Unary,
    Variable,
    query_text,
)

ALL = (
    *("1 MATCH", "2 MATCH", "3 MATCH", "chain of 0", "chain of 1", "chain of 2", "chain of 3", "path name"),
    *("node without name", "node met again in its clause", "node of an earlier clause", "cycle in one clause"),
    *("no label", ":A", ":A:B", ":A&B", "label that is nowhere", "node {map}", "map with an expression", "`name`"),
    *("-->", "<--", "untyped", ":R", ":R|S", "relationship without name", "relationship of an earlier clause"),
    *("relationship {map}", "*n", "*..n", "*m..n", "*0..n", "*m..n {map}", "*m..n with name", "*n..m, empty"),
    *("WHERE", "AND", "OR", "XOR", "NOT", "=", "<>", "<", "<=", ">", ">=", "a < b < c", "IS NULL", "IS NOT NULL"),
    *("IN [..]", "IN [.., null]", "IN property", "IN $patients", "STARTS WITH", "ENDS WITH", "CONTAINS"),
    *("+", "-", "*", "/", "%", "unary -", "CASE WHEN", "CASE x WHEN", "CASE without ELSE"),
    *("coalesce", "abs", "toLower", "size", "integer", "float", "text", "true or false", "null", "list", "n.x", "r.x"),
    *("n = m or r = s", "EXISTS", "NOT EXISTS", "COUNT", "EXISTS or COUNT without MATCH", "2 MATCH inside"),
    *("WHERE inside", "inside, of 2 outer names", "inside 2 deep", "RETURN", "RETURN DISTINCT", "AS", "returns a node"),
    *("returns a relationship", "returns relationships", "returns a path", "returns a value", "size of relationships"),
)


def constructs(query: Query) -> Counter[str]:
    """How often each of ALL occurs in the query."""
    kinds: dict[str, str] = {}
    found = Counter([f"{len(query.matches)} MATCH", "RETURN DISTINCT" if query.distinct else "RETURN"])
    found.update("`name`" for _ in range(query_text(query).count("`") // 2))
    found.update(_clauses(query.matches, kinds, 0))
    for item, alias in query.returns:
        found.update(_inside(item, kinds, 0))
        shown = {"n": "a node", "r": "a relationship", "rs": "relationships", "p": "a path"}
        found[f"returns {shown[kinds[item.name]] if isinstance(item, Variable) else 'a value'}"] += 1
        found["AS"] += alias is not None
    return found


def _clauses(matches: tuple[Match, ...], kinds: dict[str, str], depth: int) -> Iterator[str]:
    for match in matches:
        yield f"chain of {len(match.edges)}"
        earlier = dict(kinds)
        names = [node.variable for node in match.nodes if node.variable]
        yield from ("node met again in its clause" for n in set(names) if names.count(n) > 1)
        yield from ("cycle in one clause" for _ in match.edges[:1] if names and names[0] in names[1:])
        kinds |= dict.fromkeys(names, "n")
        kinds |= {e.variable: "rs" if e.length else "r" for e in match.edges if e.variable}
        if match.path:
            yield "path name"
            kinds[match.path] = "p"
        for node in match.nodes:
            yield from _node(node, earlier)
        for edge in match.edges:
            yield from _edge(edge, earlier)
        for part in (*match.nodes, *match.edges):
            for _, value in part.properties:
                if not isinstance(value, Literal | ListOf):
                    yield "map with an expression"
                yield from _inside(value, kinds, depth)
        if match.where is not None:
            yield "WHERE inside" if depth else "WHERE"
            yield from _inside(match.where, kinds, depth)


def _node(node: NodePattern, earlier: dict[str, str]) -> Iterator[str]:
    if node.variable is None:
        yield "node without name"
    elif node.variable in earlier:
        yield "node of an earlier clause"
    labels = node.labels
    yield "no label" if not labels else ":A" if len(labels) == 1 else f":A{node.joint}B"
    if "Nowhere" in labels:
        yield "label that is nowhere"
    if node.properties:
        yield "node {map}"


def _edge(edge: EdgePattern, earlier: dict[str, str]) -> Iterator[str]:
    yield "-->" if edge.outgoing else "<--"
    yield ("untyped", ":R", ":R|S")[min(len(edge.types), 2)]
    if edge.length is None:
        if edge.variable is None:
            yield "relationship without name"
        elif edge.variable in earlier:
            yield "relationship of an earlier clause"
        if edge.properties:
            yield "relationship {map}"
        return
    least, most = edge.length
    if ".." not in edge.written:
        yield "*n"
    elif edge.written.startswith("*.."):
        yield "*..n"
    else:
        yield "*m..n"
    if least == 0:
        yield "*0..n"
    if least > most:
        yield "*n..m, empty"
    if edge.properties:
        yield "*m..n {map}"
    if edge.variable:
        yield "*m..n with name"


def _inside(expr: Expr, kinds: dict[str, str], depth: int) -> Iterator[str]:
    yield from _named(expr, kinds, depth)
    for part in _parts(expr):
        yield from _inside(part, kinds, depth)


def _named(expr: Expr, kinds: dict[str, str], depth: int) -> Iterator[str]:
    match expr:
        case Literal(value):
            names = {bool: "true or false", int: "integer", float: "float", str: "text", type(None): "null"}
            yield names[type(value)]
        case ListOf():
            yield "list"
        case Property(owner, _):
            yield f"{kinds[owner]}.x"
        case Unary("NOT", Exists()):
            yield "NOT EXISTS"
            yield "NOT"
        case Unary(operator, _):
            yield "NOT" if operator == "NOT" else "unary -"
        case Binary("IN", _, right):
            if isinstance(right, ListOf):
                yield "IN [.., null]" if Literal(None) in right.items else "IN [..]"
            elif isinstance(right, Property | Patients):
                yield "IN property" if isinstance(right, Property) else "IN $patients"
        case Binary(operator, _, _):
            yield operator
        case Comparison(first, rest):
            yield from (operator for operator, _ in rest)
            yield from ("a < b < c" for _ in rest[1:2])
            if isinstance(first, Variable):
                yield "n = m or r = s"
        case IsNull(_, negated):
            yield "IS NOT NULL" if negated else "IS NULL"
        case Case(subject, _, otherwise):
            yield "CASE WHEN" if subject is None else "CASE x WHEN"
            yield from ("CASE without ELSE" for _ in (1,) if otherwise is None)
        case Call(function, arguments):
            yield function
            if function == "size" and isinstance(arguments[0], Variable):
                yield "size of relationships"
        case Exists(matches, bare) | Count(matches, bare):
            yield type(expr).__name__.upper()
            yield from _subquery(matches, bare, kinds, depth)
        case _:
            return


def _subquery(matches: tuple[Match, ...], bare: bool, kinds: dict[str, str], depth: int) -> Iterator[str]:
    if bare:
        yield "EXISTS or COUNT without MATCH"
    if len(matches) > 1:
        yield "2 MATCH inside"
    if depth:
        yield "inside 2 deep"
    used = {name for match in matches for name in _names(match)}
    if len(used & set(kinds)) > 1:
        yield "inside, of 2 outer names"
    yield from _clauses(matches, dict(kinds), depth + 1)


def _names(part: object) -> Iterator[str]:
    """Every name in a part of a tree; more than the variables, but property names are none of theirs."""
    if isinstance(part, str):
        if PLAIN_NAME.fullmatch(part):
            yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _names(item)
    elif hasattr(part, "__dataclass_fields__"):
        for each in fields(part):  # type: ignore[arg-type]
            if each.name not in ("key", "value", "labels", "types"):
                yield from _names(getattr(part, each.name))


def _parts(expr: Expr) -> tuple[Expr, ...]:
    match expr:
        case ListOf(items) | Call(_, items):
            return items
        case Unary(_, operand) | IsNull(operand, _):
            return (operand,)
        case Binary(_, left, right):
            return left, right
        case Comparison(first, rest):
            return (first, *(e for _, e in rest))
        case Case(subject, whens, otherwise):
            ends = tuple(e for e in (subject, otherwise) if e is not None)
            return (*ends, *(e for when in whens for e in when))
        case _:
            return ()
