"""What a SELECT hands back, as cells: each returned expression becomes a few columns and a way to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

from sqlglot import exp

from kgqa.model import EdgeRef, Id, NodeRef, Path, Step
from kgqa.pattern import sql
from kgqa.pattern.edge import EdgeVar
from kgqa.pattern.relation import NodeVar, Shape
from kgqa.pattern.sql import Sql
from kgqa.pattern.value import LISTS, Value, failure
from kgqa.pattern.walk import WalkVar

Columns = Sequence[Sequence[Any]]
Reader = Callable[[Columns], Iterable[Any]]


@dataclass(slots=True)
class Output:
    """The columns of a SELECT as they are gathered; with `distinct`, rows equal in Cypher are equal in them."""

    shape: Shape
    distinct: bool
    columns: list[Sql] = field(default_factory=list)

    def _add(self, column: Sql) -> int:
        self.columns.append(column)
        return len(self.columns) - 1

    def value(self, value: Value) -> Reader:
        """Show a value; where it may be of several types, the column that is not NULL counts."""
        if value.items == ():
            at = self._add(sql.TRUE)  # a SELECT has a column, also where all that it returns is []
            return lambda columns: ([] for _ in columns[at])
        if value.items is not None:
            return _lists([self.value(item) for item in value.items])
        forms = dict(value.forms) or {"int": sql.null("int")}
        if self.distinct and {"int", "float"} <= set(forms):
            forms |= _as_one_number(forms["int"], forms["float"])
        if value.error != sql.FALSE:
            first = next(iter(forms))
            forms[first] = sql.choose([(value.error, failure())], forms[first])
        if self.distinct and "float" in forms:  # no NaN equals another, not even for DISTINCT
            self._add(sql.choose([(sql.call("isnan", forms["float"]), sql.call("gen_random_uuid"))]))
        readers = [self._form(form, part) for form, part in forms.items()]
        return readers[0] if len(readers) == 1 else _first(readers)

    def _form(self, form: str, part: Sql) -> Reader:
        at = self._add(part)
        if form in ("node", "node.text"):
            refs = _NodeRefs(self.shape)
            return lambda columns: [
                None if cell is None else refs.numbered(cell["t"], cell["k"]) for cell in columns[at]
            ]
        if form == "edge":
            edges = _EdgeRefs(self.shape)
            return lambda columns: [None if cell is None else edges.of(cell) for cell in columns[at]]
        if form == "edges":
            edges = _EdgeRefs(self.shape)
            return lambda columns: [None if cell is None else [edges.of(hop) for hop in cell] for cell in columns[at]]
        if form in LISTS:
            return lambda columns: [None if cell is None else list(cell) for cell in columns[at]]
        return lambda columns: columns[at]

    def node(self, node: NodeVar) -> Reader:
        """Show a node by its label and its key."""
        label, key = node.label_and_key()
        refs = _NodeRefs(self.shape)
        key_at = self._add(key)
        if isinstance(label, str):
            return lambda columns: map(refs.of(label), columns[key_at])
        label_at = self._add(label)
        return lambda columns: map(refs.numbered, columns[label_at], columns[key_at])

    def path(self, nodes: Sequence[NodeVar], links: Sequence[EdgeVar | WalkVar]) -> Reader:
        """Show a path; one without walks has the same steps in every row."""
        node_readers = [self.node(node) for node in nodes]
        link_readers = [self._link(link) for link in links]
        types = [_only_type(self.shape, link) for link in links]
        if None not in types:
            steps = tuple(
                _step(at, type_ or "", forward=_forward(link))
                for at, (link, type_) in enumerate(zip(links, types, strict=True))
            )
            return lambda columns: (
                Path(found, steps) for found in zip(*(read(columns) for read in node_readers), strict=True)
            )
        return lambda columns: _paths(
            self.shape,
            links,
            zip(*(read(columns) for read in node_readers), strict=True),
            zip(*(read(columns) for read in link_readers), strict=True),
        )

    def _link(self, link: EdgeVar | WalkVar) -> Reader:
        if isinstance(link, WalkVar):
            at = self._add(link.hops())
            return lambda columns: columns[at]
        if self.distinct and any(self.shape.edges[number].key for number in link.tables):
            self._add(link.column("id"))
        if _only_type(self.shape, link):
            return lambda columns: repeat((), len(columns[0]))
        type_at = self._add(link.column("e"))
        return lambda columns: columns[type_at]


def _as_one_number(whole: Sql, broken: Sql) -> Mapping[str, Sql]:
    """Write 1.0 as 1, since DISTINCT takes both for one value."""
    bound = sql.constant(2.0**63)
    same = sql.all_of([
        sql.equal(broken, sql.call("floor", broken)),
        sql.binary(exp.LT, broken, bound),
        sql.binary(exp.GTE, broken, sql.constant(-(2.0**63))),
    ])  # fmt: skip
    as_int = sql.choose([(same, sql.try_cast(broken, "BIGINT"))])
    return {"int": sql.call("coalesce", whole, as_int), "float": sql.choose([(same, exp.null())], broken)}


def _lists(readers: Sequence[Reader]) -> Reader:
    return lambda columns: (list(cells) for cells in zip(*(read(columns) for read in readers), strict=True))


def _first(readers: Sequence[Reader]) -> Reader:
    def read(columns: Columns) -> Iterator[Any]:
        for cells in zip(*(reader(columns) for reader in readers), strict=True):
            yield next((cell for cell in cells if cell is not None), None)

    return read


class _NodeRefs:
    """Makes each NodeRef once; a key that was written as a text is made a number again where its label has numbers."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.known: dict[str, dict[Any, NodeRef]] = {}

    def of(self, label: str) -> Callable[[Any], NodeRef]:
        known = self.known.setdefault(label, {})
        convert: Callable[[Any], Id] = (lambda key: key) if label in self.shape.text_keys else int

        def ref(key: Any) -> NodeRef:
            found = known.get(key)
            if found is None:
                found = known[key] = NodeRef(label, convert(key))
            return found

        return ref

    def numbered(self, number: int, key: Any) -> NodeRef:
        return self.of(self.shape.labels[number])(key)


