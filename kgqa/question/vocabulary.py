"""A pattern's text against the schema: labels, edge types, their ends, properties; each mistake with what is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from kgqa.errors import PatternError
from kgqa.pattern.header import SCALARS, Pattern
from kgqa.pattern.tree import Expression, Match, NodePattern, Place, Property, all_matches, expressions, walk
from kgqa.question.subqueries import outer_variables
from kgqa.question.wording import fields
from kgqa.schema import Schema

Mistake = tuple[Place | None, str]  # the place in the file, or the header


def mistakes(pattern: Pattern, schema: Schema) -> Iterator[Mistake]:
    """Yield everything in a pattern that the schema does not know or that proofs cannot lean on."""
    labels = _labels(pattern)
    yield from _header(pattern, schema, labels)
    for match, around in all_matches(pattern.query):
        yield from _names(match, schema)
        yield from _ends(match, schema, labels)
        if around is None and match.path is None:
            yield (
                match.place,
                "this MATCH has no path. Write MATCH path_x = (...) and return path_x, else no proof shows it",
            )
    yield from _properties(pattern, schema, labels)
    returned = {item.name for item in pattern.query.returns}
    for match in pattern.query.matches:
        if match.path is not None and match.path not in returned:
            yield match.place, f"{match.path} is not returned. Add it to RETURN, else no proof shows it"
    shown = {node.name for match in pattern.query.matches if match.path for node in match.nodes}
    for name in outer_variables(pattern.query):
        if name not in shown:
            yield None, f"a subquery uses {name}, which is on no named path. Name the path of its MATCH"


def refuse_mistakes(pattern: Pattern, schema: Schema) -> None:
    """Raise PatternError for one mistake of a pattern that someone brings along."""
    found = sorted(mistakes(pattern, schema), key=lambda mistake: mistake[0] is None)  # the text's own first
    for place, message in found:
        at = f"{place.line}:{place.column}" if place else "1"
        raise PatternError(f"{pattern.file}:{at}: {message}. kgqa check {pattern.file} tells all that is wrong.")


def knowledge_used(pattern: Pattern, schema: Schema) -> frozenset[str]:
    """Return the knowledge edge types that a pattern's text names, in subqueries too."""
    named = {kind for match, _ in all_matches(pattern.query) for edge in match.edges for kind in edge.types}
    return frozenset(kind for kind in named if kind in schema.edges and schema.edges[kind].knowledge)


def _labels(pattern: Pattern) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for match, _ in all_matches(pattern.query):
        for node in match.nodes:
            if node.name:
                found.setdefault(node.name, set()).update(node.labels)
    return {name: frozenset(labels) for name, labels in found.items()}


def _header(pattern: Pattern, schema: Schema, labels: Mapping[str, frozenset[str]]) -> Iterator[Mistake]:
    known = {label for entry in schema.labels.values() for label in entry.labels}
    for slot, label in pattern.slots.items():
        if label in SCALARS:
            continue
        if label not in known:
            yield None, f"slot {slot} has the unknown label {label!r}{_near(label, known)}"
        elif slot in labels and labels[slot] and label not in labels[slot]:
            yield None, f"slot {slot} is declared {label}, but the text says {', '.join(sorted(labels[slot]))}"
    if pattern.answer.label and pattern.answer.label not in {*known, *SCALARS}:
        yield None, f"the answer has the unknown label {pattern.answer.label!r}{_near(pattern.answer.label, known)}"
    yield from _declared_knowledge(pattern, schema)
    for wording in pattern.ask:
        for slot, key in fields(wording):
            entries = schema.having(pattern.slots.get(slot, ""))
            keys = {key for entry in entries for key in entry.properties}
            if key and entries and key not in keys:
                yield None, f"a wording says {{{slot}.{key}}}, but {slot} has no {key!r}{_near(key, keys)}"


