"""RxNorm's own release (RXNCONSO, RXNREL, RXNSAT as RRF) as staged concepts, names, codes and ingredients.

An RxCUI becomes the CUI that the release itself gives (attribute UMLSCUI in RXNSAT), else `rxnorm:` and the RxCUI. NDCs
are those that RxNorm itself lists for a product (attribute NDC, 11 digits).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from kgqa.errors import SourceError
from kgqa.files import share
from kgqa.load import rrf
from kgqa.load.knowledge.names import product_name, usual_case


def find_release(folder: Path) -> dict[str, Path]:
    """Return the files of a release by name; SourceError where the folder lacks one."""
    found = {}
    for name in _plan()["columns"]:
        path = next((p for p in (folder / f"{name}.RRF", folder / f"{name}.RRF.gz") if p.is_file()), None)
        if path is None:
            raise SourceError(f"{folder}: no {name}.RRF; give the rrf folder of an RxNorm release")
        found[name] = path
    return found


def _plan() -> dict[str, Any]:
    return tomllib.loads((share("schema") / "sources" / "rxnorm.toml").read_text(encoding="utf-8"))


def read_rxnorm(connection: duckdb.DuckDBPyConnection, release: Mapping[str, Path]) -> dict[str, int]:
    """Stage a release; return the number of concepts, names, NDC codes and ingredient statements.

    A product's HAS_INGREDIENT leads straight to its ingredients, also where the release says so through a component.
    Raises SourceError for a damaged file, with its line.
    """
    plan = _plan()
    files = {name: rrf.RrfFile(f"{name}.RRF", path, tuple(plan["columns"][name])) for name, path in release.items()}
    kinds = [(tty, kind) for kind, names in plan["term_types"].items() for tty in names]
    connection.execute("CREATE OR REPLACE TEMP TABLE rx_kind (tty TEXT, kind TEXT)")
    connection.executemany("INSERT INTO rx_kind VALUES (?, ?)", kinds)
    connection.execute("CREATE OR REPLACE TEMP TABLE rx_relation (rela TEXT, type TEXT)")
    connection.executemany("INSERT INTO rx_relation VALUES (?, ?)", list(plan["edges"].items()))
    try:
        _scan(connection, files)
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        raise rrf.explain(error, tuple(files.values())) from None
    return _stage(connection)


def _scan(connection: duckdb.DuckDBPyConnection, files: dict[str, rrf.RrfFile]) -> None:
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE rx_atom AS
        SELECT RXCUI AS rxcui, STR AS name, TTY AS tty, kind
        FROM {files["RXNCONSO"].relation("RXCUI", "LAT", "SAB", "TTY", "STR", "SUPPRESS")} AS atom
        LEFT JOIN rx_kind USING (tty)
        WHERE SAB = 'RXNORM' AND SUPPRESS = 'N' AND LAT = 'ENG'
    """)
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE rx_attribute AS
        SELECT RXCUI AS rxcui, ATN AS attribute, ATV AS value
        FROM {files["RXNSAT"].relation("RXCUI", "ATN", "SAB", "ATV", "SUPPRESS")}
        WHERE ATN IN ('NDC', 'UMLSCUI') AND SAB = 'RXNORM' AND SUPPRESS = 'N'
    """)
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE rx_edge AS
        SELECT DISTINCT RXCUI2 AS source, RXCUI1 AS target
        FROM {files["RXNREL"].relation("RXCUI1", "RXCUI2", "RELA", "SAB", "SUPPRESS")} AS row
        JOIN rx_relation AS plan ON plan.rela = row.RELA
        WHERE SAB = 'RXNORM' AND coalesce(SUPPRESS, 'N') = 'N' AND RXCUI1 <> RXCUI2
    """)


def _stage(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE rx_concept AS
        SELECT atom.rxcui, coalesce(min(value), 'rxnorm:' || atom.rxcui) AS concept,
               arg_min(name, (kind IS NULL, tty, name)) AS name, arg_min(kind, tty) AS kind
        FROM rx_atom AS atom
        LEFT JOIN rx_attribute AS own ON own.rxcui = atom.rxcui AND attribute = 'UMLSCUI'
        GROUP BY atom.rxcui HAVING any_value(kind) IS NOT NULL
    """)
    connection.execute("INSERT INTO knowledge.ingredient SELECT concept FROM rx_concept WHERE kind = 'ingredient'")
    connection.execute(f"""
        INSERT INTO knowledge.concept
        SELECT concept, CASE WHEN kind IN ('product', 'part') THEN {product_name("name")} WHEN kind = 'brand' THEN name
                   ELSE {usual_case("name")} END,
               'RxNorm', CASE kind WHEN 'salt' THEN 'ingredient' WHEN 'part' THEN 'product' ELSE kind END, NULL,
               ['rxnorm:' || rxcui]
        FROM rx_concept
    """)
    connection.execute("""
        INSERT INTO knowledge.name
        SELECT DISTINCT rx_concept.concept, rx_atom.name, 'RxNorm', rx_atom.name = rx_concept.name
        FROM rx_atom JOIN rx_concept USING (rxcui)
    """)
    connection.execute("INSERT INTO knowledge.code SELECT 'rxnorm', rxcui, concept, true, 'rxnorm', 5 FROM rx_concept")
    connection.execute("""
        INSERT INTO knowledge.code
        SELECT 'ndc', value, min(concept), true, 'ndc', 5 FROM rx_attribute JOIN rx_concept USING (rxcui)
        WHERE attribute = 'NDC' AND regexp_full_match(value, '[0-9]{11}') GROUP BY value
    """)
    # A walk of at most three steps ends at an ingredient: pack -> product -> component -> ingredient.
    connection.execute("""
        INSERT INTO knowledge.statement
        WITH RECURSIVE walk(source, target, steps) AS (
            SELECT source, target, 1 FROM rx_edge
            UNION
            SELECT walk.source, rx_edge.target, steps + 1
            FROM walk JOIN rx_edge ON rx_edge.source = walk.target WHERE steps < 3
        )
        SELECT DISTINCT one.concept, 'HAS_INGREDIENT', two.concept, 'RxNorm', NULL, true, NULL, NULL
        FROM walk
        JOIN rx_concept AS one ON one.rxcui = walk.source AND one.kind IN ('product', 'brand')
        JOIN rx_concept AS two ON two.rxcui = walk.target AND two.kind = 'ingredient'
        WHERE one.concept <> two.concept
    """)
    counted = {
        "concepts": "SELECT count(*) FROM rx_concept",
        "names": "SELECT count(*) FROM knowledge.name WHERE source = 'RxNorm'",
        "ndc": "SELECT count(*) FROM knowledge.code WHERE vocabulary = 'ndc' AND rank = 5",
        "statements": "SELECT count(*) FROM knowledge.statement WHERE stated_by = 'RxNorm' AND type = 'HAS_INGREDIENT'",
    }
    return {name: int((connection.execute(query).fetchone() or (0,))[0]) for name, query in counted.items()}
