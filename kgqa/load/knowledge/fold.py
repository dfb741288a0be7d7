"""Staging tables to the graph: one concept per id, one edge per source, type and target with all who state it.

Kept is what a patient reaches: linked concepts, what is stated of them, who treats or harms them, and the general forms
of all these. A product is kept only where an order or an input is that product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kgqa.load.knowledge.cycles import break_rings
from kgqa.load.knowledge.names import turned

if TYPE_CHECKING:
    import duckdb

# Whose name a sentence uses, first to last. RxNorm and the ontologies name a thing once and plainly; DrugCentral and
# LabeledIn name what a label says ("Chronic Angina Pectoris").
NAME_ORDER: Final = (
    "RxNorm",
    "Disease Ontology",
    "Mondo",
    "LOINC",
    "CCS",
    "Symptom Ontology",
    "UMLS",
    "DrugCentral",
    "LabeledIn",
    "RxNorm (OMOP name)",
    "Disease Ontology xref",
    "DrugCentral prevention",
    "MED-RT",
    "LOINC (item label)",
    "ICD-9-CM",
)

# Labels, the FDA, MeSH and UniProt write their names as titles
_TITLED: Final = (
    "(kind IN ('class', 'mechanism', 'effect', 'target') OR kind IN ('disease', 'finding') AND vocabulary IN "
    "('DrugCentral', 'DrugCentral prevention', 'LabeledIn'))"
)

# What can be kept: concepts that have a name, and what is stated between two of them
_KNOWN: Final = """
CREATE OR REPLACE TEMP TABLE kept AS SELECT DISTINCT id FROM knowledge.concept WHERE name IS NOT NULL;
CREATE OR REPLACE TEMP TABLE relation AS
SELECT DISTINCT s.type, s.source, s.target FROM knowledge.statement s SEMI JOIN kept a ON a.id = s.source
    SEMI JOIN kept b ON b.id = s.target WHERE s.source <> s.target;
DELETE FROM knowledge.link WHERE concept NOT IN (SELECT id FROM kept);
"""

_CONCEPTS: Final = """
CREATE OR REPLACE TABLE knowledge.folded AS
WITH concept AS (SELECT c.* FROM knowledge.concept c SEMI JOIN kept USING (id)),
usual_word AS (
    SELECT lower(word) AS word, arg_max(word, (n, word)) AS usual FROM (
        SELECT unnest(regexp_extract_all(name, '[A-Za-z'']+')) AS word, count(*) AS n FROM knowledge.concept
        WHERE vocabulary IN ('Disease Ontology', 'Mondo') GROUP BY word) GROUP BY lower(word)),
titled AS (SELECT DISTINCT name, kind IN ('disease', 'finding') AS disease,
    regexp_extract_all(name, '[A-Za-z0-9'']+|[^A-Za-z0-9'']+') AS words
    FROM concept WHERE {titled}),
-- Title Case is undone word by word: a disease's as the ontologies write the word, else small; what is no such word
-- (NMDA, GABA A, Factor Xa) stays
lowered AS (
    SELECT name, disease, {turned} AS written FROM (
        SELECT name, disease, string_agg(CASE
            WHEN NOT regexp_full_match(w, '[A-Z][a-z]+') OR w IN ('Henle', 'Janus') THEN w
            WHEN u.usual IS NOT NULL THEN u.usual WHEN length(w) > 2 THEN lower(w) ELSE w END, '' ORDER BY i) AS plain
        FROM (SELECT name, disease, unnest(words) AS w, generate_subscripts(words, 1) AS i FROM titled)
        LEFT JOIN usual_word u ON disease AND u.word = lower(w) GROUP BY name, disease)),
ranked AS (
    SELECT c.*, coalesce(list_position({order}, c.vocabulary), 50) AS rank,
           coalesce(l.written, c.name) AS written
    FROM concept c LEFT JOIN lowered l ON l.name = c.name AND l.disease = (c.kind IN ('disease', 'finding'))
        AND {titled})
