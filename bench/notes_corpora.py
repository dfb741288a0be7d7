"""The public corpora that the benchmarks of notes read, and the open names they are looked up by.

The corpora are not part of kgqa. They are looked for in $KGQA_SHARED, or in ../shared/data beside the checkout:
gold/bc5cdr and gold/ncbi_disease (PubTator files of the published splits, gzip), and
gold/medcat_mtsamples_umls_gold.json.gz (MedCAT's tutorial export); notes/ (MTSamples as patient notes, ACI-BENCH,
MTS-Dialog). No test split is ever learnt from.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from kgqa.files import share
from kgqa.load.knowledge import read_open
from kgqa.notes.vocabulary import PREFERRED, SYNONYM, Name

csv.field_size_limit(1 << 30)
ROOT = Path(os.environ.get("KGQA_SHARED", Path(__file__).resolve().parents[2] / "shared" / "data"))
SPLITS = {"train": ("Training", "train"), "dev": ("Development", "develop"), "test": ("Test", "test")}


@dataclass(frozen=True, slots=True)
class Annotation:
    """A gold mention: its place, its concepts (several for a composite mention, none for -1), and what it is."""

    start: int
    end: int
    concepts: frozenset[str]
    kind: str
    affirmed: bool | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold mentions."""

    id: str
    text: str
    annotations: tuple[Annotation, ...]


def corpus(path: str) -> Path:
    """Return a corpus file, or end with what is missing."""
    file = ROOT / path
    if not file.is_file():
        sys.exit(f"{file}: is missing. Set KGQA_SHARED to the folder that holds {path}")
    return file


def bc5cdr(split: str) -> list[Document]:
    """Return a split of BC5CDR: chemicals and diseases in PubMed abstracts, with MeSH identifiers."""
    return _pubtator(corpus(f"gold/bc5cdr/CDR_{SPLITS[split][0]}Set.PubTator.txt.gz"))


def ncbi_disease(split: str) -> list[Document]:
    """Return a split of NCBI Disease: diseases in PubMed abstracts, with MeSH or OMIM identifiers."""
    return _pubtator(corpus(f"gold/ncbi_disease/NCBI{SPLITS[split][1]}set_corpus.txt.gz"))


def _pubtator(path: Path) -> list[Document]:
    texts: dict[str, list[str]] = {}
    found: dict[str, list[Annotation]] = defaultdict(list)
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"):
        if head := re.match(r"(\d+)\|[ta]\|(.*)", line):
            texts.setdefault(head[1], []).append(head[2])
        elif len(fields := line.split("\t")) >= 6 and fields[1].isdigit():
            ids = frozenset(part.strip() for part in re.split(r"[|+]", fields[5])) - {"-1", ""}
            found[fields[0]].append(Annotation(int(fields[1]), int(fields[2]), ids, fields[4]))
    return [Document(id_, " ".join(parts), tuple(found[id_])) for id_, parts in texts.items()]


def mtsamples_gold() -> list[Document]:
    """Return MedCAT's 27 annotated MTSamples notes: disorders with CUIs, confirmed or not."""
    export = json.loads(gzip.decompress(corpus("gold/medcat_mtsamples_umls_gold.json.gz").read_bytes()))
    documents = []
    for document in export["projects"][0]["documents"]:
        annotations = []
        for one in document["annotations"]:
            if one["correct"] and not one["killed"] and not one["deleted"]:
                status = next((meta["value"] for meta in one["meta_anns"] if meta["name"] == "Status"), None)
                affirmed = None if status is None else status == "Confirmed"
                annotations.append(Annotation(one["start"], one["end"], frozenset({one["cui"]}), "Disorder", affirmed))
        documents.append(Document(document["name"], document["text"], tuple(annotations)))
    return documents


def dialogues() -> list[str]:
    """Return the spoken halves of ACI-BENCH and MTS-Dialog, training and validation."""
    files = [
        "aci_bench/train",
        "aci_bench/valid",
        "mts_dialog/MTS-Dialog-TrainingSet",
        "mts_dialog/MTS-Dialog-ValidationSet",
    ]
    return [row["dialogue"] for name in files for row in _csv(f"notes/{name}.csv.gz")]


def notes() -> list[str]:
    """Return the MTSamples notes that no gold set holds, and ACI-BENCH's and MTS-Dialog's written training halves."""
    gold = {document.text[:500] for document in mtsamples_gold()}
    texts = sorted({row["text"] for row in _csv("notes/pt_notes_mtsamples.csv.gz") if row["text"][:500] not in gold})
    texts += [row["note"] for row in _csv("notes/aci_bench/train.csv.gz")]
    texts += [row["section_text"] for row in _csv("notes/mts_dialog/MTS-Dialog-TrainingSet.csv.gz")]
    return texts


def _csv(path: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(gzip.decompress(corpus(path).read_bytes()).decode("utf-8"), newline=""))


def knowledge() -> duckdb.DuckDBPyConnection:
    """Return a connection whose staging tables hold the open knowledge that kgqa carries."""
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    read_open(connection, share("data") / "knowledge")
    return connection


def mesh_names(connection: duckdb.DuckDBPyConnection) -> list[Name]:
    """Return the open names of concepts that have a MeSH identifier, under that identifier.

    Mondo's own matches count for diseases. A drug's identifiers are DrugCentral's; where those are a descriptor of nine
    digits (made after 2015) and a supplementary record, the corpora, which are older, use the record.
    """
    folder = share("data") / "knowledge"
    rows = connection.execute(
        f"""
        WITH drug AS (
            SELECT DRUG_ID AS drug, any_value(DRUG_NAME) AS name,
                   coalesce(min(IDENTIFIER) FILTER (ID_TYPE = 'MESH_DESCRIPTOR_UI' AND length(IDENTIFIER) < 10),
                            min(IDENTIFIER) FILTER (ID_TYPE = 'MESH_SUPPLEMENTAL_RECORD_UI'),
                            min(IDENTIFIER) FILTER (ID_TYPE = 'MESH_DESCRIPTOR_UI')) AS mesh
            FROM read_csv('{folder}/drugcentral/identifiers.tsv.gz', delim = '\t', all_varchar = true) GROUP BY 1),
        code AS (
            SELECT DISTINCT mesh, concept, 'drug' AS kind FROM drug JOIN knowledge.code ON vocabulary = 'drugcentral'
                AND code = drug WHERE mesh IS NOT NULL
            UNION SELECT code, concept, 'disorder' FROM knowledge.code WHERE vocabulary = 'mesh')
        SELECT mesh, name, kind, false AS preferred FROM code JOIN knowledge.name n USING (concept)
            WHERE name IS NOT NULL AND NOT regexp_matches(name, '[0-9] (MG|ML|MCG|UNT|MEQ|HR)')
        UNION SELECT mesh, name, 'drug', true FROM drug WHERE mesh IS NOT NULL
        UNION SELECT regexp_replace(object_id, '^mesh:', ''), subject_label, 'disorder', true
            FROM read_csv('{folder}/disease/mondo_exactmatch_mesh.sssom.tsv.gz', delim = '\t', comment = '#',
                          all_varchar = true)
        ORDER BY ALL
        """
    ).fetchall()
    return [Name(mesh, name, kind, PREFERRED if preferred else SYNONYM) for mesh, name, kind, preferred in rows]
