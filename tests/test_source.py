"""Files that cannot be read as their table: one clear error each, no chart value in it, nothing half-written."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kgqa.errors import SourceError
from kgqa.load import build
from kgqa.load.mapping_file import read_source
from kgqa.load.source import find_files, typed
from kgqa.schema import read_schema
from tests import tables
from tests.tables import ADMISSIONS, LABEVENTS, PATIENTS, PRESCRIPTIONS, more

SECRET = "SECRETVALUE"


@pytest.fixture(scope="module", autouse=True)
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A graph that was loaded before, copied into every test's folder."""
    where = tmp_path_factory.mktemp("old")
    tables.load(where)
    OLD.append(where / "graph")
    yield
    OLD.clear()


OLD: list[Path] = []


def error_of(where: Path, change: Callable[[Path], None]) -> str:
    """Spoil the tables and load them over an old graph: the message, after checking that the old graph is untouched."""
    folder = tables.write(where / "tables")
    shutil.copytree(OLD[0], where / "graph")
    before = {path: path.read_bytes() for path in (where / "graph").rglob("*") if path.is_file()}
    change(folder)
    with pytest.raises(SourceError) as caught:
        build.load(folder, where / "graph")
    assert caught.value.exit_code == 4
    assert {path: path.read_bytes() for path in (where / "graph").rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in where.iterdir()) == ["graph", "tables"]
    message = str(caught.value)
    assert SECRET not in message
    assert "\n" not in message
    assert caught.value.__cause__ is None
    return message


def rows(name: str, text: str) -> Callable[[Path], None]:
    return lambda folder: (folder / f"{name}.csv").write_text(text, encoding="utf-8") and None


def test_text_in_a_number_column(tmp_path: Path):
    said = error_of(tmp_path, rows("LABEVENTS", more(LABEVENTS, f"3,10,100,50912,2150-06-02 06:00:00,1,{SECRET},,")))
    assert "LABEVENTS.csv:4: table LABEVENTS: column valuenum: not a number" in said


@pytest.mark.parametrize("value", ["1.5", "0x10", "1_000", "nan", "1e3", "--1", "1 2"])
def test_what_only_looks_like_a_whole_number_is_none(tmp_path: Path, value: str):
    said = error_of(tmp_path, rows("LABEVENTS", more(LABEVENTS, f"{value},10,100,50912,2150-06-02 06:00:00,1,1,,")))
    assert "LABEVENTS.csv:4: table LABEVENTS: column row_id: not a whole number" in said


@pytest.mark.parametrize("value", ["nan", "inf", "1_0", "0x1", "1;5"])
def test_what_only_looks_like_a_number_is_none(tmp_path: Path, value: str):
    said = error_of(tmp_path, rows("LABEVENTS", more(LABEVENTS, f"3,10,100,50912,2150-06-02 06:00:00,1,{value},,")))
    assert "column valuenum: not a number" in said


@pytest.mark.parametrize(
    "value", ["06/02/2150", "2150-02-30 00:00:00", "0000-00-00 00:00:00", "yesterday", "2150-06-02 25:00:00"]
)
def test_an_unreadable_time(tmp_path: Path, value: str):
    said = error_of(tmp_path, rows("LABEVENTS", more(LABEVENTS, f"3,10,100,50912,{value},1,1,,")))
    assert "LABEVENTS.csv:4: table LABEVENTS: column charttime: not a time" in said


def test_the_line_is_the_line_of_the_file_where_values_hold_line_breaks(tmp_path: Path):
    two_lines = '3,10,100,50912,2150-06-02 06:00:00,"one\ntwo",1,,'
    said = error_of(
        tmp_path, rows("LABEVENTS", more(LABEVENTS, two_lines, f"{SECRET},10,100,50912,2150-06-02 06:00:00,1,1,,"))
    )
    assert "LABEVENTS.csv:6:" in said


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (f"3,10,100,50912,2150-06-02 06:00:00,{SECRET}", "too few columns"),
        (f"3,10,100,50912,2150-06-02 06:00:00,{SECRET},1,,,,1", "too many columns"),
        (f'3,10,100,50912,2150-06-02 06:00:00,"{SECRET},1,,', "quote that is not closed"),
        (f'3,10,100,50912,2150-06-02 06:00:00,"{SECRET}"x,1,,', "quote that is not closed or not doubled"),
    ],
)
def test_a_row_that_is_no_row(tmp_path: Path, row: str, fault: str):
    said = error_of(tmp_path, rows("LABEVENTS", more(LABEVENTS, row, "4,10,100,50912,2150-06-02 06:00:00,1,1,,")))
    assert "LABEVENTS.csv:4: table LABEVENTS: the line has " in said
    assert fault in said


