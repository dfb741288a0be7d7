"""Dose, unit, route and frequency beside a drug."""

import numpy as np
import pytest

from kgqa.errors import SchemaError
from kgqa.files import share
from kgqa.notes.characters import Spans
from kgqa.notes.dose import NOTHING, Dose, DoseReader
from kgqa.notes.fold import fold_note
from kgqa.notes.match import Strings
from kgqa.notes.pages import join

READER = DoseReader(share("data") / "notes" / "sig.tsv")
WAYS = Strings(READER.texts)


def read(marked):
    """The dose of each {marked} drug."""
    spans, text = [], marked
    while "{" in text:
        spans.append((text.index("{"), text.index("}") - 1))
        text = text.replace("{", "", 1).replace("}", "", 1)
    drugs = Spans(*np.array(spans).T)
    doses = READER.read_all(join([text]), drugs, WAYS.find(fold_note(join([text])))).tolist()
    return doses[0] if len(doses) == 1 else doses


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1. {Aspirin} 81 mg Tablet Sig: One (1) Tablet PO DAILY (Daily).", Dose(81.0, "mg", "PO", "DAILY")),
        ("{Metoprolol} 25 mg Tablet Sig: 0.5 Tablet PO BID (2 times a\nday).", Dose(12.5, "mg", "PO", "BID")),
        ("{Prednisone} 10 mg Tablet Sig: Four (4) Tablet PO once a day.", Dose(40.0, "mg", "PO", "DAILY")),
        ("She was given 20 mg of {furosemide} IV.", Dose(20.0, "mg", "IV", None)),
        ("IV {vancomycin} 1 g q12h", Dose(1.0, "g", "IV", "Q12H")),
        ("{lisinopril} 10mg p.o. q.d., then home", Dose(10.0, "mg", "PO", "DAILY")),
        ("{heparin} 5,000 units sc tid", Dose(5000.0, "UNIT", "SC", "TID")),
        ("{norepinephrine} 0.1 mcg/kg/min", Dose(0.1, "mcg/kg/min", None, None)),
        ("{acetaminophen} 650 mg every six hours as needed", Dose(650.0, "mg", None, "Q6H PRN")),
        ("{aspirin} one tablet daily", Dose(1.0, "TAB", None, "DAILY")),
        ("{albuterol} 2 puffs q6h", Dose(2.0, "PUFF", None, "Q6H")),
        ("{simvastatin} 20 mg p.o. q.h.s.,4. other", Dose(20.0, "mg", "PO", "QHS")),
    ],
)
def test_what_is_written_is_read(written, meant):
    assert read(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "{Warfarin}. Aspirin 81 mg daily",
        "{warfarin}\n2. Aspirin 81 mg daily",
        "{warfarin}\n\n81 mg daily",
        "{warfarin}; aspirin 81 mg",
        "{warfarin} for his heart",
        "age 70 {warfarin} level",
    ],
)
def test_what_belongs_to_something_else_is_left_alone(written):
    assert read(written) == NOTHING


def test_a_range_leaves_the_amount_open():
    assert read("{morphine} 2-4 mg IV q4h prn") == Dose(None, None, "IV", "Q4H PRN")
    assert read("{oxycodone} 5 mg 1-2 tabs q4-6h prn") == Dose(None, None, None, "Q4-6H PRN")


def test_the_next_drug_ends_the_reading():
    assert read("{metformin} and {insulin} 10 units") == [NOTHING, Dose(10.0, "UNIT")]


def test_a_word_that_the_reading_ends_in_is_not_read_in_part():
    assert read("{oxytocin} " + "x " * 58 + " important") == NOTHING


def test_a_line_that_cannot_be_used_is_named(tmp_path):
    path = tmp_path / "sig.tsv"
    path.write_text("kind\tmeans\twritten\nway\tPO\tpo\n")
    with pytest.raises(SchemaError, match=r"sig\.tsv:2: "):
        DoseReader(path)
