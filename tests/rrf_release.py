"""Writes small UMLS releases in the exact layout, with the traps that real ones hold. All content is invented."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

LAYOUT = {
    "MRCONSO.RRF": "CUI,LAT,TS,LUI,STT,SUI,ISPREF,AUI,SAUI,SCUI,SDUI,SAB,TTY,CODE,STR,SRL,SUPPRESS,CVF",
    "MRREL.RRF": "CUI1,AUI1,STYPE1,REL,CUI2,AUI2,STYPE2,RELA,RUI,SRUI,SAB,SL,RG,DIR,SUPPRESS,CVF",
    "MRSTY.RRF": "CUI,TUI,STN,STY,ATUI,CVF",
    "MRDEF.RRF": "CUI,AUI,ATUI,SATUI,SAB,DEF,SUPPRESS,CVF",
    "MRSAB.RRF": "VCUI,RCUI,VSAB,RSAB,SON,SF,SVER,VSTART,VEND,IMETA,RMETA,SLC,SCC,SRL,TFR,CFR,CXTY,TTYL,ATNL,LAT,CENC,CURVER,SABIN,SSN,SCIT",
    "MRRANK.RRF": "RANK,SAB,TTY,SUPPRESS",
    "MRDOC.RRF": "DOCKEY,VALUE,TYPE,EXPL",
}
INVERSES = [
    ("may_treat", "may_be_treated_by"),
    ("isa", "inverse_isa"),
    ("has_ingredient", "ingredient_of"),
    ("has_finding_site", "finding_site_of"),
    ("due_to", "cause_of"),
    ("contraindicated_with_disease", "has_contraindicated_drug"),
    ("has_mechanism_of_action", "mechanism_of_action_of"),
]
SABS = {"MTH": 0, "ICD9CM": 0, "RXNORM": 0, "LNC": 0, "MED-RT": 0, "MSH": 0, "SNOMEDCT_US": 9, "NCI": 0}


def atom(cui, name, sab, tty, code, *, ts="S", stt="VO", ispref="N", lat="ENG", suppress="N", number=0):
    return [
        cui,
        lat,
        ts,
        f"L{number:07d}",
        stt,
        f"S{number:07d}",
        ispref,
        f"A{number:07d}",
        "",
        "",
        "",
        sab,
        tty,
        code,
        name,
        "0",
        suppress,
        "",
    ]


def relation(cui1, rel, cui2, rela, sab, *, suppress="N", number=0):
    return [cui1, "", "CUI", rel, cui2, "", "CUI", rela, f"R{number:08d}", "", sab, sab, "", "", suppress, ""]


def release(seed=1, concepts=60):
    """Return the rows of each file of a random release with every trap in it."""
    dice = random.Random(seed)
    cuis = [f"C{number:07d}" for number in range(1, concepts + 1)]
    conso, number = [], 0
    odd = [
        'with "quotes"',
        "naïve — dash",
        "tab\tin it",
        "trailing blank ",
        "50% & more",
        "日本 name",
        "\u2028 separator",
    ]
    for index, cui in enumerate(cuis):
        if index % 17 == 5:  # retired: relations may still name it, no atom does
            continue
        for part in range(dice.randint(1, 4)):
            number += 1
            sab = dice.choice(list(SABS))
            tty = dice.choice(
                {"ICD9CM": ["PT", "HT", "AB"], "RXNORM": ["IN", "BN", "SCD", "SY"], "LNC": ["LN", "LC"]}.get(
                    sab, ["PT", "SY"]
                )
            )
            code = {
                "ICD9CM": f"{dice.randint(1, 99):03d}.{dice.randint(0, 9)}",
                "RXNORM": str(dice.randint(1, 40)),
                "LNC": f"{dice.randint(1, 30)}-{dice.randint(0, 9)}",
            }.get(sab, f"X{number}")
            conso.append(
                atom(
                    cui,
                    f"name {number} {dice.choice(odd)}",
                    sab,
                    tty,
                    code,
                    number=number,
                    lat=dice.choice(["ENG"] * 5 + ["FRE"]),
                    suppress=dice.choice("NNNNNOYE"),
                )
            )
            if part == 0 and dice.random() < 0.6:  # elsewhere the subset lacks the preferred atom
                conso[-1][2], conso[-1][4], conso[-1][6], conso[-1][1], conso[-1][16] = "P", "PF", "Y", "ENG", "N"
    rel = []
    inverse = dict(INVERSES)
    for _ in range(concepts * 6):
        number += 1
        one, two = dice.choice(cuis), dice.choice(cuis)  # self relations among them
        rela = dice.choice([*inverse, "", "tradename_of", "unheard_of"])
        sab = dice.choice(list(SABS))
        suppress = dice.choice("NNNNNNO")
        name = dice.choice(["CHD", "RO", "SIB"]) if not rela else ("CHD" if rela == "isa" else "RO")
        rel.append(relation(one, name, two, rela, sab, suppress=suppress, number=number))
        if dice.random() < 0.9:  # stored both ways, but a subset may have lost one
            other = {"CHD": "PAR", "RO": "RO", "SIB": "SIB"}[name]
            rel.append(
                relation(
                    two,
                    other,
                    one,
                    inverse.get(rela, rela and "has_tradename" if rela == "tradename_of" else rela),
                    sab,
                    suppress=suppress,
                    number=number + 10**6,
                )
            )
        if dice.random() < 0.1:
            rel.append(list(rel[-1]))
    rel.append(relation(cuis[0], "CHD", cuis[1], "isa", "MSH"))  # an ISA cycle
    rel.append(relation(cuis[1], "CHD", cuis[0], "isa", "MSH"))
    types = [
        ("T047", "B2.2.1.2.1", "Disease or Syndrome"),
        ("T121", "A1.4.1.1.1", "Pharmacologic Substance"),
        ("T033", "A2.2", "Finding"),
        ("T023", "A1.2.3.1", "Body Part"),
    ]
    sty = [[cui, *dice.choice(types), f"AT{index}", ""] for index, cui in enumerate(cuis)]
    sab_rows = [
        [
            "",
            "",
            sab,
            sab,
            f"{sab} source",
            sab,
            "1",
            "",
            "",
            "2026AA" if sab == "RXNORM" else "1993_ALPHA",
            "",
            "",
            "",
            str(level),
            "",
            "",
            "",
            "",
            "",
            "ENG",
            "UTF-8",
            "Y",
            "Y",
            sab,
            "",
        ]
        for sab, level in SABS.items()
    ]
    rank = [
        [f"{400 - index:04d}", sab, tty, "N"]
        for index, (sab, tty) in enumerate(
            (s, t) for s in SABS for t in ("PT", "IN", "LN", "SY", "HT", "BN", "SCD", "LC", "AB")
        )
    ]
    doc = [
        ["RELA", one, "rela_inverse", two]
        for pair in [*INVERSES, ("tradename_of", "has_tradename")]
        for one, two in (pair, pair[::-1])
    ]
    doc += [
        ["REL", "CHD", "rel_inverse", "PAR"],
        ["REL", "PAR", "rel_inverse", "CHD"],
        ["REL", "RO", "rel_inverse", "RO"],
        ["RELA", "isa", "expanded_form", "is a"],
    ]
    definitions = [
        [
            cui,
            "",
            f"AT9{number}",
            "",
            dice.choice(list(SABS)),
            f"what {number} means | not".replace("|", "/"),
            dice.choice("NNNO"),
            "",
        ]
        for number, cui in enumerate(dice.choices(cuis, k=concepts))
    ]
    return {
        "MRCONSO.RRF": conso,
        "MRREL.RRF": rel,
        "MRSTY.RRF": sty,
        "MRDEF.RRF": definitions,
        "MRSAB.RRF": sab_rows,
        "MRRANK.RRF": rank,
        "MRDOC.RRF": doc,
    }


def write(folder: Path, files, *, compressed=()):
    """Write the rows as a META folder with its MRFILES."""
    folder.mkdir(parents=True, exist_ok=True)
    index = []
    for name, rows in files.items():
        data = "".join("|".join(row) + "|\n" for row in rows).encode()
        if name in compressed:
            (folder / f"{name}.gz").write_bytes(gzip.compress(data, mtime=0))
        else:
            (folder / name).write_bytes(data)
        index.append(
            [name, "invented", LAYOUT[name], str(len(LAYOUT[name].split(","))), str(len(rows)), str(len(data))]
        )
    (folder / "MRFILES.RRF").write_text("".join("|".join(row) + "|\n" for row in index), encoding="utf-8")
    return folder
