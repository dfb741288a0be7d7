"""What the tables of the demo say of codes, items and products: looked up, never made up.

No row of a patient is copied. Products (drug, NDC, strength, form) and the names of specimens, organisms and
antibiotics are entries of the hospital's catalogues, which stand in the patients' tables only.
"""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kgqa.errors import SourceError
from kgqa.files import share

_PRODUCT = (
    "drug", "drug_name_poe", "drug_name_generic", "formulary_drug_cd", "gsn", "ndc", "prod_strength", "form_unit_disp",
)  # fmt: skip
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shipped:
    """The look-ups. `columns` holds the header of every table."""

    columns: Mapping[str, tuple[str, ...]]
    diagnoses: Mapping[str, Row]
    procedures: Mapping[str, Row]
    labs: Mapping[str, Row]
    items: Mapping[tuple[str, str], Row]  # by table that it is charted in and label; Metavision's only
    products: Mapping[tuple[str, str], Row]  # by drug and route
    micro: Mapping[tuple[str, str], str]  # by column of the name and name

    def product(self, drug: str, route: str) -> Row:
        """Return the product that the demo orders most for a drug by a route, or by any."""
        found = self.products.get((drug, route)) or self.products.get((drug, ""))
        if found is None:
            raise SourceError(f"PRESCRIPTIONS: no order of {drug} in the demo. Write it in drugs.toml as the demo does")
        return found


def read_shipped(folder: Path | None = None) -> Shipped:
    """Read the look-ups from a folder with MIMIC-III's tables (the demo that comes with kgqa unless given)."""
    folder = folder or share("data") / "mimic-iii-demo"
    columns: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            columns[path.name.removesuffix(".csv.gz")] = tuple(next(csv.reader(file)))
    items = {(row["linksto"], row["label"]): row for row in _rows(folder, "D_ITEMS") if row["dbsource"] == "metavision"}
    micro: dict[tuple[str, str], str] = {}
    for row in _rows(folder, "MICROBIOLOGYEVENTS"):
        for name, item in (("spec_type_desc", "spec_itemid"), ("org_name", "org_itemid"), ("ab_name", "ab_itemid")):
            if row[name]:
                micro.setdefault((name, row[name]), row[item])
    return Shipped(
        columns,
        {row["icd9_code"]: row for row in _rows(folder, "D_ICD_DIAGNOSES")},
        {row["icd9_code"]: row for row in _rows(folder, "D_ICD_PROCEDURES")},
        {row["itemid"]: row for row in _rows(folder, "D_LABITEMS")},
        items,
        _products(folder),
        micro,
    )


def _rows(folder: Path, table: str) -> Iterator[Row]:
    with gzip.open(folder / f"{table}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _products(folder: Path) -> dict[tuple[str, str], Row]:
    seen: Counter[tuple[str, str, tuple[str, ...]]] = Counter()
    for row in _rows(folder, "PRESCRIPTIONS"):
        if row["drug_type"] == "MAIN" and row["ndc"] not in ("", "0"):
            product = tuple(row[column] for column in _PRODUCT)
            seen[row["drug"], row["route"], product] += 1
            seen[row["drug"], "", product] += 1
    best: dict[tuple[str, str], Row] = {}
    for (drug, route, product), _ in sorted(seen.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault((drug, route), dict(zip(_PRODUCT, product, strict=True)))
    return best
