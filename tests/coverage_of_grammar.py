"""How often each construct of the portable subset occurs in the random queries: `python -m tests.coverage_of_grammar`."""

from __future__ import annotations

import os
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.reference.constructs import ALL, constructs
from tests.reference.strategies import queries, worlds

QUERIES = 1_000


def coverage(count: int = QUERIES) -> Counter[str]:
    """Constructs over about `count` random queries, the first of which are those that the differential tests run."""
    found: Counter[str] = Counter()

    @seed(0)
    @settings(
        max_examples=count // 4,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def generate(data: st.DataObject) -> None:
        world = data.draw(worlds())
        for _ in range(4):
            found.update(constructs(data.draw(queries(world))))

    generate()
    return found


def table(found: Counter[str]) -> str:
    """Four columns of names and numbers."""
    cells = [f"{name:<32}{found[name]:>6}" for name in ALL]
    rows = -(-len(cells) // 4)
    return "\n".join("   ".join(cells[at::rows]) for at in range(rows))


if __name__ == "__main__":
    print(table(coverage(int(os.environ.get("KGQA_CASES", QUERIES)))))
