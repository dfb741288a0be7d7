"""`kgqa load` with a UMLS release, as it is typed: the graph equals an independent reading of the same files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import polars as pl
import pytest
from rrf_release import LAYOUT, SABS, release, write
from test_umls import line, plain_edges, plain_names, plain_reach, spoil
from test_umls_api import KEY, found, service  # noqa: F401 - a fixture

from kgqa.graph import folder
from tests import open_shelf, tables

RELEASE = release(11, concepts=400)
USED = 1 + next(n for n, row in enumerate(RELEASE["MRREL.RRF"]) if row[7] == "isa" and row[14] == "N")
DIAGNOSES = "row_id,subject_id,hadm_id,seq_num,icd9_code\n"
TITLES = "row_id,icd9_code,short_title,long_title\n"


def kgqa(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    code = "from kgqa.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def coded(files):
    """The cohort's codes: three ICD-9 codes of the release, dotted there and bare in the record, and one it lacks."""
    frame = pl.DataFrame(files["MRCONSO.RRF"], schema=LAYOUT["MRCONSO.RRF"].split(","), orient="row")
    wanted = frame.filter((pl.col("SAB") == "ICD9CM") & (pl.col("TTY") == "PT") & (pl.col("LAT") == "ENG"))
    codes = wanted.filter(pl.col("SUPPRESS") == "N")["CODE"].unique().sort().to_list()
    return [code for code in codes if code[0] == "0" and code[:3] != "000"][:3]


def record(where: Path) -> Path:
    codes = [code.replace(".", "") for code in coded(RELEASE)] + ["9999"]
    return tables.write(
        where,
        DIAGNOSES_ICD=tables.more(DIAGNOSES, *(f"{n},10,100,{n},{code}" for n, code in enumerate(codes, 1))),
        D_ICD_DIAGNOSES=tables.more(TITLES, *(f"{n},{code},title {n},title {n}" for n, code in enumerate(codes, 1))),
    )


def edges(graph: Path) -> set[tuple[str, str, str, str]]:
    found = set()
    for path in (graph / "edges").glob("*.Concept.Concept.parquet"):
        kind = path.name.split(".")[0]
        for row in pl.read_parquet(path).iter_rows(named=True):
            found |= {(row["source"], kind, row["target"], said.removeprefix("UMLS/")) for said in row["sources"]}
    return found


def without_rings(expected, loaded):
    """The expected edges less those that close a ring of ISA with what was loaded; each of them must."""
    isa = nx.DiGraph((source, target) for source, kind, target, _ in loaded if kind == "ISA")
    assert nx.is_directed_acyclic_graph(isa)
    dropped = {edge for edge in expected - loaded if edge[1] == "ISA" and nx.has_path(isa, edge[2], edge[0])}
    return expected - dropped, dropped


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    where = tmp_path_factory.mktemp("umls")
    (where / "open").mkdir()
    source, meta = record(where / "tables"), write(where / "META", RELEASE, compressed=("MRSTY.RRF", "MRREL.RRF"))

    def load(name: str, *flags: str):
        graph = where / name
        run = kgqa("load", source, "--knowledge", where / "open", "--umls", meta, "--graph", graph, *flags)
        assert run.returncode == 0, run.stderr
        return graph, run

    return load


def test_with_all_concepts_the_graph_holds_every_edge_and_name_of_the_release(loaded):
    graph, run = loaded("all", "--all-concepts", "--definitions")
    names = plain_names(RELEASE)
    expected = {edge for edge in plain_edges(RELEASE) if edge[0] in names and edge[2] in names}
    kept, dropped = without_rings(expected, edges(graph))
    assert edges(graph) == kept
    assert dropped
    concepts = pl.read_parquet(graph / "nodes" / "Concept.parquet").filter(pl.col("vocabulary") == "UMLS")
    assert dict(concepts.select("id", "name").iter_rows()) == names
    types: dict[str, set[str]] = {}
    for row in RELEASE["MRSTY.RRF"]:
        types.setdefault(row[0], set()).add(row[1])
    assert dict(concepts.select("id", "semantic_types").iter_rows()) == {cui: sorted(types[cui]) for cui in names}
    said: dict[str, set[str]] = {}
    for row in RELEASE["MRDEF.RRF"]:
        if row[6] == "N":
            said.setdefault(row[0], set()).add(row[5])
    defined = dict(concepts.filter(pl.col("definition").is_not_null()).select("id", "definition").iter_rows())
    assert set(defined) == set(said) & set(names)
    assert all(text in said[cui] for cui, text in defined.items())
    meta = folder.read(graph).meta["knowledge"]
    assert meta["releases"]["UMLS"]["release"] == "2026AA"
    assert meta["releases"]["UMLS"]["files"]["MRREL.RRF"]["rows"] == len(RELEASE["MRREL.RRF"])
    assert meta["kept"]["isa"]["dropped"] == len({edge[:3] for edge in dropped})
    assert "SNOMEDCT_US (9)" in run.stdout
    assert f"MRREL, {len(RELEASE['MRREL.RRF']):,} rows" in run.stderr


