"""Source rows read again: what a node's properties must be by its row, apart from all that the load did.

The files are read by Python's own csv (or pyarrow) and the properties worked out in plain Python, so that a fault in
the load's SQL, in DuckDB's reader or in a file on disk shows as a difference. One pass a table, for the wanted rows
only.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq

from kgqa.load import said
from kgqa.load.mapping import ForeignKey, Source, Table, Times
from kgqa.load.mapping_file import read_source
from kgqa.load.rows import OLDEST
from kgqa.load.said import Raw
from kgqa.load.source import SourceFile, find_files
from kgqa.model import EdgeRef, Id, NodeRef, Value
from kgqa.schema import Schema

Row = Mapping[str, Raw | None]
_OF_A_TEXT = ("sha256", "characters")
# A note may be longer than csv's 128 KB; kgqa/load/source.py takes lines of 16 MB.
csv.field_size_limit(1 << 30)


def reread(schema: Schema, folder: Path, wanted: Iterable[NodeRef]) -> dict[NodeRef, dict[str, Value]]:
    """Return the properties that the source rows give to the wanted nodes.

    A node whose row is not there, or whose key has two different rows, is not in the result; neither are nodes that
    come from no table (Concept, Mention). Raises SourceError where the folder or a file cannot be read.
    """
    return SourceRows(schema, folder).properties(wanted)


@dataclass(slots=True)
class SourceRows:
    """A source folder whose rows are read again; patients and admissions are kept, since every other row needs them."""

    schema: Schema
    folder: Path
    mapping: Source = field(init=False)
    files: Mapping[str, SourceFile] = field(init=False)
    patients: Mapping[Id, Row] = field(init=False)
    admissions: Mapping[Id, Row] = field(init=False)
    origins: Mapping[Id, datetime] = field(init=False)

    def __post_init__(self) -> None:
        """Read the patients, the admissions, and with them each patient's minute 0."""
        self.mapping = read_source(self.schema)
        self.files, _ = find_files(self.folder, self.mapping)
        self.patients = self._rows(self.mapping.patient["table"], None)
        self.admissions = self._rows(self.mapping.admission["table"], None)
        origins: dict[Id, datetime] = {}
        for row in self.admissions.values():
            patient, start = row[self.mapping.patient["key"]], row[self.mapping.admission["start"]]
            if isinstance(patient, int) and isinstance(start, datetime):
                origins[patient] = min(start, origins.get(patient, start))
        self.origins = origins

    def properties(self, wanted: Iterable[NodeRef]) -> dict[NodeRef, dict[str, Value]]:
        """Return the properties of the wanted nodes; see reread."""
        found: dict[NodeRef, dict[str, Value]] = {}
        for table, ids in self._by_table(wanted):
            rows = self._rows(table.name, None if table.wordings_apart else ids)
            dictionaries = {join.table: self._rows(join.table, None) for join in table.joins}
            names: dict[Raw | None, list[str | None]] = {}
            full = {key: self._joined(table, row, dictionaries) for key, row in rows.items()}
            if table.wordings_apart:
                for row in filter(self._held, full.values()):
                    patient = row[self.mapping.patient["key"]]
                    names.setdefault(patient, []).append(said.name(table.wordings, self.mapping.words, row))
            for key in ids & full.keys():
                found[NodeRef(table.label, key)] = self._node(table, full[key], names)
        return found

    def edges(self, wanted: Iterable[EdgeRef]) -> frozenset[EdgeRef]:
        """Return those of the wanted edges that a foreign key of a source row states."""
        held: dict[NodeRef, list[tuple[EdgeRef, ForeignKey]]] = {}
        for edge in wanted:
            for holder, other in ((edge.source, edge.target), (edge.target, edge.source)):
                table = self.mapping.table_of(holder.label)
                for key in table.edges if table else ():
                    if (key.type, key.label, key.inward) == (edge.type, other.label, other == edge.source):
                        held.setdefault(holder, []).append((edge, key))
        stated = set()
        for table, ids in self._by_table(held):
            for id_, row in self._rows(table.name, ids).items():
                holder = NodeRef(table.label, id_)
                for edge, foreign in held.get(holder, ()):
                    other = edge.source if foreign.inward else edge.target
                    if row[foreign.column] == other.id and (not foreign.unless or row[foreign.unless] is None):
                        stated.add(edge)
        return frozenset(stated)

    def written(self, wanted: Iterable[NodeRef]) -> dict[NodeRef, dict[str, str]]:
        """Return the cells of the wanted nodes' rows as they stand in the file, without empty ones and note texts.

        A node whose row is not there, or whose key has two different rows, is not in the result.
        """
        found: dict[NodeRef, dict[str, str]] = {}
        for table, ids in self._by_table(wanted):
            file = self.files[table.name]
            key = file.header.index(table.key)
            untouched = {derived.column for derived in table.derived if derived.kind in _OF_A_TEXT}
            by_text = {str(id_): NodeRef(table.label, id_) for id_ in ids}
            differing: set[NodeRef] = set()
            for cells in _cells(file, table.key, set(by_text)):
                row = {
                    name: cell for name, cell in zip(file.header, cells, strict=True) if cell and name not in untouched
                }
                ref = by_text[_key(cells[key])]
                if found.setdefault(ref, row) != row:
                    differing.add(ref)
            for ref in differing:
                del found[ref]
        return found

    def texts(self, label: str, wanted: Mapping[Id, object]) -> Iterator[tuple[Id, str]]:
        """Yield the texts of the wanted nodes of a label as they stand in the file, in its order."""
        table = self.mapping.table_of(label)
        column = next((derived.column for derived in table.derived if derived.kind in _OF_A_TEXT), "") if table else ""
        if table is None or not column or table.name not in self.files or not wanted:
            return
        file = self.files[table.name]
        key, text = file.header.index(table.key), file.header.index(column)
        for cells in _cells(file, table.key, {str(id_) for id_ in wanted}):
            yield int(_key(cells[key])), cells[text]

    def _by_table(self, wanted: Iterable[NodeRef]) -> Iterator[tuple[Table, set[Id]]]:
        ids: dict[str, set[Id]] = {}
        for ref in wanted:
            ids.setdefault(ref.label, set()).add(ref.id)
        for label in sorted(ids):
            table = self.mapping.table_of(label)
            if table is not None and table.name in self.files:
                yield table, ids[label]

    def _rows(self, name: str, ids: set[Id] | None) -> dict[Id, Row]:
        """Read the rows of a table with these keys (all where None); a key with two different rows is left out."""
        table = self.mapping.tables[name]
        if name not in self.files:
            return {}
        file = self.files[name]
        whole = table.columns[table.key].kind == "int"
        untouched = {derived.column for derived in table.derived if derived.kind in _OF_A_TEXT}
        rows: dict[Id, Row] = {}
        differing: set[Id] = set()
        for cells in _cells(file, table.key, None if ids is None else {str(key) for key in ids}):
            row = {
                column.name: (cells[file.header.index(column.name)] or None)
                if column.name in untouched
                else _value(cells[file.header.index(column.name)], column.kind, table.missing.get(column.name, ()))
                for column in table.columns.values()
            }
            key = row[table.key]
            if isinstance(key, int if whole else str):
                if key in rows and rows[key] != row:
                    differing.add(key)
                rows[key] = row
        return {key: row for key, row in rows.items() if key not in differing}

    def _held(self, row: Row) -> bool:
        """Whether the row's admission is its patient's; a row of another's is refused and has no name to clash with."""
        patient, admission = self.mapping.patient["key"], self.mapping.admission["key"]
        key = row.get(admission)
        entry = self.admissions.get(key) if isinstance(key, int) else None
        return admission not in row or (entry is not None and entry[patient] == row[patient])

    def _joined(self, table: Table, row: Row, dictionaries: Mapping[str, Mapping[Id, Row]]) -> Row:
        full = dict(row)
        for join in table.joins:
            key = row[join.column]
            entry = dictionaries[join.table].get(key) if isinstance(key, int | str) else None
            full |= {column: entry[column] if entry else None for column in (*join.properties, *join.words)}
        return full

    def _node(self, table: Table, row: Row, names: Mapping[Raw | None, list[str | None]]) -> dict[str, Value]:
        patient = row.get(self.mapping.patient["key"])
        properties: dict[str, Value | None] = {"table": table.name, "row_id": _plain(row["row_id"])}
        properties |= {c.property: _shown(row[c.name], c.kind) for c in table.columns.values() if c.property}
        properties |= {column: _plain(row[column]) for join in table.joins for column in join.properties}
        for derived in table.derived:
            properties[derived.property] = self._derived(derived.kind, row[derived.column], patient)
        properties |= self._intervals(table, row)
        name = said.name(table.wordings, self.mapping.words, row)
        if names.get(patient, []).count(name) > 1:
            name = said.name(table.wordings_apart, self.mapping.words, row)
        properties["name"] = name
        return {key: value for key, value in properties.items() if value is not None}

    def _derived(self, kind: str, value: Raw | None, patient: Raw | None) -> Value | None:
        if value is None:
            return None
        if kind == "number":
            plain = str(value).lstrip("+-")
            digits = plain.replace(".", "", 1)
            return float(str(value)) if digits.isascii() and digits.isdigit() else None
        if kind == "sha256":
            return hashlib.sha256(str(value).encode()).hexdigest()
        if kind == "characters":
            return len(str(value))
        born = self.patients.get(patient, {}).get(self.mapping.patient["born"]) if isinstance(patient, int) else None
        if not isinstance(born, date) or not isinstance(value, datetime):
            return None
        years = value.year - born.year - ((value.month, value.day) < (born.month, born.day))
        return years > OLDEST if kind == "over_89" else (years if 0 <= years <= OLDEST else None)

    def _intervals(self, table: Table, row: Row) -> dict[str, int | None]:
        patient = row.get(self.mapping.patient["key"])
        origin = self.origins.get(patient) if isinstance(patient, int) else None
        if origin is None:
            return {}
        minutes: dict[str, int | None] = {}
        for times in table.times:
            first, last = _ends(times, row)
            minutes[times.earliest] = None if first is None else math.floor((first - origin) / timedelta(minutes=1))
            minutes[times.latest] = None if last is None else math.floor((last - origin) / timedelta(minutes=1))
        start, stop = minutes.get("start_earliest"), minutes.get("stop_latest")
        doubtful = start is not None and stop is not None and stop < start
        if table.not_after_discharge and start is not None:
            key = row.get(self.mapping.admission["key"])
            end = self.admissions.get(key, {}).get(self.mapping.admission["end"]) if isinstance(key, int) else None
            doubtful |= isinstance(end, datetime) and start > math.floor((end - origin) / timedelta(minutes=1))
        if doubtful:
            minutes = {name: value for name, value in minutes.items() if name.split("_")[0] not in ("start", "stop")}
        return minutes


