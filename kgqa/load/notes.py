"""Notes to mentions in the graph: which names are looked for, whose texts are read, and what becomes nodes and edges.

The text is read from its file, handed to forked workers (kgqa/load/parts.py) and forgotten: the graph holds offsets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgqa.errors import SourceError, UsageError
from kgqa.graph.building import Building
from kgqa.load.knowledge.strings import define_keys
from kgqa.load.names import quoted
from kgqa.load.parts import extract_parts
from kgqa.load.source import SourceFile, scan, untouched
from kgqa.notes.dictionary import Dictionary
from kgqa.notes.linker import Scispacy, check
from kgqa.notes.mention import Extractor
from kgqa.notes.tables import read_aliases, read_stop
from kgqa.notes.vocabulary import PREFERRED, SYNONYM, Name, build
from kgqa.schema import Schema
from kgqa.stage import Course

if TYPE_CHECKING:
    import duckdb

TABLE = "NOTEEVENTS"
EXTRACTORS = ("dictionary", "scispacy")
# Kinds of concepts that notes are searched for, and the semantic group that each belongs to.
GROUPS: Mapping[str, str] = {
    "disease": "disorder",
    "finding": "finding",
    "ingredient": "drug",
    "brand": "drug",
    "combination": "drug",
    "drug": "drug",
    "organism": "organism",
    "procedure": "procedure",
}
# A name of a concept that has no CUI gives way to the same name of one that has, since codes lead to CUIs.
OWN_CODE = 0.9
_BATCH = 256  # notes fetched at a time
# A brand or a salt is the drug that orders by that name are linked to: "Lasix" in a note and on an order are one thing.
_SPOKEN = """
INSERT INTO knowledge.name
SELECT DISTINCT d.drug, n.name, 'RxNorm (brand or salt)', false FROM knowledge.name n JOIN knowledge.concept c
    ON c.id = n.concept AND c.kind IN ('brand', 'ingredient', 'combination')
