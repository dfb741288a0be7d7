"""A release read by DuckDB equals the same files read plainly, row by row, by other code."""

from __future__ import annotations

import gzip
from pathlib import Path

import duckdb
import pytest
from rrf_release import LAYOUT, SABS, release, write

from kgqa.errors import SourceError
from kgqa.load import rrf, umls, umls_reach
from kgqa.load.knowledge.staging import prepare


def staged():
    connection = duckdb.connect()
    prepare(connection)
    return connection


def load(folder, seeds, **options):
    connection = staged()
    opened = umls.open_release(folder, options.pop("licence_level", None))
    umls.read_codes(connection, opened)
    counts = umls.read_relations(connection, opened)
    connection.execute("CREATE TEMP TABLE seed (concept TEXT)")
    connection.execute("INSERT INTO seed SELECT unnest(?::TEXT[])", [seeds])
    umls_reach.read_reach(connection, opened, **options)
    return connection, counts


# The independent reading: dictionaries, one row at a time.

WANTED = {
    "may_treat": "MAY_TREAT",
    "isa": "ISA",
    "contraindicated_with_disease": "CONTRAINDICATED_WITH",
    "has_mechanism_of_action": "HAS_MOA",
    "has_finding_site": "FINDING_SITE",
    "due_to": "DUE_TO",
    "has_ingredient": "HAS_INGREDIENT",
    "tradename_of": "HAS_INGREDIENT",
}
BACK = {
    "may_be_treated_by": "may_treat",
    "inverse_isa": "isa",
    "has_contraindicated_drug": "contraindicated_with_disease",
    "mechanism_of_action_of": "has_mechanism_of_action",
    "finding_site_of": "has_finding_site",
    "cause_of": "due_to",
    "ingredient_of": "has_ingredient",
    "has_tradename": "tradename_of",
}
ONLY = {"FINDING_SITE": "SNOMEDCT_US", "DUE_TO": "SNOMEDCT_US", "HAS_INGREDIENT": "RXNORM"}


def plain_edges(files, level=None):
    found = set()
    for row in files["MRREL.RRF"]:
        one, rel, two, rela, sab, suppress = row[0], row[3], row[4], row[7], row[10], row[14]
        if suppress != "N" or one == two or (level is not None and SABS[sab] > level):
            continue
        source, target = two, one
        if rela in BACK:
            rela, source, target = BACK[rela], one, two
        kind = WANTED.get(rela)
        if not rela and rel == "CHD":
            kind = "ISA"
        if not rela and rel == "PAR":
            kind, source, target = "ISA", one, two
        if kind and ONLY.get(kind, sab) == sab:
            found.add((source, kind, target, sab))
    return {edge for edge in found if edge[1] != "HAS_INGREDIENT"} | plain_contents(files, found, level)


def plain_contents(files, edges, level):
    """What is in a product, over at most three steps, ends at an ingredient and passes none on its way."""
    ends = {
        row[0]
        for row in files["MRCONSO.RRF"]
        if (row[11], row[12], row[1], row[16]) == ("RXNORM", "IN", "ENG", "N") and (level is None or level >= 0)
    }
    steps = {}
    for source, kind, target, sab in edges:
        if kind == "HAS_INGREDIENT":
            steps.setdefault(source, set()).add((target, sab))
    found = set()

    def walk(start, place, sab, left):
        for target, said_by in steps.get(place, ()):
            said = sab or said_by
            if target in ends:
                if target != start:
                    found.add((start, "HAS_INGREDIENT", target, said))
            elif left > 1:
                walk(start, target, said, left - 1)

    for start in steps:
        if start not in ends:
            walk(start, start, None, 3)
    return found


def plain_reach(edges, seeds):
    kept = set(seeds)
    pairs = {(source, kind, target) for source, kind, target, _ in edges}
    kept |= {source for source, kind, target in pairs if target in kept and kind not in ("ISA", "HAS_INGREDIENT")}
    for _ in range(3):
        kept |= {target for source, _, target in pairs if source in kept}
    while more := {target for source, kind, target in pairs if kind == "ISA" and source in kept} - kept:
        kept |= more
    return kept


