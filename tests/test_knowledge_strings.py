"""The text of an order as a drug's name: what is taken off, what is left, and what must not be taken for the drug."""

from __future__ import annotations

import duckdb
import pytest

from kgqa.load.knowledge.names import prevented, product_name, turned, usual_case
from kgqa.load.knowledge.strings import define_keys


@pytest.fixture(scope="module")
def sql() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    define_keys(connection)
    return connection


def asked(sql, expression, *values):
    return sql.execute(f"SELECT {expression}", list(values)).fetchone()[0]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Furosemide", "furosemide"),
        ("FUROSEMIDE 20 mg Tab", "furosemide"),
        ("Furosemide 10mg/mL", "furosemide"),
        ("Metoprolol XL (Toprol XL)", "metoprolol"),
        ("Metoprolol Tartrate", "metoprolol tartrate"),
        ("*NF* Eszopiclone", "eszopiclone"),
        ("Heparin 25,000 units/250 mL", "heparin"),
        ("Albuterol 0.083% Neb Soln", "albuterol"),
        ("Lidocaine 5% Ointment", "lidocaine"),
        ("Oxycodone SR (OxyconTIN)", "oxycodone"),
        ("Vancomycin Oral Liquid", "vancomycin"),
        ("Potassium Chloride", "potassium chloride"),
        ("Docusate Sodium [Colace]", "docusate sodium"),
    ],
)
def test_strength_form_route_and_what_stands_in_brackets_are_taken_off(sql, text, key):
    assert asked(sql, "drug_key(?)", text) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hydroxyzine", "Hydralazine"),
        ("Vitamin D", "Vitamin K"),
        ("Prednisone", "Prednisolone"),
        ("Insulin Glargine", "Insulin"),
        ("Magnesium Sulfate", "Magnesium Oxide"),
        ("Tablettamin", "Amin"),
    ],
)
def test_names_that_only_look_alike_stay_apart(sql, one, other):
    assert asked(sql, "drug_key(?)", one) != asked(sql, "drug_key(?)", other)


@pytest.mark.parametrize(
    ("key", "bare"),
    [
        ("metoprolol tartrate", "metoprolol"),
        ("diltiazem hcl", "diltiazem"),
        ("cefuroxime axetil sodium", "cefuroxime"),
        ("sodium", "sodium"),
        ("sodium polystyrene sulfonate", "sodium polystyrene sulfonate"),
    ],
)
def test_a_salts_words_are_taken_off_the_end_and_only_there(sql, key, bare):
    assert asked(sql, "salt_free(?)", key) == bare


def test_a_combination_is_the_same_in_any_order_and_by_any_joint(sql):
    key = "combination_key(drug_parts(?))"
    texts = ("Acetaminophen/Hydrocodone", "hydrocodone-acetaminophen", "Hydrocodone and Acetaminophen Tab")
    assert {asked(sql, key, text) for text in texts} == {"acetaminophen / hydrocodone"}
    assert asked(sql, key, "Acetaminophen w/Codeine") == "acetaminophen / codeine"


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("POTASSIUM CHLORIDE", "potassium chloride"),
        ("Furosemide", "furosemide"),
        ("sennosides, USP", "sennosides, USP"),
        ("Vitamin B 12", "vitamin B 12"),
        ("tPA", "tPA"),
    ],
)
def test_a_generic_name_is_written_small_and_an_acronym_as_it_is(sql, raw, written):
    assert asked(sql, usual_case("?::TEXT"), raw) == written


def test_a_products_brand_keeps_its_capital_and_units_are_the_usual_ones(sql):
    expression = product_name("t")
    said = sql.execute(f"SELECT {expression} FROM (SELECT '24 HR Metoprolol 50 MG Tablet [Toprol]' AS t)").fetchone()
    assert said == ("24 hour metoprolol 50 mg tablet [Toprol]",)


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("insulin, human", "human insulin"),
        ("spondylosis, cervical", "cervical spondylosis"),
        ("anti-inflammatory agents, non-steroidal", "non-steroidal anti-inflammatory agents"),
        ("sennosides, USP", "sennosides, USP"),
        ("hand, foot and mouth disease", "hand, foot and mouth disease"),
        ("contraceptives, oral, synthetic", "contraceptives, oral, synthetic"),
        ("sulfonylurea receptor 1, Kir6.2", "sulfonylurea receptor 1, Kir6.2"),
        ("lidocaine / sodium phosphate, dibasic", "lidocaine / sodium phosphate, dibasic"),
    ],
)
def test_an_inverted_name_is_turned_round_where_one_word_follows_the_comma(sql, raw, written):
    assert asked(sql, turned("?::TEXT"), raw) == written


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("Stroke Prevention", "Stroke"),
        ("Prevention of Dental Caries", "Dental Caries"),
        ("Preventive Care", "Preventive Care"),
    ],
)
def test_what_a_drug_prevents_is_the_disease_and_not_its_prevention(sql, raw, written):
    assert asked(sql, prevented("?::TEXT"), raw) == written
