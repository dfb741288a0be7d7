"""Notes from outside MIMIC as MIMIC's tables: a file with one note a row becomes PATIENTS, ADMISSIONS and NOTEEVENTS.

So a cohort of notes loads, is read again and is shown like any other source. Its patients have no admission, and so no
minute 0: nothing is said of before and after.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from kgqa.errors import SourceError, UsageError
from kgqa.load.mapping import Source
from kgqa.load.names import quoted

# What a note is made of, and the columns that MIMIC gives it; of these the text and the patient must be there.
COLUMNS: Mapping[str, str] = {
    "text": "text", "patient": "subject_id", "id": "row_id", "date": "chartdate", "category": "category",
    "description": "description",
}  # fmt: skip
_NEEDED = ("text", "patient")


def read_columns(given: str) -> dict[str, str]:
    """Read a mapping such as "text=body,patient=person": what a note is made of = the file's column."""
    columns = dict(COLUMNS)
    for pair in filter(None, given.split(",")):
        what, _, column = (part.strip() for part in pair.partition("="))
        if what not in COLUMNS or not column:
            raise UsageError(f"--columns {given}: write {', '.join(COLUMNS)} = a column of the file, parted by commas")
        columns[what] = column
    return columns


def as_tables(file: Path, columns: Mapping[str, str], folder: Path, mapping: Source) -> Path:
    """Write the notes of a CSV (plain or gzip) or Parquet file as MIMIC's tables into `folder` and return it.

    Columns that the file lacks stay empty, the text and the patient excepted. Without an id, a note's is its place.
    Raises SourceError where the file cannot be read, lacks a column, or has a patient or an id that is no whole number.
    """
    if not file.is_file():
        raise SourceError(f"{file}: there is no such file. Give a CSV or Parquet file with one note a row")
    connection = duckdb.connect()
    reader = (
        f"read_parquet({quoted(str(file))})"
        if file.name.lower().endswith(".parquet")
        else f"read_csv({quoted(str(file))}, header = true, all_varchar = true, delim = ',', quote = '\"',"
        " escape = '\"', max_line_size = 16777216)"
    )
    try:
        connection.execute(f"CREATE TABLE given AS FROM {reader}")
    except duckdb.Error:  # its message quotes the line
        raise SourceError(
            f"{file}: cannot be read. It must be UTF-8, with a header, commas, and quotes doubled"
        ) from None
    header = {row[0].lower(): row[0] for row in connection.execute("DESCRIBE given").fetchall()}
    for what in _NEEDED:
        if columns[what].lower() not in header:
            raise SourceError(
                f"{file}: has no column {columns[what]} for the {what}. Name it with --columns {what}=..., one of"
                f" {', '.join(header.values())}"
            )
    source = {what: f'"{header[name.lower()]}"' for what, name in columns.items() if name.lower() in header}
    _check_numbers(connection, file, source)
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "row_id": source.get("id", "rowid + 1"),
        "subject_id": source["patient"],
        "chartdate": f"TRY_CAST({source['date']} AS DATE)" if "date" in source else "NULL",
        "category": f"trim({source['category']})" if "category" in source else "NULL",
        "description": source.get("description", "NULL"),
        "text": source["text"],
    }
    _write(connection, mapping, folder, "NOTEEVENTS", made, "given ORDER BY rowid")
    patients = f"(SELECT DISTINCT CAST({source['patient']} AS BIGINT) AS id FROM given) ORDER BY id"
    _write(connection, mapping, folder, "PATIENTS", {"row_id": "id", "subject_id": "id"}, patients)
    _write(connection, mapping, folder, "ADMISSIONS", {}, "given LIMIT 0")
    connection.close()
    return folder


def _check_numbers(connection: duckdb.DuckDBPyConnection, file: Path, source: Mapping[str, str]) -> None:
    for what in ("patient", "id"):
        if what in source:
            bad = connection.execute(
                f"SELECT min(rowid) + 1 FROM given WHERE TRY_CAST({source[what]} AS BIGINT) IS NULL"
            ).fetchone()
            if bad and bad[0] is not None:
                raise SourceError(
                    f"{file}: row {bad[0]}: the {what} is no whole number. Number them, or map another column"
                )


def _write(
    connection: duckdb.DuckDBPyConnection, mapping: Source, folder: Path, name: str, made: Mapping[str, str], rows: str
) -> None:
    columns = ", ".join(f'CAST({made.get(c, "NULL")} AS VARCHAR) AS "{c}"' for c in mapping.tables[name].columns)
    path = folder / f"{name}.parquet"
    connection.execute(f"COPY (SELECT {columns} FROM {rows}) TO {quoted(str(path))} (FORMAT parquet, COMPRESSION zstd)")
