"""A UMLS Metathesaurus release (RRF files) as staged codes, concepts, names and statements.

Two steps, because a release is far larger than what a cohort touches: `read_codes` and `read_relations` before events
are linked, `read_reach` (umls_reach.py) after, when it is known which concepts the patients can reach. Which relation
becomes which edge stands in schema/sources/umls.toml; which of two inverse relations is stored stands in the release's
own MRDOC.
"""

from __future__ import annotations

import re
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

    def account(self) -> dict[str, Any]:
        """Return what graph.json keeps of it: the release, the rows and bytes of its files, and its vocabularies."""
        return {
            "release": self.version,
            "files": {file.name: {"rows": file.rows, "bytes": file.size} for file in self.files.values()},
            "vocabularies": list(self.vocabularies),
            "left_out": list(self.left_out),
            "restricted": dict(self.restricted),
        }


def open_release(folder: Path, licence_level: int | None = None) -> Release:
    """Open the META folder of a release and check every needed file against MRFILES.

    `licence_level` leaves out vocabularies whose source restriction level (MRSAB.SRL) is higher: 0 keeps those without
    terms beyond the UMLS licence itself; levels 1-4 and 9 restrict (UMLS licence agreement, appendix 1).
    Raises SourceError for a missing, shortened or foreign file.
    """
    plan = tomllib.loads((share("schema") / "sources" / "umls.toml").read_text(encoding="utf-8"))
    files = rrf.read_index(folder)
    for name in plan["needs"]:
        need(files, name)
    sources = list(columns(files["MRSAB"], "RSAB", "SRL", "CURVER", "IMETA"))
    current = [(sab, int(level or 0)) for sab, level, now, _ in sources if now != "N"]
    kept = tuple(sorted({sab for sab, level in current if licence_level is None or level <= licence_level}))
    return Release(
        files=files,
        vocabularies=kept,
        left_out=tuple(sorted({sab for sab, _ in current} - set(kept))),
        restricted=tuple(sorted({(sab, level) for sab, level in current if level > 0 and sab in kept})),
        version=_version(folder, [inserted for _, _, _, inserted in sources]),
        plan=plan,
    )


def need(files: dict[str, rrf.RrfFile], name: str) -> None:
    """Refuse a release without a file that is needed, or with one that is not as long as MRFILES says."""
    if name not in files:
        raise SourceError(f"{name}.RRF: not beside MRFILES.RRF; take the whole META folder of the release")
    rrf.check(files[name])


def _version(folder: Path, inserted: Sequence[str]) -> str:
    """Return the release's name: as release.dat says, else the last release that MRSAB says a source came in with."""
    said = folder / "release.dat"
    if said.is_file():
        found = re.search(r"umls\.release\.name=(\S+)", said.read_text(encoding="utf-8", errors="replace"))
        if found:
            return found[1]
    return max((name for name in inserted if re.fullmatch(r"[0-9]{4}A[A-Z]", name)), default="")


def columns(file: rrf.RrfFile, *names: str) -> Iterator[tuple[str, ...]]:
    """Yield the named columns of every row of a small file; SourceError with file and row where one is damaged."""
    places = [file.columns.index(name) for name in names]
    for number, fields in rrf.rows(file.path):
        if len(fields) != len(file.columns):
            raise SourceError(f"{file.name}:{number}: {len(fields)} columns where MRFILES says {len(file.columns)}")
        yield tuple(fields[place] for place in places)


@contextmanager
def scanning(*files: rrf.RrfFile) -> Iterator[None]:
    """Turn a scan that fails on a damaged row into a SourceError that names file and row."""
    try:
        yield
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        raise rrf.explain(error, files) from None


