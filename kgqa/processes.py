"""Processes that work side by side: how many this machine has room for, and that none outlives who started it."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PR_SET_PDEATHSIG = 1  # prctl(2)
_ENDING = (signal.SIGINT, signal.SIGTERM)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def memory() -> int:
    """Return the bytes of this machine's memory."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def end_with_parent() -> None:
    """Let this process be killed when its parent is; where the system cannot, it ends when it next asks for work."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is not None and os.getppid() != parent.pid:  # it was killed before we could ask for this
        os._exit(1)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C and a request to end wait until the block is done; a process that is half begun could not be ended."""
    came: list[int] = []

    def note(number: int, _: object) -> None:
        came.append(number)

    if threading.current_thread() is not threading.main_thread():  # signals are told to the main thread alone
        yield
        return
    before = {number: signal.signal(number, note) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])
