"""The order in which a text is answered: the rows are the same in any, the time and the memory are not.

DuckDB answers a subquery for the rows of all joins around it together: a text that looks for the first of something,
and then for what followed it, would join all that followed to all that might have been first. So a MATCH that asks
EXISTS or COUNT is finished before the next is joined to it. The planner of Neo4j takes a laboratory test for something
rare, and goes from it to the results of every patient: it is kept to the order in which the MATCHes are written.
A text is therefore written with what narrows first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlglot import exp

from kgqa.pattern import sql
from kgqa.pattern.sql import Sql
from kgqa.pattern.tree import Match, Query, Subquery, expressions

_BARRIER = "WITH * "  # it passes every row and name on; without a name so far Neo4j refuses it


def ends_stage(match: Match) -> bool:
    """Tell whether what follows a MATCH waits in DuckDB until it is answered."""
    return any(isinstance(part, Subquery) for part in expressions(match))


def with_barriers(query: Query) -> str:
    """Write a text for Neo4j, whose planner moves nothing past a WITH."""
    lines = query.text.split("\n")
    named = [number for number, match in enumerate(query.matches) if _names_anything(match)]
    for match in reversed(query.matches[min(named, default=len(query.matches)) + 1 :]):
        line, column = match.place.line - 1, match.place.column - 1
        lines[line] = lines[line][:column] + _BARRIER + lines[line][column:]
    return "\n".join(lines)


def _names_anything(match: Match) -> bool:
    return bool(match.path or any(node.name for node in match.nodes) or any(edge.name for edge in match.edges))


def in_stages(
    columns: Sequence[Sql], relations: Sequence[Sql], conditions: Sequence[Sql], stages: Iterable[frozenset[str]]
) -> exp.Select:
    """SELECT in stages; each but the last is told by the relations that are joined by its end, by alias."""
    waiting = {relation.alias: relation for relation in relations}
    ready: dict[str, Sql] = {}
    done: list[tuple[str, exp.Select]] = []
    for number, aliases in enumerate(stages):
        joined = {alias: relation for alias, relation in waiting.items() if alias in aliases}
        if not joined or len(joined) == len(waiting):
            continue
        waiting = {alias: relation for alias, relation in waiting.items() if alias not in joined}
        now = [part for part in conditions if not _relations(part) & waiting.keys()]
        conditions = [part for part in conditions if _relations(part) & waiting.keys()]
        name = f"stage{number}"
        moved = _moved([*columns, *conditions], {*ready, *joined}, name)
        done.append((name, sql.select(moved, [*ready.values(), *joined.values()], now)))
        ready = {name: exp.to_table(name)}
    result = sql.select(columns, [*ready.values(), *waiting.values()], conditions)
    for name, stage in done:
        result = result.with_(name, as_=stage, materialized=True, copy=False)
    return result


def _relations(part: Sql) -> set[str]:
    return {column.table for column in part.find_all(exp.Column)}


def _moved(parts: Sequence[Sql], relations: set[str], stage: str) -> list[Sql]:
    """Let the parts name columns of a stage where they named those of its relations; return what the stage selects."""
    shown: dict[str, Sql] = {}
    for column in [found for part in parts for found in part.find_all(exp.Column) if found.table in relations]:
        alias, name = column.table, column.name
        moved = name if alias.startswith("stage") else f"{alias}.{name}"
        shown[moved] = sql.named(sql.column(name, alias), moved)
        column.set("this", exp.to_identifier(moved, quoted=True))
        column.set("table", exp.to_identifier(stage, quoted=True))
    return list(shown.values()) or [sql.named(sql.TRUE, "nothing")]
