"""Notes and their mentions as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgqa.notes.vocabulary import PREFERRED, SYNONYM, Name

if TYPE_CHECKING:
    import duckdb

# Kinds of concepts that notes are searched for, and the semantic group that each belongs to.
GROUPS = {
    "disease": "disorder",
    "finding": "finding",
    "ingredient": "drug",
    "brand": "drug",
    "combination": "drug",
    "drug": "drug",
    "organism": "organism",
    "procedure": "procedure",
}


# A name of a concept that has no CUI gives way to the same name of one that has, since codes lead to CUIs.
OWN_CODE = 0.9


def names_of(connection: duckdb.DuckDBPyConnection) -> list[Name]:
    """Return the names of the staged concepts that notes are searched for, in a fixed order."""
    rows = connection.execute(
        """
        WITH kind AS (SELECT id, list_sort(list(DISTINCT kind)) AS kinds FROM knowledge.concept GROUP BY id)
        SELECT concept, name, kinds, bool_or(preferred) FROM knowledge.name JOIN kind ON id = concept
        WHERE name IS NOT NULL AND NOT regexp_matches(name, '[0-9] ?(MG|ML|MCG|UNT|MEQ|HR|mg|mL|mcg|unit)\\b')
        GROUP BY ALL ORDER BY ALL
        """
    ).fetchall()
    return [
        Name(concept, name, GROUPS[kind], (PREFERRED if preferred else SYNONYM) * (OWN_CODE if ":" in concept else 1))
        for concept, name, kinds, preferred in rows
        for kind in kinds
        if kind in GROUPS
    ]
