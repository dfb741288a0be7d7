"""Write the catalogue of question families into cypher/README.md.

    python bench/pattern_catalogue.py      from the files, and from the counts kept before
    python bench/pattern_catalogue.py --counts QUESTIONS_DEMO QUESTIONS_SYNTHETIC  counts anew from two whole sets

The two sets are what `kgqa generate` writes of the open demo and of data/synthetic (loaded with --notes), without
limits. Their counts are kept in cypher/counts.tsv, so that the catalogue can be written without them.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

from kgqa.pattern.header import Pattern, read_patterns

CYPHER = Path(__file__).parents[1] / "cypher"
README, COUNTS = CYPHER / "README.md", CYPHER / "counts.tsv"
MARK = "<!-- written by bench/pattern_catalogue.py from here on -->\n"


def count(folders: list[Path]) -> None:
    """Count the answerable questions of each pattern in a set of the demo and one of the synthetic patients."""
    counted: list[Counter[str]] = []
    hops: Counter[int] = Counter()
    for folder in folders:
        with (folder / "questions.jsonl").open(encoding="utf-8") as lines:
            kept = [record for record in map(json.loads, lines) if record["answerable"]]
        counted.append(Counter(record["pattern"] for record in kept))
        hops.update(record["hops"] for record in kept)
    with COUNTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("pattern", "demo", "synthetic"))
        writer.writerows((p.id, counted[0][p.id], counted[1][p.id]) for p in patterns())
        writer.writerows((f"{length} hops", number, "") for length, number in sorted(hops.items()))


def patterns() -> tuple[Pattern, ...]:
    return read_patterns(CYPHER / "questions")


def counts() -> dict[str, tuple[str, str]]:
    with COUNTS.open(encoding="utf-8", newline="") as file:
        return {row["pattern"]: (row["demo"], row["synthetic"]) for row in csv.DictReader(file, delimiter="\t")}


def catalogue() -> str:
    """Return the part of the page that is written by this file."""
    found, counted = patterns(), counts()
    families = {p.family for p in found if p.family}
    asked = {p.family for p in found if p.family and any(n not in ("", "0") for n in counted.get(p.id, ()))}
    hops = {key.split()[0]: int(n) for key, (n, _) in counted.items() if key.endswith(" hops")}
    whole = max(1, sum(hops.values()))
    far = sum(n for length, n in hops.items() if int(length) >= 4)
    lines = [
        MARK,
        "## The catalogue\n\n",
        f"{len(found)} files for {len(families)} of the 78 numbered families, {len(asked)} of them with questions on the open demo or the ",
        "synthetic patients. Counts are of whole sets without limits, before any balance: ",
        f"{sum(hops.values()):,} questions, {far / whole:.0%} of them of four or more hops ",
        f"({', '.join(f'{length}: {n:,}' for length, n in sorted(hops.items()))}).\n\n",
        "| family | file | question | hops | answer | knowledge | demo | synthetic |\n|---|---|---|---|---|---|---|---|\n",
    ]
    for p in sorted(found, key=order):
        demo, synthetic = counted.get(p.id, ("", ""))
        cells = (
            p.family or "-",
            f"[{p.id}](questions/{p.theme}/{p.id}.cypher)",
            p.title,
            str(p.hops),
            p.answer.kind,
            ", ".join(p.knowledge) or "-",
            demo,
            synthetic,
        )
        lines.append(f"| {' | '.join(cells)} |\n")
    return "".join(lines)


def order(pattern: Pattern) -> tuple[str, int, str]:
    """Sort by the letter and the number of the family; those without one come last."""
    letter, number = re.fullmatch(r"([A-Z]?)(\d*)", pattern.family).groups()  # type: ignore[union-attr]
    return (letter or "~", int(number or 0), pattern.id)


def page() -> str:
    """Return the whole page: what is written by hand, then the catalogue."""
    return README.read_text(encoding="utf-8").split(MARK)[0] + catalogue()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--counts"]:
        count([Path(folder) for folder in sys.argv[2:4]])
    README.write_text(page(), encoding="utf-8")
