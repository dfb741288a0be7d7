"""ICD-9 codes to diseases, and to the groups of CCS.

A source that maps code by code (UMLS, the starter set) is believed. The cross references of Disease Ontology and Mondo
are claims that several diseases may make for one code: one counts where the code's own title agrees with the disease's
name.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final

from kgqa.errors import SchemaError
from kgqa.files import share
from kgqa.load.knowledge.groups import DOTTED_DIAGNOSIS, DOTTED_PROCEDURE
from kgqa.load.knowledge.staging import note
from kgqa.load.knowledge.strings import one_of

if TYPE_CHECKING:
    import duckdb

_DECLARED: Final = "sources/disease-strings.toml"
# Ranks below this are whole maps of codes, not cross references
_BELIEVED: Final = 10

# Steps in the order they are believed; `exact`: the concept means what the title says
_STEPS: Final = """
CREATE OR REPLACE TEMP TABLE diagnosis_code AS
SELECT code AS raw, {dotted} AS code, any_value(name) AS name, any_value(title) AS title,
       disease_words(any_value(coalesce(title, name))) AS words, never_broader(any_value(coalesce(title, name)))
           OR code[1:1] IN ('V', 'E') AS never, says_more(any_value(coalesce(title, name))) AS more
FROM (SELECT icd9_code AS code, name, name AS title FROM nodes."Diagnosis" WHERE icd9_code IS NOT NULL) GROUP BY raw;
CREATE OR REPLACE TEMP TABLE disease_name AS
-- materialized, so that only these names are cut into words
WITH called AS MATERIALIZED (
    SELECT DISTINCT n.concept, n.name FROM knowledge.name n
    WHERE n.concept IN (SELECT id FROM knowledge.concept WHERE kind IN ('disease', 'finding'))),
cut AS MATERIALIZED (SELECT DISTINCT concept, disease_words(name) AS words FROM called)
FROM cut WHERE len(words) > 0;
CREATE OR REPLACE TEMP TABLE code_up AS
SELECT raw, code, code AS up, 0 AS steps FROM diagnosis_code
UNION ALL SELECT raw, code, code[1:5], 1 FROM diagnosis_code WHERE length(code) = 6 AND code NOT LIKE 'E%'
UNION ALL SELECT raw, code, code[1:3], 2 FROM diagnosis_code WHERE length(code) > 4 AND code NOT LIKE 'E%';
CREATE OR REPLACE TEMP TABLE code_claim AS
SELECT u.raw, u.steps, k.concept, k.rank, k.exact AS agreed, k.method, d.never, d.more, d.words,
       bool_or(n.words = d.words) AS equal, max(len(n.words)) FILTER (list_has_all(d.words, n.words)) AS shared,
           any_value(r.rivals) AS rivals
FROM code_up u JOIN diagnosis_code d USING (raw) JOIN knowledge.code k ON k.vocabulary = 'icd9cm' AND k.code = u.up
JOIN (SELECT code, rank, count(DISTINCT concept) AS rivals FROM knowledge.code WHERE vocabulary = 'icd9cm'
    GROUP BY code, rank) r ON r.code = k.code AND r.rank = k.rank
LEFT JOIN disease_name n ON n.concept = k.concept GROUP BY u.raw, u.steps, k.concept, k.rank, k.exact, k.method,
    d.never, d.more, d.words;
CREATE OR REPLACE TEMP TABLE code_candidate AS
SELECT raw, concept, true AS exact, 'map' AS method, 10 + rank AS step, 0 AS shared FROM code_claim WHERE steps = 0
    AND rank < {believed} AND agreed
UNION ALL SELECT raw, concept, false, 'map', 20 + rank, 0 FROM code_claim WHERE steps = 0 AND rank < {believed}
    AND NOT agreed
UNION ALL SELECT raw, concept, NOT more, 'map', 30, shared FROM code_claim WHERE steps = 0 AND rank >= {believed}
    AND equal
