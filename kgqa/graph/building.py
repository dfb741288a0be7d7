"""Writes a graph folder beside its place and then puts it there in one step.

Whatever stops a load, the old graph stays whole: the new one grows in <name>.building, and the two change places by one
system call. What a killed load leaves behind is cleared by the next one; a lock keeps two loads of one graph apart.
"""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

import duckdb

from kgqa.errors import GraphError, UsageError
from kgqa.graph.folder import MANIFEST, EdgeEntry, NodeEntry, manifest_text
from kgqa.model import PropertyType

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


_NO_ROOM = "{}: not enough memory or disk to load the graph. Give more with --memory, or another --graph"


class Building:
    """A graph folder that is being written, and the one DuckDB connection that writes it.

    `aside` is a second connection to the same tables, for another thread; temporary tables are not shared.
    Schema `nodes` of the connection shows every label written so far; tables that are only passed through belong in
    schema `scratch`, which lies on disk beside the graph, so that nothing has to fit into memory.
    """

    def __init__(self, path: Path, memory: str | None) -> None:
        """Open the connection; `path` is an empty folder."""
        self.path = path
        self.connection = duckdb.connect()
        self.aside = self.connection.cursor()
        self._nodes: dict[str, NodeEntry] = {}
        self._edges: dict[tuple[str, str, str], EdgeEntry] = {}
        self._content: dict[str, list[Any]] = {}
        for folder in ("nodes", "edges", "names", "scratch"):
            (path / folder).mkdir()
        scratch = str(path / "scratch").replace("'", "''")
        self.connection.execute(f"SET temp_directory = '{scratch}'")
        self.connection.execute(f"ATTACH '{scratch}/tables.duckdb' AS scratch")
        self.connection.execute("CREATE SCHEMA nodes")
        with suppress(duckdb.InvalidInputException):  # in a notebook without ipywidgets there is no progress to be had
            self.connection.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
        if memory:
            try:
                self.connection.execute("SET memory_limit = ?", [memory])
            except duckdb.Error:
                raise UsageError(f"--memory {memory}: is no amount of memory. Write it like 8GB") from None

    def far(self) -> float:
        """Return how far the running query is, from 0 to 1; another thread may ask."""
        return max(0.0, self.connection.query_progress()) / 100

    @property
    def labels(self) -> frozenset[str]:
        """The primary labels written so far."""
        return frozenset(self._nodes)

    def nodes(
        self,
        labels: tuple[str, ...],
        key_type: Literal["int", "text"],
        properties: Mapping[str, PropertyType],
        select: str,
    ) -> int:
        """Write the nodes of a label from a query with `id`, the properties and foreign keys; return their number."""
        file = f"nodes/{labels[0]}.parquet"
        rows = self._write(file, select)
        self._nodes[labels[0]] = NodeEntry(labels[0], labels, file, rows, "id", key_type, dict(properties))
        self.connection.execute(f'CREATE VIEW nodes."{labels[0]}" AS SELECT * FROM {self._relation(file)}')
        return rows

    def edges(self, kind: str, source: str, target: str, properties: Mapping[str, PropertyType], select: str) -> int:
        """Write edges from a query with the columns `source`, `target` and the properties; return their number."""
        file = f"edges/{kind}.{source}.{target}.parquet"
        rows = self._write(file, select)
        self._edges[kind, source, target] = EdgeEntry(
            kind, source, target, file, "source", "target", rows, dict(properties)
        )
        return rows

    def edges_by_key(self, kind: str, source: str, target: str, held_by: str, columns: tuple[str, str]) -> int:
        """Declare edges whose two ends stand in the columns of the label `held_by`; return their number."""
        file = self._nodes[held_by].file
        both = " AND ".join(f'"{column}" IS NOT NULL' for column in columns)
        found = self.connection.execute(f'SELECT count(*) FROM nodes."{held_by}" WHERE {both}').fetchone()
        rows = int(found[0]) if found else 0
        self._edges[kind, source, target] = EdgeEntry(kind, source, target, file, *columns, rows, {})
        return rows

    def names(self, name: str, select: str) -> int:
        """Write a table that belongs to the graph without being part of it, such as the names of concepts."""
        return self._write(f"names/{name}.parquet", select)

    def finish(self, meta: Mapping[str, Any]) -> str:
        """Write graph.json, close the connection and return the fingerprint."""
        nodes = tuple(self._nodes[key] for key in sorted(self._nodes))
        edges = tuple(self._edges[key] for key in sorted(self._edges))
        views = [(e.type, e.source, e.target, e.file, e.source_column, e.target_column, e.rows) for e in edges]
        content = json.dumps([sorted(self._content.items()), views, [n.labels for n in nodes]])
        fingerprint = "sha256:" + hashlib.sha256(content.encode()).hexdigest()
        self.close()
        shutil.rmtree(self.path / "scratch")
        text = manifest_text({**meta, "fingerprint": fingerprint}, nodes, edges)
        (self.path / MANIFEST).write_text(text, encoding="utf-8")
        return fingerprint

    def close(self) -> None:
        """Close both connections, which lets go of the memory."""
        self.aside.close()
        self.connection.close()

    def _relation(self, file: str) -> str:
        path = str(self.path / file).replace("'", "''")
        return f"read_parquet('{path}')"

    def _write(self, file: str, select: str) -> int:
        path = str(self.path / file).replace("'", "''")
        self.connection.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
        relation = self._relation(file)
        columns = [tuple(row[:2]) for row in self.connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()]
        # The content, not the bytes: sums of row hashes do not depend on the order of rows, threads or row groups.
        found = self.connection.execute(
            f"SELECT count(*), sum(hash(row)::HUGEINT)::VARCHAR, bit_xor(hash(row))::VARCHAR FROM {relation} AS row"
        ).fetchone()
        assert found is not None
        self._content[file] = [columns, *found]
        return int(found[0])


