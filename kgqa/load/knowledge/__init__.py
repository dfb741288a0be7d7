"""Medical knowledge from open files: read_open fills the staging tables that links and edges are made of.

Each reader is one module and knows one kind of source. They run in one DuckDB connection, set by set; see staging.py
for the tables, and schema/sources/open-knowledge.toml for the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgqa.load.knowledge.diseases import read_diseases
from kgqa.load.knowledge.drugs import read_drugcentral, read_rxnorm
from kgqa.load.knowledge.groups import read_groups
from kgqa.load.knowledge.indications import read_labeledin, read_pharmacotherapydb
from kgqa.load.knowledge.ingredients import read_ingredients
from kgqa.load.knowledge.items import read_items
from kgqa.load.knowledge.shelf import open_shelf
from kgqa.load.knowledge.staging import prepare
from kgqa.load.knowledge.starter import read_starter, refuse

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb


def read_open(connection: duckdb.DuckDBPyConnection, folder: Path, *, may_be_empty: bool = False) -> dict[str, Any]:
    """Read the open knowledge files of `folder` into the staging tables and return where they are from.

    Call it before `link` and `fold`, and after any reader of UMLS. The result has `sources` (release, licence), `files`
    (rows and sha256, or absent). SourceError on an unreadable file, and on a folder that holds none of the files unless
    it `may_be_empty`: where a release is read too.
    """
    shelf = open_shelf(connection, folder, may_be_empty=may_be_empty)
    prepare(connection)
    connection.execute("DELETE FROM knowledge.tally")
    read_rxnorm(shelf)
    read_drugcentral(shelf)
    read_labeledin(shelf)
    read_diseases(shelf)
    read_pharmacotherapydb(shelf)
    read_ingredients(shelf)
    read_groups(shelf)
    read_items(shelf)
    read_starter(shelf)
    refuse(shelf)
    return {
        "sources": {
            name: {key: entry[key] for key in ("release", "licence")} for name, entry in sorted(shelf.declared.items())
        },
        "files": dict(sorted(shelf.seen.items())),
    }
