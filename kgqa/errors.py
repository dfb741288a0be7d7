"""What a user can cause, and the exit code it ends with.

Anything that is not a KgqaError is a fault of kgqa's own and shows its traceback. A message says where, what, and
what to do, in one line; it names tables, rows and columns, and never holds a value from a chart.
"""

from __future__ import annotations


class KgqaError(Exception):
    """A failure that a user can cause and mend; `exit_code` is what the command ends with."""

    exit_code = 2


class UsageError(KgqaError):
    """A flag or argument that cannot be used as given."""

    exit_code = 2


class PatternError(KgqaError):
    """A pattern file or a Cypher text that is outside the portable subset or contradicts itself."""

    exit_code = 3


class SchemaError(KgqaError):
    """A file under schema/ that cannot be used."""

    exit_code = 3


class SourceError(KgqaError):
    """Source data that cannot be read as its table."""

    exit_code = 4


class GraphError(KgqaError):
    """A graph that cannot be reached, is incomplete, or is not the one asked for."""

    exit_code = 5


class QuestionError(KgqaError):
    """A question set that cannot be read."""

    exit_code = 4


class InterruptError(KgqaError):
    """Ctrl-C or a request to end; whatever was being written beside is taken away on the way out."""

    exit_code = 130

    def __init__(self, left: str = "nothing half-written is left") -> None:
        """Say so in one line, and what is `left`."""
        super().__init__(f"interrupted; {left}")
