"""Writes the documentation of the graph from the schema and a source's mapping: the generated part of schema/README.md.

`python -m kgqa.load.describe` brings it up to date; a test fails while it is not.
"""

from __future__ import annotations

from pathlib import Path

from kgqa.files import share
from kgqa.load import rows
from kgqa.load.mapping import Source, Table
from kgqa.load.mapping_file import read_source
from kgqa.load.names import Wording
from kgqa.schema import EdgeType, Label, Schema, read_schema

BEGIN = "<!-- from here on written by python -m kgqa.load.describe -->\n"


def described(schema: Schema, source: Source) -> str:
    """Write the labels, edges and tables of the graph as Markdown."""
    parts = [f"## Labels, from {source.title}\n"]
    parts += [_label(schema, source, label) for label in schema.labels.values()]
    parts += ["## Relationships of the record\n", *_edges(schema, source), "\n## Relationships of knowledge\n"]
    parts.append("All from Concept to Concept, each with " + ", ".join(f"`{name}`" for name in _shared(schema)) + ".\n")
    parts += [_knowledge(edge) for edge in schema.edges.values() if edge.knowledge]
    parts += [
        "\n## Tables\n",
        "| table | gives | key | refused, besides rows without or with a repeated key | counted |",
    ]
    parts += ["|---|---|---|---|---|", *(_table(source, table) for table in source.tables.values())]
    return "\n".join(parts) + "\n"


def _label(schema: Schema, source: Source, label: Label) -> str:
    table = source.table_of(label.name)
    lines = [f"### {', also '.join(label.labels)}\n"]
    if table:
        lines.append(f"One a row of {table.name}; `id` is its {table.key}. {table.doc}".rstrip())
        lines.append(f"Named {' or '.join(f'`{_wording(wording)}`' for wording in table.wordings)}.")
        if table.wordings_apart:
            lines.append("Two of one patient that would be called the same are told apart by the minute.")
    if label.doc:
        lines.append(label.doc)
    lines += ["", "| property | type | from | meaning |", "|---|---|---|---|"]
    for name, kind in label.properties.items():
        doc = schema.docs[name]
        unit = f" ({doc.unit})" if doc.unit else ""
        lines.append(f"| {name} | {kind} | {_origin(table, name) if table else ''} | {doc.doc}{unit} |")
    return "\n".join(lines) + "\n"


def _wording(wording: Wording) -> str:
    pieces = []
    for piece in wording.pieces:
        if isinstance(piece, str):
            pieces.append(piece)
        else:
            passed = f"|{piece.filter}" * bool(piece.filter) + f":{piece.other}" * bool(piece.other)
            pieces.append(f"{{{piece.column}{passed}}}")
    return "".join(pieces)


def _origin(table: Table, name: str) -> str:
    for column in table.columns.values():
        if column.property == name:
            return f"{column.name} ({column.kind})"
    for join in table.joins:
        if name in join.properties:
            return f"{join.table}.{name} by {join.column}"
    for derived in table.derived:
        if derived.property == name:
            return f"{derived.column} ({derived.kind})"
    for times in table.times:
        if name in (times.earliest, times.latest):
            return " else ".join(times.columns)
    return ""


def _edges(schema: Schema, source: Source) -> list[str]:
    lines = ["| type | from | to | by | meaning |", "|---|---|---|---|---|"]
    for edge in schema.edges.values():
        if edge.knowledge:
            continue
        keys = [(table, key) for table in source.tables.values() for key in table.edges if key.type == edge.name]
        by = [f"{table.name}.{key.column}" + f" where {key.unless} is empty" * bool(key.unless) for table, key in keys]
        own = "".join(f" `{name}`" for name in edge.properties)
        ends = f"{', '.join(edge.sources)} | {', '.join(edge.targets)}"
        lines.append(f"| {edge.name}{own} | {ends} | {', '.join(by)} | {edge.doc} |")
    return lines


def _shared(schema: Schema) -> list[str]:
    every = [edge.properties for edge in schema.edges.values() if edge.knowledge]
    return [name for name in every[0] if all(name in properties for properties in every)] if every else []


def _knowledge(edge: EdgeType) -> str:
    return f"- {edge.name}{': ' + edge.doc if edge.doc else ''}"


def _table(source: Source, table: Table) -> str:
    refused = []
    if source.patient["key"] in table.columns and table.key != source.patient["key"]:
        refused.append("unknown patient")
    if source.admission["key"] in table.columns and table.key != source.admission["key"]:
        refused.append("unknown admission, or another patient's")
        if all(edge.unless != source.admission["key"] for edge in table.edges):
            refused.append("no admission")
    gives = table.label or "a dictionary"
    return f"| {table.name} | {gives} | {table.key} | {', '.join(refused)} | {', '.join(rows.dirt(source, table))} |"


def main() -> None:
    """Bring schema/README.md up to date."""
    path: Path = share("schema") / "README.md"
    schema = read_schema()
    written = path.read_text(encoding="utf-8").split(BEGIN)[0]
    path.write_text(written + BEGIN + "\n" + described(schema, read_source(schema)), encoding="utf-8")


if __name__ == "__main__":
    main()
