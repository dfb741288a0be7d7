"""The tables beside the vocabulary: further names and the stop list."""

import pytest

from kgqa.errors import SchemaError
from kgqa.notes.tables import read_aliases, read_stop


def test_the_tables_that_come_with_kgqa_can_be_read():
    assert len(read_aliases()) > 200
    stop = read_stop()
    assert "today" in stop.never
    assert "aids" in stop.cased
    assert "sodium" in stop.dosed
    assert "tumor" not in stop.never


@pytest.mark.parametrize("line", ["AF", "AF\t", "\tatrial fibrillation"])
def test_a_line_of_names_that_cannot_be_used_is_named(tmp_path, line):
    path = tmp_path / "abbreviations.tsv"
    path.write_text(f"name\tmeans\n{line}\n")
    with pytest.raises(SchemaError, match=r"abbreviations\.tsv:2: "):
        read_aliases(path)


@pytest.mark.parametrize("lines", ["today", "today\tsometimes\tx", "today\tnever\tx\ntoday\tcased\tx"])
def test_a_line_of_the_stop_list_that_cannot_be_used_is_named(tmp_path, lines):
    path = tmp_path / "stop.tsv"
    path.write_text(f"# head\nstring\tmode\twhy\n{lines}\n")
    with pytest.raises(SchemaError, match=r"stop\.tsv:[34]: "):
        read_stop(path)
