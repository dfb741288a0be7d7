"""The text of an order as the key of a drug's name: strength, form, route and salt away, combinations in order.

The words are those of schema/sources/drug-strings.toml; the keys are SQL macros,
    so that names and orders are cut alike.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from kgqa.errors import SchemaError
from kgqa.files import share

if TYPE_CHECKING:
    import duckdb

_DECLARED: Final = "sources/drug-strings.toml"
_AMOUNT: Final = (
    r"\b\d[\d.,:/-]*\s*(%|mg|mcg|gm|g|kg|ml|l|units?|unt|meq|mmol|iu|hr|hour|h|act)?"
    r"(\s*/\s*\d*\s*(ml|l|hr|hour|h|g|mg|actuation|day))?(\b|\s|$)"
)


def drug_words() -> dict[str, Any]:
    """Return the word lists of schema/sources/drug-strings.toml."""
    try:
        return tomllib.loads((share("schema") / _DECLARED).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"schema/{_DECLARED}: cannot be read: {error}") from error


def one_of(words: list[str]) -> str:
    """Return a regular expression for any of the words, longest first, quoted for SQL."""
    return "|".join(
        re.escape(word).replace("'", "''").replace("\\ ", " ")
        for word in sorted(words, key=lambda word: (-len(word), word))
    )


def define_keys(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the macros drug_key, salt_free, drug_parts, combination_key and combination_salt_free."""
    words = drug_words()
    forms = one_of(words["forms"])
    salts = one_of(words["salts"])
    # *NF*, what stands in brackets, amounts; then words of form and route; then what is left of punctuation
    bare = _nested(
        "lower(t)", ("\\*[a-z]+\\*", " "), ("\\([^)]*\\)?|\\[[^\\]]*\\]", " "), (_AMOUNT, " "), ("\\s+", " ")
    )
    plain = _nested(
        "t", (f"(^|[\\s,.])({forms})\\.?\\b", " "), ("[.,;''*_]", " "), ("^[\\s-]+|[\\s-]+$", ""), ("\\s+", " ")
    )
    split = "regexp_split_to_array(drug_bare(t), '\\s*(/|-| w/| and | with |\\+)\\s*')"
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP MACRO drug_bare(t) AS trim({bare});
        CREATE OR REPLACE TEMP MACRO drug_plain(t) AS trim({plain});
        CREATE OR REPLACE TEMP MACRO salt_free(t) AS trim(regexp_replace(t, '( ({salts}))+$', ''));
        CREATE OR REPLACE TEMP MACRO drug_key(t) AS drug_plain(drug_bare(t));
        CREATE OR REPLACE TEMP MACRO drug_parts(t) AS
            list_filter(list_transform({split}, lambda p: drug_plain(p)), lambda p: p <> '');
        CREATE OR REPLACE TEMP MACRO combination_key(parts) AS array_to_string(list_sort(parts), ' / ');
        CREATE OR REPLACE TEMP MACRO combination_salt_free(parts) AS
            array_to_string(list_sort(list_transform(parts, lambda p: salt_free(p))), ' / ');
        """
    )


def _nested(text: str, *steps: tuple[str, str]) -> str:
    """Return SQL that replaces one pattern after the other, everywhere."""
    for pattern, by in steps:
        text = f"regexp_replace({text}, '{pattern}', '{by}', 'g')"
    return text