def read_codes(connection: duckdb.DuckDBPyConnection, release: Release) -> int:
    """Stage the codes of the record's code systems and the drug names that serve to link by name; return the codes.

    One code can stand in several concepts of a vocabulary: the term type listed first wins, then the lower CUI.
    """
    atoms = release.files["MRCONSO"].relation("CUI", "LAT", "SAB", "TTY", "CODE", "STR", "SUPPRESS")
    fill(
        connection,
        "umls_code_plan (sab TEXT, vocabulary TEXT, tty TEXT, rank INT, named BOOL, ingredient BOOL)",
        [
            (
                plan["sab"],
                plan["vocabulary"],
                tty,
                rank,
                tty in plan.get("names", ()),
                tty in plan.get("ingredients", ()),
            )
            for plan in release.plan["codes"]
            if plan["sab"] in release.vocabularies
            for rank, tty in enumerate(plan["term_types"])
        ],
    )
    with scanning(release.files["MRCONSO"]):
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE umls_atom AS
            SELECT CUI AS concept, CODE AS code, STR AS name, rank, named, ingredient,
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
    connection.execute("INSERT INTO knowledge.ingredient SELECT DISTINCT concept FROM umls_atom WHERE ingredient")
    codes = count(connection, "(SELECT DISTINCT vocabulary, code FROM umls_atom)")
    connection.execute("DROP TABLE umls_atom")
    return codes


def _relations(release: Release) -> list[tuple[str | None, str | None, str | None, str, bool]]:
    """Return (SAB, REL, RELA, edge type, flip): each relation of the plan and its inverse by MRDOC."""
    inverse = {
        value: other
        for key, value, kind, other in columns(release.files["MRDOC"], "DOCKEY", "VALUE", "TYPE", "EXPL")
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
    fill(connection, "umls_relation (sab TEXT, rel TEXT, rela TEXT, type TEXT, flip BOOL)", _relations(release))
    fill(connection, "umls_vocabulary (sab TEXT)", [(sab,) for sab in release.vocabularies])
    with scanning(file):
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
    connection.execute("DROP TABLE umls_row")
    stated, edges = counts.pop("stated", 0), count(connection, "umls_edge")
    matched = stated + sum(counts.values())
    total = file.rows or matched
    connection.execute(_INGREDIENTS)
    return {
        "read": total,
        "used": edges,
        "inverse or duplicate": stated - edges,
        "other relation": total - matched,
        **counts,
    }


# RxNorm leads from a product to its ingredient over components, in three steps at most (pack, product, component,
# ingredient): the edge says what is in it, so it goes there at once.
_INGREDIENTS = """
    CREATE OR REPLACE TEMP TABLE umls_ingredient AS
    SELECT DISTINCT CAST(substr(concept, 2) AS INTEGER) AS concept FROM knowledge.ingredient
    WHERE regexp_full_match(concept, 'C[0-9]{7}');
    CREATE OR REPLACE TEMP TABLE umls_inside AS
    WITH RECURSIVE walk(source, target, sab, steps) AS (
        SELECT source, target, sab, 1 FROM umls_edge WHERE type = 'HAS_INGREDIENT'
            AND source NOT IN (SELECT concept FROM umls_ingredient)
        UNION
        SELECT walk.source, edge.target, walk.sab, steps + 1 FROM walk JOIN umls_edge AS edge
            ON edge.source = walk.target AND edge.type = 'HAS_INGREDIENT'
        WHERE steps < 3 AND walk.target NOT IN (SELECT concept FROM umls_ingredient)
    )
    SELECT DISTINCT source, target, sab FROM walk WHERE target IN (SELECT concept FROM umls_ingredient);
    DELETE FROM umls_edge WHERE type = 'HAS_INGREDIENT';
    INSERT INTO umls_edge SELECT source, 'HAS_INGREDIENT', target, sab FROM umls_inside WHERE source <> target;
    DROP TABLE umls_inside;
"""


def fill(connection: duckdb.DuckDBPyConnection, layout: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Make a temporary table of a few rows."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {layout}")
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {layout.split(maxsplit=1)[0]} VALUES ({marks})", rows)


def count(connection: duckdb.DuckDBPyConnection, what: str) -> int:
    """Return the number of rows of a table, with or without a WHERE."""
    row = connection.execute(f"SELECT count(*) FROM {what}").fetchone()
    return int(row[0]) if row else 0
