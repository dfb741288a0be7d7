"""Every question family, as its author would check it, and what each file owes besides being right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench import pattern_catalogue as catalogue
from kgqa.check import check_file
from kgqa.files import share
from kgqa.graph.tables import Tables
from kgqa.pattern.header import Pattern, read_pattern
from kgqa.schema import Schema, read_schema

FILES = sorted((share("cypher") / "questions").rglob("*.cypher"))
by_name = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])


@pytest.fixture(scope="module")
def schema() -> Schema:
    return read_schema()


@by_name
def test_kgqa_check_has_nothing_to_say_of_a_family(file: Path, schema: Schema) -> None:
    assert [str(finding) for finding in check_file(file, schema, Tables.from_create).findings] == []


@by_name
def test_a_family_has_three_wordings_a_hit_two_near_misses_and_its_reasons(file: Path) -> None:
    pattern = read_pattern(file)
    assert len(set(pattern.ask)) >= 3
    assert len(pattern.why) > 20
    assert len(pattern.source) > 20
    assert pattern.decision
    assert len(near_misses(pattern)) >= 2


def near_misses(pattern: Pattern) -> list[str]:
    """Return the cases that give less than the first one, which is a hit; at least one of them gives nothing."""
    hit, *others = pattern.cases
    assert hit.expect
    assert any(not case.expect for case in others)
    return [case.name for case in others if len(case.expect) < len(hit.expect)]


def test_each_length_from_one_to_five_hops_has_families_and_a_third_of_them_walk_four_or_more() -> None:
    hops = Counter(read_pattern(file).hops for file in FILES)
    assert {1, 2, 3, 4, 5} <= set(hops)
    assert sum(count for length, count in hops.items() if length >= 4) * 3 >= len(FILES)


NUMBERED = {
    "H": 2,
    "T": 11,
    "S": 10,
    "I": 6,
    "M": 6,
    "E": 8,
    "N": 9,
    "V": 6,
    "A": 4,
    "O": 5,
    "C": 3,
    "G": 3,
    "U": 4,
    "B": 1,
}


def test_each_numbered_family_has_a_file_or_a_reason_why_not() -> None:
    numbered = {f"{letter}{number}" for letter, last in NUMBERED.items() for number in range(1, last + 1)}
    with_file = {pattern.family for file in FILES if (pattern := read_pattern(file)).family}
    assert len(numbered) == 78
    assert numbered - with_file == {"E3", "O5", "G2", "U1", "U2", "U3"}
    assert with_file <= numbered


def test_the_catalogue_says_what_the_files_say() -> None:
    assert catalogue.page() == catalogue.README.read_text(encoding="utf-8"), "run python bench/pattern_catalogue.py"
