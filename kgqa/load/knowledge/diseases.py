"""Disease Ontology and Mondo: diseases, their CUIs, ICD-9 codes, general forms and findings.

One disease is a DOID together with the Mondo terms that match it exactly. Its concept is one CUI: of those that either
source gives, the one most sources give; among equals the one that most treatments are stated of; then the lowest.
Without a CUI it is the source's own code. The other CUIs stay concepts of their own. A CUI that several diseases claim
is that of the one most sources give it to, Mondo's before the Disease Ontology's, whose cross references are looser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgqa.load.knowledge.staging import note

if TYPE_CHECKING:
    from kgqa.load.knowledge.shelf import Shelf

_DISEASES: Final = """
CREATE OR REPLACE TEMP TABLE disease_term AS
SELECT t.code, regexp_replace(t.label, '^obsolete ', '') AS label, coalesce(min(p.doid), t.code) AS disease, t.source
FROM (
    SELECT id AS code, label, 'Disease Ontology' AS source FROM {tree}
    UNION SELECT id, label, 'Disease Ontology' FROM {xrefs}
    UNION SELECT object_id, object_label, 'Mondo' FROM {doid} WHERE object_id NOT IN (SELECT id FROM {tree})
    UNION SELECT subject_id, subject_label, 'Mondo' FROM {umls}
    UNION SELECT subject_id, subject_label, 'Mondo' FROM {doid}
    UNION SELECT subject_id, subject_label, 'Mondo' FROM {icd9}
) t LEFT JOIN (SELECT subject_id AS mondo, min(object_id) AS doid FROM {doid} GROUP BY subject_id) p ON p.mondo = t.code
GROUP BY t.code, t.label, t.source;
CREATE OR REPLACE TEMP TABLE disease_cui AS
SELECT disease, cui, count(DISTINCT claim.source) AS said, bool_or(claim.source = 'Mondo') AS mondo,
       coalesce(any_value(treated.drugs), 0) AS drugs
FROM (
    SELECT id AS code, regexp_replace(xref, '^UMLS_CUI:', '') AS cui, 'Disease Ontology' AS source
    FROM {xrefs} WHERE xref LIKE 'UMLS_CUI:%'
    UNION SELECT subject_id, regexp_replace(object_id, '^UMLS:', ''), 'Mondo' FROM {umls}
) claim JOIN (SELECT DISTINCT code, disease FROM disease_term) USING (code)
LEFT JOIN (SELECT target AS cui, count(DISTINCT source) AS drugs FROM knowledge.statement
           WHERE type = 'MAY_TREAT' GROUP BY target) treated USING (cui)
GROUP BY disease, cui;
CREATE OR REPLACE TEMP TABLE disease AS
SELECT disease, coalesce(arg_min(cui, (-said, -drugs, cui)) FILTER (cui IS NOT NULL), lower(disease)) AS concept,
       count(cui) AS cuis
FROM (SELECT DISTINCT disease FROM disease_term) LEFT JOIN (
    SELECT * FROM disease_cui
    WHERE (cui, disease) IN (SELECT (cui, arg_min(disease, (-said, NOT mondo, disease))) FROM disease_cui GROUP BY cui)
) USING (disease) GROUP BY disease;
INSERT INTO knowledge.code
SELECT DISTINCT lower(split_part(code, ':', 1)), code, concept, true, 'map', {order} FROM disease_term
    JOIN disease USING (disease);
INSERT INTO knowledge.concept
SELECT DISTINCT concept, label, source, 'disease', NULL::TEXT[], [lower(split_part(code, ':',
    1)) || ':' || split_part(code, ':', 2)]
FROM disease_term JOIN disease USING (disease);
INSERT INTO knowledge.name SELECT DISTINCT concept, label, source, true FROM disease_term JOIN disease USING (disease);
-- another CUI of the same disease: known by the same name, but only where nobody names it better
INSERT INTO knowledge.concept
SELECT DISTINCT cui, label, 'Disease Ontology xref', 'disease', NULL::TEXT[], NULL::TEXT[]
FROM disease_cui JOIN disease USING (disease) JOIN disease_term t USING (disease) WHERE cui <> concept
    AND t.code = t.disease;
INSERT INTO knowledge.statement
SELECT DISTINCT a.concept, 'ISA', b.concept, 'Disease Ontology', NULL, true, NULL::BOOLEAN, 'HumanDO.tsv'
FROM {tree} t JOIN disease a ON a.disease = t.id JOIN disease_term p ON p.label = t.subClassOf
    AND p.code LIKE 'DOID:%' JOIN disease b ON b.disease = p.disease