class _EdgeRefs:
    """Makes EdgeRefs of what EdgeVar.packed writes."""

    def __init__(self, shape: Shape) -> None:
        self.shape, self.refs = shape, _NodeRefs(shape)

    def of(self, hop: Mapping[str, Any]) -> EdgeRef:
        table = self.shape.edges[hop["e"]]
        return EdgeRef(self.refs.of(table.source)(hop["s"]), table.type, self.refs.of(table.target)(hop["d"]))


def _only_type(shape: Shape, link: EdgeVar | WalkVar) -> str | None:
    types = {shape.edges[number].type for number in link.tables}
    return types.pop() if len(types) == 1 and isinstance(link, EdgeVar) else None


def _forward(link: EdgeVar | WalkVar) -> bool:
    return link.forward if isinstance(link, EdgeVar) else link.pattern.forward


def _step(at: int, type_: str, *, forward: bool) -> Step:
    return Step(at, type_, at + 1) if forward else Step(at + 1, type_, at)


def _paths(
    shape: Shape, links: Sequence[EdgeVar | WalkVar], nodes: Iterable[Sequence[NodeRef]], hops: Iterable[Sequence[Any]]
) -> Iterator[Path]:
    """Lay walks out between the nodes of their ends."""
    edges = _EdgeRefs(shape)
    types = [_only_type(shape, link) for link in links]
    for row_nodes, row_links in zip(nodes, hops, strict=True):
        found, steps = [row_nodes[0]], list[Step]()
        for link, known, cell, end in zip(links, types, row_links, row_nodes[1:], strict=True):
            forward = _forward(link)
            if isinstance(link, EdgeVar):
                type_ = known or shape.edges[cell].type
                steps.append(_step(len(steps), type_, forward=forward))
                found.append(end)
                continue
            for hop in map(edges.of, cell):
                steps.append(_step(len(steps), hop.type, forward=forward))
                found.append(hop.target if forward else hop.source)
        yield Path(tuple(found), tuple(steps))
