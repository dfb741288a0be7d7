"""Laboratory, chart and output items to LOINC: by the dictionary's own code, then by the maps of items.

The dictionary has codes of another property than what was measured: the count of a cell (#/volume) where the record
gives its share of the leukocytes in %, moles where it gives mg/dL. So a map goes before the dictionary where the
record's own unit is that of the mapped test, or where its author was sure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import duckdb

_OWN: Final = """
INSERT INTO knowledge.link
SELECT 'LabEvent', id, coalesce(k.concept, 'loinc:' || loinc_code), 'test', 'code', 'LOINC', true, NULL
FROM nodes."LabEvent" n LEFT JOIN knowledge.coded k ON k.vocabulary = 'loinc' AND k.code = n.loinc_code
WHERE loinc_code IS NOT NULL AND id NOT IN (SELECT id FROM knowledge.link WHERE label = 'LabEvent');
INSERT INTO knowledge.concept
SELECT 'loinc:' || loinc_code, min(label || CASE WHEN fluid IS NULL THEN ''
    ELSE ' in ' || lower(fluid) END), 'LOINC (item label)', 'test', NULL, ['loinc:' || loinc_code]
FROM (SELECT DISTINCT loinc_code, label, fluid FROM nodes."LabEvent" WHERE loinc_code IS NOT NULL)
WHERE loinc_code NOT IN (SELECT code FROM knowledge.code WHERE vocabulary = 'loinc') GROUP BY loinc_code;
"""

# The maps name items of MIMIC-IV: an item counts where its label is the mapped one. An older system's item of the same
# label is the same measurement (method name).
_MAP: Final = """
CREATE OR REPLACE TEMP TABLE item_choice AS
WITH item AS (SELECT itemid, label, {unit} AS unit FROM nodes."{label}" WHERE label IS NOT NULL GROUP BY itemid, label),
found AS (
    SELECT i.itemid, i.label, m.concept, m.exact, 'map' AS method, 1 AS step FROM item i JOIN knowledge.item m
        ON m.events = '{label}' AND m.itemid = i.itemid AND lower(m.label) = lower(i.label) AND {which}
    UNION ALL SELECT i.itemid, i.label, m.concept, m.exact, 'name', 2 FROM item i JOIN knowledge.item m
        ON m.events = '{label}' AND lower(m.label) = lower(i.label) WHERE '{label}' <> 'LabEvent')
SELECT itemid, label, arg_min(concept, (step, NOT exact, concept)) AS concept, arg_min(exact, (step, NOT exact,
    concept)) AS exact, arg_min(method, (step, NOT exact, concept)) AS method
FROM found GROUP BY itemid, label;
INSERT INTO knowledge.link
SELECT '{label}', n.id, c.concept, '{role}', c.method, 'LOINC', c.exact, NULL
FROM nodes."{label}" n JOIN item_choice c ON c.itemid = n.itemid AND c.label = n.label {rest};
"""

# LOINC's property and the units that are of it
_FITS: Final = """(m.sure OR (m.exact AND CASE m.property
    WHEN '[Mass/volume]' THEN regexp_full_match(lower(i.unit), '[mnpu]?c?g/[md]?l')
    WHEN '[#/volume]' THEN regexp_full_match(lower(i.unit), '[km#]/ul')
    WHEN '/100 ' THEN i.unit = '%' ELSE false END))"""
# Where dictionary and map agree, the dictionary says it
_OTHER: Final = "WHERE coalesce('loinc:' || n.loinc_code <> c.concept, true)"
# A sure map of an item without a code has linked it already
_STILL_OPEN: Final = (
    "WHERE n.loinc_code IS NULL AND n.id NOT IN (SELECT id FROM knowledge.link WHERE label = 'LabEvent')"
)


def link_items(connection: duckdb.DuckDBPyConnection, label: str) -> None:
    """Link one label's items to LOINC: role `test` for laboratory events, role `item` for chart and output events."""
    if label == "LabEvent":
        connection.execute(_MAP.format(label=label, role="test", unit="mode(valueuom)", which=_FITS, rest=_OTHER))
        connection.execute(_OWN)
        connection.execute(_MAP.format(label=label, role="test", unit="NULL", which="true", rest=_STILL_OPEN))
    else:
        connection.execute(_MAP.format(label=label, role="item", unit="NULL", which="true", rest=""))
