"""How much of the open demo the open knowledge links: the least that is owed, in rows."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("label", "least"), [("Diagnosis", 0.85), ("Prescription", 0.80), ("LabEvent", 0.95)])
def test_enough_rows_of_the_demo_are_linked(demo_graph, label, least):
    found = demo_graph.meta["links"][label]
    assert found["linked_rows"] / found["rows"] >= least
    # a row that keeps its own code or name is no link
    own = sum(by["rows"] for by in found["by"] if by["method"] == "own" and by["role"] == "code")
    assert found["linked_rows"] + own <= found["rows"]


def test_a_share_of_cells_and_a_mass_have_the_code_of_their_unit(demo_graph):
    import polars as pl

    labs = pl.read_parquet(demo_graph.path / "nodes" / "LabEvent.parquet").select("id", "label", "fluid", "valueuom")
    links = pl.read_parquet(demo_graph.path / "edges" / "REFERS_TO.LabEvent.Concept.parquet")
    blood = labs.filter(pl.col("fluid") == "Blood").join(links, left_on="id", right_on="source")

    def codes(label):
        return set(blood.filter(pl.col("label") == label)["target"])

    assert codes("Magnesium") == {"loinc:19123-9"}  # mg/dL, where the dictionary has the code of moles
    assert codes("Bands") == {"loinc:26508-2"}  # %, where the dictionary has the code of a count
    assert codes("Potassium") == {"loinc:2823-3"}  # mEq/L: the dictionary's own stays
    assert codes("Ventilation Rate") == set()  # its map's author doubted it


def test_a_level_is_measured_of_drugs_only(demo_graph):
    import polars as pl

    measured = set(pl.read_parquet(demo_graph.path / "edges" / "MEASURES.Concept.Concept.parquet")["target"])
    assert "C0042313" in measured  # vancomycin
    assert "C0017725" not in measured  # glucose: no level of dextrose
