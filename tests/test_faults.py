"""Audit names every planted fault and nothing else: in the written questions, and in the graph that they came from.

Each fault spoils a question of its own, so one audit of the spoilt set shows all of them.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pytest

from kgqa.audit import audit
from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.graph.folder import GraphFolder
from kgqa.opening import opened
from kgqa.question import store

Record = dict[str, Any]

# Every kind of answer that the demo bears, one to five hops, subqueries, chains of ISA, cycles.
PATTERNS = (
    "care_unit_at_first_abnormal",
    "days_to_susceptible_antibiotic",
    "diagnoses_of_kind",
    "drugs_for_diagnosis_count",
    "is_order_contraindicated",
    "order_for_coded_diagnosis",
    "order_of_drugs_for_diagnosis",
    "order_without_indication",
    "principal_diagnosis",
    "same_mechanism",
)
WANTED = 240


@pytest.fixture(scope="module")
def clean(demo_graph: GraphFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A question set of the demo, three of each pattern and patient."""
    out = tmp_path_factory.mktemp("clean") / "questions"
    _make(demo_graph.path, out)
    return out


def _make(graph: Path, out: Path) -> None:
    options = Options(per_patient=3, unanswerable=0.33)
    with opened(str(graph)) as at_hand:
        generate(at_hand, chosen(share("cypher") / "questions", PATTERNS, []), options=options, out=out)


