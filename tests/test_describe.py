"""The documentation of the graph is what the schema says now."""

from __future__ import annotations

from kgqa.files import share
from kgqa.load.describe import BEGIN, described
from kgqa.load.mapping_file import read_source
from kgqa.schema import read_schema


def test_the_schemas_readme_is_up_to_date():
    schema = read_schema()
    text = (share("schema") / "README.md").read_text(encoding="utf-8")
    assert text.split(BEGIN)[1] == "\n" + described(schema, read_source(schema)), "run: python -m kgqa.load.describe"