def plain_names(files):
    ranks = {(row[1], row[2]): int(row[0]) for row in files["MRRANK.RRF"]}
    names = {}
    for row in files["MRCONSO.RRF"]:
        if row[1] == "ENG" and row[16] == "N":
            preferred = (row[2], row[4], row[6]) == ("P", "PF", "Y")
            names.setdefault(row[0], []).append((not preferred, -ranks.get((row[11], row[12]), 0), row[14]))
    return {cui: min(found)[2] for cui, found in names.items()}


@pytest.mark.parametrize("seed", range(8))
def test_edges_and_preferred_names_equal_a_plain_reading(tmp_path, seed):
    files = release(seed)
    connection, counts = load(write(tmp_path, files), [], all_concepts=True)
    names = plain_names(files)
    expected = {(s, k, t, f"UMLS/{sab}") for s, k, t, sab in plain_edges(files) if s in names and t in names}
    assert (
        set(connection.execute("SELECT source, type, target, stated_by FROM knowledge.statement").fetchall())
        == expected
    )
    assert expected
    found = dict(connection.execute("SELECT id, name FROM knowledge.concept").fetchall())
    assert found == {cui: names[cui] for cui in found}
    assert counts["read"] == len(files["MRREL.RRF"])
    assert counts["read"] == sum(count for reason, count in counts.items() if reason != "read")


@pytest.mark.parametrize("seed", range(8))
def test_only_what_the_patients_reach_is_kept(tmp_path, seed):
    files = release(seed, concepts=200)
    files["MRREL.RRF"] = files["MRREL.RRF"][::9]
    seeds = ["C0000003", "C0000011"]
    connection, _ = load(write(tmp_path, files), seeds)
    kept = plain_reach(plain_edges(files), seeds) & set(plain_names(files))
    assert {row[0] for row in connection.execute("SELECT id FROM knowledge.concept").fetchall()} == kept
    assert len(kept) < 200


def test_codes_follow_the_term_type_then_the_lower_cui(tmp_path):
    files = release(3, concepts=120)
    connection, _ = load(write(tmp_path, files), [])
    order = {
        ("ICD9CM", "PT"): 0,
        ("ICD9CM", "HT"): 1,
        ("RXNORM", "IN"): 0,
        ("RXNORM", "BN"): 3,
        ("RXNORM", "SCD"): 4,
        ("LNC", "LN"): 0,
        ("LNC", "LC"): 1,
        ("MED-RT", "PT"): 0,
    }
    names = {"ICD9CM": "icd9cm", "RXNORM": "rxnorm", "LNC": "loinc", "MED-RT": "med-rt"}
    best = {}
    for row in files["MRCONSO.RRF"]:
        key = (row[11], row[12])
        if row[1] == "ENG" and row[16] == "N" and key in order:
            candidate = (order[key], row[0])
            place = (names[row[11]], row[13])
            best[place] = min(best.get(place, candidate), candidate)
    found = {
        (v, c): concept
        for v, c, concept in connection.execute("SELECT vocabulary, code, concept FROM knowledge.code").fetchall()
    }
    assert found == {place: candidate[1] for place, candidate in best.items()}


def test_a_procedure_code_is_told_from_a_diagnosis_code(tmp_path):
    files = release(1)
    for cui, code in (("C0009998", "36.05"), ("C0009999", "360.5")):
        files["MRCONSO.RRF"].append(
            [cui, "ENG", "P", "L", "PF", "S", "Y", "A", "", "", "", "ICD9CM", "PT", code, "x", "0", "N", ""]
        )
    connection, _ = load(write(tmp_path, files), [])
    found = connection.execute(
        "SELECT vocabulary, code FROM knowledge.code WHERE concept IN ('C0009998', 'C0009999')"
    ).fetchall()
    assert sorted(found) == [("icd9cm", "360.5"), ("icd9cm.procedure", "36.05")]


def test_compressed_files_give_the_same(tmp_path):
    files = release(5)
    plain, _ = load(write(tmp_path / "a", files), [], all_concepts=True)
    packed, _ = load(
        write(tmp_path / "b", files, compressed=("MRCONSO.RRF", "MRREL.RRF", "MRDOC.RRF")), [], all_concepts=True
    )
    query = "SELECT * FROM knowledge.statement ORDER BY ALL"
    assert plain.execute(query).fetchall() == packed.execute(query).fetchall() != []


