"""MED-RT's XML: associations between codes of several vocabularies. The file here is invented in the published layout."""

from __future__ import annotations

import zipfile

import pytest
from test_umls import staged

from kgqa.errors import SourceError
from kgqa.load.medrt import find_file, read_medrt

TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<terminology>
  <namespace><name>MED-RT</name><code>Core_MEDRT_2026.07.06</code><version>2026.07.06</version></namespace>
  <referencedNamespace><name>RxNorm R</name></referencedNamespace>
  <assntype><name>may_treat</name></assntype>
  <concept><namespace>MED-RT</namespace><name>Made-up Blocker [MoA]</name><code>100</code><status>A</status>
    <property><namespace>MED-RT</namespace><name>NUI</name><value>N0000000100</value></property></concept>
  <concept><namespace>MED-RT</namespace><name>Old</name><code>101</code><status>D</status></concept>
  <association><namespace>MED-RT</namespace><name>may_treat</name><from_namespace>RxNorm R</from_namespace><from_name>alphadrug</from_name><from_code>1</from_code>
    <to_namespace>MeSH</to_namespace><to_name>Alphaitis</to_name><to_code>D0001</to_code></association>
  <association><namespace>MED-RT</namespace><name>has_MoA</name><from_namespace>RxNorm R</from_namespace><from_name>alphadrug</from_name><from_code>1</from_code>
    <to_namespace>MED-RT</to_namespace><to_name>Made-up Blocker [MoA]</to_name><to_code>100</to_code></association>
  <association><namespace>MED-RT</namespace><name>CI_with</name><from_namespace>RxNorm R</from_namespace><from_name>betadrug</from_name><from_code>2</from_code>
    <to_namespace>MeSH</to_namespace><to_name>Alphaitis</to_name><to_code>D0001</to_code></association>
  <association><namespace>MED-RT</namespace><name>CI_MoA</name><from_namespace>RxNorm R</from_namespace><from_name>betadrug</from_name><from_code>2</from_code>
    <to_namespace>MED-RT</to_namespace><to_name>Made-up Blocker [MoA]</to_name><to_code>100</to_code></association>
  <association><namespace>MED-RT</namespace><name>Parent Of</name><from_namespace>MED-RT</from_namespace><from_name>x</from_name><from_code>1</from_code>
    <to_namespace>MED-RT</to_namespace><to_name>y</to_name><to_code>2</to_code></association>
  <association><namespace>MED-RT</namespace><name>may_treat</name><from_namespace>Elsewhere</from_namespace><from_name>x</from_name><from_code>1</from_code>
    <to_namespace>MeSH</to_namespace><to_name>y</to_name><to_code>2</to_code></association>
</terminology>
"""


def statements(connection):
    return set(connection.execute("SELECT source, type, target FROM knowledge.statement").fetchall())


def test_associations_become_edges_and_known_codes_their_concepts(tmp_path):
    path = tmp_path / "Core_MEDRT_2026.07.06_XML.xml"
    path.write_text(TEXT, encoding="utf-8")
    connection = staged()
    connection.execute(
        "INSERT INTO knowledge.code VALUES ('rxnorm', '1', 'C0000001', true, 'rxnorm', 5), ('rxnorm', '2', 'C0000009', false, 'map', 1)"
    )
    counts = read_medrt(connection, find_file(path))
    assert statements(connection) == {
        ("C0000001", "MAY_TREAT", "mesh:D0001"),
        ("C0000001", "HAS_MOA", "med-rt:N0000000100"),
        ("rxnorm:2", "CONTRAINDICATED_WITH", "mesh:D0001"),  # an inexact code is no identity
        ("rxnorm:2", "INTERACTS_WITH", "med-rt:N0000000100"),
    }
    assert counts == {
        "concepts": 1,
        "statements": 4,
        "concept not active or without code": 1,
        "other association": 1,
        "end without code or vocabulary": 1,
    }
    names = dict(connection.execute("SELECT id, name FROM knowledge.concept").fetchall())
    assert names == {"mesh:D0001": "Alphaitis", "med-rt:N0000000100": "Made-up Blocker [MoA]", "rxnorm:2": "betadrug"}


def test_the_zip_as_published_reads_the_same(tmp_path):
    with zipfile.ZipFile(tmp_path / "Core_MEDRT_XML.zip", "w") as archive:
        archive.writestr("Core_MEDRT_2026.07.06_XML.xml", TEXT)
    one, two = staged(), staged()
    (tmp_path / "plain.xml").write_text(TEXT, encoding="utf-8")
    read_medrt(one, find_file(tmp_path))
    read_medrt(two, tmp_path / "plain.xml")
    assert statements(one) == statements(two) != set()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TEXT[:900], "not well-formed XML"),
        ("<html><body/></html>", "not a MED-RT terminology"),
    ],
)
def test_a_broken_file_is_one_clear_error(tmp_path, text, says):
    path = tmp_path / "Core_MEDRT_1_XML.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=says):
        read_medrt(staged(), find_file(path))


def test_a_missing_file_says_what_to_give(tmp_path):
    with pytest.raises(SourceError, match="Core_MEDRT"):
        read_medrt(staged(), find_file(tmp_path))