def test_a_file_that_ends_in_the_middle_of_a_row(tmp_path: Path):
    said = error_of(tmp_path, rows("LABEVENTS", LABEVENTS[: LABEVENTS.rindex("1.1,1.1")]))
    assert "LABEVENTS.csv:3: table LABEVENTS: the line has too few columns" in said


def test_bytes_that_are_not_utf8(tmp_path: Path):
    def spoil(folder: Path) -> None:
        text = more(LABEVENTS, f"3,10,100,50912,2150-06-02 06:00:00,{SECRET}é,1,,")
        (folder / "LABEVENTS.csv").write_bytes(text.encode("latin-1"))

    assert "LABEVENTS.csv:4: table LABEVENTS: the line is not UTF-8" in error_of(tmp_path, spoil)


def test_a_header_without_a_needed_column(tmp_path: Path):
    said = error_of(tmp_path, rows("PRESCRIPTIONS", PRESCRIPTIONS.replace(",ndc,", ",code,", 1)))
    assert "PRESCRIPTIONS.csv:1: table PRESCRIPTIONS: the column ndc is not in the header" in said


def test_a_file_without_a_header(tmp_path: Path):
    said = error_of(tmp_path, rows("PATIENTS", PATIENTS.split("\n", 1)[1]))
    assert "the column row_id is not in the header" in said


def test_an_empty_file(tmp_path: Path):
    assert "table LABEVENTS: is empty" in error_of(tmp_path, rows("LABEVENTS", ""))


