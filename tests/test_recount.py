"""The same answers from plain SQL, written from the wordings over the CSV files, without the compiler and the load.

Only what a concept is and what is known of it comes from the graph folder: the CSV files hold no concepts. Times here
are calendar dates, in the graph they are minutes, so the two cannot agree by sharing a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from kgqa.files import share
from kgqa.graph.folder import GraphFolder
from kgqa.graph.tables import Tables
from kgqa.model import NodeRef
from kgqa.pattern.header import read_pattern

TABLES = ("ADMISSIONS", "DIAGNOSES_ICD", "PRESCRIPTIONS", "LABEVENTS", "D_LABITEMS", "MICROBIOLOGYEVENTS", "ICUSTAYS")
LOCAL = "('TP','BOTH EYES','LEFT EYE','RIGHT EYE','OU','OD','OS','BOTH EARS','LEFT EAR','RIGHT EAR','AU','AD','AS','VG','IR','IRR','DIALYS')"

# An order that counts as a drug; `first` and `last` are its dates, unless the record contradicts itself.
VIEWS = f"""
CREATE VIEW orders AS
SELECT r.row_id, r.hadm_id, trim(r.drug) AS drug, trim(r.route) AS route, r.drug_type, a.dischtime,
       CASE WHEN sound THEN CAST(startdate AS DATE) END AS first, CASE WHEN sound THEN CAST(enddate AS DATE) END AS last
FROM (SELECT r.*, coalesce(startdate <= enddate, true) AND startdate <= dischtime AS sound
      FROM prescriptions r JOIN admissions USING (hadm_id)) r JOIN admissions a USING (hadm_id);
CREATE VIEW drugs AS SELECT * FROM orders
WHERE drug_type <> 'BASE' AND lower(drug) NOT LIKE '%flush%' AND coalesce(route, '') NOT IN {LOCAL};
CREATE VIEW meaning AS SELECT source AS row_id, target AS drug_concept FROM refers_to_prescription WHERE role = 'drug';
CREATE VIEW codes AS
SELECT d.row_id, d.hadm_id, a.subject_id, d.seq_num, l.target AS disease, l.exact, a.admittime, a.dischtime
FROM diagnoses_icd d JOIN admissions a USING (hadm_id) JOIN refers_to_diagnosis l ON l.source = d.row_id AND l.role = 'code';
CREATE VIEW labs AS
SELECT l.*, i.fluid, i.loinc_code, lower(i.label || ' in ' || i.fluid) AS test FROM labevents l JOIN d_labitems i USING (itemid) WHERE l.hadm_id IS NOT NULL;
CREATE VIEW wider AS
WITH RECURSIVE up(disease, general, levels) AS (
  SELECT id, id, 0 FROM concept UNION SELECT disease, target, levels + 1 FROM up JOIN isa ON source = general WHERE levels < 3)
