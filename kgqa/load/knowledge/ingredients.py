"""What a product contains, which salt is which drug, and by which names a drug is known.

RxNorm's own table of ingredients goes first. For the products that it lacks, RxNorm's naming says it: a drug is
"ingredient strength [/ ingredient strength] dose form [brand]" (RxNorm Technical Documentation, normalised names).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgqa.load.knowledge.staging import note
from kgqa.load.knowledge.strings import define_keys

if TYPE_CHECKING:
    from kgqa.load.knowledge.shelf import Shelf

_TABLE: Final = """
CREATE OR REPLACE TEMP TABLE stated_ingredient AS
SELECT DISTINCT coalesce(c.concept, 'rxnorm:' || input_rxcui) AS product, coalesce(i.concept, ingredient_umlscui,
    'rxnorm:' || ingredient_rxcui) AS ingredient, ingredient_name AS name,
       n_ingredients::INTEGER AS parts, input_tty AS tty
FROM {ingredients} LEFT JOIN knowledge.coded c ON c.vocabulary = 'rxnorm' AND c.code = input_rxcui
LEFT JOIN knowledge.coded i ON i.vocabulary = 'rxnorm' AND i.code = ingredient_rxcui;
"""

# A drug of its own: RxNorm's table or DrugCentral name it as an ingredient. Any other substance of RxNorm may be a salt
# of one. A salt is the drug where taking the salt's words off its name leaves the drug's name and nobody lists the salt
# as an ingredient (metoprolol tartrate), where RxNorm's table itself takes the salt for the drug (enoxaparin sodium, of
# which DrugCentral speaks), or where DrugCentral gives the salt the drug's CUI (tiotropium bromide). Potassium chloride
# is none of these: it stays itself.
_FORMS: Final = """
CREATE OR REPLACE TEMP TABLE drug_base AS
SELECT ingredient AS concept FROM stated_ingredient WHERE ingredient IS NOT NULL
UNION SELECT concept FROM knowledge.code WHERE vocabulary = 'drugcentral'
UNION SELECT concept FROM knowledge.ingredient;
CREATE OR REPLACE TEMP TABLE substance AS
SELECT DISTINCT n.concept, lower(n.name) AS name, salt_free(regexp_replace(lower(n.name),
    ', (porcine|bovine|usp|human|anhydrous|modified)$', '')) AS bare,
       regexp_replace(lower(n.name), '(ic acid|ate)$', '') AS stem
FROM knowledge.name n JOIN knowledge.concept c ON c.id = n.concept
WHERE c.kind = 'ingredient' AND n.source IN ('RxNorm', 'DrugCentral', 'LabeledIn')
    AND NOT EXISTS (FROM rx_brand b WHERE b.concept = n.concept);
CREATE OR REPLACE TEMP TABLE product_part AS
WITH bare AS (
    SELECT concept AS product, regexp_replace(regexp_replace(name, '\\s*\\[[^\\]]*\\]$', ''),
        '^[0-9.]+ (HR|ML|ACTUAT|MG) ', '') AS text
    FROM rx WHERE product AND name NOT LIKE '%{%' AND name NOT LIKE '% Pack%'),
part AS (SELECT product, unnest(string_split(text, ' / ')) AS part FROM bare)
SELECT DISTINCT product, lower(regexp_extract(part,
    '^(.+?)\\s[0-9.,]+\\s?(MG|MEQ|UNT|ML|MCI|ACTUAT|CELLS|MMOL|%|\\[).*$', 1)) AS name FROM part;
CREATE OR REPLACE TEMP TABLE parsed AS
SELECT product, list(DISTINCT s.concept) AS found, count(DISTINCT p.name) AS parts, count(DISTINCT s.concept) AS known
FROM product_part p LEFT JOIN (SELECT name, min(concept) AS concept FROM substance GROUP BY name) s
    USING (name) GROUP BY product;
