"""Codes, names and items of the record to concepts: hits, and beside them what must not be linked."""

from __future__ import annotations

import pytest

from kgqa.load.link.service import resolve
from kgqa.load.umls_api import Match
from tests.open_shelf import Shelf, plus, rx


@pytest.fixture
def shelf(tmp_path) -> Shelf:
    return Shelf(tmp_path)


def order(text, ndc=None, kind="MAIN", generic=None):
    return text, generic, ndc, kind


def orders(shelf, *rows):
    shelf.record("Prescription", *rows)
    return shelf.links("Prescription")


def test_the_ndc_goes_before_the_name_and_says_the_product_too(shelf):
    assert orders(shelf, order("Furosemide", "00000000003"))[1] == {
        ("product", "C.furosemide-tablet", "ndc", True),
        ("drug", "C.furosemide", "ndc", True),
    }


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("Furosemide 20mg Tab", "C.furosemide"),
        ("frusemide", "C.furosemide"),
        ("Lasix", "C.furosemide"),
        ("METOPROLOL TARTRATE 25 mg", "C.metoprolol"),
        ("Metoprolol Succinate", "C.metoprolol"),
        ("Potassium Chloride", "C.potassium-chloride"),
        ("Hydrocodone-Acetaminophen", "C.acetaminophen-hydrocodone"),
        ("Vicodin", "C.acetaminophen-hydrocodone"),
    ],
)
def test_without_an_ndc_the_text_names_the_drug(shelf, text, drug):
    assert orders(shelf, order(text)) == {1: {("drug", drug, "name", True)}}


@pytest.mark.parametrize(
    "text",
    [
        "Insulin R",  # two drugs go by it
        "Metolazone",  # looks like metoprolol
        "Furosemide Placebo",
        "Study Drug Furosemide",
        "Syringe",
        "Acetaminophen-Codeine",  # half of it is known
    ],
)
def test_a_text_that_does_not_say_one_drug_is_not_linked(shelf, text):
    assert orders(shelf, order(text)) == {}


def test_an_ndc_nobody_knows_leaves_the_name_to_speak(shelf):
    assert orders(shelf, order("Furosemide", "99999999999")) == {1: {("drug", "C.furosemide", "name", True)}}


def test_where_ndc_and_text_name_different_drugs_neither_is_taken_and_it_is_counted(shelf):
    assert orders(shelf, order("Metoprolol", "00000000003"), order("Lasix", "00000000003")).keys() == {2}
    assert shelf.tally()["rows whose NDC and text name different drugs (not linked)"] == 1


def test_a_salt_in_the_ndcs_product_is_no_conflict_with_its_drug(shelf):
    assert ("drug", "C.metoprolol", "ndc", True) in orders(shelf, order("Metoprolol", "00000000007"))[1]


def test_a_flush_and_a_base_are_carriers_and_no_drug_given_for_its_effect(shelf):
    found = orders(shelf, order("Furosemide Flush", "00000000003"), order("Furosemide", None, "BASE"), order("NS"))
    assert found == {
        1: {("carrier", "C.furosemide-tablet", "ndc", True)},
        3: {("carrier", "C.saline", "alias", True)},
    }


def test_a_placebo_is_counted(shelf):
    orders(shelf, order("Placebo"), order("Study Drug"))
    assert shelf.tally()["rows that may be a placebo (not linked)"] == 2


def diagnoses(shelf, *rows):
    shelf.record("Diagnosis", *rows)
    return {number: {one for one in links if one[0] == "code"} for number, links in shelf.links("Diagnosis").items()}


def test_a_code_of_the_starter_set_is_believed(shelf):
    assert diagnoses(shelf, ("5849", "Acute kidney failure, unspecified")) == {1: {("code", "C.kidney", "map", True)}}


def test_a_claimed_code_counts_where_its_title_is_the_diseases_name(shelf):
    assert diagnoses(shelf, ("4280", "Congestive heart failure, unspecified")) == {1: {("code", "doid:3", "map", True)}}


