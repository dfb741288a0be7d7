"""Tree and catalog -> one SQL statement for DuckDB, and how to read its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlglot import exp

from kgqa.model import Catalog
from kgqa.pattern import tree
from kgqa.pattern.expression import Compiler
from kgqa.pattern.level import Level, Mentions
from kgqa.pattern.output import Output, Reader
from kgqa.pattern.patients import Patients
from kgqa.pattern.relation import NodeVar, Shape
from kgqa.pattern.sql import named
from kgqa.pattern.stages import in_stages
from kgqa.pattern.tree import Query

Whose = Literal["given", "all"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A compiled text. With `worlds` the first column of its rows is the world; `given` asks for $patients."""

    sql: str
    relations: frozenset[str]
    worlds: bool
    given: bool
    readers: tuple[Reader, ...]

    def rows(self, fetched: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Turn fetched rows into cells, without the world."""
        if not fetched:
            return []
        columns = list(zip(*fetched, strict=True))[1 if self.worlds else 0 :]
        return list(zip(*(read(columns) for read in self.readers), strict=True))


def compile_query(query: Query, catalog: Catalog, patients: Whose = "all", *, worlds: bool = False) -> Statement:
    """Compile one text; raise PatternError with the place of what cannot be made equal to Cypher.

    With `patients` "given" the statement takes the ids as a parameter, else $patients holds all ids of label Patient.
    With `worlds` every relation of the catalog has a column `w`, and a row never joins two worlds.
    """
    shape = Shape(catalog, worlds=worlds)
    compiler = Compiler(query.name, shape, Mentions.of(query), Patients(catalog, patients == "given", worlds))
    level, conditions = compiler.patterns(query.matches, None)
    output = Output(shape, query.distinct)
    readers = tuple(_reader(item, compiler, level, output) for item in query.returns)
    world = level.world()
    columns = ([world] if world is not None else []) + output.columns
    shown = [named(column, f"c{at}") for at, column in enumerate(columns)]
    select = in_stages(shown, level.relations(), conditions, level.stages(query.matches))
    if query.distinct:
        select.set("distinct", exp.Distinct())
    relations = frozenset(table.name for table in select.find_all(exp.Table))
    text = select.sql(dialect="duckdb", copy=False)
    return Statement(text, relations, worlds, patients == "given" and "$patients" in text, readers)


def _reader(item: tree.Return, compiler: Compiler, level: Level, output: Output) -> Reader:
    if isinstance(item.expression, tree.Variable):
        if item.expression.name in level.paths:
            return output.path(*level.paths[item.expression.name])
        variable = level.names[item.expression.name]
        if isinstance(variable, NodeVar):
            return output.node(variable)
    return output.value(compiler.value(item.expression, level))
