"""`kgqa load`: tables and knowledge into a graph folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from kgqa.cli.neo4j import push_loaded
from kgqa.cli.progress import progress
from kgqa.errors import UsageError
from kgqa.files import share
from kgqa.graph.folder import read
from kgqa.load import build
from kgqa.load.mapping_file import read_source
from kgqa.load.note_table import as_tables, read_columns
from kgqa.load.notes import NoteOptions
from kgqa.load.releases import Asked
from kgqa.processes import processors
from kgqa.schema import read_schema


def load(
    folder: Path = typer.Argument(
        None, help="The folder with MIMIC-III's tables. Without it: the open demo.", show_default=False
    ),
    knowledge: Path = typer.Option(
        None, help="The folder with the open knowledge. Without it: the one that comes with kgqa.", show_default=False
    ),
    umls: Path = typer.Option(None, help="The META folder of a UMLS release (RRF files).", show_default=False),
    licence_level: int = typer.Option(
        None,
        help="Leave out the vocabularies of the UMLS above this source restriction level (MRSAB.SRL); 0 keeps those "
        "without terms of their own.",
        show_default=False,
    ),
    definitions: bool = typer.Option(False, "--definitions", help="Keep the definitions of the UMLS (MRDEF) as well."),
    rxnorm: Path = typer.Option(None, help="The rrf folder of an RxNorm release.", show_default=False),
    med_rt: Path = typer.Option(None, help="MED-RT's Core XML, its zip, or the folder of it.", show_default=False),
    umls_api: bool = typer.Option(
        False,
        "--umls-api",
        help="Ask the UMLS service for codes and drug names that the files leave open (key in UMLS_API_KEY).",
    ),
    all_concepts: bool = typer.Option(False, "--all-concepts", help="Keep also what no patient reaches."),
    graph: Path = typer.Option(Path("graph"), help="The folder to write the graph in; an old graph in it is replaced."),
    memory: str = typer.Option(
        None,
        help="The memory that may be used, such as 8GB. Without it: four fifths of the machine's.",
        show_default=False,
    ),
    notes: bool = typer.Option(False, "--notes", help="Also read what the notes mention (NOTEEVENTS)."),
    notes_from: Path = typer.Option(
        None,
        "--notes-from",
        help="Load the notes of this CSV or Parquet file as a cohort of their own, in place of tables. They are kept as"
        " tables in <graph>.tables.",
        show_default=False,
    ),
    columns: str = typer.Option(
        "", help="The columns of --notes-from: text=..,patient=..,id=..,date=..,category=..,description=.."
    ),
    extractor: str = typer.Option("dictionary", help="What reads the notes: dictionary or scispacy."),
    model: str = typer.Option("", help="An installed spaCy model for scispacy."),
    workers: int = typer.Option(0, min=0, help="Processes that read notes. 0: as many as there are processors."),
    neo4j: str = typer.Option(
        None, "--neo4j", help="Push the graph into this Neo4j as well (bolt://...).", show_default=False
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was loaded as JSON."),
) -> None:
    """Load clinical tables and medical knowledge into a graph folder.

    Tables may be CSV, CSV.gz or Parquet, with headers in either case; only PATIENTS and ADMISSIONS must be there. Every
    row is accounted for. The old graph stays whole until the new one is complete.

    \b
    Examples:
      kgqa load                                 the open demo into ./graph
      kgqa load ~/mimic-iii --graph full        the full MIMIC-III
      kgqa load --neo4j bolt://127.0.0.1:7687   and into the server of `kgqa neo4j up`
      kgqa load tables --memory 8GB --json      with less memory, for a machine to read
      kgqa load ~/mimic-iii --notes             with the mentions in the notes
      kgqa load --notes-from notes.csv --columns text=body,patient=person
      kgqa load --umls 2026AA/META --licence-level 0    and the UMLS, without vocabularies under terms of their own
      kgqa load --rxnorm RxNorm/rrf --med-rt Core_MEDRT_2026.07.06_XML.zip
    """
    reading = None
    if notes or notes_from:
        reading = NoteOptions(extractor, model, workers or processors())
    if notes_from:
        if folder:
            raise UsageError("--notes-from loads a cohort of its own. Give either it or a folder with tables")
        tables = graph.with_name(graph.name + ".tables")
        folder = as_tables(notes_from, read_columns(columns), tables, read_source(read_schema()))
    with progress() as tell:
        loaded = build.load(
            folder or share("data") / "mimic-iii-demo",
            graph,
            knowledge=knowledge or share("data") / "knowledge",
            asked=Asked(umls, licence_level, all_concepts, definitions, rxnorm, med_rt, umls_api),
            memory=memory,
            notes=reading,
            tell=tell,
        )
    if neo4j:
        push_loaded(read(graph), neo4j)
    typer.echo(json.dumps(asdict(loaded), indent=1) if as_json else _said(loaded, graph))


def _said(loaded: build.Loaded, graph: Path) -> str:
    lines = [f"{'table':<20}{'read':>12}{'used':>12}{'refused':>12}  "]
    for name, account in loaded.tables.items():
        refused = sum(account["refused"].values())
        lines.append(f"{name:<20}{account['read']:>12,}{account['used']:>12,}{refused:>12,}")
        lines += [f"{'':<20}{count:>36,}  refused: {why}" for why, count in account["refused"].items()]
        lines += [f"{'':<20}{count:>36,}  {what}" for what, count in account["counted"].items()]
    lines += [f"{name:<20}{'not in the folder':>36}" for name in loaded.missing]
    if loaded.links:
        lines += ["", f"{'linked to concepts':<20}{'rows':>12}{'linked':>12}{'':>9}{'codes':>9}{'linked':>9}"]
    for label, found in loaded.links.items():
        rows, linked = found["rows"], found["linked_rows"]
        share_of = linked / rows if rows else 0.0
        codes = f"{found['codes']:>9,}{found['linked_codes']:>9,}"
        lines.append(f"{label:<20}{rows:>12,}{linked:>12,}{share_of:>8.0%} {codes}")
        for by in found["by"]:
            how = f"{by['role']} by {by['method']}" + ("" if by["exact"] else ", broader")
            lines.append(f"{'':<20}{'':>12}{by['rows']:>12,}{'':>9}{by['codes']:>9,}           {how}")
    if noted := loaded.knowledge.get("notes"):
        lines += ["", f"{'notes':<20}{noted['notes']:>12,}  {noted['mentions']:,} mentions, {noted['extractor']}"]
        lines.append(f"{'':<20}{'':>12}  {noted['concepts']:,} concepts, {noted['ambiguous']:,} mentions ambiguous")
    lines += [*_releases(loaded.knowledge), "", f"{graph}: {loaded.fingerprint}"]
    return "\n".join(line.rstrip() for line in lines)


def _releases(knowledge: Mapping[str, Any]) -> Iterable[str]:
    """Say what was taken from the user's own releases, and which of it stands under terms of its own."""
    for name, said in knowledge.get("releases", {}).items():
        yield ""
        if name != "UMLS":
            counts = ", ".join(f"{what} {n:,}" for what, n in said.get("read", said).items())
            yield f"{name}: {counts}"
            continue
        kept = ", ".join(f"{what} {n:,}" for what, n in said["kept"].items())
        yield f"UMLS {said['release']}: codes {said['codes']:,}, {kept}"
        yield from (f"{n:>16,}  relations: {why}" for why, n in said["relations"].items())
        if said["restricted"]:
            named = ", ".join(f"{vocabulary} ({level})" for vocabulary, level in said["restricted"].items())
            yield f"under terms of their own (level): {named}. --licence-level 0 leaves them out"
        if said["left_out"]:
            yield f"left out by --licence-level: {', '.join(said['left_out'])}"
    if dropped := knowledge.get("kept", {}).get("isa", {}).get("dropped"):
        isa = knowledge["kept"]["isa"]
        yield ""
        yield f"ISA: {isa['rings']} rings of {isa['concepts']} concepts; {dropped} edges left out to open them"