def test_a_parents_disease_is_a_link_that_is_not_exact(shelf):
    assert diagnoses(shelf, ("42843", "Acute on chronic heart failure")) == {
        1: {("code", "C.failure", "parent", False)}
    }


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("4281", "Something else entirely"),  # shares no word with the parent's disease
        ("42822", "Heart failure following surgery"),  # speaks of what follows, not of the disease
        ("V1249", "Personal history of heart failure"),
        ("E4280", "Heart failure by accident"),
    ],
)
def test_a_title_that_speaks_of_something_else_keeps_the_codes_own_concept(shelf, code, title):
    dotted = {"4281": "428.1", "42822": "428.22", "V1249": "V12.49", "E4280": "E428.0"}[code]
    assert diagnoses(shelf, (code, title)) == {1: {("code", f"icd9cm:{dotted}", "own", True)}}


def test_a_title_alone_names_a_disease_that_no_code_claims(shelf):
    assert diagnoses(shelf, ("7823", "Edema")) == {1: {("code", "C.edema", "name", True)}}


def test_a_code_without_a_title_in_the_dictionary_is_linked_by_its_group_only(shelf):
    shelf.record("Diagnosis", ("99999", None), ("E8859", None))
    assert shelf.links("Diagnosis") == {2: {("group", "ccs:2603", "map", False)}}


def test_a_code_has_its_group_beside_its_disease(shelf):
    shelf.record("Diagnosis", ("4280", "Congestive heart failure"))
    assert ("group", "ccs:108", "map", False) in shelf.links("Diagnosis")[1]


def test_a_procedure_keeps_its_own_code_and_has_its_group(shelf):
    shelf.record("Procedure", ("3605", "Coronary angioplasty"))
    assert shelf.links("Procedure")[1] == {
        ("code", "icd9cm.procedure:36.05", "own", True),
        ("group", "ccs.procedure:45", "map", False),
    }


def test_the_dictionarys_code_links_a_laboratory_item(shelf):
    shelf.record("LabEvent", (1, "Creatinine", "Blood", "2160-0", "mg/dL"), (9, "Unknown", "Blood", None, None))
    assert shelf.links("LabEvent") == {1: {("test", "loinc:2160-0", "code", True)}}


def test_the_unit_decides_between_a_share_and_a_count(shelf):
    shelf.record("LabEvent", (2, "Bands", "Blood", "763-3", "%"), (2, "Bands", "Blood", "763-3", "%"))
    assert {link[1] for links in shelf.links("LabEvent").values() for link in links} == {"loinc:764-1"}


def test_the_dictionarys_code_stays_where_the_unit_is_of_its_own_property(shelf):
    shelf.record("LabEvent", (2, "Bands", "Blood", "763-3", "K/uL"))
    assert shelf.links("LabEvent")[1] == {("test", "loinc:763-3", "code", True)}


def test_an_item_counts_under_the_label_that_was_mapped_only(shelf):
    shelf.record("ChartEvent", (220045, "Heart Rate"), (220045, "Something new"), (211, "Heart Rate"), (212, "Rhythm"))
    assert shelf.links("ChartEvent") == {
        1: {("item", "loinc:8867-4", "map", True)},
        3: {("item", "loinc:8867-4", "name", True)},
    }


def test_an_infusion_is_its_mapped_product_and_that_products_drug(shelf):
    shelf.record("InputEventMV", (221794, "Furosemide (Lasix)"), (5, "Metoprolol"), (6, "D5W"), (7, "TPN"))
    found = shelf.links("InputEventMV")
    assert found[1] == {("product", "C.furosemide-tablet", "map", True), ("drug", "C.furosemide", "map", True)}
    assert found[2] == {("drug", "C.metoprolol", "name", True)}
    assert found.keys() == {1, 2}


def test_a_culture_names_its_organism_antibiotic_and_specimen(shelf):
    shelf.record("MicrobiologyEvent", ("ESCHERICHIA COLI", "FUROSEMIDE", "BLOOD CULTURE"), ("YEAST", None, "URINE"))
    assert shelf.links("MicrobiologyEvent") == {
        1: {
            ("organism", "C.e-coli", "name", True),
            ("antibiotic", "C.furosemide", "name", True),
            ("specimen", "mimic.specimen:blood-culture", "own", True),
        },
        2: {("organism", "mimic.organism:yeast", "own", True), ("specimen", "mimic.specimen:urine", "own", True)},
    }


