"""RxNorm and DrugCentral: drugs, their names and codes, what a product contains, and what a drug is and does.

A drug is its CUI: RxNorm's for its RxCUI; where RxNorm has none the CUI that DrugCentral gives; else the source's own
code. RxNorm goes first because DrugCentral's CUI is sometimes that of one salt (naloxone, morphine).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgqa.load.knowledge.names import prevented, product_name, turned, usual_case
from kgqa.load.knowledge.staging import note

if TYPE_CHECKING:
    from kgqa.load.knowledge.shelf import Shelf

_STY: Final = "http://purl.bioontology.org/ontology/STY/"
# UMLS semantic types: T200 Clinical Drug; T203 Drug Delivery Device (packs); T122 Biomedical or Dental Material (dose
# forms); T004 Fungus, T005 Virus, T007 Bacterium.
_RXNORM: Final = """
CREATE OR REPLACE TEMP TABLE rx AS
SELECT regexp_extract("Class ID", '[0-9]+$') AS rxcui, coalesce(known.concept, CUI,
    'rxnorm:' || regexp_extract("Class ID", '[0-9]+$')) AS concept,
       "Preferred Label" AS name, string_split(Synonyms, '|') AS synonyms,
       list_sort(string_split(replace("Semantic Types", '{sty}', ''), '|')) AS types,
       "Semantic Types" LIKE '%T200' OR "Semantic Types" LIKE '%T203%' AS product
FROM {concepts} LEFT JOIN knowledge.coded known ON known.vocabulary = 'rxnorm'
    AND known.code = regexp_extract("Class ID", '[0-9]+$')
WHERE regexp_matches("Class ID", '/RXNORM/[0-9]+$') AND Obsolete = 'false' AND "Semantic Types" IS NOT NULL
  AND "Semantic Types" NOT LIKE '%T122';
CREATE OR REPLACE TEMP TABLE rx_brand AS
SELECT DISTINCT r.concept FROM rx r
JOIN (SELECT DISTINCT lower(regexp_extract(name, '\\[([^\\]]+)\\]$', 1)) AS brand FROM rx WHERE product)
    ON brand = lower(r.name)
WHERE NOT r.product;
-- apart from the others, since a name is written twice as fast outside of a CASE
INSERT INTO knowledge.concept
SELECT concept, {product}, 'RxNorm', 'product', types, ['rxnorm:' || rxcui] FROM rx WHERE product;
INSERT INTO knowledge.concept
SELECT concept, CASE WHEN brand.concept IS NOT NULL THEN name
            WHEN list_has_any(types, ['T004', 'T005', 'T007']) THEN upper(name[1:1]) || lower(name[2:])
                ELSE {ingredient} END, 'RxNorm',
       CASE WHEN brand.concept IS NOT NULL THEN 'brand'
           WHEN name LIKE '% / %' THEN 'combination'
            WHEN list_has_any(types, ['T004', 'T005', 'T007']) THEN 'organism'
                ELSE 'ingredient' END, types, ['rxnorm:' || rxcui]
FROM rx LEFT JOIN rx_brand brand USING (concept) WHERE NOT product;
INSERT INTO knowledge.name SELECT concept, name, 'RxNorm', true FROM rx;
INSERT INTO knowledge.name SELECT concept, unnest(synonyms), 'RxNorm', false FROM rx WHERE synonyms IS NOT NULL;
INSERT INTO knowledge.code SELECT 'rxnorm', rxcui, concept, true, 'map', {order} FROM rx;
"""

_NDC: Final = """
INSERT INTO knowledge.code
SELECT DISTINCT 'ndc', ndc, coalesce(c.concept, 'rxnorm:' || rxcui), true, 'ndc', {order}
FROM {ndc} LEFT JOIN knowledge.coded c ON c.vocabulary = 'rxnorm' AND c.code = rxcui
"""

_DRUGCENTRAL: Final = """
CREATE OR REPLACE TEMP TABLE dc AS
SELECT i.DRUG_ID AS drug, any_value(i.DRUG_NAME) AS name,
       coalesce(any_value(c.concept), any_value(i.IDENTIFIER) FILTER (i.ID_TYPE = 'UMLSCUI'),
           'drugcentral:' || i.DRUG_ID) AS concept,
       any_value(c.concept) <> any_value(i.IDENTIFIER) FILTER (i.ID_TYPE = 'UMLSCUI') AS differs
