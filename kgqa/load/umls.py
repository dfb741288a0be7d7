"""A UMLS Metathesaurus release (RRF files) as staged codes, concepts, names and statements.

Two steps, because a release is far larger than what a cohort touches: `read_codes` before events are linked,
`read_reach` after, when it is known which concepts the patients can reach. Which relation becomes which edge stands in
schema/sources/umls.toml; which of two inverse relations is stored stands in the release's own MRDOC.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from kgqa.errors import SourceError
from kgqa.files import share
from kgqa.load import rrf

# ICD-9-CM writes diagnoses and procedures under one vocabulary: a procedure has two digits before the dot.
_PROCEDURE = r"[0-9]{2}(\.[0-9]{1,2})?"


@dataclass(frozen=True, slots=True)
class Release:
    """An opened release: its files, and the vocabularies that may be read under the licence level asked for."""

    files: dict[str, rrf.RrfFile]
    vocabularies: tuple[str, ...]
    left_out: tuple[str, ...]
    restricted: tuple[tuple[str, int], ...]
    version: str
    plan: dict[str, Any]


def open_release(folder: Path, licence_level: int | None = None) -> Release:
    """Open the META folder of a release and check every needed file against MRFILES.

    `licence_level` leaves out vocabularies whose source restriction level (MRSAB.SRL) is higher: 0 keeps those without
    terms beyond the UMLS licence itself; levels 1-4 and 9 restrict (UMLS licence agreement, appendix 1).
    Raises SourceError for a missing, shortened or foreign file.
    """
    plan = tomllib.loads((share("schema") / "sources" / "umls.toml").read_text(encoding="utf-8"))
    files = rrf.read_index(folder)
    for name in plan["needs"]:
        if name not in files:
            raise SourceError(f"{folder}: no {name}.RRF beside MRFILES.RRF; kgqa needs {', '.join(plan['needs'])}")
        rrf.check(files[name])
    sources = list(_columns(files["MRSAB"], "RSAB", "SRL", "CURVER", "SVER"))
    current = [(sab, int(level or 0)) for sab, level, now, _ in sources if now != "N"]
    kept = tuple(sorted({sab for sab, level in current if licence_level is None or level <= licence_level}))
    return Release(
        files=files,
        vocabularies=kept,
        left_out=tuple(sorted({sab for sab, _ in current} - set(kept))),
        restricted=tuple(sorted({(sab, level) for sab, level in current if level > 0 and sab in kept})),
        version=next((version for sab, _, _, version in sources if sab == "MTH"), ""),
        plan=plan,
    )


def _columns(file: rrf.RrfFile, *names: str) -> Iterator[tuple[str, ...]]:
    places = [file.columns.index(name) for name in names]
    for number, fields in rrf.rows(file.path):
        if len(fields) != len(file.columns):
            raise SourceError(f"{file.name}:{number}: {len(fields)} columns where MRFILES says {len(file.columns)}")
        yield tuple(fields[place] for place in places)


@contextmanager
def _scanning(*files: rrf.RrfFile) -> Iterator[None]:
    try:
        yield
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        raise rrf.explain(error, files) from None


def read_codes(connection: duckdb.DuckDBPyConnection, release: Release) -> int:
    """Stage the codes of the record's code systems and the drug names that serve to link by name; return the codes.

    One code can stand in several concepts of a vocabulary: the term type listed first wins, then the lower CUI.
    """
    atoms = release.files["MRCONSO"].relation("CUI", "LAT", "SAB", "TTY", "CODE", "STR", "SUPPRESS")
    _table(
        connection,
        "umls_code_plan (sab TEXT, vocabulary TEXT, tty TEXT, rank INT, named BOOL)",
        [
            (plan["sab"], plan["vocabulary"], tty, rank, tty in plan.get("names", ()))
            for plan in release.plan["codes"]
            if plan["sab"] in release.vocabularies
            for rank, tty in enumerate(plan["term_types"])
        ],
    )
    with _scanning(release.files["MRCONSO"]):
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE umls_atom AS
            SELECT CUI AS concept, CODE AS code, STR AS name, rank, named,
                   if(vocabulary = 'icd9cm' AND regexp_full_match(CODE, '{_PROCEDURE}'), 'icd9cm.procedure', vocabulary)
                       AS vocabulary
            FROM {atoms} AS atom JOIN umls_code_plan AS plan ON atom.SAB = plan.sab AND atom.TTY = plan.tty
            WHERE SUPPRESS = 'N' AND LAT = 'ENG'
        """)
    connection.execute("""
        INSERT INTO knowledge.code
        SELECT vocabulary, code, arg_min(concept, (rank, concept)), true, 'umls', 0
        FROM umls_atom GROUP BY ALL
    """)
    connection.execute("""
        INSERT INTO knowledge.name SELECT DISTINCT concept, name, 'UMLS', false FROM umls_atom WHERE named
    """)
    row = connection.execute("SELECT count(DISTINCT (vocabulary, code)) FROM umls_atom").fetchone()
    connection.execute("DROP TABLE umls_atom")
    return int(row[0]) if row else 0


