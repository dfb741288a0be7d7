"""What generate, audit and show open before they work: the graph, its source, the names of its concepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from kgqa.errors import GraphError, UsageError
from kgqa.evidence import Columns, SourceCheck, aliases_of
from kgqa.graph import open_graph
from kgqa.graph.folder import read
from kgqa.load.mapping_file import read_source
from kgqa.question.prove import Prover, ProvingEngine
from kgqa.question.record import Setting
from kgqa.schema import read_schema

# Patients whose questions are held in memory together (170 questions a patient of the demo, 15 kB each), and whose
# source rows are found in one reading of the tables.
_BATCH = 1000
# Patients asked about in one statement, on a server and on tables. A whole-graph pattern plans badly on Neo4j; 50 were
# best there (measured on 5.26). On tables the widest pattern takes 2.7 GB for 100 patients of the demo.
SERVER_AT_ONCE = 50
_FOLDER_AT_ONCE = 250
_FOLDER = Path("graph")
_ODBL = (
    "Contains information from MIMIC-III Clinical Database Demo, which is made available under the Open Database "
    "License (ODbL): https://opendatacommons.org/licenses/odbl/1-0/"
)
_OTHER = "Made from clinical tables under their own terms of use, which hold for this set too."


@dataclass(frozen=True, slots=True)
class Opening:
    """The arguments of `opened`, so that another process can open the same; `share` processes share the machine."""

    graph: str
    source: Path | None = None
    seed: int = 0
    agree: str | None = None
    split_by: str = "patient"
    share: int = 1


@dataclass(frozen=True, slots=True)
class Opened:
    """A graph at hand: where proofs are had, what questions share, and what the manifest tells of it.

    `batch` is how many patients are worked through together, `at_once` how many of them one statement asks about.
    """

    opening: Opening
    prover: Prover
    setting: Setting
    about: Mapping[str, Any]
    batch: int
    at_once: int


def opened(
    graph: str,
    *,
    source: Path | None = None,
    seed: int = 0,
    agree: str | None = None,
    split_by: str = "patient",
) -> AbstractContextManager[Opened]:
    """Open a graph (a folder, or bolt://...), its source folder and, with `agree`, a second engine with the same graph.

    The source folder is the one that a graph folder was loaded from, unless another is given. A server does not know
    its own: there the folder ./graph tells, where it holds the same graph. Raises GraphError, SourceError or UsageError
    where one of them is not there, or the second graph is another.
    """
    return opened_as(Opening(graph, source, seed, agree, split_by))


@contextmanager
def opened_as(opening: Opening) -> Iterator[Opened]:
    """Open what `opened` does, from its arguments in one piece."""
    graph, agree = opening.graph, opening.agree
    schema = read_schema()
    server = "://" in graph
    with ExitStack() as stack:
        engine = _open(graph, opening.share, stack)
        told_by = _FOLDER if server else Path(graph)
        known = not server or _holds(told_by, engine.fingerprint)
        meta: Mapping[str, Any] = read(told_by).meta if known else {}
        folder = opening.source or (Path(meta["source"]["folder"]) if meta else None)
        if folder is None:
            why = f"{graph}: does not say which tables it was loaded from"
            raise UsageError(f"{why}. Run where its graph folder is ./{_FOLDER}, or give the tables with --source")
        aliases = aliases_of(told_by) if known else {}
        second = _open(agree, opening.share, stack) if agree else None
        if second is not None and second.fingerprint != engine.fingerprint:
            raise GraphError(f"{agree}: is not the graph in {graph}. Push it with: kgqa neo4j push {graph}")

        def names(concept: str) -> tuple[str, ...]:
            return aliases.get(concept, ())

        yield Opened(
            opening,
            Prover(engine, SourceCheck(schema, folder, names), second),
            Setting(opening.seed, engine.fingerprint, Columns(read_source(schema)), names, opening.split_by),
            _about(meta, folder),
            _BATCH,
            SERVER_AT_ONCE if server else _FOLDER_AT_ONCE,
        )


def _holds(folder: Path, fingerprint: str) -> bool:
    return (folder / "graph.json").is_file() and read(folder).fingerprint == fingerprint


def _open(graph: str, share: int, stack: ExitStack) -> ProvingEngine:
    engine = cast("ProvingEngine", open_graph(graph, share))  # both engines run worlds
    stack.callback(engine.close)
    return engine


def _about(meta: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Tell what the graph was made of; no path and no clock, so that equal graphs are told alike."""
    odbl = any(folder.glob("LICENSE.ODbL*"))
    licences = [_ODBL if odbl else _OTHER]
    if not meta:
        return {"licences": licences}
    known = meta.get("knowledge", {}).get("sources", {})
    return {
        "schema_version": meta["schema_version"],
        "source": meta["source"]["name"],
        "tables": {name: table["sha256"] for name, table in sorted(meta["source"]["tables"].items())},
        "knowledge": {name: told["release"] for name, told in sorted(known.items())},
        "licences": licences + [f"{name}: {told['licence']}" for name, told in sorted(known.items())],
    }
