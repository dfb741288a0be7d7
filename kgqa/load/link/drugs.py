"""Orders to drugs: by the NDC first, by the text where the NDC says nothing.

Precision goes before recall: a carrier fluid or a line flush is not a drug given for its effect, a text that may be a
placebo is nothing, and where the NDC and the text name different drugs neither is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgqa.load.knowledge.staging import note
from kgqa.load.knowledge.strings import define_keys, drug_words, one_of

if TYPE_CHECKING:
    import duckdb

_RESOLVE: Final = """
CREATE OR REPLACE TEMP TABLE text_key AS
SELECT DISTINCT text, unnest([struct_pack(key := drug_key(text), step := 1),
    struct_pack(key := salt_free(drug_key(text)), step := 2),
       struct_pack(key := CASE WHEN len(drug_parts(text)) > 1 THEN combination_key(drug_parts(text)) END, step := 3),
       struct_pack(key := CASE WHEN len(drug_parts(text)) > 1 THEN combination_salt_free(drug_parts(text)) END,
           step := 4)], recursive := true)
FROM ({texts});
CREATE OR REPLACE TABLE knowledge.{into} AS
SELECT text, arg_min(drug, step) AS drug, min(step) AS step, arg_min(role, step) AS role, arg_min(key,
    step) AS key FROM (
    SELECT t.text, a.concept AS drug, 0 AS step, a.role, drug_key(t.text) AS key
    FROM ({texts}) t JOIN knowledge.alias a ON a.kind = 'drug' AND lower(trim(t.text)) = lower(trim(a.text))
    UNION ALL SELECT k.text, n.drug, k.step, 'drug', k.key FROM text_key k JOIN knowledge.drug_name n USING (key))
GROUP BY text;
"""

_ORDERS: Final = """
CREATE OR REPLACE TEMP TABLE order_text AS
SELECT id, drug, drug_name_generic AS generic, ndc,
       (coalesce(drug_type = 'BASE', false) OR regexp_matches(lower(drug || ' ' || coalesce(drug_name_generic, '')),
           '\\b({carriers})\\b')) AND NOT regexp_matches(lower(drug), '\\b({not_carriers})\\b') AS carrier,
       regexp_matches(lower(drug || ' ' || coalesce(drug_name_generic, '')), '{unknown}') AS unknown
FROM nodes."Prescription" WHERE drug IS NOT NULL;
CREATE OR REPLACE TEMP TABLE ndc_product AS
SELECT code AS ndc, min(concept) AS product FROM knowledge.code
WHERE vocabulary = 'ndc' AND (code, rank) IN (SELECT (code, min(rank)) FROM knowledge.code
    WHERE vocabulary = 'ndc' AND code IN (SELECT ndc FROM order_text) GROUP BY code)
  AND concept IN (SELECT id FROM knowledge.concept WHERE kind = 'product') GROUP BY code
    HAVING count(DISTINCT concept) = 1;
CREATE OR REPLACE TEMP TABLE ndc_drug AS
SELECT p.ndc, min(i.ingredient) AS drug, list_sort(list(DISTINCT i.ingredient)) AS parts
FROM ndc_product p JOIN knowledge.product_ingredient i ON i.product = p.product GROUP BY p.ndc;
CREATE OR REPLACE TEMP TABLE order_drug AS
SELECT o.id, o.drug AS text, o.carrier OR coalesce(t.role = 'carrier', false) AS carrier, o.unknown, p.product,
       coalesce(t.drug, g.drug) AS by_name, coalesce(t.key, g.key) AS key, coalesce(t.step, g.step) = 0 AS alias,
       CASE WHEN len(n.parts) = 1 THEN n.drug ELSE c.concept END AS by_ndc, n.parts
FROM order_text o LEFT JOIN ndc_product p USING (ndc) LEFT JOIN ndc_drug n USING (ndc)
LEFT JOIN knowledge.combination c ON len(n.parts) > 1 AND c.parts = n.parts
LEFT JOIN knowledge.order_name t ON t.text = o.drug LEFT JOIN knowledge.order_name g ON g.text = o.generic;
CREATE OR REPLACE TEMP TABLE order_conflict AS
SELECT DISTINCT text, by_name, by_ndc, parts FROM order_drug
WHERE by_name IS NOT NULL AND by_ndc IS NOT NULL AND by_name <> by_ndc AND NOT list_contains(parts, by_name)
  AND NOT carrier AND NOT EXISTS (FROM knowledge.same_drug s WHERE s.a = by_name AND s.b = by_ndc)
  -- the text may name the kind: insulin, and the NDC says glargine
  AND NOT EXISTS (FROM knowledge.name n WHERE n.concept = by_ndc AND list_has_all(string_split(drug_key(n.name), ' '),
      string_split(key, ' ')));
INSERT INTO knowledge.link
SELECT 'Prescription', id, product, CASE WHEN carrier THEN 'carrier' ELSE 'product' END, 'ndc', 'RxNorm', true, NULL
FROM order_drug o WHERE product IS NOT NULL AND NOT unknown
  AND NOT EXISTS (FROM order_conflict c WHERE c.text = o.text AND c.by_name = o.by_name AND c.by_ndc = o.by_ndc);
INSERT INTO knowledge.link
SELECT 'Prescription', id, coalesce(by_ndc, by_name), CASE WHEN carrier THEN 'carrier' ELSE 'drug' END,
       CASE WHEN by_ndc IS NOT NULL THEN 'ndc' WHEN alias THEN 'alias' ELSE 'name' END, 'RxNorm', true, NULL
FROM order_drug o WHERE NOT unknown AND coalesce(by_ndc, by_name) IS NOT NULL
  -- a carrier is known by its alias only: what a text spells out might be what is dissolved in it
  AND CASE WHEN carrier THEN alias AND product IS NULL ELSE parts IS NULL OR len(parts) = 1 OR by_ndc IS NOT NULL
      OR by_name IN (SELECT concept FROM knowledge.combination) END
  AND NOT EXISTS (FROM order_conflict c WHERE c.text = o.text AND c.by_name = o.by_name AND c.by_ndc = o.by_ndc);
"""


def resolve_names(connection: duckdb.DuckDBPyConnection, texts: str, into: str) -> None:
    """Find the drug that each `text` of the query `texts` names: knowledge.`into` (text, drug, step, role, key)."""
    define_keys(connection)
    connection.execute(_RESOLVE.format(texts=texts, into=into))


def link_prescriptions(connection: duckdb.DuckDBPyConnection) -> None:
    """Link orders: role `drug` to the ingredient or known combination, `product` (or `carrier`) to the product."""
    words = drug_words()
    texts = (
        'SELECT drug AS text FROM nodes."Prescription" WHERE drug IS NOT NULL UNION '
        'SELECT drug_name_generic FROM nodes."Prescription" WHERE drug_name_generic IS NOT NULL'
    )
    resolve_names(connection, texts, "order_name")
    lists = {name: one_of(words[name]) for name in ("carriers", "not_carriers", "unknown")}
    connection.execute(_ORDERS.format(**lists))
    note(
        connection,
        "orders",
        "rows whose NDC and text name different drugs (not linked)",
        "FROM order_drug o JOIN order_conflict c USING (text, by_name, by_ndc)",
    )
    note(connection, "orders", "rows that may be a placebo (not linked)", "FROM order_drug WHERE unknown")
