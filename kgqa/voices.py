"""Whose word a statement is: two sources of which one repeats the other are one voice.

What repeats what stands in schema/sources/voices.toml.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kgqa.errors import SchemaError
from kgqa.files import share

_VOICES: Final = "sources/voices.toml"


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks behind the names that sources go by: names of one voice, and what a source was compiled from."""

    same: Mapping[str, str]
    drawn_from: Mapping[str, Sequence[str]]

    def of(self, stated_by: str) -> str:
        """Return the voice of a name: DrugCentral of "DrugCentral/FDA", the vocabulary of what the UMLS carries."""
        name = _bare(stated_by)
        return self.same.get(name, name if name.startswith("UMLS/") else name.partition("/")[0])

    def count(self, sources: Iterable[str]) -> int:
        """Count the independent voices of a statement: each once, and none that repeats another of them."""
        origins: dict[str, set[str]] = defaultdict(set)
        for source in sources:
            origins[self.of(source)].update(self.drawn_from.get(_bare(source), ()))
        return sum(not origin & (origins.keys() - {voice}) for voice, origin in origins.items())


def _bare(stated_by: str) -> str:
    return stated_by.partition(" (")[0]


@cache
def read_voices() -> Voices:
    """Read schema/sources/voices.toml."""
    try:
        found = tomllib.loads((share("schema") / _VOICES).read_text(encoding="utf-8"))
        return Voices(found["same"], found["drawn_from"])
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"schema/{_VOICES}: cannot be read: {error}") from error
