"""The story of `kgqa load`: tables, knowledge, links, and then one graph folder in the place of the old one.

Each stage has its own module; what they share is the building's DuckDB connection, with the labels written so far in
its schema `nodes`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kgqa.errors import UsageError
from kgqa.graph.building import Building, building
from kgqa.load.knowledge import read_open
from kgqa.load.knowledge.fold import fold
from kgqa.load.knowledge.staging import prepare, tally
from kgqa.load.link import link
from kgqa.load.mapping_file import read_source
from kgqa.load.notes import NoteOptions, notes_of, read_mentions, write_mentions
from kgqa.load.releases import Asked, Releases
from kgqa.load.source import SourceFile, checked_hash, find_files
from kgqa.load.timeline import Timeline
from kgqa.schema import Schema, read_schema
from kgqa.stage import Course, Stage, Step, Tell

# What divides the progress bar, measured on the demo: bytes of compressed tables a second, and the seconds that open
# knowledge, links and folding take.
_BYTES_A_SECOND = 1e6
_OPEN, _LINKS, _FOLD = 4.0, 3.0, 2.0
_OPENED = "knowledge"
_LAST = "concepts"  # the step that decides what is kept, so what notes mention must be known before it


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
    asked: Asked | None = None,
    memory: str | None = None,
    notes: NoteOptions | None = None,
    tell: Tell = lambda _stage: None,
) -> Loaded:
    """Load the tables of `folder`, the open knowledge of `knowledge` and the releases asked for into `graph`.

    Without `knowledge` the graph holds the timelines alone; with `notes` also what the notes mention. The old graph is
    replaced when all is done, and only then; notes that a stopped load has read are not read again.
    Raises SourceError where a file cannot be read as its table, UsageError and GraphError where `graph` cannot be used.
    """
    schema = read_schema()
    mapping = read_source(schema)
    if notes and knowledge is None:
        raise UsageError("notes are searched for the names of the knowledge. Load them with the knowledge")
    releases = Releases(asked or Asked())
    with building(graph, memory) as made:
        files, missing = find_files(folder, mapping)
        reading = notes_of(notes, files, graph) if notes else None
        said: dict[str, Any] = {}
        links: dict[str, Any] = {}
        steps = [] if knowledge is None else _knowledge(made, knowledge, releases, said, links)
        read_notes = _seconds(reading.file) if reading else 0.0
        seconds = sum(_seconds(file) for file in files.values()) + sum(step.seconds for step in steps) + read_notes
        course = Course(tell, seconds, made.far)
        with ExitStack() as beside:
            # Open knowledge needs no table, and on its own it leaves a processor idle. A release is large: it waits,
            # and so does everything where memory is short.
            early = bool(steps) and steps[0].what == _OPENED and not memory
            if early:
                steps[0] = beside.enter_context(_begun(made, steps[0]))
            tables = _tables(Timeline(schema, mapping, made), files, course)
            if early:
                course.run(steps.pop(0))
        for step in steps:
            if step.what == _LAST and reading:
                course.enter("notes", read_notes)
                said["notes"] = read_mentions(made, reading, tables, course)
            course.run(step)
        if knowledge is not None:
            said |= {"releases": releases.said, "tally": tally(made.connection)}
            if reading:
                write_mentions(schema, made)
            _write_knowledge(schema, made)
        tell(Stage("graph.json", 1.0, 1.0, made.far))
        source = {"name": mapping.name, "folder": str(folder.resolve()), "tables": tables, "missing": missing}
        fingerprint = made.finish(
            {"schema_version": schema.version, "source": source, "knowledge": said, "links": links}
        )
    if reading:
        shutil.rmtree(reading.parts)
    return Loaded(fingerprint, tables, missing, said, links)


def _seconds(file: SourceFile) -> float:
    return file.path.stat().st_size / _BYTES_A_SECOND


def _tables(timeline: Timeline, files: Mapping[str, SourceFile], course: Course) -> dict[str, dict[str, Any]]:
    """Load every table in the mapping's order; those that the folder lacks give labels without nodes."""
    mapping = timeline.mapping
    first = (mapping.patient["table"], mapping.admission["table"])
    accounts: dict[str, dict[str, Any]] = {}
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
                half = _seconds(files[name]) / 2
                course.enter(name, half)
                if name not in first:
                    timeline.stage(name, files[name])
                course.enter(name, half)
                account = timeline.load(name)
                accounts[name] = {"file": files[name].path.name, "sha256": hashes[name].result(), **asdict(account)}
        finally:
            beside.shutdown(cancel_futures=True)
    return accounts


@contextmanager
def _begun(made: Building, step: Step) -> Iterator[Step]:
    """Begin a step on a thread of its own and give the step of waiting for it; give it up where the block fails."""
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(step.work)
        try:
            yield replace(step, work=done.result)
        except BaseException:
            made.aside.interrupt()
            raise


def _knowledge(
    made: Building, folder: Path, releases: Releases, said: dict[str, Any], links: dict[str, Any]
) -> list[Step]:
    """Return the steps that read the knowledge, link the record to it, and keep what a patient reaches."""
    sql = made.connection
    prepare(sql)
    asked = releases.asked
    released = bool(asked.umls or asked.rxnorm or asked.med_rt)
    return [
        *releases.codes(sql),
        Step(_OPENED, _OPEN, lambda: said.update(read_open(made.aside, folder, may_be_empty=released))),
        *releases.statements(sql),
        Step("links", _LINKS, lambda: links.update(link(sql))),
        *releases.reach(sql, links),
        Step(_LAST, _FOLD, lambda: said.update(kept=fold(sql, asked.all_concepts))),
    ]


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
