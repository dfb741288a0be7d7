"""A graph into a Neo4j server over Bolt, in batches; what stops in the middle is gone on with, and never doubled.

The database's :KGQA node says which graph it holds, how far it has come, and whether it is complete. Each batch moves
that node on in its own transaction, so a batch is there if and only if the node says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

import duckdb
import neo4j

from kgqa.errors import GraphError, UsageError
from kgqa.graph.bolt import DATABASE, connect, quoted, read_meta, said_in_one_line
from kgqa.graph.folder import GraphFolder
from kgqa.graph.parts import BATCH, Part, batches, count, parts
from kgqa.graph.sameness import prove_same

Told = Callable[[str, int, int], None]
"""Called with what is being done, the rows done so far, and all of them."""

_MEMORY = "400MB"

_ADVANCE = """
MATCH (m:KGQA) SET m.part = m.part  // takes the node's lock before its state is read
WITH m WHERE m.part = $part AND m.rows = $before AND NOT m.complete
SET m.rows = $after RETURN count(m) AS moved
"""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a server now holds, and how many rows of it were sent this time."""

    nodes: int
    edges: int
    sent: int


def push(
    graph: GraphFolder,
    uri: str,
    *,
    password: str | None = None,
    replace: bool = False,
    insecure: bool = False,
    told: Told = lambda _what, _done, _all: None,
) -> Pushed:
    """Bring the graph into the server's database and prove that it is there, whole and unchanged.

    One that was interrupted goes on where it stopped. A database that holds anything else is refused without `replace`.
    """
    with (
        connect(uri, password=password, insecure=insecure) as driver,
        reading(graph) as (tables, all_parts),
        said_in_one_line(uri),
        open_session(driver) as session,
    ):
        if not holds(session, graph, uri, replace=replace):
            _empty(session, told)
            _begin(session, graph)
        constrain(session, all_parts)
        sizes = {part.name: count(tables, part) for part in all_parts}
        sent = _send(session, tables, sizes, all_parts, told)
        nodes, edges = prove(session, tables, all_parts, told)
        return Pushed(nodes, edges, sent)


def open_session(driver: neo4j.Driver) -> neo4j.Session:
    """Open a session on the database that kgqa keeps its graph in."""
    return driver.session(database=DATABASE, fetch_size=BATCH)


@contextmanager
def reading(graph: GraphFolder) -> Iterator[tuple[duckdb.DuckDBPyConnection, tuple[Part, ...]]]:
    """Open the folder's tables for reading in little memory, whatever their size, and cut them into parts."""
    with TemporaryDirectory() as spill, duckdb.connect() as tables:
        tables.execute(f"SET memory_limit = '{_MEMORY}'")
        tables.execute("SET temp_directory = $spill", {"spill": spill})
        try:
            yield tables, parts(graph.catalog)
        except duckdb.Error as error:  # its text may quote a value
            raise GraphError(
                f"{graph.path}: its tables cannot be read ({type(error).__name__}); load it again"
            ) from None


