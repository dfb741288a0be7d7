"""What becomes of a table's rows: times, names, dirt, refusals, edges; and the open demo against its published figures."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import duckdb
import pytest

from kgqa.files import share
from kgqa.graph.folder import GraphFolder
from tests import tables
from tests.tables import ADMISSIONS, ICUSTAYS, LABEVENTS, PATIENTS, PRESCRIPTIONS, edges, load, more, nodes


def order(row_id: int, **changed: str) -> str:
    """A row of PRESCRIPTIONS for admission 100, with the columns that a test is about."""
    row = {
        "row_id": str(row_id), "subject_id": "10", "hadm_id": "100", "icustay_id": "", "startdate": "2150-06-02 00:00:00",
        "enddate": "2150-06-04 00:00:00", "drug_type": "MAIN", "drug": "Aspirin", "drug_name_generic": "", "formulary_drug_cd": "",
        "ndc": "", "prod_strength": "", "dose_val_rx": "", "dose_unit_rx": "", "route": "",
    }  # fmt: skip
    return ",".join({**row, **changed}.values())


# --- times ---


def test_minutes_count_from_the_patients_own_first_admission(tmp_path: Path):
    _, graph = load(tmp_path)
    admissions = nodes(graph, "Admission")
    assert (admissions[100]["start_earliest"], admissions[100]["start_latest"]) == (0, 0)
    assert admissions[100]["stop_earliest"] == 7 * 1440 + 20 * 60 + 6
    assert admissions[101]["start_earliest"] == 60 * 1440 + 10 * 60 + 51
    assert admissions[200]["start_earliest"] == 0


def test_what_happened_before_the_first_admission_has_negative_minutes_rounded_down(tmp_path: Path):
    early = "3,20,,50912,2140-01-31 10:30:00,1,1,mg/dL,"
    _, graph = load(tmp_path, LABEVENTS=more(LABEVENTS, early))
    labs = nodes(graph, "LabEvent")
    assert labs[2]["earliest"] == labs[2]["latest"] == -(31 * 1440 + 15 * 60 + 9)
    assert labs[3]["earliest"] == -1  # half a minute before 10:30:30


def test_a_date_is_the_whole_day_and_shows_no_midnight(tmp_path: Path):
    _, graph = load(tmp_path)
    given = nodes(graph, "Prescription")[1]
    assert given["startdate"] == "2150-06-02"
    assert (given["start_earliest"], given["start_latest"]) == (2 * 60 + 51, 2 * 60 + 51 + 1439)
    assert given["stop_latest"] == 2 * 60 + 51 + 2 * 1440 + 1439


def test_the_last_minute_of_a_day_is_right_where_the_first_admission_has_seconds(tmp_path: Path):
    died = PATIENTS.replace("2100-01-01 00:00:00,,0", "2100-01-01 00:00:00,2140-02-01 00:00:00,1")
    _, graph = load(tmp_path, PATIENTS=died)
    patient = nodes(graph, "Patient")[20]
    # from 10:30:30 on 31 January: midnight is 13 h 29 min 30 s later, the end of the day a day less one second after that
    assert (patient["died_earliest"], patient["died_latest"]) == (809, 809 + 1440)


def test_a_culture_without_a_time_lasts_the_day_and_one_with_a_time_does_not(tmp_path: Path):
    cultures = (
        "row_id,subject_id,hadm_id,chartdate,charttime,spec_type_desc,org_name,isolate_num,ab_name,dilution_text,"
        "dilution_comparison,dilution_value,interpretation\n"
        "1,10,100,2150-06-02 00:00:00,,BLOOD CULTURE,ESCHERICHIA COLI,1,,,,,\n"
        "2,10,100,2150-06-02 00:00:00,2150-06-02 08:00:00,URINE,,,,,,,\n"
    )
    loaded, graph = load(tmp_path, MICROBIOLOGYEVENTS=cultures)
    found = nodes(graph, "MicrobiologyEvent")
    assert (found[1]["earliest"], found[1]["latest"]) == (171, 171 + 1439)
    assert found[2]["earliest"] == found[2]["latest"] == 171 + 8 * 60
    assert found[1]["name"] == "blood culture growing Escherichia coli"
    assert found[2]["name"] == "urine"
    assert loaded.tables["MICROBIOLOGYEVENTS"]["counted"] == {"no organism": 1, "day only": 1}


def test_a_row_without_a_time_gets_none(tmp_path: Path):
    loaded, graph = load(tmp_path, LABEVENTS=more(LABEVENTS, "3,10,100,50912,,1,1,mg/dL,"))
    assert not {"earliest", "latest", "charttime"} & nodes(graph, "LabEvent")[3].keys()
    assert loaded.tables["LABEVENTS"]["counted"]["no time"] == 1


def test_a_diagnosis_has_no_time(demo_graph: GraphFolder):
    entry = next(node for node in demo_graph.nodes if node.label == "Diagnosis")
    assert not [name for name in entry.properties if "earliest" in name or "latest" in name or "time" in name]


# --- age ---


def test_age_is_in_whole_years_at_admission(tmp_path: Path):
    born = PATIENTS.replace("2090-03-05", "2090-06-01")
    _, graph = load(tmp_path, PATIENTS=born)
    assert nodes(graph, "Admission")[100]["age"] == 60
    born = PATIENTS.replace("2090-03-05", "2090-06-02")
    _, graph = load(tmp_path, PATIENTS=born)
    assert nodes(graph, "Admission")[100]["age"] == 59
    assert nodes(graph, "Admission")[100]["over_89"] is False


def test_a_shifted_birth_date_gives_over_89_and_no_age(tmp_path: Path):
    loaded, graph = load(tmp_path, PATIENTS=PATIENTS.replace("2090-03-05", "1850-06-01"))
    admission = nodes(graph, "Admission")[100]
    assert admission["over_89"] is True
    assert "age" not in admission
    assert loaded.tables["PATIENTS"]["counted"] == {"birth date shifted (over 89)": 1}
    assert loaded.tables["ADMISSIONS"]["counted"] == {"over 89": 2}


@pytest.mark.parametrize(("born", "age"), [("2060-06-01", 90), ("2060-06-02", 89)])
def test_the_border_is_89(tmp_path: Path, born: str, age: int):
    _, graph = load(tmp_path, PATIENTS=PATIENTS.replace("2090-03-05", born))
    admission = nodes(graph, "Admission")[100]
    assert admission.get("age") == (age if age <= 89 else None)
    assert admission["over_89"] is (age > 89)


# --- names ---


def test_admissions_are_named_by_their_dates(tmp_path: Path):
    _, graph = load(tmp_path)
    assert {id_: node["name"] for id_, node in nodes(graph, "Admission").items()} == {
        100: "the admission of 1 to 9 June 2150",
        101: "the admission of 1 to 3 August 2150",
        200: "the admission of 31 January to 2 February 2140",
    }
    assert nodes(graph, "ICUStay")[1000]["name"] == "the MICU stay of 1 to 3 June 2150"


def test_two_admissions_of_the_same_days_are_told_apart_by_the_minute(tmp_path: Path):
    rows = ("9,10,102,2150-08-01 01:00:00,2150-08-03 03:30:00" + "," * 9 + ",,0",)
    _, graph = load(tmp_path, ADMISSIONS=more(ADMISSIONS, *rows))
    names = {id_: node["name"] for id_, node in nodes(graph, "Admission").items()}
    assert names[101] == "the admission of 1 August 2150 at 08:00 to 3 August 2150 at 12:00"
    assert names[102] == "the admission of 1 August 2150 at 01:00 to 3 August 2150 at 03:30"
    assert names[100] == "the admission of 1 to 9 June 2150"


def test_the_same_days_of_another_patient_change_no_name(tmp_path: Path):
    rows = ("9,20,201,2150-08-01 01:00:00,2150-08-03 03:30:00" + "," * 9 + ",,0",)
    _, graph = load(tmp_path, ADMISSIONS=more(ADMISSIONS, *rows))
    names = [node["name"] for node in nodes(graph, "Admission").values()]
    assert names.count("the admission of 1 to 3 August 2150") == 2


def test_a_laboratory_result_is_named_with_its_fluid_and_an_order_by_its_drug(tmp_path: Path):
    _, graph = load(tmp_path)
    assert nodes(graph, "LabEvent")[1]["name"] == "Creatinine (Blood)"
    assert nodes(graph, "Prescription")[1]["name"] == "Hydromorphone (Dilaudid)"
    assert nodes(graph, "Prescription")[1]["drug"] == "HYDROmorphone  (Dilaudid)"


def test_admission_and_icu_stay_names_are_unique_within_a_patient_of_the_demo(demo_graph: GraphFolder):
    for label in ("Admission", "ICUStay"):
        found = nodes(demo_graph, label)
        assert len({(node["subject_id"], node["name"]) for node in found.values()}) == len(found)


# --- dirt that is counted ---


def test_an_order_that_ends_before_it_starts_is_counted_and_has_no_interval(tmp_path: Path):
    backwards = order(2, startdate="2150-06-05 00:00:00", enddate="2150-06-04 00:00:00")
    one_day = order(3, startdate="2150-06-05 00:00:00", enddate="2150-06-05 00:00:00")
    loaded, graph = load(tmp_path, PRESCRIPTIONS=more(PRESCRIPTIONS, backwards, one_day))
    found = nodes(graph, "Prescription")
    assert not [name for name in found[2] if name.startswith(("start_", "stop_"))]
    assert found[2]["startdate"] == "2150-06-05"
    assert found[3]["start_earliest"] < found[3]["stop_latest"]
    assert loaded.tables["PRESCRIPTIONS"]["counted"]["ends before it starts"] == 1


def test_an_order_that_starts_after_discharge_is_counted_and_has_no_interval(tmp_path: Path):
    after = order(2, startdate="2150-06-10 00:00:00", enddate="2150-06-12 00:00:00")
    on_the_day = order(3, startdate="2150-06-09 00:00:00", enddate="2150-06-12 00:00:00")
    loaded, graph = load(tmp_path, PRESCRIPTIONS=more(PRESCRIPTIONS, after, on_the_day))
    found = nodes(graph, "Prescription")
    assert "start_earliest" not in found[2]
    assert "start_earliest" in found[3]
    assert loaded.tables["PRESCRIPTIONS"]["counted"]["starts after discharge"] == 1


def test_a_dose_that_is_a_range_is_text_and_no_number(tmp_path: Path):
    doses = {2: "1-2", 3: "2.5", 4: "1,000", 5: ".5", 6: "as directed", 7: "5."}
    rows = [order(row_id, dose_val_rx=f'"{dose}"') for row_id, dose in doses.items()]
    loaded, graph = load(tmp_path, PRESCRIPTIONS=more(PRESCRIPTIONS, *rows))
    found = nodes(graph, "Prescription")
    assert {row_id: found[row_id].get("dose") for row_id in doses} == {
        2: None,
        3: 2.5,
        4: None,
        5: 0.5,
        6: None,
        7: 5.0,
    }
    assert found[2]["dose_val_rx"] == "1-2"
    assert loaded.tables["PRESCRIPTIONS"]["counted"]["dose_val_rx is no single number"] == 3


def test_ndc_zero_is_no_code_and_leading_zeros_stay(tmp_path: Path):
    loaded, graph = load(tmp_path, PRESCRIPTIONS=more(PRESCRIPTIONS, order(2, ndc="0"), order(3, ndc="00")))
    found = nodes(graph, "Prescription")
    assert "ndc" not in found[2]
    assert found[3]["ndc"] == "00"
    assert found[1]["ndc"] == "00409128331"
    assert loaded.tables["PRESCRIPTIONS"]["counted"]["no NDC"] == 1


def test_an_icu_stay_of_another_admission_or_patient_gives_no_edge(tmp_path: Path):
    rows = [
        order(2, icustay_id="999"),
        order(3, hadm_id="101", icustay_id="1000"),
        order(4, subject_id="20", hadm_id="200", icustay_id="1000"),
    ]
    loaded, graph = load(tmp_path, PRESCRIPTIONS=more(PRESCRIPTIONS, *rows))
    assert edges(graph, "DURING") == {("Prescription", 1, "ICUStay", 1000)}
    assert loaded.tables["PRESCRIPTIONS"]["counted"]["icustay_id without its ICUStay"] == 3


def test_a_code_without_an_entry_is_named_by_the_code_with_its_dot(tmp_path: Path):
    codes = ("5849", "E8700", "V4581", "486", "99592")
    rows = "row_id,subject_id,hadm_id,seq_num,icd9_code\n" + "".join(
        f"{n},10,100,{n},{code}\n" for n, code in enumerate(codes, 1)
    )
    titles = "row_id,icd9_code,short_title,long_title\n1,99592,Severe sepsis,Severe sepsis\n"
    loaded, graph = load(tmp_path, DIAGNOSES_ICD=rows, D_ICD_DIAGNOSES=titles)
    assert [node["name"] for node in nodes(graph, "Diagnosis").values()] == [
        "ICD-9 code 584.9", "ICD-9 code E870.0", "ICD-9 code V45.81", "ICD-9 code 486", "Severe sepsis",
    ]  # fmt: skip
    assert loaded.tables["DIAGNOSES_ICD"]["counted"] == {"icd9_code without its entry in D_ICD_DIAGNOSES": 4}


def test_empty_and_blank_texts_are_absent_and_other_blanks_are_cut(tmp_path: Path):
    rows = [order(2, route=" ", prod_strength=" 5 mg  Tab "), order(3, route='""')]
    _, graph = load(tmp_path, PRESCRIPTIONS=more(PRESCRIPTIONS, *rows))
    found = nodes(graph, "Prescription")
    assert "route" not in found[2]
    assert "route" not in found[3]
    assert found[2]["prod_strength"] == "5 mg  Tab"


# --- refusals: read = used + refused ---


def refused(tmp_path: Path, table: str, *rows: str) -> dict[str, int]:
    loaded, _ = load(tmp_path, **{table: more(tables.TABLES[table], *rows)})
    account = loaded.tables[table]
    assert account["read"] == account["used"] + sum(account["refused"].values())
    assert account["used"] == tables.TABLES[table].count("\n") - 1 - sum(account["refused"].values()) + len(rows)
    return account["refused"]


def test_a_row_of_an_unknown_patient_is_refused(tmp_path: Path):
    assert refused(tmp_path, "LABEVENTS", "3,99,,50912,2150-06-02 06:00:00,1,1,,") == {"unknown patient": 1}


def test_a_row_without_a_patient_is_refused(tmp_path: Path):
    assert refused(tmp_path, "LABEVENTS", "3,,,50912,2150-06-02 06:00:00,1,1,,") == {"no patient": 1}


def test_a_row_of_an_unknown_admission_is_refused(tmp_path: Path):
    assert refused(tmp_path, "LABEVENTS", "3,10,999,50912,2150-06-02 06:00:00,1,1,,") == {"unknown admission": 1}


def test_a_row_of_another_patients_admission_is_refused(tmp_path: Path):
    assert refused(tmp_path, "LABEVENTS", "3,20,100,50912,2150-06-02 06:00:00,1,1,,") == {
        "admission of another patient": 1
    }


def test_an_order_without_an_admission_is_refused_because_nothing_would_hold_it(tmp_path: Path):
    assert refused(tmp_path, "PRESCRIPTIONS", order(2, hadm_id="")) == {"no admission": 1}


def test_a_row_without_its_key_is_refused(tmp_path: Path):
    assert refused(tmp_path, "LABEVENTS", ",10,100,50912,2150-06-02 06:00:00,1,1,,") == {"no row_id": 1}


def test_two_rows_with_one_key_are_both_refused_because_either_may_be_wrong(tmp_path: Path):
    assert refused(tmp_path, "LABEVENTS", "1,10,100,50912,2150-06-02 06:00:00,2,2,,") == {"row_id occurs twice": 2}


def test_a_row_repeated_word_for_word_is_kept_once(tmp_path: Path):
    again = LABEVENTS.splitlines()[1]
    assert refused(tmp_path, "LABEVENTS", again, again) == {"the same row again": 2}


def test_an_admission_that_is_refused_takes_its_events_with_it(tmp_path: Path):
    twice = more(ADMISSIONS, "4,20,100,2140-01-31 10:30:00,2140-02-02 10:00:00" + "," * 9 + ",,0")
    loaded, graph = load(tmp_path, ADMISSIONS=twice)
    assert loaded.tables["ADMISSIONS"]["refused"] == {"hadm_id occurs twice": 2}
    assert loaded.tables["PRESCRIPTIONS"]["refused"] == {"unknown admission": 1}
    assert nodes(graph, "Prescription") == {}


def test_a_dictionary_key_that_occurs_twice_multiplies_no_event(tmp_path: Path):
    twice = more(tables.D_LABITEMS, "2,50912,Something else,Urine,Chemistry,")
    loaded, graph = load(tmp_path, D_LABITEMS=twice)
    assert len(nodes(graph, "LabEvent")) == 2
    assert nodes(graph, "LabEvent")[1]["name"] == "laboratory item 50912"
    assert loaded.tables["D_LABITEMS"]["refused"] == {"itemid occurs twice": 2}


# --- edges ---


def test_a_result_without_an_admission_hangs_on_the_patient_and_only_there(tmp_path: Path):
    _, graph = load(tmp_path)
    assert edges(graph, "HAD_LAB_EVENT") == {("Admission", 100, "LabEvent", 1), ("Patient", 10, "LabEvent", 2)}


def test_edges_follow_foreign_keys(tmp_path: Path):
    _, graph = load(tmp_path)
    assert edges(graph, "HAD_ADMISSION") == {
        ("Patient", 10, "Admission", 100), ("Patient", 10, "Admission", 101), ("Patient", 20, "Admission", 200),
    }  # fmt: skip
    assert edges(graph, "HAD_ICU_STAY") == {("Admission", 100, "ICUStay", 1000)}
    assert edges(graph, "HAD_PRESCRIPTION") == {("Admission", 100, "Prescription", 1)}


# --- the folder as given ---


def test_missing_tables_are_said_and_their_labels_are_empty(tmp_path: Path):
    loaded, graph = load(tmp_path, ICUSTAYS=None, D_LABITEMS=None)
    assert {"ICUSTAYS", "D_LABITEMS", "CHARTEVENTS"} <= set(loaded.missing)
    assert nodes(graph, "ICUStay") == {} == nodes(graph, "ChartEvent")
    assert nodes(graph, "LabEvent")[1]["name"] == "laboratory item 50912"
    assert loaded.tables["PRESCRIPTIONS"]["counted"]["icustay_id without its ICUStay"] == 1


def fingerprint(where: Path, **changed: str | None) -> str:
    return load(where, **changed)[0].fingerprint


def test_headers_may_be_upper_case_and_quoted_and_columns_in_any_order(tmp_path: Path):
    def other(text: str) -> str:
        rows = duckdb.sql("SELECT 1").fetchall() and [line.split(",") for line in text.splitlines()]
        turned = [list(reversed(row)) for row in rows]
        head = ",".join(f'"{name.upper()}"' for name in turned[0])
        return "\n".join([head, *(",".join(f'"{cell}"' if cell else "" for cell in row) for row in turned[1:])]) + "\n"

    usual = fingerprint(tmp_path / "a")
    assert fingerprint(tmp_path / "b", **{name: other(text) for name, text in tables.TABLES.items()}) == usual


def test_the_order_of_rows_changes_nothing(tmp_path: Path):
    def upside_down(text: str) -> str:
        head, *rows = text.splitlines()
        return "\n".join([head, *reversed(rows)]) + "\n"

    usual = fingerprint(tmp_path / "a")
    assert fingerprint(tmp_path / "b", **{name: upside_down(text) for name, text in tables.TABLES.items()}) == usual


def test_parquet_gives_the_same_graph_as_csv(tmp_path: Path):
    usual = fingerprint(tmp_path / "a")
    source = tables.write(tmp_path / "b" / "csv")
    target = tmp_path / "b" / "tables"
    target.mkdir()
    for path in source.iterdir():
        texts = "types = {'ndc': 'VARCHAR'}" if path.stem == "PRESCRIPTIONS" else "header = true"
        duckdb.sql(f"COPY (FROM read_csv('{path}', {texts})) TO '{target / path.stem}.parquet'")
    assert fingerprint(tmp_path / "b", **dict.fromkeys(tables.TABLES)) == usual


def test_whole_numbers_written_with_a_point_are_keys_all_the_same(tmp_path: Path):
    usual = fingerprint(tmp_path / "a")
    floats = LABEVENTS.replace(",100,", ",100.0,").replace("50912,", "50912.0,")
    assert fingerprint(tmp_path / "b", LABEVENTS=floats) == usual


def test_one_more_patient_leaves_the_rows_of_the_others_alone(tmp_path: Path):
    _, before = load(tmp_path / "a")
    _, after = load(
        tmp_path / "b",
        PATIENTS=more(PATIENTS, "3,5,F,2001-01-01 00:00:00,,0"),
        ADMISSIONS=more(ADMISSIONS, "4,5,50,2050-06-01 21:09:00,2050-06-09 17:15:00" + "," * 9 + ",,0"),
        ICUSTAYS=more(ICUSTAYS, "2,5,50,500,carevue,MICU,MICU,2050-06-01 21:10:15,2050-06-03 12:00:00,1.6"),
        LABEVENTS=more(LABEVENTS, "3,5,50,50912,2050-06-02 06:00:00,1,1,,"),
    )
    for label in ("Patient", "Admission", "ICUStay", "LabEvent", "Prescription"):
        old, new = nodes(before, label), nodes(after, label)
        assert {id_: new[id_] for id_ in old} == old


# --- the open demo ---

FACTS = {
    "Patient": 100, "Admission": 129, "ICUStay": 136, "Transfer": 524, "Service": 163, "Callout": 77, "Diagnosis": 1_761,
    "Procedure": 506, "DRG": 297, "CPTEvent": 1_579, "Prescription": 10_398, "LabEvent": 76_074, "MicrobiologyEvent": 2_003,
    "ChartEvent": 758_355, "InputEventCV": 34_799, "InputEventMV": 13_224, "OutputEvent": 11_320, "ProcedureEvent": 753,
    "DateTimeEvent": 15_551, "Caregiver": 7_567, "Note": 0,
}  # fmt: skip


def test_the_demo_has_as_many_nodes_of_each_label_as_its_tables_have_rows(demo_graph: GraphFolder):
    assert {node.label: node.rows for node in demo_graph.nodes if node.label in FACTS} == FACTS
    accounts = demo_graph.meta["source"]["tables"]
    assert len(accounts) == 26
    assert all(account["read"] == account["used"] and not account["refused"] for account in accounts.values())


def test_the_demos_dirt_is_counted(demo_graph: GraphFolder):
    counted = {name: account["counted"] for name, account in demo_graph.meta["source"]["tables"].items()}
    assert counted["PATIENTS"] == {"birth date shifted (over 89)": 8}
    assert counted["PRESCRIPTIONS"] == {
        "no NDC": 1_478, "dose_val_rx is no single number": 655, "ends before it starts": 39, "starts after discharge": 17,
    }  # fmt: skip
    assert counted["LABEVENTS"] == {"no admission": 14_262, "no numeric value": 9_044}
    assert counted["DIAGNOSES_ICD"] == {"icd9_code without its entry in D_ICD_DIAGNOSES": 45}
    assert counted["TRANSFERS"] == {"no current unit": 357}
    assert counted["MICROBIOLOGYEVENTS"]["no organism"] == 866


def test_no_interval_of_the_demo_runs_backwards(demo_graph: GraphFolder):
    for node in demo_graph.nodes:
        for name in node.properties:
            if name.endswith("earliest"):
                latest = name.replace("earliest", "latest")
                wrong = f'"{name}" > "{latest}" OR ("{name}" IS NULL) <> ("{latest}" IS NULL)'
                if name == "start_earliest":
                    wrong += " OR stop_latest < start_earliest"
                found = duckdb.sql(
                    f"SELECT count(*) FROM read_parquet('{demo_graph.path / node.file}') WHERE {wrong}"
                ).fetchall()
                assert found == [(0,)], (node.label, name)


def test_the_demo_is_what_was_published():
    folder = share("data") / "mimic-iii-demo"
    published = dict(reversed(line.split()) for line in (folder / "SHA256SUMS.published.txt").read_text().splitlines())
    differing = {
        path.name.removesuffix(".gz")
        for path in folder.glob("*.csv.gz")
        if hashlib.sha256(gzip.decompress(path.read_bytes())).hexdigest() != published[path.name.removesuffix(".gz")]
    }
    assert differing == {"CHARTEVENTS.csv", "LABEVENTS.csv"}
