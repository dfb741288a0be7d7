"""Audits a graph by Cypher files: each returns the node, the property and the value of whatever is wrong.

A file starts with a comment of TOML: id, title, problem, remedy, level (error or warning). Messages name label, id and
property; the value stays where it is.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kgqa.errors import PatternError
from kgqa.graph.protocol import Engine
from kgqa.model import NodeRef
from kgqa.pattern.parse import parse
from kgqa.pattern.tree import Query
from kgqa.question.inspect import Finding

_KEYS = {"id", "title", "problem", "remedy", "level"}
_COLUMNS = ("node", "property", "value")


@dataclass(frozen=True, slots=True)
class GraphAudit:
    """One audit of a graph."""

    id: str
    title: str
    problem: str
    remedy: str
    level: Literal["error", "warning"]
    query: Query


def read_audits(folder: Path) -> tuple[GraphAudit, ...]:
    """Read every audit under a folder, sorted by id; PatternError at the first that is wrong."""
    return tuple(_read(file) for file in sorted(folder.rglob("*.cypher")))


def audit_graph(engine: Engine, folder: Path) -> tuple[Finding, ...]:
    """Run every audit of a folder on a graph; findings come worst first."""
    findings = set()
    for one in read_audits(folder):
        for node, name, _value in engine.run(one.query).rows:
            if isinstance(node, NodeRef):
                findings.add(Finding(one.level, f"{node.label} {node.id}", str(name), f"{one.problem}. {one.remedy}"))
    return tuple(sorted(findings))  # error comes before warning


def _read(file: Path) -> GraphAudit:
    whole = file.read_text(encoding="utf-8")
    head, closed, _ = whole.partition("*/")
    try:
        told = tomllib.loads(head.partition("/*")[2])
    except tomllib.TOMLDecodeError as error:
        raise PatternError(f"{file}:1: the header is not TOML: {error}. Mend it.") from None
    if not closed or told.keys() != _KEYS or told["level"] not in ("error", "warning") or told["id"] != file.stem:
        raise PatternError(f"{file}:1: the header needs {', '.join(sorted(_KEYS))}, and id as the file is named.")
    query = parse(whole, str(file))
    if tuple(item.name for item in query.returns) != _COLUMNS:
        raise PatternError(f"{file}:{query.returns[0].place.line}: an audit returns {', '.join(_COLUMNS)}.")
    return GraphAudit(**told, query=query)
