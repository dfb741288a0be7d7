"""What the page shows of one question beyond its record: the nodes' names, the source rows, the words around a span."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgqa.load.reread import SourceRows
from kgqa.model import Id, Node, NodeRef, Record

_AROUND = 160
# What a reader wants to see of an event without opening its row; whatever of it the node has.
_TOLD = ("value", "valueuom", "flag", "interpretation", "dose_val_rx", "dose_unit_rx", "route", "icd9_code", "section")
_WHEN = ("charttime", "chartdate", "startdate", "starttime", "intime")


@dataclass(frozen=True, slots=True)
class Content:
    """All that the questions of a set lean on, looked up once; `rows` is None where the source is not at hand."""

    nodes: Mapping[NodeRef, Node]
    rows: Mapping[NodeRef, Mapping[str, str]] | None
    around: Mapping[tuple[int, int, int], tuple[str, str]]

    def part(self, records: Sequence[Record]) -> dict[str, Any]:
        """Return one part of the page's data: records column by column, and what they lean on once each."""
        refs = sorted({ref for record in records for ref in refs_of(record)})
        rows: dict[str, Mapping[str, str]] = {}
        for ref in refs:
            node = self.nodes.get(ref)
            if node is not None and self.rows is not None and ref in self.rows and ref.label != "Mention":
                rows[_place(node)] = self.rows[ref]
        spans = sorted({s for record in records for s in _spans(record)} & self.around.keys())
        return {
            "records": {key: [record.get(key) for record in records] for key in _keys(records)},
            "nodes": {f"{ref.label}|{ref.id}": self._shown(ref) for ref in refs},
            "rows": rows,
            "around": {"|".join(map(str, span)): self.around[span] for span in spans},
        }

    def _shown(self, ref: NodeRef) -> list[str | None]:
        node = self.nodes.get(ref)
        if node is None:
            return [str(ref.id), None, None, None]
        told = node.properties
        about = " ".join(str(told[key]) for key in _TOLD if key in told and told[key] != told.get("name"))
        if ref.label == "Concept":
            about = str(told.get("vocabulary", ""))
        when = next((str(told[key]) for key in _WHEN if key in told), None)
        return [str(told.get("name", ref.id)), about or None, when, _place(node) if "table" in told else None]


def content(records: Iterable[Record], nodes: Mapping[NodeRef, Node], source: SourceRows | None) -> Content:
    """Read the rows and the words around the spans of all records again, in one pass a table."""
    if source is None:
        return Content(nodes, None, {})
    notes: dict[int, Id] = {
        int(str(node.properties["row_id"])): ref.id
        for ref, node in nodes.items()
        if ref.label == "Note" and "row_id" in node.properties
    }
    wanted: dict[Id, set[tuple[int, int, int]]] = defaultdict(set)
    for record in records:
        for span in _spans(record):
            if span[0] in notes:
                wanted[notes[span[0]]].add(span)
    around = {
        span: (_before(text[: span[1]]), _after(text[span[2] :]))
        for note, text in source.texts("Note", wanted)
        for span in wanted[note]
    }
    return Content(nodes, source.written(nodes), around)


def _before(text: str) -> str:
    """Return the last whole words of a text."""
    return text if len(text) <= _AROUND else text[-_AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0]


def refs_of(record: Record) -> set[NodeRef]:
    """Return every node that a record names: on paths, in absent chains, in slots and answers, in knowledge."""
    walks = [*record["paths"], *record["absent"]]
    refs = {NodeRef(node["label"], node["id"]) for walk in walks for node in walk["nodes"] if "id" in node}
    named = [*record["slots"].values(), *record["answer"]["values"]]
    refs |= {NodeRef(one["label"], id_) for one in named if "ids" in one for id_ in one["ids"]}
    return refs | {NodeRef("Concept", edge[end]) for edge in record["knowledge"] for end in ("source", "target")}


def _keys(records: Sequence[Record]) -> list[str]:
    return list(dict.fromkeys(key for record in records for key in record))


def _spans(record: Record) -> Iterable[tuple[int, int, int]]:
    return ((row["row_id"], row["start"], row["end"]) for row in record["evidence"] if "start" in row)


def _place(node: Node) -> str:
    return f"{node.properties.get('table')}|{node.properties.get('row_id')}"
