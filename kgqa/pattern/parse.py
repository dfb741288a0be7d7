"""Text -> tree. The grammar stands in cypher.lark; what it refuses is refused here with place and remedy."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark, Token, Transformer, Tree, UnexpectedInput, v_args
from lark.exceptions import VisitError
from lark.tree import Meta

from kgqa.errors import PatternError
from kgqa.pattern import tree
from kgqa.pattern.refuse import advice, refuse_function
from kgqa.pattern.scope import check_names
from kgqa.pattern.tree import Expression, Match, Place, Query

BIGGEST = 2**63 - 1
_ESCAPES = {"n": "\n", "t": "\t", "b": "\b", "f": "\f", "r": "\r", "\\": "\\", "'": "'", '"': '"', "`": "`"}
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)


def parse(text: str, name: str) -> Query:
    """Read one text of the portable subset; raise PatternError with `name`, line and column of what it refuses."""
    matches, distinct, returns = _read(text, name, "query")
    query = Query(name, text, matches, distinct, returns)
    check_names(query)
    return query


def parse_graph(text: str, name: str) -> tuple[Match, ...]:
    """Read CREATE statements as the chains they create, in written order."""
    chains: tuple[Match, ...] = _read(text, name, "graph")
    return chains


@cache
def _grammar() -> Lark:
    text = Path(__file__).with_name("cypher.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer="contextual", start=["query", "graph"], propagate_positions=True)


def _read(text: str, name: str, start: str) -> Any:
    try:
        return _Builder(text, name).transform(_grammar().parse(text, start=start))
    except VisitError as error:
        raise error.orig_exc from None
    except UnexpectedInput as error:
        offset = error.pos_in_stream if error.pos_in_stream is not None and error.pos_in_stream >= 0 else len(text)
        if isinstance(getattr(error, "token", None), Token) and error.token.type == "$END":  # type: ignore[attr-defined]
            offset = len(text)
        line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
        raise PatternError(f"{name}:{line}:{column}: {advice(text, offset)}") from None


def _name(token: Token) -> str:
    return token[1:-1].replace("``", "`") if token.startswith("`") else str(token)


def _unescape(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPES.get(code, "\\" + code)


@v_args(meta=True, inline=True)
class _Builder(Transformer[Token, Any]):
    """Makes the tree bottom up; one method a rule of the grammar."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self.source, self.name = text, name

    def place(self, meta: Meta) -> Place:
        return Place(getattr(meta, "line", 1), getattr(meta, "column", 1))

    def refuse(self, meta: Meta, message: str) -> PatternError:
        place = self.place(meta)
        return PatternError(f"{self.name}:{place.line}:{place.column}: {message}")

    # Statements

    def query(self, _: Meta, *parts: Any) -> tuple[tuple[Match, ...], bool, tuple[tree.Return, ...]]:
        return parts[:-1], *parts[-1]

    def graph(self, _: Meta, *parts: Any) -> tuple[Match, ...]:
        return tuple(chain for part in parts for chain in part)

    def create(self, meta: Meta, *chains: Any) -> list[Match]:
        return [Match(None, nodes, edges, None, self.place(meta)) for nodes, edges in chains]

    def match(self, meta: Meta, path: Token | None, *parts: Any) -> Match:
        *chains, where = parts
        if len(chains) > 1:
            raise self.refuse(meta, "several chains in one MATCH. Write each with a MATCH of its own.")
        ((nodes, edges),) = chains
        return Match(_name(path) if path else None, nodes, edges, where, self.place(meta))

    def return_(self, _: Meta, distinct: Token | None, *items: tree.Return) -> tuple[bool, tuple[tree.Return, ...]]:
        return distinct is not None, items

    def item(self, meta: Meta, expression: Expression, alias: Token | None) -> tree.Return:
        text = self.source[meta.start_pos : meta.end_pos]
        return tree.Return(expression, _name(alias) if alias else text, self.place(meta))

    # Patterns

    def chain(self, _: Meta, *parts: Any) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        return parts[::2], parts[1::2]

    def node(self, meta: Meta, name: Token | None, labels: Any, properties: Any) -> tree.NodePattern:
        return tree.NodePattern(_name(name) if name else None, labels or (), properties or (), self.place(meta))

    def labels(self, meta: Meta, *parts: Token) -> tuple[str, ...]:
        if len({part.type for part in parts[1::2]}) > 1:
            raise self.refuse(meta, "labels are joined by : and by &. Use one of them.")
        return tuple(dict.fromkeys(_name(part) for part in parts[::2]))

    def edge(self, meta: Meta, *parts: Any) -> tree.EdgePattern:
        backward, forward = (isinstance(part, Token) and part.type != "MINUS" for part in (parts[0], parts[-1]))
        if backward == forward:
            raise self.refuse(meta, "a relationship without one direction. Write --> or <--.")
        detail = next((part for part in parts if isinstance(part, tuple)), (None, (), None, ()))
        name, types, hops, properties = detail
        return tree.EdgePattern(name, types, properties, forward, hops, self.place(meta))

    def detail(self, _: Meta, name: Token | None, types: Any, star: Any, properties: Any) -> tuple[Any, ...]:
        return _name(name) if name else None, types or (), star, properties or ()

    def types(self, _: Meta, *names: Token) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_name(name) for name in names))

    def star(self, meta: Meta, low: Token | None, high: tuple[int | None] | None) -> tuple[int, int]:
        first = int(low.replace("_", ""), 0) if low else None
        last = first if high is None else high[0]
        if last is None:
            least = 1 if first is None else first
            raise self.refuse(
                meta, f"an unbounded number of relationships. Write both bounds, as *{least}..{least + 3}."
            )
        return (1 if first is None else first), last

    def range(self, _: Meta, high: Token | None) -> tuple[int | None]:
        return (int(high.replace("_", ""), 0) if high else None,)

    def map(self, meta: Meta, *entries: Any) -> tuple[tuple[str, Expression], ...]:
        found = tuple(entry for entry in entries if entry is not None)
        if len(dict(found)) < len(found):
            raise self.refuse(meta, "a property is given twice in one map. Write it once.")
        return found

    def entry(self, _: Meta, key: Token, value: Expression) -> tuple[str, Expression]:
        return _name(key), value

    # Expressions

    def binary(self, meta: Meta, left: Expression, operator: Token, right: Expression) -> tree.Binary:
        word = operator.upper()
        written: Any = f"{word} WITH" if word in ("STARTS", "ENDS") else word
        return tree.Binary(written, left, right, self.place(meta))

    def negation(self, meta: Meta, operand: Expression) -> tree.Not:
        return tree.Not(operand, self.place(meta))

    def comparison(self, meta: Meta, *parts: Any) -> tree.Comparison:
        return tree.Comparison(parts[::2], parts[1::2], self.place(meta))

    def comparator(self, _: Meta, token: Token) -> str:
        return str(token)

    def is_null(self, meta: Meta, operand: Expression, negated: Token | None) -> tree.IsNull:
        return tree.IsNull(operand, negated is not None, self.place(meta))

    def minus(self, meta: Meta, _: Token, operand: Expression) -> Expression:
        # The smallest integer has no positive twin, so the sign belongs to the literal.
        if isinstance(operand, tree.Literal) and type(operand.value) is int and operand.value > BIGGEST:
            return tree.Literal(-operand.value, self.place(meta))
        return tree.Minus(operand, self.place(meta))

    def plus(self, meta: Meta, _: Token, operand: Expression) -> Expression:
        return tree.Minus(tree.Minus(operand, self.place(meta)), self.place(meta))

    def integer(self, meta: Meta, token: Token) -> tree.Literal:
        if re.fullmatch(r"0\d+", token):
            raise self.refuse(meta, f"a number that starts with 0. Write 0o{token[1:]} for octal, or drop the zero.")
        value = int(token.replace("_", ""), 0)
        before = self.source[: meta.start_pos].rstrip()
        if value > BIGGEST + before.endswith("-"):
            raise self.refuse(meta, "an integer beyond 64 bits. Write it as a float.")
        return tree.Literal(value, self.place(meta))

    def number(self, meta: Meta, token: Token) -> tree.Literal:
        return tree.Literal(float(token.replace("_", "")), self.place(meta))

    def text(self, meta: Meta, token: Token) -> tree.Literal:
        return tree.Literal(_ESCAPE.sub(_unescape, token[1:-1]), self.place(meta))

    def true(self, meta: Meta) -> tree.Literal:
        return tree.Literal(True, self.place(meta))

    def false(self, meta: Meta) -> tree.Literal:
        return tree.Literal(False, self.place(meta))

    def null(self, meta: Meta) -> tree.Literal:
        return tree.Literal(None, self.place(meta))

    def parameter(self, meta: Meta, name: Token) -> tree.Patients:
        if _name(name) != "patients":
            raise self.refuse(meta, f"parameter ${name}. The only one is $patients; write the value itself.")
        return tree.Patients(self.place(meta))

    def variable(self, meta: Meta, name: Token) -> tree.Variable:
        return tree.Variable(_name(name), self.place(meta))

    def property(self, meta: Meta, variable: Token, key: Token) -> tree.Property:
        return tree.Property(_name(variable), _name(key), self.place(meta))

    def call(self, meta: Meta, name: Token, distinct: Token | None, arguments: Any) -> tree.Call:
        function: Any = name.lower()
        given = arguments or ()
        if message := refuse_function(function, len(given), distinct=distinct is not None):
            raise self.refuse(meta, message)
        return tree.Call(function, given, self.place(meta))

    def call_star(self, meta: Meta, name: Token, _: Token) -> tree.Call:
        raise self.refuse(meta, refuse_function(name.lower(), 1, distinct=True) or "")

    def arguments(self, _: Meta, *items: Expression) -> tuple[Expression, ...]:
        return items

    def list_of(self, meta: Meta, *items: Expression | None) -> tree.ListOf:
        return tree.ListOf(tuple(item for item in items if item is not None), self.place(meta))

    def case(self, meta: Meta, subject: Expression | None, *parts: Any) -> tree.Case:
        *branches, default = parts
        return tree.Case(subject, tuple(branches), default, self.place(meta))

    def branch(self, _: Meta, when: Expression, then: Expression) -> tuple[Expression, Expression]:
        return when, then

    def subquery(self, meta: Meta, kind: Token, *matches: Match) -> tree.Subquery:
        word: Any = kind.upper()
        return tree.Subquery(word, matches, self.place(meta))

    def __default__(self, data: str, _children: list[Any], _meta: Meta) -> Tree[Token]:
        # else a rule of the grammar without a method here would go through as an unread tree
        raise AssertionError(f"the grammar has a rule {data!r} that nothing reads")
