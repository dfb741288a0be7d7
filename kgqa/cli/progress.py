"""Progress on stderr: a bar with the time left on a terminal, one line per stage elsewhere."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from kgqa.stage import Stage, Tell


@contextmanager
def progress() -> Iterator[Tell]:
    """Give a function that is told each stage as it begins."""
    if sys.stderr.isatty():
        with _bar() as tell:
            yield tell
        return
    said: list[str] = []

    def line(stage: Stage) -> None:
        if stage.what not in said[-1:]:
            said.append(stage.what)
            sys.stderr.write(f"{stage.begin:4.0%}  {stage.what}\n")

    yield line


@contextmanager
def _bar() -> Iterator[Tell]:
    columns = (TextColumn("{task.description:24}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    current: list[Stage] = []
    ended = threading.Event()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=1.0)

        def tell(stage: Stage) -> None:
            current[:] = [stage]
            bars.update(task, description=stage.what, completed=stage.begin)

        def follow() -> None:
            while not ended.wait(0.25):
                for stage in current:
                    bars.update(task, completed=stage.begin + (stage.end - stage.begin) * stage.far())

        thread = threading.Thread(target=follow, daemon=True)
        thread.start()
        try:
            yield tell
        finally:
            ended.set()
            thread.join()
