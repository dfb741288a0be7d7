"""Names as a clinician writes them, as SQL expressions over a column.

Drug sources shout and capitalise as they please (POLYETHYLENE GLYCOL 3350, Metoprolol, sennosides,
    USP). In a sentence a
generic name is written small, a brand keeps its capital, and units are the usual ones.
"""

from __future__ import annotations

from typing import Final

# RxNorm's unit -> how it is written on a chart
_UNITS: Final = {
    "MG": "mg",
    "ML": "mL",
    "UNT": "units",
    "MEQ": "mEq",
    "HR": "hour",
    "ACTUAT": "actuation",
    "MCI": "mCi",
    "CELLS": "cells",
}


def usual_case(column: str, otherwise: str = "w") -> str:
    """Return SQL that writes a generic name small: words of letters only, but not single letters or short acronyms.

    `otherwise` is the SQL that writes any other word `w`.
    """
    return (
        f"array_to_string(list_transform(string_split({column}, ' '), lambda w: CASE WHEN "
        f"regexp_full_match(w, '[(]?[A-Z]([a-z-]+|[A-Z,-]{{3,}})[,)]?') THEN lower(w) ELSE {otherwise} END), ' ')"
    )


def turned(column: str) -> str:
    """Return SQL that puts what stands inverted the usual way: "insulin, human", "spondylosis, cervical"."""
    return f"regexp_replace({column}, '^([^,/]+), ([A-Za-z-]*[a-z])$', '\\2 \\1')"


def prevented(column: str) -> str:
    """Return SQL that names what is prevented, where the source names the prevention of it."""
    words = "^(prevention|prophylaxis) of | (prevention|prophylaxis)$"
    return f"regexp_replace({column}, '{words}', '', 'i')"


def product_name(column: str) -> str:
    """Return SQL that writes a product's name small but for its brand in brackets, with usual units."""
    units = "w"
    for unit, written in _UNITS.items():
        units = f"regexp_replace({units}, '\\b{unit}\\b', '{written}', 'g')"
    # few words hold a unit, so that one look at a word spares it eight
    with_units = f"CASE WHEN regexp_matches(w, '\\b({'|'.join(_UNITS)})\\b') THEN {units} ELSE w END"
    generic = usual_case(f"trim(regexp_replace({column}, '\\[[^\\]]*\\]', '', 'g'))", with_units)
    return f"trim({generic} || coalesce(' ' || nullif(regexp_extract({column}, '\\[[^\\]]*\\]'), ''), ''))"
