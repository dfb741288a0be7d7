"""The questions that may come into a set: each a line of a file, and in memory only what choosing among them needs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern
from types import TracebackType
from typing import Self

from kgqa.model import Record
from kgqa.question.draw import digest
from kgqa.question.record import line
from kgqa.question.split import concepts_of
from kgqa.question.together import answer_of, guessable


@dataclass(frozen=True, slots=True)
class Entry:
    """What choosing needs of a question; `yes` is None where it is no yes-no question, `answer` a hash of it."""

    id: str
    pattern: str
    patient: int
    split: str
    hops: int
    size: int
    decile: int | None
    concepts: tuple[str, ...]
    yes: bool | None
    answer: str | None
    offset: int


class Pool:
    """A file of records, read back one by one; it is removed when it is closed."""

    def __init__(self, file: Path) -> None:
        """Begin an empty pool in a new file."""
        self.path = file
        self.file = file.open("w+b")
        self.entries: list[Entry] = []

    def take(self, file: Path, entries: Iterable[Entry]) -> None:
        """Move the records of a file, and their entries, to the end of the pool."""
        end = self.file.seek(0, 2)
        with file.open("rb") as records:
            shutil.copyfileobj(records, self.file)
        file.unlink()
        self.entries += (_slim(entry, end) for entry in entries)

    def read(self, entry: Entry) -> Record:
        """Read a record back."""
        self.file.seek(entry.offset)
        record: Record = json.loads(self.file.readline())
        return record

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close and remove the file."""
        self.file.close()
        self.path.unlink(missing_ok=True)


def spool(file: Path, records: Iterable[Record]) -> list[Entry]:
    """Write records to a new file, and return what choosing needs of each."""
    entries: list[Entry] = []
    end = 0
    with file.open("wb") as lines:
        for record in records:
            entries.append(entry_of(record, end))
            end += lines.write(line(record).encode())
    return entries


def _slim(entry: Entry, begin: int) -> Entry:
    """Return an entry of a file that begins there, its words shared with all others: there can be millions."""
    return replace(
        entry,
        offset=begin + entry.offset,
        pattern=intern(entry.pattern),
        split=intern(entry.split),
        concepts=tuple(map(intern, entry.concepts)),
    )


def entry_of(record: Record, offset: int) -> Entry:
    """Return what choosing needs of a record."""
    values = record["answer"]["values"]
    kind = record["answer"]["kind"]
    counted = kind == "count" and values
    return Entry(
        id=record["id"],
        pattern=record["pattern"],
        patient=record["patient"],
        split=record["split"],
        hops=record["hops"],
        size=values[0]["value"] if counted else len(values),
        decile=record["decile"],
        concepts=concepts_of(record),
        yes=bool(values[0]["value"]) if kind == "yes-no" and values else None,
        answer=digest("answer", answer_of(record)) if guessable(record) else None,
        offset=offset,
    )
