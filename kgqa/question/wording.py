"""Wordings: templates with {slot} and {slot.property}, filled to sentences, and the lint of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from kgqa.model import Value

_FIELD = re.compile(r"\{\s*(\w+)(?:\.(\w+))?\s*\}")
_ARTICLE = re.compile(r"\b([Aa])n? \x00")  # only in front of a slot: "hepatitis A infection" stays
_ONE_OF_MANY = re.compile(r"(?<![\w.,/-])1 (minute|hour|day|week|month|year)s\b")
_VOWEL_SOUND = re.compile(r"[aeiou]|hour|honest|heir|8|11\b|18\b", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"eu|one\b|once|uni|u[bfknrst][aeiou]", re.IGNORECASE)
_START = re.compile(r"^\W*\w")
_SPELLED = re.compile(r"[A-Z][A-Z0-9]*(?![a-z])")  # MRI, ICU, S: read letter by letter
_SPELLED_VOWELS = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel


def fields(template: str) -> tuple[tuple[str, str | None], ...]:
    """Return the (slot, property) pairs that a template names, in order."""
    return tuple((m[1], m[2]) for m in _FIELD.finditer(template))


def fill(template: str, value: Callable[[str, str | None], str]) -> str:
    """Fill a template: `value(slot, property)` gives each text; articles and a lone unit are made to agree."""
    marked = _FIELD.sub(lambda m: "\x00" + value(m[1], m[2]), template)
    agreed = _ARTICLE.sub(lambda m: m[1] + ("n " if _sounds_like_a_vowel(marked[m.end() :]) else " "), marked)
    sentence = _ONE_OF_MANY.sub(r"1 \1", agreed.replace("\x00", ""))
    return _START.sub(lambda m: m[0].upper(), sentence)


def text_of(value: Value) -> str:
    """Write a value as a sentence says it: yes and no, whole numbers without a point, lists with commas and an and."""
    if isinstance(value, tuple):
        return listed([text_of(item) for item in value])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - exact below
    return str(value)


def listed(items: list[str]) -> str:
    """Join items as a sentence does: a, b and c."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


_LINTS = (
    ("two blanks in a row or a blank at an end", re.compile(r"\s\s|^\s|\s$|\n")),
    ("an unfilled brace", re.compile(r"[{}]")),
    ("no question mark at the end", re.compile(r"[^?]$")),
    ("no capital at the start", re.compile(r"^[\"']?[^A-Z0-9\"']")),
    ("a word twice", re.compile(r"\b([a-z]+) \1\b")),
    ("a blank before a mark", re.compile(r" [,.;:?!]")),
    ("two marks in a row", re.compile(r"[,;:?!][,.;:?!]|\.\.")),
    ("a word of a program", re.compile(r"\b(?:None|null|nan|NaN|True|False)\b")),
    (
        "a code where a name belongs",
        re.compile(r"\b(?:(?:icd9cm|ccs|loinc|doid|mondo|rxnorm|umls|ndc)[\w.]*:|ICD-9 code )\w"),
    ),
    ("several of one", re.compile(r"(?<![\w.,/-])1 (?:minute|hour|day|week|month|year)s\b")),
)


def lint(sentence: str) -> list[str]:
    """Say what is wrong with a question's sentence; an empty list if nothing is."""
    found = [problem for problem, sign in _LINTS if sign.search(sentence)]
    for article, word in re.findall(r"(?:^A|\ba)(n?) (\S+)", sentence):
        if bool(article) != _sounds_like_a_vowel(word) and word[0].isalnum():
            found.append("a wrong article")
    return found


def _sounds_like_a_vowel(word: str) -> bool:
    word = word.lstrip("\"'([")
    if (spelled := _SPELLED.match(word)) and (len(spelled[0]) > 1 or len(word) == 1):
        return spelled[0][0] in _SPELLED_VOWELS
    return bool(_VOWEL_SOUND.match(word)) and not _CONSONANT_SOUND.match(word)