WHERE a.concept <> b.concept;
"""

_ICD9: Final = """
CREATE OR REPLACE TEMP TABLE icd9_claim AS
SELECT DISTINCT code AS icd9, concept, source
FROM (
    SELECT id, regexp_replace(xref, '^ICD9CM:', '') AS code, 'Disease Ontology' AS source FROM {xrefs}
        WHERE xref LIKE 'ICD9CM:%'
    UNION SELECT subject_id, regexp_replace(object_id, '^ICD9:', ''), 'Mondo' FROM {icd9}
) c JOIN (SELECT DISTINCT t.code AS id, disease FROM disease_term t) USING (id) JOIN disease USING (disease)
WHERE regexp_full_match(c.code, '([0-9]{{3}}|V[0-9]{{2}})(\\.[0-9]{{1,2}})?|E[0-9]{{3}}(\\.[0-9])?');
-- exact says here that both sources claim the disease for this code; the code's title decides when a record is linked
INSERT INTO knowledge.code
SELECT 'icd9cm', icd9, concept, count(*) > 1, 'map', {order} FROM icd9_claim GROUP BY icd9, concept;
"""

_FINDINGS: Final = """
CREATE OR REPLACE TEMP TABLE symptom AS
SELECT DISTINCT symptom_id AS code, lower(symptom_id) AS own, symptom_label AS name,
       (SELECT min(c.id) FROM knowledge.concept c WHERE lower(c.name) = lower(symptom_label) AND c.id LIKE 'C%'
           AND c.kind = 'disease') AS cui
FROM {symptoms};
INSERT INTO knowledge.concept SELECT DISTINCT coalesce(cui, own), name, 'Symptom Ontology', 'finding', NULL::TEXT[],
    [own] FROM symptom;
INSERT INTO knowledge.name SELECT DISTINCT coalesce(cui, own), name, 'Symptom Ontology', true FROM symptom;
-- two symptoms that a list of indications names as one (nausea and vomiting) are no disease
UPDATE knowledge.concept SET kind = 'finding' WHERE kind = 'disease' AND name ILIKE '% and %'
    AND vocabulary NOT IN ('Disease Ontology', 'Mondo')
    AND list_has_all((SELECT list(lower(name)) FROM symptom), string_split(lower(name), ' and '));
INSERT INTO knowledge.code SELECT DISTINCT 'symp', code, coalesce(cui, own), true, 'map', {order} FROM symptom;
INSERT INTO knowledge.statement
SELECT DISTINCT d.concept, 'HAS_FINDING', coalesce(s.cui, s.own), 'Disease Ontology', NULL, true, NULL::BOOLEAN,
    'disease-symptom.tsv'
FROM {symptoms} f JOIN symptom s ON s.code = f.symptom_id JOIN disease d ON d.disease = f.disease_id
    WHERE d.concept <> coalesce(s.cui, s.own);
"""


def read_diseases(shelf: Shelf) -> None:
    """Read diseases with their CUIs, ICD-9 codes, general forms and findings."""
    tree_xrefs = shelf.tables("Disease Ontology", "tree", "xrefs")
    mondo = shelf.tables("Mondo", "umls", "doid", "icd9")
    if tree_xrefs is None or mondo is None:
        return
    connection = shelf.connection
    order = shelf.order("Disease Ontology")
    tree, xrefs = tree_xrefs
    umls, doid, icd9 = mondo
    connection.execute(_DISEASES.format(tree=tree, xrefs=xrefs, umls=umls, doid=doid, icd9=icd9, order=order))
    note(connection, "diseases", "diseases with several CUIs (one taken by rule)", "FROM disease WHERE cuis > 1")
    note(
        connection,
        "diseases",
        "CUIs that several diseases claim (one taken by rule)",
        "SELECT cui FROM disease_cui GROUP BY 1 HAVING count(*) > 1",
    )
    connection.execute(_ICD9.format(xrefs=xrefs, icd9=icd9, order=order))
    note(
        connection,
        "diseases",
        "ICD-9 codes that several diseases claim",
        "SELECT icd9 FROM icd9_claim GROUP BY 1 HAVING count(DISTINCT concept) > 1",
    )
    mesh = shelf.table("Mondo", "mesh")
    if mesh is not None:
        connection.execute(
            f"""
            INSERT INTO knowledge.code
            SELECT DISTINCT 'mesh', regexp_replace(object_id, '^mesh:', ''), concept, true, 'map', {order}
            FROM {mesh} JOIN (SELECT DISTINCT code AS subject_id, disease FROM disease_term) USING (subject_id)
            JOIN disease USING (disease)
            """
        )
    symptoms = shelf.table("Disease Ontology", "symptoms")
    if symptoms is not None:
        connection.execute(_FINDINGS.format(symptoms=symptoms, order=order))
