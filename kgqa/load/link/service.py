"""What the files leave open, asked of the UMLS service: ICD-9 codes without a concept, and drugs known by name only.

Codes and normalised drug names leave the machine, and only those: a text that fewer than three patients share is never
sent, since it might be somebody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import duckdb

if TYPE_CHECKING:
    from kgqa.load.umls_api import Lookup, Match

_SHARED_BY: Final = 3

_CODES: Final = """
SELECT DISTINCT split_part(concept, ':', 1), split_part(concept, ':', 2) FROM knowledge.link
WHERE method = 'own' AND label IN ('Diagnosis', 'Procedure') AND concept LIKE 'icd9cm%' ORDER BY ALL
"""
_DRUGS: Final = f"""
SELECT drug_key(drug), list(DISTINCT drug) FROM nodes."Prescription" n
WHERE NOT EXISTS (FROM knowledge.link l WHERE l.label = 'Prescription' AND l.id = n.id) AND length(drug_key(drug)) > 2
GROUP BY 1 HAVING count(DISTINCT subject_id) >= {_SHARED_BY} ORDER BY 1
"""


def resolve(connection: duckdb.DuckDBPyConnection, service: Lookup) -> dict[str, int]:
    """Look up what `link` left open and stage the answers; return how much was asked and found.

    A code or name counts where the service gives it one concept alone. Call `link` again when anything was found.
    """
    counts = {"asked": 0, "codes": 0, "names": 0, "several concepts": 0}
    for vocabulary, code in connection.execute(_CODES).fetchall():
        concept = _only(service.code("ICD9CM", code), counts)
        if concept:
            counts["codes"] += 1
            row = [vocabulary, code, concept.cui]
            connection.execute("INSERT INTO knowledge.code VALUES (?, ?, ?, true, 'umls', 2)", row)
            _stage(connection, concept, "procedure" if vocabulary == "icd9cm.procedure" else "disease")
    for key, texts in connection.execute(_DRUGS).fetchall() if _has_orders(connection) else ():
        concept = _only(service.name(key, "RXNORM"), counts)
        if concept:
            counts["names"] += 1
            rows = [(text, concept.cui) for text in texts]
            connection.executemany("INSERT INTO knowledge.alias VALUES ('drug', ?, ?, 'drug')", rows)
            _stage(connection, concept, "drug")
    return counts


def _has_orders(connection: duckdb.DuckDBPyConnection) -> bool:
    query = "SELECT 1 FROM duckdb_views() WHERE schema_name = 'nodes' AND view_name = 'Prescription'"
    return bool(connection.execute(query).fetchall())


def _only(found: Sequence[Match], counts: dict[str, int]) -> Match | None:
    counts["asked"] += 1
    concepts = {match.cui for match in found}
    if len(concepts) > 1:
        counts["several concepts"] += 1
    return found[0] if len(concepts) == 1 else None


def _stage(connection: duckdb.DuckDBPyConnection, concept: Match, kind: str) -> None:
    row = [concept.cui, concept.name]
    connection.execute("INSERT INTO knowledge.concept VALUES (?, ?, 'UMLS', ?, NULL, NULL)", [*row, kind])
    connection.execute("INSERT INTO knowledge.name VALUES (?, ?, 'UMLS', true)", row)
