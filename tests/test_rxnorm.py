"""RxNorm's own release. The rows are invented in the published layout."""

from __future__ import annotations

import pytest
from test_umls import staged

from kgqa.errors import SourceError
from kgqa.load.rxnorm import find_release, read_rxnorm


def conso(rxcui, tty, name, sab="RXNORM", suppress="N"):
    return [rxcui, "ENG", "", "", "", "", "", "1", "", "", "", sab, tty, rxcui, name, "", suppress, ""]


def rel(source, rela, target, suppress=""):
    return [target, "", "CUI", "RO", source, "", "CUI", rela, "1", "", "RXNORM", "RXNORM", "", "", suppress, ""]


def sat(rxcui, name, value, sab="RXNORM", suppress="N"):
    return [rxcui, "", "", "1", "AUI", rxcui, "", "", name, sab, value, suppress, ""]


CONSO = [
    conso("1", "IN", "alphadrug"),
    conso("2", "BN", "Alphabrand"),
    conso("3", "SCDC", "alphadrug 10 MG"),
    conso("4", "SCD", "alphadrug 10 MG Oral Tablet"),
    conso("4", "SY", "alphadrug 10 mg tab"),
    conso("5", "SBD", "alphadrug 10 MG Oral Tablet [Alphabrand]"),
    conso("6", "IN", "betadrug"),
    conso("7", "SCD", "alphadrug / betadrug Tablet"),
    conso("8", "IN", "hidden", suppress="O"),
    conso("9", "IN", "elsewhere", sab="VANDF"),
]
REL = [
    rel("4", "consists_of", "3"),
    rel("3", "has_ingredient", "1"),
    rel("5", "consists_of", "3"),
    rel("2", "tradename_of", "1"),
    rel("7", "has_ingredient", "1"),
    rel("7", "has_ingredient", "6"),
    rel("1", "ingredient_of", "3"),
    rel("4", "has_ingredient", "8"),
]
SAT = [
    sat("1", "UMLSCUI", "C0000001"),
    sat("4", "NDC", "00000000004"),
    sat("4", "NDC", "1234-5"),
    sat("5", "NDC", "00000000005", suppress="O"),
    sat("7", "NDC", "00000000007"),
    sat("7", "NDC", "99999999999", sab="VANDF"),
]


def write(folder, **files):
    for name, rows in {"RXNCONSO": CONSO, "RXNREL": REL, "RXNSAT": SAT, **files}.items():
        (folder / f"{name}.RRF").write_text("".join("|".join(row) + "|\n" for row in rows), encoding="utf-8")
    return folder


def test_products_lead_to_their_ingredients_and_ndcs_to_products(tmp_path):
    connection = staged()
    counts = read_rxnorm(connection, find_release(write(tmp_path)))
    assert set(connection.execute("SELECT source, type, target FROM knowledge.statement").fetchall()) == {
        ("rxnorm:4", "HAS_INGREDIENT", "C0000001"),
        ("rxnorm:5", "HAS_INGREDIENT", "C0000001"),
        ("rxnorm:2", "HAS_INGREDIENT", "C0000001"),
        ("rxnorm:7", "HAS_INGREDIENT", "C0000001"),
        ("rxnorm:7", "HAS_INGREDIENT", "rxnorm:6"),
    }
    assert set(connection.execute("SELECT code, concept FROM knowledge.code WHERE vocabulary = 'ndc'").fetchall()) == {
        ("00000000004", "rxnorm:4"),
        ("00000000007", "rxnorm:7"),
    }
    assert counts["ndc"] == 2
    assert ("rxnorm:4", "alphadrug 10 mg tab") in connection.execute(
        "SELECT concept, name FROM knowledge.name"
    ).fetchall()


def test_a_row_with_a_column_too_few_is_named(tmp_path):
    write(tmp_path)
    path = tmp_path / "RXNREL.RRF"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2][:-3]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"RXNREL.RRF:3: "):
        read_rxnorm(staged(), find_release(tmp_path))


def test_a_missing_file_is_named(tmp_path):
    write(tmp_path)
    (tmp_path / "RXNSAT.RRF").unlink()
    with pytest.raises(SourceError, match="RXNSAT"):
        read_rxnorm(staged(), find_release(tmp_path))
