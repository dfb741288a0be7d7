"""The story of `kgqa load`: tables, then knowledge, then links, into one graph folder that replaces the old one at the end."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kgqa.graph.building import Building, building
from kgqa.load.mapping import Source
from kgqa.load.mapping_file import read_source
from kgqa.load.source import SourceFile, checked_hash, find_files
from kgqa.load.timeline import Account, Timeline
from kgqa.schema import Schema, read_schema

Tell = Callable[[str, float], None]
"""Told the stage that begins and the share of the whole work that is done by then."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: the graph's fingerprint, and what is kept in graph.json about the sources."""

    fingerprint: str
    tables: dict[str, dict[str, Any]]
    missing: tuple[str, ...]


def load(folder: Path, graph: Path, *, memory: str | None = None, tell: Tell = lambda _stage, _share: None) -> Loaded:
    """Load the tables of `folder` into the graph folder `graph`, which is replaced only when all is done.

    Raises SourceError where a file cannot be read as its table; nothing is written then.
    """
    schema = read_schema()
    mapping = read_source(schema)
    with building(graph, memory) as made, ThreadPoolExecutor(1) as pool:
        files, missing = find_files(folder, mapping, made.connection)
        hashes = {name: pool.submit(checked_hash, file) for name, file in files.items()}
        try:
            accounts = _tables(schema, mapping, made, files, hashes, tell)
        finally:
            pool.shutdown(cancel_futures=True)
        source = {"name": mapping.name, "folder": str(folder.resolve()), "tables": accounts, "missing": missing}
        tell("writing graph.json", 1.0)
        fingerprint = made.finish({"schema_version": schema.version, "source": source})
    return Loaded(fingerprint, accounts, missing)


def _tables(
    schema: Schema,
    mapping: Source,
    made: Building,
    files: dict[str, SourceFile],
    hashes: dict[str, Future[str]],
    tell: Tell,
) -> dict[str, dict[str, Any]]:
    """Load every table in the mapping's order; those that the folder lacks give labels without nodes."""
    timeline = Timeline(schema, mapping, made)
    size = {name: file.path.stat().st_size for name, file in files.items()}
    done, total = 0, sum(size.values())
    first = (mapping.patient["table"], mapping.admission["table"])
    for name in first:
        timeline.stage(name, files[name])
    timeline.set_clock()
    accounts = {}
    for name in mapping.tables:
        if name in files:
            tell(name, done / total)
        if name not in first:
            timeline.stage(name, files.get(name))
        account: Account = timeline.load(name)
        if name in files:
            accounts[name] = {"file": files[name].path.name, "sha256": hashes[name].result(), **asdict(account)}
            done += size[name]
    return accounts
