"""Reading a UMLS release against DuckDB only scanning the same files, at three sizes, with peak memory.

    python bench/umls.py [--rows 14000000] [--folder /somewhere/with/8/GB]

The release is invented: the exact layout, random concepts, a tenth of the relations of kept kinds, every relation stored
both ways. Each figure is taken in a process of its own; the ratio is against the bare scan of the same run,
of the time on the clock and of the processor's.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

LIMIT = "2GB"
SEED_CONCEPTS = 3000

COLUMNS = {
    "MRCONSO": "CUI,LAT,TS,LUI,STT,SUI,ISPREF,AUI,SAUI,SCUI,SDUI,SAB,TTY,CODE,STR,SRL,SUPPRESS,CVF",
    "MRREL": "CUI1,AUI1,STYPE1,REL,CUI2,AUI2,STYPE2,RELA,RUI,SRUI,SAB,SL,RG,DIR,SUPPRESS,CVF",
    "MRSTY": "CUI,TUI,STN,STY,ATUI,CVF",
    "MRSAB": "VCUI,RCUI,VSAB,RSAB,SON,SF,SVER,VSTART,VEND,IMETA,RMETA,SLC,SCC,SRL,TFR,CFR,CXTY,TTYL,ATNL,LAT,CENC,CURVER,SABIN,SSN,SCIT",
    "MRRANK": "RANK,SAB,TTY,SUPPRESS",
    "MRDOC": "DOCKEY,VALUE,TYPE,EXPL",
}


def make(folder: Path, atoms: int) -> None:
    """Write a release with `atoms` rows of MRCONSO and about 3.1 times as many of MRREL."""
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{LIMIT}'")
    concepts = atoms // 4
    cui = f"printf('C%07d', 1 + hash(i, {{}}) % {concepts})"
    pick = "list_extract([{}], 1 + (hash(i, {}) % {})::INT)"
    sabs = ["SNOMEDCT_US", "MSH", "RXNORM", "ICD9CM", "LNC", "MED-RT", "NCI", "MTH"]
    sab = pick.format(", ".join(f"'{s}'" for s in sabs), 3, len(sabs))
    tty = pick.format("'PT', 'SY', 'IN', 'BN', 'HT', 'LN', 'AB'", 4, 7)
    lat = pick.format("'ENG', 'ENG', 'ENG', 'SPA', 'FRE'", 5, 5)
    rela = pick.format(
        "'isa', 'may_treat', 'has_finding_site', '', '', 'mapped_to', 'same_as', 'part_of', 'has_method', 'due_to'",
        6,
        10,
    )
    files = {
        "MRCONSO": f"SELECT printf('C%07d', 1 + i // 4), {lat}, if(i % 4 = 0, 'P', 'S'), printf('L%07d', i), if(i % 4 = 0, 'PF', 'VO'), printf('S%07d', i), if(i % 4 = 0, 'Y', 'N'), printf('A%08d', i), '', '', '', {sab}, {tty}, printf('%03d.%d', hash(i, 7) % 1000, i % 10), 'invented name number ' || i || ' of a thing in the body', '0', if(i % 20 = 0, 'O', 'N'), '' , '' FROM range({atoms}) t(i)",
        "MRREL": f"SELECT one, printf('A%08d', i), 'SCUI', if(rela = 'isa', if(back, 'PAR', 'CHD'), 'RO'), two, printf('A%08d', i + 1), 'SCUI', if(back, map_extract_value(map {{'isa': 'inverse_isa', 'may_treat': 'may_be_treated_by', 'has_finding_site': 'finding_site_of', 'due_to': 'cause_of'}}, rela), rela), printf('R%09d', i), '', sab, sab, '', '', if(i % 25 = 0, 'O', 'N'), '', '' FROM (SELECT i, b = 1 AS back, if(b = 1, {cui.format(1)}, {cui.format(2)}) AS one, if(b = 1, {cui.format(2)}, {cui.format(1)}) AS two, {rela} AS rela, {sab} AS sab FROM range({atoms * 31 // 20}) t(i), range(2) u(b))",
        "MRSTY": f"SELECT printf('C%07d', 1 + i), 'T047', 'B2.2.1.2.1', 'Disease or Syndrome', printf('AT%08d', i), '', '' FROM range({concepts}) t(i)",
        "MRSAB": "SELECT '', '', s, s, s, s, '1', '', '', '', '', '', '', '0', '', '', '', '', '', 'ENG', 'UTF-8', 'Y', 'Y', s, '', '' FROM (SELECT unnest(["
        + ", ".join(f"'{s}'" for s in sabs)
        + "]) AS s)",
        "MRRANK": "SELECT printf('%04d', row_number() OVER ()), s, t, 'N', '' FROM (SELECT unnest(["
        + ", ".join(f"'{s}'" for s in sabs)
        + "]) AS s), (SELECT unnest(['PT', 'SY', 'IN', 'BN', 'HT', 'LN', 'AB']) AS t)",
        "MRDOC": "SELECT k, a, t, b, '' FROM (VALUES ('RELA', 'isa', 'rela_inverse', 'inverse_isa'), ('RELA', 'may_treat', 'rela_inverse', 'may_be_treated_by'), ('RELA', 'has_finding_site', 'rela_inverse', 'finding_site_of'), ('RELA', 'due_to', 'rela_inverse', 'cause_of'), ('REL', 'CHD', 'rel_inverse', 'PAR')) v(k, a, t, b)",
    }
    folder.mkdir(parents=True)
    index = []
    for name, query in files.items():
        path = folder / f"{name}.RRF"
        rows = connection.execute(
            f"COPY ({query}) TO '{path}' (DELIM '|', HEADER false, QUOTE '', ESCAPE '')"
        ).fetchone()[0]
        columns = COLUMNS[name]
        index.append(f"{name}.RRF|invented|{columns}|{len(columns.split(','))}|{rows}|{path.stat().st_size}|\n")
    (folder / "MRFILES.RRF").write_text("".join(index), encoding="utf-8")


def scan(folder: Path) -> None:
    """What any reader owes: every row parsed once."""
    from kgqa.load import rrf

    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{LIMIT}'")
    for name, file in rrf.read_index(folder).items():
        if name in ("MRCONSO", "MRREL", "MRSTY"):
            columns = ", ".join(f"max({column})" for column in file.columns)
            connection.execute(f"SELECT {columns} FROM {file.relation(*file.columns)}").fetchall()


def load(folder: Path) -> None:
    """What `kgqa load` does with a release, in the connection that it does it in."""
    from kgqa.graph.building import Building
    from kgqa.load import umls
    from kgqa.load.knowledge.staging import prepare
    from kgqa.load.umls_reach import read_reach

    (folder / "graph").mkdir()
    connection = Building(folder / "graph", LIMIT).connection
    prepare(connection)
    release = umls.open_release(folder)
    umls.read_codes(connection, release)
    umls.read_relations(connection, release)
    connection.execute(
        f"CREATE TEMP TABLE seed AS SELECT printf('C%07d', i * 97 + 1) AS concept FROM range({SEED_CONCEPTS}) t(i)"
    )
    read_reach(connection, release)


def measure(what: str, folder: Path) -> dict[str, float]:
    output = subprocess.run(
        [sys.executable, __file__, "--only", what, "--folder", str(folder)], check=True, capture_output=True, text=True
    ).stdout
    return json.loads(output)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--rows", type=int, default=1_000_000, help="rows of MRCONSO at the largest size (a full release: 14000000)"
    )
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only")
    options = parser.parse_args()
    if options.only:
        start = time.perf_counter()
        {"scan": scan, "load": load}[options.only](options.folder)
        seconds, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
        sys.stdout.flush()
        print(json.dumps({"seconds": seconds, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024}))
        return
    print(
        f"{'MRCONSO rows':>14} {'MRREL rows':>12} {'scan s':>8} {'load s':>8} {'ratio':>6} {'by CPU':>7} {'peak GB':>8} {'rows/s':>10}"
    )
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        for atoms in (options.rows // 16, options.rows // 4, options.rows):
            folder = Path(scratch) / str(atoms)
            make(folder, atoms)
            bare, whole = measure("scan", folder), measure("load", folder)
            relations = atoms * 31 // 20 * 2
            rate = (atoms + relations) / whole["seconds"]
            print(
                f"{atoms:>14,} {relations:>12,} {bare['seconds']:>8.1f} {whole['seconds']:>8.1f} {whole['seconds'] / bare['seconds']:>6.2f} {whole['cpu'] / bare['cpu']:>7.2f} {whole['peak'] / 1e9:>8.2f} {rate:>10,.0f}",
                flush=True,
            )
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