JOIN knowledge.drug_name d ON d.key = drug_key(n.name) WHERE d.drug <> n.concept
"""
# Every concept that the words may mean; it is sure where there is but one.
_LINKS = """
INSERT INTO knowledge.link
SELECT 'Mention', id, unnest(concepts), 'mention', ?, 'notes', len(concepts) = 1, unnest(scores)
FROM knowledge.mention
"""


@dataclass(frozen=True, slots=True)
class NoteOptions:
    """How notes are read: the extractor's name, a spaCy model for scispacy ("" for none), and the number of workers."""

    extractor: str = "dictionary"
    model: str = ""
    workers: int = 1

    def __post_init__(self) -> None:
        """Refuse what no load could use."""
        if self.extractor not in EXTRACTORS:
            raise UsageError(f"--extractor {self.extractor}: is unknown. Write {' or '.join(EXTRACTORS)}")
        if self.model and self.extractor != "scispacy":
            raise UsageError("--model is for --extractor scispacy. Give both, or neither")
        if self.extractor == "scispacy":
            check(self.model)  # now, and not after the tables have been read


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one load: their file, how they are read, and where finished parts lie until the end."""

    options: NoteOptions
    file: SourceFile
    parts: Path


def notes_of(options: NoteOptions, files: Mapping[str, SourceFile], graph: Path) -> Notes:
    """Return the notes of a source folder; SourceError where it holds none."""
    if TABLE not in files:
        raise SourceError(f"{TABLE} is missing. Put it beside the other tables, or load without --notes")
    place = graph.resolve()
    return Notes(options, files[TABLE], place.with_name(place.name + ".notes"))


def names_of(connection: duckdb.DuckDBPyConnection) -> list[Name]:
    """Return the names of the staged concepts that notes are searched for, in a fixed order.

    Names with a strength are left out: in a note the strength is the dose. So are combinations spelled out, for
    "Codeine / Ibuprofen" lists two drugs. The name of a brand or a salt is the drug's.
    """
    define_keys(connection)
    rows = connection.execute(
        """
        WITH kind AS (SELECT id, list_sort(list(DISTINCT kind)) AS kinds FROM knowledge.concept GROUP BY id),
        meant AS (
            SELECT coalesce(d.drug, concept) AS concept, n.name, kinds, preferred AND d.drug IS NULL AS preferred
            FROM knowledge.name n JOIN kind ON kind.id = n.concept
            LEFT JOIN knowledge.drug_name d ON list_has_any(kinds, ['brand', 'ingredient', 'combination'])
                AND d.key = drug_key(n.name) AND d.drug <> n.concept)
        SELECT concept, name, kinds, bool_or(preferred) FROM meant
        WHERE name NOT LIKE '% / %' AND NOT regexp_matches(name, '[0-9] ?(MG|ML|MCG|UNT|MEQ|HR|mg|mL|mcg|unit)\\b')
        GROUP BY ALL ORDER BY ALL
        """
    ).fetchall()
    return [
        Name(concept, name, GROUPS[kind], (PREFERRED if preferred else SYNONYM) * (OWN_CODE if ":" in concept else 1))
        for concept, name, kinds, preferred in rows
        for kind in kinds
        if kind in GROUPS
    ]


def extractor_of(connection: duckdb.DuckDBPyConnection, options: NoteOptions) -> Extractor:
    """Build the extractor over the names of the staged concepts."""
    base = Dictionary(build(names_of(connection), read_stop(), read_aliases()))
    if options.extractor == "dictionary":
        return base
    return Scispacy(base, options.model)


def read_mentions(
    made: Building, notes: Notes, tables: Mapping[str, Mapping[str, Any]], course: Course
) -> dict[str, Any]:
    """Find the mentions in the notes that are nodes and link them to their concepts; return what was found.

    Call it when the knowledge is staged and the record is linked, and before the fold. A load that was stopped goes on
    from the last whole part, as long as notes, names and extractor are the same.
    """
    connection = made.connection
    extractor = extractor_of(connection, notes.options)
    connection.execute(_SPOKEN)
    wanted, characters, digest = _wanted(connection)
    done = [0]

    def finished(size: int) -> None:
        done[0] += size

    course.again(f"notes ({len(wanted):,})", lambda: min(1.0, done[0] / max(1, characters)))
    texts = _texts(connection, notes.file, wanted)
    source = f"{tables[TABLE]['sha256']} {digest}"
    paths = extract_parts(texts, extractor, notes.parts, source, notes.options.workers, finished)
    files = ", ".join(quoted(str(path)) for path in paths)
    connection.execute(f"CREATE TABLE scratch.mention AS FROM read_parquet([{files}])")
    connection.execute("CREATE VIEW knowledge.mention AS FROM scratch.mention")
    connection.execute(_LINKS, ["name" if notes.options.extractor == "dictionary" else "linker"])
    found = connection.execute(
        "SELECT count(*), count(*) FILTER (len(concepts) > 1), count(DISTINCT concepts[1]) FROM knowledge.mention"
    ).fetchone()
    mentions, ambiguous, concepts = found or (0, 0, 0)
    return {
        "extractor": f"{extractor.name} {extractor.version}",
        "notes": len(wanted),
        "characters": characters,
        "mentions": mentions,
        "ambiguous": ambiguous,
        "concepts": concepts,
    }


def _wanted(connection: duckdb.DuckDBPyConnection) -> tuple[frozenset[int], int, str]:
    """Return the notes that became nodes, their characters, and a hash of which they are."""
    rows = connection.execute('SELECT id, coalesce(characters, 0) FROM nodes."Note" ORDER BY id').fetchall()
    digest = hashlib.sha256(repr([id_ for id_, _ in rows]).encode()).hexdigest()
    return frozenset(id_ for id_, _ in rows), sum(size for _, size in rows), digest


def _texts(
    connection: duckdb.DuckDBPyConnection, file: SourceFile, wanted: frozenset[int]
) -> Iterator[tuple[int, str]]:
    """Yield the wanted notes in the order of their file, each text as it stands there, to the last blank."""
    key, text = untouched(file, "row_id"), untouched(file, "text")
    cursor = connection.cursor()  # the building's own connection goes on answering
    cursor.execute(f"SELECT TRY_CAST(CAST({key} AS DOUBLE) AS BIGINT), {text} FROM {scan(file)}")
    seen: set[int] = set()  # a row that stands there twice is one note
    while rows := cursor.fetchmany(_BATCH):
        for row_id, body in rows:
            if row_id in wanted and row_id not in seen and body:
                seen.add(row_id)
                yield row_id, body


def write_mentions(schema: Schema, made: Building) -> None:
    """Write the mentions as nodes named by their concept, each hanging on its note; call it after the fold."""
    label = schema.labels["Mention"]
    given = {
        "name": "c.name",
        "table": 'n."table"',
        "row_id": "n.row_id",
        "ambiguous": "len(m.concepts) > 1",
    }
    columns = ", ".join(f"""{given.get(name, f'm."{name}"')} AS "{name}\"""" for name in label.properties)
    made.nodes(
        label.labels,
        label.key,
        label.properties,
        f"SELECT m.id, {columns}, n.subject_id, n.hadm_id, m.note AS note_id FROM knowledge.mention m"
        ' JOIN nodes."Note" n ON n.id = m.note JOIN knowledge.folded c ON c.id = m.concepts[1]'
        " ORDER BY n.subject_id, m.id",
    )
    made.edges_by_key("HAS_MENTION", "Note", "Mention", held_by="Mention", columns=("note_id", "id"))
