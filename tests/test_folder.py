"""A graph folder is read back as what was written, or refused with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from kgqa.errors import GraphError
from kgqa.graph import folder
from kgqa.schema import read_schema
from tests import tables


def test_the_catalog_holds_every_label_and_edge_and_its_relations_can_be_read(tmp_path: Path):
    _, graph = tables.load(tmp_path)
    for node in graph.catalog.nodes:
        columns = duckdb.sql(f"FROM {node.relation} LIMIT 0").columns
        assert {node.key, *node.properties} <= set(columns)
    for edge in graph.catalog.edges:
        columns = duckdb.sql(f"FROM {edge.relation} LIMIT 0").columns
        assert {edge.source_column, edge.target_column, *edge.properties} <= set(columns)


def test_labels_properties_and_edges_are_those_of_the_schema(demo_graph: folder.GraphFolder):
    schema = read_schema()
    for node in demo_graph.nodes:
        label = schema.labels[node.label]
        assert (node.labels, node.key_type, node.properties) == (label.labels, label.key, label.properties)
    for edge in demo_graph.edges:
        kind = schema.edges[edge.type]
        assert edge.source in kind.sources
        assert edge.target in kind.targets
        assert edge.properties == ({} if edge.file.startswith("nodes/") else kind.properties)
    written = {(edge.type, edge.source, edge.target) for edge in demo_graph.edges}
    labels = {node.label for node in demo_graph.nodes}
    wanted = {(e.name, a, b) for e in schema.edges.values() for a in e.sources for b in e.targets if {a, b} <= labels}
    assert written == wanted


def test_both_ends_of_every_edge_of_the_demo_are_nodes(demo_graph: folder.GraphFolder):
    files = {node.label: demo_graph.path / node.file for node in demo_graph.nodes}
    for edge in demo_graph.edges:
        for column, label in ((edge.source_column, edge.source), (edge.target_column, edge.target)):
            lost = duckdb.sql(
                f"SELECT count(*) FROM read_parquet('{demo_graph.path / edge.file}') e ANTI JOIN read_parquet('{files[label]}') n"
                f' ON n.id = e."{column}" WHERE "{edge.source_column}" IS NOT NULL AND "{edge.target_column}" IS NOT NULL'
            ).fetchall()
            assert lost == [(0,)], (edge.type, edge.source, edge.target, column)


def test_no_edge_of_the_demo_has_a_parallel(demo_graph: folder.GraphFolder):
    for edge in demo_graph.edges:
        ends = f'"{edge.source_column}", "{edge.target_column}"'
        twice = duckdb.sql(
            f"SELECT {ends} FROM read_parquet('{demo_graph.path / edge.file}')"
            f' WHERE "{edge.source_column}" IS NOT NULL AND "{edge.target_column}" IS NOT NULL GROUP BY ALL HAVING count(*) > 1'
        ).fetchall()
        assert not twice, (edge.type, edge.source, edge.target, len(twice))


def test_ids_are_unique_within_each_label_of_the_demo(demo_graph: folder.GraphFolder):
    for node in demo_graph.nodes:
        found = duckdb.sql(
            f"SELECT count(*), count(DISTINCT id) FROM read_parquet('{demo_graph.path / node.file}')"
        ).fetchall()
        assert found == [(node.rows, node.rows)], node.label


def test_where_there_is_no_graph_the_message_says_how_to_get_one(tmp_path: Path):
    with pytest.raises(GraphError, match=r"holds no graph\. Write one with: kgqa load --graph"):
        folder.read(tmp_path)


def test_a_graph_of_another_format_is_refused(tmp_path: Path):
    tables.load(tmp_path)
    manifest = tmp_path / "graph" / "graph.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99}))
    with pytest.raises(GraphError, match="has format 99, and this kgqa reads 1"):
        folder.read(tmp_path / "graph")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 1, "nodes": [{}], "edges": []}'])
def test_a_spoiled_manifest_is_refused(tmp_path: Path, text: str):
    (tmp_path / "graph.json").write_text(text)
    with pytest.raises(GraphError, match="is not what kgqa writes"):
        folder.read(tmp_path)


def test_a_graph_with_a_file_missing_is_refused(tmp_path: Path):
    tables.load(tmp_path)
    (tmp_path / "graph" / "nodes" / "LabEvent.parquet").unlink()
    with pytest.raises(GraphError, match=r"LabEvent\.parquet: is missing"):
        folder.read(tmp_path / "graph")