CREATE OR REPLACE TEMP TABLE cut AS
SELECT DISTINCT s.concept AS form, b.concept AS base, s.concept IN (SELECT concept FROM drug_base) AS listed
FROM substance s JOIN substance b ON b.name = s.bare
WHERE s.concept <> b.concept AND s.name <> s.bare AND b.concept IN (SELECT concept FROM drug_base);
CREATE OR REPLACE TEMP TABLE learnt AS
SELECT found[1] AS form, s.ingredient AS base, count(*) AS n FROM parsed p JOIN stated_ingredient s USING (product)
WHERE p.parts = 1 AND p.known = 1 AND s.parts = 1 AND found[1] <> s.ingredient GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE form_of AS
SELECT form, arg_min(base, (-n, base)) AS base FROM (
    SELECT c.form, c.base, coalesce(l.n, 0) AS n FROM cut c LEFT JOIN learnt l USING (form, base) WHERE NOT c.listed
        OR l.n IS NOT NULL OR EXISTS (FROM knowledge.same_drug s WHERE s.a = c.form AND s.b = c.base)
    UNION ALL SELECT form, base, n FROM learnt WHERE form NOT IN (SELECT concept FROM drug_base)
    -- an acid and its ion: alendronic acid, alendronate
    UNION ALL SELECT form, base, n FROM learnt JOIN substance f ON f.concept = form JOIN substance b
        ON b.concept = base WHERE f.stem = b.stem)
GROUP BY form;
-- the table of 2012 takes some drugs for their parent (isosorbide mononitrate for isosorbide): what DrugCentral lists
-- apart stays apart
DELETE FROM stated_ingredient s USING parsed p, learnt l
WHERE p.product = s.product AND p.parts = 1 AND s.parts = 1 AND l.form = p.found[1] AND l.base = s.ingredient
  AND NOT EXISTS (FROM form_of f WHERE f.form = l.form AND f.base = l.base);
UPDATE knowledge.statement SET source = f.base, place = place || ' (' || (SELECT min(name) FROM substance
    WHERE concept = f.form) || ')'
FROM form_of f WHERE f.form = knowledge.statement.source AND type <> 'HAS_INGREDIENT';
INSERT INTO knowledge.same_drug
SELECT form, base FROM cut UNION SELECT base, form FROM cut UNION SELECT form, base
    FROM learnt UNION SELECT base, form FROM learnt;
CREATE OR REPLACE TABLE knowledge.product_ingredient AS
SELECT DISTINCT product, ingredient, 'RxNorm' AS said, parts FROM stated_ingredient
    WHERE tty IN ('SCD', 'SBD', 'SCDF', 'SBDF', 'BPCK', 'GPCK', 'SCDC', 'SBDC', 'SCDG', 'SBDG')
UNION ALL
SELECT DISTINCT product, coalesce(base, form) AS ingredient, 'RxNorm (by its name)', parts
FROM (SELECT product, unnest(found) AS form, parts FROM parsed WHERE parts = known
    AND product NOT IN (SELECT product FROM stated_ingredient))
LEFT JOIN form_of USING (form) WHERE form IS NOT NULL;
INSERT INTO knowledge.statement
SELECT product, 'HAS_INGREDIENT', ingredient, said, NULL, true, NULL::BOOLEAN, 'product'
    FROM knowledge.product_ingredient WHERE product <> ingredient;
"""

# A combination's own concept, by what it is made of; and the brands of combinations
_COMBINATIONS: Final = """
CREATE OR REPLACE TABLE knowledge.combination AS
WITH part AS (SELECT concept, unnest(parts) AS name, len(parts) AS parts FROM combined),
made AS (
    SELECT concept, list_sort(list(DISTINCT n.drug)) AS parts FROM part p JOIN knowledge.drug_name n ON n.key = p.name
    GROUP BY concept HAVING count(DISTINCT n.drug) = any_value(p.parts))
