"""Notes in parts: the same bytes however many work on them, and a load that was killed goes on where it was."""

from __future__ import annotations

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from kgqa.load import parts
from kgqa.notes.dictionary import Dictionary
from kgqa.notes.mention import Mention, Mentions
from kgqa.notes.vocabulary import Name, build

NOTES = [(n, f"note {n}: denies pain, has pulmonary embolism.\n" * (n % 7)) for n in range(40)]


class Watched:
    """An extractor that notes what it has read, and can be slow or fail."""

    name = "watched"
    version = "1"

    def __init__(self, seen: Path, *, slow: float = 0.0, fails_on: int = -1) -> None:
        self.seen, self.slow, self.fails_on = seen, slow, fails_on

    def extract(self, note: int, text: str) -> tuple[Mention, ...]:
        if note == self.fails_on:
            raise ValueError(text)
        time.sleep(self.slow)
        with self.seen.open("a") as log:
            log.write(f"{note}\n")
        return ()

    def extract_all(self, notes):
        return Mentions.of([mention for note in notes for mention in self.extract(*note)])

    def read(self) -> list[int]:
        return sorted(map(int, self.seen.read_text().split())) if self.seen.exists() else []


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART", 500)
    monkeypatch.setattr(parts, "BATCH", 200)


def run(extractor: object, folder: Path, workers: int = 1, source: str = "hash") -> list[Path]:
    return parts.extract_parts(NOTES, extractor, folder, source, workers, lambda _size: None)


def contents(paths: list[Path]) -> list[bytes]:
    return [path.read_bytes() for path in paths]


def test_any_number_of_workers_makes_the_same_bytes(tmp_path: Path):
    names = [Name("C1", "pulmonary embolism", "disorder", 1.0), Name("C2", "pain", "finding", 1.0)]
    made = [contents(run(Dictionary(build(names)), tmp_path / str(n), workers=n)) for n in (1, 2, 3)]
    assert len(made[0]) > 5
    assert made[0] == made[1] == made[2]


def test_no_part_is_empty_of_notes_and_none_is_read_twice(tmp_path: Path):
    extractor = Watched(tmp_path / "seen")
    told: list[int] = []
    parts.extract_parts(NOTES, extractor, tmp_path / "parts", "hash", 2, told.append)
    assert extractor.read() == [note for note, _ in NOTES]
    assert sum(told) == sum(len(text) for _, text in NOTES)


def test_a_killed_load_goes_on_from_the_last_whole_part(tmp_path: Path):
    folder, slow = tmp_path / "parts", Watched(tmp_path / "first", slow=0.05)
    load = multiprocessing.get_context("fork").Process(target=run, args=(slow, folder))
    load.start()
    while not list(folder.glob("*.parquet")):
        time.sleep(0.01)
    os.kill(load.pid or 0, 9)
    load.join()
    before = slow.read()
    time.sleep(0.3)
    assert len(slow.read()) <= len(before) + 1  # its worker has ended with it
    whole = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.parquet")}
    again = Watched(tmp_path / "second")
    made = run(again, folder)
    assert {path.name: path.stat().st_mtime_ns for path in made if path.name in whole} == whole
    assert 0 < len(again.read()) < len(NOTES)
    assert contents(made) == contents(run(Watched(tmp_path / "third"), tmp_path / "other"))


@pytest.mark.parametrize("change", ["source", "version"])
def test_parts_of_other_notes_or_another_extractor_are_not_taken(tmp_path: Path, change: str):
    run(Watched(tmp_path / "first"), tmp_path / "parts")
    again = Watched(tmp_path / "second")
    if change == "version":
        again.version = "2"
    run(again, tmp_path / "parts", source="other" if change == "source" else "hash")
    assert again.read() == [note for note, _ in NOTES]


def test_a_failure_names_the_note_and_shows_nothing_of_it(tmp_path: Path):
    with pytest.raises(RuntimeError) as error:
        run(Watched(tmp_path / "seen", fails_on=8), tmp_path / "parts")
    assert "note 8: ValueError" in str(error.value)
    shown = repr(error.value) + str(error.value.__cause__)
    assert "embolism" not in shown
