"""A little folder of open knowledge in the sources' own formats: a few rows a file, ids that read as what they are.

Each file is a header and rows; a test changes or adds rows and sees what the readers make of them.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from kgqa.load.knowledge import read_open
from kgqa.load.knowledge.fold import fold
from kgqa.load.knowledge.staging import tally
from kgqa.load.link import link

RX = "http://purl.bioontology.org/ontology/RXNORM/"
STY = "http://purl.bioontology.org/ontology/STY/"
FACT = "source source_name type target target_name direction document section checked reviewed".split()  # noqa: SIM905
OMOP = ["itemid (omop_source_code)", "label", "omop_concept_name", "omop_vocabulary_id", "omop_concept_code"]
SSSOM = ["subject_id", "subject_label", "predicate_id", "object_id", "object_label"]

Rows = list[Sequence[str]]


def rx(code: int, name: str, cui: str, kind: str = "T109", synonyms: str = "", obsolete: str = "false") -> list[str]:
    types = "|".join(STY + one for one in kind.split("|"))
    return [f"{RX}{code}", name, synonyms, "", obsolete, cui, types, ""]


def fact(source: str, kind: str, target: str, direction: str = "", checked: str = "yes") -> list[str]:
    return [source, source, kind, target, target, direction, "a label", "4", checked, ""]


FILES: Mapping[str, tuple[Sequence[str], Rows]] = {
    "rxnorm/RXNORM_bioportal.csv.gz": (
        ["Class ID", "Preferred Label", "Synonyms", "Definitions", "Obsolete", "CUI", "Semantic Types", "Parents"],
        [
            rx(1, "Furosemide", "C.furosemide", synonyms="Frusemide|FUROSEMIDE"),
            rx(2, "Lasix", "C.lasix"),
            rx(3, "Furosemide 20 MG Oral Tablet", "C.furosemide-tablet", "T200"),
            rx(4, "Furosemide 20 MG Oral Tablet [Lasix]", "C.lasix-tablet", "T200"),
            rx(5, "Metoprolol", "C.metoprolol"),
            rx(6, "metoprolol tartrate", "C.metoprolol-tartrate"),
            rx(7, "metoprolol tartrate 50 MG Oral Tablet", "C.metoprolol-tablet", "T200"),
            rx(8, "POTASSIUM CHLORIDE", "C.potassium-chloride"),
            rx(9, "Potassium", "C.potassium"),
            rx(10, "Acetaminophen", "C.acetaminophen"),
            rx(11, "Hydrocodone", "C.hydrocodone"),
            rx(12, "Acetaminophen / Hydrocodone", "C.acetaminophen-hydrocodone"),
            rx(13, "Acetaminophen 500 MG / Hydrocodone 5 MG Oral Tablet [Vicodin]", "C.vicodin-tablet", "T200"),
            rx(14, "Vicodin", "C.vicodin"),
            rx(15, "Insulin, Human", "C.insulin-human", synonyms="Insulin R"),
            rx(16, "Insulin, Pork", "C.insulin-pork", synonyms="Insulin R"),
            rx(17, "ESCHERICHIA COLI", "C.e-coli", "T007"),
            rx(18, "Oral Tablet", "C.form", "T122"),
            rx(19, "Withdrawn", "C.withdrawn", obsolete="true"),
            rx(20, "Hydromorphone", ""),
        ],
    ),
    "rxnorm/rxnorm-as-ingredient.tsv.gz": (
        [
            "input_rxcui",
            "input_tty",
            "input_name",
            "n_ingredients",
            "ingredient_rxcui",
            "ingredient_name",
            "ingredient_umlscui",
        ],
        [
            ["3", "SCD", "Furosemide 20 MG Oral Tablet", "1", "1", "Furosemide", "C.furosemide"],
            ["99", "SCD", "Potassium Chloride 20 MEQ", "1", "8", "Potassium Chloride", "C.potassium-chloride"],
            ["98", "SCD", "Potassium 20 MEQ", "1", "9", "Potassium", "C.potassium"],
        ],
    ),
    "rxnorm/ndc2rxcui_demo.tsv.gz": (["ndc", "rxcui"], [["00000000003", "3"], ["00000000007", "7"]]),
    "drugcentral/identifiers.tsv.gz": (
        ["DRUG_ID", "DRUG_NAME", "ID_TYPE", "IDENTIFIER"],
        [
            ["1", "furosemide", "RXNORM", "1"],
            ["1", "furosemide", "UMLSCUI", "C.furosemide-of-another-salt"],
            ["1", "furosemide", "DRUGBANK_ID", "DB1"],
            ["2", "metoprolol", "RXNORM", "5"],
            ["2", "metoprolol", "DRUGBANK_ID", "DB2"],
            ["3", "potassium chloride", "RXNORM", "8"],
            ["4", "acetaminophen", "RXNORM", "10"],
            ["5", "hydrocodone", "RXNORM", "11"],
            ["6", "only here", "UMLSCUI", "C.only-here"],
            ["7", "neither", "UNII", "U7"],
        ],
    ),
    "drugcentral/drug_indication.tsv.gz": (
        ["DRUG_ID", "DRUG_NAME", "INDICATION_FDB", "UMLS_CUI", "DOID"],
        [
            ["1", "furosemide", "Edema", "C.edema", ""],
            ["1", "furosemide", "Heart Failure", "C.failure", ""],
            ["2", "metoprolol", "Myocardial Infarction Prevention", "C.infarction", ""],
            ["2", "metoprolol", "Diagnostic Test for Something", "C.test", ""],
            ["3", "potassium chloride", "Hypokalemia", "", ""],
        ],
    ),
    "drugcentral/pharm_class.tsv.gz": (
        ["DRUG_ID", "DRUG_NAME", "TYPE", "CLASS_SOURCE_ID", "CLASS", "SOURCE"],
        [
            ["1", "furosemide", "EPC", "N1", "Loop Diuretic [EPC]", "FDA"],
            ["1", "furosemide", "PE", "N2", "Increased Diuresis [PE]", "FDA"],
            ["2", "metoprolol", "MoA", "N3", "Adrenergic beta-Antagonists [MoA]", "FDA"],
            ["2", "metoprolol", "PA", "D1", "Anti-Arrhythmia Agents", "MeSH"],
            ["2", "metoprolol", "has role", "CHEBI:1", "antihypertensive agent", "CHEBI"],
            ["2", "metoprolol", "Chemical/Ingredient", "N4", "Alcohols [Chemical/Ingredient]", "FDA"],
        ],
    ),
    "drugcentral/drug_target.tsv.gz": (
        ["DRUG_ID", "DRUG_NAME", "TARGET_NAME", "UNIPROT", "ACTION_TYPE", "SOURCE"],
        [["1", "furosemide", "Sodium transporter", "P1|P2", "INHIBITOR", "CHEMBL"], ["2", "m", "none", "", "", "X"]],
    ),
    "indications/labeledin_indications.tsv.gz": (
        ["rxnorm_id", "disease_cui", "n_labels", "expert", "crowd", "disease_mesh_name", "rxnorm_name"],
        [
            ["1", "C.edema", "2", "1", "0", "Edema", "Furosemide"],
            ["10", "C.arthritis", "1", "1", "0", "Arthritis, Rheumatoid", "Acetaminophen"],
            ["77", "C.edema", "1", "0", "1", "Edema", "Bumetanide"],
        ],
    ),
    "indications/pharmacotherapydb_indications.tsv.gz": (
        ["doid_id", "drugbank_id", "disease", "drug", "category"],
        [
            ["DOID:2", "DB1", "heart failure", "Furosemide", "DM"],
            ["DOID:3", "DB1", "congestive heart failure", "Furosemide", "SYM"],
            ["DOID:2", "DB2", "heart failure", "Metoprolol", "NOT"],
            ["DOID:2", "DB404", "heart failure", "nobody's", "DM"],
        ],
    ),
    "disease/DO_HumanDO.tsv.gz": (
        ["id", "label", "subClassOf"],
        [
            ["DOID:1", "heart disease", "disease of the body"],
            ["DOID:2", "heart failure", "heart disease"],
            ["DOID:3", "congestive heart failure", "heart failure"],
            ["DOID:4", "obsolete dropsy", "heart disease"],
            ["DOID:8", "egg disease", "hen disease"],
            ["DOID:9", "hen disease", "egg disease"],
        ],
    ),
    "disease/DO_xref.tsv.gz": (
        ["id", "label", "xref"],
        [
            ["DOID:1", "heart disease", "UMLS_CUI:C.heart"],
            ["DOID:2", "heart failure", "UMLS_CUI:C.failure"],
            ["DOID:2", "heart failure", "UMLS_CUI:C.failure-acute"],
            ["DOID:2", "heart failure", "ICD9CM:428"],
            ["DOID:2", "heart failure", "ICD9CM:428-429.99"],
            ["DOID:3", "congestive heart failure", "ICD9CM:428.0"],
        ],
    ),
    "disease/mondo_exactmatch_umls.sssom.tsv.gz": (
        SSSOM,
        [["MONDO:2", "heart failure", "skos:exactMatch", "UMLS:C.failure", "Heart failure"]],
    ),
    "disease/mondo_exactmatch_doid.sssom.tsv.gz": (
        SSSOM,
        [["MONDO:2", "heart failure", "skos:exactMatch", "DOID:2", "heart failure"]],
    ),
    "disease/mondo_exactmatch_mesh.sssom.tsv.gz": (
        SSSOM,
        [["MONDO:2", "heart failure", "skos:exactMatch", "mesh:D2", "Heart Failure"]],
    ),
    "disease/mondo_hasdbxref_icd9.sssom.tsv.gz": (
        SSSOM,
        [["MONDO:2", "heart failure", "oboInOwl:hasDbXref", "ICD9:428", ""]],
    ),
    "symptoms/DO_disease-symptom.tsv.gz": (
        ["disease_id", "disease_label", "symptom_id", "symptom_label"],
        [["DOID:2", "heart failure", "SYMP:1", "edema"], ["DOID:2", "heart failure", "SYMP:2", "orthopnea"]],
    ),
    "icd9/ccs_dxref_2015.csv.gz": (
        ["'ICD-9-CM CODE'", "'CCS CATEGORY'", "'CCS CATEGORY DESCRIPTION'", "'ICD-9-CM CODE DESCRIPTION'"],
        [
            ["'     '", "'0    '", "'No DX'", '"INVALID CODES IN USER DATA"'],
            ["'4280 '", "'108  '", "'chf;nonhp'", '"CHF NOS, SO-CALLED"'],
            ["'E8859'", "'2603 '", "'E Codes: Fall'", '"FALL FROM SLIPPING NEC"'],
        ],
    ),
    "icd9/ccs_prref_2015.csv.gz": (
        ["'ICD-9-CM CODE'", "'CCS CATEGORY'", "'CCS CATEGORY DESCRIPTION'", "'ICD-9-CM CODE DESCRIPTION'"],
        [["'3605 '", "'45   '", "'PTCA'", '"PTCA"']],
    ),
    "icd9/ccs_multi_dx.csv.gz": (
        ["icd9_code"] + [f"ccs_{what}{level}" for level in (1, 2, 3, 4) for what in ("level", "group")],
        [
            [
                "4280",
                "7",
                "Circulatory diseases",
                "7.2",
                "Heart diseases",
                "7.2.11",
                "Congestive heart failure [108.]",
                "",
                "",
            ],
        ],
    ),
    "mimic_maps/mimic-code_d_labitems_to_loinc.csv.gz": (
        [*OMOP, "fluid", "sssom_confidence"],
        [
            ["1", "Creatinine", "Creatinine [Mass/volume] in Serum", "LOINC", "2160-0", "Blood", ""],
            ["2", "Bands", "Band form neutrophils/100 leukocytes in Blood", "LOINC", "764-1", "Blood", ""],
            ["3", "Doubtful", "Something in Blood", "LOINC", "9-9", "Blood", "0.4"],
            ["4", "Lactate", "Lactate in Blood", "LOINC", "32693-4", "Blood", "0.7"],
        ],
    ),
    "mimic_maps/mimic-code_meas_chartevents_main.csv.gz": (
        OMOP,
        [["220045", "Heart Rate", "Heart rate", "LOINC", "8867-4"], ["5", "Other", "Other", "SNOMED", "1"]],
    ),
    "mimic_maps/mimic-code_chartevents_to_loinc.csv.gz": (
        [*SSSOM, "confidence"],
        [["mimic:220210", "Respiratory Rate", "skos:exactMatch", "loinc:9279-1", "Respiratory rate", "1"]],
    ),
    "mimic_maps/mimic-code_outputevents_to_loinc.csv.gz": (
        OMOP,
        [["226559", "Foley", "Urine output", "LOINC", "9187-6"]],
    ),
    "mimic_maps/mimic-code_inputevents_to_rxnorm.csv.gz": (
        OMOP,
        [["221794", "Furosemide (Lasix)", "Furosemide 20 MG Oral Tablet", "RxNorm", "3"]],
    ),
    "starter/icd9.tsv": (
        ["code", "title", "concept", "name", "exact", "why", "document", "section", "checked", "reviewed"],
        [["584.9", "Acute kidney failure", "C.kidney", "acute kidney injury", "yes", "", "D_ICD", "title", "yes", ""]],
    ),
    "starter/aliases.tsv": (
        ["kind", "text", "role", "concept", "name", "why", "document", "section", "checked", "reviewed"],
        [
            ["drug", "NS", "carrier", "C.saline", "saline", "", "d", "s", "yes", ""],
            ["organism", "E. COLI", "organism", "C.e-coli", "Escherichia coli", "", "d", "s", "yes", ""],
        ],
    ),
    "starter/names.tsv": (
        ["concept", "name", "instead_of", "why", "stated_by", "reviewed"],
        [["C.failure", "failing heart", "heart failure", "to see it", "nobody", ""]],
    ),
    "starter/refused.tsv": (
        ["stated_by", "source", "source_name", "type", "target", "target_name", "why", "checked", "reviewed"],
        [["LabeledIn", "C.acetaminophen", "acetaminophen", "MAY_TREAT", "*", "", "not seen", "no", ""]],
    ),
    "starter/contraindications.tsv": (
        FACT,
        [fact("C.metoprolol", "CONTRAINDICATED_WITH", "C.failure", checked="no")],
    ),
    "starter/indicates.tsv": (FACT, [fact("loinc:2160-0", "INDICATES", "C.kidney", "high")]),
    "starter/measures.tsv": (FACT, []),
    "starter/causative_agents.tsv": (FACT, []),
    "starter/complications.tsv": (FACT, [fact("C.failure", "DUE_TO", "C.heart")]),
    "starter/interactions.tsv": (FACT, []),
    "starter/induces.tsv": (FACT, [fact("C.furosemide", "INDUCES", "C.hypokalemia")]),
}


def text(path: str, rows: Iterable[Sequence[str]] | None = None, header: Sequence[str] | None = None) -> str:
    """A file as its source writes it."""
    usual, own = FILES[path]
    delimiter = "," if ".csv" in path else "\t"
    plain = path.startswith("icd9/ccs_") and "ref" in path
    before = "NOTE: what is new.\n" if plain else "# a comment\n#   more\n" if "sssom" in path else ""
    lines = [header or usual, *(own if rows is None else rows)]
    cells = (line if plain else [f'"{one}"' if delimiter in one else one for one in line] for line in lines)
    return before + "".join(delimiter.join(line) + "\n" for line in cells)


def write(where: Path, changed: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the folder; a file given as text or bytes replaces the usual one, one given as None is left out."""
    for path in FILES:
        content = (changed or {}).get(path, text(path))
        if content is None:
            continue
        file = where / path
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = content.encode() if isinstance(content, str) else content
        file.write_bytes(gzip.compress(raw) if path.endswith(".gz") and raw[:2] != b"\x1f\x8b" else raw)
    return where