FROM {identifiers} i LEFT JOIN knowledge.coded c ON i.ID_TYPE = 'RXNORM' AND c.vocabulary = 'rxnorm'
    AND c.code = i.IDENTIFIER
GROUP BY i.DRUG_ID;
-- the substance that DrugCentral lists, and the drug whose CUI it gives it (tiotropium bromide: tiotropium)
INSERT INTO knowledge.same_drug SELECT DISTINCT dc.concept, IDENTIFIER FROM {identifiers} JOIN dc ON dc.drug = DRUG_ID
    WHERE ID_TYPE = 'UMLSCUI' AND IDENTIFIER <> dc.concept;
INSERT INTO knowledge.concept SELECT concept, name, 'DrugCentral', 'ingredient', NULL, ['drugcentral:' || drug] FROM dc;
INSERT INTO knowledge.name SELECT concept, name, 'DrugCentral', true FROM dc;
INSERT INTO knowledge.code SELECT 'drugcentral', drug, concept, true, 'map', {order} FROM dc;
INSERT INTO knowledge.code
SELECT DISTINCT lower(split_part(ID_TYPE, '_', 1)), IDENTIFIER, concept, true, 'map', {order}
FROM {identifiers} JOIN dc ON dc.drug = DRUG_ID WHERE ID_TYPE IN ('DRUGBANK_ID', 'UNII');
"""

_NO_TREATMENT: Final = (
    r"(?i)\btests?\b|\bdiagnostic\b|\bimaging\b|tomography|radiography|contrast|anesthesia|\bagent\b|contraception"
    r"|intubation|sunscreen|\bprocedure\b"
)
# "Stroke Prevention" in the list of indications says what a drug prevents; a diagnostic test, a contrast agent or an
# adjunct to a procedure is no treatment of a disease. Rows without a CUI name a text only.
_INDICATIONS: Final = """
CREATE OR REPLACE TEMP TABLE dc_indication AS
SELECT DISTINCT dc.concept AS drug, UMLS_CUI AS disease, INDICATION_FDB AS name,
       CASE WHEN regexp_matches(INDICATION_FDB, '(?i)\\bprevent(ion|ing)?\\b|\\bprophyla') THEN 'MAY_PREVENT'
            WHEN regexp_matches(INDICATION_FDB,
                '{no_treatment}')
            THEN NULL ELSE 'MAY_TREAT' END AS edge
FROM {indications} i JOIN dc ON dc.drug = i.DRUG_ID WHERE UMLS_CUI IS NOT NULL;
INSERT INTO knowledge.concept SELECT DISTINCT disease, name, 'DrugCentral', 'disease', NULL::TEXT[], NULL::TEXT[]
    FROM dc_indication WHERE edge = 'MAY_TREAT';
INSERT INTO knowledge.concept SELECT DISTINCT disease, {prevented}, 'DrugCentral prevention', 'disease', NULL::TEXT[],
    NULL::TEXT[] FROM dc_indication WHERE edge = 'MAY_PREVENT';
INSERT INTO knowledge.name SELECT DISTINCT disease, name, 'DrugCentral', false FROM dc_indication
    WHERE edge = 'MAY_TREAT';
INSERT INTO knowledge.statement
SELECT DISTINCT drug, edge, disease, 'DrugCentral', NULL, true, NULL::BOOLEAN, 'drug_indication.tsv'
    FROM dc_indication WHERE edge IS NOT NULL;
