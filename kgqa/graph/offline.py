"""A graph into a stopped server by Neo4j's own importer: the way for millions of rows.

CSV and not Parquet: every server version reads it, and Neo4j 5.26 reads DECIMAL columns of Parquet wrongly.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from kgqa.errors import GraphError
from kgqa.graph.bolt import DATABASE, connect, said_in_one_line
from kgqa.graph.folder import GraphFolder
from kgqa.graph.parts import Part, column
from kgqa.graph.push import Pushed, Told, constrain, holds, open_session, prove, reading
from kgqa.model import PropertyType
from kgqa.server import jars, serve
from kgqa.server.home import Home

_TYPES = {"int": "long", "float": "double", "text": "string", "bool": "boolean"}
# Stands between the items of a list: a control character that no text of a chart or vocabulary holds.
_SEPARATOR = 0x1F


@dataclass(frozen=True, slots=True)
class _Csv:
    part: Part
    header: Path
    rows: Path


def push_offline(
    graph: GraphFolder, home: Home, *, replace: bool = False, told: Told = lambda _what, _done, _all: None
) -> Pushed:
    """Stop the server of `home`, import the graph, start the server again, and prove that the graph is there.

    An import that was interrupted starts anew. A database that holds anything else is refused without `replace`.
    """
    record = serve.running(home)
    if record is None:
        raise GraphError(f"{home.path}: its server does not run; start it with `kgqa neo4j up` and push again")
    if not record.pid:
        raise GraphError(f"{home.path}: runs in a container, where kgqa cannot import offline; push without --offline")
    unfinished = home.path / "run" / "importing"
    uri, password = record.bolt, home.password()
    with reading(graph) as (tables, all_parts):
        if not unfinished.exists():
            with (
                connect(uri, password=password) as driver,
                said_in_one_line(uri),
                open_session(driver) as session,
            ):
                holds(session, graph, uri, replace=replace)
        place = home.path / "import" / "kgqa"
        try:
            files = _write(tables, all_parts, place, told)
            meta = _write_meta(graph, place)
            serve.down(home.path)
            unfinished.touch()  # from here on the database is neither the old graph nor the new one
            told("importing", 0, 0)
            serve.admin(home, jars.runtime(record.version), *_import(files, meta, home.path / "logs" / "import.report"))
        finally:
            shutil.rmtree(place, ignore_errors=True)
        unfinished.unlink()
        serve.start(home, record)
        with connect(uri, password=password) as driver, said_in_one_line(uri), open_session(driver) as session:
            constrain(session, all_parts)
            nodes, edges = prove(session, tables, all_parts, told)
            return Pushed(nodes, edges, nodes + edges)


def _write(tables: duckdb.DuckDBPyConnection, all_parts: tuple[Part, ...], place: Path, told: Told) -> list[_Csv]:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    files = []
    for number, part in enumerate(all_parts):
        file = _Csv(part, place / f"{number}.header.csv", place / f"{number}.csv")
        _check_lists(tables, part)
        fields = ", ".join(_field(name, kind) for name, kind in part.columns.items())
        try:
            file.header.write_text(_header(part) + "\n")
            tables.execute(f"COPY (SELECT {fields} FROM ({part.select})) TO '{file.rows}' (FORMAT csv, HEADER false)")
        except (OSError, duckdb.IOException):
            free = shutil.disk_usage(place).free // 2**20
            raise GraphError(f"{place}: {part.name} cannot be written there, {free} MiB are free; make room") from None
        files.append(file)
        told("writing CSV", number + 1, len(all_parts))
    return files


def _write_meta(graph: GraphFolder, place: Path) -> str:
    header, row = place / "meta.header.csv", place / "meta.csv"
    header.write_text("id:ID(KGQA){id-type:string},schema_version:long,fingerprint:string,complete:boolean\n")
    row.write_text(f"graph,{graph.meta['schema_version']},{graph.fingerprint},false\n")
    return f"--nodes=KGQA={header},{row}"


def _import(files: list[_Csv], meta: str, report: Path) -> list[str]:
    named = []
    for file in files:
        part = file.part
        option = f"--relationships={part.type}" if part.type else f"--nodes={':'.join(part.labels)}"
        named.append(f"{option}={file.header},{file.rows}")
    options = (
        "--overwrite-destination=true",
        "--multiline-fields=true",
        f"--array-delimiter=U+{_SEPARATOR:04X}",
        f"--report-file={report}",  # 2026.09 fails on a file without a folder
    )
    return ["database", "import", "full", DATABASE, meta, *named, *options]


def _header(part: Part) -> str:
    if part.type:
        keys = [f":START_ID({part.labels[0]})", f":END_ID({part.labels[1]})"]
    else:
        keys = [f"id:ID({part.labels[0]}){{id-type:{'long' if part.columns['id'] == 'int' else 'string'}}}"]
    kinds = list(part.columns.values())[len(keys) :]
    properties = [f"{name}:{_type(kind)}" for name, kind in zip(part.properties, kinds, strict=True)]
    return ",".join([*keys, *properties])


def _type(kind: PropertyType) -> str:
    return f"{_TYPES[kind[:-1]]}[]" if kind.endswith("s") else _TYPES[kind]


def _field(name: str, kind: PropertyType) -> str:
    if kind.endswith("s"):
        return f"array_to_string({column(name)}, chr({_SEPARATOR}))"
    if kind == "float":  # Java's words for what DuckDB calls nan and inf
        return f"replace(replace(CAST({column(name)} AS VARCHAR), 'nan', 'NaN'), 'inf', 'Infinity')"
    return column(name)


def _check_lists(tables: duckdb.DuckDBPyConnection, part: Part) -> None:
    """Refuse the lists that no CSV can tell from others: empty ones, one empty text, and those with the separator."""
    separator = f"chr({_SEPARATOR})"
    for name, kind in part.columns.items():
        if kind.endswith("s"):
            joined, plain = (f"array_to_string({column(name)}, {between})" for between in (separator, "''"))
            bad = f"{joined} = '' OR contains({plain}, {separator})"
            found = tables.execute(f"SELECT count(*) FROM ({part.select}) WHERE {bad}").fetchall()[0][0]
            if found:
                raise GraphError(f"{part.name}: {found} lists in {name} cannot stand in a CSV; push without --offline")