def plus(path: str, *rows: Sequence[str]) -> dict[str, str]:
    """A change: the usual file with more rows."""
    return {path: text(path, [*FILES[path][1], *rows])}


# What the links read of each label
_COLUMNS = {
    "Diagnosis": "id BIGINT, subject_id BIGINT, icd9_code TEXT, name TEXT",
    "Procedure": "id BIGINT, subject_id BIGINT, icd9_code TEXT, name TEXT",
    "Prescription": "id BIGINT, subject_id BIGINT, drug TEXT, drug_name_generic TEXT, ndc TEXT, drug_type TEXT",
    "LabEvent": "id BIGINT, subject_id BIGINT, itemid BIGINT, label TEXT, fluid TEXT, loinc_code TEXT, valueuom TEXT",
    "ChartEvent": "id BIGINT, subject_id BIGINT, itemid BIGINT, label TEXT",
    "OutputEvent": "id BIGINT, subject_id BIGINT, itemid BIGINT, label TEXT",
    "InputEventMV": "id BIGINT, subject_id BIGINT, itemid BIGINT, label TEXT",
    "MicrobiologyEvent": "id BIGINT, subject_id BIGINT, org_name TEXT, ab_name TEXT, spec_type_desc TEXT",
}


class Shelf:
    """The folder read into a connection, with the questions a test asks of it."""

    def __init__(self, where: Path, changed: Mapping[str, str | bytes | None] | None = None) -> None:
        self.sql = duckdb.connect()
        self.said = read_open(self.sql, write(where, changed))

    def statements(self, kind: str = "%") -> set[tuple[str, ...]]:
        """(source, type, target, stated_by)."""
        query = "SELECT source, type, target, stated_by FROM knowledge.statement WHERE type LIKE ?"
        return set(self.sql.execute(query, [kind]).fetchall())

    def tally(self) -> dict[str, int]:
        return {str(row["what"]): int(str(row["count"])) for row in tally(self.sql)}

    def record(self, label: str, *rows: Sequence[Any]) -> None:
        """Give the record nodes of a label; ids count from 1, the patient is the id."""
        self.sql.execute("CREATE SCHEMA IF NOT EXISTS nodes")
        self.sql.execute(f'CREATE TABLE nodes."{label}" ({_COLUMNS[label]})')
        for number, row in enumerate(rows, 1):
            marks = ", ".join("?" * (len(row) + 2))
            self.sql.execute(f'INSERT INTO nodes."{label}" VALUES ({marks})', [number, number, *row])

    def links(self, label: str) -> dict[int, set[tuple[str, str, str, bool]]]:
        """Link the record: id -> (role, concept, method, exact)."""
        self.coverage = link(self.sql)
        rows = self.sql.execute("SELECT id, role, concept, method, exact FROM knowledge.link WHERE label = ?", [label])
        found: dict[int, set[tuple[str, str, str, bool]]] = {}
        for number, *rest in rows.fetchall():
            found.setdefault(number, set()).add(tuple(rest))
        return found

    def fold(self, *, everything: bool = True) -> dict[str, Any]:
        """Fold what was staged into concepts and edges."""
        link(self.sql)
        return fold(self.sql, everything)

    def concepts(self) -> dict[str, str]:
        """id -> name, after `fold`."""
        return dict(self.sql.execute('SELECT id, name FROM nodes."Concept"').fetchall())

    def edges(self, kind: str) -> dict[tuple[str, str], tuple[str, ...]]:
        """(source, target) -> who states it, after `fold`."""
        rows = self.sql.execute("SELECT source, target, sources FROM knowledge.edge WHERE type = ?", [kind]).fetchall()
        return {(source, target): tuple(sources) for source, target, sources in rows}
