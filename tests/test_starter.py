"""The starter set stands on the shipped files: each code, concept and name in it is looked up there."""

from __future__ import annotations

import csv
import gzip
import re
from functools import cache

import duckdb
import pytest

from kgqa.files import share

KNOWLEDGE = share("data") / "knowledge"
STARTER = KNOWLEDGE / "starter"
ID = re.compile(r"\b(C[0-9]{7})\b")


def rows(name):
    with (STARTER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def shipped_concepts():
    """Every CUI that a shipped file of another source holds, and the codes of symptoms, classes and items."""
    found = set()
    for path in KNOWLEDGE.rglob("*.gz"):
        with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                found.update(ID.findall(line))
    return found


def column(path, *names):
    quoted = ", ".join(f'"{name}"' for name in names)
    relation = f"read_csv('{path}', all_varchar = true, header = true, quote = '\"')"
    return {
        value for row in duckdb.sql(f"SELECT DISTINCT {quoted} FROM {relation}").fetchall() for value in row if value
    }


@cache
def loinc():
    maps = KNOWLEDGE / "mimic_maps"
    codes = column(maps / "mimic-code_d_labitems_to_loinc.csv.gz", "omop_concept_code")
    return codes | column(share("data") / "mimic-iii-demo" / "D_LABITEMS.csv.gz", "loinc_code")


@cache
def symptoms():
    codes = column(KNOWLEDGE / "symptoms" / "DO_disease-symptom.tsv.gz", "symptom_id")
    return {code.lower() for code in codes}


@cache
def diagnoses():
    dictionary = column(share("data") / "mimic-iii-demo" / "D_ICD_DIAGNOSES.csv.gz", "icd9_code")
    with gzip.open(KNOWLEDGE / "icd9" / "ccs_dxref_2015.csv.gz", "rt", encoding="utf-8") as lines:
        return dictionary | {line.split(",")[0].strip(" '\"") for line in lines}


def known(concept):
    prefix, _, code = concept.partition(":")
    if not code:
        return concept in shipped_concepts()
    return {
        "loinc": lambda: code in loinc(),
        "symp": lambda: concept in symptoms(),
        "rxnorm": lambda: code in column(KNOWLEDGE / "rxnorm" / "rxnorm-as-ingredient.tsv.gz", "input_rxcui"),
        "mimic.organism": lambda: True,  # MIMIC's own name, spelled out
        "ndfrt": lambda: code in column(KNOWLEDGE / "drugcentral" / "pharm_class.tsv.gz", "CLASS_SOURCE_ID"),
        "drugcentral": lambda: code in column(KNOWLEDGE / "drugcentral" / "identifiers.tsv.gz", "DRUG_ID"),
        "doid": lambda: concept.upper() in column(KNOWLEDGE / "disease" / "DO_HumanDO.tsv.gz", "id"),
    }.get(prefix, lambda: False)()


STATEMENTS = [
    "causative_agents.tsv", "complications.tsv", "contraindications.tsv", "indicates.tsv", "induces.tsv",
    "interactions.tsv", "measures.tsv",
]  # fmt: skip


@pytest.mark.parametrize("name", STATEMENTS)
def test_each_end_of_a_statement_is_in_a_shipped_file(name):
    found = rows(name)
    assert found
    unknown = {row[end] for row in found for end in ("source", "target") if not known(row[end])}
    assert not unknown


@pytest.mark.parametrize("name", ["icd9.tsv", "aliases.tsv", "names.tsv"])
def test_each_concept_that_a_code_or_name_leads_to_is_in_a_shipped_file(name):
    assert not {row["concept"] for row in rows(name) if not known(row["concept"])}


def test_each_icd9_code_is_in_a_dictionary():
    assert not {row["code"] for row in rows("icd9.tsv") if row["code"].replace(".", "") not in diagnoses()}


def test_a_code_stands_once():
    codes = [row["code"] for row in rows("icd9.tsv")]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_stands_once_and_says_whether_its_place_was_read(name):
    found = rows(name)
    keys = [(row["source"], row["type"], row["target"], row["direction"]) for row in found]
    assert len(keys) == len(set(keys))
    assert {row["checked"] for row in found} <= {"yes", "no"}
    assert all(row["document"] for row in found)
    # a place that was read is named, one that was not cannot be
    assert all(row["section"] for row in found if row["checked"] == "yes")
    assert not any(row["reviewed"] for row in found)


def test_a_number_that_no_file_holds_is_not_known():
    assert not known("C9999999")
    assert not known("loinc:99999-9")
    assert "C0018802" in shipped_concepts()
