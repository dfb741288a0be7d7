"""Draw questions to be read one by one against their source rows, and sum what has been judged.

    python bench/questions.py                                     the judgements in judged_questions.tsv, summed
    python bench/questions.py --draw 3 QUESTIONS=TABLES...        200 questions, each with its source rows, for reading
    python bench/questions.py --draw 3 --blank QUESTIONS=TABLES   the same as lines for judged_questions.tsv, to fill in

QUESTIONS is what `kgqa generate` wrote, TABLES the folder of the tables behind it, as questions=data/mimic-iii-demo. A
draw is decided by hashes of the question ids and its number, and goes round the families until it has enough, so that
each family has its turn. Each column of a judgement is yes or no; `reason` says why no, `mended` what was done about it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import sys
from collections import Counter, defaultdict
from itertools import zip_longest
from pathlib import Path
from typing import Any

import duckdb

JUDGED = Path(__file__).with_name("judged_questions.tsv")
ASKED = ("right", "unambiguous", "grammatical", "sensible")
COLUMNS = ("draw", "source", "id", "pattern", *ASKED, "reason", "mended")
SHOWN = 12  # source rows and statements of knowledge that are printed of one question
Record = dict[str, Any]


def drawn(folders: list[str], number: int, size: int) -> list[tuple[Path, Record]]:
    """Return the questions of a draw with the folder of their tables, family by family."""
    families: dict[str, list[tuple[str, Path, Record]]] = defaultdict(list)
    for folder in folders:
        questions, _, tables = folder.partition("=")
        with (Path(questions) / "questions.jsonl").open(encoding="utf-8") as lines:
            for record in filter(lambda r: r["answerable"], map(json.loads, lines)):
                key = hashlib.sha256(f"{number} {record['id']}".encode()).hexdigest()
                families[record["pattern"]].append((key, Path(tables), record))
    turns = zip_longest(*(sorted(families[name], key=lambda one: one[0]) for name in sorted(families)))
    found = [one for turn in turns for one in turn if one is not None][:size]
    return [(tables, record) for _, tables, record in sorted(found, key=lambda one: one[2]["pattern"])]


def source_rows(found: list[tuple[Path, Record]]) -> dict[tuple[Path, str, int], Record]:
    """Return the source rows behind questions by folder, table and row_id; each table is read once."""
    wanted: dict[tuple[Path, str], set[int]] = defaultdict(set)
    for tables, record in found:
        for row in record["evidence"]:
            wanted[tables, row["table"]].add(row["row_id"])
    rows = {}
    for (tables, table), ids in wanted.items():
        file = next(tables.glob(f"{table}.csv*"))
        read = duckdb.execute(
            f"SELECT * FROM read_csv('{file}', all_varchar = true) WHERE CAST(row_id AS BIGINT) IN (SELECT unnest(?))",
            [sorted(ids)],
        )
        names = [name.lower() for name, *_ in read.description]
        for values in read.fetchall():
            row = dict(zip(names, values, strict=True))
            rows[tables, table, int(row["row_id"])] = row
    return rows


def said(value: Record) -> str:
    told = " ".join(str(value[key]) for key in ("name", "value", "time", "rank") if value.get(key) is not None)
    return f"{told} ({', '.join(map(str, value['ids']))})" if value.get("ids") else told


def show(tables: Path, record: Record, rows: dict[tuple[Path, str, int], Record]) -> None:
    answer = record["answer"]
    print(f"\n== {record['id']} {record['pattern']} [{tables.name}] {record['question']}")
    print(f"   = {answer['kind']}: {'; '.join(map(said, answer['values']))} {answer['unit'] or ''}")
    for statement in record["knowledge"][:SHOWN]:
        names = statement.get("source_name", statement["source"]), statement.get("target_name", statement["target"])
        print(f"   {names[0]} {statement['type']} {names[1]} ({', '.join(statement['sources'])})")
    for row in record["evidence"][:SHOWN]:
        values = rows[tables, row["table"], row["row_id"]]
        spoken = [f"{values[column]}" for column in row["columns"] if column != "text"]
        print(f"   {row['table']} {row['row_id']}: {' | '.join(spoken)} {row.get('text', '')}")


def interval(right: int, judged: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (Wilson, J Am Stat Assoc 1927;22:209)."""
    z, share = 1.96, right / judged
    middle, wide = share + z * z / (2 * judged), z * math.sqrt(share * (1 - share) / judged + (z / (2 * judged)) ** 2)
    return (middle - wide) / (1 + z * z / judged), (middle + wide) / (1 + z * z / judged)


def total() -> None:
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        judged = [row for row in csv.DictReader(lines, delimiter="\t") if row["right"]]
    counted = Counter((row["draw"], what) for row in judged for what in ASKED if row[what] == "yes")
    counted.update((row["draw"], "all four") for row in judged if all(row[what] == "yes" for what in ASKED))
    for draw in sorted({row["draw"] for row in judged}):
        rows = [row for row in judged if row["draw"] == draw]
        print(f"draw {draw}: {len(rows)} questions of {len({row['pattern'] for row in rows})} families")
        for what in (*ASKED, "all four"):
            low, high = interval(counted[draw, what], len(rows))
            share = counted[draw, what] / len(rows)
            print(f"  {what:<12}{counted[draw, what]:>5}{share:>8.1%}  (95 % interval {low:.1%} to {high:.1%})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", metavar="QUESTIONS=TABLES")
    parser.add_argument("--draw", type=int)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--blank", action="store_true")
    given = parser.parse_args()
    if given.draw is None:
        total()
        return
    found = drawn(given.folders, given.draw, given.size)
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    rows = {} if given.blank else source_rows(found)
    for tables, record in found:
        if given.blank:
            writer.writerow((given.draw, tables.name, record["id"], record["pattern"], *[""] * 6))
        else:
            show(tables, record, rows)


if __name__ == "__main__":
    main()
