"""The files of a source: which file holds which table, their headers, and how DuckDB reads them.

CSV (plain or gzip) and Parquet are read alike: columns in any order, headers in either case, values checked against
the kind that the mapping gives them. A file that cannot be read as its table is a SourceError that names the table,
the line and the column, and never shows what stands there.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pyarrow as pa
import pyarrow.parquet as pq

from kgqa.errors import SourceError
from kgqa.graph.building import lacks_room
from kgqa.graph.folder import DatabaseError
from kgqa.load.mapping import Column, Source, Table
from kgqa.load.names import quoted

if TYPE_CHECKING:
    import duckdb

_ENDINGS = (".csv.gz", ".csv", ".parquet")
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?"
# kind -> the type it is cast to, and what its text must look like: DuckDB alone would round 1.5 and take 0x10 and nan.
# Other programs write a whole number with gaps as 142345.0; that is accepted.
_CASTS = {
    "int": ("BIGINT", r"[-+]?[0-9]+(\.0*)?"),
    "float": ("DOUBLE", r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?"),
    "time": ("TIMESTAMP", _TIME),
    "date": ("DATE", _TIME),
}
# A value that comes out as it stands when it is written back needs no pattern; nearly all do, in half the time.
_AS_WRITTEN = {
    "int": "CAST(TRY_CAST({0} AS BIGINT) AS VARCHAR) = {0}",
    "time": "length({0}) = 19 AND {0} >= '0' AND strftime(TRY_CAST({0} AS TIMESTAMP), '%Y-%m-%d %H:%M:%S') = {0}",
}
_SAID = {"int": "a whole number", "float": "a number", "time": "a time", "date": "a date"}
# what DuckDB calls the fault of a line, and what we say
_FAULTS = {
    "MISSING COLUMNS": "has too few columns; the file is cut short, or a line break is not in quotes",
    "TOO MANY COLUMNS": "has too many columns; put a value that holds a comma in quotes",
    "UNQUOTED VALUE": "has a quote that is not closed or not doubled; close or double it",
    "INVALID ENCODING": "is not UTF-8; convert the file, for example with iconv -f latin1 -t utf-8",
    "LINE SIZE OVER MAXIMUM": "is longer than 16 MB; a quote is not closed",
}
_MAX_LINE = 16 * 1024 * 1024
_BROKEN = (gzip.BadGzipFile, EOFError, zlib.error)
_BROKEN_SAID = "is no whole gzip file. Copy it again"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A table's file: `header` holds its column names in lower case, in the file's own order."""

    table: str
    path: Path
    parquet: bool
    header: tuple[str, ...]

    def fail(self, message: str, line: int | None = None) -> NoReturn:
        """Raise a SourceError at this file and line."""
        place = f"{self.path}:{line}" if line else str(self.path)
        raise SourceError(f"{place}: table {self.table}: {message}")


def find_files(folder: Path, source: Source) -> tuple[dict[str, SourceFile], tuple[str, ...]]:
    """Return the file of every table that the folder holds, and the names of the tables that it lacks.

    Raises SourceError where the folder or one of the patients' or admissions' tables is missing, where two files hold
    one table, and where a header lacks a column.
    """
    if not folder.is_dir():
        raise SourceError(f"{folder}: there is no such folder. Give the folder that holds {source.title}'s tables")
    names = {(table + ending).lower(): table for table in source.tables for ending in _ENDINGS}
    paths: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        table = names.get(path.name.lower())
        if table and table in paths:
            raise SourceError(f"{path}: table {table} is in {paths[table].name} too. Keep one of them")
        if table:
            paths[table] = path
    missing = tuple(name for name in source.tables if name not in paths)
    for needed in (source.patient["table"], source.admission["table"]):
        if needed in missing:
            raise SourceError(
                f"{folder}: {needed} is missing. Put {needed}.csv, {needed}.csv.gz or {needed}.parquet in it"
            )
    files = {name: _open(source.tables[name], paths[name]) for name in source.tables if name in paths}
    return files, missing


def _open(table: Table, path: Path) -> SourceFile:
    parquet = path.name.lower().endswith(".parquet")
    bare = SourceFile(table.name, path, parquet, ())
    try:
        header = _parquet_header(bare, table) if parquet else _csv_header(path)
    except _BROKEN:
        bare.fail(_BROKEN_SAID)
    except UnicodeDecodeError:
        bare.fail(f"the header {_FAULTS['INVALID ENCODING']}", 1)
    except pa.ArrowException:
        bare.fail("is no Parquet file. Copy or write it again")
    except OSError as error:
        bare.fail(f"cannot be read ({error.strerror})")
    if not header:
        bare.fail("is empty. A table starts with its header")
    for column in table.columns:
        if header.count(column) != 1:
            found = "twice" if column in header else "not"
            bare.fail(
                f"the column {column} is {found} in the header. Compare it with {table.name} in the documentation", 1
            )
    return SourceFile(table.name, path, parquet, header)


def _csv_header(path: Path) -> tuple[str, ...]:
    packed = path.name.lower().endswith(".gz")
    with gzip.open(path) if packed else path.open("rb") as lines:
        head = lines.readline().decode("utf-8-sig")
    return tuple(name.strip().lower() for name in next(csv.reader([head]), []))


def _parquet_header(file: SourceFile, table: Table) -> tuple[str, ...]:
    fields = pq.read_schema(file.path)
    for stored in fields:
        column = table.columns.get(stored.name.lower())
        if (
            column
            and column.kind == "code"
            and not (pa.types.is_string(stored.type) or pa.types.is_large_string(stored.type))
        ):
            file.fail(f"column {column.name} is stored as a number and has lost its leading zeros. Write it as text")
    return tuple(name.lower() for name in fields.names)


