"""What the shipped knowledge states of two concepts, as far as what is planted needs it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from kgqa.files import share


@dataclass(frozen=True, slots=True)
class Rules:
    """Pairs of concepts: a drug and what argues against it, a drug and what it may cause."""

    contraindicated: frozenset[tuple[str, str]]
    induces: frozenset[tuple[str, str]]


def read_rules(folder: Path | None = None) -> Rules:
    """Read the pairs from a folder of knowledge (the one that comes with kgqa unless given)."""
    folder = (folder or share("data") / "knowledge") / "starter"
    return Rules(_pairs(folder / "contraindications.tsv"), _pairs(folder / "induces.tsv"))


def _pairs(path: Path) -> frozenset[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset((row["source"], row["target"]) for row in csv.DictReader(file, delimiter="\t"))