def lacks_room(error: duckdb.Error) -> bool:
    """Whether a query stopped because memory or disk ran out, and not because of what it read."""
    return isinstance(error, duckdb.OutOfMemoryException) or "No space left" in str(error)


@contextmanager
def building(target: Path, memory: str | None = None) -> Iterator[Building]:
    """Give a folder to write a graph in; when the block ends well it becomes `target`, otherwise nothing is left.

    Raises UsageError where `target` holds something that is no graph, GraphError where another load is writing it.
    """
    target = target.resolve()
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target}: is a file. Give a folder for the graph")
    if target.is_dir() and any(target.iterdir()) and not (target / MANIFEST).is_file():
        raise UsageError(f"{target}: holds files but no graph, and would be replaced. Give another --graph")
    path = target.with_name(target.name + ".building")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path}: cannot be made ({error.strerror}). Give another --graph") from None
    # The old graph is locked too: after the swap it stands at `path` until it is removed.
    locks = [_locked(folder, target) for folder in (path, target) if folder.exists()]
    try:
        for left in path.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        made = Building(path, memory)
        try:
            yield made
        except duckdb.Error as error:
            if lacks_room(error):
                raise UsageError(_NO_ROOM.format(path)) from None
            raise
        finally:
            made.close()
        if not (path / MANIFEST).is_file():
            raise AssertionError("the graph was not finished")
        _put(path, target)
    finally:
        shutil.rmtree(path, ignore_errors=True)
        for lock in locks:
            os.close(lock)


def _locked(folder: Path, target: Path) -> int:
    """Lock a folder; the kernel lets go of the lock when the process ends, however it ends."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        same = os.fstat(lock).st_ino == folder.stat().st_ino
    except (BlockingIOError, FileNotFoundError):
        same = False
    if not same:
        os.close(lock)
        raise GraphError(f"{target}: another load is writing it. Wait for it, or give another --graph")
    return lock


def _put(path: Path, target: Path) -> None:
    if not target.exists():
        path.rename(target)
    elif not _exchange(path, target):
        # No system call that swaps: for a moment there is no graph at `target`, but both are whole on disk.
        old = target.with_name(target.name + ".old")
        target.rename(old)
        path.rename(target)
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux: renameat2)."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
