"""An expression of the tree as a Value, and an EXISTS or COUNT as a SELECT of its own inside the one around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import assert_never, get_args

from sqlglot import exp

from kgqa.errors import PatternError
from kgqa.pattern import calculate, compare, logic, sql, tree
from kgqa.pattern.edge import EdgeVar
from kgqa.pattern.level import Level, Mentions, Var
from kgqa.pattern.patients import Patients
from kgqa.pattern.relation import NodeVar, Shape, same_node
from kgqa.pattern.sql import Sql
from kgqa.pattern.tree import Expression
from kgqa.pattern.value import Refused, Value, as_condition, literal, null_test, truth
from kgqa.pattern.walk import WalkVar


@dataclass(frozen=True, slots=True)
class Compiler:
    """What is the same in all of one text."""

    name: str
    shape: Shape
    mentions: Mentions
    patients: Patients

    def patterns(self, matches: Sequence[tree.Match], parent: Level | None) -> tuple[Level, list[Sql]]:
        """Compile patterns into the level that knows their variables, and the conditions on its relations."""
        level = Level(self.shape, matches, self.mentions, parent)
        conditions = level.joins()
        for match, names, (nodes, links) in zip(matches, level.scopes, level.chains, strict=True):
            level.names = names
            for pattern, node in zip(match.nodes, nodes, strict=True):
                conditions += self._map(pattern.properties, node, level)
            for edge_pattern, link in zip(match.edges, links, strict=True):
                conditions += self._map(edge_pattern.properties, link, level)
            if match.where is not None:
                conditions += self._where(match.where, level)
        return level, conditions

    def _map(self, entries: Sequence[tuple[str, Expression]], owner: Var, level: Level) -> list[Sql]:
        """Compile a property map; each edge of a walk must hold to it."""
        found = []
        for key, expression in entries:
            wanted = self.value(expression, level)
            if isinstance(owner, WalkVar):
                each = [(beyond, compare.equality(held, wanted)) for beyond, held in owner.each(key)]
                found += [sql.any_of([beyond, as_condition(same)]) for beyond, same in each]
            else:
                found.append(as_condition(compare.equality(owner.property(key), wanted)))
        return found

    def _where(self, where: Expression, level: Level) -> list[Sql]:
        """Split a WHERE at its ANDs, so that DuckDB can move each part; one that may fail stays with all the rest."""
        joined, parts = [], []
        for part in _conjuncts(where):
            condition = self._patient_condition(part, level)
            joined += [condition] if condition is not None else []
            parts += [self.value(part, level)] if condition is None else []
        try:
            predicates = [logic.predicate(part) for part in parts]
            safe = [as_condition(part) for part in predicates if part.error == sql.FALSE]
            return joined + (safe if len(safe) == len(parts) else [*safe, as_condition(logic.conjunction(predicates))])
        except Refused as refused:
            raise self._error(refused, where) from None

    def _patient_condition(self, part: Expression, level: Level) -> Sql | None:
        if not (isinstance(part, tree.Binary) and part.operator == "IN" and isinstance(part.right, tree.Patients)):
            return None
        item, owner = part.left, None
        if isinstance(item, tree.Property) and item.key == "id":
            node = level.names[item.variable]
            owner = node if isinstance(node, NodeVar) and node.keyed_by("id") else None
        return self.patients.condition(self.value(item, level), owner, level)

    def _error(self, refused: Refused, expression: Expression) -> PatternError:
        place = expression.place
        return PatternError(f"{self.name}:{place.line}:{place.column}: {refused}.")

    def value(self, expression: Expression, level: Level) -> Value:
        """Compile one expression; raise PatternError with its place where it is refused."""
        try:
            return self._value(expression, level)
        except Refused as refused:
            raise self._error(refused, expression) from None

    def _value(self, expression: Expression, level: Level) -> Value:  # noqa: C901, PLR0911, PLR0912  # one case a kind
        def of(part: Expression) -> Value:
            return self.value(part, level)

        match expression:
            case tree.Literal(value=constant):
                return literal(constant)
            case tree.ListOf(items=items):
                return Value({}, known=True, items=tuple(of(item) for item in items))
            case tree.Patients():
                return self.patients.value(level)
            case tree.Variable(name=name):
                return level.names[name].value()
            case tree.Property(variable=name, key=key):
                owner = level.names[name]
                return owner.property(key) if isinstance(owner, NodeVar | EdgeVar) else Value({})
            case tree.Not(operand=operand):
                return logic.negation(of(operand))
            case tree.Minus(operand=operand):
                return calculate.minus(of(operand))
            case tree.IsNull(operand=operand, negated=negated):
                return null_test(of(operand), negated=negated)
            case tree.Binary():
                return self._binary(expression, level)
            case tree.Comparison(operands=operands, comparators=comparators):
                return self._compared(operands, comparators, level)
            case tree.Case():
                return self._case(expression, level)
            case tree.Call(function=function, arguments=arguments):
                given = [of(argument) for argument in arguments]
                if function == "coalesce":
                    return logic.coalesce(given)
                return {"abs": calculate.absolute, "tolower": calculate.lower, "size": calculate.size}[function](
                    given[0]
                )
            case tree.Subquery():
                return self._subquery(expression, level)
            case _:
                assert_never(expression)

    def _binary(self, expression: tree.Binary, level: Level) -> Value:
        by, right = expression.operator, expression.right
        left = self.value(expression.left, level)
        if by == "IN" and isinstance(right, tree.Patients):
            return self.patients.membership(left, level)
        return _BINARY[by](left, self.value(right, level))

    def _compared(self, operands: Sequence[Expression], comparators: Sequence[str], level: Level) -> Value:
        """Compare; two node variables by their columns, which DuckDB can join on."""
        owners = [level.names.get(o.name) if isinstance(o, tree.Variable) else None for o in operands]
        if len(owners) == 2 and comparators[0] in ("=", "<>"):  # noqa: PLR2004
            one, other = owners
            if isinstance(one, NodeVar) and isinstance(other, NodeVar):
                same = same_node(one, other)
                return truth(same if comparators[0] == "=" else sql.negate(same))
        return compare.compare([self.value(operand, level) for operand in operands], comparators)

    def _case(self, case: tree.Case, level: Level) -> Value:
        subject = None if case.subject is None else self.value(case.subject, level)
        branches = []
        for test, then in case.branches:
            held = self.value(test, level)
            branches.append((held if subject is None else compare.equality(subject, held), self.value(then, level)))
        return logic.when(branches, Value({}) if case.default is None else self.value(case.default, level))

    def _subquery(self, subquery: tree.Subquery, level: Level) -> Value:
        inner, conditions = self.patterns(subquery.matches, level)
        select = sql.select([], inner.relations(), conditions)
        if subquery.kind == "EXISTS":
            select.set("expressions", [exp.Literal.number(1)])
            return truth(exp.Exists(this=select))
        select.set("expressions", [exp.Count(this=exp.Star())])
        return Value({"int": exp.Subquery(this=select)}, known=True)


_BINARY: dict[tree.Operator, Callable[[Value, Value], Value]] = {
    "AND": lambda left, right: logic.conjunction([left, right]),
    "OR": lambda left, right: logic.disjunction([left, right]),
    "XOR": logic.exclusive,
    "IN": compare.membership,
    "STARTS WITH": partial(calculate.search, "starts_with"),
    "ENDS WITH": partial(calculate.search, "suffix"),
    "CONTAINS": partial(calculate.search, "contains"),
    **{sign: partial(calculate.arithmetic, sign) for sign in get_args(tree.Sign)},
}


def _conjuncts(expression: Expression) -> list[Expression]:
    if isinstance(expression, tree.Binary) and expression.operator == "AND":
        return [*_conjuncts(expression.left), *_conjuncts(expression.right)]
    return [expression]
