"""Maps of MIMIC's items: laboratory, chart and output items to LOINC, inputs to RxNorm.

The maps were drawn for MIMIC-IV, whose items are MIMIC-III's and more. A row counts only where the item's label in the
record is the label that was mapped, which the links check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kgqa.load.knowledge.shelf import Shelf

_LOINC: Final = """
CREATE OR REPLACE TEMP TABLE item_map AS SELECT * FROM ({select}) WHERE code IS NOT NULL;
INSERT INTO knowledge.item
SELECT DISTINCT '{events}', itemid, label, '{prefix}:' || code, exact, sure,
    regexp_extract(name, '\\[Mass/volume\\]|\\[#/volume\\]|/100 ', 0) FROM item_map;
INSERT INTO knowledge.concept
SELECT '{prefix}:' || code, min(name), 'LOINC', 'test', NULL, ['{prefix}:' || code] FROM item_map GROUP BY code;
INSERT INTO knowledge.code SELECT DISTINCT '{prefix}', code, '{prefix}:' || code, true, 'map', {order} FROM item_map;
"""
_OMOP: Final = """
SELECT "itemid (omop_source_code)" AS itemid, label, omop_concept_code AS code, omop_concept_name AS name,
    {exact} AS exact, coalesce({sure}, false) AS sure
FROM {table} WHERE omop_vocabulary_id = '{vocabulary}' AND omop_concept_code <> '' AND {test}
"""


def read_items(shelf: Shelf) -> None:
    """Read the maps of items; a row whose author doubted it (confidence below a half) is left out."""
    connection = shelf.connection
    order = shelf.order("mimic-code")
    for file, events, exact, sure, test in (
        (
            "lab",
            "LabEvent",
            "coalesce(sssom_confidence, '1') = '1'",
            "sssom_confidence = '1'",
            "coalesce(sssom_confidence::DOUBLE, 1) >= 0.5",
        ),
        ("chart", "ChartEvent", "true", "false", "true"),
        ("output", "OutputEvent", "true", "false", "true"),
    ):
        table = shelf.table("mimic-code", file)
        if table is not None:
            select = _OMOP.format(table=table, vocabulary="LOINC", exact=exact, sure=sure, test=test)
            connection.execute(_LOINC.format(select=select, events=events, prefix="loinc", order=order))
    vitals = shelf.table("mimic-code", "vitals")
    if vitals is not None:
        select = (
            "SELECT regexp_replace(subject_id, '^mimic:', '') AS itemid, subject_label AS label, "
            "regexp_replace(object_id, '^loinc:', '') AS code, object_label AS name, "
            f"predicate_id = 'skos:exactMatch' AS exact, false AS sure FROM {vitals} "
            "WHERE subject_id LIKE 'mimic:%' AND object_id LIKE 'loinc:%'"
        )
        connection.execute(_LOINC.format(select=select, events="ChartEvent", prefix="loinc", order=order))
    inputs = shelf.table("mimic-code", "input")
    if inputs is not None:
        connection.execute(
            f"""
            INSERT INTO knowledge.item
            SELECT DISTINCT 'InputEvent', "itemid (omop_source_code)", label, coalesce(c.concept,
                'rxnorm:' || omop_concept_code), true, false, NULL
            FROM {inputs} LEFT JOIN knowledge.coded c ON c.vocabulary = 'rxnorm' AND c.code = omop_concept_code
                WHERE omop_vocabulary_id = 'RxNorm';
            INSERT INTO knowledge.concept
            SELECT DISTINCT 'rxnorm:' || omop_concept_code, omop_concept_name, 'RxNorm (OMOP name)', 'product',
                NULL::TEXT[], ['rxnorm:' || omop_concept_code]
            FROM {inputs} WHERE omop_vocabulary_id = 'RxNorm' AND omop_concept_code NOT IN (SELECT code
                FROM knowledge.code WHERE vocabulary = 'rxnorm')
            """
        )
