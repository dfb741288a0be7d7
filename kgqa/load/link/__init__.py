"""Codes, names and items of the record to concepts: what REFERS_TO is made of.

`link` reads the node tables of the timeline and the staging tables of knowledge, and fills knowledge.link: one row per
node, concept and role, with the method it was found by and whether the concept is exactly what the record says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgqa.load.knowledge.staging import prepare, unify
from kgqa.load.link.codes import link_diagnoses, link_procedures
from kgqa.load.link.coverage import coverage
from kgqa.load.link.cultures import link_cultures
from kgqa.load.link.drugs import link_prescriptions
from kgqa.load.link.inputs import link_inputs
from kgqa.load.link.items import link_items

if TYPE_CHECKING:
    import duckdb


def link(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Link the nodes of schema `nodes` to concepts and return the coverage by label and method.

    Call it after every reader of knowledge and before `fold`. Labels whose table is not there are passed over.
    """
    prepare(connection)
    connection.execute("DELETE FROM knowledge.link WHERE label <> 'Mention'")
    connection.execute("DELETE FROM knowledge.tally WHERE step IN ('diagnosis codes', 'orders')")
    unify(connection)
    present = {
        row[0]
        for row in connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'nodes'").fetchall()
    }
    present |= {
        row[0]
        for row in connection.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'nodes'").fetchall()
    }
    if "Diagnosis" in present:
        link_diagnoses(connection)
    if "Procedure" in present:
        link_procedures(connection)
    if "Prescription" in present:
        link_prescriptions(connection)
    for label in ("InputEventCV", "InputEventMV"):
        if label in present:
            link_inputs(connection, label)
    for label in ("LabEvent", "ChartEvent", "OutputEvent"):
        if label in present:
            link_items(connection, label)
    if "MicrobiologyEvent" in present:
        link_cultures(connection)
    return coverage(connection, present)
