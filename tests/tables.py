"""A little hospital as MIMIC-III tables: two patients, written out so that a test shows only what it changes."""

from __future__ import annotations

from pathlib import Path

import duckdb

from kgqa.graph import folder
from kgqa.graph.folder import GraphFolder
from kgqa.load import build
from kgqa.load.build import Loaded

PATIENTS = """\
row_id,subject_id,gender,dob,dod,expire_flag
1,10,F,2090-03-05 00:00:00,2150-06-10 00:00:00,1
2,20,M,2100-01-01 00:00:00,,0
"""
ADMISSIONS = """\
row_id,subject_id,hadm_id,admittime,dischtime,deathtime,admission_type,admission_location,discharge_location,insurance,language,religion,marital_status,ethnicity,diagnosis,hospital_expire_flag
1,10,100,2150-06-01 21:09:00,2150-06-09 17:15:00,,EMERGENCY,,,,,,,,SEPSIS,0
2,10,101,2150-08-01 08:00:00,2150-08-03 12:00:00,,ELECTIVE,,,,,,,,,0
3,20,200,2140-01-31 10:30:30,2140-02-02 10:00:00,,URGENT,,,,,,,,,0
"""
ICUSTAYS = """\
row_id,subject_id,hadm_id,icustay_id,dbsource,first_careunit,last_careunit,intime,outtime,los
1,10,100,1000,carevue,MICU,MICU,2150-06-01 21:10:15,2150-06-03 12:00:00,1.6
"""
PRESCRIPTIONS = """\
row_id,subject_id,hadm_id,icustay_id,startdate,enddate,drug_type,drug,drug_name_generic,formulary_drug_cd,ndc,prod_strength,dose_val_rx,dose_unit_rx,route
1,10,100,1000,2150-06-02 00:00:00,2150-06-04 00:00:00,MAIN,HYDROmorphone  (Dilaudid) ,,HYDR2,00409128331,2mg,0.5,mg,IV
"""
LABEVENTS = """\
row_id,subject_id,hadm_id,itemid,charttime,value,valuenum,valueuom,flag
1,10,100,50912,2150-06-02 06:00:00,1.9,1.9,mg/dL,abnormal
2,10,,50912,2150-05-01 06:00:00,1.1,1.1,mg/dL,
"""
D_LABITEMS = """\
row_id,itemid,label,fluid,category,loinc_code
1,50912,Creatinine,Blood,Chemistry,2160-0
"""
TABLES = {
    "PATIENTS": PATIENTS,
    "ADMISSIONS": ADMISSIONS,
    "ICUSTAYS": ICUSTAYS,
    "PRESCRIPTIONS": PRESCRIPTIONS,
    "LABEVENTS": LABEVENTS,
    "D_LABITEMS": D_LABITEMS,
}


def write(where: Path, **changed: str | None) -> Path:
    """Write the tables as CSV; a table given as None is left out, one given as text replaces the usual one."""
    where.mkdir(parents=True, exist_ok=True)
    for name, text in {**TABLES, **changed}.items():
        if text is not None:
            (where / f"{name}.csv").write_text(text, encoding="utf-8")
    return where


def more(text: str, *rows: str) -> str:
    """A table with more rows."""
    return text + "".join(row + "\n" for row in rows)


def load(where: Path, **changed: str | None) -> tuple[Loaded, GraphFolder]:
    """Load the tables without knowledge."""
    loaded = build.load(write(where / "tables", **changed), where / "graph")
    return loaded, folder.read(where / "graph")


def nodes(graph: GraphFolder, label: str) -> dict[int, dict[str, object]]:
    """All nodes of a label by id, with the columns that are not NULL."""
    entry = next(node for node in graph.nodes if node.label == label)
    rows = duckdb.sql(f"FROM read_parquet('{graph.path / entry.file}')")
    named = [dict(zip(rows.columns, row, strict=True)) for row in rows.fetchall()]
    return {row["id"]: {key: value for key, value in row.items() if value is not None} for row in named}


def edges(graph: GraphFolder, kind: str) -> set[tuple[str, int, str, int]]:
    """All edges of a type as (label, id, label, id)."""
    found = set()
    for edge in graph.edges:
        if edge.type == kind:
            ends = f'"{edge.source_column}", "{edge.target_column}"'
            rows = duckdb.sql(f"SELECT {ends} FROM read_parquet('{graph.path / edge.file}')").fetchall()
            found |= {
                (edge.source, one, edge.target, other) for one, other in rows if one is not None and other is not None
            }
    return found