SELECT id, coalesce((SELECT min(n.name) FROM knowledge.name n WHERE n.concept = id AND n.source = 'starter'),
    arg_min(written, (rank, length(written), written))) AS name, arg_min(vocabulary, (rank,
    written)) AS vocabulary, arg_min(kind, (rank, kind)) AS kind,
       arg_min(semantic_types, (rank, semantic_types::TEXT)) FILTER (semantic_types IS NOT NULL) AS semantic_types,
       nullif(list_sort(list_distinct(flatten(coalesce(list(codes) FILTER (codes IS NOT NULL), [])))), []) AS codes
FROM ranked WHERE written IS NOT NULL GROUP BY id;
CREATE OR REPLACE TABLE knowledge.edge AS
SELECT s.type, s.source, s.target, min(s.direction) AS direction, list_sort(list(DISTINCT s.stated_by)) AS sources,
       bool_or(s.reviewed) AS reviewed, bool_or(s.checked) AS checked
FROM knowledge.statement s SEMI JOIN kept a ON a.id = s.source SEMI JOIN kept b ON b.id = s.target
WHERE s.source <> s.target GROUP BY s.type, s.source, s.target;
"""

_REACH: Final = """
CREATE OR REPLACE TEMP TABLE reached AS
SELECT DISTINCT concept AS id FROM knowledge.link
UNION SELECT DISTINCT e.source FROM relation e JOIN knowledge.link l ON l.concept = e.target
    WHERE e.type NOT IN ('HAS_INGREDIENT', 'ISA');
"""
_FORWARD: Final = """
INSERT INTO reached SELECT DISTINCT target FROM relation SEMI JOIN reached ON source = reached.id
WHERE {test} AND target NOT IN (SELECT id FROM reached)
"""


def fold(connection: duckdb.DuckDBPyConnection, all_concepts: bool = False) -> dict[str, Any]:
    """Make nodes."Concept", knowledge.edge and knowledge.concept_name; return what was kept and dropped.

    Call it last, after `link` and whatever links mentions. knowledge.edge has type, source, target, direction, sources,
    reviewed, checked; knowledge.link stays as it is, without links to concepts that have no name.
    """
    connection.execute(_KNOWN)
    before = _count(connection, "kept"), _count(connection, "relation")
    if not all_concepts:
        connection.execute(_REACH)
        for _ in range(3):
            connection.execute(_FORWARD.format(test="true"))
        while connection.execute(_FORWARD.format(test="type = 'ISA'")).fetchall() != [(0,)]:
            pass
        connection.execute("DELETE FROM kept WHERE id NOT IN (SELECT id FROM reached)")
    # names are weighed and sources gathered last, since a patient reaches a tenth of what is known
    order = ", ".join(f"'{source}'" for source in NAME_ORDER)
    connection.execute(_CONCEPTS.format(order=f"[{order}]", titled=_TITLED, turned=turned("plain")))
    rings = break_rings(connection)
    connection.execute("CREATE SCHEMA IF NOT EXISTS nodes")
    connection.execute(
        'CREATE OR REPLACE TABLE nodes."Concept" AS '
        "SELECT id, name, vocabulary, kind, semantic_types, codes, "
        "(SELECT min(d.text) FROM knowledge.definition d WHERE d.concept = id) AS definition "
        "FROM knowledge.folded ORDER BY id"
    )
    connection.execute(
        "CREATE OR REPLACE VIEW knowledge.concept_name AS SELECT DISTINCT concept, name, source FROM knowledge.name "
        "WHERE name IS NOT NULL AND name <> ''"
    )
    after = _count(connection, "knowledge.folded"), _count(connection, "knowledge.edge")
    types = connection.execute("SELECT type, count(*) FROM knowledge.edge GROUP BY type ORDER BY type").fetchall()
    return {
        "concepts": {"known": before[0], "kept": after[0]},
        "edges": {"known": before[1], "kept": after[1], "by_type": dict(types)},
        "isa": rings,
    }


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0
