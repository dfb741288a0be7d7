"""The ways a name is written: singular and plural, inverted, with or without apostrophe, in either spelling.

They are made once, when the vocabulary is built, so that matching stays a plain look-up. What only changes case,
accent, hyphen or line wrapping needs no variant: folding does that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUALIFIER = re.compile(
    r"(?:,? \(?(?:disorder|finding|disease/finding|procedure|substance|product|organism|morphologic abnormality)\)"
    r"|,? \[[^\]]*\]|,? (?:nos|nec|unspecified|not otherwise specified))$",
)
_POSSESSIVE = re.compile(r"(?<=\w)(?:'s|(?<=s)')(?!\w)")
_TYPE = re.compile(r"\b(type|stage|grade|class|factor) (i{1,3}|iv|vi{0,3}|[1-8])\b")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
# Each stem serves a family of words: British to American, and back.
_AMERICAN = {
    "haem": "hem", "chaem": "chem", "caem": "cem", "naem": "nem", "kaem": "kem", "raem": "rem", "laem": "lem",
    "xaem": "xem", "gaem": "gem", "oedem": "edem", "tumour": "tumor", "oesoph": "esoph", "rrhoe": "rrhe", "pnoe": "pne",
    "paediat": "pediat", "caec": "cec", "foet": "fet", "coeliac": "celiac", "aetiol": "etiol", "fibre": "fiber",
    "colour": "color", "sulph": "sulf", "anaesth": "anesth", "orthopaed": "orthoped", "labour": "labor",
    "caesar": "cesar", "behaviour": "behavior", "isation": "ization", "oestr": "estr", "faec": "fec",
}  # fmt: skip
_BRITISH = {
    r"\bhem(?=[aeo])": "haem", r"(?:(?<=[cghklnrsx])|(?<=at))emi(?=[ac]\b)": "aemi", r"\bedem": "oedem",
    "tumor": "tumour", "schem": "schaem", r"\besoph": "oesoph", "rrhe(?=a)": "rrhoe", r"pnea\b": "pnoea",
    r"\bpediat": "paediat", "gynec": "gynaec", r"\bfetal": "foetal", r"\bceliac": "coeliac", r"\betiol": "aetiol",
    r"color(?=ed|\b)": "colour", r"\bsulf(?=[ao])": "sulph", "nesth": "naesth", "orthoped": "orthopaed",
    "behavior": "behaviour", r"\bestr(?=og|ad)": "oestr", r"ization\b": "isation",
}  # fmt: skip
_TO_AMERICAN = re.compile("|".join(_AMERICAN))
_TO_BRITISH = re.compile("|".join(f"({stem})" for stem in _BRITISH))
_BRITISH_STEMS = tuple(_BRITISH.values())
# Prefixes that are written joined as often as with a hyphen (postoperative, nonspecific).
_PREFIX = re.compile(
    r"\b(non|post|pre|anti|re|co|sub|peri|inter|intra|hyper|hypo|micro|macro|multi|pseudo|extra)-(?=[a-z]{3})"
)
_ENUMERATION = re.compile(r"\b(?:and|or|with|without|due to)\b")
# The first ending that a word has tells its other number: letters to cut and to add; neither: none is safe.
_NUMBERS = (
    ("ies", 3, "y"), ("ches", 2, ""), ("shes", 2, ""), ("sses", 2, ""), ("xes", 2, ""), ("zes", 2, ""),
    ("sis", 2, "es"), ("oses", 2, "is"), ("ss", 0, "es"), ("us", 0, ""), ("is", 0, ""), ("as", 0, ""), ("os", 0, ""),
    ("ics", 0, ""), ("s", 1, ""), ("ay", 0, "s"), ("ey", 0, "s"), ("oy", 0, "s"), ("y", 1, "ies"), ("ch", 0, "es"),
    ("sh", 0, "es"), ("x", 0, "es"), ("z", 0, "es"),
)  # fmt: skip
# What makes an adjective of a disorder's name: notes say "hypertensive" or "an obese patient" for the disorder.
_ADJECTIVES = (
    ("emia", "emic"), ("osis", "otic"), ("itis", "itic"), ("tension", "tensive"), ("ema", "ematous"),
    ("algia", "algic"), ("kinesia", "kinetic"), ("plegia", "plegic"), ("ilepsy", "ileptic"), ("epsis", "eptic"),
    ("rrhage", "rrhagic"), ("embolism", "embolic"), ("besity", "bese"), ("epression", "epressed"),
    ("epression", "epressive"), ("pathy", "pathic"), ("trophy", "trophic"), ("abetes", "abetic"), ("tonia", "tonic"),
    ("rexia", "rexic"), ("rrhythmia", "rrhythmic"), ("asthma", "asthmatic"), ("penia", "penic"), ("nuria", "nuric"),
    ("cirrhosis", "cirrhotic"), ("arthritis", "arthritic"), ("erythema", "erythematous"), ("nesis", "netic"),
    ("schemia", "schemic"), ("coma", "comatose"),
)  # fmt: skip
_SHORTEST = 4  # letters; shorter words have no safe plural ("MS", "gas")


def other_number(word: str) -> str:
    """Return the plural of a singular word and the singular of a plural one; "" where neither is safe."""
    if len(word) < _SHORTEST or not word.isalpha():
        return ""
    for ending, cut, added in _NUMBERS:
        if word.endswith(ending):
            return word[: len(word) - cut] + added if cut or added else ""
    return word + "s"


def _numbered(name: str) -> str:
    """Put the head noun into the other number: the word before " of ", else the last one."""
    front, of, rest = name.partition(" of ")
    words = front.split(" ")
    other = other_number(words[-1])
    return " ".join([*words[:-1], other]) + of + rest if other and "," not in name else ""


def _upright(name: str) -> str:
    """Put an inverted name in speaking order: "Carcinoma, Non-Small-Cell Lung" -> "Non-Small-Cell Lung Carcinoma"."""
    parts = name.split(", ")
    if not 1 < len(parts) < 5 or _ENUMERATION.search(name) or not all(parts):  # noqa: PLR2004 - longer ones are lists
        return ""
    return " ".join(reversed(parts))


def _other_numeral(match: re.Match[str]) -> str:
    kind, numeral = match.groups()
    other = _ROMAN[int(numeral) - 1] if numeral.isdigit() else str(_ROMAN.index(numeral) + 1)
    return f"{kind} {other}"


def _rewritten(name: str) -> Iterator[str]:
    if upright := _upright(name):
        yield upright
        yield name.replace(", ", " ")
    if "'" in name:
        yield _POSSESSIVE.sub("", name)
        yield _POSSESSIVE.sub("s", name)
    if "-" in name:
        yield _PREFIX.sub(r"\1", name)
    if " & " in name:
        yield name.replace(" & ", " and ")
    yield _TYPE.sub(_other_numeral, name)
    american = _TO_AMERICAN.sub(lambda found: _AMERICAN[found[0]], name)
    yield american
    yield _TO_BRITISH.sub(lambda found: _BRITISH_STEMS[(found.lastindex or 1) - 1], american)


def _adjectives(name: str) -> Iterator[str]:
    for noun, adjective in _ADJECTIVES:
        if name.endswith(noun) and name.isalpha():
            yield name.removesuffix(noun) + adjective


def variants(name: str) -> tuple[str, ...]:
    """Return the ways in which `name` is written, all in lower case, the name's own way first."""
    own = name.lower().replace("’", "'")
    bare = _QUALIFIER.sub("", own)
    found = dict.fromkeys([own, bare])
    fresh = [bare]
    for _ in range(2):  # an inverted name with an apostrophe needs two steps; more only makes names nobody writes
        fresh = [other for known in fresh for other in _rewritten(known) if other not in found]
        found.update(dict.fromkeys(fresh))
    found.update(dict.fromkeys(filter(None, map(_numbered, tuple(found)))))
    found.update(dict.fromkeys(_adjectives(bare)))
    return tuple(found)
