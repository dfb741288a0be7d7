"""The text of an order as the key of a drug's name: strength, form, route and salt away, parts of a combination in order.

The words are those of schema/sources/drug-strings.toml; the keys are SQL macros, so that names and orders are cut alike.
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
_AMOUNT: Final = r"\b\d[\d.,:/-]*\s*(%|mg|mcg|gm|g|kg|ml|l|units?|unt|meq|mmol|iu|hr|hour|h|act)?(\s*/\s*\d*\s*(ml|l|hr|hour|h|g|mg|actuation|day))?(\b|\s|$)"


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
    """Create the macros drug_part, drug_key, salt_free and is_combination."""
    words = drug_words()
    forms = one_of(words["forms"])
    salts = one_of(words["salts"])
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP MACRO drug_bare(t) AS
            trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(t), '\\*[a-z]+\\*', ' ', 'g'), '\\([^)]*\\)?|\\[[^\\]]*\\]', ' ', 'g'),
                 '{_AMOUNT}', ' ', 'g'), '\\s+', ' ', 'g'));
        CREATE OR REPLACE TEMP MACRO drug_part(t) AS
            trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(t, '(^|[\\s,.])({forms})\\.?(?=[\\s,.]|$)', ' ', 'g'), '[.,;''*_]', ' ', 'g'), '-$|^-', ' ', 'g'), '\\s+', ' ', 'g'));
        """.replace("(?=[\\s,.]|$)", "\\b")
    )
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP MACRO drug_plain(t) AS
            trim(regexp_replace(drug_part(drug_part(t)), '\\s+', ' ', 'g'));
        CREATE OR REPLACE TEMP MACRO salt_free(t) AS trim(regexp_replace(t, '( ({salts}))+$', ''));
        CREATE OR REPLACE TEMP MACRO drug_parts(t) AS
            list_filter(list_transform(regexp_split_to_array(drug_bare(t), '\\s*(/|-| w/| and | with |\\+)\\s*'), lambda p: drug_plain(p)), lambda p: p <> '');
        CREATE OR REPLACE TEMP MACRO drug_key(t) AS drug_plain(drug_bare(t));
        CREATE OR REPLACE TEMP MACRO combination_key(t) AS array_to_string(list_sort(drug_parts(t)), ' / ');
        CREATE OR REPLACE TEMP MACRO combination_salt_free(t) AS array_to_string(list_sort(list_transform(drug_parts(t), lambda p: salt_free(p))), ' / ');
        """
    )
