"""The open knowledge files of one folder, read as declared in schema/sources/open-knowledge.toml.

A file that is not there is noted and its facts are absent; a file that is there and not as declared ends the load.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import re
import tomllib
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final, cast

import duckdb

from kgqa.errors import SchemaError, SourceError
from kgqa.files import share
from kgqa.graph.building import lacks_room
from kgqa.load.names import quoted

_DECLARED: Final = "sources/open-knowledge.toml"
_LINE: Final = re.compile(r"Line: (\d+)")
_FAULTS: Final = {
    "Expected Number of Columns": "the line has not as many columns as the header",
    "unquoted": "the line has a quote that is not closed",
    "nicode": "the line is not UTF-8",
    "utf-8": "the line is not UTF-8",
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of open knowledge, the declaration it is read by, and the connection it is read into."""

    connection: duckdb.DuckDBPyConnection
    folder: Path
    declared: dict[str, Any]
    seen: dict[str, dict[str, Any]] = field(default_factory=dict)

    def order(self, source: str) -> int:
        """Return the rank of a source: the lower wins where two disagree on a name or a code."""
        return int(self.declared[source]["order"])

    def table(self, source: str, file: str) -> str | None:
        """Read one declared file into a temporary table of texts and return its name; None where the file is absent."""
        entry = self.declared[source]["files"][file]
        path = self.folder / entry["path"]
        if not path.is_file():
            self.seen[entry["path"]] = {"source": source, "absent": True}
            return None
        name = f'"{source} {file}"'
        _check_header(path, entry)
        try:
            self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM {scan(path, entry)}")
        except duckdb.Error as error:
            if lacks_room(error):
                raise
            line = _LINE.search(str(error))
            place = f"{path}:{line[1]}" if line else str(path)
            raise SourceError(f"{place}: {_fault(str(error))}. Mend the line, or fetch the file again") from None
        self._check_values(path, entry, name)
        rows = self.connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.seen[entry["path"]] = {"source": source, "rows": rows[0] if rows else 0, "sha256": digest}
        return name

    def _check_values(self, path: Path, entry: dict[str, Any], name: str) -> None:
        """Refuse a row that a reader could only misread; rows count from the one after the header."""
        tests = [
            (f'"{column}" IS NOT NULL AND TRY_CAST("{column}" AS DOUBLE) IS NULL', f"{column} is not a number")
            for column in entry.get("numbers", [])
        ]
        if entry.get("lines"):
            fields = f"len(regexp_extract_all(line, '''[^'']*''')) < {len(entry['columns'])} AND trim(line) <> ''"
            tests.append((fields, "has too few columns"))
        for test, said in tests:
            found = self.connection.execute(
                f"SELECT min(n) FROM (SELECT row_number() OVER () AS n, * FROM {name}) WHERE {test}"
            ).fetchone()
            if found and found[0]:
                raise SourceError(f"{path}: row {found[0]}: {said}. Mend the row, or fetch the file again")

    def tables(self, source: str, *files: str) -> list[str] | None:
        """Read several files that are only of use together; None where one of them is absent."""
        names = [self.table(source, file) for file in files]
        found = [name for name in names if name is not None]
        return found if len(found) == len(files) else None


def open_shelf(connection: duckdb.DuckDBPyConnection, folder: Path, *, may_be_empty: bool = False) -> Shelf:
    """Return the shelf of `folder`; SourceError where it is missing or holds no declared file."""
    if not folder.is_dir():
        raise SourceError(f"{folder}: no such folder; give the folder of open knowledge with --knowledge")
    description = share("schema") / _DECLARED
    try:
        declared = tomllib.loads(description.read_text(encoding="utf-8"))["sources"]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"schema/{_DECLARED}: cannot be read: {error}") from error
    paths = [entry["path"] for source in declared.values() for entry in source["files"].values()]
    if not may_be_empty and not any((folder / path).is_file() for path in paths):
        raise SourceError(
            f"{folder}: holds none of the open knowledge files, such as {paths[0]}; see schema/{_DECLARED}"
        )
    return Shelf(connection, folder, declared)


def _check_header(path: Path, entry: dict[str, Any]) -> None:
    """Read a file to its end, so that a broken gzip is seen, and hold its header against the declared columns."""
    try:
        with _opened(path) as stream:
            while stream.read(1 << 20):
                pass
        header = _columns(path, entry)
    except (OSError, EOFError, zlib.error):
        raise SourceError(f"{path}: cannot be unpacked or read to its end. Fetch the file again") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path}:{_preamble(path) + 1}: is not UTF-8. Fetch the file again") from None
    missing = [column for column in entry["columns"] if header.count(column) != 1]
    if missing:
        raise SourceError(
            f"{path}:{_preamble(path) + 1}: the header has no one column {missing[0]}; it has "
            f"{', '.join(header) or 'nothing'}. See schema/{_DECLARED}"
        )


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _delimiter(path: Path) -> str:
    return "," if ".csv" in path.name else "\t"


def _columns(path: Path, entry: dict[str, Any]) -> list[str]:
    with _opened(path) as lines:
        for _ in range(_preamble(path)):
            lines.readline()
        head = lines.readline().decode("utf-8-sig").rstrip("\r\n")
    quote = "'" if entry.get("lines") else '"'
    return next(csv.reader([head], delimiter=_delimiter(path), quotechar=quote), [])


def scan(path: Path, entry: dict[str, Any]) -> str:
    """Write the table function that reads a declared file as texts."""
    # CCS mixes single and double quotes: one column that holds the line, cut where it is read
    delimiter, quote, columns = _delimiter(path), '"', _columns(path, entry)
    if entry.get("lines"):
        delimiter, quote, columns = "\x01", "", ["line"]
    typed = ", ".join(f"{quoted(column)}: 'VARCHAR'" for column in columns)
    return (
        f"read_csv({quoted(str(path))}, delim = '{delimiter}', quote = '{quote}', escape = '{quote}', "
        f"header = true, skip = {_preamble(path)}, auto_detect = false, strict_mode = true, columns = {{{typed}}})"
    )


def _fault(message: str) -> str:
    """Say in words what DuckDB found wrong with a line; its own message quotes the line."""
    return next((said for text, said in _FAULTS.items() if text in message), "the line cannot be read")


def _preamble(path: Path) -> int:
    """Count the lines before the header: SSSOM's comments, CCS's note."""
    count = 0
    with _opened(path) as lines:
        for line in lines:
            if not line.startswith((b"#", b"NOTE:")):
                break
            count += 1
    return count