def _records(questions: Path, *, answerable: bool = True) -> list[Record]:
    lines = (questions / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [record for line in lines if (record := json.loads(line))["answerable"] is answerable]


def _audited(questions: Path, graph: Path) -> dict[str, set[str]]:
    """Return the fields that audit finds fault with, by question."""
    found: dict[str, set[str]] = defaultdict(set)
    with opened(str(graph)) as at_hand:
        for finding in audit(store.read(questions), at_hand).findings:
            found[finding.question].add(finding.field.split(".")[0])
    return found


def _set(field: str, value: Callable[[Any], Any]) -> Callable[[Record, Record], set[str]]:
    def spoil(record: Record, _other: Record) -> set[str]:
        record[field] = value(record[field])
        return {field}

    return spoil


def _edge_removed(record: Record, _other: Record) -> set[str]:
    record["paths"][0]["edges"].pop()
    return {"paths"}


def _path_removed(record: Record, _other: Record) -> set[str]:
    record["paths"].pop()
    return {"paths"}


def _node_swapped(record: Record, _other: Record) -> set[str]:
    record["paths"][-1]["nodes"][-1]["id"] = "C9999999"
    return {"paths"}


def _row_of_another_patient(record: Record, other: Record) -> set[str]:
    record["paths"][0] = {**other["paths"][0], "name": record["paths"][0]["name"]}
    return {"paths"}


def _another_patient(record: Record, other: Record) -> set[str]:
    record["patient"] = other["patient"]
    return {"patient", "id"}


def _another_id(record: Record, _other: Record) -> set[str]:
    record["id"] = "q-" + record["id"][2:][::-1]
    return {"id"}


def _another_pattern(record: Record, other: Record) -> set[str]:
    record["pattern"] = next(name for name in PATTERNS if name != record["pattern"])
    return {"id"}


def _answer_dropped(record: Record, _other: Record) -> set[str]:
    record["answer"]["values"].pop()
    return {"answer"}


def _answer_twice(record: Record, _other: Record) -> set[str]:
    record["answer"]["values"].append(record["answer"]["values"][0])
    return {"answer"}


def _foreign_answer(record: Record, _other: Record) -> set[str]:
    record["answer"]["values"].append({"label": "Diagnosis", "id": 1, "ids": [1], "name": "made up", "further": 0})
    return {"answer"}


def _answer_changed(record: Record, _other: Record) -> set[str]:
    value = record["answer"]["values"][0]
    for field in ("name", "value"):
        if field in value:
            value[field] = not value[field] if isinstance(value[field], bool) else "another"
    return {"answer"}


def _unit_changed(record: Record, _other: Record) -> set[str]:
    record["answer"]["unit"] = "furlong"
    return {"answer"}


def _slot_swapped(record: Record, _other: Record) -> set[str]:
    slot = next(slot for slot in record["slots"].values() if "ids" in slot)
    slot["ids"] = [slot["ids"][0] + 1]
    return {"slots"}


def _slot_renamed(record: Record, _other: Record) -> set[str]:
    next(slot for slot in record["slots"].values() if "name" in slot)["name"] = "another"
    return {"slots"}


def _text_edited(record: Record, _other: Record) -> set[str]:
    record["question"] = record["question"].replace("the", "this", 1) + "?"
    return {"question", "wordings"}


def _source_row_changed(record: Record, _other: Record) -> set[str]:
    record["evidence"][0]["row_id"] += 1
    return {"evidence"}


def _column_dropped(record: Record, _other: Record) -> set[str]:
    record["evidence"][-1]["columns"] = []
    return {"evidence"}


def _proof_denied(record: Record, _other: Record) -> set[str]:
    record["proofs"]["necessary"] = False
    return {"proofs"}


def _field_missing(record: Record, _other: Record) -> set[str]:
    del record["theme"]
    return {"record"}


def _field_of_another_type(record: Record, _other: Record) -> set[str]:
    record["hops"] = "three"
    return {"hops"}


def _made_unanswerable(record: Record, _other: Record) -> set[str]:
    record["answerable"] = False
    return {"reason"}


def _made_answerable(record: Record, _other: Record) -> set[str]:
    record["answerable"] = True
    return {"reason"}


def _another_reason(record: Record, _other: Record) -> set[str]:
    reasons = ("false premise", "not recorded", "no knowledge", "finer than the record's precision")
    record["reason"] = reasons[(reasons.index(record["reason"]) + 1) % len(reasons)]
    return {"reason"}


def _with_an_answer(record: Record, other: Record) -> set[str]:
    record["answer"]["values"] = other["answer"]["values"]
    return {"answer"}


def _what_can_be_answered(record: Record, other: Record) -> set[str]:
    """Name what the host names: the pattern answers that."""
    record["slots"][record["swapped"]] = other["slots"][record["swapped"]]
    return {"id"}


def _another_slot_changed(record: Record, _other: Record) -> set[str]:
    name = next((n for n, s in record["slots"].items() if n != record["swapped"] and "name" in s), record["swapped"])
    record["slots"][name]["name"] += " of another"
    return {"slots", "id"}


def _twin_of_nobody(record: Record, _other: Record) -> set[str]:
    record["twin_of"] = "q-0000000000000000"
    return {"id"}


def _without_a_twin(record: Record, _other: Record) -> set[str]:
    record["twin_of"] = None
    return {"twin_of"}


TWIN_FAULTS: tuple[Callable[[Record, Record], set[str]], ...] = (
    _made_answerable,
    _another_reason,
    _with_an_answer,
    _what_can_be_answered,
    _another_slot_changed,
    _twin_of_nobody,
    _without_a_twin,
    _text_edited,
    _another_id,
    _set("split", lambda split: "test" if split == "train" else "train"),
    _set("cypher", lambda text: text.replace("MATCH", "OPTIONAL MATCH", 1)),
    _set("hops", lambda hops: hops + 1),
    _set("patient", lambda patient: patient + 1),
    _set("wordings", lambda texts: texts[:-1]),
    _set("proofs", lambda proofs: {**proofs, "replayed": None}),
)

FAULTS: tuple[Callable[[Record, Record], set[str]], ...] = (
    _edge_removed,
    _path_removed,
    _node_swapped,
    _row_of_another_patient,
    _another_patient,
    _another_id,
    _another_pattern,
    _answer_dropped,
    _answer_twice,
    _foreign_answer,
    _answer_changed,
    _unit_changed,
    _slot_swapped,
    _slot_renamed,
    _text_edited,
    _source_row_changed,
    _column_dropped,
    _proof_denied,
    _field_missing,
    _field_of_another_type,
    _set("hops", lambda hops: hops + 1),
    _set("shape", lambda _: "cycle of its own"),
    _set("theme", lambda _: "another"),
    _set("decision", lambda _: "another"),
    _set("admissions", lambda ids: [*ids, 1]),
    _set("split", lambda split: "test" if split == "train" else "train"),
    _set("cypher", lambda text: text.replace("MATCH", "OPTIONAL MATCH", 1)),
    _set("browser", lambda link: link + "x"),
    _set("graph", lambda _: "sha256:0"),
    _set("chance", lambda _: 0.123),
    _set("marks", lambda _: ["made up"]),
    _made_unanswerable,
    _set("evidence", lambda rows: rows[1:]),
    _set("wordings", lambda texts: texts[:-1]),
)


def test_a_clean_set_has_no_finding(clean: Path, demo_graph: GraphFolder):
    assert _audited(clean, demo_graph.path) == {}
    assert len(_records(clean)) > WANTED + 20


def test_each_of_hundreds_of_faults_in_a_set_is_named_and_no_sound_question_is(
    clean: Path, demo_graph: GraphFolder, tmp_path: Path
):
    questions = shutil.copytree(clean, tmp_path / "questions")
    records = _records(clean)
    step = len(records) // (WANTED + 1)
    expected: dict[str, tuple[str, set[str]]] = {}
    for number in range(WANTED):
        record = records[number * step]
        other = next(r for r in records if r["patient"] != record["patient"])
        spoil = FAULTS[number % len(FAULTS)]
        fields = spoil(record, json.loads(json.dumps(other)))
        expected[record["id"]] = (getattr(spoil, "__name__", ""), fields)
    twice = records[-1]
    twins, hosts = _records(clean, answerable=False), {record["id"]: record for record in _records(clean)}
    standing = {record["id"] for record in records if record["id"] not in expected} - {twice["id"]}
    free = [twin for twin in twins if twin["twin_of"] in standing]
    for number, spoil in enumerate(TWIN_FAULTS * 3):
        record = free[number]
        fields = spoil(record, hosts[record["twin_of"]])
        expected[record["id"]] = (getattr(spoil, "__name__", ""), fields)
    lines = [json.dumps(record, ensure_ascii=False) for record in (*records, *twins, twice)]
    (questions / "questions.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = _audited(questions, demo_graph.path)
    missed = {name: fields for name, (what, fields) in expected.items() if not found[name] & fields}
    assert {expected[name][0]: (fields, found[name]) for name, fields in missed.items()} == {}
    assert found[twice["id"]] - {"marks"} == {"id"}
    assert {"questions", "manifest"} <= found[""]  # the file's hash and the pattern's count
    # A twin goes with a host that is spoilt. A spoilt text may now equal a sound one's, one spoilt split puts its whole
    # patient into two, and what other questions of the set tell of a sound one goes with them.
    spoilt = {*expected, "", twice["id"], *(twin["id"] for twin in twins if twin["twin_of"] not in standing)}
    sound = {name: fields for name, fields in found.items() if name not in spoilt}
    assert {
        name: fields for name, fields in sound.items() if not fields <= {"wordings", "split", "marks", "novelty"}
    } == {}


def test_a_spoilt_graph_fails_the_questions_that_stand_on_what_was_spoilt(
    clean: Path, demo_graph: GraphFolder, tmp_path: Path
):
    graph = shutil.copytree(demo_graph.path, tmp_path / "graph")
    records = [r for r in _records(clean) if r["pattern"] == "order_for_coded_diagnosis"]
    edges, values, nodes = records[:10], records[10:20], records[20:30]
    gone = {(edge["source"], edge["target"]) for r in edges for edge in r["knowledge"]}
    told = [r["slots"]["order"]["ids"][0] for r in values]
    lost = [r["answer"]["values"][0]["id"] for r in nodes]
    _rewrite(
        graph / "edges/MAY_TREAT.Concept.Concept.parquet",
        f"SELECT * FROM old WHERE (source, target) NOT IN {_tuple(gone)}",
    )
    _rewrite(
        graph / "nodes/Prescription.parquet",
        f"SELECT * REPLACE (if(id IN {_tuple(told)}, 'another', route) AS route) FROM old",
    )
    _rewrite(graph / "nodes/Diagnosis.parquet", f"SELECT * FROM old WHERE id NOT IN {_tuple(lost)}")
    found = _audited(clean, graph)
    assert [r["id"] for r in (*edges, *values, *nodes) if r["id"] not in found] == []
    touched = {*told, *lost} | {end for pair in gone for end in pair}
    sound = [
        r
        for r in records
        if not touched & {n["id"] for p in (*r["paths"], *r["absent"]) for n in p["nodes"] if "id" in n}
    ]
    assert sound
    assert [r["id"] for r in sound if found.get(r["id"], set()) - {"chance", "candidates", "marks", "novelty"}] == []


def test_hops_measured_anew_from_the_written_paths_equal_those_told(clean: Path):
    for record in _records(clean):
        assert _hops(record) == record["hops"], record["id"]
        assert {name: holds for name, holds in record["proofs"].items() if name != "agreed"} == dict.fromkeys(
            ("present", "replayed", "sufficient", "necessary", "sourced"), True
        )


def test_the_same_seed_gives_the_same_bytes(clean: Path, demo_graph: GraphFolder, tmp_path: Path):
    _make(demo_graph.path, tmp_path / "again")
    for file in ("questions.jsonl", "manifest.json"):
        assert (tmp_path / "again" / file).read_bytes() == (clean / file).read_bytes()


def _hops(record: Record) -> int:
    """The longest of the shortest ways through what proves an answer, without the patient and the places named."""
    places = {
        (s["label"], i)
        for s in record["slots"].values()
        if s.get("label") in ("Admission", "ICUStay")
        for i in s["ids"]
    }
    longest = 0
    for number, _ in enumerate(record["answer"]["values"]):
        proof = nx.Graph()
        for place, path in enumerate([*record["paths"], *record["absent"]]):
            if path["answer"] == number:
                ends = [(n["label"], n["id"]) if "id" in n else (place, at) for at, n in enumerate(path["nodes"])]
                proof.add_edges_from((ends[e["source"]], ends[e["target"]]) for e in path["edges"])
        for node in [n for n in proof if n[0] == "Patient"] + [n for n in proof if n in places]:
            without = proof.subgraph([n for n in proof if n != node])
            if without.number_of_edges() and nx.is_connected(without):
                proof = nx.Graph(without)
        longest = max(longest, nx.diameter(proof))
    return longest


def _rewrite(file: Path, select: str) -> None:
    with duckdb.connect() as db:
        db.execute(f"CREATE TABLE old AS FROM '{file}'")
        db.execute(f"COPY ({select}) TO '{file}' (FORMAT parquet)")


def _tuple(values: Any) -> str:
    return "(" + ", ".join(repr(value) for value in sorted(values)) + ")"