def _declared_knowledge(pattern: Pattern, schema: Schema) -> Iterator[Mistake]:
    types = {name for name, edge in schema.edges.items() if edge.knowledge}
    declared, used = set(pattern.knowledge), knowledge_used(pattern, schema)
    for kind in sorted(declared - types):
        yield None, f"knowledge names {kind!r}, which is no knowledge edge{_near(kind, types)}"
    for kind in sorted(used - declared):
        yield None, f"the text uses {kind}, but knowledge does not name it. Add it"
    for kind in sorted(declared & types - used):
        yield None, f"knowledge names {kind}, but the text does not use it. Remove it"


def _names(match: Match, schema: Schema) -> Iterator[Mistake]:
    known = {label for entry in schema.labels.values() for label in entry.labels}
    for node in match.nodes:
        for label in node.labels:
            if label not in known:
                yield node.place, f"unknown label {label!r}{_near(label, known)}"
    for edge in match.edges:
        for kind in edge.types:
            if kind not in schema.edges:
                yield edge.place, f"unknown relationship type {kind!r}{_near(kind, schema.edges)}"


def _ends(match: Match, schema: Schema, labels: Mapping[str, frozenset[str]]) -> Iterator[Mistake]:
    """Find relationships that no graph of the schema holds between such labels in that direction."""
    for number, edge in enumerate(match.edges):
        left, right = match.nodes[number], match.nodes[number + 1]
        source, target = (left, right) if edge.forward else (right, left)
        types = [schema.edges[kind] for kind in edge.types if kind in schema.edges]
        if not types or len(types) != len(edge.types) or edge.hops:
            continue
        ends = (_primary(source, schema, labels), _primary(target, schema, labels))
        if all(ends) and not any(ends[0] & set(t.sources) and ends[1] & set(t.targets) for t in types):
            said = " or ".join(f"{'|'.join(t.sources)} to {'|'.join(t.targets)}" for t in types)
            yield edge.place, f"{'|'.join(edge.types)} goes from {said}, not as it is written here"


def _primary(node: NodePattern, schema: Schema, labels: Mapping[str, frozenset[str]]) -> set[str]:
    said = set(node.labels) | set(labels.get(node.name or "", ()))
    return {entry.name for label in said for entry in schema.having(label)}


def _properties(pattern: Pattern, schema: Schema, labels: Mapping[str, frozenset[str]]) -> Iterator[Mistake]:
    edges = {e.name: e.types for match, _ in all_matches(pattern.query) for e in match.edges if e.name}
    for match, _ in all_matches(pattern.query):
        for node in match.nodes:
            for key, _value in node.properties:
                yield from _known(key, node.place, *_of_node(node.labels or labels.get(node.name or "", ()), schema))
        for edge in match.edges:
            for key, _value in edge.properties:
                yield from _known(key, edge.place, *_of_edge(edge.types, schema))
    for part in _all_expressions(pattern):
        if isinstance(part, Property):
            if part.variable in edges:
                yield from _known(part.key, part.place, *_of_edge(edges[part.variable], schema))
            elif part.variable in labels:
                yield from _known(part.key, part.place, *_of_node(labels[part.variable], schema))


def _all_expressions(pattern: Pattern) -> Iterator[Expression]:
    for match, _ in all_matches(pattern.query):
        yield from expressions(match)
    for item in pattern.query.returns:
        yield from walk(item.expression)


def _of_node(labels: Iterable[str], schema: Schema) -> tuple[str, set[str]]:
    said = sorted(labels)
    return "|".join(said), {
        key for label in said for entry in schema.having(label) for key in ("id", *entry.properties)
    }


def _of_edge(types: Iterable[str], schema: Schema) -> tuple[str, set[str]]:
    known = [schema.edges[kind] for kind in types if kind in schema.edges]
    return "|".join(types), {key for edge in known for key in edge.properties} | ({""} if known else set())


def _known(key: str, place: Place, of: str, keys: set[str]) -> Iterator[Mistake]:
    if keys and key not in keys:
        yield place, f"{of} has no property {key!r}{_near(key, keys)}"


def _near(word: str, known: Iterable[str]) -> str:
    found = get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return f". Did you mean {found[0]!r}?" if found else ". schema/graph.toml lists what there is"
