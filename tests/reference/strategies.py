"""Random graphs and random queries of the whole portable subset, for hypothesis.

A query is grown along a graph: every variable keeps a witness (a node or an edge of the graph it could stand for), chains
follow edges that are there, and conditions that are false of the witness are mostly turned round, so that answers are
often not empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.reference.evaluate import Binding, Evaluator, TooManyRowsError
from tests.reference.graph import EdgeRow, Graph, NodeRow, Properties
from tests.reference.query import (
    TESTS,
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
    text,
)
from tests.reference.values import EdgeValue, NodeValue, PathValue

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]
BIG = (2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63))
INTS = (0, 1, 2, 3, -1, -7, 10, 48)
FLOATS = (0.0, 0.5, 1.0, 1.5, -2.0, -2.5, 3.0, 1e10, 1e-5, 12345678.9)
TEXTS = (
    "",
    "a",
    "b",
    "ab",
    "abc",
    "B",
    "1",
    "é",
    "İ",
    "ΑΣ",
    "ẞ",
    "😀",
    "a😀b",
    "\uffff",
    "it's",
    "\\",
    '"',
    "%",
    "a_c",
    "x\ny",
    "$1",
)
TEST_WORDS = ("a", "", "b", "😀", "%", "_", "ab")
ORDERS = ("=", "<>", "<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class Words:
    """The names of one graph; `keys` maps a property's name to the kind of value it usually has."""

    labels: tuple[str, ...]
    types: tuple[str, ...]
    keys: dict[str, str]


PLAIN = Words(
    ("A", "B", "Patient"),
    ("R", "S", "T"),
    {"x": "int", "y": "number", "t": "text", "f": "bool", "l": "ints", "w": "texts", "m": "mixed", "b": "big"},
)
# Names that meet a word of SQL, or each other in a language that takes upper and lower case for the same.
CLASHING = Words(
    ("Order Item", "order", "Group"),
    ("select", "SELECT", "T"),
    {
        "x": "int",
        "X": "number",
        "größe": "text",
        "key": "bool",
        "l": "ints",
        "w": "texts",
        "Source": "mixed",
        "source": "int",
    },
)
KINDS: dict[str, Sequence[Any]] = {
    "int": INTS,
    "big": INTS + BIG,
    "float": FLOATS,
    "number": INTS + FLOATS,
    "text": TEXTS,
    "bool": (True, False),
    "ints": ((), (1,), (1, 2), (2, 1), (0, -1, 3)),
    "texts": ((), ("a",), ("a", "b"), ("",), ("😀", "ab")),
    "mixed": (*INTS[:4], *FLOATS[:4], *TEXTS[:5], True, False),
}


