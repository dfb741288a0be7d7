"""What the shipped knowledge states of two concepts, as far as what is planted needs it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kgqa.files import share

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Rules:
    """Pairs of concepts; `means` gives the disease of a code that stands in no list of problems.

    A drug and what argues against it, what it may cause, what it treats, and what it treats in a wider form; a disease
    and its finding. `treats_any` holds the drugs that treat anything.
    """

    contraindicated: Pairs
    induces: Pairs
    treats: Pairs
    treats_wider: Pairs
    treats_any: frozenset[str]
    findings: Pairs
    means: Mapping[str, str]


def read_rules() -> Rules:
    """Read the pairs from the knowledge that comes with kgqa, and from data/synthetic/courses/stated.tsv."""
    starter = share("data") / "knowledge" / "starter"
    stated = [(r["says"], r["source"], r["target"]) for r in _rows(share("data") / "synthetic/courses/stated.tsv")]

    def said(what: str) -> Pairs:
        return frozenset((source, target) for says, source, target in stated if says == what)

    return Rules(
        contraindicated=_pairs(starter / "contraindications.tsv"),
        induces=_pairs(starter / "induces.tsv"),
        treats=said("treats"),
        treats_wider=said("treats_wider"),
        treats_any=frozenset(source for source, _ in said("treats_any")),
        findings=said("has_finding"),
        means=dict(said("means")),
    )


def _pairs(path: Path) -> Pairs:
    return frozenset((row["source"], row["target"]) for row in _rows(path))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