def packed(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Replace a CSV by a spoiled gzip of many rows."""

    def spoil(folder: Path) -> None:
        many = "".join(f"{n},10,100,50912,2150-06-02 06:00:00,{n * 7919 % 10007},{n},mg/dL,\n" for n in range(3, 5000))
        (folder / f"{name}.csv").unlink()
        (folder / f"{name}.csv.gz").write_bytes(change(gzip.compress((LABEVENTS + many).encode())))

    return spoil


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-8],
        lambda data: data[:5],
        lambda data: flipped(data, len(data) // 2),
        lambda data: flipped(data, len(data) - 6),  # the checksum alone: all rows still unpack
        lambda data: b"not gzip at all",
    ],
    ids=["half", "no checksum", "head only", "a byte turned", "checksum turned", "no gzip"],
)
def test_a_broken_gzip(tmp_path: Path, change: Callable[[bytes], bytes]):
    assert "table LABEVENTS: is no whole gzip file" in error_of(tmp_path, packed("LABEVENTS", change))


def test_a_file_that_is_no_parquet(tmp_path: Path):
    def spoil(folder: Path) -> None:
        (folder / "LABEVENTS.csv").rename(folder / "LABEVENTS.parquet")

    assert "table LABEVENTS: is no Parquet file" in error_of(tmp_path, spoil)


def test_parquet_with_text_in_a_number_column_names_the_row(tmp_path: Path):
    def spoil(folder: Path) -> None:
        path = folder / "LABEVENTS.csv"
        path.write_text(more(LABEVENTS, f"3,10,100,50912,2150-06-02 06:00:00,1,{SECRET},,"))
        duckdb.sql(f"COPY (FROM read_csv('{path}', all_varchar = true)) TO '{folder}/LABEVENTS.parquet'")
        path.unlink()

    assert "table LABEVENTS: row 3, column valuenum: not a number" in error_of(tmp_path, spoil)


def test_parquet_that_has_lost_the_zeros_of_its_codes(tmp_path: Path):
    def spoil(folder: Path) -> None:
        path = folder / "PRESCRIPTIONS.csv"
        duckdb.sql(f"COPY (FROM read_csv('{path}', types = {{'ndc': 'BIGINT'}})) TO '{folder}/PRESCRIPTIONS.parquet'")
        path.unlink()

    assert "column ndc is stored as a number and has lost its leading zeros" in error_of(tmp_path, spoil)


def test_two_files_for_one_table(tmp_path: Path):
    def spoil(folder: Path) -> None:
        (folder / "labevents.csv.gz").write_bytes(gzip.compress(LABEVENTS.encode()))

    assert "table LABEVENTS is in LABEVENTS.csv too. Keep one of them" in error_of(tmp_path, spoil)


@pytest.mark.parametrize("name", ["PATIENTS", "ADMISSIONS"])
def test_without_patients_or_admissions_there_is_no_graph(tmp_path: Path, name: str):
    assert f"{name} is missing" in error_of(tmp_path, lambda folder: (folder / f"{name}.csv").unlink())


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(SourceError, match="there is no such folder"):
        build.load(tmp_path / "nowhere", tmp_path / "graph")
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_a_table_that_others_need_is_found_too(tmp_path: Path):
    said = error_of(tmp_path, rows("ADMISSIONS", ADMISSIONS.replace("2140-01-31", SECRET)))
    assert "ADMISSIONS.csv:4: table ADMISSIONS: column admittime: not a time" in said


class Cell:
    """A cell of a column of LABEVENTS, read by the query that reads its file."""

    def __init__(self, where: Path, column: str, pattern: str) -> None:
        mapping = read_source(read_schema())
        files, _ = find_files(tables.write(where), mapping)
        file, table = files["LABEVENTS"], mapping.tables["LABEVENTS"]
        query = typed(file, table, table.columns[column])
        self.pattern = re.compile(pattern)
        self.sql = f"SELECT {query} FROM (SELECT $text AS c{file.header.index(column)})"
        self.connection = duckdb.connect()

    def read(self, text: str) -> object:
        """Its value, or "refused"."""
        try:
            return self.connection.execute(self.sql, {"text": text}).fetchall()[0][0]
        except (duckdb.InvalidInputException, duckdb.ConversionException):
            return "refused"

    def told(self, text: str, value: Callable[[str], object]) -> object:
        """What Python makes of it by the pattern alone."""
        text = text.strip(" ")
        try:
            return (value(text) if self.pattern.fullmatch(text) else "refused") if text else None
        except ValueError:
            return "refused"


WHOLE = st.one_of(
    st.integers(-(10**20), 10**20).map(str),
    st.text(alphabet="0123456789+-. eE_x", max_size=6),
    st.builds(
        "{}{}{}".format, st.sampled_from(["", " ", "0", "+", "-"]), st.integers(0, 99), st.sampled_from(["", ".0"])
    ),
)
MOMENT = st.one_of(
    st.datetimes(datetime(1, 1, 1), datetime(9999, 1, 1)).map(lambda at: f"{at:%Y-%m-%d %H:%M:%S}"),  # noqa: DTZ001
    st.builds(
        "{}{}-{}-{}{}{}:{}:{}{}".format,
        st.sampled_from(["", " ", "-", "+", "1"]),
        st.sampled_from(["2150", "0001", "50", "12150"]),
        st.sampled_from(["06", "6", "13"]),
        st.sampled_from(["02", "2", "31"]),
        st.sampled_from([" ", "T", "", "  "]),
        st.sampled_from(["05", "5", "25"]),
        st.sampled_from(["06", "6", "60"]),
        st.sampled_from(["07", "7", "60"]),
        st.sampled_from(["", " ", ".5", "Z", "+01"]),
    ),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Cell:
    return Cell(tmp_path_factory.mktemp("whole"), "subject_id", r"[-+]?[0-9]+(\.0*)?")


@pytest.fixture(scope="module")
def moment(tmp_path_factory: pytest.TempPathFactory) -> Cell:
    pattern = r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?"
    return Cell(tmp_path_factory.mktemp("moment"), "charttime", pattern)


@given(text=WHOLE)
def test_a_whole_number_is_what_the_pattern_takes_for_one(whole: Cell, text: str):
    def value(text: str) -> object:
        number = int(text.split(".", maxsplit=1)[0])
        return number if -(2**63) <= number < 2**63 else "refused"

    assert whole.read(text) == whole.told(text, value)


@example(text="12150-06-02 05:06:07")
@example(text="-150-06-02 05:06:07")
@example(text="-2150-06-02 05:06:07")
@example(text=" 2150-06-02 05:06:07 ")
@given(text=MOMENT)
def test_a_time_is_what_the_pattern_takes_for_one(moment: Cell, text: str):
    assert moment.read(text) == moment.told(text, datetime.fromisoformat)
