"""CCS: the groups of ICD-9 codes (single level) and their hierarchy of diagnoses (multi level)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kgqa.load.knowledge.shelf import Shelf

_SINGLE: Final = """
CREATE OR REPLACE TEMP TABLE ccs AS
SELECT trim(part[1]) AS code, trim(part[2]) AS category, trim(part[3]) AS name
FROM (SELECT regexp_extract_all(line, '''([^'']*)''', 1) AS part FROM {lines}) WHERE trim(part[2]) <> '0';
INSERT INTO knowledge.concept SELECT '{prefix}:' || category, {name}, 'CCS', 'group', NULL,
    ['{prefix}:' || category] FROM ccs GROUP BY category;
INSERT INTO knowledge.code SELECT DISTINCT '{vocabulary} group', {dotted}, '{prefix}:' || category, false, 'map',
    {order} FROM ccs WHERE code <> '';
"""

_LEVELS: Final = """
CREATE OR REPLACE TEMP TABLE ccs_level AS
SELECT DISTINCT level, name, up FROM (
    SELECT ccs_level1 AS level, ccs_group1 AS name, NULL AS up FROM {levels}
    UNION SELECT ccs_level2, ccs_group2, ccs_level1 FROM {levels}
    UNION SELECT ccs_level3, ccs_group3, ccs_level2 FROM {levels}
    UNION SELECT ccs_level4, ccs_group4, ccs_level3 FROM {levels}) WHERE trim(level) <> '';
INSERT INTO knowledge.concept
SELECT 'ccs.multi:' || level, min(regexp_replace(name, ' *\\[[0-9., and-]+\\]$', '')), 'CCS', 'group', NULL,
    ['ccs.multi:' || level] FROM ccs_level GROUP BY level;
INSERT INTO knowledge.statement
SELECT DISTINCT 'ccs.multi:' || level, 'ISA', 'ccs.multi:' || up, 'CCS', NULL, true, NULL::BOOLEAN, 'ccs_multi_dx'
    FROM ccs_level WHERE up IS NOT NULL;
-- "[108.]" after a name: the single-level group that this level holds whole
INSERT INTO knowledge.statement
SELECT DISTINCT 'ccs:' || n, 'ISA', 'ccs.multi:' || level, 'CCS', NULL, true, NULL::BOOLEAN, 'ccs_multi_dx'
FROM (SELECT level, unnest(regexp_extract_all(regexp_extract(name, '\\[([0-9., and-]+)\\]$', 1),
    '([0-9]+)\\.')) AS dotted, rtrim(dotted, '.') AS n FROM ccs_level)
WHERE n IN (SELECT substr(id, 5) FROM knowledge.concept WHERE id LIKE 'ccs:%');
-- the single level's own names are cut short ("chf;nonhp"): the level that is just this group has its name in full
UPDATE knowledge.concept SET name = l.written FROM (
    SELECT regexp_extract(name, '\\[([0-9]+)\\.?\\]$', 1) AS n,
        min(regexp_replace(name, ' *\\[[0-9.]+\\]$', '')) AS written
    FROM ccs_level GROUP BY n) l WHERE l.n <> '' AND id = 'ccs:' || l.n;
"""

DOTTED_DIAGNOSIS: Final = (
    "CASE WHEN code LIKE 'E%' AND length(code) > 4 THEN code[1:4] || '.' || code[5:] "
    "WHEN code NOT LIKE 'E%' AND length(code) > 3 THEN code[1:3] || '.' || code[4:] ELSE code END"
)
DOTTED_PROCEDURE: Final = "CASE WHEN length(code) > 2 THEN code[1:2] || '.' || code[3:] ELSE code END"


def read_groups(shelf: Shelf) -> None:
    """Read CCS: single-level groups of diagnoses and procedures, and the levels above the diagnosis groups."""
    connection = shelf.connection
    order = shelf.order("CCS")
    diagnoses = shelf.table("CCS", "diagnoses")
    if diagnoses is not None:
        connection.execute(
            _SINGLE.format(
                lines=diagnoses,
                prefix="ccs",
                vocabulary="icd9cm",
                dotted=DOTTED_DIAGNOSIS,
                order=order,
                name="min(name)",
            )
        )
    procedures = shelf.table("CCS", "procedures")
    if procedures is not None:
        connection.execute(
            _SINGLE.format(
                lines=procedures,
                prefix="ccs.procedure",
                vocabulary="icd9cm.procedure",
                dotted=DOTTED_PROCEDURE,
                order=order,
                name="min(name)",
            )
        )
    levels = shelf.table("CCS", "levels")
    if levels is not None:
        connection.execute(_LEVELS.format(levels=levels))
