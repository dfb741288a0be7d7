"""Notes through an extractor in forked workers, part by part, so that a killed load goes on from the last whole part.

A part is a stretch of notes in the order of their file; it is one Parquet file of mentions, without text. The parts
depend on nothing but the notes and the extractor, so any number of workers makes the same ones.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kgqa.errors import GraphError
from kgqa.notes.mention import Extractor, Mention

Notes = list[tuple[int, str]]
PART = 8_000_000  # characters
MOST = 1_000_000  # mentions of a note; a mention's id is the note's times this, plus its place
_STATE = "extraction.json"
_COLUMNS = pa.schema(
    {
        "id": pa.int64(),
        "note": pa.int64(),
        "start": pa.int64(),
        "end": pa.int64(),
        "concepts": pa.list_(pa.string()),
        "scores": pa.list_(pa.float64()),
        "section": pa.string(),
        "section_title": pa.string(),
        "negated": pa.bool_(),
        "uncertain": pa.bool_(),
        "historical": pa.bool_(),
        "hypothetical": pa.bool_(),
        "experiencer": pa.string(),
        "dose": pa.float64(),
        "dose_unit": pa.string(),
        "route": pa.string(),
        "frequency": pa.string(),
        "extractor": pa.string(),
    }
)
_UNTITLED = ("", "other")  # sections whose title is not in the table, and so might be anybody's words


def extract_parts(
    notes: Iterable[tuple[int, str]],
    extractor: Extractor,
    folder: Path,
    source: str,
    workers: int,
    tell: Callable[[int], None],
) -> list[Path]:
    """Extract the mentions of all notes into part files of `folder` and return them in order.

    Parts that an earlier run with the same `source` (a hash of the notes) and extractor has finished are kept. `tell` is
    given the number of characters of each finished part.
    """
    _prepare(folder, {"source": source, "extractor": f"{extractor.name} {extractor.version}", "part": PART})
    made: list[Path] = []
    for path, size in _run(parts(notes), extractor, folder, workers):
        made.append(path)
        tell(size)
    return sorted(made)


def parts(notes: Iterable[tuple[int, str]], size: int = PART) -> Iterator[Notes]:
    """Cut a stream of notes into parts of at least `size` characters, the last excepted."""
    part: Notes = []
    characters = 0
    for note in notes:
        part.append(note)
        characters += len(note[1])
        if characters >= size:
            yield part
            part, characters = [], 0
    if part:
        yield part


def _prepare(folder: Path, state: dict[str, object]) -> None:
    """Keep the parts of an earlier run of the same thing, and nothing else."""
    kept = folder / _STATE
    if not kept.is_file() or json.loads(kept.read_text("utf-8")) != state:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        kept.write_text(json.dumps(state), "utf-8")


def _run(every: Iterator[Notes], extractor: Extractor, folder: Path, workers: int) -> Iterator[tuple[Path, int]]:
    # The automaton cannot be pickled: workers inherit it. What is frozen is never walked by the collector, which would
    # copy the pages that parent and workers share.
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(workers, context, initializer=_inherit, initargs=(extractor,)) as pool:
            yield from _scheduled(pool, every, folder, workers)
    except BrokenProcessPool:
        raise GraphError(
            f"{folder}: a worker that reads notes was ended, perhaps for want of memory. Run the command again; it goes on"
            " from the last whole part. Give fewer --workers"
        ) from None
    finally:
        gc.unfreeze()


def _scheduled(
    pool: ProcessPoolExecutor, every: Iterator[Notes], folder: Path, workers: int
) -> Iterator[tuple[Path, int]]:
    pending: set[Future[tuple[Path, int]]] = set()
    for number, part in enumerate(every):
        path = folder / f"{number:06}.parquet"
        if path.is_file():
            yield path, sum(len(text) for _, text in part)
            continue
        pending.add(pool.submit(_extract, part, path))
        if len(pending) > workers:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    yield from (future.result() for future in pending)


_INHERITED: list[Extractor] = []


def _inherit(extractor: Extractor) -> None:
    _INHERITED[:] = [extractor]


def _extract(part: Notes, path: Path) -> tuple[Path, int]:
    extractor = _INHERITED[0]
    name = f"{extractor.name} {extractor.version}"
    columns: dict[str, list[object]] = {column: [] for column in _COLUMNS.names}
    for note, text in part:
        try:
            mentions = extractor.extract(note, text)
            _write(columns, note, text, mentions, name)
        except Exception as error:  # noqa: BLE001 - whatever it is, it may quote the note
            raise RuntimeError(f"note {note}: {type(error).__name__} in the extractor") from None
    half = path.with_suffix(".half")
    pq.write_table(pa.table(columns, schema=_COLUMNS), half, compression="zstd")
    os.replace(half, path)
    return path, sum(len(text) for _, text in part)


def _write(columns: dict[str, list[object]], note: int, text: str, mentions: tuple[Mention, ...], name: str) -> None:
    assert len(mentions) < MOST, "too many mentions for their ids"
    for place, mention in enumerate(mentions):
        assert text[mention.start : mention.end] == mention.surface, "an offset is wrong"
        row = (
            note * MOST + place,
            note,
            mention.start,
            mention.end,
            [candidate.concept for candidate in mention.candidates],
            [candidate.score for candidate in mention.candidates],
            mention.section or None,
            None if mention.section in _UNTITLED else mention.section_title,
            mention.negated,
            mention.uncertain,
            mention.historical,
            mention.hypothetical,
            mention.experiencer,
            mention.dose,
            mention.dose_unit,
            mention.route,
            mention.frequency,
            name,
        )
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)
