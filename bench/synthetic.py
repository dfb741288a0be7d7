"""The invented patients against their truth: mentions, flags, and discrepancies found, missed and claimed for nothing.

    python bench/synthetic.py [FOLDER [GRAPH]] [--errors]

FOLDER is what `kgqa synth` wrote (data/synthetic unless given). GRAPH is a graph of it that `kgqa load --notes` made;
without one it is loaded here. What counts as found stands with each family below; data/synthetic/README.md defines the
discrepancies.
"""

from __future__ import annotations

import csv
import gzip
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from kgqa import model
from kgqa.files import share
from kgqa.graph.tables import Tables
from kgqa.load import build
from kgqa.load.notes import NoteOptions
from kgqa.pattern.header import read_pattern

AXES = ("negated", "uncertain", "historical", "hypothetical", "family")
Key = tuple[Any, ...]


@dataclass
class Tally:
    """What was planted, what of it was found, and what was found beside it."""

    planted: set[Key] = field(default_factory=set)
    found: set[Key] = field(default_factory=set)

    @property
    def recall(self) -> float:
        return len(self.planted & self.found) / len(self.planted) if self.planted else 1.0

    def line(self) -> str:
        hit = len(self.planted & self.found)
        return f"{len(self.planted):>8,} planted {hit:>8,} found {self.recall:>7.4f}   false {len(self.found - self.planted):>5,}"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    csv.field_size_limit(2**24)
    with gzip.open(folder / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mentions(folder: Path, graph: Path) -> dict[str, Tally]:
    """Compare the planted mentions with those of the graph: span and concept, then each flag and the dose."""
    found: dict[Key, tuple[set[str], dict[str, Any]]] = {}
    cursor = duckdb.execute(
        f"""
        SELECT m.row_id, m."start", m."end", list(r.target), any_value(m.negated), any_value(m.uncertain),
               any_value(m.historical), any_value(m.hypothetical), any_value(m.experiencer = 'family'), any_value(m.dose),
               any_value(m.section)
        FROM '{graph}/nodes/Mention.parquet' m JOIN '{graph}/edges/REFERS_TO.Mention.Concept.parquet' r ON r.source = m.id
        GROUP BY ALL"""
    )
    for note, start, end, concepts, *flags, dose, section in cursor.fetchall():
        known = found.setdefault((note, start, end), (set(), dict(zip(AXES, flags, strict=True))))
        known[0].update(concepts)
        known[1].update(dose=dose, section=section)
    tallies: dict[str, Tally] = defaultdict(Tally)
    refused = {row["row_id"] for row in rows(folder, "NOTEEVENTS") if row["iserror"] == "1"}
    for row in rows(folder, "truth/mentions"):
        if row["row_id"] in refused:
            continue
        key = int(row["row_id"]), int(row["start"]), int(row["end"])
        tallies["mention"].planted.add(key)
        concepts, said = found.get(key, (set(), {}))
        if not concepts & {row["concept"], row["also"]}:
            continue
        tallies["mention"].found.add(key)
        for axis in AXES:
            if row["experiencer"] == "family" if axis == "family" else row[axis] == "1":
                tallies[axis].planted.add(key)
            if said[axis]:
                tallies[axis].found.add(key)
        if row["dose"]:
            tallies["dose"].planted.add((*key, float(row["dose"])))
            tallies["dose"].found.add((*key, said["dose"]))
        if row["section"]:
            tallies["section"].planted.add((*key, row["section"]))
            tallies["section"].found.add((*key, said["section"]))
    return tallies


@dataclass(frozen=True)
class Family:
    """Which pattern finds a kind of discrepancy, and which columns of its rows and of the truth are compared.

    Of a path its last node counts, or the one whose place is given.
    """

    pattern: str
    row: tuple[str | tuple[str, int], ...]
    truth: tuple[str, ...]

    def found(self, row: dict[str, Any]) -> Key:
        """Return what a row of the pattern claims."""
        columns = [(column, -1) if isinstance(column, str) else column for column in self.row]
        return tuple(_said(row[name], place) for name, place in columns)

    def planted(self, row: dict[str, str]) -> Key:
        """Return what a row of the truth says."""
        return tuple(TYPES.get(name, str)(row[name]) for name in self.truth)


TYPES: dict[str, Callable[[str], Any]] = {"hadm_id": int, "note": int, "value": float}


def _said(cell: Any, place: int) -> Any:
    match cell:
        case model.Path():
            return str(cell.nodes[place].id)
        case model.NodeRef():
            return cell.id
        case _:
            return cell


IN_NOTE = ("hadm_id", "note", "concept")
PAIR = ("hadm_id", "concept", "other")
FAMILIES = {
    "problem_not_coded": Family("discrepancy/note_problem_not_coded", ("admission", "note", "answer"), IN_NOTE),
    "code_denied": Family("discrepancy/coded_diagnosis_denied_in_note", ("admission", "note", "path_note"), IN_NOTE),
    "narrower_than_code": Family("discrepancy/narrower_form_in_note", ("admission", "answer", "path_code"), PAIR),
    "drug_not_ordered": Family("discrepancy/note_drug_not_ordered", ("admission", "note", "answer"), IN_NOTE),
    "dose_differs": Family(
        "discrepancy/note_dose_against_orders", ("admission", "note", "path_note", "answer"), (*IN_NOTE, "value")
    ),
    "allergy_ordered": Family("safety/order_despite_allergy", ("admission", "path_order"), ("hadm_id", "other")),
    "allergy_class_ordered": Family("safety/order_in_class_of_allergy", ("admission", "path_note", "path_order"), PAIR),
    "contraindicated": Family("safety/note_problem_against_order", ("admission", "answer", "path_order"), PAIR),
    "effect_of_drug": Family("safety/note_finding_matching_known_effect", ("admission", "answer", "path_order"), PAIR),
    "reason_in_note": Family("treatment/note_problem_for_order", ("admission", "answer", "path_order"), PAIR),
    "order_without_reason": Family(  # its path goes on from the drug to what it may treat
        "treatment/order_without_indication_in_notes", ("admission", "route", ("path_order", 3)), PAIR
    ),
    "finding_of_code": Family("diagnosis/note_findings_for_diagnosis", ("admission", "answer", "path_code"), PAIR),
    "finding_denied": Family("diagnosis/negated_findings_of_diagnosis", ("admission", "answer", "path_code"), PAIR),
}


def discrepancies(folder: Path, graph: Path) -> dict[str, Tally]:
    """Compare the planted discrepancies with what the families claim."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in rows(folder, "truth/discrepancies"):
        if row["kind"] in FAMILIES:
            tallies[row["kind"]].planted.add(FAMILIES[row["kind"]].planted(row))
    with Tables.open_folder(graph) as engine:
        for kind, family in FAMILIES.items():
            pattern = read_pattern(share("cypher") / "questions" / f"{family.pattern}.cypher")
            answer = engine.run(pattern.query)
            for row in answer.rows:
                tallies[kind].found.add(family.found(dict(zip(answer.columns, row, strict=True))))
    return tallies


def names(graph: Path, keys: Sequence[Key]) -> list[str]:
    """Say keys with the names of their concepts."""
    with Tables.open_folder(graph) as engine:
        wanted = [model.NodeRef("Concept", part) for key in keys for part in key if isinstance(part, str)]
        known = {ref.id: node.properties.get("name", "") for ref, node in engine.nodes(wanted).items()}
    return [" ".join(f"{part}={known[part]}" if part in known else str(part) for part in key) for key in keys]


def main() -> None:
    given = [word for word in sys.argv[1:] if not word.startswith("--")]
    folder = Path(given[0]) if given else share("data") / "synthetic"
    with tempfile.TemporaryDirectory() as made:
        graph = Path(given[1]) if len(given) > 1 else Path(made) / "graph"
        if len(given) < 2:
            build.load(folder, graph, knowledge=share("data") / "knowledge", notes=NoteOptions())
        for name, tally in mentions(folder, graph).items():
            print(f"{name:<24}{tally.line()}")
            if "--errors" in sys.argv and name == "mention":
                print("   ", Counter(sorted(tally.planted - tally.found)).most_common(20))
        print()
        false = 0
        for kind, tally in discrepancies(folder, graph).items():
            print(f"{kind:<24}{tally.line()}")
            false += len(tally.found - tally.planted)
            if "--errors" in sys.argv:
                for what, keys in (("missed", tally.planted - tally.found), ("false", tally.found - tally.planted)):
                    for line in names(graph, sorted(keys)[:12]):
                        print(f"    {what}: {line}")
        print(f"\nfalse alarms {false}")


if __name__ == "__main__":
    main()
