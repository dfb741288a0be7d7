"""A pattern made ready to ask: the query with the columns that proofs need, and how its rows are read.

The text that runs is the file's own; only columns are added to its RETURN, so every engine runs the same rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kgqa.errors import PatternError
from kgqa.graph.protocol import Rows
from kgqa.model import NodeRef, Path
from kgqa.pattern.header import SCALARS, Pattern
from kgqa.pattern.parse import parse
from kgqa.pattern.tree import Place, Property, Query, Return, Variable, all_matches, expressions, walk
from kgqa.question.fold import Cell, Row
from kgqa.question.subqueries import Looked, looked_at, outer_variables
from kgqa.question.wording import fields

_BOUND = "bound_"
_RESULT = ("answer", "unit", "time", "counted", "at")


@dataclass(frozen=True, slots=True)
class Plan:
    """A pattern with what asking it needs.

    `query` returns what the pattern returns and the nodes that `bound` names; `results` only slots and answers, each
    row once. `said` has the properties of each slot that a wording says, `used` those of each label ("" for any) that
    the text or a wording uses. `told` is the variable and property that a plain answer is read from, if it is one.
    `head` and `tail` are the text before its RETURN and from there on.
    """

    pattern: Pattern
    query: Query
    results: Query
    kind: str
    slots: tuple[str, ...]
    said: Mapping[str, tuple[str, ...]]
    used: Mapping[str, frozenset[str]]
    looked: tuple[Looked, ...]
    bound: tuple[str, ...]
    paths: tuple[str, ...]
    told: tuple[str, str] | None
    head: str
    tail: str

    def rows(self, found: Rows, patient: int | None = None) -> list[Row]:
        """Read rows; the patient is the one on the paths, unless it is given (a row of `results` has no path).

        The header has been held against RETURN, so each column has the kind of cell that its name says.
        """
        place = {name: i for i, name in enumerate(found.columns)}
        slots = [place[name] for name in self.slots]
        paths = [place[name] for name in self.paths if name in place]
        bound = [place[name] for name in self._bound_columns() if name in place]
        result = [place.get(name, -1) for name in _RESULT]
        read = []
        for row in found.rows:
            cells: tuple[Any, ...] = (*row, None)  # a column that is not there is the None at the end
            walks = tuple(cells[i] for i in paths)
            whose = self._patient(walks) if patient is None else patient
            answer, unit, time, counted, at = (cells[i] for i in result)
            said, nodes = tuple(cells[i] for i in slots), tuple(cells[i] for i in bound)
            read.append(Row(whose, said, answer, unit, time, counted, at, walks, nodes))
        return read

    def _bound_columns(self) -> tuple[str, ...]:
        returned = {e.expression.name: e.name for e in self.query.returns if isinstance(e.expression, Variable)}
        return tuple(returned[name] for name in self.bound)

    def _patient(self, walks: Iterable[Path]) -> int:
        found = {node.id for walk_ in walks for node in walk_.nodes if node.label == "Patient"}
        if len(found) != 1:
            raise PatternError(
                f"{self.pattern.file}:{self.pattern.line}: a row has {len(found)} patients on its paths, not one. "
                "Let a named path begin at the (:Patient) that $patients restricts."
            )
        return int(found.pop())


def plan(pattern: Pattern) -> Plan:
    """Make a pattern ready to ask."""
    told, (head, tail) = _told(pattern), _parts(pattern)
    bound = tuple(sorted({*outer_variables(pattern.query), *((told[0],) if told else ())}))
    query = _with_columns(pattern, bound)
    returns = tuple(item for item in pattern.query.returns if item.name in {*pattern.slots, *_RESULT})
    counted = any(item.name == "counted" for item in returns)
    kind = pattern.answer.kind
    return Plan(
        pattern=pattern,
        query=query,
        results=_only(pattern, head, returns),
        kind="value" if kind == "count" and not counted else kind,
        slots=tuple(pattern.slots),
        said=_said(pattern),
        used=_used(pattern),
        looked=looked_at(pattern.query),
        bound=bound,
        paths=tuple(item.name for item in pattern.query.returns if item.name.startswith("path_")),
        told=told,
        head=head,
        tail=tail,
    )


def _with_columns(pattern: Pattern, bound: tuple[str, ...]) -> Query:
    returned = {item.expression.name for item in pattern.query.returns if isinstance(item.expression, Variable)}
    more = [f"{name} AS {_BOUND}{name}" for name in bound if name not in returned]
    if not more:
        return pattern.query
    return parse(pattern.text.rstrip().removesuffix(";") + "".join(f",\n  {column}" for column in more), pattern.id)


def _only(pattern: Pattern, head: str, returns: tuple[Return, ...]) -> Query:
    """Write the pattern with nothing but these columns, each row once."""
    whole = pattern.query.text
    starts = [_offset(whole, item.place) for item in pattern.query.returns] + [len(whole)]
    end = {item.name: starts[i + 1] for i, item in enumerate(pattern.query.returns)}
    items = [whole[_offset(whole, item.place) : end[item.name]].rstrip().rstrip(",;") for item in returns]
    query = parse(f"{head}RETURN DISTINCT {', '.join(items)}", pattern.id)
    if tuple(item.name for item in query.returns) != tuple(item.name for item in returns):
        raise PatternError(f"{pattern.file}:{pattern.line}: a comment stands inside RETURN. Put it in front of RETURN.")
    return query


def _parts(pattern: Pattern) -> tuple[str, str]:
    """Cut the text in front of its RETURN."""
    whole = pattern.query.text
    items = _offset(whole, pattern.query.returns[0].place)
    at = [found.start() for found in re.finditer(r"\bRETURN\b", whole[:items], re.IGNORECASE)][-1]
    return whole[whole.index(pattern.text.strip("\n")) : at], whole[at:].strip().removesuffix(";")


def _offset(text: str, place: Place) -> int:
    return sum(len(line) for line in text.splitlines(keepends=True)[: place.line - 1]) + place.column - 1


def _said(pattern: Pattern) -> dict[str, tuple[str, ...]]:
    named = [field for wording in pattern.ask for field in fields(wording)]
    return {slot: tuple(sorted({key for name, key in named if name == slot and key})) for slot in pattern.slots}


def _used(pattern: Pattern) -> dict[str, frozenset[str]]:
    labels: dict[str, set[str]] = defaultdict(set)
    used: dict[str, set[str]] = defaultdict(set)
    named: list[tuple[str, str]] = []
    for match, _ in all_matches(pattern.query):
        for node in match.nodes:
            if node.name:
                labels[node.name] |= set(node.labels)
            for label in node.labels:
                used[label] |= {key for key, _ in node.properties}
        named += [(part.variable, part.key) for part in expressions(match) if isinstance(part, Property)]
    for item in pattern.query.returns:
        named += [(part.variable, part.key) for part in walk(item.expression) if isinstance(part, Property)]
    for variable, key in named:
        for label in labels.get(variable) or {""}:
            used[label].add(key)
    for slot, keys in _said(pattern).items():
        if pattern.slots[slot] not in SCALARS:
            used[pattern.slots[slot]] |= set(keys)
    return {label: frozenset(keys) for label, keys in used.items()}


def _told(pattern: Pattern) -> tuple[str, str] | None:
    answer = next((item.expression for item in pattern.query.returns if item.name == "answer"), None)
    if answer is None or pattern.answer.kind not in ("value", "date"):
        return None
    nodes = {node.name for match in pattern.query.matches for node in match.nodes}
    read = {(part.variable, part.key) for part in walk(answer) if isinstance(part, Property)}
    return read.pop() if len(read) == 1 and next(iter(read))[0] in nodes else None


def slot_nodes(slots: Iterable[Iterable[Cell]]) -> frozenset[NodeRef]:
    """Return the nodes among the slots of a question."""
    return frozenset(cell for cells in slots for cell in cells if isinstance(cell, NodeRef))