def test_by_default_only_what_the_patients_reach_is_kept(loaded):
    graph, _ = loaded("reach")
    best = {}
    for row in RELEASE["MRCONSO.RRF"]:
        if (row[11], row[1], row[16]) == ("ICD9CM", "ENG", "N") and row[12] in ("PT", "HT"):
            best[row[13]] = min(best.get(row[13], (9, "")), (("PT", "HT").index(row[12]), row[0]))
    linked = {
        concept
        for concept, method in pl.read_parquet(graph / "edges" / "REFERS_TO.Diagnosis.Concept.parquet")
        .filter(pl.col("role") == "code")
        .select("target", "method")
        .iter_rows()
        if method != "own"
    }
    assert linked == {best[code][1] for code in coded(RELEASE)}
    names = plain_names(RELEASE)
    stated = {edge for edge in plain_edges(RELEASE) if edge[0] in names and edge[2] in names}
    kept = plain_reach(stated, linked)
    concepts = pl.read_parquet(graph / "nodes" / "Concept.parquet")
    assert set(concepts.filter(pl.col("vocabulary") == "UMLS")["id"]) == kept & set(names)
    assert len(kept) < len(names)
    expected, _ = without_rings({edge for edge in stated if {edge[0], edge[2]} <= kept}, edges(graph))
    assert edges(graph) == expected
    assert concepts["definition"].null_count() == len(concepts)
    # a code that the release lacks stays the record's own
    assert "icd9cm:999.9" in set(concepts["id"])


def test_licence_level_0_leaves_restricted_vocabularies_out_and_says_so(loaded):
    graph, run = loaded("free", "--all-concepts", "--licence-level", "0")
    assert {said for *_, said in edges(graph)} <= {sab for sab, level in SABS.items() if level == 0}
    expected = {edge for edge in plain_edges(RELEASE) if SABS[edge[3]] == 0}
    assert expected & edges(graph)
    assert "left out by --licence-level: SNOMEDCT_US" in run.stdout


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """A folder with tables, one of knowledge that states nothing, and a graph that no failing load may touch."""
    where = tmp_path_factory.mktemp("old")
    (where / "open" / "starter").mkdir(parents=True)
    (where / "open" / "starter" / "names.tsv").write_text(open_shelf.text("starter/names.tsv", []), encoding="utf-8")
    run = kgqa("load", record(where / "tables"), "--knowledge", where / "open", "--graph", where / "graph")
    assert run.returncode == 0
    return where, folder.read(where / "graph").fingerprint


