"""From which table and column of a source every label and property comes: what schema/sources/<source>.toml says.

The SQL of the load, the second reading of source rows and the documentation are all made from these, so another source
is another file. kgqa/load/mapping_file.py reads and checks the file, whose comment explains each word used here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kgqa.load.names import Wording, Words
from kgqa.model import PropertyType

KINDS: Mapping[str, PropertyType] = {
    "int": "int", "float": "float", "text": "text", "code": "text", "time": "text", "date": "text",
}  # fmt: skip
DERIVED: Mapping[str, PropertyType] = {
    "number": "float", "sha256": "text", "characters": "int", "age": "int", "over_89": "bool",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read, its kind, and the property it becomes ("" where it is only used for others)."""

    name: str
    kind: str
    property: str


@dataclass(frozen=True, slots=True)
class Join:
    """A dictionary whose row explains `column`; `properties` and `words` (used in names only) are its columns."""

    table: str
    column: str
    properties: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A property made from a column by a rule."""

    property: str
    kind: str
    column: str


@dataclass(frozen=True, slots=True)
class Times:
    """An interval in minutes: `prefix` ("" for a point) and the columns of which the first present counts."""

    prefix: str
    columns: tuple[str, ...]

    @property
    def earliest(self) -> str:
        """The property of its earliest minute."""
        return f"{self.prefix}_earliest" if self.prefix else "earliest"

    @property
    def latest(self) -> str:
        """The property of its latest minute."""
        return f"{self.prefix}_latest" if self.prefix else "latest"


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """An edge by a column that holds the key of the node at its other end; `inward` edges come from there."""

    type: str
    label: str
    inward: bool
    column: str
    unless: str


@dataclass(frozen=True, slots=True)
class Table:
    """How one table of the source is read."""

    name: str
    label: str
    doc: str
    key: str
    columns: Mapping[str, Column]
    joins: tuple[Join, ...]
    derived: tuple[Derived, ...]
    times: tuple[Times, ...]
    wordings: tuple[Wording, ...]
    wordings_apart: tuple[Wording, ...]
    edges: tuple[ForeignKey, ...]
    missing: Mapping[str, tuple[str, ...]]
    lacks: tuple[str, ...]
    count: Mapping[str, str]
    flagged: Mapping[str, str]
    refused: Mapping[str, str]
    not_after_discharge: bool

    def interval(self, prefix: str) -> Times | None:
        """Return the interval of that prefix."""
        return next((times for times in self.times if times.prefix == prefix), None)


@dataclass(frozen=True, slots=True)
class Source:
    """A whole source: its tables in the order in which they are read, and who the patient and the admission are."""

    name: str
    title: str
    url: str
    patient: Mapping[str, str]
    admission: Mapping[str, str]
    tables: Mapping[str, Table]
    words: Words

    def table_of(self, label: str) -> Table | None:
        """Return the table whose rows are the nodes of a primary label."""
        return next((table for table in self.tables.values() if table.label == label), None)
