"""Whether the cases of each question family notice when one condition of its text is dropped or flipped.

    python bench/mutate_patterns.py [FAMILY...] [--survivors]

A mutant is the family's text with one change: a condition dropped or negated, a comparison moved by its border, a time
window by a day, an entry of a property map dropped, a knowledge edge of any type, a node no longer the one of another
clause, a walk one step shorter or longer. It is caught when one of the family's cases no longer gives what it expects.
Mutants that mean the same as the text stand in equivalent_mutants.tsv, each with the reason, and are not counted.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from kgqa.check import run_case
from kgqa.errors import PatternError
from kgqa.files import share
from kgqa.graph.tables import Tables
from kgqa.pattern import tree
from kgqa.pattern.header import Pattern, read_patterns
from kgqa.pattern.parse import parse
from kgqa.pattern.scope import check_names

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.tsv")
DAY = 1440
OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
BORDER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
TESTS = ("IN", "STARTS WITH", "ENDS WITH", "CONTAINS")
Change = tuple[str, Any]  # what was done, and the part as it is then


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed text: `kind` is the operator, `told` says the change in words."""

    pattern: str
    kind: str
    told: str
    query: tree.Query


def mutants(pattern: Pattern) -> Iterator[Mutant]:
    """Yield every mutant of a family's text once; places count from the text's own first line, not the file's."""
    text = parse(pattern.text, pattern.id)
    seen = {text}
    for told, query in (*changes(text), *joins(text)):
        if query not in seen and sayable(query):
            seen.add(query)
            yield Mutant(pattern.id, told.split(":")[0], told, query)


def sayable(query: tree.Query) -> bool:
    """Tell whether the text still holds together: no one could write one that names what it has not bound."""
    try:
        check_names(query)
    except PatternError:
        return False
    return True


def changes(part: Any, *, under_not: bool = False) -> Iterator[Change]:
    """Yield each change of one thing in a tree, with the tree as it is then."""
    yield from ((told, changed) for told, changed in own(part) if not (under_not and told.startswith("flip")))
    for field in fields(part):
        inner = isinstance(part, tree.Not)
        for told, changed in within(getattr(part, field.name), under_not=inner):
            yield told, replace(part, **{field.name: changed})


def within(value: Any, *, under_not: bool) -> Iterator[Change]:
    if is_dataclass(value):
        yield from changes(value, under_not=under_not)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            for told, changed in within(item, under_not=False):
                yield told, (*value[:at], changed, *value[at + 1 :])


def own(part: Any) -> Iterator[Change]:
    """Yield the changes of a part itself, leaving what is in it."""
    match part:
        case tree.Match(where=where) if where is not None and not both(where) and not batch(where):
            yield f"drop: {said(where)}", replace(part, where=None)
        case tree.Binary(operator="AND" | "OR" as operator, left=left, right=right):
            if not batch(right):
                yield f"drop: {said(right)}", left
            if not batch(left) and not (isinstance(left, tree.Binary) and left.operator == operator):
                yield f"drop: {said(left)}", right
        case tree.Binary(operator=operator) if operator in TESTS and not batch(part):
            yield f"flip: {said(part)}", tree.Not(part, part.place)
        case tree.Comparison(operands=operands, comparators=(sign,)):
            yield f"flip: {said(part)}", replace(part, comparators=(OPPOSITE[sign],))
            if sign in BORDER:
                yield f"border: {said(part)}", replace(part, comparators=(BORDER[sign],))
            for at, operand in enumerate(operands):
                if isinstance(operand, tree.Literal) and type(operand.value) is int and operand.value >= DAY:
                    for days in (-1, 1):
                        moved = replace(operand, value=operand.value + days * DAY)
                        ends = (*operands[:at], moved, *operands[at + 1 :])
                        yield f"window: {days:+} day in {said(part)}", replace(part, operands=ends)
        case tree.Not(operand=operand):
            yield f"negation: {said(part)}", operand
        case tree.IsNull(negated=negated):
            yield f"flip: {said(part)}", replace(part, negated=not negated)
        case tree.Subquery(kind="EXISTS"):
            yield f"flip: {said(part)}", tree.Not(part, part.place)
        case tree.NodePattern() | tree.EdgePattern():
            for at, (key, value) in enumerate(part.properties):
                rest = (*part.properties[:at], *part.properties[at + 1 :])
                yield f"map: {key}: {said(value)} at {place(part)}", replace(part, properties=rest)
            if isinstance(part, tree.EdgePattern):
                yield from of_edge(part)


def of_edge(edge: tree.EdgePattern) -> Iterator[Change]:
    if edge.types and not edge.types[0].startswith(RECORD):
        yield f"edge: any type for {'|'.join(edge.types)} at {place(edge)}", replace(edge, types=())
        if len(edge.types) > 1:
            for kind in edge.types:
                fewer = tuple(other for other in edge.types if other != kind)
                yield f"edge: without {kind} at {place(edge)}", replace(edge, types=fewer)
    if edge.hops:
        low, high = edge.hops
        for moved in ((low, high - 1), (low, high + 1), (low - 1, high), (low + 1, high)):
            if 0 <= moved[0] <= moved[1]:
                yield f"walk: *{moved[0]}..{moved[1]} at {place(edge)}", replace(edge, hops=moved)