def _cells(file: SourceFile, key: str, wanted: set[str] | None) -> Iterator[list[str]]:
    """Read the rows of a file as texts, in its own order of columns; only those with a wanted key."""
    position = file.header.index(key)
    if file.parquet:
        for batch in pq.ParquetFile(file.path).iter_batches():
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                cells = ["" if value is None else str(value) for value in values]
                if wanted is None or _key(cells[position]) in wanted:
                    yield cells
        return
    packed = file.path.name.lower().endswith(".gz")
    with (
        gzip.open(file.path, "rt", encoding="utf-8-sig", newline="")
        if packed
        else file.path.open(encoding="utf-8-sig", newline="") as lines
    ):
        rows = csv.reader(lines)
        next(rows)
        for cells in rows:
            if cells and (wanted is None or cells[position] in wanted or _key(cells[position]) in wanted):
                yield cells


def _key(text: str) -> str:
    """Write a key as it is looked for: other programs write 142345 as 142345.0 or with blanks."""
    return text if text.isalnum() else text.strip(" ").removesuffix(".0")


def _value(text: str, kind: str, missing: tuple[str, ...]) -> Raw | None:
    text = text.strip(" ")
    if not text or text in missing:
        return None
    match kind:
        case "int":
            return int(text.split(".")[0])
        case "float":
            return float(text)
        case "time":
            return datetime.fromisoformat(text)
        case "date":
            return datetime.fromisoformat(text).date()
    return text


def _plain(value: Raw | None) -> Value | None:
    return str(value) if isinstance(value, date) else value


def _shown(value: Raw | None, kind: str) -> Value | None:
    return f"{value:%Y-%m-%d %H:%M:%S}" if kind == "time" and isinstance(value, datetime) else _plain(value)


def _ends(times: Times, row: Row) -> tuple[datetime | None, datetime | None]:
    for column in times.columns:
        value = row[column]
        if isinstance(value, datetime):
            return value, value
        if isinstance(value, date):
            day = datetime(value.year, value.month, value.day)  # noqa: DTZ001 (MIMIC's times have no zone)
            return day, day + timedelta(days=1, seconds=-1)
    return None, None