def constrain(session: neo4j.Session, all_parts: tuple[Part, ...]) -> None:
    """Make ids unique within their label, which is also the index that edges find their ends by."""
    for part in all_parts:
        if not part.type:
            name, label = quoted(f"id of {part.labels[0]}"), quoted(part.labels[0])
            session.run(f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()
    session.run("CALL db.awaitIndexes(600)").consume()


def prove(
    session: neo4j.Session, tables: duckdb.DuckDBPyConnection, all_parts: tuple[Part, ...], told: Told
) -> tuple[int, int]:
    """Read everything back, compare it with the tables, and only then call the database complete.

    Returns the number of nodes and of edges.
    """
    edges = sum(count(tables, part) for part in all_parts if part.type)
    nodes = sum(count(tables, part) for part in all_parts if not part.type)
    done = 0

    def read(_part: str, rows: int) -> None:
        nonlocal done
        done += rows
        told("comparing", done, nodes + edges)

    prove_same(session, tables, all_parts, read)
    session.run("MATCH (m:KGQA) SET m.complete = true REMOVE m.part, m.rows").consume()
    return nodes, edges


def holds(session: neo4j.Session, graph: GraphFolder, uri: str, *, replace: bool) -> bool:
    """Say whether the database already holds (some of) this graph; refuse one that holds another, unless `replace`."""
    meta = read_meta(session)
    if meta and meta.fingerprint == graph.fingerprint and not replace:
        return True
    holds_more = session.run("MATCH (n) WHERE NOT n:KGQA RETURN count(n) > 0").single(strict=True)[0]
    if holds_more and not replace and (meta is None or meta.complete):
        what = "another graph of kgqa" if meta else "something that kgqa did not put there"
        raise UsageError(f"{uri}: the database holds {what}; add --replace to remove it, or take another server")
    return False


def _empty(session: neo4j.Session, told: Told) -> None:
    # Marked before the first deletion, so that one that is interrupted leaves a database that readers refuse.
    session.run("MATCH (m:KGQA) SET m.complete = false").consume()
    for name in session.run("SHOW CONSTRAINTS YIELD name").value():
        session.run(f"DROP CONSTRAINT {quoted(name)}").consume()
    for name in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'").value():
        session.run(f"DROP INDEX {quoted(name)}").consume()
    told("emptying", 0, 0)
    in_batches = f"IN TRANSACTIONS OF {BATCH} ROWS"
    session.run(f"MATCH ()-[r]->() CALL (r) {{ DELETE r }} {in_batches}").consume()
    session.run(f"MATCH (n) WHERE NOT n:KGQA CALL (n) {{ DELETE n }} {in_batches}").consume()
    session.run("MATCH (m:KGQA) DELETE m").consume()


def _begin(session: neo4j.Session, graph: GraphFolder) -> None:
    # Unique, so that two pushes that begin at once do not both believe the database theirs.
    session.run("CREATE CONSTRAINT `id of KGQA` IF NOT EXISTS FOR (m:KGQA) REQUIRE m.id IS UNIQUE").consume()
    session.run(
        "CREATE (:KGQA {id: 'graph', schema_version: $version, fingerprint: $fingerprint, complete: false, "
        "part: '', rows: 0})",
        version=graph.meta["schema_version"],
        fingerprint=graph.fingerprint,
    ).consume()


def _send(
    session: neo4j.Session,
    tables: duckdb.DuckDBPyConnection,
    sizes: Mapping[str, int],
    all_parts: tuple[Part, ...],
    told: Told,
) -> int:
    at = session.run("MATCH (m:KGQA) RETURN m.part, m.rows, m.complete").single(strict=True)
    if at[2]:
        return 0
    names = [part.name for part in all_parts]
    first = names.index(at[0]) if at[0] in names else 0
    done = sum(sizes[name] for name in names[:first])
    everything, sent = sum(sizes.values()), 0
    for part in all_parts[first:]:
        skip = at[1] if part.name == at[0] else 0
        if part.name != at[0]:
            session.run("MATCH (m:KGQA) SET m.part = $part, m.rows = 0", part=part.name).consume()
        done += skip
        for rows in batches(tables, part, skip):
            session.execute_write(_write, part, rows, skip)
            skip, done, sent = skip + len(rows), done + len(rows), sent + len(rows)
            told(part.name, done, everything)
    return sent


def _write(transaction: neo4j.ManagedTransaction, part: Part, rows: list[tuple[object, ...]], before: int) -> None:
    state = {"part": part.name, "before": before, "after": before + len(rows)}
    if not transaction.run(_ADVANCE, state).single(strict=True)[0]:
        # The driver tries again where an answer got lost: then the batch is there, and the node says so.
        now = transaction.run("MATCH (m:KGQA) RETURN m.part, m.rows").single(strict=True)
        if (now[0], now[1]) == (part.name, state["after"]):
            return
        raise GraphError(f"{part.name}: another push is at work in this database; wait for it, or stop it")
    made = transaction.run(part.write, rows=rows).consume().counters
    if (made.relationships_created if part.type else made.nodes_created) != len(rows):
        raise GraphError(f"{part.name}: an edge's end is not among the nodes; load the graph again")