def test_an_alias_of_an_organism_is_taken(shelf):
    shelf.record("MicrobiologyEvent", ("E. COLI", None, None))
    assert shelf.links("MicrobiologyEvent")[1] == {("organism", "C.e-coli", "alias", True)}


def test_coverage_counts_rows_and_codes_and_does_not_call_its_own_codes_linked(shelf):
    rows = [("5849", "Acute kidney failure")] * 3 + [("V1249", "Personal history of heart failure")] * 4
    shelf.record("Diagnosis", *rows, ("V9999", "Nobody else has this"))
    shelf.links("Diagnosis")
    said = shelf.coverage["Diagnosis"]
    assert (said["rows"], said["linked_rows"], said["codes"], said["linked_codes"]) == (8, 3, 3, 1)
    assert said["heaviest"] == [{"code": "V1249", "name": "Personal history of heart failure", "rows": 4}]


def test_a_code_of_fewer_than_three_patients_is_not_named(shelf):
    shelf.record("Prescription", *[order("Somebody's own mixture")] * 5)
    shelf.sql.execute('UPDATE nodes."Prescription" SET subject_id = id % 2')
    shelf.links("Prescription")
    assert shelf.coverage["Prescription"]["heaviest"] == []
    assert shelf.coverage["Prescription"]["linked_rows"] == 0


class Service:
    """Answers as the UMLS service does: for a code or a name, the concepts it knows."""

    def __init__(self, **known):
        self.known = known
        self.asked = []

    def code(self, vocabulary, code):
        self.asked.append((vocabulary, code))
        return self.known.get("code", ())

    def name(self, name, vocabulary):
        self.asked.append((vocabulary, name))
        return self.known.get("name", ())


def with_orders_as_a_view(shelf):
    shelf.sql.execute('ALTER TABLE nodes."Prescription" RENAME TO "all"')
    shelf.sql.execute('CREATE VIEW nodes."Prescription" AS FROM nodes."all"')


def test_the_service_is_asked_for_open_codes_and_shared_names_and_believed_where_it_gives_one(shelf):
    shelf.record("Diagnosis", ("V1249", "Personal history of heart failure"))
    shelf.record("Prescription", *[order("Metolazone 5 mg")] * 3, *[order("One patient's mixture")] * 2)
    with_orders_as_a_view(shelf)
    shelf.links("Diagnosis")
    service = Service(
        code=(Match("C.history", "history", "ICD9CM"),), name=(Match("C.metolazone", "Metolazone", "RXNORM"),)
    )
    assert resolve(shelf.sql, service) == {"asked": 2, "codes": 1, "names": 1, "several concepts": 0}
    assert service.asked == [("ICD9CM", "V12.49"), ("RXNORM", "metolazone")]
    assert ("code", "C.history", "map", True) in shelf.links("Diagnosis")[1]
    assert ("drug", "C.metolazone", "alias", True) in shelf.links("Prescription")[1]


def test_an_answer_with_two_concepts_is_left_out_and_counted(shelf):
    shelf.record("Diagnosis", ("V1249", "Personal history of heart failure"))
    shelf.links("Diagnosis")
    service = Service(code=(Match("C.one", "one", "ICD9CM"), Match("C.other", "other", "ICD9CM")))
    assert resolve(shelf.sql, service) == {"asked": 1, "codes": 0, "names": 0, "several concepts": 1}


def test_two_drugs_of_one_name_are_counted_as_ambiguous(tmp_path):
    shelf = Shelf(tmp_path, plus("rxnorm/RXNORM_bioportal.csv.gz", rx(21, "Twin", "C.a"), rx(22, "Twin", "C.b")))
    assert shelf.tally()["names that several drugs claim (not linked by)"] == 2
    assert orders(shelf, order("Twin")) == {}


def test_linking_twice_changes_nothing(shelf):
    first = orders(shelf, order("Furosemide", "00000000003"), order("Metoprolol", "00000000003"))
    assert shelf.links("Prescription") == first
