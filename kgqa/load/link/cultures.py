"""Cultures: the organism grown, the antibiotic it was tried against, and the specimen.

RxNorm names some organisms and gives their CUIs; the others, and all specimens, are concepts of MIMIC's own names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgqa.load.link.drugs import resolve_names

if TYPE_CHECKING:
    import duckdb

# T004 Fungus, T005 Virus, T007 Bacterium
_CULTURES: Final = """
CREATE OR REPLACE TEMP TABLE organism AS
SELECT lower(n.name) AS name, min(n.concept) AS concept FROM knowledge.name n JOIN knowledge.concept c
    ON c.id = n.concept
WHERE list_has_any(c.semantic_types, ['T004', 'T005', 'T007']) GROUP BY lower(n.name);
CREATE OR REPLACE TEMP TABLE organism_choice AS
SELECT t.text, coalesce(a.concept, o.concept) AS concept, CASE WHEN a.concept IS NOT NULL THEN 'alias'
    ELSE 'name' END AS method,
       'mimic.organism:' || regexp_replace(lower(t.text), '[^a-z0-9]+', '-', 'g') AS own
FROM (SELECT DISTINCT org_name AS text FROM nodes."MicrobiologyEvent" WHERE org_name IS NOT NULL) t
LEFT JOIN organism o ON o.name = lower(t.text) LEFT JOIN knowledge.alias a ON a.kind = 'organism'
    AND lower(a.text) = lower(t.text);
INSERT INTO knowledge.concept
SELECT coalesce(concept, own), upper(text[1:1]) || lower(text[2:]), 'MIMIC', 'organism', NULL::TEXT[], [own]
    FROM organism_choice WHERE concept IS NULL;
INSERT INTO knowledge.link
SELECT 'MicrobiologyEvent', n.id, coalesce(c.concept, c.own), 'organism', CASE WHEN c.concept IS NULL THEN 'own'
    ELSE method END, 'RxNorm', true, NULL
FROM nodes."MicrobiologyEvent" n JOIN organism_choice c ON c.text = n.org_name;
INSERT INTO knowledge.link
SELECT 'MicrobiologyEvent', n.id, d.drug, 'antibiotic', CASE WHEN d.step = 0 THEN 'alias'
    ELSE 'name' END, 'RxNorm', true, NULL
FROM nodes."MicrobiologyEvent" n JOIN knowledge.antibiotic_name d ON d.text = n.ab_name;
INSERT INTO knowledge.concept
SELECT DISTINCT 'mimic.specimen:' || regexp_replace(lower(spec_type_desc), '[^a-z0-9]+', '-', 'g'),
    lower(spec_type_desc), 'MIMIC', 'specimen', NULL::TEXT[], NULL::TEXT[]
FROM nodes."MicrobiologyEvent" WHERE spec_type_desc IS NOT NULL;
INSERT INTO knowledge.link
SELECT 'MicrobiologyEvent', id, 'mimic.specimen:' || regexp_replace(lower(spec_type_desc), '[^a-z0-9]+', '-', 'g'),
    'specimen', 'own', 'MIMIC', true, NULL
FROM nodes."MicrobiologyEvent" WHERE spec_type_desc IS NOT NULL;
"""


def link_cultures(connection: duckdb.DuckDBPyConnection) -> None:
    """Link cultures: roles `organism`, `antibiotic` and `specimen`."""
    resolve_names(
        connection,
        'SELECT DISTINCT ab_name AS text FROM nodes."MicrobiologyEvent" WHERE ab_name IS NOT NULL',
        "antibiotic_name",
    )
    connection.execute(_CULTURES)
