"""Names of a text: each is declared once as what it is, used where it is known, and returned once."""

from __future__ import annotations

from kgqa.errors import PatternError
from kgqa.pattern.tree import Expression, Match, Place, Property, Query, Subquery, Variable, walk

_NODE, _EDGE, _EDGES, _PATH = "a node", "a relationship", "a list of relationships", "a path"
_Names = dict[str, str]


def check_names(query: Query) -> None:
    """Raise PatternError where a name is unknown, or is used as two things."""
    names: _Names = {}
    for match in query.matches:
        _check_match(query, match, names)
    seen = set()
    for item in query.returns:
        if item.name in seen:
            raise _error(query, item.place, f"two columns are named {item.name!r}. Give one another name with AS.")
        seen.add(item.name)
        _use(query, item.expression, names, returned=True)


def _error(query: Query, place: Place, message: str) -> PatternError:
    return PatternError(f"{query.name}:{place.line}:{place.column}: {message}")


def _declare(query: Query, match: Match, names: _Names) -> None:
    new: list[tuple[str | None, str, Place]] = [(node.name, _NODE, node.place) for node in match.nodes]
    edges = [edge.name for edge in match.edges if edge.name]
    for edge in match.edges:
        if edges.count(edge.name or "") > 1 or (edge.hops and edge.name in names):
            raise _error(query, edge.place, f"relationship {edge.name!r} is used twice. Give one another name.")
        new.append((edge.name, _EDGES if edge.hops else _EDGE, edge.place))
    if match.path in names:
        raise _error(query, match.place, f"path {match.path!r} has a name that is taken. Give it another.")
    new.append((match.path, _PATH, match.place))
    for name, kind, place in new:
        if name is not None and names.setdefault(name, kind) != kind:
            raise _error(query, place, f"{name!r} is {names[name]} already and cannot be {kind}. Rename one.")


def _check_match(query: Query, match: Match, names: _Names) -> None:
    _declare(query, match, names)
    maps = [part.properties for part in match.nodes] + [part.properties for part in match.edges]
    for _, value in (entry for entries in maps for entry in entries):
        _use(query, value, names)
    if match.where is not None:
        _use(query, match.where, names)


def _use(query: Query, expression: Expression, names: _Names, *, returned: bool = False) -> None:
    for part in walk(expression):
        match part:
            case Variable(name=name, place=place) | Property(variable=name, place=place):
                if name not in names:
                    raise _error(query, place, f"{name!r} is not known here. Name it in a MATCH.")
                kind = names[name]
                if isinstance(part, Property) and kind in (_EDGES, _PATH):
                    raise _error(query, place, f"{name!r} is {kind} and has no properties of its own.")
                whole = returned and part is expression
                if isinstance(part, Variable) and kind == _PATH and not whole:
                    raise _error(query, place, f"{name!r} is a path. A path can only be returned as it is.")
            case Subquery(matches=matches):
                inner = dict(names)
                for match in matches:
                    _check_match(query, match, inner)