def joins(query: tree.Query) -> Iterator[Change]:
    """Yield the text with one node of a clause no longer that of an earlier clause, but any of its label."""
    labels: dict[str, tuple[str, ...]] = {}
    for match, _ in tree.all_matches(query):
        for at, node in enumerate(match.nodes):
            if node.name in labels and node.name is not None:
                apart = replace(node, name=f"{node.name}_apart", labels=node.labels or labels[node.name])
                loose = replace(match, nodes=(*match.nodes[:at], apart, *match.nodes[at + 1 :]))
                yield f"join: {node.name} at {place(node)}", swapped(query, match, loose)
            elif node.name is not None:
                labels[node.name] = node.labels


def swapped(part: Any, old: tree.Match, new: tree.Match) -> Any:
    """Return a tree with one MATCH for another."""
    if part == old:
        return new
    if isinstance(part, tuple):
        return tuple(swapped(item, old, new) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: swapped(getattr(part, f.name), old, new) for f in fields(part)})
    return part


RECORD = ("HAD_", "REFERS_TO", "HAS_MENTION", "DURING")  # between two labels of the record there is one type only


def both(part: Any) -> bool:
    return isinstance(part, tree.Binary) and part.operator in ("AND", "OR")


def batch(part: Any) -> bool:
    """Tell the condition that restricts a text to a batch of patients: it is no part of the question."""
    return isinstance(part, tree.Binary) and isinstance(part.right, tree.Patients)


def place(part: Any) -> str:
    return f"{part.place.line}:{part.place.column}"


def said(part: Any) -> str:
    """Write an expression shortly, with the place where it starts."""
    match part:
        case tree.Literal(value=value):
            text = repr(value)
        case tree.ListOf(items=items):
            text = f"[{said(items[0])}, ...]" if items else "[]"
        case tree.Variable(name=name):
            text = str(name)
        case tree.Property(variable=variable, key=key):
            text = f"{variable}.{key}"
        case tree.Not(operand=operand):
            text = f"NOT {said(operand)}"
        case tree.Minus(operand=operand):
            text = f"-{said(operand)}"
        case tree.IsNull(operand=operand, negated=negated):
            text = f"{said(operand)} IS {'NOT ' if negated else ''}NULL"
        case tree.Binary(operator=operator, left=left, right=right):
            text = (
                f"({said(left)} {operator} {said(right)})" if both(part) else f"{said(left)} {operator} {said(right)}"
            )
        case tree.Comparison(operands=(left, right), comparators=(sign,)):
            text = f"{said(left)} {sign} {said(right)}"
        case tree.Call(function=function, arguments=arguments):
            text = f"{function}({', '.join(map(said, arguments))})"
        case tree.Subquery(kind=kind):
            text = f"{kind} {{{place(part)}}}"
        case _:
            text = type(part).__name__
    return text


def outcomes(pattern: Pattern, equivalent: set[tuple[str, str]]) -> Iterator[tuple[Mutant, str]]:
    """Run the cases on every mutant; yield each with caught, survived or equivalent."""
    with ExitStack() as opened:
        engines = [opened.enter_context(Tables.from_create(case.graph)) for case in pattern.cases]
        order = list(zip(engines, pattern.cases, strict=True))
        for mutant in mutants(pattern):
            at = next((at for at, (engine, case) in enumerate(order) if noticed(engine, pattern, case, mutant)), -1)
            if at >= 0:
                order.insert(0, order.pop(at))
                yield mutant, "caught"
            else:
                yield mutant, "equivalent" if (mutant.pattern, mutant.told) in equivalent else "survived"


def noticed(engine: Tables, pattern: Pattern, case: Any, mutant: Mutant) -> bool:
    missing, strange = run_case(engine, replace(pattern, query=mutant.query), case)
    return bool(missing or strange)


def table(title: str, tally: Counter[tuple[str, str]]) -> None:
    """Print how many mutants of each sort were caught, and of all."""
    print(f"{title:<12}{'caught':>8}{'survived':>10}{'equivalent':>12}{'share caught':>14}")
    for sort in (*sorted({sort for sort, _ in tally}), ""):
        caught, survived, same = (
            sum(n for (which, what), n in tally.items() if what == outcome and sort in (which, ""))
            for outcome in ("caught", "survived", "equivalent")
        )
        print(f"{sort or 'all':<12}{caught:>8}{survived:>10}{same:>12}{caught / max(1, caught + survived):>14.1%}")


def main(arguments: list[str]) -> int:
    wanted = {name for name in arguments if not name.startswith("--")}
    with EQUIVALENT.open(encoding="utf-8") as file:
        equivalent = {(row["pattern"], row["mutant"]) for row in csv.DictReader(file, delimiter="\t")}
    tally: Counter[tuple[str, str]] = Counter()
    themes: Counter[tuple[str, str]] = Counter()
    for pattern in read_patterns(share("cypher") / "questions"):
        if not wanted or pattern.id in wanted:
            for mutant, outcome in outcomes(pattern, equivalent):
                tally[mutant.kind, outcome] += 1
                themes[pattern.theme, outcome] += 1
                if outcome == "survived" and "--survivors" in arguments:
                    print(f"{pattern.id}\t{mutant.told}", flush=True)
    table("theme", themes)
    table("change", tally)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
