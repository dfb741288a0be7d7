"""Names: what the SQL of the load says, what plain Python says, and that they never differ."""

from __future__ import annotations

from datetime import datetime

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgqa.load import names, said
from kgqa.load.mapping_file import read_source
from kgqa.load.names import Words
from kgqa.schema import read_schema

WORDS = Words(
    frozenset({"MRSA", "IV", "O.R."}),
    {"kind": {"STAPH AUREUS COAG +": "Staphylococcus aureus"}, "fluid": {"BLOOD": "Blood"}},
)
SQL = duckdb.connect()


def by_sql(wordings: tuple[str, ...], words: Words, row: dict[str, object]) -> str | None:
    read = tuple(w for w in map(names.parse, wordings) if w)
    values = ", ".join(f'${name} AS "{name}"' for name in row)
    found = SQL.execute(
        f"SELECT {names.name_sql(read, words, lambda c: chr(34) + c + chr(34))} FROM (SELECT {values})", row
    ).fetchone()
    return found[0] if found else None


def both(wording: str, words: Words = WORDS, **row: object) -> str | None:
    one = by_sql((wording,), words, row)
    read = names.parse(wording)
    assert read is not None
    assert said.name((read,), words, row) == one  # type: ignore[arg-type]
    return one


@pytest.mark.parametrize(
    ("drug", "name"),
    [
        ("HYDROmorphone (Dilaudid)", "Hydromorphone (Dilaudid)"),
        ("CefePIME", "Cefepime"),
        ("PredniSONE", "Prednisone"),
        ("traMADOL", "Tramadol"),
        ("DopAmine", "Dopamine"),
        ("MetRONIDAZOLE (FLagyl)", "Metronidazole (Flagyl)"),
        ("Divalproex (EXTended Release)", "Divalproex (Extended Release)"),
        ("sevelamer HYDROCHLORIDE", "Sevelamer Hydrochloride"),
        ("NIFEdipine CR", "Nifedipine CR"),
        ("HydrALAZINE HCl", "Hydralazine HCl"),
        ("*NF* Ertapenem Sodium", "Ertapenem Sodium"),
        ("NS        (Glass Bottle)", "NS (Glass Bottle)"),
        ("Azithromycin ", "Azithromycin"),
        ("tucks", "Tucks"),
        ("D5W", "D5W"),
        ("NS", "NS"),
        ("SW", "SW"),
        ("KCL", "KCL"),
        ("Heparin CRRT", "Heparin CRRT"),
        ("Potassium Chl 20 mEq / 1000 mL D5 1/2 NS", "Potassium Chl 20 mEq / 1000 mL D5 1/2 NS"),
        ("Prismasate (B22 K4)", "Prismasate (B22 K4)"),
        ("1/2 NS", "1/2 NS"),
        ("5% Dextrose", "5% Dextrose"),
    ],
)
def test_a_drug_is_written_in_its_usual_case(drug: str, name: str):
    assert both("{drug|drug}", drug=drug) == name


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("2164-10-23 21:09:00", "2164-11-01 17:15:00", "23 October to 1 November 2164"),
        ("2164-10-23 21:09:00", "2164-10-25 17:15:00", "23 to 25 October 2164"),
        ("2164-10-23 21:09:00", "2164-10-23 23:15:00", "23 October 2164"),
        ("2164-12-31 21:09:00", "2165-01-01 01:15:00", "31 December 2164 to 1 January 2165"),
        ("2164-10-23 21:09:00", "2165-10-23 21:09:00", "23 October 2164 to 23 October 2165"),
    ],
)
def test_a_range_says_a_month_or_year_once(start: str, end: str, name: str):
    assert both("{a|days:b}", a=datetime.fromisoformat(start), b=datetime.fromisoformat(end)) == name


@pytest.mark.parametrize(
    ("wording", "text", "name"),
    [
        ("{kind|sentence}", "ESCHERICHIA COLI", "Escherichia coli"),
        ("{kind|sentence}", "STAPH AUREUS COAG +", "Staphylococcus aureus"),
        ("{kind|sentence}", "Heart Failure", "Heart Failure"),
        ("{kind|sentence}", "MAJOR O.R. PROCEDURE", "Major O.R. procedure"),
        ("{kind|term}", "MRSA SCREEN", "MRSA screen"),
        ("{kind|term}", "BLOOD CULTURE", "blood culture"),
        ("{kind|word}", "anything else", "anything else"),
    ],
)
def test_capitals_become_a_sentence(wording: str, text: str, name: str):
    assert both(wording, kind=text) == name


def test_a_fluid_is_said_once():
    assert both("{label|in:fluid}", label="Creatinine", fluid="BLOOD") == "Creatinine (Blood)"
    assert both("{label|in:fluid}", label="Creatinine, Urine", fluid="Urine") == "Creatinine, Urine"
    assert both("{label|in:fluid}", label="Urine Color", fluid="Urine") == "Urine Color (Urine)"


@pytest.mark.parametrize(
    ("code", "name"), [("5849", "584.9"), ("486", "486"), ("E8700", "E870.0"), ("V4581", "V45.81"), ("99592", "995.92")]
)
def test_a_diagnosis_code_has_its_dot(code: str, name: str):
    assert both("{c|icd9}", c=code) == name


@pytest.mark.parametrize(("code", "name"), [("3605", "36.05"), ("966", "96.6"), ("39", "39")])
def test_a_procedure_code_has_its_dot(code: str, name: str):
    assert both("{c|icd9_procedure}", c=code) == name


def test_the_first_wording_whose_columns_are_all_there_is_used():
    wordings = ("{a} and {b}", "{a}", "nothing")
    assert by_sql(wordings, WORDS, {"a": "x", "b": "y"}) == "x and y"
    assert by_sql(wordings, WORDS, {"a": "x", "b": None}) == "x"
    assert by_sql(wordings, WORDS, {"a": None, "b": "y"}) == "nothing"
    assert by_sql(wordings[:2], WORDS, {"a": None, "b": "y"}) is None


@pytest.mark.parametrize("text", ["{a", "a}", "{a|}", "{}", "{a:b}", "{{a}}"])
def test_a_brace_left_over_is_no_wording(text: str):
    assert names.parse(text) is None


# Without ß, whose capital is one letter to DuckDB and two to Python.
TEXT = st.text(alphabet=st.sampled_from("ABab Zz.,;()/-+%'\"0159éÉ*NFOR"), min_size=1, max_size=24).filter(
    lambda t: t.strip(" ") == t
)
MOMENT = st.datetimes(datetime(2095, 1, 1), datetime(2220, 1, 1)).map(lambda t: t.replace(microsecond=0))  # noqa: DTZ001


@settings(max_examples=60, deadline=None)
@given(text=TEXT, other=TEXT, start=MOMENT, end=MOMENT)
def test_sql_and_python_say_the_same_of_any_row(text: str, other: str, start: datetime, end: datetime):
    words = read_source(read_schema()).words
    for form in ("drug", "term", "sentence", "word", "icd9", "icd9_procedure"):
        both(f"{{org_name|{form}}}", words, org_name=text)
    both("{label|in:fluid}", words, label=text, fluid=other)
    for form in ("days:b", "minutes:b", "day", "minute"):
        both(f"the {{a|{form}}}.", words, a=start, b=end)
