"""Breaks the compiler in one place at a time, and sees whether the tests of its meaning notice.

    python bench/mutate_compiler.py [NAME…]

Each mutation is made in a copy of the sources, and the tests that need no server are run there: the table of meanings
(tests/test_semantics.py) first, and the random questions (tests/test_differential.py) where the table sees nothing.
Exit code 1 where a mutation was missed by both.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("kgqa", "tests")
LINKED = ("cypher", "schema", "docker", "data", "pyproject.toml")
TESTS = ("tests/test_semantics.py", "tests/test_differential.py")


@dataclass(frozen=True, slots=True)
class Mutation:
    """`before` stands once in `file` and becomes `after`; `name` says what the compiler then gets wrong."""

    name: str
    file: str
    before: str
    after: str


MUTATIONS = (
    Mutation(
        "a relationship is used twice in one MATCH",
        "kgqa/pattern/level.py",
        "return [sql.negate(one.same(other))]",
        "return []",
    ),
    Mutation(
        "a walk shares a relationship with the edge beside it",
        "kgqa/pattern/level.py",
        'return [sql.negate(sql.call("list_contains", walk.hops(), edge.packed()))]  # type: ignore[union-attr]',
        "return []",
    ),
    Mutation(
        "two walks of one MATCH share relationships",
        "kgqa/pattern/level.py",
        'return [sql.negate(sql.call("list_has_any", one.hops(), other.hops()))]',
        "return []",
    ),
    Mutation(
        "a walk goes over one relationship twice",
        "kgqa/pattern/walk.py",
        "conditions += [sql.negate(one.same(other))] if set(one.tables) & set(other.tables) else []",
        "pass",
    ),
    Mutation(
        "a walk of no relationship is not walked",
        "kgqa/pattern/walk.py",
        "selects = self._stay() if low == 0 else []",
        "selects = []",
    ),
    Mutation(
        "a walk stops one relationship too early",
        "kgqa/pattern/walk.py",
        "for length in range(max(low, 1), high + 1)]",
        "for length in range(max(low, 1), max(high, 2))]",
    ),
    Mutation(
        "a walk's map holds for its first relationship only",
        "kgqa/pattern/expression.py",
        "for beyond, held in owner.each(key)]",
        "for beyond, held in owner.each(key)[:1]]",
    ),
    Mutation(
        "a label asked again of a node around is not asked",
        "kgqa/pattern/level.py",
        "if node not in self.nodes and len(kept) < len(node.tables):",
        "if node not in self.nodes and len(kept) > len(node.tables):",
    ),
    Mutation(
        "one of several labels is enough",
        "kgqa/pattern/level.py",
        "if self.labels[node] <= set(table.labels))",
        "if not self.labels[node] or self.labels[node] & set(table.labels))",
    ),
    Mutation(
        "a relationship against the arrow is taken along it",
        "kgqa/pattern/edge.py",
        "(left, left_key), (right, right_key) = (source, target) if self.forward else (target, source)",
        "(left, left_key), (right, right_key) = (source, target)",
    ),
    Mutation(
        "a name met again in a chain is another relationship",
        "kgqa/pattern/level.py",
        "self.same.append((known, link))",
        "pass",
    ),
    Mutation(
        "clauses without a common name join two worlds",
        "kgqa/pattern/level.py",
        "if nodes[0].identity()[0] != world]",
        "if False]",
    ),
    Mutation(
        "an edge of a world need not have its ends there",
        "kgqa/graph/worlds.py",
        "if source in world.nodes and target in world.nodes:",
        "if source in world.nodes or target in world.nodes:",
    ),
    Mutation(
        "a foreign key that is not there joins",
        "kgqa/pattern/level.py",
        "if isinstance(link, EdgeVar) and link.host and link.sparse else []",
        "if False else []",
    ),
    Mutation(
        "integers are divided as floats",
        "kgqa/pattern/calculate.py",
        'operator = (exp.IntDiv if form == "int" else exp.Div) if by == "/" else _ARITHMETIC[by]',
        'operator = exp.Div if by == "/" else _ARITHMETIC[by]',
    ),
    Mutation(
        "an integer divided by zero is null",
        "kgqa/pattern/calculate.py",
        'if zero and (whole or (by == "/" and not folded)):',
        "if zero and whole:",
    ),
    Mutation(
        "minus of nothing keeps its sign",
        "kgqa/pattern/calculate.py",
        'return arithmetic("-", literal(0), value)',
        'return arithmetic("*", literal(-1), value)',
    ),
    Mutation(
        "texts are searched the wrong way round",
        "kgqa/pattern/calculate.py",
        'sql.call(function, left.forms["text"], right.forms["text"])',
        'sql.call(function, right.forms["text"], left.forms["text"])',
    ),
    Mutation(
        "values of two types are unknown, not unequal",
        "kgqa/pattern/compare.py",
        "        return _both(a, b, FALSE)\n    return sql.equal(a, b)",
        '        return sql.null("bool")\n    return sql.equal(a, b)',
    ),
    Mutation(
        "NaN is equal to itself",
        "kgqa/pattern/compare.py",
        "return sql.all_of([sql.equal(a, b), _is_number(a)])",
        "return sql.equal(a, b)",
    ),
    Mutation(
        "NaN is greater than any number",
        "kgqa/pattern/compare.py",
        "return sql.binary(operator, a, b) if safe else sql.all_of([sql.binary(operator, a, b), _is_number(greater)])",
        "return sql.binary(operator, a, b)",
    ),
    Mutation(
        "great integers are compared as floats",
        "kgqa/pattern/compare.py",
        "if not exact or _fits(whole) or _fits(broken):",
        "if True:",
    ),
    Mutation(
        "nothing is in an empty list, unless it is null",
        "kgqa/pattern/compare.py",
        "branches: list[tuple[Sql, Sql]] = [empty]",
        "branches: list[tuple[Sql, Sql]] = []",
    ),
    Mutation(
        "only the first pair of a chain of comparisons counts",
        "kgqa/pattern/compare.py",
        "return pairs[0] if len(pairs) == 1 else conjunction(pairs)",
        "return pairs[0]",
    ),
    Mutation(
        "a side that decides does not hide the other's error",
        "kgqa/pattern/logic.py",
        "fails = sql.all_of([fails, sql.negate(sql.any_of(settled))])",
        "list(settled)",
    ),
    Mutation(
        "XOR is OR",
        "kgqa/pattern/logic.py",
        'return truth(sql.binary(exp.NEQ, left.forms["bool"], right.forms["bool"]), left, right)',
        'return truth(sql.any_of([left.forms["bool"], right.forms["bool"]]), left, right)',
    ),
    Mutation(
        "what a CASE does not take fails it",
        "kgqa/pattern/logic.py",
        "fails.append((condition, then.error))",
        "fails.append((then.error, TRUE))",
    ),
    Mutation(
        "IS NULL of a property of two types asks one of them",
        "kgqa/pattern/value.py",
        "sql.any_of(sql.not_null(part) for part in value.forms.values())",
        "sql.any_of([sql.not_null(part) for part in value.forms.values()][:1])",
    ),
    Mutation(
        "DISTINCT keeps doubles",
        "kgqa/pattern/compile.py",
        "if query.distinct:",
        "if query.distinct and len(columns) > 1:",
    ),
    Mutation(
        "DISTINCT takes 1 and 1.0 for two values",
        "kgqa/pattern/output.py",
        'if self.distinct and {"int", "float"} <= set(forms):',
        "if False:",
    ),
    Mutation(
        "a path shows its relationships the other way round",
        "kgqa/pattern/output.py",
        "return Step(at, type_, at + 1) if forward else Step(at + 1, type_, at)",
        "return Step(at, type_, at + 1)",
    ),
    Mutation(
        "COUNT counts no more than one",
        "kgqa/pattern/expression.py",
        'select.set("expressions", [exp.Count(this=exp.Star())])',
        'select.set("expressions", [sql.cast(sql.binary(exp.GT, exp.Count(this=exp.Star()), exp.Literal.number(0)), "BIGINT")])',
    ),
    Mutation(
        "a condition that fails drops the row in silence",
        "kgqa/pattern/value.py",
        "return kept if value.error == FALSE else sql.choose([(value.error, failure())], kept)",
        "return kept",
    ),
    Mutation(
        "$patients is not asked for",
        "kgqa/pattern/patients.py",
        'return sql.all_of([sql.equal(sql.column("id", alias), item.forms["int"]), *same])',
        "return sql.all_of([sql.TRUE.copy(), *same])",
    ),
    Mutation(
        "a patient named twice is asked for twice",
        "kgqa/graph/tables.py",
        '{"patients": sorted(set(patients or ()))}',
        '{"patients": sorted([*(patients or ()), *(patients or ())])}',
    ),
    Mutation(
        "a float is written as SQL writes it",
        "kgqa/pattern/calculate.py",
        'return sql.call("cypher_text", part) if form == "float" else sql.cast(part, "TEXT")',
        'return sql.cast(part, "TEXT")',
    ),
    Mutation(
        "a condition on an earlier stage is forgotten",
        "kgqa/pattern/stages.py",
        "conditions = [part for part in conditions if _relations(part) & waiting.keys()]",
        "conditions = []",
    ),
    Mutation(
        "two relations of a stage share a column's name",
        "kgqa/pattern/stages.py",
        'moved = name if alias.startswith("stage") else f"{alias}.{name}"',
        "moved = name",
    ),
    Mutation(
        "the conditions of a stage are forgotten",
        "kgqa/pattern/stages.py",
        "now = [part for part in conditions if not _relations(part) & waiting.keys()]",
        "now = []",
    ),
)


def copied(folder: Path) -> Path:
    """Copy what is mutated and what tests it; the rest is linked."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    return folder