SELECT min(concept) AS concept, parts FROM made GROUP BY parts;
INSERT INTO knowledge.drug_name
SELECT drug_key(n.name), any_value(c.concept), 6, count(DISTINCT c.concept)
FROM knowledge.name n JOIN brand_content b ON b.brand = n.concept JOIN knowledge.combination c ON c.parts = b.content
WHERE drug_key(n.name) NOT IN (SELECT key FROM knowledge.drug_name) GROUP BY drug_key(n.name);
INSERT INTO knowledge.statement
SELECT concept, 'HAS_INGREDIENT', unnest(parts), 'RxNorm (by its name)', NULL, true, NULL::BOOLEAN, 'combination'
    FROM knowledge.combination;
"""

# rank: 1 the drug's own name, 2 another name of it, 3 a salt of it, 4 a combination or a substance that nobody lists as
# a drug, 5 a brand, 6 a brand of a combination
_NAMES: Final = """
CREATE OR REPLACE TEMP TABLE brand_content AS
SELECT brand, list_sort(list(DISTINCT ingredient)) AS content FROM (
    SELECT b.concept AS brand, i.ingredient, r.concept AS product
    FROM rx b JOIN rx_brand USING (concept) JOIN rx r ON r.product AND lower(regexp_extract(r.name,
        '\\[([^\\]]+)\\]$', 1)) = lower(b.name)
    JOIN knowledge.product_ingredient i ON i.product = r.concept) GROUP BY brand;
CREATE OR REPLACE TEMP TABLE combined AS
SELECT concept, drug_parts(name) AS parts FROM knowledge.name SEMI JOIN (SELECT concept FROM rx
    WHERE NOT product) USING (concept)
WHERE name LIKE '% / %';
CREATE OR REPLACE TEMP TABLE named AS
-- materialized, or DuckDB tests the length of the key of every name that there is, before it looks whose name it is
WITH keyed AS MATERIALIZED (
    SELECT drug_key(name) AS key, concept AS drug, CASE WHEN preferred THEN 1 ELSE 2 END AS rank FROM knowledge.name
    WHERE concept IN (SELECT concept FROM drug_base) AND concept NOT IN (SELECT form FROM form_of)
    UNION ALL SELECT drug_key(n.name), f.base, 3 FROM knowledge.name n JOIN form_of f ON f.form = n.concept
    UNION ALL SELECT drug_key(name), concept, 4 FROM substance
    WHERE concept NOT IN (SELECT form FROM form_of) AND concept NOT IN (SELECT concept FROM drug_base)
    UNION ALL SELECT combination_key(parts), concept, 4 FROM combined
    UNION ALL SELECT combination_salt_free(parts), concept, 4 FROM combined
    UNION ALL SELECT drug_key(n.name), content[1], 5 FROM knowledge.name n JOIN brand_content b ON b.brand = n.concept
    WHERE len(content) = 1)
SELECT key, drug, min(rank) AS rank FROM keyed WHERE length(key) > 2 GROUP BY key, drug;
CREATE OR REPLACE TABLE knowledge.drug_name AS
SELECT key, any_value(drug) AS drug, rank, count(*) AS claims FROM named
WHERE (key, rank) IN (SELECT (key, min(rank)) FROM named GROUP BY key) GROUP BY key, rank;
"""


def read_ingredients(shelf: Shelf) -> None:
    """Work out products' ingredients and the names of drugs; after every source of drugs has been read."""
    connection = shelf.connection
    define_keys(connection)
    ingredients = shelf.table("RxNorm", "ingredients")
    known = connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'rx'").fetchone()
    if ingredients is None or not known or not known[0]:
        return
    connection.execute(_TABLE.format(ingredients=ingredients))
    connection.execute(_FORMS)
    connection.execute(_NAMES)
    note(
        connection,
        "drug names",
        "names that several drugs claim (not linked by)",
        "FROM knowledge.drug_name WHERE claims > 1",
    )
    connection.execute("DELETE FROM knowledge.drug_name WHERE claims > 1")
    connection.execute(_COMBINATIONS)
    connection.execute("DELETE FROM knowledge.drug_name WHERE claims > 1")