"""

_TARGETS: Final = """
CREATE OR REPLACE TEMP TABLE dc_target AS
SELECT DISTINCT dc.concept AS drug, 'uniprot:' || replace(UNIPROT, '|', '+') AS target, TARGET_NAME AS name,
    SOURCE AS said, string_split(UNIPROT, '|') AS parts
FROM {targets} t JOIN dc ON dc.drug = t.DRUG_ID WHERE UNIPROT IS NOT NULL;
INSERT INTO knowledge.concept SELECT target, min(name), 'UniProt', 'target', NULL, list_transform(any_value(parts),
    lambda p: 'uniprot:' || p) FROM dc_target GROUP BY target;
INSERT INTO knowledge.statement
SELECT DISTINCT drug, 'HAS_TARGET', target, 'DrugCentral/' || said, NULL, true, NULL::BOOLEAN, 'drug_target.tsv'
    FROM dc_target;
"""


def read_rxnorm(shelf: Shelf) -> None:
    """Read RxNorm's names, codes and the map from NDC."""
    concepts = shelf.table("RxNorm", "concepts")
    order = shelf.order("RxNorm")
    connection = shelf.connection
    if concepts is None:
        return
    connection.execute(
        _RXNORM.format(
            concepts=concepts,
            order=order,
            sty=_STY,
            product=product_name("name"),
            ingredient=turned(usual_case("name")),
        )
    )
    ndc = shelf.table("RxNorm", "ndc")
    if ndc is not None:
        connection.execute(_NDC.format(ndc=ndc, order=order))


def read_drugcentral(shelf: Shelf) -> None:
    """Read DrugCentral's drugs, indications, classes and targets."""
    identifiers = shelf.table("DrugCentral", "identifiers")
    connection = shelf.connection
    if identifiers is None:
        return
    connection.execute(_DRUGCENTRAL.format(identifiers=identifiers, order=shelf.order("DrugCentral")))
    note(connection, "DrugCentral", "drugs whose CUI is not RxNorm's (RxNorm's kept)", "FROM dc WHERE differs")
    indications = shelf.table("DrugCentral", "indications")
    if indications is not None:
        connection.execute(
            _INDICATIONS.format(indications=indications, no_treatment=_NO_TREATMENT, prevented=prevented("name"))
        )
        note(
            connection,
            "DrugCentral",
            "indications without a CUI, left out",
            f"FROM {indications} WHERE UMLS_CUI IS NULL",
        )
        note(
            connection,
            "DrugCentral",
            "tests, contrast agents and procedures, no treatment",
            "FROM dc_indication WHERE edge IS NULL",
        )
    classes = shelf.table("DrugCentral", "classes")
    if classes is not None:
        for kind, rule in shelf.declared["DrugCentral"]["classes"].items():
            connection.execute(
                f"""
                CREATE OR REPLACE TEMP TABLE dc_class AS
                SELECT DISTINCT dc.concept AS drug, $prefix || CASE
                    WHEN CLASS_SOURCE_ID LIKE 'CHEBI:%' THEN lower(CLASS_SOURCE_ID)
                    ELSE CLASS_SOURCE_ID END AS class, CLASS AS name
                FROM {classes} c JOIN dc ON dc.drug = c.DRUG_ID WHERE c.TYPE = $type
                """,
                {"prefix": rule["prefix"], "type": kind},
            )
            connection.execute(
                "INSERT INTO knowledge.concept "
                "SELECT DISTINCT class, regexp_replace(name, ' \\[[A-Za-z]+\\]$', ''), ?, ?, NULL::TEXT[], [class] "
                "FROM dc_class",
                [rule["vocabulary"], rule["kind"]],
            )
            connection.execute(
                "INSERT INTO knowledge.statement "
                "SELECT drug, ?, class, ?, NULL, true, NULL::BOOLEAN, 'pharm_class.tsv' FROM dc_class",
                [rule["edge"], rule["stated_by"]],
            )
    targets = shelf.table("DrugCentral", "targets")
    if targets is not None:
        connection.execute(_TARGETS.format(targets=targets))
