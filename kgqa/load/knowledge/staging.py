"""The staging tables every reader of knowledge fills, and how they become concepts and edges.

A reader only states: this concept, this name, this code, this relation, said by that source. What wins where sources
disagree, and what is left out because no patient reaches it, is decided here and nowhere else.
"""

from __future__ import annotations

from typing import Final

import duckdb

TABLES: Final = """
CREATE SCHEMA IF NOT EXISTS knowledge;
CREATE TABLE IF NOT EXISTS knowledge.concept (
    id TEXT, name TEXT, vocabulary TEXT, kind TEXT, semantic_types TEXT[], codes TEXT[]);
CREATE TABLE IF NOT EXISTS knowledge.name (concept TEXT, name TEXT, source TEXT, preferred BOOLEAN);
CREATE TABLE IF NOT EXISTS knowledge.code (
    vocabulary TEXT, code TEXT, concept TEXT, exact BOOLEAN, method TEXT, rank INTEGER);
-- a code's one concept: a release's own, read before, goes ahead of what the open files say
CREATE OR REPLACE VIEW knowledge.coded AS
SELECT vocabulary, code, arg_min(concept, (rank, concept)) AS concept FROM knowledge.code GROUP BY vocabulary, code;
CREATE TABLE IF NOT EXISTS knowledge.statement (
    source TEXT, type TEXT, target TEXT, stated_by TEXT, direction TEXT, checked BOOLEAN, reviewed BOOLEAN, place TEXT);
CREATE TABLE IF NOT EXISTS knowledge.link (
    label TEXT, id BIGINT, concept TEXT, role TEXT, method TEXT, vocabulary TEXT, exact BOOLEAN, score DOUBLE);
-- item: an item of the record by its number and label (sure: its author was; property: LOINC's);
-- drug_name: a normalised name and the drug it names
CREATE TABLE IF NOT EXISTS knowledge.item (
    events TEXT, itemid BIGINT, label TEXT, concept TEXT, exact BOOLEAN, sure BOOLEAN, property TEXT);
CREATE TABLE IF NOT EXISTS knowledge.alias (kind TEXT, text TEXT, concept TEXT, role TEXT);
CREATE TABLE IF NOT EXISTS knowledge.drug_name (key TEXT, drug TEXT, rank INTEGER, claims BIGINT);
CREATE TABLE IF NOT EXISTS knowledge.product_ingredient (product TEXT, ingredient TEXT, said TEXT, parts INTEGER);
CREATE TABLE IF NOT EXISTS knowledge.combination (concept TEXT, parts TEXT[]);
-- what a release calls an ingredient; definitions, where asked for
CREATE TABLE IF NOT EXISTS knowledge.ingredient (concept TEXT);
CREATE TABLE IF NOT EXISTS knowledge.definition (concept TEXT, text TEXT, stated_by TEXT);
CREATE TABLE IF NOT EXISTS knowledge.same_drug (a TEXT, b TEXT);
CREATE TABLE IF NOT EXISTS knowledge.tally (step TEXT, what TEXT, n BIGINT);
"""


# A vocabulary read before gives the source's own code a CUI: then everything said of the code is said of the CUI
_UNIFY: Final = """
CREATE OR REPLACE TEMP TABLE own_concept AS
SELECT vocabulary || ':' || code AS own, concept FROM knowledge.coded
WHERE vocabulary IN ('loinc', 'rxnorm', 'mesh') AND vocabulary || ':' || code <> concept AND concept NOT LIKE '%:%'
-- MED-RT took over NDF-RT with its numbers, by which the FDA's classes are known
UNION SELECT 'ndfrt:' || code, concept FROM knowledge.coded WHERE vocabulary = 'med-rt'
UNION SELECT 'med-rt:' || code, concept FROM knowledge.coded WHERE vocabulary = 'med-rt' AND concept NOT LIKE '%:%';
UPDATE knowledge.statement SET source = o.concept FROM own_concept o WHERE o.own = source;
UPDATE knowledge.statement SET target = o.concept FROM own_concept o WHERE o.own = target;
UPDATE knowledge.item SET concept = o.concept FROM own_concept o WHERE o.own = knowledge.item.concept;
UPDATE knowledge.alias SET concept = o.concept FROM own_concept o WHERE o.own = knowledge.alias.concept;
UPDATE knowledge.product_ingredient SET product = o.concept FROM own_concept o WHERE o.own = product;
-- products that a release tells of and the open files do not
INSERT INTO knowledge.product_ingredient
SELECT source, target, 'stated', count(*) OVER (PARTITION BY source) FROM (
    SELECT DISTINCT source, target FROM knowledge.statement WHERE type = 'HAS_INGREDIENT'
        AND source IN (SELECT id FROM knowledge.concept WHERE kind = 'product')
        AND source NOT IN (SELECT product FROM knowledge.product_ingredient));
"""


def unify(connection: duckdb.DuckDBPyConnection) -> None:
    """Give what was said of a source's own code to the CUI of that code, where a vocabulary names one."""
    connection.execute(_UNIFY)


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the staging tables where they are not there yet."""
    connection.execute(TABLES)


def note(connection: duckdb.DuckDBPyConnection, step: str, what: str, query: str) -> None:
    """Count the rows of `query` under a step of the load: what was dropped, or was ambiguous, and why."""
    connection.execute("INSERT INTO knowledge.tally SELECT ?, ?, count(*) FROM (" + query + ")", [step, what])


def tally(connection: duckdb.DuckDBPyConnection) -> list[dict[str, object]]:
    """Return what was noted: the step, what was dropped or ambiguous, and how many."""
    rows = connection.execute("SELECT step, what, n FROM knowledge.tally ORDER BY ALL").fetchall()
    return [{"step": step, "what": what, "count": count} for step, what, count in rows]
