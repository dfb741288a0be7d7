"""The tables that shape a vocabulary beside its names: short forms and everyday words, and strings that are no names.

data/notes/abbreviations.tsv says what a further name means; stop.tsv says which strings do not count, and how that
was learnt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgqa.errors import SchemaError
from kgqa.files import share

MODES = ("never", "cased", "dosed", "kept")


@dataclass(frozen=True, slots=True)
class Alias:
    """A further name: it means what the first of the names in `means` means that the vocabulary knows."""

    name: str
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Folded strings that do not count as names.

    `never`: not at all; `cased`: only in the capitals of the name; `dosed`: only in a list of drugs, or with a dose,
    route or frequency beside it.
    """

    never: frozenset[str] = frozenset()
    cased: frozenset[str] = frozenset()
    dosed: frozenset[str] = frozenset()


def read_aliases(path: Path | None = None) -> tuple[Alias, ...]:
    """Read a table of further names; raises SchemaError naming the line that cannot be used."""
    path = path or share("data") / "notes" / "abbreviations.tsv"
    aliases: list[Alias] = []
    for number, (name, means, *_) in _lines(path, "a name, a tab, and the names it means, parted by |"):
        targets = tuple(filter(None, means.split("|")))
        if not name or not targets:
            raise SchemaError(f"{path.name}:{number}: write a name, a tab, and the names it means, parted by |")
        aliases.append(Alias(name, targets))
    return tuple(aliases)


def read_stop(path: Path | None = None) -> Stop:
    """Read the stop list; raises SchemaError naming the line that cannot be used."""
    path = path or share("data") / "notes" / "stop.tsv"
    strings: dict[str, set[str]] = {mode: set() for mode in MODES}
    seen: set[str] = set()
    for number, (string, mode, *_) in _lines(path, f"a string, one of {', '.join(MODES)}, and why"):
        if mode not in strings or string in seen:
            raise SchemaError(
                f"{path.name}:{number}: write a string not yet listed, one of {', '.join(MODES)}, and why"
            )
        seen.add(string)
        strings[mode].add(string)
    return Stop(frozenset(strings["never"]), frozenset(strings["cased"]), frozenset(strings["dosed"]))


def _lines(path: Path, shape: str) -> Iterator[tuple[int, list[str]]]:
    lines = [(n, line) for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if not line.startswith("#")]
    for number, line in lines[1:]:
        fields = line.split("\t")
        if len(fields) < 2:  # noqa: PLR2004 - the third says where the line is from
            raise SchemaError(f"{path.name}:{number}: write {shape}")
        yield number, fields
