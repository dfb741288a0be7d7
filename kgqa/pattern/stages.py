"""Answering a text in stages: a MATCH that asks EXISTS or COUNT is finished before the next MATCH is joined to it.

Left alone, DuckDB and Neo4j may both answer a subquery for the rows of all joins around it together. A text that looks
for the first of something, and then for what followed it, joins all that followed to all that might have been first.
The rows are the same either way; only when a condition is asked differs. So a text is written with what narrows first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlglot import exp

from kgqa.pattern import sql
from kgqa.pattern.sql import Sql
from kgqa.pattern.tree import Match, Query, Subquery, expressions

_BARRIER = "WITH * "  # for Neo4j the end of a stage; it passes every row and name on


def ends_stage(match: Match) -> bool:
    """Tell whether what follows a MATCH waits until it is answered."""
    return any(isinstance(part, Subquery) for part in expressions(match))


def with_barriers(query: Query) -> str:
    """Write a text for Neo4j, whose planner moves no condition past a WITH."""
    lines = query.text.split("\n")
    for before, match in reversed(list(zip(query.matches, query.matches[1:], strict=False))):
        if ends_stage(before) and _names_anything(before):
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