def mutate(folder: Path, mutation: Mutation) -> None:
    """Change the one place; a text that is not there once is a mistake in the list above."""
    file = folder / mutation.file
    text = file.read_text()
    if text.count(mutation.before) != 1:
        sys.exit(f"{mutation.file}: holds {mutation.before!r} {text.count(mutation.before)} times; mend the mutation")
    file.write_text(text.replace(mutation.before, mutation.after))


def caught_by(folder: Path) -> str:
    """Say which test notices first; empty where all pass."""
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    for file in TESTS:
        command = [sys.executable, "-m", "pytest", "-x", "--tb=no", "-k", "not neo4j", file]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode == 1:
            found = re.search(r"^(?:FAILED|ERROR) \S+?::(.+?)(?: - |$)", done.stdout, re.MULTILINE)
            return f"{Path(file).stem}: {found[1] if found else '?'}"
        if done.returncode:
            sys.exit(f"pytest did not run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return ""


def main() -> int:
    chosen = [m for m in MUTATIONS if not sys.argv[1:] or any(word in m.name for word in sys.argv[1:])]
    missed = 0
    for mutation in chosen:
        with tempfile.TemporaryDirectory() as place:
            folder = copied(Path(place))
            mutate(folder, mutation)
            started = time.monotonic()
            by = caught_by(folder)
            missed += not by
            print(
                f"{'caught' if by else 'MISSED'}  {mutation.name}  [{mutation.file}]  {by}  {time.monotonic() - started:.0f} s",
                flush=True,
            )
    print(f"{len(chosen) - missed} of {len(chosen)} caught")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
