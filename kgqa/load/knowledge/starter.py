"""The starter set: facts that no open source holds, a row each, with the document and section where it is stated.

`checked` is yes where the document was opened and read, no where it could not be; `reviewed` stays empty until a
clinician has looked. Concepts are those of the open files: a row names one by id and repeats its name for the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgqa.errors import SourceError
from kgqa.load.knowledge.staging import note
from kgqa.schema import read_schema

if TYPE_CHECKING:
    from kgqa.load.knowledge.shelf import Shelf

_FLAGS: Final = "checked = 'yes', CASE WHEN reviewed IS NULL OR reviewed = '' THEN false ELSE true END"

_CODES: Final = """
INSERT INTO knowledge.code SELECT 'icd9cm', code, concept, exact = 'yes', 'map', {order} FROM {table};
"""
# the name that a sentence uses, where the source that goes first has an awkward one
_NAMES: Final = "INSERT INTO knowledge.name SELECT concept, name, 'starter', true FROM {table}"
_ALIASES: Final = "INSERT INTO knowledge.alias SELECT kind, text, concept, role FROM {table}"
_STATEMENTS: Final = """
INSERT INTO knowledge.statement
SELECT source, type, target, 'starter', nullif(direction, ''), {flags}, document || ', ' || section FROM {table};
INSERT INTO knowledge.concept
SELECT DISTINCT id, name, CASE WHEN id LIKE 'loinc:%' THEN 'LOINC (item label)' ELSE 'starter' END,
       CASE WHEN id LIKE 'loinc:%' THEN 'test' ELSE 'finding' END, NULL::TEXT[], NULL::TEXT[]
FROM (SELECT source AS id, source_name AS name FROM {table} UNION SELECT target, target_name FROM {table})
WHERE id NOT IN (SELECT id FROM knowledge.concept);
"""


def read_starter(shelf: Shelf) -> None:
    """Read the starter set: codes, names, aliases and statements; after every other source, whose concepts it uses."""
    connection = shelf.connection
    codes = shelf.table("starter", "codes")
    if codes is not None:
        connection.execute(_CODES.format(table=codes, order=shelf.order("starter")))
    names = shelf.table("starter", "names")
    if names is not None:
        connection.execute(_NAMES.format(table=names))
    aliases = shelf.table("starter", "aliases")
    if aliases is not None:
        connection.execute(_ALIASES.format(table=aliases))
    for file in shelf.declared["starter"]["statements"]:
        table = shelf.table("starter", file)
        if table is not None:
            _check_types(shelf, file, table)
            connection.execute(_STATEMENTS.format(table=table, flags=_FLAGS))


def _check_types(shelf: Shelf, file: str, table: str) -> None:
    """Refuse a row whose edge type the graph does not know: its fact would be lost without a word."""
    known = [edge.name for edge in read_schema().edges.values() if edge.knowledge]
    rows = f"(SELECT row_number() OVER () AS n, type FROM {table})"
    found = shelf.connection.execute(
        f"SELECT n, type FROM {rows} WHERE type IS NULL OR NOT list_contains(?, type) ORDER BY n LIMIT 1", [known]
    ).fetchone()
    if found:
        path = shelf.folder / shelf.declared["starter"]["files"][file]["path"]
        raise SourceError(
            f"{path}: row {found[0]}: {found[1] or 'nothing'} is no edge of knowledge; see schema/graph.toml"
        )


def refuse(shelf: Shelf) -> None:
    """Take away the statements that the starter set refuses, with its reasons; after every source of statements."""
    table = shelf.table("starter", "refused")
    if table is None:
        return
    connection = shelf.connection
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE refused AS
        SELECT DISTINCT s.source, s.type, s.target, s.stated_by FROM knowledge.statement s JOIN {table} r
        ON r.stated_by = s.stated_by AND r.type = s.type AND r.source = s.source AND (r.target = s.target
            OR r.target = '*');
        DELETE FROM knowledge.statement s USING refused r
        WHERE r.stated_by = s.stated_by AND r.type = s.type AND r.source = s.source AND r.target = s.target
        """
    )
    note(connection, "starter", "statements refused (data/knowledge/starter/refused.tsv)", "FROM refused")