def _relations(release: Release) -> list[tuple[str | None, str | None, str | None, str, bool]]:
    """Return (SAB, REL, RELA, edge type, flip): each relation of the plan and its inverse by MRDOC."""
    inverse = {
        value: other
        for key, value, kind, other in _columns(release.files["MRDOC"], "DOCKEY", "VALUE", "TYPE", "EXPL")
        if kind in ("rela_inverse", "rel_inverse") and key in ("RELA", "REL")
    }
    found: list[tuple[str | None, str | None, str | None, str, bool]] = []
    for edge in release.plan["edges"]:
        for sab in edge.get("sab", [None]):
            if "rel" in edge:
                found.append((sab, edge["rel"], None, edge["type"], False))
                if edge["rel"] in inverse:
                    found.append((sab, inverse[edge["rel"]], None, edge["type"], True))
            for rela in edge.get("rela", ()):
                found.append((sab, None, rela, edge["type"], False))
                if inverse.get(rela, rela) != rela:
                    found.append((sab, None, inverse[rela], edge["type"], True))
    return found


def read_relations(connection: duckdb.DuckDBPyConnection, release: Release) -> dict[str, int]:
    """Stream MRREL once into the temporary table umls_edge (source, type, target, sab; CUIs as whole numbers).

    Returns how many rows were read, used and dropped, by reason. A relation and its stored inverse are one edge.
    """
    file = release.files["MRREL"]
    _table(connection, "umls_relation (sab TEXT, rel TEXT, rela TEXT, type TEXT, flip BOOL)", _relations(release))
    _table(connection, "umls_vocabulary (sab TEXT)", [(sab,) for sab in release.vocabularies])
    with _scanning(file):
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE umls_row AS
            SELECT CAST(substr(if(flip, CUI1, CUI2), 2) AS INTEGER) AS source, plan.type AS type,
                   CAST(substr(if(flip, CUI2, CUI1), 2) AS INTEGER) AS target, row.SAB AS sab,
                   CASE WHEN SUPPRESS <> 'N' THEN 'suppressed'
                        WHEN row.SAB NOT IN (SELECT sab FROM umls_vocabulary) THEN 'licence'
                        WHEN CUI1 = CUI2 THEN 'self' END AS reason
            FROM {file.relation("CUI1", "REL", "CUI2", "RELA", "SAB", "SUPPRESS")} AS row
            JOIN umls_relation AS plan
              ON coalesce(row.RELA, row.REL) = coalesce(plan.rela, plan.rel)
             AND (row.RELA IS NULL) = (plan.rela IS NULL)
             AND (plan.sab IS NULL OR plan.sab = row.SAB)
        """)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE umls_edge AS
        SELECT DISTINCT source, type, target, sab FROM umls_row WHERE reason IS NULL
    """)
    counts = dict(
        connection.execute("SELECT coalesce(reason, 'stated'), count(*) FROM umls_row GROUP BY ALL").fetchall()
    )
    row = connection.execute("SELECT count(*) FROM umls_edge").fetchone()
    connection.execute("DROP TABLE umls_row")
    stated, edges = counts.pop("stated", 0), int(row[0]) if row else 0
    matched = stated + sum(counts.values())
    total = file.rows or matched
    return {
        "read": total,
        "used": edges,
        "inverse or duplicate": stated - edges,
        "other relation": total - matched,
        **counts,
    }