UNION ALL SELECT d.raw, n.concept, NOT d.more, 'name', 40, 0 FROM diagnosis_code d JOIN disease_name n
    ON n.words = d.words WHERE len(d.words) > 0 AND d.code[1:1] NOT IN ('V', 'E')
-- both sources claim it and no other: exact where they claim it for this code alone and the title says no more than it
UNION ALL SELECT raw, concept, shared IS NULL AND concept IN (SELECT concept FROM knowledge.code
    WHERE vocabulary = 'icd9cm' AND rank >= {believed} AND exact GROUP BY concept HAVING count(*) = 1),
          'map', 50, 0 FROM code_claim WHERE steps = 0 AND rank >= {believed} AND agreed AND rivals = 1
UNION ALL SELECT raw, concept, false, 'map', 60, shared FROM code_claim WHERE steps = 0 AND rank >= {believed}
    AND shared > 0 AND NOT never
UNION ALL SELECT raw, concept, false, 'parent', 70 + steps, 0 FROM code_claim WHERE steps > 0 AND rank < {believed}
UNION ALL SELECT raw, concept, false, 'parent', 80 + steps, shared FROM code_claim WHERE steps > 0
    AND rank >= {believed} AND shared > 0 AND NOT never;
CREATE OR REPLACE TEMP TABLE code_choice AS
SELECT c.raw, arg_min(struct_pack(concept := c.concept, exact := c.exact, method := c.method), (c.step, -c.shared,
    -coalesce(t.drugs, 0), c.concept)) AS choice,
       count(DISTINCT c.concept) AS candidates
FROM code_candidate c LEFT JOIN (SELECT target AS concept, count(DISTINCT source) AS drugs
    FROM knowledge.statement WHERE type = 'MAY_TREAT' GROUP BY target) t USING (concept)
GROUP BY c.raw;
INSERT INTO knowledge.link
SELECT 'Diagnosis', n.id, choice.concept, 'code', choice.method, 'ICD-9-CM', choice.exact, NULL
FROM nodes."Diagnosis" n JOIN code_choice ON raw = n.icd9_code;
INSERT INTO knowledge.concept
SELECT 'icd9cm:' || code, name, 'ICD-9-CM', 'code', NULL, ['icd9cm:' || code] FROM diagnosis_code
    WHERE raw NOT IN (SELECT raw FROM code_choice) AND name IS NOT NULL;
INSERT INTO knowledge.link
SELECT 'Diagnosis', n.id, 'icd9cm:' || d.code, 'code', 'own', 'ICD-9-CM', true, NULL
FROM nodes."Diagnosis" n JOIN diagnosis_code d ON d.raw = n.icd9_code WHERE d.raw NOT IN (SELECT raw
    FROM code_choice) AND d.name IS NOT NULL;
INSERT INTO knowledge.link
SELECT DISTINCT 'Diagnosis', n.id, k.concept, 'group', 'map', 'CCS', false, NULL
FROM nodes."Diagnosis" n JOIN diagnosis_code d ON d.raw = n.icd9_code JOIN knowledge.code k
    ON k.vocabulary = 'icd9cm group' AND k.code = d.code;
"""

_PROCEDURES: Final = """
CREATE OR REPLACE TEMP TABLE procedure_code AS
SELECT code AS raw, {dotted} AS code, any_value(name) AS name FROM (SELECT icd9_code AS code, name
    FROM nodes."Procedure" WHERE icd9_code IS NOT NULL) GROUP BY raw;
CREATE OR REPLACE TEMP TABLE procedure_choice AS
SELECT p.raw, p.code, p.name, k.concept
FROM procedure_code p LEFT JOIN knowledge.coded k ON k.vocabulary = 'icd9cm.procedure' AND k.code = p.code;
INSERT INTO knowledge.concept
SELECT 'icd9cm.procedure:' || code, name, 'ICD-9-CM', 'procedure', NULL, ['icd9cm.procedure:' || code]
    FROM procedure_choice WHERE concept IS NULL AND name IS NOT NULL;
