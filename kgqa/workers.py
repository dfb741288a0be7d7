"""Batches of patients, made one after the other or by several processes, each of which opens the graph for itself.

Batches come back in the order of their patients, so the number of processes changes no byte of a set.
"""

from __future__ import annotations

import multiprocessing
import signal
import tempfile
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from kgqa.batch import Bench, Made, Task
from kgqa.errors import GraphError
from kgqa.opening import Opened, Opening, opened_as
from kgqa.processes import end_with_parent, memory, processors, undisturbed
from kgqa.stage import Stage, Tell

_MEMORY = 5 * 1024**3  # what one process may take: see the size of a batch in opening.py
_WORTH = 20  # a process plans all patterns in about the time in which it asks them of so many patients of the demo

Work = list[tuple[Sequence[int], Path]]


def fitting(opening: Opening, patients: int) -> int:
    """Return how many processes this machine has room for and so many patients are worth; one where a server works."""
    if "://" in opening.graph or opening.agree:
        return 1
    return max(1, min(processors(), memory() // _MEMORY, patients // _WORTH))


def batches(
    opened: Opened, task: Task, patients: Sequence[int], workers: int, folder: Path, tell: Tell
) -> Generator[Made]:
    """Make the patients' batches and yield them in order, their files in `folder`.

    Raises GraphError where a process is ended from outside.
    """
    size = min(opened.batch, ceil(len(patients) / workers)) or 1
    places = range(0, len(patients), size)
    work = [(patients[place : place + size], folder / f"batch-{place}.jsonl") for place in places]
    workers = min(workers, len(work))
    if workers > 1:
        yield from _side_by_side(opened, task, work, workers, tell)
        return
    bench, whole, done = Bench(opened, task), len(patients) * len(task.patterns), 0
    for place, (some, file) in zip(places, work, strict=True):

        def told(pattern: str, number: int, first: int = place + 1, last: int = place + len(some)) -> None:
            nonlocal done
            begin, done = done, done + number
            tell(Stage(f"patients {first}-{last} of {len(patients)}: {pattern}", begin / whole, done / whole))

        yield bench.make(some, file, told)


@dataclass(frozen=True, slots=True)
class _Given:
    """What every process is given: what it opens, what that must be, and what it does.

    It is given with each batch: a process that ends while it is handed so much at its start would leave us waiting.
    """

    opening: Opening
    fingerprint: str
    task: Task


def _side_by_side(opened: Opened, task: Task, work: Work, workers: int, tell: Tell) -> Iterator[Made]:
    context = multiprocessing.get_context("spawn")  # a forked copy of an engine that has threads would stand still
    asked, others = context.Value("q", 0), set(multiprocessing.active_children())
    given = _Given(replace(opened.opening, share=workers), opened.setting.graph, task)
    begun = asked, work[0][1].parent
    pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=begun)
    patients, made = sum(len(some) for some, _ in work), 0
    try:
        with undisturbed():
            futures = [pool.submit(_make, given, some, file) for some, file in work]
        pool.submit(int)  # the pool looks after a process only from the first work on that is submitted after its start
        for (some, _), future in zip(work, futures, strict=True):
            begin = made / patients
            far = partial(_far, asked, begin, patients * len(task.patterns))
            tell(Stage(f"{made} of {patients} patients done, {workers} processes at work", begin, 1, far))
            yield future.result()
            made += len(some)
        pool.shutdown()
    except BrokenProcessPool:
        why = "a process that asks patterns was ended, perhaps for want of memory"
        raise GraphError(f"{opened.opening.graph}: {why}. Run it again with fewer --workers") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
            process.join()


def _far(asked: Synchronized[int], begin: float, whole: int) -> float:
    """Return how much of what comes after `begin` is asked."""
    return (asked.value / whole - begin) / (1 - begin)


# Of a process of the pool, for all batches that it makes.
_ASKED: list[Synchronized[int]] = []
_BENCHES: list[Bench] = []
_OPEN = ExitStack()


def _begin(asked: Synchronized[int], folder: Path) -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent ends its processes itself
    tempfile.tempdir = str(folder)  # what a killed process leaves goes with the folder of the unfinished set
    _ASKED.append(asked)


def _make(given: _Given, some: Sequence[int], file: Path) -> Made:
    (asked,) = _ASKED
    if not _BENCHES:
        at_hand = _OPEN.enter_context(opened_as(given.opening))
        if at_hand.setting.graph != given.fingerprint:
            raise GraphError(f"{given.opening.graph}: was loaded again meanwhile. Run it again")
        _BENCHES.append(Bench(at_hand, given.task))

    def told(_pattern: str, number: int) -> None:
        with asked.get_lock():
            asked.value += number

    return _BENCHES[0].make(some, file, told)
