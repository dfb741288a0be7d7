"""The second step of reading a UMLS release: what lies within reach of the patients, with names, types and definitions.

Needs `read_relations` before, and the temporary table `seed` (concept): what the record is linked to.
"""

from __future__ import annotations

import duckdb

from kgqa.load.umls import Release, columns, count, fill, scanning


def read_reach(
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    *,
    all_concepts: bool = False,
    definitions: bool = False,
) -> dict[str, int]:
    """Stage the statements, concepts and names within reach of `seed`; return how many there are of each.

    The reach is what patterns walk, the same as knowledge/fold.py keeps: who states something of a seed, three steps
    forward from all these, and up ISA to the roots. With `all_concepts` every concept with an English name is staged.
    """
    if not all_concepts:
        _reach(connection)
    _names(connection, release, all_concepts=all_concepts)
    _types(connection, release)
    connection.execute("""
        INSERT INTO knowledge.concept
        SELECT concept, arg_min(name, (NOT preferred, -rank, name)), 'UMLS', any_value(kind), any_value(types), NULL
        FROM umls_name LEFT JOIN umls_type USING (concept) GROUP BY concept;
        INSERT INTO knowledge.name SELECT concept, name, 'UMLS', preferred FROM umls_name;
        CREATE OR REPLACE TEMP TABLE umls_named AS
        SELECT DISTINCT CAST(substr(concept, 2) AS INTEGER) AS concept FROM umls_name;
        INSERT INTO knowledge.statement
        SELECT printf('C%07d', source), type, printf('C%07d', target), 'UMLS/' || sab, NULL, true, NULL, NULL
        FROM umls_edge SEMI JOIN umls_named one ON one.concept = source SEMI JOIN umls_named two ON two.concept = target
    """)
    found = {
        "concepts": count(connection, "umls_named"),
        "names": count(connection, "umls_name"),
        "statements": count(connection, "knowledge.statement WHERE stated_by LIKE 'UMLS/%'"),
    }
    if definitions:
        found["definitions"] = _definitions(connection, release)
    connection.execute("DROP TABLE umls_name; DROP TABLE umls_edge; DROP TABLE umls_named; DROP TABLE umls_type")
    return found


def _reach(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE umls_kept (concept INTEGER PRIMARY KEY);
        INSERT INTO umls_kept
        SELECT DISTINCT CAST(substr(concept, 2) AS INTEGER) FROM seed WHERE regexp_full_match(concept, 'C[0-9]{7}');
        INSERT OR IGNORE INTO umls_kept
        SELECT source FROM umls_edge JOIN umls_kept ON target = concept WHERE type NOT IN ('ISA', 'HAS_INGREDIENT')
    """)
    forward = "INSERT OR IGNORE INTO umls_kept SELECT target FROM umls_edge JOIN umls_kept ON source = concept"
    for _ in range(3):
        connection.execute(forward)
    before = 0
    while before != (before := count(connection, "umls_kept")):
        connection.execute(f"{forward} WHERE type = 'ISA'")


def _names(connection: duckdb.DuckDBPyConnection, release: Release, *, all_concepts: bool) -> None:
    atoms = release.files["MRCONSO"].relation("CUI", "LAT", "TS", "STT", "ISPREF", "SAB", "TTY", "STR", "SUPPRESS")
    ranks = [
        (int(rank), sab, tty)
        for rank, tty, sab, _ in columns(release.files["MRRANK"], "RANK", "TTY", "SAB", "SUPPRESS")
    ]
    fill(connection, "umls_rank (rank INT, sab TEXT, tty TEXT)", ranks)
    kept = "" if all_concepts else "JOIN umls_kept ON umls_kept.concept = CAST(substr(CUI, 2) AS INTEGER)"
    with scanning(release.files["MRCONSO"]):
        # The Metathesaurus' own preferred name is TS P, STT PF, ISPREF Y; a subset may lack that atom, then the source
        # and term type that MRRANK puts highest stand in (MetamorphoSys, precedence).
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE umls_name AS
            SELECT CUI AS concept, STR AS name, max(coalesce(rank, 0)) AS rank,
                   bool_or(TS = 'P' AND STT = 'PF' AND ISPREF = 'Y') AS preferred
            FROM {atoms} AS atom {kept}
            JOIN umls_vocabulary ON umls_vocabulary.sab = atom.SAB
            LEFT JOIN umls_rank ON umls_rank.sab = atom.SAB AND umls_rank.tty = atom.TTY
            WHERE LAT = 'ENG' AND SUPPRESS = 'N' GROUP BY ALL
        """)


def _types(connection: duckdb.DuckDBPyConnection, release: Release) -> None:
    file = release.files["MRSTY"]
    kinds = " ".join(
        f"WHEN starts_with(STN, '{prefix}') THEN '{kind}'"
        for prefix, kind in sorted(release.plan["kinds"].items(), key=lambda item: -len(item[0]))
    )
    with scanning(file):
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE umls_type AS
            SELECT CUI AS concept, list_sort(list(DISTINCT TUI)) AS types, min(CASE {kinds} END) AS kind
            FROM {file.relation("CUI", "TUI", "STN")}
            WHERE CUI IN (SELECT concept FROM umls_name) GROUP BY CUI
        """)


def _definitions(connection: duckdb.DuckDBPyConnection, release: Release) -> int:
    """Stage one English definition a concept: of the source that MRRANK puts highest, then the shortest."""
    file = release.files["MRDEF"]
    english = [(sab,) for sab, language in columns(release.files["MRSAB"], "RSAB", "LAT") if language == "ENG"]
    fill(connection, "umls_english (sab TEXT)", english)
    with scanning(file):
        connection.execute(f"""
            INSERT INTO knowledge.definition
            SELECT CUI, arg_min(DEF, (-rank, length(DEF), DEF)), 'UMLS/' || arg_min(SAB, (-rank, length(DEF), DEF))
            FROM (SELECT CUI, said.SAB, DEF, coalesce(best.rank, 0) AS rank
                FROM {file.relation("CUI", "SAB", "DEF", "SUPPRESS")} AS said
                SEMI JOIN umls_vocabulary ON umls_vocabulary.sab = said.SAB
                SEMI JOIN umls_english ON umls_english.sab = said.SAB
                LEFT JOIN (SELECT sab, max(rank) AS rank FROM umls_rank GROUP BY sab) AS best ON best.sab = said.SAB
                WHERE SUPPRESS = 'N' AND CUI IN (SELECT concept FROM umls_name))
            GROUP BY CUI
        """)
    return count(connection, "knowledge.definition")