INSERT INTO knowledge.link
SELECT 'Procedure', n.id, coalesce(concept, 'icd9cm.procedure:' || code), 'code', CASE
    WHEN concept IS NULL THEN 'own' ELSE 'map' END, 'ICD-9-CM', true, NULL
FROM nodes."Procedure" n JOIN procedure_choice p ON p.raw = n.icd9_code WHERE p.concept IS NOT NULL
    OR p.name IS NOT NULL;
INSERT INTO knowledge.link
SELECT DISTINCT 'Procedure', n.id, k.concept, 'group', 'map', 'CCS', false, NULL
FROM nodes."Procedure" n JOIN procedure_code p ON p.raw = n.icd9_code JOIN knowledge.code k
    ON k.vocabulary = 'icd9cm.procedure group' AND k.code = p.code;
"""


def disease_strings() -> dict[str, Any]:
    """Return the rules of schema/sources/disease-strings.toml."""
    try:
        return tomllib.loads((share("schema") / _DECLARED).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"schema/{_DECLARED}: cannot be read: {error}") from error


def define_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the macros disease_words (a title as a sorted set of words), never_broader and says_more."""
    rules = disease_strings()
    fillers = ", ".join(f"'{word}'" for word in rules["fillers"])
    same = (
        "CASE w "
        + " ".join(f"WHEN '{word}' THEN '{other}'" for word, other in sorted(rules["same"].items()))
        + " ELSE w END"
    )
    plain = f"regexp_replace(lower(t), '({one_of(rules['cut'])})\\b.*$', '')"
    # "without mention of hemorrhage, with obstruction": what is cut off still says more than the words kept
    connection.execute(
        "CREATE OR REPLACE TEMP MACRO says_more(t) AS "
        f"regexp_matches(lower(t), '({one_of(rules['cut'])})\\b.*\\b{rules['more']}\\b')"
    )
    # malignant neoplasm = cancer; a plural loses its s
    plain = f"regexp_replace({plain}, 'malignant (neoplasm|tumou?r)s?', 'cancer', 'g')"
    plain = f"regexp_replace(regexp_replace({plain}, '[^a-z0-9]+', ' ', 'g'), '([a-z]{{3,}}[^siu ])s\\b', '\\1', 'g')"
    split = f"list_filter(string_split(trim({plain}), ' '), lambda w: w <> '' AND w NOT IN ({fillers}))"
    connection.execute(
        "CREATE OR REPLACE TEMP MACRO disease_words(t) AS "
        f"list_sort(list_distinct(list_transform({split}, lambda w: {same})))"
    )
    never = one_of(rules["broader"]["never"])
    connection.execute(f"CREATE OR REPLACE TEMP MACRO never_broader(t) AS regexp_matches(lower(t), '\\b({never})\\b')")


def link_diagnoses(connection: duckdb.DuckDBPyConnection) -> None:
    """Link diagnoses: role `code` to a disease (or the code's own concept where none is known), role `group` to CCS."""
    define_words(connection)
    connection.execute(_STEPS.format(dotted=DOTTED_DIAGNOSIS, believed=_BELIEVED))
    note(
        connection,
        "diagnosis codes",
        "codes with several candidates (one taken by rule)",
        "FROM code_choice WHERE candidates > 1",
    )
    note(
        connection,
        "diagnosis codes",
        "codes whose claims all disagree with their title",
        "SELECT DISTINCT raw FROM code_claim WHERE steps = 0 AND raw NOT IN (SELECT raw FROM code_choice)",
    )


def link_procedures(connection: duckdb.DuckDBPyConnection) -> None:
    """Link procedures: role `code` to a concept or the code's own, role `group` to CCS."""
    connection.execute(_PROCEDURES.format(dotted=DOTTED_PROCEDURE))
