"""Draws a question for a terminal: its text, its paths, the source rows behind them, and what proves it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgqa.errors import QuestionError
from kgqa.graph.protocol import Engine
from kgqa.model import NodeRef, Record
from kgqa.question.store import QuestionSet

Name = Callable[[NodeRef], str]

_MARKS = {True: ("holds", "green"), False: ("fails", "bold red"), None: ("not asked", "dim")}


def find(questions: QuestionSet, wanted: str) -> Record:
    """Return the question whose id begins with `wanted`; QuestionError where there is none, or more than one."""
    prefix = wanted if wanted.startswith("q-") else f"q-{wanted}"
    found = [record for _, record in questions.records() if str(record.get("id", "")).startswith(prefix)]
    if not found:
        raise QuestionError(f"{questions.file}: no question has an id that begins with {prefix}. Look the id up in it")
    if len(found) > 1:
        raise QuestionError(f"{questions.file}: {len(found)} questions begin with {prefix}. Give more of the id")
    return found[0]


def names_from(engine: Engine, records: Iterable[Record]) -> Name:
    """Look up what sentences call the nodes on the records' paths."""
    refs = {NodeRef(n["label"], n["id"]) for r in records for path in r["paths"] for n in path["nodes"]}
    nodes = engine.nodes(refs)
    return lambda ref: (
        str(nodes[ref].properties.get("name", ref.id)) if ref in nodes else f"{ref.id} (not in the graph)"
    )


def draw(record: Record, name: Name) -> RenderableType:
    """Draw the question, its answer and its paths."""
    head = [Text(record["question"], style="bold"), Text(_about(record), style="dim")]
    if not record["answerable"]:
        return Group(*head, Text(f"  no answer: {record['reason']}", style="yellow"))
    answers = [
        Text.assemble(("  ✔ ", "green"), (_said(value, record), "bold green")) for value in record["answer"]["values"]
    ]
    parts: list[RenderableType] = [*head, *answers]
    for number in range(len(record["answer"]["values"])):
        paths = [path for path in record["paths"] if path["answer"] == number and path["derivation"] == 0]
        if len(record["answer"]["values"]) > 1:
            parts.append(Text(f"  {_said(record['answer']['values'][number], record)}", style="green"))
        parts += [Padding(_path(path, record, name), (0, 0, 0, 4)) for path in paths]
        more = len({p["derivation"] for p in record["paths"] if p["answer"] == number}) - 1
        if more > 0:
            parts.append(Text(f"    and {more} derivations like it", style="dim"))
    for row in record["evidence"]:
        if "text" in row:
            place = f", characters {row['start']} to {row['end']} of {row['table']} row {row['row_id']}"
            parts.append(Text.assemble("    ", (f"“{row['text']}”", "bold"), (place, "dim")))
    return Group(*parts)


def _about(record: Record) -> str:
    return f"{record['id']}  {record['pattern']}  {record['hops']} hops, {record['shape']}  {record['split']}"


def detail(record: Record, name: Name) -> RenderableType:
    """Draw what stands behind a question: source rows, knowledge with its sources, proofs, marks and chance."""
    rows = Table("source table", "row", "columns or words", box=None, padding=(0, 2, 0, 0))
    for row in record["evidence"]:
        place = f"{row['start']}-{row['end']}: {row.get('text', '')}" if "start" in row else ", ".join(row["columns"])
        rows.add_row(row["table"], str(row["row_id"]), place)
    known = Table("knowledge", "", "", "stated by", box=None, padding=(0, 2, 0, 0))
    for edge in record["knowledge"]:
        unsure = "".join(f", not {key}" for key in ("reviewed", "checked") if edge.get(key) is False)
        ends = (name(NodeRef("Concept", edge[end])) for end in ("source", "target"))
        known.add_row(next(ends), edge["type"], next(ends), ", ".join(edge["sources"]) + unsure)
    proofs = Text("proofs  ")
    for proof, holds in record["proofs"].items():
        word, style = _MARKS[holds]
        proofs.append(f"{proof} ").append(f"{word}  ", style=style)
    told = [f"chance {record['chance']}" if record["chance"] is not None else "chance unknown"]
    told += [f"{record['candidates']} candidates"] * (record["candidates"] is not None) + record["marks"]
    if not record["answerable"]:
        slot, host = record["swapped"], record["twin_of"]
        return Group(
            Text(f"twin of {host}, with another {slot}"), proofs, Text("asked with", style="dim"), record["cypher"]
        )
    parts = Table("step", "asks", "answer", box=None, padding=(0, 2, 0, 0))
    for number, step in enumerate(record["steps"], 1):
        parts.add_row(str(number), step["question"], step["answer"].get("name", "looked for among the record"))
    shown: list[RenderableType] = [rows, known, parts] if record["knowledge"] else [rows, parts]
    return Group(*shown, proofs, Text(", ".join(told), style="dim"))


def _said(value: Record, record: Record) -> str:
    if "name" in value:
        more = f" ({value['count']})" if "count" in value else f" ({value['rank']})" if "rank" in value else ""
        return f"{value['name']}{more}"
    unit = f" {record['answer']['unit']}" if record["answer"]["unit"] else ""
    told = {True: "yes", False: "no"}.get(value["value"]) if isinstance(value["value"], bool) else value["value"]
    return f"{told}{unit}" + (f" at {value['time']}" if "time" in value else "")


def _path(path: Record, record: Record, name: Name) -> Text:
    answers = {(v["label"], i) for v in record["answer"]["values"] if "ids" in v for i in v["ids"]}
    slots = {(s["label"], i) for s in record["slots"].values() if "ids" in s for i in s["ids"]}
    text = Text(path["name"], style="dim italic")
    for position, node in enumerate(path["nodes"]):
        place = (node["label"], node["id"])
        style = "bold green" if place in answers else "bold" if place in slots else ""
        style = style or ("cyan" if node["label"] == "Concept" else "")
        text.append("\n")
        if position:
            edge = path["edges"][position - 1]
            arrow = "──▶ " if edge["target"] == position else "◀── "
            text.append(f"  │ {edge['type']} {arrow.strip()}\n", style="magenta")
        text.append(f"  {node['label']} ", style="dim").append(name(NodeRef(*place)), style=style)
    return text
