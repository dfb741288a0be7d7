"""The embedded engine: a graph as tables, answered by DuckDB.

A graph folder is read where it lies; a graph of CREATE statements is held in memory. Messages of DuckDB can hold
values, so none of them is ever passed on.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from kgqa.errors import GraphError, PatternError
from kgqa.graph.create import create
from kgqa.graph.folder import read
from kgqa.graph.functions import add_functions
from kgqa.graph.protocol import Cell, Rows, World
from kgqa.graph.relations import Relations
from kgqa.graph.worlds import Worlds
from kgqa.model import Catalog, Edge, EdgeRef, EdgeTable, Node, NodeRef, NodeTable
from kgqa.pattern.compile import Statement, compile_query
from kgqa.pattern.relation import quoted
from kgqa.pattern.tree import Query
from kgqa.processes import processors

# In DuckDB 2.0.0 this pass hides from the ordering of joins how large relations are (a walk of 14 relations took 34 s
# and takes 0.1 s without it), and leads to "dict-surviving cache" failures of hash joins on text keys.
_DISABLED = "projection_pullup"
_MEMORY = 80  # percent of the machine's that DuckDB takes when it is alone


class Tables:
    """A graph of tables that answers Cypher. Use it as a context manager, in one thread."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, catalog: Catalog, fingerprint: str) -> None:
        """Take over a connection in which the catalog's relations can be read."""
        self._connection, self._fingerprint = connection, fingerprint
        self._compiled: dict[tuple[Query, bool, bool], Statement] = {}
        with suppress(duckdb.InvalidInputException):  # in a notebook without ipywidgets there is none to turn off
            connection.execute("SET enable_progress_bar = false")  # DuckDB would print it among the results
        connection.execute(f"SET disabled_optimizers = '{_DISABLED}'")
        self._spill = TemporaryDirectory(prefix="kgqa-")  # what does not fit in memory; else it would lie in ./.tmp
        connection.execute("SET temp_directory = $spill", {"spill": self._spill.name})
        add_functions(connection)
        with _no_values("the graph"):
            self._relations = Relations(connection, catalog)
        self._catalog = self._relations.catalog
        self._worlds = Worlds(connection, self._catalog)

    @classmethod
    def open_folder(cls, path: Path | str, share: int = 1) -> Self:
        """Open a graph folder, to work beside `share` - 1 others; raise GraphError where there is none."""
        folder = read(path)
        connection = duckdb.connect()
        if share > 1:
            connection.execute(f"SET threads = {max(1, processors() // share)}")
            connection.execute(f"SET memory_limit = '{_MEMORY // share}%'")
        return cls(connection, folder.catalog, folder.fingerprint)

    @classmethod
    def from_create(cls, text: str, name: str = "graph") -> Self:
        """Make a graph of CREATE statements; raise PatternError, with `name` as the file, where they are wrong."""
        catalog, tables = create(text, name)
        connection = duckdb.connect()
        for relation, table in tables.items():
            connection.register(relation, table)
        return cls(connection, catalog, "sha256:" + hashlib.sha256(text.encode()).hexdigest())

    @property
    def fingerprint(self) -> str:
        """The content of the graph as one text."""
        return self._fingerprint

    @property
    def catalog(self) -> Catalog:
        """The graph as relations of this engine's connection, without those that hold nothing."""
        return self._catalog

    def close(self) -> None:
        """Let go of the tables."""
        self._connection.close()
        self._spill.cleanup()

    def __enter__(self) -> Self:
        """Return the engine."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engine."""
        self.close()

    def run(self, query: Query, patients: Sequence[int] | None = None) -> Rows:
        """Return the rows of `query`; without `patients` the parameter `$patients` holds every Patient's id."""
        statement = self._statement(query, given=patients is not None, worlds=False)
        parameters = {"patients": sorted(set(patients or ()))} if statement.given else {}
        with _no_values(query.name):
            self._relations.hold(statement.relations)
            fetched = self._fetched(statement.sql, parameters)
        return Rows(tuple(item.name for item in query.returns), statement.rows(fetched))

    def run_alone(self, query: Query, patients: Iterable[int]) -> dict[int, list[tuple[Cell, ...]]]:
        """Return the rows of `query` for each patient alone, `$patients` holding no other, from one SQL statement.

        Planning takes DuckDB longer than running for one patient, so each is a row that a LATERAL join runs it for.
        """
        found: dict[int, list[tuple[Cell, ...]]] = {patient: [] for patient in patients}
        statement = self._statement(query, given=True, worlds=False)
        each = statement.sql.replace("CAST($patients AS BIGINT[])", "[each.patient]")
        sql = (
            f"SELECT * FROM (SELECT UNNEST(CAST($patients AS BIGINT[])) AS patient) AS each, LATERAL ({each}) AS alone"
        )
        with _no_values(query.name):
            self._relations.hold(statement.relations)
            fetched = self._fetched(sql, {"patients": sorted(found)})
        for row, cells in zip(fetched, statement.rows([row[1:] for row in fetched]), strict=True):
            found[row[0]].append(cells)
        return found

    def run_worlds(self, query: Query, worlds: Iterable[World]) -> dict[int, list[tuple[Cell, ...]]]:
        """Return the rows of `query` in each of many little graphs, by their keys, from one SQL statement."""
        known = {world.key: world for world in worlds}
        found: dict[int, list[tuple[Cell, ...]]] = {key: [] for key in known}
        statement = self._statement(query, given=False, worlds=True)
        with _no_values(query.name):
            self._relations.hold(self._worlds.behind(statement.relations))
            with self._worlds.shown(statement.relations, known.values()):
                fetched = self._fetched(statement.sql, {})
        for row, cells in zip(fetched, statement.rows(fetched), strict=True):
            found[row[0]].append(cells)
        return found

    def explain(self, query: Query) -> str:
        """Return the SQL that a text becomes."""
        return self._statement(query, given=False, worlds=False).sql

    def _fetched(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except duckdb.InvalidInputException as error:
            # DuckDB 2.0.0 cannot plan some CASE over what is NULL in one part of a UNION, unless it leaves statistics
            # aside. It came with its pull request 22342; tests/test_semantics.py tells when this can go.
            if "did not return a BoundFunctionExpression" not in str(error):
                raise
        self._connection.execute(f"SET disabled_optimizers = '{_DISABLED},statistics_propagation'")
        try:
            return self._connection.execute(sql, parameters).fetchall()
        finally:
            self._connection.execute(f"SET disabled_optimizers = '{_DISABLED}'")

    def _statement(self, query: Query, *, given: bool, worlds: bool) -> Statement:
        key = (query, given, worlds)
        if key not in self._compiled:
            catalog = self._worlds.catalog if worlds else self._catalog
            self._compiled[key] = compile_query(query, catalog, "given" if given else "all", worlds=worlds)
        return self._compiled[key]

    def nodes(self, refs: Iterable[NodeRef]) -> Mapping[NodeRef, Node]:
        """Look nodes up; those that are not in the graph are not in the result."""
        wanted: dict[str, list[Any]] = defaultdict(list)
        for ref in set(refs):
            wanted[ref.label].append(ref.id)
        found = {}
        for table in self._catalog.nodes:
            ids = _fitting(wanted.get(table.labels[0], []), table)
            rows = self._look_up(table, [table.key], [ids]) if ids else []
            for (id_, *values), names in rows:
                properties = _properties([table.key, *names], [id_, *values])
                ref = NodeRef(table.labels[0], id_)
                found[ref] = Node(ref, tuple(label for label in table.labels if label), properties)
        return found

    def edges(self, refs: Iterable[EdgeRef]) -> Mapping[EdgeRef, Edge]:
        """Look edges up; those that are not in the graph are not in the result. Of parallel ones, one is."""
        wanted: dict[tuple[str, str, str], list[EdgeRef]] = defaultdict(list)
        for ref in set(refs):
            wanted[ref.source.label, ref.type, ref.target.label].append(ref)
        found = {}
        for table in self._catalog.edges:
            refs_here = wanted.get((table.source, table.type, table.target), [])
            ends = [[ref.source.id for ref in refs_here], [ref.target.id for ref in refs_here]]
            rows = self._look_up(table, [table.source_column, table.target_column], ends) if refs_here else []
            for (source, target, *values), names in rows:
                ref = EdgeRef(NodeRef(table.source, source), table.type, NodeRef(table.target, target))
                found[ref] = Edge(ref, _properties(names, values))
        return found

    def _look_up(
        self, table: NodeTable | EdgeTable, keys: Sequence[str], values: Sequence[list[Any]]
    ) -> Iterator[tuple[tuple[Any, ...], list[str]]]:
        names = [name for name in table.properties if name not in keys]
        columns = ", ".join(f"r.{quoted(name)}" for name in [*keys, *names])
        same = " AND ".join(f"r.{quoted(key)} = x.k{at}" for at, key in enumerate(keys))
        wanted = pa.table({f"k{at}": pa.array(part) for at, part in enumerate(values)})
        with _no_values("the graph"):
            self._connection.register("wanted", wanted)
            sql = f"SELECT {columns} FROM {table.relation} r JOIN wanted x ON {same}"
            rows = self._connection.execute(sql).fetchall()
            self._connection.unregister("wanted")
        return ((row, names) for row in rows)


def _fitting(ids: Sequence[Any], table: NodeTable) -> list[Any]:
    """Keep the ids that have the type of the table's key; no other can be in it."""
    wanted = str if table.key_type == "text" else int
    return [id_ for id_ in ids if isinstance(id_, wanted)]


def _properties(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    present = zip(names, values, strict=True)
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in present
        if value is not None and not name.startswith("@")
    }


@contextmanager
def _no_values(where: str) -> Iterator[None]:
    """Turn DuckDB's errors that data can cause into ours, without their text: it may quote a value of a chart."""
    try:
        yield
    except (duckdb.InvalidInputException, duckdb.OutOfRangeException, duckdb.ConversionException):
        message = "a value has the wrong type for what is done with it, is divided by zero, or leaves 64 bits"
        raise PatternError(f"{where}: {message}. Test the property with IS NOT NULL or CASE first.") from None
    except (duckdb.IOException, duckdb.HTTPException):
        raise GraphError(f"{where}: a file of the graph cannot be read. Load the graph again.") from None
    except duckdb.OutOfMemoryException:
        raise GraphError(f"{where}: needs more memory than there is. Run it for fewer patients at once.") from None
