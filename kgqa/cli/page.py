"""Where results are printed: as wide as the terminal, and in a file or pipe as wide as a table is read."""

from __future__ import annotations

import sys

from rich.console import Console

_WIDE = 160


def page() -> Console:
    """Return the console of stdout."""
    return Console(width=None if sys.stdout.isatty() else _WIDE)
