"""LabeledIn and PharmacotherapyDB: what a drug treats, and what it was said to treat and does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgqa.load.knowledge.names import usual_case
from kgqa.load.knowledge.staging import note

if TYPE_CHECKING:
    from kgqa.load.knowledge.shelf import Shelf


def read_labeledin(shelf: Shelf) -> None:
    """Read LabeledIn: ingredient (RxCUI) and disease (CUI) as read from FDA labels by experts or by a crowd."""
    table = shelf.table("LabeledIn", "indications")
    if table is None:
        return
    connection = shelf.connection
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE labeled AS
        SELECT coalesce(c.concept, 'rxnorm:' || rxnorm_id) AS drug, rxnorm_id, rxnorm_name, disease_cui AS disease,
            disease_mesh_name AS name
        FROM {table} LEFT JOIN knowledge.coded c ON c.vocabulary = 'rxnorm' AND c.code = rxnorm_id;
        INSERT INTO knowledge.concept
        SELECT DISTINCT drug, {usual_case("rxnorm_name")}, 'LabeledIn', 'ingredient', NULL::TEXT[],
            ['rxnorm:' || rxnorm_id] FROM labeled;
        INSERT INTO knowledge.name SELECT DISTINCT drug, rxnorm_name, 'LabeledIn', false FROM labeled;
        -- MeSH writes headings inverted: "Arthritis, Rheumatoid"
        INSERT INTO knowledge.concept
        SELECT DISTINCT disease, CASE WHEN name LIKE '%, %' THEN split_part(name, ', ', 2) || ' ' || split_part(name,
            ', ', 1) ELSE name END,
               'LabeledIn', 'disease', NULL::TEXT[], NULL::TEXT[] FROM labeled WHERE name IS NOT NULL
                   AND name NOT LIKE '%, %, %';
        INSERT INTO knowledge.name
        SELECT DISTINCT disease, CASE WHEN name LIKE '%, %' THEN split_part(name, ', ', 2) || ' ' || split_part(name,
            ', ', 1) ELSE name END, 'LabeledIn', false
        FROM labeled WHERE name IS NOT NULL AND name NOT LIKE '%, %, %';
        INSERT INTO knowledge.statement
        SELECT DISTINCT drug, 'MAY_TREAT', disease, 'LabeledIn', NULL, true, NULL::BOOLEAN, 'indications.tsv'
            FROM labeled
        """
    )


def read_pharmacotherapydb(shelf: Shelf) -> None:
    """Read PharmacotherapyDB: physician-reviewed pairs of DrugBank drug and DOID; non-indications are kept apart."""
    table = shelf.table("PharmacotherapyDB", "indications")
    if table is None:
        return
    connection = shelf.connection
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE therapy AS
        SELECT d.concept AS drug, s.concept AS disease, t.category
        FROM {table} t
        LEFT JOIN knowledge.coded d ON d.vocabulary = 'drugbank' AND d.code = t.drugbank_id
        LEFT JOIN knowledge.coded s ON s.vocabulary = 'doid' AND s.code = t.doid_id
        """
    )
    note(
        connection,
        "PharmacotherapyDB",
        "rows whose drug or disease no other file names",
        "FROM therapy WHERE drug IS NULL OR disease IS NULL",
    )
    for category, rule in shelf.declared["PharmacotherapyDB"]["categories"].items():
        connection.execute(
            "INSERT INTO knowledge.statement "
            "SELECT DISTINCT drug, ?, disease, ?, NULL, true, NULL::BOOLEAN, 'catalog/indications.tsv' "
            "FROM therapy WHERE category = ? AND drug IS NOT NULL AND disease IS NOT NULL",
            [rule["edge"], rule["stated_by"], category],
        )