def read_reach(
    connection: duckdb.DuckDBPyConnection, release: Release, *, all_concepts: bool = False
) -> dict[str, int]:
    """Stage the statements, concepts and names that lie within reach of the concepts in the temporary table `seed`.

    The reach is what patterns walk: up ISA to the roots, one step along every other relation either way, from there one
    step forward, and up ISA again. Needs `read_relations` before. Returns counts of concepts, statements and cycles.
    """
    _reach(connection, all_concepts=all_concepts)
    atoms = release.files["MRCONSO"].relation("CUI", "LAT", "TS", "STT", "ISPREF", "SAB", "TTY", "STR", "SUPPRESS")
    ranks = [
        (int(rank), sab, tty)
        for rank, tty, sab, _ in _columns(release.files["MRRANK"], "RANK", "TTY", "SAB", "SUPPRESS")
    ]
    _table(connection, "umls_rank (rank INT, sab TEXT, tty TEXT)", ranks)
    with _scanning(release.files["MRCONSO"]):
        # The Metathesaurus' own preferred name is TS P, STT PF, ISPREF Y; a subset may lack that atom, then the source
        # and term type that MRRANK puts highest stand in (MetamorphoSys, precedence).
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE umls_name AS
            SELECT CUI AS concept, STR AS name, max(coalesce(rank, 0)) AS rank,
                   bool_or(TS = 'P' AND STT = 'PF' AND ISPREF = 'Y') AS preferred
            FROM {atoms} AS atom
            JOIN umls_kept ON umls_kept.concept = CAST(substr(CUI, 2) AS INTEGER)
            JOIN umls_vocabulary ON umls_vocabulary.sab = atom.SAB
            LEFT JOIN umls_rank ON umls_rank.sab = atom.SAB AND umls_rank.tty = atom.TTY
            WHERE LAT = 'ENG' AND SUPPRESS = 'N' GROUP BY ALL
        """)
    kinds = " ".join(
        f"WHEN starts_with(STN, '{prefix}') THEN '{kind}'"
        for prefix, kind in sorted(release.plan["kinds"].items(), key=lambda item: -len(item[0]))
    )
    with _scanning(release.files["MRSTY"]):
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE umls_type AS
            SELECT CUI AS concept, list_sort(list(DISTINCT TUI)) AS types, min(CASE {kinds} END) AS kind
            FROM {release.files["MRSTY"].relation("CUI", "TUI", "STN")}
            WHERE CUI IN (SELECT concept FROM umls_name) GROUP BY CUI
        """)
    connection.execute("""
        INSERT INTO knowledge.concept
        SELECT concept, arg_min(name, (NOT preferred, -rank, name)), 'UMLS', any_value(kind), any_value(types), NULL
        FROM umls_name LEFT JOIN umls_type USING (concept) GROUP BY concept
    """)
    connection.execute("INSERT INTO knowledge.name SELECT concept, name, 'UMLS', preferred FROM umls_name")
    connection.execute("""
        INSERT INTO knowledge.statement
        SELECT printf('C%07d', source), type, printf('C%07d', target), 'UMLS/' || sab, NULL, true, true, NULL
        FROM umls_edge
        WHERE printf('C%07d', source) IN (SELECT concept FROM umls_name)
          AND printf('C%07d', target) IN (SELECT concept FROM umls_name)
    """)
    return {
        "concepts": _count(connection, "knowledge.concept WHERE vocabulary = 'UMLS'"),
        "statements": _count(connection, "knowledge.statement WHERE stated_by LIKE 'UMLS/%'"),
    }


def _reach(connection: duckdb.DuckDBPyConnection, *, all_concepts: bool) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE umls_kept (concept INTEGER PRIMARY KEY)")
    if all_concepts:
        connection.execute("INSERT INTO umls_kept SELECT source FROM umls_edge UNION SELECT target FROM umls_edge")
    connection.execute("""
        INSERT OR IGNORE INTO umls_kept
        SELECT DISTINCT CAST(substr(concept, 2) AS INTEGER) FROM seed WHERE regexp_full_match(concept, 'C[0-9]{7}')
    """)
    if all_concepts:
        return
    up = "SELECT target FROM umls_edge JOIN umls_kept ON source = concept WHERE type = 'ISA'"
    forward = "SELECT target FROM umls_edge JOIN umls_kept ON source = concept WHERE type <> 'ISA'"
    back = "SELECT source FROM umls_edge JOIN umls_kept ON target = concept WHERE type <> 'ISA'"
    for step, repeat in ((up, True), (f"{forward} UNION {back}", False), (forward, False), (up, True)):
        while True:
            before = _count(connection, "umls_kept")
            connection.execute(f"INSERT OR IGNORE INTO umls_kept {step}")
            if not repeat or _count(connection, "umls_kept") == before:
                break


def _table(connection: duckdb.DuckDBPyConnection, layout: str, rows: Sequence[tuple[Any, ...]]) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {layout}")
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {layout.split(maxsplit=1)[0]} VALUES ({marks})", rows)


def _count(connection: duckdb.DuckDBPyConnection, what: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {what}").fetchone()
    return int(row[0]) if row else 0
