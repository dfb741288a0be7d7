"""The graph's schema is read whole, and every mistake in it is named by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgqa.errors import SchemaError
from kgqa.schema import read_schema

GOOD = """\
version = 1

[labels.Patient]
key = "int"
properties = { name = "text", born = "int" }

[labels.InputEventCV]
key = "int"
also = ["InputEvent"]

[labels.Concept]
key = "text"

[edges.HAD]
from = ["Patient"]
to = ["InputEventCV"]
properties = { since = "int" }

[edges.ISA]
knowledge = true

[knowledge_properties]
sources = "texts"

[properties]
born = { doc = "minutes", unit = "min" }
"""


def fault(where: Path, before: str, after: str) -> str:
    path = where / "graph.toml"
    assert before in GOOD
    path.write_text(GOOD.replace(before, after, 1))
    with pytest.raises(SchemaError) as caught:
        read_schema(path)
    assert caught.value.exit_code == 3
    return str(caught.value).removeprefix(f"{path}:")


def test_the_installed_schema_explains_every_property():
    schema = read_schema()
    used = {name for entry in schema.labels.values() for name in entry.properties}
    used |= {name for entry in schema.edges.values() for name in entry.properties}
    assert set(schema.docs) == used
    assert all(doc.doc for doc in schema.docs.values())


def test_a_second_label_names_all_that_carry_it():
    schema = read_schema()
    assert {label.name for label in schema.having("InputEvent")} == {"InputEventCV", "InputEventMV"}
    assert [label.name for label in schema.having("Patient")] == ["Patient"]
    assert schema.having("Nonsense") == ()


def test_knowledge_edges_join_concepts_and_carry_provenance(tmp_path: Path):
    (tmp_path / "graph.toml").write_text(GOOD)
    edge = read_schema(tmp_path / "graph.toml").edges["ISA"]
    assert (edge.sources, edge.targets, dict(edge.properties)) == (("Concept",), ("Concept",), {"sources": "texts"})


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ('born = "int"', 'born = "integer"', 5, "the type is one of"),
        ('key = "text"', 'key = "uuid"', 12, 'key must be "int" or "text"'),
        ('also = ["InputEvent"]', 'also = "InputEvent"', 9, "must be a list of texts"),
        ('also = ["InputEvent"]', 'also = ["Patient"]', 7, "Patient is a primary label"),
        ('also = ["InputEvent"]', 'colour = "red"', 9, "unknown key 'colour'"),
        ('to = ["InputEventCV"]', 'to = ["Visit"]', 16, "unknown label 'Visit' in 'to'"),
        ('to = ["InputEventCV"]\n', "", 14, "must be a list of texts"),
        ("knowledge = true", 'knowledge = true\nfrom = ["Patient"]', 19, "always joins Concepts"),
        ("version = 1", 'version = "one"', 1, "version must be a whole number"),
        ("[knowledge_properties]", "[knowledge]", 22, "unknown key 'knowledge'"),
        ("born = { doc", "weight = { doc", 26, "'weight' is explained, but no label and no edge has it"),
        ('name = "text"', 'id = "text"', 5, "id is every node's key"),
        ('key = "int"', "key = int", 4, "is not TOML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_its_line(tmp_path: Path, before: str, after: str, line: int, said: str):
    message = fault(tmp_path, before, after)
    assert message.startswith(f"{line}: "), message
    assert said in message


def test_a_file_that_is_missing_or_no_utf8(tmp_path: Path):
    with pytest.raises(SchemaError, match="cannot be read"):
        read_schema(tmp_path / "graph.toml")
    (tmp_path / "graph.toml").write_bytes(b"version = 1 # \xe9")
    with pytest.raises(SchemaError, match="is not UTF-8"):
        read_schema(tmp_path / "graph.toml")
