"""Each open source, read from a few rows in its own format: who says what of whom, in which direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.open_shelf import FILES, Shelf, fact, plus, rx, text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("open"))


def codes(shelf, vocabulary):
    query = "SELECT code, concept, exact, rank FROM knowledge.code WHERE vocabulary = ?"
    return {code: tuple(rest) for code, *rest in shelf.sql.execute(query, [vocabulary]).fetchall()}


def kinds(shelf):
    return dict(shelf.sql.execute("SELECT id, min(kind) FROM knowledge.concept GROUP BY id").fetchall())


def test_a_drug_is_rxnorms_concept_and_keeps_its_number_where_rxnorm_has_no_cui(shelf):
    assert codes(shelf, "rxnorm")["1"] == ("C.furosemide", True, 12)
    assert codes(shelf, "rxnorm")["20"] == ("rxnorm:20", True, 12)


def test_what_rxnorm_withdrew_and_forms_of_dose_are_no_drugs(shelf):
    assert {"18", "19"}.isdisjoint(codes(shelf, "rxnorm"))


def test_rxnorm_tells_ingredients_brands_products_combinations_and_organisms_apart(shelf):
    of = kinds(shelf)
    assert of["C.furosemide"] == "ingredient"
    assert of["C.lasix"] == "brand"
    assert of["C.lasix-tablet"] == "product"
    assert of["C.acetaminophen-hydrocodone"] == "combination"
    assert of["C.e-coli"] == "organism"


def test_a_products_ingredient_is_stated_by_rxnorms_table_or_told_by_the_products_name(shelf):
    assert shelf.statements("HAS_INGREDIENT") >= {
        ("C.furosemide-tablet", "HAS_INGREDIENT", "C.furosemide", "RxNorm"),
        ("C.lasix-tablet", "HAS_INGREDIENT", "C.furosemide", "RxNorm (by its name)"),
        ("C.vicodin-tablet", "HAS_INGREDIENT", "C.acetaminophen", "RxNorm (by its name)"),
        ("C.vicodin-tablet", "HAS_INGREDIENT", "C.hydrocodone", "RxNorm (by its name)"),
    }


def test_a_salt_is_its_drug_but_potassium_chloride_stays_itself(shelf):
    said = {(one, other) for one, _, other, _ in shelf.statements("HAS_INGREDIENT")}
    assert ("C.metoprolol-tablet", "C.metoprolol") in said
    assert ("rxnorm:99", "C.potassium-chloride") in said
    assert ("rxnorm:99", "C.potassium") not in said


def test_a_salt_to_which_drugcentral_gives_the_drugs_cui_is_that_drug_and_another_listed_salt_is_not(tmp_path: Path):
    salt = rx(30, "furosemide bromide", "C.furosemide-bromide"), rx(31, "furosemide acetate", "C.furosemide-acetate")
    listed = [
        ["8", "furosemide bromide", "RXNORM", "30"],
        ["8", "furosemide bromide", "UMLSCUI", "C.furosemide"],
        ["9", "furosemide acetate", "RXNORM", "31"],
        ["9", "furosemide acetate", "UMLSCUI", "C.furosemide-acetate"],
    ]
    changed = plus("rxnorm/RXNORM_bioportal.csv.gz", *salt) | plus("drugcentral/identifiers.tsv.gz", *listed)
    named = Shelf(tmp_path, changed).sql.execute("SELECT key, drug FROM knowledge.drug_name")
    drugs = dict(named.fetchall())
    assert drugs["furosemide bromide"] == drugs["furosemide"] == "C.furosemide"
    assert drugs["furosemide acetate"] == "C.furosemide-acetate"


def test_drugcentral_goes_by_rxnorms_concept_then_by_its_own_cui_then_by_its_number(shelf):
    assert {code: row[0] for code, row in codes(shelf, "drugcentral").items()} == {
        "1": "C.furosemide",
        "2": "C.metoprolol",
        "3": "C.potassium-chloride",
        "4": "C.acetaminophen",
        "5": "C.hydrocodone",
        "6": "C.only-here",
        "7": "drugcentral:7",
    }
    assert shelf.tally()["drugs whose CUI is not RxNorm's (RxNorm's kept)"] == 1


def test_an_indication_goes_from_drug_to_disease_and_prevention_is_its_own_edge(shelf):
    drugcentral = {row for row in shelf.statements() if row[3] == "DrugCentral"}
    assert drugcentral == {
        ("C.furosemide", "MAY_TREAT", "C.edema", "DrugCentral"),
        ("C.furosemide", "MAY_TREAT", "C.failure", "DrugCentral"),
        ("C.metoprolol", "MAY_PREVENT", "C.infarction", "DrugCentral"),
    }


def test_tests_and_indications_without_a_cui_are_left_out_and_counted(shelf):
    assert shelf.tally()["tests, contrast agents and procedures, no treatment"] == 1
    assert shelf.tally()["indications without a CUI, left out"] == 1


def test_each_kind_of_class_is_its_own_edge_and_names_who_classified(shelf):
    classes = {row for row in shelf.statements() if row[1] in ("HAS_CLASS", "HAS_MOA", "HAS_PE")}
    assert classes == {
        ("C.furosemide", "HAS_CLASS", "ndfrt:N1", "DrugCentral/FDA"),
        ("C.furosemide", "HAS_PE", "ndfrt:N2", "DrugCentral/FDA"),
        ("C.metoprolol", "HAS_MOA", "ndfrt:N3", "DrugCentral/FDA"),
        ("C.metoprolol", "HAS_CLASS", "mesh:D1", "DrugCentral/MeSH"),
        ("C.metoprolol", "HAS_CLASS", "chebi:1", "DrugCentral/ChEBI"),
    }


def test_a_target_of_two_proteins_is_one_target_and_one_without_a_protein_is_none(shelf):
    assert shelf.statements("HAS_TARGET") == {
        ("C.furosemide", "HAS_TARGET", "uniprot:P1+P2", "DrugCentral/CHEMBL"),
    }


def test_labeledin_speaks_of_rxcuis_also_of_those_that_no_other_file_has(shelf):
    assert {row[:3] for row in shelf.statements("MAY_TREAT") if row[3] == "LabeledIn"} == {
        ("C.furosemide", "MAY_TREAT", "C.edema"),
        ("rxnorm:77", "MAY_TREAT", "C.edema"),
    }


def test_a_stated_non_indication_is_no_indication(shelf):
    pharmacotherapy = {row for row in shelf.statements() if row[3].startswith("PharmacotherapyDB")}
    assert pharmacotherapy == {
        ("C.furosemide", "MAY_TREAT", "C.failure", "PharmacotherapyDB"),
        ("C.furosemide", "MAY_TREAT", "doid:3", "PharmacotherapyDB (symptomatic)"),
        ("C.metoprolol", "NOT_INDICATED_FOR", "C.failure", "PharmacotherapyDB"),
    }
    assert shelf.tally()["rows whose drug or disease no other file names"] == 1


def test_of_a_diseases_cuis_the_one_that_most_sources_give_is_taken(shelf):
    assert codes(shelf, "doid")["DOID:2"][0] == "C.failure"
    assert codes(shelf, "mondo")["MONDO:2"][0] == "C.failure"
    assert codes(shelf, "mesh")["D2"][0] == "C.failure"
    assert shelf.tally()["diseases with several CUIs (one taken by rule)"] == 1


def test_the_narrower_disease_is_a_kind_of_the_wider_one(shelf):
    assert {row[:3] for row in shelf.statements("ISA") if row[3] == "Disease Ontology"} == {
        ("C.failure", "ISA", "C.heart"),
        ("doid:3", "ISA", "C.failure"),
        ("doid:4", "ISA", "C.heart"),
        ("doid:8", "ISA", "doid:9"),
        ("doid:9", "ISA", "doid:8"),
    }


def test_a_code_that_both_sources_claim_is_agreed_on_and_a_range_of_codes_is_none(shelf):
    assert {code: row[:2] for code, row in codes(shelf, "icd9cm").items()} == {
        "428": ("C.failure", True),
        "428.0": ("doid:3", False),
        "584.9": ("C.kidney", True),
    }


def test_a_disease_has_its_findings_by_the_cui_of_the_same_name_where_there_is_one(shelf):
    assert shelf.statements("HAS_FINDING") == {
        ("C.failure", "HAS_FINDING", "C.edema", "Disease Ontology"),
        ("C.failure", "HAS_FINDING", "symp:2", "Disease Ontology"),
    }


def test_two_symptoms_named_as_one_indication_are_a_finding_and_a_symptom_with_a_disease_is_not(tmp_path: Path):
    treats = [
        ["1", "furosemide", "Edema and Orthopnea", "C.both", ""],
        ["1", "furosemide", "Edema and Gout", "C.neither", ""],
    ]
    shelf = Shelf(tmp_path, plus("drugcentral/drug_indication.tsv.gz", *treats))
    assert (kinds(shelf)["C.both"], kinds(shelf)["C.neither"]) == ("finding", "disease")
    shelf.fold()
    assert shelf.concepts()["C.both"] == "edema and orthopnea"


def test_a_code_is_dotted_after_three_characters_after_four_in_e_codes_and_two_in_procedures(shelf):
    assert {code: row[0] for code, row in codes(shelf, "icd9cm group").items()} == {
        "428.0": "ccs:108",
        "E885.9": "ccs:2603",
    }
    assert codes(shelf, "icd9cm.procedure group")["36.05"][0] == "ccs.procedure:45"


def test_ccs_levels_lie_below_one_another_and_the_single_level_below_the_level_that_names_it(shelf):
    assert {row[:3] for row in shelf.statements("ISA") if row[3] == "CCS"} == {
        ("ccs.multi:7.2", "ISA", "ccs.multi:7"),
        ("ccs.multi:7.2.11", "ISA", "ccs.multi:7.2"),
        ("ccs:108", "ISA", "ccs.multi:7.2.11"),
    }


def test_a_map_of_items_is_kept_by_number_and_label_and_a_doubted_one_is_left_out(shelf):
    rows = shelf.sql.execute("SELECT events, itemid, label, concept, exact FROM knowledge.item").fetchall()
    assert set(rows) == {
        ("LabEvent", 1, "Creatinine", "loinc:2160-0", True),
        ("LabEvent", 2, "Bands", "loinc:764-1", True),
        ("LabEvent", 4, "Lactate", "loinc:32693-4", False),
        ("ChartEvent", 220045, "Heart Rate", "loinc:8867-4", True),
        ("ChartEvent", 220210, "Respiratory Rate", "loinc:9279-1", True),
        ("OutputEvent", 226559, "Foley", "loinc:9187-6", True),
        ("InputEvent", 221794, "Furosemide (Lasix)", "C.furosemide-tablet", True),
    }


def test_a_starter_row_says_where_it_is_stated_and_whether_it_was_checked(shelf):
    rows = shelf.sql.execute(
        "SELECT source, type, target, direction, checked, reviewed, place FROM knowledge.statement "
        "WHERE stated_by = 'starter'"
    ).fetchall()
    place = "a label, 4"
    assert set(rows) == {
        ("C.metoprolol", "CONTRAINDICATED_WITH", "C.failure", None, False, False, place),
        ("loinc:2160-0", "INDICATES", "C.kidney", "high", True, False, place),
        ("C.failure", "DUE_TO", "C.heart", None, True, False, place),
        ("C.furosemide", "INDUCES", "C.hypokalemia", None, True, False, place),
    }


def test_a_refused_statement_is_gone_and_counted(shelf):
    assert not {row for row in shelf.statements() if row[0] == "C.acetaminophen" and row[1] == "MAY_TREAT"}
    assert shelf.tally()["statements refused (data/knowledge/starter/refused.tsv)"] == 1


def test_only_the_named_sources_statement_is_refused(tmp_path: Path):
    refused = ["LabeledIn", "C.furosemide", "furosemide", "MAY_TREAT", "C.edema", "", "no", "no", ""]
    shelf = Shelf(tmp_path, plus("starter/refused.tsv", refused))
    assert {row[3] for row in shelf.statements("MAY_TREAT") if row[2] == "C.edema" and row[0] == "C.furosemide"} == {
        "DrugCentral"
    }


def test_the_folded_edge_names_all_who_state_it(tmp_path: Path):
    shelf = Shelf(tmp_path)
    shelf.fold()
    assert shelf.edges("MAY_TREAT") == {
        ("C.furosemide", "C.edema"): ("DrugCentral", "LabeledIn"),
        ("C.furosemide", "C.failure"): ("DrugCentral", "PharmacotherapyDB"),
        ("C.furosemide", "doid:3"): ("PharmacotherapyDB (symptomatic)",),
        ("rxnorm:77", "C.edema"): ("LabeledIn",),
    }


def test_a_ring_of_kinds_is_opened_at_one_edge_and_counted(tmp_path: Path):
    shelf = Shelf(tmp_path)
    said = shelf.fold()
    assert said["isa"] == {"rings": 1, "concepts": 2, "dropped": 1, "shown": [["doid:9", "doid:8"]]}
    assert ("doid:8", "doid:9") in shelf.edges("ISA")
    assert ("doid:9", "doid:8") not in shelf.edges("ISA")


def test_a_starter_name_goes_before_the_ontologies_and_these_before_a_label(tmp_path: Path):
    shelf = Shelf(tmp_path)
    shelf.fold()
    assert shelf.concepts()["C.failure"] == "failing heart"
    assert shelf.concepts()["doid:3"] == "congestive heart failure"
    assert shelf.concepts()["doid:4"] == "dropsy"


def test_only_what_a_patient_reaches_is_kept(tmp_path: Path):
    shelf = Shelf(tmp_path)
    shelf.record("Diagnosis", ("4280", "Congestive heart failure"))
    said = shelf.fold(everything=False)
    kept = shelf.concepts()
    assert {"doid:3", "C.failure", "C.heart", "ccs:108", "ccs.multi:7", "C.furosemide"} <= kept.keys()
    assert {"C.potassium-chloride", "C.e-coli", "C.furosemide-tablet", "doid:8"}.isdisjoint(kept)
    assert said["concepts"]["kept"] == len(kept) < said["concepts"]["known"]


def test_a_file_that_is_not_there_is_noted_and_the_others_are_read(tmp_path: Path):
    shelf = Shelf(tmp_path, {"drugcentral/drug_indication.tsv.gz": None})
    assert shelf.said["files"]["drugcentral/drug_indication.tsv.gz"] == {"source": "DrugCentral", "absent": True}
    assert {row[3] for row in shelf.statements("MAY_TREAT")} == {
        "LabeledIn",
        "PharmacotherapyDB",
        "PharmacotherapyDB (symptomatic)",
    }
    assert shelf.statements("HAS_MOA")


def test_what_was_read_is_accounted_for_by_rows_and_hash(shelf):
    files = shelf.said["files"]
    assert files.keys() == FILES.keys()
    assert files["indications/labeledin_indications.tsv.gz"]["rows"] == 3
    assert len({entry["sha256"] for entry in files.values()}) > len(files) - 4  # empty starter files are alike


def test_a_code_that_two_rxnorm_rows_give_and_a_second_reading_change_nothing(tmp_path: Path):
    again = rx(1, "Furosemide", "C.furosemide", synonyms="Frusemide|FUROSEMIDE")
    once, twice = Shelf(tmp_path / "once"), Shelf(tmp_path / "twice", plus("rxnorm/RXNORM_bioportal.csv.gz", again))
    assert once.statements() == twice.statements()


def test_two_directions_of_one_test_are_two_findings(tmp_path: Path):
    low = fact("loinc:2160-0", "INDICATES", "C.frailty", "low")
    shelf = Shelf(tmp_path, plus("starter/indicates.tsv", low))
    shelf.fold()
    found = shelf.sql.execute("SELECT target, direction FROM knowledge.edge WHERE type = 'INDICATES'").fetchall()
    assert set(found) == {("C.kidney", "high"), ("C.frailty", "low")}


def test_a_quoted_comma_and_a_carriage_return_do_not_shift_columns(tmp_path: Path):
    path = "mimic_maps/mimic-code_d_labitems_to_loinc.csv.gz"
    row = ["7", "Calcium, Total", "Calcium, total [Mass/volume] in Serum", "LOINC", "17861-6", "Blood", "1"]
    shelf = Shelf(tmp_path, {path: text(path, [row]).replace("\n", "\r\n")})
    found = shelf.sql.execute("SELECT label, concept, sure FROM knowledge.item WHERE events = 'LabEvent'").fetchall()
    assert found == [("Calcium, Total", "loinc:17861-6", True)]


def test_titles_are_written_as_a_sentence_writes_them(tmp_path: Path):
    rows = [
        ["1", "f", "EPC", "N11", "Factor Xa Inhibitor [EPC]", "FDA"],
        ["1", "f", "EPC", "N12", "beta2-Adrenergic Agonist [EPC]", "FDA"],
        ["1", "f", "EPC", "N13", "NMDA Receptor Antagonist [EPC]", "FDA"],
        ["1", "f", "PE", "N14", "Increased Diuresis at Loop of Henle [PE]", "FDA"],
        ["1", "f", "PA", "D11", "Analgesics, Opioid", "MeSH"],
    ]
    diseases = [
        ["1", "f", "Wegener's Granulomatosis", "C.wegener", ""],
        ["1", "f", "Acute Heart Failure", "C.acute", ""],
    ]
    path = "drugcentral/drug_indication.tsv.gz"
    shelf = Shelf(tmp_path, plus("drugcentral/pharm_class.tsv.gz", *rows) | plus(path, *diseases))
    shelf.fold()
    names = shelf.concepts()
    assert [names[f"ndfrt:N1{n}"] for n in range(1, 5)] == [
        "factor Xa inhibitor",
        "beta2-adrenergic agonist",
        "NMDA receptor antagonist",
        "increased diuresis at loop of Henle",
    ]
    assert names["mesh:D11"] == "opioid analgesics"
    assert names["uniprot:P1+P2"] == "sodium transporter"
    assert names["C.wegener"] == "Wegener's granulomatosis"
    assert names["C.acute"] == "acute heart failure"
    assert names["C.infarction"] == "myocardial infarction"
    assert names["C.arthritis"] == "rheumatoid arthritis"
    assert names["C.insulin-human"] == "human insulin"
    assert names["ccs:108"] == "Congestive heart failure"
