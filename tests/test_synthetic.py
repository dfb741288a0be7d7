"""Invented patients: the same bytes again, offsets that hold, and what a graph of them finds of what was planted."""

from __future__ import annotations

import gzip
from pathlib import Path

from bench.synthetic import AXES, discrepancies, mentions, rows
from kgqa.files import share
from kgqa.synth.cohort import make_patient, read_kit, write_cohort


def test_the_shipped_patients_are_what_the_command_writes(tmp_path):
    write_cohort(tmp_path, 80, 1)
    shipped = share("data") / "synthetic"
    for file in sorted(tmp_path.rglob("*.csv.gz")):
        assert gzip.decompress(file.read_bytes()) == gzip.decompress(
            (shipped / file.relative_to(tmp_path)).read_bytes()
        )


def test_a_patient_does_not_depend_on_how_many_are_made():
    kit = read_kit()
    first = make_patient(kit, 7, 3)
    make_patient(kit, 7, 4)
    assert make_patient(kit, 7, 3).tables == first.tables
    assert make_patient(kit, 8, 3).tables != first.tables


def test_every_planted_mention_stands_at_its_offsets():
    folder = share("data") / "synthetic"
    texts = {row["row_id"]: row["text"] for row in rows(folder, "NOTEEVENTS")}
    planted = rows(folder, "truth/mentions")
    assert planted
    assert all(texts[m["row_id"]][int(m["start"]) : int(m["end"])] == m["surface"] for m in planted)


def test_notes_are_found_as_planted(dozen: Path):
    tallies = mentions(dozen / "tables", dozen / "graph")
    assert tallies["mention"].recall >= 0.98
    assert {axis: tallies[axis].recall >= 0.95 for axis in AXES} == dict.fromkeys(AXES, True)


def test_families_find_the_discrepancies_that_were_planted_and_no_others(dozen: Path):
    tallies = discrepancies(dozen / "tables", dozen / "graph")
    print({kind: tally.line() for kind, tally in tallies.items()})
    assert {kind: tally.planted - tally.found for kind, tally in tallies.items() if tally.planted - tally.found} == {}
    assert {kind: tally.found - tally.planted for kind, tally in tallies.items() if tally.found - tally.planted} == {}