def refused(run: subprocess.CompletedProcess[str], old: tuple[Path, str], code: int = 4) -> str:
    """Assert one line of error, an old graph that is whole and nothing beside it; return the line."""
    where, fingerprint = old
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout == ""
    said = [row for row in run.stderr.splitlines() if row.startswith("kgqa: ")]
    assert len(said) == 1
    assert run.stderr.splitlines()[-1] == said[0]
    assert folder.read(where / "graph").fingerprint == fingerprint
    assert sorted(path.name for path in where.iterdir()) == ["graph", "open", "tables"]
    return said[0]


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (lambda meta: (meta / "MRFILES.RRF").unlink(), "no MRFILES.RRF"),
        (lambda meta: (meta / "MRREL.RRF").unlink(), "MRREL.RRF: not beside MRFILES.RRF"),
        (
            lambda meta: (meta / "MRSTY.RRF").write_bytes((meta / "MRSTY.RRF").read_bytes()[:-40]),
            "MRSTY.RRF: ",
        ),
        (
            lambda meta: spoil(meta, "MRREL.RRF", lambda old: line(old, 500, lambda row: row + b"secret|")),
            "MRREL.RRF:500: 17 columns where the file has 16",
        ),
        (
            lambda meta: spoil(
                meta, "MRCONSO.RRF", lambda old: line(old, 300, lambda row: row.rsplit(b"|", 3)[0] + b"|")
            ),
            "MRCONSO.RRF:300: 16 columns where the file has 18",
        ),
        (
            lambda meta: spoil(
                meta,
                "MRCONSO.RRF",
                lambda old: line(old, 77, lambda row: row.replace(b"name", "secret é".encode("latin-1"))),
            ),
            "MRCONSO.RRF:77: bytes that are not UTF-8",
        ),
        (
            lambda meta: spoil(meta, "MRREL.RRF", lambda old: line(old, USED, lambda row: b"secret" + row[8:])),
            f"MRREL.RRF:{USED}: a concept that is not C and seven digits",
        ),
    ],
    ids=["no MRFILES", "no MRREL", "shorter", "a column more", "columns fewer", "latin-1", "no CUI"],
)
def test_a_bad_release_ends_in_one_line_and_leaves_the_old_graph(old, tmp_path, harm, says):
    meta = write(tmp_path / "META", RELEASE)
    harm(meta)
    flags = ("--knowledge", old[0] / "open", "--umls", meta, "--graph", old[0] / "graph")
    run = kgqa("load", old[0] / "tables", *flags)
    said = refused(run, old)
    assert says in said
    assert "secret" not in run.stderr
    assert "invented" not in said


def test_a_wrong_key_no_network_and_no_key_end_before_a_table_is_read(old, tmp_path, service):  # noqa: F811
    where = old[0]
    line = ("load", where / "tables", "--knowledge", where / "open", "--umls-api", "--graph", where / "graph")
    cache = {"XDG_CACHE_HOME": str(tmp_path)}
    wrong = kgqa(*line, UMLS_API_KEY="wrong-key", **cache)
    assert "refused UMLS_API_KEY" in refused(wrong, old)
    away = kgqa(*line, UMLS_API_KEY=KEY, KGQA_UMLS_URL="http://127.0.0.1:9", **cache)
    assert "cannot be reached" in refused(away, old)
    none = kgqa(*line, UMLS_API_KEY="", **cache)
    assert "UMLS_API_KEY is not set" in refused(none, old, code=2)
    for run in (wrong, away, none):
        assert "wrong-key" not in run.stderr
        assert KEY not in run.stderr
        assert "PATIENTS" not in run.stderr


def test_the_service_resolves_codes_that_the_files_leave_open(old, tmp_path, service):  # noqa: F811
    graph = tmp_path / "graph"
    one, two = ("C0000001", "Invented failure", "ICD9CM"), ("C0000002", "Another", "ICD9CM")
    service.answers = [(200, found(one)), (200, found(one)), (200, found(one, two)), (200, found()), (200, found())]
    flags = ("--knowledge", old[0] / "open", "--umls-api", "--graph", graph)
    run = kgqa("load", old[0] / "tables", *flags, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert run.returncode == 0, run.stderr
    assert folder.read(graph).meta["knowledge"]["releases"]["UMLS service"] == {
        "asked": 4,
        "codes": 1,
        "names": 0,
        "several concepts": 1,
    }
    links = pl.read_parquet(graph / "edges" / "REFERS_TO.Diagnosis.Concept.parquet")
    assert links.filter(pl.col("method") != "own")["target"].to_list() == ["C0000001"]
    # codes are sent, dotted; the order of one patient alone is not
    assert [asked["string"] for asked in service.seen][1:] == [*sorted(coded(RELEASE)), "999.9"]


def test_licence_level_without_a_release_is_a_wrong_use(tmp_path):
    run = kgqa("load", tables.write(tmp_path / "tables"), "--licence-level", "0", "--graph", tmp_path / "graph")
    assert run.returncode == 2
    assert "--umls" in run.stderr
