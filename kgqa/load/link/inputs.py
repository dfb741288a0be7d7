"""Infusions and boluses to drugs: by the item's map to RxNorm, by the item's label where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgqa.load.link.drugs import resolve_names

if TYPE_CHECKING:
    import duckdb

_INPUTS: Final = """
CREATE OR REPLACE TEMP TABLE input_item AS
SELECT DISTINCT n.itemid, n.label, m.concept AS product, c.name AS product_name
FROM nodes."{label}" n LEFT JOIN knowledge.item m ON m.events = 'InputEvent' AND m.itemid = n.itemid
    AND lower(m.label) = lower(n.label)
LEFT JOIN knowledge.concept c ON c.id = m.concept WHERE n.label IS NOT NULL;
"""

# A label without a map counts only where it is an alias or the whole label is a drug's name: "D5W" and "TPN" are not.
_LINKS: Final = """
CREATE OR REPLACE TEMP TABLE input_drug AS
SELECT i.itemid, i.label, min(coalesce(p.drug, d.drug)) AS drug,
       CASE WHEN bool_or(p.drug IS NOT NULL) THEN 'map' WHEN min(d.step) = 0 THEN 'alias' ELSE 'name' END AS method,
       regexp_matches(lower(i.label), '{carriers}') OR coalesce(bool_or(d.role = 'carrier'), false) AS carrier
FROM input_item i LEFT JOIN knowledge.input_name p ON p.text = i.product_name
LEFT JOIN knowledge.input_name d ON d.text = i.label AND i.product IS NULL AND d.step <= 1
GROUP BY i.itemid, i.label HAVING count(DISTINCT coalesce(p.drug, d.drug)) = 1;
INSERT INTO knowledge.link
SELECT DISTINCT '{label}', n.id, i.product,
       CASE WHEN regexp_matches(lower(i.label), '{carriers}') THEN 'carrier' ELSE 'product' END,
       'map', 'RxNorm', true, NULL
FROM nodes."{label}" n JOIN input_item i ON i.itemid = n.itemid AND i.label = n.label WHERE i.product IS NOT NULL;
-- what a carrier's label spells out might be what is dissolved in it: an alias says what the carrier is
INSERT INTO knowledge.link
SELECT '{label}', n.id, d.drug, CASE WHEN d.carrier THEN 'carrier' ELSE 'drug' END, d.method, 'RxNorm', true, NULL
FROM nodes."{label}" n JOIN input_drug d ON d.itemid = n.itemid AND d.label = n.label
WHERE NOT d.carrier OR d.method = 'alias';
"""

# Carrier fluids, and what the dialysis circuit gets
_CARRIERS: Final = (
    r"dextrose|saline|nacl|\bns\b|\blr\b|ringer|sterile water|\bd5|\bd10|crrt|acd-a|\bcitrate\b|flush|free water"
    r"|carrier|solution|piggyback"
)


def link_inputs(connection: duckdb.DuckDBPyConnection, label: str) -> None:
    """Link one label's inputs: role `drug` to the single ingredient, `product` (or `carrier`) to the mapped product."""
    connection.execute(_INPUTS.format(label=label))
    resolve_names(
        connection,
        "SELECT label AS text FROM input_item UNION SELECT product_name FROM input_item WHERE product_name IS NOT NULL",
        "input_name",
    )
    connection.execute(_LINKS.format(label=label, carriers=_CARRIERS))
