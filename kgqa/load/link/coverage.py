"""How much of the record is linked: rows and distinct codes, by label, role and method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import duckdb

# What a distinct code is, for each label
_CODES: Final = {
    "Diagnosis": "icd9_code",
    "Procedure": "icd9_code",
    "Prescription": "drug",
    "LabEvent": "itemid",
    "ChartEvent": "itemid",
    "OutputEvent": "itemid",
    "InputEventCV": "itemid",
    "InputEventMV": "itemid",
    "MicrobiologyEvent": "org_name",
}
# A row is linked by its main role and a concept that is more than the record's own code or name
_MAIN: Final = {"Diagnosis": "code", "Procedure": "code", "MicrobiologyEvent": "organism"}


def coverage(connection: duckdb.DuckDBPyConnection, present: set[str]) -> dict[str, Any]:
    """Return, for each label present, rows and codes, how many of them are linked, and the same by role and method."""
    result: dict[str, Any] = {}
    for label, code in _CODES.items():
        if label not in present:
            continue
        main = f"AND l.role = '{_MAIN[label]}'" if label in _MAIN else ""
        rows, codes, linked, linked_codes = connection.execute(
            f"""
            SELECT count(*), count(DISTINCT n."{code}"), count(*) FILTER (l.id IS NOT NULL),
                count(DISTINCT n."{code}") FILTER (l.id IS NOT NULL)
            FROM nodes."{label}" n
            LEFT JOIN (SELECT DISTINCT id FROM knowledge.link l WHERE label = '{label}'
                AND method <> 'own' {main}) l ON l.id = n.id
            """
        ).fetchall()[0]
        methods = connection.execute(
            f"""
            SELECT l.role, l.method, l.exact, count(DISTINCT l.id), count(DISTINCT n."{code}")
            FROM knowledge.link l JOIN nodes."{label}" n ON n.id = l.id WHERE l.label = '{label}'
                GROUP BY ALL ORDER BY ALL
            """
        ).fetchall()
        result[label] = {
            "rows": rows,
            "codes": codes,
            "linked_rows": linked,
            "linked_codes": linked_codes,
            "by": [
                {"role": role, "method": method, "exact": exact, "rows": n, "codes": distinct}
                for role, method, exact, n, distinct in methods
            ],
        }
    return result
