"""MED-RT as published (Core_MEDRT_*_XML.xml, or the zip that holds it) as staged concepts and statements.

An association names its two ends by namespace and code. A code whose concept another source has given (an RxCUI, a
MeSH id) becomes that concept; any other keeps its own code. Which association becomes which edge stands in
schema/sources/med-rt.toml.
"""

from __future__ import annotations

import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree as ET

import duckdb
import pyarrow as pa

from kgqa.errors import SourceError
from kgqa.files import share


def find_file(path: Path) -> Path:
    """Return the file of a release, given it or the folder that holds it; SourceError where there is none."""
    if path.is_dir():
        found = sorted([*path.glob("Core_MEDRT*XML.xml"), *path.glob("Core_MEDRT*XML.zip")])
        if not found:
            raise SourceError(f"{path}: no Core_MEDRT_*_XML.xml or .zip; give the file or its folder")
        return found[0]
    if not path.is_file():
        raise SourceError(f"{path}: no such file; give Core_MEDRT_*_XML.xml or its zip")
    return path


@contextmanager
def _stream(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix != ".zip":
        with path.open("rb") as stream:
            yield stream
        return
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.endswith("_XML.xml")]
            if not names:
                raise SourceError(f"{path.name}: holds no *_XML.xml; give MED-RT's Core XML archive")
            with archive.open(names[0]) as stream:
                yield stream
    except zipfile.BadZipFile:
        raise SourceError(f"{path.name}: the zip file is broken; fetch it again") from None


def _fields(element: ET.Element) -> dict[str, str]:
    return {child.tag: (child.text or "").strip() for child in element}


def _elements(path: Path) -> Iterator[ET.Element]:
    """Yield the children of the terminology one by one; each is emptied after use, so the file may be of any size."""
    with _stream(path) as stream:
        depth = 0
        try:
            for event, element in ET.iterparse(stream, events=("start", "end")):  # noqa: S314 - a file the user names
                depth += 1 if event == "start" else -1
                if event == "start" and depth == 1 and element.tag != "terminology":
                    raise SourceError(f"{path.name}: not a MED-RT terminology; give Core_MEDRT_*_XML.xml")
                if event == "end" and depth == 1:
                    yield element
                    element.clear()
        except ET.ParseError as error:
            raise SourceError(f"{path.name}:{error.position[0]}: not well-formed XML; fetch the file again") from None


def _concept(fields: dict[str, str], element: ET.Element) -> tuple[str, str, str] | None:
    """Return code, NUI and name of an active concept. UMLS and others cite a concept by its NUI."""
    if fields.get("status", "A") != "A" or not fields.get("code") or not fields.get("name"):
        return None
    nui = next((one.findtext("value", "") for one in element.iter("property") if one.findtext("name") == "NUI"), "")
    return fields["code"], nui or fields["code"], fields["name"]


def read_medrt(connection: duckdb.DuckDBPyConnection, path: Path) -> dict[str, int]:
    """Stage MED-RT's concepts and statements; return counts of concepts, statements and what was left out, by reason.

    Raises SourceError for a file that is not there, not XML, or not a MED-RT terminology.
    """
    plan = tomllib.loads((share("schema") / "sources" / "med-rt.toml").read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    concepts: list[tuple[str, str, str]] = []
    associations: list[tuple[str | None, ...]] = []

    def vocabulary(fields: dict[str, str], end: str) -> str | None:
        namespace = fields.get(f"{end}_namespace", "")
        return next((name for start, name in plan["namespaces"].items() if namespace.startswith(start)), None)

    for element in _elements(path):
        fields = _fields(element)
        if element.tag == "concept":
            concept = _concept(fields, element)
            if concept is None:
                counts["concept not active or without code"] += 1
            else:
                concepts.append(concept)
        elif element.tag == "association" and fields.get("name") not in plan["edges"]:
            counts["other association"] += 1
        elif element.tag == "association":
            ends = [
                (vocabulary(fields, end), fields.get(f"{end}_code"), fields.get(f"{end}_name"))
                for end in ("from", "to")
            ]
            if all(space and code for space, code, _ in ends):
                associations.append((plan["edges"][fields["name"]], *ends[0], *ends[1]))
            else:
                counts["end without code or vocabulary"] += 1
    _table(connection, "medrt_concept", ("code", "nui", "name"), concepts)
    _table(
        connection,
        "medrt_row",
        ("type", "vocabulary1", "code1", "name1", "vocabulary2", "code2", "name2"),
        associations,
    )
    _stage(connection)
    return {"concepts": len(concepts), "statements": len(associations), **counts}


def _table(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    values = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    table = pa.table({column: pa.array(value, pa.string()) for column, value in zip(columns, values, strict=True)})
    connection.register("medrt_arrow", table)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM medrt_arrow")
    connection.unregister("medrt_arrow")


def _stage(connection: duckdb.DuckDBPyConnection) -> None:
    """Give every end its concept: the one a code is known by, best rank first, else the code with its prefix."""
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE medrt_end AS
        WITH cited AS (
            SELECT vocabulary1 AS vocabulary, code1 AS cited, name1 AS name FROM medrt_row
            UNION SELECT vocabulary2, code2, name2 FROM medrt_row
            UNION SELECT 'med-rt', code, name FROM medrt_concept
        ), named AS (
            SELECT vocabulary, cited, if(vocabulary = 'med-rt', coalesce(nui, cited), cited) AS code,
                   min(cited.name) AS name
            FROM cited LEFT JOIN medrt_concept AS own ON vocabulary = 'med-rt' AND own.code = cited.cited GROUP BY ALL
        )
        SELECT named.vocabulary, cited, named.code, any_value(named.name) AS name,
               bool_or(known.concept IS NOT NULL) AS known,
               coalesce(arg_min(known.concept, (known.rank, known.concept)), named.vocabulary || ':' || named.code)
                   AS concept
        FROM named LEFT JOIN knowledge.code AS known
          ON known.vocabulary = named.vocabulary AND known.code = named.code AND known.exact
        GROUP BY named.vocabulary, cited, named.code
    """)
    connection.execute("""
        INSERT INTO knowledge.concept
        SELECT concept, any_value(name), 'MED-RT', NULL, NULL, NULL FROM medrt_end
        WHERE NOT known AND name IS NOT NULL GROUP BY concept
    """)
    connection.execute("""
        INSERT INTO knowledge.name
        SELECT DISTINCT concept, name, 'MED-RT', NOT known FROM medrt_end WHERE name IS NOT NULL
    """)
    connection.execute("""
        INSERT INTO knowledge.code
        SELECT DISTINCT vocabulary, code, concept, true, 'med-rt', 50 FROM medrt_end WHERE NOT known
    """)
    connection.execute("""
        INSERT INTO knowledge.statement
        SELECT DISTINCT one.concept, type, two.concept, 'MED-RT', NULL, true, NULL, NULL
        FROM medrt_row
        JOIN medrt_end AS one ON one.vocabulary = vocabulary1 AND one.cited = code1
        JOIN medrt_end AS two ON two.vocabulary = vocabulary2 AND two.cited = code2
        WHERE one.concept <> two.concept
    """)
