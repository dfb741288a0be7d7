"""Sentences from a small grammar, with what is planted in them kept at its place.

The sentences are in data/synthetic/wording/sentences.toml, which also says how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kgqa.synth.content import Dose, Drug, Thing
from kgqa.synth.dice import Dice

# What a slot says of the thing in it.
SAYS: Mapping[str, frozenset[str]] = {
    "yes": frozenset(),
    "no": frozenset({"negated"}),
    "maybe": frozenset({"uncertain"}),
    "past": frozenset({"historical"}),
    "kin": frozenset({"family"}),
    "kin_no": frozenset({"family", "negated"}),
    "plan": frozenset({"hypothetical"}),
    "drug": frozenset(),
    "drug_no": frozenset({"negated"}),
}
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)([+/]?)\}")
_GAP = re.compile(r" ([,.;:])")  # what an empty alternative leaves behind
_MOST = 4  # things in a list


@dataclass(frozen=True, slots=True)
class Plant:
    """A thing that a note names, and what the note says of it. `also` is a second concept that is right."""

    key: str
    kind: str  # problem, finding or drug
    concept: str
    flags: frozenset[str]
    also: str = ""
    dose: Dose | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, planted or not."""

    text: str
    plant: Plant | None = None


def chosen(production: str, dice: Dice) -> str:
    """Return a production with its alternatives decided, the inner ones first."""
    while found := _CHOICE.search(production):
        production = production[: found.start()] + dice.pick(found[1].split("|")) + production[found.end() :]
    return _GAP.sub(r"\1", " ".join(production.split()))


def named(thing: Thing, slot: str, dice: Dice) -> Piece:
    """Return a problem or finding under one of its names; the first is the commonest."""
    name = thing.names[0] if dice.happens(0.4) else dice.pick(thing.names)
    return Piece(name, Plant(thing.key, thing.kind, thing.concept, SAYS[slot]))


def drug_named(drug: Drug, dice: Dice, flags: frozenset[str] = frozenset(), dose: Dose | None = None) -> Piece:
    """Return a drug under a generic name or, more seldom, a brand."""
    if drug.brands and (not drug.names or dice.happens(0.3)):
        brand = dice.pick(sorted(drug.brands))
        return Piece(
            brand, Plant(drug.key, "drug", drug.concept or drug.brands[brand], flags, drug.brands[brand], dose)
        )
    return Piece(dice.pick(drug.names), Plant(drug.key, "drug", drug.concept, flags, "", dose))


class Teller:
    """Tells facts in sentences until none is left. `words` are the slots that plant nothing."""

    def __init__(self, sentences: Mapping[str, Sequence[str]], words: Mapping[str, Sequence[str]], dice: Dice) -> None:
        """Take the lists of sentences, the words of this patient, and the dice of this note."""
        self._sentences, self._words, self._dice = sentences, words, dice

    def tell(self, lists: Iterable[str], facts: dict[str, list[Thing | Drug]], filler: int = 0) -> list[list[Piece]]:
        """Return sentences that name every fact once, with `filler` sentences that name none."""
        productions = [sentence for name in lists for sentence in self._sentences[name]]
        told: list[list[Piece]] = []
        tries = 0
        while any(facts.values()) and tries < 400:  # noqa: PLR2004 - a list without a sentence for a slot ends here
            tries += 1
            text = chosen(self._dice.pick(productions), self._dice)
            if self._fits(text, facts):
                told.append(self._filled(text, facts))
        plain = [sentence for sentence in productions if not _planted(sentence)]
        for sentence in self._dice.some(plain, filler, filler) if plain else []:
            told.insert(self._dice.number(0, len(told)), self._filled(chosen(sentence, self._dice), {}))
        return told

    def one(self, production: str, facts: dict[str, list[Thing | Drug]]) -> list[Piece] | None:
        """Return one sentence from a production, or None where facts for it are missing."""
        text = chosen(production, self._dice)
        return self._filled(text, facts) if self._fits(text, facts) else None

    def _fits(self, text: str, facts: Mapping[str, Sequence[Thing | Drug]]) -> bool:
        needs: dict[str, int] = {}
        for slot, many in _SLOT.findall(text):
            if slot in SAYS:
                needs[slot] = needs.get(slot, 0) + (2 if many else 1)
        return bool(needs) and all(len(facts.get(slot, ())) >= count for slot, count in needs.items())

    def _filled(self, text: str, facts: dict[str, list[Thing | Drug]]) -> list[Piece]:
        dice, pieces, end = self._dice, [], 0
        waiting = [slot for slot, _ in _SLOT.findall(text)]
        for found in _SLOT.finditer(text):
            pieces.append(Piece(text[end : found.start()]))
            end = found.end()
            slot, many = found.groups()
            waiting.remove(slot)
            if slot not in SAYS:
                pieces.append(Piece(dice.pick(self._words[slot])))
                continue
            left = facts[slot]
            # Things that slots further on need are left for them.
            count = dice.number(2, min(_MOST, len(left) - waiting.count(slot))) if many else 1
            taken = [left.pop(0) for _ in range(max(count, 1))]
            pieces += _listed([self._named(thing, slot) for thing in taken], many, dice)
        pieces.append(Piece(text[end:]))
        return _capital([piece for piece in pieces if piece.text])

    def _named(self, thing: Thing | Drug, slot: str) -> Piece:
        if isinstance(thing, Drug):
            return drug_named(thing, self._dice, SAYS[slot])
        return named(thing, slot, self._dice)


def _planted(sentence: str) -> bool:
    return any(slot in SAYS for slot, _ in _SLOT.findall(sentence))


def _listed(pieces: list[Piece], many: str, dice: Dice) -> list[Piece]:
    word = "or" if many == "/" else "and"
    between, last = dice.pick(((", ", f", {word} "), (", ", f" {word} "), (", ", ", "), (", ", f" {word} ")))
    if len(pieces) == 2 and last.startswith(", ") and word in last:  # noqa: PLR2004 - "a and b" has no comma
        last = f" {word} "
    listed: list[Piece] = []
    for place, piece in enumerate(pieces):
        if place:
            listed.append(Piece(last if place == len(pieces) - 1 else between))
        listed.append(piece)
    return listed


def _capital(pieces: list[Piece]) -> list[Piece]:
    first = pieces[0]
    return [replace(first, text=first.text[0].upper() + first.text[1:]), *pieces[1:]]


def skeleton(pieces: Iterable[Piece]) -> str:
    """Return a sentence with what is planted and what is counted taken out, to count the ways of saying things."""
    return re.sub(r"\d+|\[\*\*.*?\*\*\]", "#", "".join("_" if piece.plant else piece.text for piece in pieces))
