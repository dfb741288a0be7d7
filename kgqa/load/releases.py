"""The releases that a user has at hand, as steps of a load: UMLS, RxNorm, MED-RT, and the UMLS service.

What can be refused is refused when they are opened, before a table is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from kgqa.errors import UsageError
from kgqa.load import medrt, rxnorm, umls
from kgqa.load.link import link
from kgqa.load.link.service import resolve
from kgqa.load.umls_reach import read_reach
from kgqa.stage import Step

if TYPE_CHECKING:
    from kgqa.load.umls_api import Lookup

# What two cores read in a second, measured: it only divides the progress bar.
_ROWS_A_SECOND = 1e6
_BYTES_A_SECOND = 3e7


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user wants read besides the open knowledge.

    `licence_level` keeps the vocabularies of the UMLS up to that source restriction level, `all_concepts` also what no
    patient reaches, `definitions` those of MRDEF; `service` asks the UMLS service for what files leave open.
    """

    umls: Path | None = None
    licence_level: int | None = None
    all_concepts: bool = False
    definitions: bool = False
    rxnorm: Path | None = None
    med_rt: Path | None = None
    service: bool = False


class Releases:
    """Opened releases; `said` is the account of each, as it is kept in graph.json."""

    def __init__(self, asked: Asked) -> None:
        """Open and check what was asked for; SourceError or UsageError where one of them cannot be used."""
        if asked.umls is None and (asked.definitions or asked.licence_level is not None):
            raise UsageError("--definitions and --licence-level speak of a UMLS release. Give its folder with --umls")
        self.asked = asked
        self.said: dict[str, Any] = {}
        self._umls = umls.open_release(asked.umls, asked.licence_level) if asked.umls else None
        if self._umls is not None and asked.definitions:
            umls.need(self._umls.files, "MRDEF")
        self._rxnorm = rxnorm.find_release(asked.rxnorm) if asked.rxnorm else {}
        self._medrt = medrt.find_file(asked.med_rt) if asked.med_rt else None
        self._service = _open_service() if asked.service else None

    def codes(self, sql: duckdb.DuckDBPyConnection) -> list[Step]:
        """Return the steps that come before the open knowledge, since their codes go ahead of its maps."""
        steps = []
        if self._umls is not None:
            release = self._umls
            said = self.said["UMLS"] = release.account()
            steps.append(_rows(release, "MRCONSO", lambda: said.update(codes=umls.read_codes(sql, release))))
            steps.append(_rows(release, "MRREL", lambda: said.update(relations=umls.read_relations(sql, release))))
        if self._rxnorm:
            steps.append(self._files("RxNorm", self._rxnorm, lambda: rxnorm.read_rxnorm(sql, self._rxnorm)))
        return steps

    def statements(self, sql: duckdb.DuckDBPyConnection) -> list[Step]:
        """Return the steps that come after the open knowledge, since they speak in codes that it knows."""
        if self._medrt is None:
            return []
        file = self._medrt
        return [self._files("MED-RT", {file.name: file}, lambda: medrt.read_medrt(sql, file))]

    def reach(self, sql: duckdb.DuckDBPyConnection, links: dict[str, Any]) -> list[Step]:
        """Return the steps that come after the links: what these leave open, and what lies within their reach."""
        steps = []
        if self._service is not None:
            service = self._service

            def ask() -> None:
                self.said["UMLS service"] = found = resolve(sql, service)
                if found["codes"] or found["names"]:
                    links.update(link(sql))

            steps.append(Step("UMLS service", 10.0, ask))
        if self._umls is not None:
            release, said = self._umls, self.said["UMLS"]

            def reach() -> None:
                sql.execute(_SEED)
                said["kept"] = read_reach(
                    sql, release, all_concepts=self.asked.all_concepts, definitions=self.asked.definitions
                )

            steps.append(_rows(release, "MRCONSO", reach, "names of "))
        return steps

    def _files(self, name: str, files: dict[str, Path], read: Callable[[], dict[str, int]]) -> Step:
        def work() -> None:
            self.said[name] = {
                "files": {file: {"sha256": _sha256(path)} for file, path in files.items()},
                "read": read(),
            }

        return Step(name, sum(path.stat().st_size for path in files.values()) / _BYTES_A_SECOND, work)


# The concepts of the record, and what other sources state of them.
_SEED = """
    CREATE OR REPLACE TEMP TABLE seed AS
    SELECT DISTINCT concept FROM knowledge.link
    UNION SELECT target FROM knowledge.statement WHERE source IN (SELECT concept FROM knowledge.link)
    UNION SELECT source FROM knowledge.statement WHERE target IN (SELECT concept FROM knowledge.link)
"""


def _rows(release: umls.Release, file: str, work: Callable[[], object], what: str = "") -> Step:
    rows = release.files[file].rows or 0
    return Step(f"{what}{file}, {rows:,} rows", rows / _ROWS_A_SECOND, work)


def _open_service() -> Lookup:
    from kgqa.load.umls_api import open_service  # noqa: PLC0415 (its client is slow to import)

    return open_service()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
