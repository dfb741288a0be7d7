"""The story of `kgqa load`: tables, knowledge, links, and then one graph folder in the place of the old one.

Each stage has its own module; what they share is the building's DuckDB connection, with the labels written so far in
its schema `nodes`.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kgqa.errors import UsageError
from kgqa.graph.building import Building, building
from kgqa.load.knowledge import read_open
from kgqa.load.knowledge.fold import fold
from kgqa.load.link import link
from kgqa.load.mapping_file import read_source
from kgqa.load.notes import NoteOptions, Notes, notes_of, read_mentions, write_mentions
from kgqa.load.source import SourceFile, checked_hash, find_files
from kgqa.load.timeline import Timeline
from kgqa.schema import Schema, read_schema
from kgqa.stage import Stage, Tell

# The share of the work that the tables are, measured on the demo; the rest is knowledge and links.
_TABLES_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, as it is kept in graph.json."""

    fingerprint: str
    tables: Mapping[str, Mapping[str, Any]]
    missing: tuple[str, ...]
    knowledge: Mapping[str, Any]
    links: Mapping[str, Any]


def load(
    folder: Path,
    graph: Path,
    *,
    knowledge: Path | None = None,
    memory: str | None = None,
    notes: NoteOptions | None = None,
    tell: Tell = lambda _stage: None,
) -> Loaded:
    """Load the tables of `folder` and the open knowledge of `knowledge` into the graph folder `graph`.

    Without `knowledge` the graph holds the timelines alone; with `notes` also what the notes mention. The old graph is
    replaced when all is done, and only then; notes that a stopped load has read are not read again.
    Raises SourceError where a file cannot be read as its table, UsageError and GraphError where `graph` cannot be used.
    """
    schema = read_schema()
    mapping = read_source(schema)
    if notes and knowledge is None:
        raise UsageError("notes are searched for the names of the knowledge. Load them with the knowledge")
    with building(graph, memory) as made:
        files, missing = find_files(folder, mapping)
        tables = _tables(Timeline(schema, mapping, made), files, tell)
        reading = notes_of(notes, files, tables, graph) if notes else None
        said, links = ({}, {}) if knowledge is None else _knowledge(schema, made, knowledge, reading, tell)
        tell(Stage("graph.json", 1.0, 1.0, made.far))
        source = {"name": mapping.name, "folder": str(folder.resolve()), "tables": tables, "missing": missing}
        fingerprint = made.finish(
            {"schema_version": schema.version, "source": source, "knowledge": said, "links": links}
        )
    if reading:
        shutil.rmtree(reading.parts)
    return Loaded(fingerprint, tables, missing, said, links)


def _tables(timeline: Timeline, files: Mapping[str, SourceFile], tell: Tell) -> dict[str, dict[str, Any]]:
    """Load every table in the mapping's order; those that the folder lacks give labels without nodes."""
    mapping = timeline.mapping
    first = (mapping.patient["table"], mapping.admission["table"])
    size = {name: file.path.stat().st_size for name, file in files.items()}
    share = _TABLES_SHARE / max(1, sum(size.values()))
    accounts: dict[str, dict[str, Any]] = {}
    done = 0.0
    with ThreadPoolExecutor(1) as beside:
        hashes: dict[str, Future[str]] = {name: beside.submit(checked_hash, file) for name, file in files.items()}
        try:
            for name in first:
                timeline.stage(name, files[name])
            timeline.set_clock()
            for name in mapping.tables:
                if name not in files:
                    timeline.leave_out(name)
                    continue
                half = share * size[name] / 2
                tell(Stage(name, done, done + half, timeline.building.far))
                if name not in first:
                    timeline.stage(name, files[name])
                tell(Stage(name, done + half, done + 2 * half, timeline.building.far))
                account = timeline.load(name)
                accounts[name] = {"file": files[name].path.name, "sha256": hashes[name].result(), **asdict(account)}
                done += 2 * half
        finally:
            beside.shutdown(cancel_futures=True)
    return accounts


def _knowledge(
    schema: Schema, made: Building, folder: Path, notes: Notes | None, tell: Tell
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read the knowledge, link the record to it, and write what a patient reaches."""
    tell(Stage("knowledge", _TABLES_SHARE, _TABLES_SHARE + 0.15, made.far))
    said = read_open(made.connection, folder)
    tell(Stage("links", _TABLES_SHARE + 0.15, _TABLES_SHARE + 0.17 if notes else _TABLES_SHARE + 0.25, made.far))
    links = link(made.connection)
    if notes:
        said["notes"] = read_mentions(made, notes, tell)
    tell(Stage("concepts", _TABLES_SHARE + 0.25, 1.0, made.far))
    said["kept"] = fold(made.connection)
    if notes:
        write_mentions(schema, made)
    _write_knowledge(schema, made)
    return said, links


def _write_knowledge(schema: Schema, made: Building) -> None:
    made.connection.execute('CREATE TABLE knowledge.concept_node AS FROM nodes."Concept"; DROP TABLE nodes."Concept"')
    concept = schema.labels["Concept"]
    columns = ", ".join(f'"{name}"' for name in concept.properties)
    made.nodes(
        concept.labels, concept.key, concept.properties, f"SELECT id, {columns} FROM knowledge.concept_node ORDER BY id"
    )
    for edge in schema.edges.values():
        own = "".join(f', "{name}"' for name in edge.properties)
        if edge.knowledge:
            select = f"SELECT source, target{own} FROM knowledge.edge WHERE type = '{edge.name}' ORDER BY ALL"
            made.edges(edge.name, "Concept", "Concept", edge.properties, select)
        elif edge.name == "REFERS_TO":
            for label in edge.sources:
                if label not in made.labels:
                    continue
                select = (
                    f"SELECT id AS source, concept AS target{own} FROM knowledge.link WHERE label = '{label}'"
                    " ORDER BY source, target, role"
                )
                made.edges(edge.name, label, "Concept", edge.properties, select)
    made.names("concept_names", "SELECT concept, name, source FROM knowledge.concept_name ORDER BY ALL")
