"""Notes through an extractor in forked workers, part by part, so that a killed load goes on from the last whole part.

A part is a stretch of notes in the order of their file; it is one Parquet file of mentions, without text. The parts
depend on nothing but the notes and the extractor, so any number of workers makes the same ones.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from kgqa.errors import GraphError
from kgqa.files import share
from kgqa.notes.mention import Coded, Extractor, Mentions
from kgqa.notes.sections import Headings, read_headings
from kgqa.processes import end_with_parent

Notes = list[tuple[int, str]]
PART = 8_000_000  # characters
BATCH = 2_000_000  # characters that an extractor is given at a time: what it does once a batch weighs little then
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

_WORDS = [field.name for field in _COLUMNS if pa.types.is_string(field.type)] + ["concepts.list.element"]


def extract_parts(
    notes: Iterable[tuple[int, str]],
    extractor: Extractor,
    folder: Path,
    source: str,
    workers: int,
    tell: Callable[[int], None],
) -> list[Path]:
    """Extract the mentions of all notes into part files of `folder` and return them in order.

    Parts that an earlier run with the same `source` (a hash of the notes) and extractor has finished are kept. `tell`
    is given the number of characters of each finished part.
    """
    _prepare(folder, {"source": source, "extractor": f"{extractor.name} {extractor.version}", "part": PART})
    made: list[Path] = []
    for path, size in _run(parts(notes, PART), extractor, folder, workers):
        made.append(path)
        tell(size)
    return sorted(made)


def parts(notes: Iterable[tuple[int, str]], size: int) -> Iterator[Notes]:
    """Cut a stream of notes into parts of at least `size` characters, the last excepted; there is always one."""
    part: Notes = []
    characters = 0
    for note in notes:
        part.append(note)
        characters += len(note[1])
        if characters >= size:
            yield part
            part, characters = [], 0
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
    gc.freeze()
    pa.array([None])  # the first array looks for pandas, which takes long; workers would each do so
    context = multiprocessing.get_context("fork")
    try:
        given = extractor, read_headings(share("data") / "notes" / "sections.tsv")
        with ProcessPoolExecutor(workers, context, initializer=_inherit, initargs=given) as pool:
            yield from _scheduled(pool, every, folder, workers)
    except BrokenProcessPool:
        raise GraphError(
            f"{folder}: a worker that reads notes was ended, perhaps for want of memory. Run the command again with"
            " fewer --workers; it goes on from the last whole part"
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


_INHERITED: list[tuple[Extractor, Headings]] = []


def _inherit(extractor: Extractor, headings: Headings) -> None:
    end_with_parent()
    gc.disable()  # nothing here makes cycles, and the collector would walk the rows of a part again and again
    _INHERITED[:] = [(extractor, headings)]


def _extract(part: Notes, path: Path) -> tuple[Path, int]:
    extractor, headings = _INHERITED[0]
    name = f"{extractor.name} {extractor.version}"
    tables: list[pa.Table] = []
    for notes in parts(part, BATCH):
        try:
            found = extractor.extract_all(notes)
            _check(notes, found)
        except Exception as error:  # noqa: BLE001 - whatever it is, it may quote the note
            what = f"note {_first_that_fails(extractor, notes)}: {type(error).__name__} in the extractor"
            raise RuntimeError(what) from None
        tables.append(_table(found, name, headings))
    half = path.with_suffix(".half")
    # A part is read once, whole: statistics serve nobody, and numbers are no shorter by a dictionary.
    pq.write_table(pa.concat_tables(tables), half, compression="zstd", use_dictionary=_WORDS, write_statistics=False)
    half.replace(path)
    return path, sum(len(text) for _, text in part)


def _check(notes: Notes, found: Mentions) -> None:
    texts = dict(notes)
    places = zip(found.note.tolist(), found.start.tolist(), found.end.tolist(), strict=True)
    assert [texts[note][start:end] for note, start, end in places] == found.surface, "an offset is wrong"


def _first_that_fails(extractor: Extractor, notes: Notes) -> int:
    """Return the first note that the extractor fails on, or of a batch that fails only as a whole the first note."""
    for note in notes:
        try:
            _check([note], extractor.extract_all([note]))
        except Exception:  # noqa: BLE001 - as above
            return note[0]
    return notes[0][0]


def _table(found: Mentions, name: str, headings: Headings) -> pa.Table:
    """Return the columns of mentions: no text, and a title only where it is a listed heading, word for word."""
    first = np.flatnonzero(np.diff(found.note, prepend=-1))
    counts = np.diff(first, append=len(found.note))
    assert not len(counts) or counts.max() < MOST, "too many mentions for their ids"
    meant, section, title = found.candidates, found.section, found.section_title
    titles = {title: title if headings.exact(title) else None for title in set(title.values)}
    made: dict[str, Any] = {
        **found._asdict(),
        "id": found.note * MOST + np.arange(len(found.note)) - np.repeat(first, counts),
        "concepts": Coded([[c.concept for c in candidates] for candidates in meant.values], meant.which),
        "scores": Coded([[c.score for c in candidates] for candidates in meant.values], meant.which),
        "section": Coded([label or None for label in section.values], section.which),
        "section_title": Coded([titles[written] for written in title.values], title.which),
        "extractor": pa.repeat(name, len(found.note)),
    }
    return pa.table([_array(made[field.name], field.type) for field in _COLUMNS], schema=_COLUMNS)


def _array(column: Any, kind: pa.DataType) -> pa.Array:
    if isinstance(column, Coded):
        return pa.array(column.values, kind).take(pa.array(column.which))
    return pa.array(column, kind)
