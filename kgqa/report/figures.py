"""What the list and the plots need of every question: its words, and its place in each facet.

A facet is one way to sort questions (theme, hops, ...): the names of its values in their order, and of each question
the positions of the values that it has. The page counts and filters by them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kgqa.model import Record

_PROOF = {True: "holds", False: "fails"}
_OPEN = ("holds", "does not apply", "not asked", "fails")
_NOTHING = "no answer"
_LARGE = 10
_TENTHS = 10
Facet = dict[str, Any]


def facets(records: Sequence[Record]) -> dict[str, Facet]:
    """Sort the questions."""
    proofs = list(dict.fromkeys(name for record in records for name in record["proofs"]))
    by_one: dict[str, tuple[str, Callable[[Record], object], list[str] | None]] = {
        "theme": ("Theme", lambda r: r["theme"], None),
        "pattern": ("Family", lambda r: r["pattern"], None),
        "hops": ("Hops", lambda r: r["hops"], None),
        "kind": ("Kind of answer", lambda r: r["answer"]["kind"], None),
        "size": ("Values in the answer", size, None),
        "shape": ("Shape of the proof", lambda r: r["shape"], None),
        "split": ("Split", lambda r: r["split"], ["train", "dev", "test"]),
        "novelty": ("Held out: how new", lambda r: r.get("novelty") or "in training", None),
        "answerable": ("Answerable", lambda r: "yes" if r["answerable"] else r["reason"] or "no", None),
        "chance": ("Right by chance", chance, [*_tenths(100, " %"), "unknown", _NOTHING]),
        "decile": ("When in the stay the answer lies", decile, [*_tenths(100, " %"), "no time", _NOTHING]),
    }
    found = {key: _facet(title, [[of(r)] for r in records], order) for key, (title, of, order) in by_one.items()}
    found["source"] = _facet("Knowledge stated by", [_sources(r) for r in records], None)
    found["gate"] = _facet("Marked by a gate", [r["marks"] or ["no mark"] for r in records], None)
    found["proof"] = _facet(
        "Proofs",
        [[f"{name}: {_held(name, holds)}" for name, holds in r["proofs"].items()] for r in records],
        [f"{name}: {told}" for name in proofs for told in _OPEN],
    )
    return found


def size(record: Record) -> str:
    """Tell how many values the answer has."""
    values = len(record["answer"]["values"])
    return str(values) if values <= _LARGE else f"more than {_LARGE}"


def chance(record: Record) -> str:
    """Tell in which tenth the chance of a lucky guess lies."""
    if not record["answerable"]:
        return _NOTHING
    return "unknown" if record["chance"] is None else _tenth(record["chance"])


def decile(record: Record) -> str:
    """Tell in which tenth of its admission the answer lies."""
    if not record["answerable"]:
        return _NOTHING
    told = record.get("decile")
    return "no time" if told is None else _tenths(100, " %")[told]


def said(record: Record) -> str:
    """Return the answer as one short text."""
    unit = f" {record['answer']['unit']}" if record["answer"]["unit"] else ""
    return "; ".join(
        value["name"] if "name" in value else f"{_plain(value['value'])}{unit}" for value in record["answer"]["values"]
    )


def refused(manifest: Mapping[str, Any]) -> dict[str, int]:
    """Count the questions that were refused, by reason, most first."""
    counts: Counter[str] = Counter()
    for told in manifest.get("patterns", {}).values():
        counts.update(told.get("refused", {}))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _held(name: str, holds: bool | None) -> str:
    """Tell of a proof; of what is absent there is no path to prove, and a second engine may not be at hand."""
    return _PROOF[holds] if holds is not None else "not asked" if name == "agreed" else "does not apply"


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _sources(record: Record) -> list[str]:
    found = sorted({source for edge in record["knowledge"] for source in edge["sources"]})
    return found or ["no knowledge" if record["answerable"] else _NOTHING]


def _tenth(share: float) -> str:
    return _tenths(100, " %")[min(int(share * _TENTHS), _TENTHS - 1)]


def _tenths(whole: int, unit: str) -> list[str]:
    step = whole // _TENTHS
    return [f"{start}–{start + step}{unit}" for start in range(0, whole, step)]


def _facet(title: str, told: Iterable[Sequence[object]], order: list[str] | None) -> Facet:
    """Give the values numbers: in the order given, else numbers by size and names by how many questions have them."""
    texts = [[str(value) for value in values] for values in told]
    counts = Counter(value for values in texts for value in values)
    if order is None:
        numbers = all(name.isdigit() or name.startswith("more") for name in counts)
        order = sorted(
            counts, key=lambda n: (not n.isdigit(), int(n) if n.isdigit() else 0) if numbers else (-counts[n], n)
        )
    names = [name for name in (*order, *sorted(counts.keys() - set(order))) if counts[name]]
    place = {name: number for number, name in enumerate(names)}
    of = [[place[value] for value in values] for values in texts]
    return {"title": title, "names": names, "of": [o[0] for o in of] if all(len(o) == 1 for o in of) else of}