def test_a_licence_level_leaves_out_restricted_vocabularies(tmp_path):
    files = release(6)
    folder = write(tmp_path, files)
    connection, counts = load(folder, [], all_concepts=True, licence_level=0)
    stated = {row[0] for row in connection.execute("SELECT DISTINCT stated_by FROM knowledge.statement").fetchall()}
    assert "UMLS/SNOMEDCT_US" not in stated
    assert counts["licence"] > 0
    assert umls.open_release(folder, 0).left_out == ("SNOMEDCT_US",)
    assert umls.open_release(folder).restricted == (("SNOMEDCT_US", 9),)


def spoil(folder: Path, name: str, change):
    """Change the bytes of a file and let MRFILES say the new length, so that only the content is at fault."""
    path = folder / name
    old = path.read_bytes()
    new = change(old)
    path.write_bytes(new)
    index = (folder / "MRFILES.RRF").read_text(encoding="utf-8")
    (folder / "MRFILES.RRF").write_text(index.replace(f"|{len(old)}|\n", f"|{len(new)}|\n"), encoding="utf-8")


def line(data: bytes, number: int, change) -> bytes:
    lines = data.split(b"\n")
    lines[number - 1] = change(lines[number - 1])
    return b"\n".join(lines)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda old: line(old, 7, lambda row: row[:-2]), "MRREL.RRF:7: 1"),
        (lambda old: line(old, 7, lambda row: row + b"more|"), "MRREL.RRF:7: 17 columns where the file has 16"),
        (lambda old: line(old, 9, lambda row: row + b"more"), "MRREL.RRF:9: 16 columns"),
        (lambda old: line(old, 4, lambda row: b"\xe9" + row), "MRREL.RRF:4: bytes that are not UTF-8"),
        (lambda old: line(old, 4, lambda row: row.replace(b"|C", b"|\rC", 1)), "MRREL.RRF:4: a carriage return"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path, change, says):
    folder = write(tmp_path, release(1))
    spoil(folder, "MRREL.RRF", change)
    with pytest.raises(SourceError) as error:
        load(folder, [], all_concepts=True)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_shorter_file_than_mrfiles_says_is_refused(tmp_path):
    folder = write(tmp_path, release(1))
    (folder / "MRREL.RRF").write_bytes((folder / "MRREL.RRF").read_bytes()[:-40])
    with pytest.raises(SourceError, match=r"MRREL.RRF: .* bytes, but MRFILES says"):
        umls.open_release(folder)


def test_a_compressed_file_with_fewer_rows_is_refused(tmp_path):
    folder = write(tmp_path, release(1), compressed=("MRREL.RRF",))
    data = gzip.decompress((folder / "MRREL.RRF.gz").read_bytes())
    (folder / "MRREL.RRF.gz").write_bytes(gzip.compress(b"\n".join(data.split(b"\n")[:-5]) + b"\n"))
    with pytest.raises(SourceError, match="rows, but MRFILES says"):
        umls.open_release(folder)


@pytest.mark.parametrize("name", ["MRFILES.RRF", "MRREL.RRF", "MRDOC.RRF"])
def test_a_missing_file_is_named(tmp_path, name):
    folder = write(tmp_path, release(1))
    (folder / name).unlink()
    with pytest.raises(SourceError, match=name):
        umls.open_release(folder)


def test_a_row_reads_whole_whatever_stands_in_it(tmp_path):
    """Quotes, tabs and line separators of Unicode are plain characters in RRF."""
    text = 'a "b\tc\u2028d\u0085 é'
    files = release(1)
    files["MRCONSO.RRF"].append(
        ["C0009999", "ENG", "P", "L", "PF", "S", "Y", "A", "", "", "", "MSH", "PT", "1", text, "0", "N", ""]
    )
    folder = write(tmp_path, files)
    assert (
        dict(zip(LAYOUT["MRCONSO.RRF"].split(","), list(rrf.rows(folder / "MRCONSO.RRF"))[-1][1], strict=True))["STR"]
        == text
    )
    connection, _ = load(folder, ["C0009999"])
    assert connection.execute("SELECT name FROM knowledge.concept WHERE id = 'C0009999'").fetchall() == [(text,)]
