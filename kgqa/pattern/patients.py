"""$patients, the only parameter: the ids of label Patient that a run is for, and the cheapest way to ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from kgqa.model import Catalog
from kgqa.pattern import compare, sql
from kgqa.pattern.level import Level
from kgqa.pattern.relation import WORLD, NodeVar, own, property_type, select_from, subquery
from kgqa.pattern.sql import Sql
from kgqa.pattern.value import Value, truth

LABEL = "Patient"  # the only label that the language itself knows


@dataclass(frozen=True, slots=True)
class Patients:
    """Whose rows are wanted: those that the caller gives, or all of the graph; in a world, all of the world."""

    catalog: Catalog
    given: bool
    worlds: bool

    def ids(self) -> exp.Select:
        """Select each id once, with its world where there are worlds."""
        if self.given:
            ids = sql.call("unnest", sql.cast(exp.Parameter(this=exp.var("patients")), "BIGINT[]"))
            return sql.select([sql.named(ids, "id")], [])
        names = {"id": own("id")} | ({"w": own(WORLD)} if self.worlds else {})
        tables = [
            select_from(table.relation, names)
            for table in self.catalog.nodes
            if LABEL in table.labels and property_type(table, "id") == "int"
        ]
        none = sql.select([sql.named(sql.null("int"), name) for name in names], [], [sql.FALSE.copy()])
        ids = sql.select([sql.column(name, "p") for name in names], [subquery(tables or [none], "p")])
        ids.set("distinct", exp.Distinct())
        return ids

    def _of(self, level: Level) -> exp.Select:
        """Select the ids that hold in the world of a level."""
        world = level.world()
        same = [sql.equal(sql.column("w", "ids"), world)] if world is not None else []
        return sql.select([sql.column("id", "ids")], [subquery([self.ids()], "ids")], same)

    def value(self, level: Level) -> Value:
        """Return $patients as a list, in ascending order."""
        ids = sql.call("list_sort", sql.call("list", sql.column("id", "listed")))
        listed = exp.Subquery(this=sql.select([ids], [subquery([self._of(level)], "listed")]))
        return Value({"ints": sql.call("coalesce", listed, sql.cast(sql.call("list_value"), "BIGINT[]"))}, known=True)

    def membership(self, item: Value, level: Level) -> Value:
        """Write `item IN $patients` wherever it may stand."""
        if item.items is not None or set(item.forms) != {"int"}:
            return compare.membership(item, self.value(level))
        inside = exp.In(this=item.forms["int"].copy(), query=exp.Subquery(this=self._of(level)))
        return truth(exp.Paren(this=inside), item)

    def condition(self, item: Value, owner: NodeVar | None, level: Level) -> Sql | None:
        """Write `item IN $patients` as a condition of a WHERE of its own; None where it takes more than a join.

        A join, because beside an IN and an EXISTS DuckDB 2.0 leaves the order of all joins as it is written.
        """
        if item.items is not None or set(item.forms) != {"int"} or item.error != sql.FALSE:
            return None
        if not self.given and owner is not None and all(LABEL in table.labels for table in owner.tables):
            return sql.TRUE.copy()
        alias = f"p{next(level.numbers)}"
        level.others.append(subquery([self.ids()], alias))
        world = level.world()
        same = [sql.equal(sql.column("w", alias), world)] if world is not None else []
        return sql.all_of([sql.equal(sql.column("id", alias), item.forms["int"]), *same])
