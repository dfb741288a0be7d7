"""One SELECT of the compiled text: the patterns of a query, or of one EXISTS or COUNT, as relations and conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, count

from sqlglot import exp

from kgqa.pattern import sql
from kgqa.pattern.edge import EdgeVar
from kgqa.pattern.relation import NodeVar, Shape, same_node
from kgqa.pattern.sql import Sql
from kgqa.pattern.stages import ends_stage
from kgqa.pattern.tree import EdgePattern, Match, NodePattern, Property, Query, Variable, all_matches, expressions, walk
from kgqa.pattern.walk import WalkVar

Var = NodeVar | EdgeVar | WalkVar
_Link = EdgeVar | WalkVar
_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Mentions:
    """Which properties of each variable a text reads, and which variables it speaks of as a whole."""

    keys: Mapping[str, frozenset[str]]
    names: frozenset[str]

    @classmethod
    def of(cls, query: Query) -> Mentions:
        """Read them off the whole text, so that each relation shows all that is asked of it anywhere."""
        keys: dict[str, frozenset[str]] = defaultdict(frozenset)
        names = set()
        found = [part for item in query.returns for part in walk(item.expression)]
        for match, _ in all_matches(query):
            found += expressions(match)
            maps = [(node.name, node.properties) for node in match.nodes]
            maps += [(edge.name, edge.properties) for edge in match.edges]
            for name, entries in maps:
                keys[name or ""] |= {key for key, _ in entries} if name else set()
        for part in found:
            match part:
                case Property(variable=name, key=key):
                    keys[name] |= {key}
                case Variable(name=name):
                    names.add(name)
        return cls(keys, frozenset(names))


class Level:
    """The variables of one SELECT, and of those around it, and what makes their relations one pattern."""

    def __init__(
        self,
        shape: Shape,
        matches: Sequence[Match],
        mentions: Mentions,
        parent: Level | None = None,
    ) -> None:
        """Gather the variables of `matches`; `parent` is the SELECT around this one."""
        self.shape, self.mentions, self.parent = shape, mentions, parent
        self.used, self.listed = mentions.keys, mentions.names
        self.paths: dict[str, tuple[list[NodeVar], list[_Link]]] = {}
        self.numbers: Iterator[int] = parent.numbers if parent else count()
        self.names: dict[str, Var] = dict(parent.names) if parent else {}
        self.nodes: list[NodeVar] = []
        self.links: list[_Link] = []
        self.others: list[Sql] = []
        self.chains: list[tuple[list[NodeVar], list[_Link]]] = []
        self.same: list[tuple[EdgeVar, EdgeVar]] = []
        self.labels: dict[NodeVar, set[str]] = {}
        self.scopes: list[dict[str, Var]] = []  # what each MATCH and its WHERE know: not what comes after
        for match in matches:
            self._declare(match)
            self.scopes.append(dict(self.names))
        self._narrow()
        self._decide_reads()

    # Declaring

    def _declare(self, match: Match) -> None:
        nodes = [self._node(pattern) for pattern in match.nodes]
        links: list[_Link] = []
        for at, pattern in enumerate(match.edges):
            link = self._link(pattern, nodes[at], nodes[at + 1], listed=match.path in self.listed)
            links.append(link)
            known = self.names.setdefault(pattern.name, link) if pattern.name else link
            if known is not link and isinstance(known, EdgeVar) and isinstance(link, EdgeVar):
                self.same.append((known, link))
        for one, other in combinations(links, 2):  # a walk shows its edges where another edge must not be one of them
            for link in (one, other):
                if isinstance(link, WalkVar) and set(one.tables) & set(other.tables):
                    link.listed = True
        if match.path:
            self.paths[match.path] = (nodes, links)
        self.links += links
        self.chains.append((nodes, links))

    def _node(self, pattern: NodePattern) -> NodeVar:
        node = self.names.get(pattern.name or "")
        if not isinstance(node, NodeVar):
            keys = self.used.get(pattern.name or "", frozenset()) | {key for key, _ in pattern.properties}
            node = NodeVar(self.shape, f"n{next(self.numbers)}", self.shape.nodes, keys)
            self.nodes.append(node)
            if pattern.name:
                self.names[pattern.name] = node
        self.labels.setdefault(node, set()).update(pattern.labels)
        return node

    def _link(self, pattern: EdgePattern, left: NodeVar, right: NodeVar, *, listed: bool) -> _Link:
        numbers = range(len(self.shape.edges))
        tables = tuple(n for n in numbers if not pattern.types or self.shape.edges[n].type in pattern.types)
        if pattern.hops is not None:
            shown = listed or pattern.name in self.listed
            keys = frozenset(key for key, _ in pattern.properties)
            return WalkVar(self.shape, f"w{next(self.numbers)}", tables, left, right, pattern, shown, keys)
        keys = self.used.get(pattern.name or "", frozenset()) | {key for key, _ in pattern.properties}
        return EdgeVar(self.shape, f"e{next(self.numbers)}", tables, left, right, pattern.forward, keys)

    # Narrowing: which tables can each variable come from at all

    def _narrow(self) -> None:
        for node in self.nodes:
            node.tables = tuple(table for table in node.tables if self.labels[node] <= set(table.labels))
        changed = True
        while changed:
            before = [node.tables for node in self.nodes] + [link.tables for link in self.links]
            for link in self.links:
                self._narrow_link(link)
            changed = before != [node.tables for node in self.nodes] + [link.tables for link in self.links]

    def _narrow_link(self, link: _Link) -> None:
        forward = link.forward if isinstance(link, EdgeVar) else link.pattern.forward
        low, high = link.pattern.hops or (1, 1) if isinstance(link, WalkVar) else (1, 1)
        source, target = (link.left, link.right)[:: 1 if forward else -1]
        edges = self.shape.edges
        if high == 1 or isinstance(link, EdgeVar):
            kept = [n for n in link.tables if edges[n].source in source.labels and edges[n].target in target.labels]
            link.tables = tuple(kept)
        if low == 0:
            return
        for node, labels in (
            (source, {edges[n].source for n in link.tables}),
            (target, {edges[n].target for n in link.tables}),
        ):
            if node in self.nodes:
                node.tables = tuple(table for table in node.tables if table.labels[0] in labels)

    # Reading as few tables as will do

    def _decide_reads(self) -> None:
        for link in self.links:
            if isinstance(link, EdgeVar):
                link.choose_host(self.nodes)
        for node in self.nodes:
            if node.reads_row() or node.hosted or not node.whole:
                continue
            for link in self.links:
                if node in (link.left, link.right):
                    node.provider = (link, node is link.left)
                    break

    # Joining

    def relations(self) -> list[Sql]:
        """Return what stands in FROM; asked last, when all conditions are known."""
        nodes = [node.relation() for node in self.nodes if node.provider is None]
        links = [link.relation() for link in self.links if isinstance(link, WalkVar) or link.host is None]
        return [*nodes, *links, *self.others]

    def stages(self, matches: Sequence[Match]) -> Iterator[frozenset[str]]:
        """Yield for each stage the relations, by alias, that are joined by its end.

        A stage costs DuckDB what it knows of its tables, and the order of joins may be the worse for it: measured over
        all families, two MATCHes are better left together, and three or more apart.
        """
        known = {relation.alias for relation in self.others}
        for match, (nodes, links) in zip(matches, self.chains, strict=True):
            known |= {part.alias for part in (*nodes, *links)}
            if len(matches) > _TOGETHER and ends_stage(match):
                yield frozenset(known)

    def joins(self) -> list[Sql]:
        """Return what makes the relations one pattern."""
        found: list[Sql] = []
        for link in self.links:
            found += self._join(link)
        for _, links in self.chains:
            found += [distinct for pair in combinations(links, 2) for distinct in _distinct(*pair)]
        for one, other in self.same:
            found.append(one.same(other) if set(one.tables) & set(other.tables) else sql.FALSE.copy())
        return found + self._missing_labels() + self._one_world()

    def _join(self, link: _Link) -> list[Sql]:
        found = []
        for node, left in ((link.left, True), (link.right, False)):
            end = link.end(left=left)
            if node.provider == (link, left):
                found += [sql.not_null(end[-1])] if isinstance(link, EdgeVar) and link.host and link.sparse else []
            elif not (isinstance(link, EdgeVar) and link.host is node):
                found += [sql.equal(a, b) for a, b in zip(node.identity(), end, strict=True)]
        return found

    def _missing_labels(self) -> list[Sql]:
        """Ask a node from around this level for the labels that are written here."""
        found: list[Sql] = []
        for node, labels in self.labels.items():
            kept = tuple(table for table in node.tables if labels <= set(table.labels))
            if node not in self.nodes and len(kept) < len(node.tables):
                again = NodeVar(self.shape, f"n{next(self.numbers)}", kept, frozenset())
                inner = sql.select([exp.Literal.number(1)], [again.relation()], [same_node(again, node)])
                found.append(exp.Exists(this=inner))
        return found

    def world(self) -> Sql | None:
        """Return the world of the outermost row."""
        if self.parent:
            return self.parent.world()
        first = self.chains[0][0][0]
        return first.identity()[0] if self.shape.worlds else None

    def _one_world(self) -> list[Sql]:
        world = self.world()
        if world is None:
            return []
        return [sql.equal(nodes[0].identity()[0], world) for nodes, _ in self.chains if nodes[0].identity()[0] != world]


def _distinct(one: _Link, other: _Link) -> list[Sql]:
    """Keep two edges of one MATCH apart."""
    if not set(one.tables) & set(other.tables):
        return []
    if isinstance(one, EdgeVar) and isinstance(other, EdgeVar):
        return [sql.negate(one.same(other))]
    if isinstance(one, WalkVar) and isinstance(other, WalkVar):
        return [sql.negate(sql.call("list_has_any", one.hops(), other.hops()))]
    walk, edge = (one, other) if isinstance(one, WalkVar) else (other, one)
    return [sql.negate(sql.call("list_contains", walk.hops(), edge.packed()))]  # type: ignore[union-attr]