SELECT * FROM up;
"""

RECOUNT = {
    "order_for_coded_diagnosis": """
        SELECT o.hadm_id, o.row_id, c.row_id
        FROM orders o JOIN meaning USING (row_id) JOIN codes c USING (hadm_id) JOIN may_treat ON source = drug_concept AND target = disease
        WHERE o.drug_type <> 'BASE' AND coalesce(o.route, '') NOT IN """
    + LOCAL,
    "order_without_indication": """
        SELECT o.hadm_id, o.route, o.row_id FROM drugs o JOIN meaning USING (row_id)
        WHERE o.route IS NOT NULL AND drug_concept IN (SELECT source FROM may_treat)
          AND (o.hadm_id, drug_concept) NOT IN (
            SELECT c.hadm_id, t.source FROM codes c JOIN wider w USING (disease) JOIN may_treat t ON t.target = w.general)""",
    "diagnosis_without_treatment": """
        WITH ordered AS (
          SELECT p.hadm_id, m.drug_concept AS drug FROM prescriptions p JOIN meaning m USING (row_id)
          UNION SELECT p.hadm_id, i.target FROM prescriptions p
            JOIN refers_to_prescription l ON l.source = p.row_id AND l.role = 'product' JOIN has_ingredient i ON i.source = l.target)
        SELECT hadm_id, row_id FROM codes WHERE exact AND disease IN (SELECT target FROM may_treat)
          AND (hadm_id, disease) NOT IN (
            SELECT o.hadm_id, w.disease FROM ordered o JOIN may_treat t ON t.source = o.drug JOIN wider w ON w.general = t.target)""",
    "problem_coded_before": """
        SELECT DISTINCT now.hadm_id, now.row_id
        FROM codes now JOIN codes old USING (subject_id, disease) WHERE old.dischtime < now.admittime""",
    "newly_abnormal_lab_on_order": """
        WITH new AS (
          SELECT hadm_id, row_id, charttime FROM labs WHERE flag = 'abnormal' AND fluid IN ('Blood', 'BLOOD')
            AND (hadm_id, test, charttime) IN (SELECT hadm_id, test, min(charttime) FROM labs WHERE flag = 'abnormal' GROUP BY 1, 2))
        SELECT hadm_id, o.row_id, new.row_id FROM drugs o JOIN new USING (hadm_id)
        WHERE CAST(charttime AS DATE) > o.first AND CAST(charttime AS DATE) < o.last""",
    "principal_diagnosis": "SELECT hadm_id, row_id FROM diagnoses_icd WHERE seq_num = 1",
    "resistant_antibiotic_ordered": """
        SELECT DISTINCT o.hadm_id, o.row_id
        FROM microbiologyevents m JOIN refers_to_microbiology l ON l.source = m.row_id AND l.role = 'antibiotic'
        JOIN orders o USING (hadm_id) JOIN meaning d ON d.row_id = o.row_id AND d.drug_concept = l.target
        WHERE m.interpretation = 'R' AND o.drug_type <> 'BASE' AND coalesce(o.route, '') NOT IN """
    + LOCAL
    + """
          AND CAST(coalesce(m.charttime, m.chartdate) AS DATE) BETWEEN o.first AND o.last""",
    "same_class": """
        SELECT DISTINCT a.hadm_id, a.row_id, b.row_id
        FROM drugs a JOIN meaning ma ON ma.row_id = a.row_id JOIN drugs b USING (hadm_id) JOIN meaning mb ON mb.row_id = b.row_id
        JOIN has_class ka ON ka.source = ma.drug_concept JOIN has_class kb ON kb.source = mb.drug_concept AND kb.target = ka.target
        JOIN concept k ON k.id = ka.target
        WHERE ma.drug_concept <> mb.drug_concept AND k.vocabulary = 'FDA EPC' AND b.first > a.first AND b.first < a.last""",
    "stopped_after_creatinine_rise": """
        WITH creatinine AS (
          SELECT *, lag(valuenum) OVER w AS before, lag(charttime) OVER w AS since
          FROM labs WHERE loinc_code = '2160-0' AND valuenum IS NOT NULL WINDOW w AS (PARTITION BY hadm_id, itemid ORDER BY charttime)),
        risen AS (SELECT hadm_id, charttime FROM creatinine
                  WHERE round(valuenum - before, 3) >= 0.3 AND charttime - since <= INTERVAL 48 HOUR)
        SELECT DISTINCT o.hadm_id, strftime(charttime, '%Y-%m-%d %H:%M:%S'), o.row_id
        FROM risen JOIN drugs o USING (hadm_id)
        WHERE o.first < CAST(charttime AS DATE) AND o.last - CAST(charttime AS DATE) IN (0, 1)
          AND o.last + INTERVAL 1439 MINUTE < o.dischtime
          AND NOT EXISTS (SELECT 1 FROM orders later WHERE later.hadm_id = o.hadm_id AND lower(later.drug) = lower(o.drug) AND later.last > o.last)""",
    "orders_active_on_second_icu_day": """
        SELECT s.icustay_id, o.row_id FROM icustays s JOIN orders o USING (hadm_id)
        WHERE o.drug_type = 'MAIN' AND date_trunc('minute', outtime) - date_trunc('minute', intime) >= INTERVAL 48 HOUR
          AND CAST(intime AS DATE) + 1 BETWEEN o.first AND o.last""",
    "admission_with_highest_peak": """
        WITH peaks AS (
          SELECT a.subject_id, test, hadm_id, max(valuenum) AS peak FROM labs JOIN admissions a USING (hadm_id)
          WHERE loinc_code IN ('2160-0','3094-0','32693-4','1975-2','1742-6','1920-8','2157-6','6598-7','804-5','5895-7','2823-3')
          GROUP BY ALL)
        SELECT l.row_id, p.hadm_id FROM peaks p JOIN labs l USING (hadm_id, test)
        WHERE l.valuenum = p.peak
          AND p.peak = (SELECT max(peak) FROM peaks a WHERE a.subject_id = p.subject_id AND a.test = p.test)
          AND EXISTS (SELECT 1 FROM peaks b WHERE b.subject_id = p.subject_id AND b.test = p.test AND b.peak < p.peak)""",
    "readmission_same_group": """
        SELECT DISTINCT back.hadm_id, d.row_id
        FROM admissions back JOIN admissions index USING (subject_id)
        JOIN diagnoses_icd d ON d.hadm_id = back.hadm_id JOIN refers_to_diagnosis g ON g.source = d.row_id AND g.role = 'group'
        JOIN diagnoses_icd p ON p.hadm_id = index.hadm_id AND p.seq_num = 1
        JOIN refers_to_diagnosis h ON h.source = p.row_id AND h.role = 'group' AND h.target = g.target
        WHERE index.dischtime < back.admittime AND back.admittime - index.dischtime <= INTERVAL 30 DAY""",
    "diagnoses_of_kind": """
        SELECT DISTINCT c.hadm_id, w.general, c.row_id FROM codes c JOIN wider w USING (disease) JOIN concept k ON k.id = w.general
        WHERE levels > 0 AND k.name NOT IN ('disease', 'disease of anatomical entity')""",
    "uncoded_lab_finding": """
        WITH shown AS (
          SELECT DISTINCT l.hadm_id, m.target AS finding
          FROM labs l JOIN refers_to_lab t ON t.source = l.row_id JOIN indicates m ON m.source = t.target
          JOIN (SELECT hadm_id, test, arg_min(valuenum, row_id) AS usual FROM labs WHERE flag IS NULL AND valuenum IS NOT NULL GROUP BY ALL)
            USING (hadm_id, test)
          WHERE l.flag = 'abnormal' AND CASE m.direction WHEN 'high' THEN l.valuenum > usual WHEN 'low' THEN l.valuenum < usual END)
        SELECT hadm_id, finding FROM shown WHERE (hadm_id, finding) NOT IN (
          SELECT c.hadm_id, w.disease FROM codes c JOIN wider w ON w.general = c.disease AND levels < 3
          UNION ALL SELECT c.hadm_id, w.general FROM codes c JOIN wider w USING (disease) WHERE levels < 3)""",
}


@pytest.fixture(scope="module")
def csv_files(demo_graph: GraphFolder) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        for table in TABLES:
            file = next((share("data") / "mimic-iii-demo").glob(f"{table}.csv*"))
            connection.execute(f"CREATE VIEW {table} AS FROM read_csv('{file}', sample_size = -1)")
        edges = {path.name.split(".")[0] for path in (demo_graph.path / "edges").glob("*.Concept.Concept.parquet")}
        for name in edges:
            connection.execute(f"CREATE VIEW {name} AS FROM '{demo_graph.path}/edges/{name}.Concept.Concept.parquet'")
        for label, name in (
            ("Diagnosis", "diagnosis"),
            ("Prescription", "prescription"),
            ("MicrobiologyEvent", "microbiology"),
            ("LabEvent", "lab"),
        ):
            connection.execute(
                f"CREATE VIEW refers_to_{name} AS FROM '{demo_graph.path}/edges/REFERS_TO.{label}.Concept.parquet'"
            )
        connection.execute(f"CREATE VIEW concept AS FROM '{demo_graph.path}/nodes/Concept.parquet'")
        connection.execute(VIEWS)
        yield connection


@pytest.fixture(scope="module")
def demo(demo_graph: GraphFolder) -> Iterator[Tables]:
    with Tables.open_folder(demo_graph.path) as engine:
        yield engine


@pytest.mark.parametrize("family", RECOUNT)
def test_plain_sql_over_the_csv_files_gives_the_same_answers(family, csv_files, demo):
    pattern = read_pattern(next((share("cypher") / "questions").rglob(f"{family}.cypher")))
    found = demo.run(pattern.query)
    shown = [
        found.columns.index(name) for name in (*pattern.slots, "counted" if "counted" in found.columns else "answer")
    ]
    ours = {tuple(row[i].id if isinstance(row[i], NodeRef) else row[i] for i in shown) for row in found.rows}
    theirs = set(csv_files.execute(RECOUNT[family]).fetchall())
    assert ours
    assert len(ours - theirs) == len(theirs - ours) == 0
