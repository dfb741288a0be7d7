"""Files in the Rich Release Format: no header, UTF-8, one `|` after every field, no quoting, one row a line.

MRFILES names every file of a Metathesaurus release with its columns, rows and bytes (UMLS Reference Manual, chapter 3,
"Metathesaurus Rich Release Format"), so a file is checked against it before a row is used. What the columns mean is not
known here.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import duckdb

from kgqa.errors import SourceError

_CHUNK = 1 << 24
_CUIS = ("CUI", "CUI1", "CUI2")


@dataclass(frozen=True, slots=True)
class RrfFile:
    """One file of a release: where it is, and what the index says of it."""

    name: str
    path: Path
    columns: tuple[str, ...]
    rows: int | None = None
    size: int | None = None

    def relation(self, *columns: str) -> str:
        """Return SQL that yields `columns` of every row as text; an empty field is NULL.

        DuckDB itself refuses a row that is too short and bytes that are not UTF-8; a row that is too long shows as text
        after the last `|`, which is refused here.
        """
        missing = [column for column in columns if column not in self.columns]
        if missing:
            raise SourceError(f"{self.name}: no column {missing[0]}; expected one of the release's own names")
        types = ", ".join(f"'{column}': 'VARCHAR'" for column in (*self.columns, "_end"))
        source = str(self.path).replace("'", "''")
        return (
            f"(SELECT {', '.join(columns)} FROM read_csv('{source}', delim='|', header=false, quote='', escape='', "
            f"auto_detect=false, new_line='\\n', max_line_size=16777216, columns={{{types}}}) "
            "WHERE CASE WHEN _end IS NULL THEN true ELSE error('row too long') END)"
        )


def _find(folder: Path, name: str) -> Path | None:
    for candidate in (folder / name, folder / f"{name}.gz"):
        if candidate.is_file():
            return candidate
    return None


def read_index(folder: Path) -> dict[str, RrfFile]:
    """Read MRFILES.RRF and return every file that it names and that is there, by its name without the extension.

    Raises SourceError where MRFILES is missing or is not in the layout of a release.
    """
    path = _find(folder, "MRFILES.RRF")
    if path is None:
        raise SourceError(f"{folder}: no MRFILES.RRF; give the META folder of a UMLS release")
    files: dict[str, RrfFile] = {}
    for number, fields in rows(path):
        if len(fields) != 6:  # noqa: PLR2004 - FIL DES FMT CLS RWS BTS
            raise SourceError(f"MRFILES.RRF:{number}: {len(fields)} columns where a release has 6; take the file again")
        name, _, layout, _, count, size = fields
        if not (count.isdigit() and size.isdigit()):
            raise SourceError(f"MRFILES.RRF:{number}: rows and bytes must be whole numbers; take the file again")
        found = _find(folder, name)
        if found is not None:
            files[name.removesuffix(".RRF")] = RrfFile(name, found, tuple(layout.split(",")), int(count), int(size))
    return files


def _open(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and fields of every row of a small file."""
    number = 0
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, start=1):
                yield number, line.decode().removesuffix("\n").removesuffix("|").split("|")
    except UnicodeDecodeError:
        raise SourceError(f"{path.name}:{number}: bytes that are not UTF-8; take the file again") from None
    except (EOFError, gzip.BadGzipFile):
        raise SourceError(f"{path.name}: the gzip file is broken; take it again") from None


def check(file: RrfFile) -> None:
    """Refuse a file that is not as long as MRFILES says: bytes where it is plain, rows where it is compressed."""
    if file.path.suffix != ".gz":
        size = file.path.stat().st_size
        if file.size is not None and size != file.size:
            raise SourceError(f"{file.name}: {size} bytes, but MRFILES says {file.size}; copy the file again")
        return
    count = 0
    try:
        with gzip.open(file.path, "rb") as stream:
            while chunk := stream.read(_CHUNK):
                count += chunk.count(b"\n")
    except (EOFError, gzip.BadGzipFile, OSError):
        raise SourceError(f"{file.path.name}: the gzip file is broken; copy it again") from None
    if file.rows is not None and count != file.rows:
        raise SourceError(f"{file.path.name}: {count} rows, but MRFILES says {file.rows}; copy the file again")


def explain(error: duckdb.Error, files: tuple[RrfFile, ...]) -> SourceError:
    """Turn a failed scan of `files` into one line that says where, by reading them plainly once more."""
    for file in files:
        places = [place for place, column in enumerate(file.columns) if column in _CUIS]
        with _open(file.path) as lines:
            for number, line in enumerate(lines, start=1):
                fault = _fault(line, len(file.columns)) or _no_cui(line, places)
                if fault:
                    return SourceError(f"{file.name}:{number}: {fault}; take the file again from the release")
    return SourceError(f"{', '.join(file.name for file in files)}: cannot be read ({type(error).__name__})")


def _fault(line: bytes, expected: int) -> str | None:
    try:
        line.decode()
    except UnicodeDecodeError:
        return "bytes that are not UTF-8"
    if b"\r" in line:
        return "a carriage return inside the row"
    found = line.count(b"|")
    if found != expected or not line.rstrip(b"\n").endswith(b"|"):
        return f"{found} columns where the file has {expected}"
    return None


def _no_cui(line: bytes, places: list[int]) -> str | None:
    fields = line.split(b"|")
    bad = any(not re.fullmatch(rb"C[0-9]{7}", fields[place]) for place in places)
    return "a concept that is not C and seven digits" if bad else None