def checked_hash(file: SourceFile) -> str:
    """Return the sha256 of a file's bytes; a gzip file is unpacked to its end so that its checksum is compared.

    DuckDB does not look at the checksum, so a spoiled byte that still unpacks would go unseen.
    """
    with file.path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if file.path.name.lower().endswith(".gz"):
        try:
            with gzip.open(file.path) as stream:
                while stream.read(1 << 20):
                    pass
        except _BROKEN:
            file.fail(_BROKEN_SAID)
    return digest


def scan(file: SourceFile, extra: str = "") -> str:
    """Write the table function that reads a file; the columns of CSV are texts named by position (c0, c1, ...)."""
    if file.parquet:
        return f"read_parquet({quoted(str(file.path))})"
    columns = ", ".join(f"'c{position}': 'VARCHAR'" for position in range(len(file.header)))
    return (
        f"read_csv({quoted(str(file.path))}, auto_detect = false, header = true, delim = ',', quote = '\"',"
        f" escape = '\"', strict_mode = true, max_line_size = {_MAX_LINE}, columns = {{{columns}}}{extra})"
    )


def untouched(file: SourceFile, column: str) -> str:
    """Write a column's value as it stands in the file, NULL where it is empty: offsets in a note count from there."""
    return f"nullif({_raw(file, column)}, '')"


def cell(file: SourceFile, table: Table, column: str) -> str:
    """Write a column's value as text: blanks at its ends cut, NULL where it is empty or stands for nothing."""
    text = f"nullif(trim({_raw(file, column)}), '')"
    for nothing in table.missing.get(column, ()):
        text = f"nullif({text}, {quoted(nothing)})"
    return text


def typed(file: SourceFile, table: Table, column: Column) -> str:
    """Write a column's value as its kind; the query stops where it is none: the file is not what it should be then."""
    text, kind = cell(file, table, column.name), column.kind
    if kind not in _CASTS:
        return text
    (to, pattern), plain = _CASTS[kind], ""
    if kind in _AS_WRITTEN and column.name not in table.missing:
        raw = _raw(file, column.name)
        plain = f" WHEN {_AS_WRITTEN[kind].format(raw)} THEN CAST({raw} AS {to})"
    return (
        f"CASE{plain} WHEN regexp_full_match({text}, {quoted(pattern)}) THEN CAST({text} AS {to})"
        f" WHEN {text} IS NOT NULL THEN error('not {_SAID[kind]}') END"
    )


def _raw(file: SourceFile, column: str) -> str:
    return f'"{column}"::VARCHAR' if file.parquet else f"c{file.header.index(column)}"


def sql_type(kind: str) -> str:
    """Return the SQL type of a kind."""
    return _CASTS[kind][0] if kind in _CASTS else "VARCHAR"


def explain(file: SourceFile, table: Table, connection: duckdb.DuckDBPyConnection, error: DatabaseError) -> NoReturn:
    """Find what stopped the reading of a file and raise it as a SourceError, with the line and the column.

    DuckDB's own message quotes the line, so it is never passed on.
    """
    if lacks_room(error):
        raise error
    checked_hash(file)
    if not file.parquet:
        _explain_line(file, connection)
    _explain_value(file, table, connection)
    file.fail("cannot be read. Check that all its line ends are alike and that it is whole")


def _column(name: str) -> str:
    return f'"{name}"'


def _explain_line(file: SourceFile, connection: duckdb.DuckDBPyConnection) -> None:
    every = ", ".join(f"count(c{position})" for position in range(len(file.header)))
    try:
        connection.execute(f"SELECT {every} FROM {scan(file, ', store_rejects = true, rejects_limit = 1')}").fetchall()
        found = connection.execute("SELECT line, error_type FROM reject_errors ORDER BY line LIMIT 1").fetchone()
        connection.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")
    except DatabaseError:
        return
    if found:
        file.fail(f"the line {_FAULTS.get(found[1], 'is no line of CSV')}", found[0])


def _explain_value(file: SourceFile, table: Table, connection: duckdb.DuckDBPyConnection) -> None:
    tests = {
        name: f"{text} IS NOT NULL AND (NOT regexp_full_match({text}, {quoted(_CASTS[column.kind][1])})"
        f" OR TRY_CAST({text} AS {_CASTS[column.kind][0]}) IS NULL)"
        for name, column in table.columns.items()
        if column.kind in _CASTS
        for text in (cell(file, table, name),)
    }
    # A value may hold line breaks, so the line is the row, the header and the breaks before it.
    breaks = (
        "0"
        if file.parquet
        else " + ".join(
            f"coalesce(length(c{i}) - length(replace(c{i}, chr(10), '')), 0)" for i in range(len(file.header))
        )
    )
    wrong = ", ".join(f"{test} AS {_column(name)}" for name, test in tests.items())
    any_wrong = " OR ".join(_column(name) for name in tests)
    try:
        found = connection.execute(
            f"SELECT * EXCLUDE (breaks) FROM (SELECT row_number() OVER () AS n,"
            f" sum(breaks) OVER (ROWS UNBOUNDED PRECEDING) - breaks AS before, * FROM"
            f" (SELECT {breaks} AS breaks, {wrong} FROM {scan(file)})) WHERE {any_wrong} ORDER BY n LIMIT 1"
        ).fetchone()
    except DatabaseError:
        return
    if found:
        row, before, *flags = found
        column = next(name for name, flag in zip(tests, flags, strict=True) if flag)
        said = _SAID[table.columns[column].kind]
        if file.parquet:
            file.fail(f"row {row}, column {column}: not {said}. Mend the value or remove the row")
        file.fail(f"column {column}: not {said}. Mend the value or remove the row", row + 1 + int(before))