@cache
def _integers(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


@dataclass
class Dice:
    """Choices out of hypothesis; whatever comes first in a choice is what a failing case shrinks to."""

    draw: Draw

    def between(self, least: int, most: int) -> int:
        return self.draw(_integers(least, most))

    def one(self, items: Sequence[T]) -> T:
        return items[self.between(0, len(items) - 1)]

    def chance(self, percent: int) -> bool:
        return self.between(0, 99) >= 100 - percent

    def some(self, items: Sequence[T], percent: int) -> tuple[T, ...]:
        return tuple(item for item in items if self.chance(percent))


@dataclass(frozen=True)
class World:
    """A graph with the names it was made from."""

    graph: Graph
    words: Words

    def ids(self) -> list[int]:
        return [v for n in self.graph.nodes for k, v in n.properties if k == "id" and isinstance(v, int)]


@st.composite
def worlds(draw: Draw, *, mixed: bool = True, parallel: bool = True) -> World:
    """`mixed` allows values of several kinds under one name, and names that differ in case only, in one graph.

    `parallel` allows several edges of one type between two nodes.
    """
    dice = Dice(draw)
    words = CLASHING if dice.chance(15) else PLAIN
    kinds = {key: kind for key, kind in words.keys.items() if dice.chance(60)}
    if not mixed:
        kinds = {key: kind for key, kind in kinds.items() if key.islower() or key.lower() not in kinds}
        kinds = {key: {"mixed": "text", "number": "float"}.get(kind, kind) for key, kind in kinds.items()}
    with_ids = dice.chance(50)
    nodes = []
    for i in range(dice.between(1, 6)):
        labels = dice.some(words.labels, 45)
        properties = _properties(dice, kinds)
        nodes.append(
            NodeRow(labels[::-1] if dice.chance(30) else labels, ((("id", 10 + i),) if with_ids else ()) + properties)
        )
    edges: list[EdgeRow] = []
    on_edges = {key: kind for key, kind in kinds.items() if dice.chance(40)}
    for _ in range(dice.between(0, 10)):
        source, target = dice.between(0, len(nodes) - 1), dice.between(0, len(nodes) - 1)
        type_ = dice.one(words.types)
        if not parallel and any((e.source, e.type, e.target) == (source, type_, target) for e in edges):
            continue
        edges.append(EdgeRow(source, type_, target, _properties(dice, on_edges)))
    return World(Graph(tuple(nodes), tuple(edges)), words)


def _properties(dice: Dice, kinds: dict[str, str]) -> Properties:
    """Of two names that differ in case only, one: tables cannot hold both beside each other."""
    found = {}
    for key, kind in kinds.items():
        if dice.chance(70) and key.lower() not in (other.lower() for other in found):
            found[key] = dice.one(KINDS[kind])
    return tuple(found.items())


@st.composite
def queries(draw: Draw, world: World, patients: tuple[int, ...] = ()) -> Query:
    return Author(Dice(draw), world, Evaluator(world.graph.network(), patients)).query()


@dataclass
class Author:
    """Writes one query; `row` holds the witnesses of the variables in scope, `edges` what the clause has walked."""

    dice: Dice
    world: World
    evaluator: Evaluator
    row: Binding = field(default_factory=dict)
    named: int = 0
    depth: int = 0
    joint: str = ":"  # a text joins all its labels in one way

    def query(self) -> Query:
        self.joint = "&" if self.dice.chance(5) else ":"
        matches = tuple(self.match() for _ in range(1 + self.dice.one((0, 0, 1, 1, 2))))
        returns: list[tuple[Expr, str | None]] = []
        for i in range(self.dice.between(1, 4)):
            item = self.returned()
            bare = text(item) not in [text(e) for e, _ in returns] and self.dice.chance(30)
            alias = None if bare else self.dice.one((f"c{i}", f"c{i}", f"order{i}", f"C{i}"))
            returns.append((item, alias))
        return Query(matches, self.dice.chance(35), tuple(returns))

    # Chains

    def new_variable(self, prefix: str) -> str:
        self.named += 1
        clashing = self.world.words is CLASHING
        return (
            f"{prefix}{self.named}"
            if not clashing
            else f"{prefix.upper() if self.named % 2 else prefix}{(self.named + 1) // 2}"
        )

    def bound(self, kind: type) -> list[str]:
        return [v for v, value in self.row.items() if isinstance(value, kind)]

    def match(self) -> Match:
        dice, graph = self.dice, self.world.graph
        bound = self.bound(NodeValue)
        start = dice.one(bound) if bound and dice.chance(70) else None
        at = self.row[start].node if start else dice.between(0, len(graph.nodes) - 1)
        nodes, edges = [self.node(at, start)], []
        used: list[int] = []
        for _ in range(dice.one((0, 1, 1, 1, 2, 2, 3))):
            outgoing = not dice.chance(40)
            if not self.fitting(at, used, outgoing=outgoing) and not dice.chance(15):
                outgoing = not outgoing
                if not self.fitting(at, used, outgoing=outgoing):
                    break
            edge, keys, at = self.edge(at, used, outgoing=outgoing)
            used += keys
            edges.append(edge)
            nodes.append(self.node(at, None))
        path = None
        if dice.chance(35):
            path = self.new_variable("p")
        match = Match(path, tuple(nodes), tuple(edges))
        if path:
            self.row[path] = PathValue((), ())
        if dice.chance(60 if self.depth == 0 else 45):
            match = replace(match, where=self.condition())
        return match

    def node(self, at: int, variable: str | None) -> NodePattern:
        """A pattern that node `at` mostly fits; the first one of its witnesses in scope may be met again."""
        dice, row = self.dice, self.world.graph.nodes[at]
        if variable is None:
            same = [v for v in self.bound(NodeValue) if self.row[v].node == at]
            if same and dice.chance(40):
                variable = dice.one(same)
            elif dice.chance(85):
                variable = self.new_variable("n")
        labels = dice.some(row.labels, 50)
        if dice.chance(3):
            labels = (dice.one((*self.world.words.labels, "Nowhere")),)
        properties = self.map(row.properties)
        if variable:
            self.row[variable] = NodeValue(at)
        return NodePattern(variable, labels, properties, self.joint)

    def fitting(self, at: int, used: list[int], *, outgoing: bool) -> list[int]:
        """The unused edges at node `at` in one direction."""
        edges = enumerate(self.world.graph.edges)
        return [i for i, e in edges if i not in used and (e.source if outgoing else e.target) == at]

    def edge(self, at: int, used: list[int], *, outgoing: bool) -> tuple[EdgePattern, list[int], int]:
        """A step from node `at` with the edges and the node it is meant to find."""
        dice, graph = self.dice, self.world.graph
        keys: list[int] = []
        end = at
        several = dice.chance(22)
        for _ in range(dice.between(0, 3) if several else 1):
            fits = self.fitting(end, used + keys, outgoing=outgoing)
            if not fits:
                break
            key = dice.one(fits)
            keys.append(key)
            end = graph.edges[key].target if outgoing else graph.edges[key].source
        found = {graph.edges[k].type for k in keys}
        types = tuple(t for t in self.world.words.types if (t in found and dice.chance(70)) or dice.chance(12))
        if found and types and not found <= set(types):
            types = tuple(t for t in self.world.words.types if t in found or t in types)
        if dice.chance(3):
            types = (*types, "NOWHERE")
        if several:
            return self.repeated(types, keys, outgoing=outgoing), keys, end
        properties = self.map(graph.edges[keys[0]].properties) if keys else ()
        variable = None
        again = [v for v in self.bound(EdgeValue) if keys and self.row[v].edge == keys[0]]
        if again and dice.chance(60):
            variable = dice.one(again)
        elif dice.chance(35):
            variable = self.new_variable("r")
        if variable:
            # Without an edge there is no witness: any edge will do, if the graph has one.
            self.row[variable] = EdgeValue(keys[0] if keys else 0)
        return EdgePattern(variable, types, properties, outgoing), keys, end

    def repeated(self, types: tuple[str, ...], keys: list[int], *, outgoing: bool) -> EdgePattern:
        dice = self.dice
        least = max(0, len(keys) - dice.one((0, 0, 1, 2)))
        most = len(keys) + dice.one((0, 1, 0))
        if dice.chance(4):
            least, most = most + 1, least
        spellings = [f"*{least}..{most}"]
        if least == most:
            spellings.insert(0, f"*{least}")
        if least == 1:
            spellings.insert(0, f"*..{most}")
        properties = self.map(self.world.graph.edges[keys[0]].properties) if keys and dice.chance(40) else ()
        variable = None
        if dice.chance(25):
            variable = self.new_variable("r")
            self.row[variable] = tuple(map(EdgeValue, keys))
        return EdgePattern(variable, types, properties, outgoing, (least, most), dice.one(spellings))

    def map(self, stored: Properties) -> tuple[tuple[str, Expr], ...]:
        """A property map, mostly of what is stored."""
        dice = self.dice
        if not dice.chance(20):
            return ()
        chosen = [(key, _literal(v)) for key, v in dice.some(stored, 35)]
        if dice.chance(8):
            key = dice.one(tuple(self.world.words.keys))
            chosen = [(k, e) for k, e in chosen if k != key] + [(key, self.anything(1))]
        return tuple(chosen)

    # Conditions

    def condition(self) -> Expr:
        """A condition that mostly holds for the witnesses."""
        condition = self.truth(self.dice.one((1, 2, 2, 3)))
        try:
            holds = self.evaluator.value(condition, self.row)
        except TooManyRowsError:
            return condition
        if holds is False and self.dice.chance(90):
            return Unary("NOT", condition)
        if holds is None and self.dice.chance(80):
            return IsNull(condition, negated=False)
        return condition

    def truth(self, depth: int) -> Expr:
        dice = self.dice
        forms = [self.comparison, self.comparison, self.comparison, self.null_test, self.membership, self.text_test]
        forms += [self.flag, self.same_node]
        if depth > 0:
            forms += [self.logic, self.logic, self.logic, self.negation, self.truth_case]
            forms += [self.exists, self.exists] if self.depth < 2 else []
        return dice.one(forms)(depth - 1)

    def comparison(self, depth: int) -> Expr:
        dice = self.dice
        side = dice.one((self.number, self.number, self.string, self.anything))
        rest = [(dice.one(ORDERS), side(depth))]
        if dice.chance(15):
            rest.append((dice.one(ORDERS), side(depth)))
        return Comparison(side(depth), tuple(rest))

    def null_test(self, depth: int) -> Expr:
        return IsNull(self.anything(depth), self.dice.chance(50))

    def membership(self, depth: int) -> Expr:
        side = self.dice.one((self.number, self.string, self.anything))
        items = Patients() if self.dice.chance(12) else self.items(depth)
        return Binary("IN", side(depth), items)

    def text_test(self, depth: int) -> Expr:
        dice = self.dice
        left = self.anything(depth) if dice.chance(10) else self.string(depth)
        right = Literal(dice.one(TEST_WORDS)) if dice.chance(60) else self.string(depth)
        return Binary(dice.one(TESTS[1:]), left, right)

    def flag(self, _: int) -> Expr:
        return self.property_of(("bool",)) or Literal(self.dice.one((True, False, None)))

    def same_node(self, _: int) -> Expr:
        """Nodes and relationships compare by identity."""
        dice = self.dice
        for kind in dice.one(((NodeValue, EdgeValue), (EdgeValue, NodeValue))):
            if len(found := self.bound(kind)) > 1:
                return Comparison(Variable(dice.one(found)), ((dice.one(ORDERS[:2]), Variable(dice.one(found))),))
        return Literal(True)

    def logic(self, depth: int) -> Expr:
        return Binary(self.dice.one(("AND", "OR", "XOR")), self.truth(depth), self.truth(depth))

    def negation(self, depth: int) -> Expr:
        return Unary("NOT", self.truth(depth))

    def truth_case(self, depth: int) -> Expr:
        return self.case(depth, self.truth)

    def exists(self, depth: int) -> Expr:
        found = Exists(*self.subquery())
        return Unary("NOT", found) if self.dice.chance(40) else found

    def subquery(self) -> tuple[tuple[Match, ...], bool]:
        inner = replace(self, row=dict(self.row), depth=self.depth + 1)
        matches = tuple(inner.match() for _ in range(self.dice.one((1, 1, 1, 2))))
        self.named = inner.named
        return matches, len(matches) == 1 and self.dice.chance(15)

    # Values

    def returned(self) -> Expr:
        dice = self.dice
        entities = [Variable(v) for v in self.row]
        if entities and dice.chance(45):
            return dice.one(entities)
        return dice.one((self.anything, self.anything, self.truth, self.number, self.string, self.items))(2)

    def anything(self, depth: int) -> Expr:
        dice = self.dice
        found = self.property_of(tuple(KINDS))
        if found and dice.chance(60):
            return found
        return dice.one((self.number, self.string, self.flag, self.items, lambda _: Literal(None)))(depth)

    def property_of(self, kinds: tuple[str, ...]) -> Property | None:
        keys = [key for key, kind in self.world.words.keys.items() if kind in kinds]
        if "int" in kinds and self.world.ids():
            keys.append("id")
        owners = [*self.bound(NodeValue), *(self.bound(EdgeValue) if self.world.graph.edges else [])]
        if not keys or not owners:
            return None
        owner = self.dice.one(owners)
        has = [key for key in self.evaluator.stored(self.row[owner]) if key in keys]
        return Property(owner, self.dice.one(has if has and self.dice.chance(85) else keys))

    def number(self, depth: int) -> Expr:
        dice = self.dice
        stored = ("int", "int", "number", "number", "big") if not dice.chance(5) else ("mixed",)
        if depth <= 0 or dice.chance(35):
            found = self.property_of((dice.one(stored),)) if dice.chance(75) else None
            return found or Literal(dice.one(INTS if dice.chance(70) else FLOATS))
        form = dice.one(("arithmetic", "arithmetic", "arithmetic", "abs", "minus", "size", "coalesce", "case", "count"))
        if self.bound(tuple) and dice.chance(20):
            form = "size"
        match form:
            case "arithmetic":
                operator = dice.one(("+", "-", "*", "/", "%"))
                left = self.number(depth - 1)
                right = Literal(0) if operator in "/%" and dice.chance(8) else self.number(depth - 1)
                # Neo4j folds 1.0 / 0 to infinity, but n.x / 0 fails even where n.x is 1.0.
                folded = operator == "/" and _constant(left) and _constant(right)
                return Binary("*" if folded else operator, left, right)
            case "abs":
                return Call("abs", (self.number(depth - 1),))
            case "minus":
                return Unary("-", self.number(depth - 1))
            case "size" if self.bound(tuple):
                return Call("size", (Variable(dice.one(self.bound(tuple))),))
            case "size":
                return Call("size", (dice.one((self.string, self.items))(depth - 1),))
            case "coalesce":
                return self.coalesce(self.number, depth)
            case "count" if self.depth < 2:
                return Count(*self.subquery())
            case _:
                return self.case(depth - 1, self.number)

    def string(self, depth: int) -> Expr:
        dice = self.dice
        if depth <= 0 or dice.chance(45):
            found = self.property_of(("text",)) if dice.chance(75) else None
            return found or Literal(dice.one(TEXTS))
        form = dice.one(("toLower", "join", "coalesce", "case"))
        match form:
            case "toLower":
                return Call("toLower", (self.string(depth - 1),))
            case "join":
                other = self.string if dice.chance(75) else self.number
                return Binary("+", self.string(depth - 1), other(depth - 1))
            case "coalesce":
                return self.coalesce(self.string, depth)
            case _:
                return self.case(depth - 1, self.string)

    def items(self, depth: int) -> Expr:
        """A list."""
        dice = self.dice
        found = self.property_of(("ints", "texts"))
        if found and dice.chance(40):
            return found
        if dice.chance(25):
            return Patients()
        side = dice.one((self.number, self.string))
        items = [self.anything(0) if dice.chance(12) else side(depth - 1) for _ in range(dice.between(0, 3))]
        return ListOf(tuple(items + ([Literal(None)] if dice.chance(25) else [])))

    def coalesce(self, side: Callable[[int], Expr], depth: int) -> Expr:
        return Call("coalesce", tuple(side(depth - 1) for _ in range(self.dice.between(1, 3))))

    def case(self, depth: int, side: Callable[[int], Expr]) -> Expr:
        dice = self.dice
        subject = dice.one((self.number, self.string))(depth) if dice.chance(40) else None
        condition = self.truth if subject is None else dice.one((self.number, self.string))
        whens = tuple((condition(depth), side(depth)) for _ in range(dice.between(1, 2)))
        return Case(subject, whens, side(depth) if dice.chance(70) else None)


def _literal(value: object) -> Expr:
    return ListOf(tuple(map(_literal, value))) if isinstance(value, tuple) else Literal(value)  # type: ignore[arg-type]


def _constant(expr: Expr) -> bool:
    match expr:
        case Unary(_, operand):
            return _constant(operand)
        case Binary(_, left, right):
            return _constant(left) and _constant(right)
        case _:
            return isinstance(expr, Literal)
