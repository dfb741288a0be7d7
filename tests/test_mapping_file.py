"""A source's file is checked against the schema in both directions, and a mistake is named by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgqa.errors import SchemaError
from kgqa.files import share
from kgqa.load.mapping_file import read_source
from kgqa.schema import read_schema

TEXT = (share("schema") / "sources" / "mimic-iii.toml").read_text(encoding="utf-8")


def test_all_26_tables_are_described():
    source = read_source(read_schema())
    assert len(source.tables) == 26
    assert len([table for table in source.tables.values() if not table.label]) == 5
    without_a_table = {"Mention", "Concept"}
    assert {table.label for table in source.tables.values() if table.label} == set(
        read_schema().labels
    ) - without_a_table


def changed(where: Path, *changes: tuple[str, str]) -> Path:
    text = TEXT
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path = where / "source.toml"
    path.write_text(text, encoding="utf-8")
    return path


def line_of(part: str) -> int:
    return TEXT[: TEXT.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("before", "after", "at", "said"),
    [
        ('label = "Patient"', 'label = "Person"', 'label = "Patient"', "unknown label 'Person'"),
        ('label = "Patient"', 'lable = "Patient"', 'label = "Patient"', "unknown key 'lable'"),
        ('key = "cgid"', 'key = "cg_id"', 'key = "cgid"', "the key 'cg_id' is none of its columns"),
        ('gender = "text"', 'gender = "string"', 'gender = "text"', "the kind is one of"),
        ('gender = "text"', 'gender = "int"', 'gender = "text"', "gives gender as int, but schema/graph.toml says text"),
        (' gender = "text",', "", "[tables.PATIENTS]", "no column gives Patient.gender"),
        ('gender = "text"', 'gender = "text", race = "text"', 'gender = "text"', "'race' is read and used for nothing"),
        ('gender = "text"', 'sex = "text as sexe"', 'gender = "text"', "gives sexe as text"),
        ('name = ["patient {subject_id}"]', 'name = ["patient {subject_id"]', 'name = ["patient {sub', "a brace that belongs to no field"),
        ('name = ["patient {subject_id}"]', 'name = ["patient {number}"]', 'name = ["patient {sub', "there is no column 'number'"),
        ("{long_title}", "{long_title|upper}", 'name = ["{long_title}"', "unknown filter 'upper'"),
        ("{drug|drug}", "{drug|day}", 'name = ["{drug|drug}"', "'drug' is a text, which 'day' cannot word"),
        ("{admittime|day}", "{admittime|days}", 'name = ["the admission of', "takes two columns"),
        ('times = { died = ["dod"] }', 'times = { died = ["gender"] }', "times = { died", "neither a time nor a date"),
        ('joins = [{ table = "D_ICD_DIAGNOSES"', 'joins = [{ table = "D_ICD"', 'joins = [{ table = "D_ICD_DIAGNOSES', "'D_ICD' is no dictionary"),
        ('words = ["long_title"]', 'words = ["title"]', 'joins = [{ table = "D_ICD_DIAGNOSES', "has no column 'title'"),
        ('type = "HAD_ADMISSION", from', 'type = "HAS_ADMISSION", from', 'edges = [{ type = "HAD_ADMISSION"', "has no edge 'HAS_ADMISSION'"),
        ('kind = "number"', 'kind = "numeric"', "derived = { dose", "the kind is one of"),
        ("missing = { ndc", "missing = { nbc", "missing = { ndc", "there is no column 'nbc'"),
        ('born = "dob"', 'born = "birthday"', 'born = "dob"', "PATIENTS has no column 'birthday'"),
        ("[tables.PATIENTS]\n", "[tables.PATIENTS]\ndictionary = true\n", "[tables.PATIENTS]", "either a label or dictionary = true"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_its_line(tmp_path: Path, before: str, after: str, at: str, said: str):
    path = changed(tmp_path, (before, after))
    with pytest.raises(SchemaError) as caught:
        read_source(read_schema(), path)
    message = str(caught.value)
    assert said in message
    assert message.startswith(f"{path}:{line_of(at)}: "), message


def test_a_column_may_carry_another_name_than_its_property(tmp_path: Path):
    path = changed(tmp_path, ('gender = "text"', 'sex = "text as gender"'))
    assert read_source(read_schema(), path).tables["PATIENTS"].columns["sex"].property == "gender"


def test_what_a_source_does_not_have_can_be_said(tmp_path: Path):
    path = changed(tmp_path, (' gender = "text",', ""), ('name = ["patient', 'lacks = ["gender"]\nname = ["patient'))
    assert read_source(read_schema(), path).tables["PATIENTS"].lacks == ("gender",)


def test_a_table_must_stand_after_those_it_names(tmp_path: Path):
    text = TEXT.replace("[tables.CAREGIVERS]", "[tables.ZZZ]", 1)
    part = text[text.index("[tables.ZZZ]") : text.index("[tables.D_ICD_DIAGNOSES]")]
    text = text.replace(part, "", 1).replace("# Words.", part.replace("ZZZ", "CAREGIVERS") + "\n# Words.", 1)
    path = tmp_path / "source.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError, match="no table before this one gives 'Caregiver'"):
        read_source(read_schema(), path)
