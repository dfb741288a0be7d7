"""The wordings of a source's file: "the {first_careunit} stay of {intime|days:outtime}".

A wording is text with fields; a field is a column, a filter and sometimes a second column. Here it is read and turned
into SQL; kgqa/load/said.py says the same in plain Python, for the proof that reads source rows again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_FIELD = re.compile(r"\{(\w+)(?:\|(\w+)(?::(\w+))?)?\}")
_WORDS = "regexp_extract_all({0}, '[A-Za-z]+|[^A-Za-z]+')"
# Tall-man letters (HYDROmorphone, CefePIME) guard against mix-ups on a shelf, not in a sentence: a word of five letters
# or more with a capital inside is written in its usual case. Shorter ones (HCl, CRRT, XL, D5W) are abbreviations.
TALL_MAN_LENGTH = 5
NON_FORMULARY = "*NF*"


@dataclass(frozen=True, slots=True)
class Field:
    """A column in a wording, the filter it passes through ("" for none), and the filter's second column ("")."""

    column: str
    filter: str
    other: str

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that must be there for the wording to be used."""
        return (self.column, self.other) if self.other else (self.column,)


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts and fields in turn."""

    pieces: tuple[str | Field, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields among the pieces."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Field))


@dataclass(frozen=True, slots=True)
class Words:
    """What a source's file says about words: those kept as they are, and whole texts translated, by column."""

    keep: frozenset[str]
    translated: Mapping[str, Mapping[str, str]]


def parse(text: str) -> Wording | None:
    """Read one wording; None where a brace is left over."""
    pieces: list[str | Field] = []
    end = 0
    for match in _FIELD.finditer(text):
        pieces += [text[end : match.start()]] * (match.start() > end)
        pieces.append(Field(match[1], match[2] or "", match[3] or ""))
        end = match.end()
    pieces += [text[end:]] * (end < len(text))
    if any(isinstance(piece, str) and set(piece) & set("{}") for piece in pieces):
        return None
    return Wording(tuple(pieces))


def quoted(text: str) -> str:
    """Write a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _day(column: str) -> str:
    return f"strftime({column}, '%-d %B %Y')"


def _minute(column: str) -> str:
    return f"strftime({column}, '%-d %B %Y at %H:%M')"


def _days(column: str, other: str) -> str:
    # A range says a month or a year once where both ends share it: "23 to 25 October 2164".
    month = f"strftime({column}, '%-d %B')"
    return (
        f"CASE WHEN {column}::DATE = {other}::DATE THEN {_day(column)}"
        f" WHEN date_trunc('month', {column}) = date_trunc('month', {other}) THEN day({column})::VARCHAR"
        f" || ' to ' || {_day(other)}"
        f" WHEN year({column}) = year({other}) THEN {month} || ' to ' || {_day(other)}"
        f" ELSE {_day(column)} || ' to ' || {_day(other)} END"
    )


def _minutes(column: str, other: str) -> str:
    return (
        f"CASE WHEN {column}::DATE = {other}::DATE THEN {_minute(column)} || ' to ' || strftime({other}, '%H:%M')"
        f" ELSE {_minute(column)} || ' to ' || {_minute(other)} END"
    )


def _drug(column: str) -> str:
    tidy = f"trim(regexp_replace(replace({column}, {quoted(NON_FORMULARY)}, ''), ' +', ' ', 'g'))"
    usual = (
        f"CASE WHEN length(w) >= {TALL_MAN_LENGTH} AND regexp_matches(w[2:], '[A-Z]')"
        " THEN upper(w[1]) || lower(w[2:]) ELSE w END"
    )
    words = f"list_transform({_WORDS.format(tidy)}, lambda w: {usual})"
    text = f"array_to_string({words}, '')"
    return f"upper({text}[1]) || {text}[2:]"


def _lower(column: str, words: Words) -> str:
    # Kept words may hold points (O.R.), so the cut is at blanks and brackets, not at letters.
    kept = ", ".join(quoted(word) for word in sorted(words.keep))
    lower = f"CASE WHEN list_contains([{kept}], w) THEN w ELSE lower(w) END"
    cut = f"regexp_extract_all({column}, '[A-Za-z.]+|[^A-Za-z.]+')"
    return f"array_to_string(list_transform({cut}, lambda w: {lower}), '')"


def _sentence(column: str, words: Words) -> str:
    lower = _lower(column, words)
    return f"CASE WHEN {column} = upper({column}) THEN upper({lower}[1]) || {lower}[2:] ELSE {column} END"


def _translated(column: str, name: str, words: Words, otherwise: str) -> str:
    table = words.translated.get(name, {})
    if not table:
        return otherwise
    cases = " ".join(f"WHEN {quoted(text)} THEN {quoted(said)}" for text, said in table.items())
    return f"CASE {column} {cases} ELSE {otherwise} END"


def _dotted(column: str, digits: int) -> str:
    return (
        f"CASE WHEN length({column}) > {digits} THEN {column}[:{digits}] || '.' || {column}[{digits + 1}:]"
        f" ELSE {column} END"
    )


def _icd9(column: str) -> str:
    # ICD-9-CM: the point stands after three characters, after four in E codes.
    return f"CASE WHEN {column}[1] = 'E' THEN {_dotted(column, 4)} ELSE {_dotted(column, 3)} END"


def _in(column: str, other: str, name: str, words: Words) -> str:
    said = _translated(other, name, words, other)
    return (
        f"CASE WHEN ends_with(lower({column}), lower({said})) THEN {column} ELSE {column} || ' (' || {said} || ')' END"
    )


# filter -> whether it takes a second column, and the kinds of column that it reads
FILTERS: Mapping[str, tuple[bool, frozenset[str]]] = {
    "": (False, frozenset({"int", "text", "code"})),
    "day": (False, frozenset({"time", "date"})),
    "minute": (False, frozenset({"time"})),
    "days": (True, frozenset({"time", "date"})),
    "minutes": (True, frozenset({"time"})),
    "drug": (False, frozenset({"text"})),
    "term": (False, frozenset({"text"})),
    "sentence": (False, frozenset({"text"})),
    "word": (False, frozenset({"text"})),
    "icd9": (False, frozenset({"code"})),
    "icd9_procedure": (False, frozenset({"code"})),
    "in": (True, frozenset({"text"})),
}


def _field_sql(field: Field, words: Words, column_sql: Callable[[str], str]) -> str:
    column = column_sql(field.column)
    other = column_sql(field.other) if field.other else ""
    forms: dict[str, Callable[[], str]] = {
        "": lambda: f"{column}::VARCHAR",
        "day": lambda: _day(column),
        "minute": lambda: _minute(column),
        "days": lambda: _days(column, other),
        "minutes": lambda: _minutes(column, other),
        "drug": lambda: _drug(column),
        "term": lambda: _translated(column, field.column, words, _lower(column, words)),
        "sentence": lambda: _translated(column, field.column, words, _sentence(column, words)),
        "word": lambda: _translated(column, field.column, words, column),
        "icd9": lambda: _icd9(column),
        "icd9_procedure": lambda: _dotted(column, 2),
        "in": lambda: _in(column, other, field.other, words),
    }
    return f"({forms[field.filter]()})"


def name_sql(wordings: tuple[Wording, ...], words: Words, column_sql: Callable[[str], str]) -> str:
    """Write the name as an SQL expression; `column_sql` gives the expression of a column."""
    cases = []
    for wording in wordings:
        there = [f"{column_sql(column)} IS NOT NULL" for field in wording.fields for column in field.columns]
        text = " || ".join(
            quoted(piece) if isinstance(piece, str) else _field_sql(piece, words, column_sql)
            for piece in wording.pieces
        )
        cases.append(f"WHEN {' AND '.join(there) or 'true'} THEN {text}")
    return f"CASE {' '.join(cases)} END"
