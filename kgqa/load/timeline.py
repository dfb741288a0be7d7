"""Tables of a source -> the nodes and edges of the patients' timelines.

Each table passes three queries: its file is read once into a typed scratch table, every row is accounted for (used,
or refused for one reason; dirt that refuses nothing is counted beside), and the rows that are used are written in the
order of patient and id. No row is looked at in Python, and nothing has to fit into memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgqa.graph.building import Building
from kgqa.graph.folder import DatabaseError
from kgqa.load import rows, source
from kgqa.load.mapping import Source, Table
from kgqa.load.source import SourceFile
from kgqa.schema import Schema

if TYPE_CHECKING:
    import duckdb

# taken while a file is read, so that a long text is never stored
_OF_A_TEXT = {"sha256": "sha256({0})", "characters": "length({0})"}


@dataclass(slots=True)
class Account:
    """What became of a table's rows: read = used + refused; `counted` is dirt that refuses nothing."""

    read: int = 0
    used: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)


class Timeline:
    """Loads a source's tables into a building: stage patients and admissions, set the clock, then load each table."""

    def __init__(self, schema: Schema, mapping: Source, building: Building) -> None:
        """Prepare the building's connection for tables."""
        self.schema, self.mapping, self.building = schema, mapping, building
        self.named = {edge.label for table in mapping.tables.values() for edge in table.edges}
        self.sql: duckdb.DuckDBPyConnection = building.connection
        self.sql.execute(f"CREATE SCHEMA known; CREATE SCHEMA dictionary; {rows.MACROS}")

    def stage(self, name: str, file: SourceFile) -> None:
        """Read a file into its typed scratch table; one that cannot be read as its table is a SourceError."""
        table = self.mapping.tables[name]
        of_a_text = [derived for derived in table.derived if derived.kind in _OF_A_TEXT]
        left_out = {derived.column for derived in of_a_text}
        kept = [column for column in table.columns.values() if column.name not in left_out]
        columns = [f'{source.typed(file, table, c)} AS "{c.name}"' for c in kept]
        columns += [
            f'{_OF_A_TEXT[d.kind].format(source.untouched(file, d.column))} AS "{d.property}"' for d in of_a_text
        ]
        try:
            self.sql.execute(f'CREATE TABLE scratch."{name}" AS SELECT {", ".join(columns)} FROM {source.scan(file)}')
        except DatabaseError as error:
            source.explain(file, table, self.sql, error)

    def set_clock(self) -> None:
        """Let each patient's minutes count from the first admission; patients and admissions must be staged."""
        patient, admission = self.mapping.patient, self.mapping.admission
        self.sql.execute(
            f'CREATE TABLE clock AS SELECT "{patient["key"]}" AS patient, min("{admission["start"]}") AS origin'
            f' FROM (SELECT DISTINCT * FROM scratch."{admission["table"]}" WHERE "{admission["key"]}" IS NOT NULL'
            # An admission that stands there in two versions is refused, so it sets no clock either.
            f' QUALIFY count(*) OVER (PARTITION BY "{admission["key"]}") = 1) GROUP BY 1'
        )

    def load(self, name: str) -> Account:
        """Account for the rows of a staged table and write those that are used."""
        table = self.mapping.tables[name]
        account = Account(read=self._number(f'SELECT count(*) FROM scratch."{name}"'))
        copies = self._drop_copies(table)
        if copies:
            account.refused["the same row again"] = copies
        self._judge(table, account)
        if table.label:
            self._write(table, rows.nodes(self.schema, self.mapping, table))
            if table.label in self.named:
                self.sql.execute(f'CREATE TABLE known."{table.label}" AS {rows.known(self.mapping, table)}')
        else:
            self.sql.execute(f'CREATE TABLE dictionary."{name}" AS {rows.entries(self.mapping, table)}')
        self.sql.execute(f'DROP TABLE scratch."{name}"; DROP TABLE twice')
        return account

    def leave_out(self, name: str) -> None:
        """Let a table that the source lacks be known: a label without nodes, or a dictionary without entries."""
        table = self.mapping.tables[name]
        if table.label:
            self._write(table, rows.no_nodes(self.schema, self.mapping, table))
            columns = ", ".join(f"NULL::BIGINT AS {column}" for column in ("id", "patient", "admission"))
            self.sql.execute(f'CREATE TABLE known."{table.label}" AS SELECT {columns} LIMIT 0')
        else:
            columns = ", ".join(f'NULL::{source.sql_type(c.kind)} AS "{c.name}"' for c in table.columns.values())
            self.sql.execute(
                f'CREATE TABLE dictionary."{name}" AS SELECT *, "{table.key}" AS key FROM (SELECT {columns} LIMIT 0)'
            )

    def _number(self, query: str) -> int:
        found = self.sql.execute(query).fetchone()
        return int(found[0]) if found else 0

    def _drop_copies(self, table: Table) -> int:
        """Keep one of rows that are the same in all that is read; keys that still occur twice go to table `twice`."""
        name, key = f'scratch."{table.name}"', f'"{table.key}"'
        twice = f"CREATE OR REPLACE TABLE twice AS SELECT {key} AS key FROM {name} GROUP BY 1 HAVING count(*) > 1"
        self.sql.execute(twice)
        before = self._number(f"SELECT count(*) FROM {name}")
        if not self._number("SELECT count(*) FROM twice"):
            return 0
        self.sql.execute(
            f"CREATE TABLE scratch.kept AS SELECT s.* FROM {name} s ANTI JOIN twice ON twice.key = s.{key}"
            f" UNION ALL SELECT DISTINCT s.* FROM {name} s SEMI JOIN twice ON twice.key = s.{key};"
            f'DROP TABLE {name}; ALTER TABLE scratch.kept RENAME TO "{table.name}"'
        )
        self.sql.execute(twice)
        return before - self._number(f"SELECT count(*) FROM {name}")

    def _judge(self, table: Table, account: Account) -> None:
        dirt = rows.dirt(self.mapping, table)
        counts = ", ".join(["count(*)", *(f"count(*) FILTER (WHERE {test})" for test in dirt.values())])
        for refused, number, *found in self.sql.execute(
            f"SELECT refused, {counts} FROM ({rows.rows(self.mapping, table)}) GROUP BY refused ORDER BY refused"
        ).fetchall():
            if refused is None:
                account.used = number
                account.counted = {said: n for said, n in zip(dirt, found, strict=True) if n}
            else:
                account.refused[refused] = number

    def _write(self, table: Table, select: str) -> None:
        label = self.schema.labels[table.label]
        self.building.nodes(label.labels, label.key, label.properties, select)
        for edge in table.edges:
            column = f"lone_{edge.column}" if edge.unless else edge.column
            ends = (edge.label, label.name) if edge.inward else (label.name, edge.label)
            columns = (column, "id") if edge.inward else ("id", column)
            self.building.edges_by_key(edge.type, *ends, held_by=label.name, columns=columns)
