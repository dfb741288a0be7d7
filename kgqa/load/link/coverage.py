"""How much of the record is linked: rows and codes, by label, role and method; and what weighs most of the rest."""

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
# How a code is called
_NAMES: Final = {"Diagnosis": "name", "Procedure": "name", "Prescription": "drug", "MicrobiologyEvent": "org_name"}
# A code or text that fewer patients share is not named: it might be somebody's
_SHARED_BY: Final = 3
_HEAVIEST: Final = 15
# A row is linked by its main role and a concept that is more than the record's own code or name
_MAIN: Final = {"Diagnosis": "code", "Procedure": "code", "MicrobiologyEvent": "organism"}


def coverage(connection: duckdb.DuckDBPyConnection, present: set[str]) -> dict[str, Any]:
    """Return, for each label present, rows and codes, how many of them are linked, and the same by role and method.

    `heaviest` are the codes without a concept that most rows carry, of those that three patients or more share.
    """
    result: dict[str, Any] = {}
    for label, code in _CODES.items():
        if label not in present:
            continue
        main = f"AND l.role = '{_MAIN[label]}'" if label in _MAIN else ""
        found = f"SELECT DISTINCT id FROM knowledge.link l WHERE label = '{label}' AND method <> 'own' {main}"
        connection.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE code_coverage AS
            SELECT n."{code}" AS code, count(*) AS n, count(l.id) AS linked,
                min(n."{_NAMES.get(label, "label")}") FILTER (l.id IS NULL) AS name,
                count(DISTINCT n.subject_id) FILTER (l.id IS NULL) AS patients
            FROM nodes."{label}" n LEFT JOIN ({found}) l ON l.id = n.id GROUP BY n."{code}"
            """
        )
        rows, codes, linked, linked_codes = connection.execute(
            """
            SELECT coalesce(sum(n), 0)::BIGINT, count(code), coalesce(sum(linked), 0)::BIGINT,
                count(code) FILTER (linked > 0)
            FROM code_coverage
            """
        ).fetchall()[0]
        methods = connection.execute(
            f"""
            SELECT l.role, l.method, l.exact, count(DISTINCT l.id), count(DISTINCT n."{code}")
            FROM knowledge.link l JOIN nodes."{label}" n ON n.id = l.id WHERE l.label = '{label}'
                GROUP BY ALL ORDER BY ALL
            """
        ).fetchall()
        heaviest = connection.execute(
            f"""
            SELECT code::TEXT, name, n - linked AS open FROM code_coverage
            WHERE code IS NOT NULL AND patients >= {_SHARED_BY}
            ORDER BY open DESC, code_coverage.code LIMIT {_HEAVIEST}
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
            "heaviest": [{"code": one, "name": name, "rows": n} for one, name, n in heaviest],
        }
    return result
