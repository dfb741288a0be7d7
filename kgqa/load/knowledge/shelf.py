"""The open knowledge files of one folder, read as declared in schema/sources/open-knowledge.toml.

A file that is not there is noted and its facts are absent; a file that is there and not as declared ends the load.
"""

from __future__ import annotations

import gzip
import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import duckdb

from kgqa.errors import SchemaError, SourceError
from kgqa.files import share

_DECLARED: Final = "sources/open-knowledge.toml"


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
        try:
            self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {_reader(path, entry)}")
            columns = [row[0] for row in self.connection.execute(f"DESCRIBE {name}").fetchall()]
            rows = self.connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        except (duckdb.Error, OSError, EOFError) as error:
            raise SourceError(f"{path.name}: cannot be read as a table; fetch the file again") from error
        missing = [column for column in entry.get("columns", []) if column not in columns]
        if missing:
            raise SourceError(
                f"{path.name}: no column {missing[0]}; it has {', '.join(columns)}. See schema/{_DECLARED}"
            )
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.seen[entry["path"]] = {"source": source, "rows": rows[0] if rows else 0, "sha256": digest}
        return name

    def tables(self, source: str, *files: str) -> list[str] | None:
        """Read several files that are only of use together; None where one of them is absent."""
        names = [self.table(source, file) for file in files]
        found = [name for name in names if name is not None]
        return found if len(found) == len(files) else None


def open_shelf(connection: duckdb.DuckDBPyConnection, folder: Path) -> Shelf:
    """Return the shelf of `folder`; SourceError where the folder is missing."""
    if not folder.is_dir():
        raise SourceError(f"{folder}: no such folder; give the folder of open knowledge with --knowledge")
    description = share("schema") / _DECLARED
    try:
        declared = tomllib.loads(description.read_text(encoding="utf-8"))["sources"]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"schema/{_DECLARED}: cannot be read: {error}") from error
    return Shelf(connection, folder, declared)


def _reader(path: Path, entry: dict[str, Any]) -> str:
    file = str(path).replace("'", "''")
    if entry.get("lines"):
        return (
            f"SELECT line FROM read_csv('{file}', columns = {{'line': 'VARCHAR'}}, header = false, delim = '\\x01', "
            "quote = '', escape = '', skip = 2)"
        )
    delim = "," if ".csv" in path.name else "\\t"
    return (
        f"SELECT * FROM read_csv('{file}', delim = '{delim}', header = true, all_varchar = true, quote = '\"', "
        f"skip = {_preamble(path)}, null_padding = false)"
    )


def _preamble(path: Path) -> int:
    """Count the comment lines that SSSOM puts before the header."""
    count = 0
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                break
            count += 1
    return count
