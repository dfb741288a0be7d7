"""The report, in a real Chromium without a window and without a network."""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import json
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

from kgqa.cli import app
from kgqa.errors import QuestionError, UsageError
from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.graph import open_graph
from kgqa.load.reread import SourceRows
from kgqa.opening import opened
from kgqa.question.record import line
from kgqa.question.store import read, write_manifest
from kgqa.report import pack
from kgqa.report.content import refs_of
from kgqa.report.figures import facets
from kgqa.report.pack import ASSETS
from kgqa.report.write import report
from kgqa.schema import read_schema

KEPT = Path(__file__).parent.parent / "build" / "report"
# A walk over knowledge, an absence, a count, a plain value, a note.
PATTERNS = (
    "order_for_coded_diagnosis",
    "diagnosis_without_treatment",
    "drugs_for_diagnosis_count",
    "care_unit_at_first_abnormal",
    "note_problem_not_coded",
)


@pytest.fixture(scope="module")
def made(dozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report") / "questions"
    with opened(str(dozen / "graph")) as at_hand:
        generate(at_hand, chosen(share("cypher") / "questions", PATTERNS, []), options=Options(per_patient=3), out=out)
    return out


@pytest.fixture(scope="module")
def file(made: Path, dozen: Path) -> Path:
    return report(read(made), str(dozen / "graph"), out=made.parent / "report.html").file


@pytest.fixture(scope="module")
def records(made: Path) -> list[dict[str, object]]:
    return [record for _, record in read(made).records()]


@pytest.fixture
def shown(chromium: Browser, file: Path) -> Iterator[Page]:
    yield from opening(chromium, file)


def opening(chromium: Browser, file: Path, **options: object) -> Iterator[Page]:
    """Open the page as a reader does; whatever it asks for but itself, or complains of, fails the test."""
    context = chromium.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
    context.set_offline(True)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url.split("#")[0]))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    page.locator("html[data-ready]").wait_for(state="attached")
    yield page
    context.close()
    assert {url for url in asked if not url.startswith("data:,")} == {file.as_uri()}
    assert complaints == []


def first(page: Page) -> str:
    return page.locator("#rows .row").first.locator(".asks").inner_text()


def test_it_opens_on_an_overview_and_a_list_of_all_questions(shown: Page, records) -> None:
    assert shown.locator("#count").inner_text() == f"{len(records)} questions"
    assert first(shown) == records[0]["question"]
    hops = shown.locator("[data-chart=hops] [aria-label=bar]").first.locator("rect")
    told = [re.fullmatch(r"(\d): (\d+) of \d+ questions", bar.get_attribute("aria-label")) for bar in hops.all()]
    assert {int(bar[1]): int(bar[2]) for bar in told} == {
        n: sum(r["hops"] == n for r in records) for n in {r["hops"] for r in records}
    }
    KEPT.mkdir(parents=True, exist_ok=True)
    shown.screenshot(path=KEPT / "overview-light.png")


def test_search_keeps_questions_that_hold_all_words_in_any_place(shown: Page, records) -> None:
    answer = next(r for r in records if r["pattern"] == "order_for_coded_diagnosis")["answer"]["values"][0]["name"]
    words = answer.lower().split()
    shown.keyboard.press("/")
    shown.keyboard.type(answer)
    shown.locator("#count", has_text=" of ").wait_for()
    found = int(shown.locator("#count").inner_text().split()[0])
    low = [f"{r['question']} {[v.get('name', v.get('value')) for v in r['answer']['values']]}".lower() for r in records]
    assert found == sum(all(word in text for word in words) for text in low) > 0
    shown.locator("#search").fill("no such words")
    shown.get_by_text("No question fits").wait_for()


def test_filters_narrow_the_list_and_the_figures_and_can_be_taken_away(shown: Page, records) -> None:
    of_notes = sum(r["pattern"] == "note_problem_not_coded" for r in records)
    shown.locator("#filters [data-facet=pattern]").select_option(label=f"note_problem_not_coded ({of_notes})")
    assert shown.locator("#count").inner_text().startswith(f"{of_notes} of ")
    assert shown.locator("[data-chart=theme] [aria-label=bar]").nth(1).locator("rect").count() > 1
    shown.locator("#chips button").first.click()
    assert shown.locator("#count").inner_text() == f"{len(records)} questions"
    shown.locator("[data-chart=kind] rect[aria-label^='count:']").click()
    counts = sum(r["answer"]["kind"] == "count" for r in records)
    assert shown.locator("#count").inner_text().startswith(f"{counts} of ")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_question_is_shown_with_its_path_its_rows_and_its_cypher(shown: Page, records, pattern: str, dozen) -> None:
    record = next(r for r in records if r["pattern"] == pattern and len(r["answer"]["values"]) == 1)
    shown.evaluate("id => { location.hash = id }", record["id"])
    shown.locator("#asked").get_by_text(record["question"]).wait_for()
    real = {(n["label"], n["id"]) for p in (*record["paths"], *record["absent"]) for n in p["nodes"] if "id" in n}
    assert shown.locator(".drawing .node:not(.virtual)").count() == len(real)
    answers = {(v["label"], i) for v in record["answer"]["values"] for i in v.get("ids", ())}
    assert shown.locator(".drawing .node.answer").count() == len(answers & real)
    if {"Concept"} & {label for label, _ in real}:
        across = [box.bounding_box() for box in shown.locator(".drawing .node.record > rect").all()]
        known = [box.bounding_box() for box in shown.locator(".drawing .node.knowledge > rect").all()]
        assert max(box["x"] + box["width"] for box in across) < min(box["x"] for box in known)
    rows = [row for row in record["evidence"] if "start" not in row]
    assert shown.locator("tr[data-row]").count() == len(rows)
    order = next(row for row in rows if row["table"] == "PATIENTS")
    text = shown.locator(f"tr[data-row='PATIENTS|{order['row_id']}']").inner_text()
    assert f"subject_id\n{record['patient']}" in text or f"subject_id {record['patient']}" in text
    spans = [row for row in record["evidence"] if "start" in row]
    assert [mark.inner_text() for mark in shown.locator(".note mark").all()] == [row["text"] for row in spans]
    assert shown.locator("pre code").inner_text() == record["cypher"]
    assert shown.locator("a.button").get_attribute("href") == record["browser"]
    assert shown.locator(".proofs .holds").count() == sum(holds is True for holds in record["proofs"].values())
    shown.screenshot(path=KEPT / f"question-{pattern}.png")


def test_the_words_around_a_span_are_those_of_the_note(shown: Page, records, dozen: Path) -> None:
    record = next(r for r in records if r["pattern"] == "note_problem_not_coded")
    span = next(row for row in record["evidence"] if "start" in row)
    shown.evaluate("id => { location.hash = id }", record["id"])
    quote = shown.locator(".note blockquote").first
    quote.wait_for()
    (notes,) = (dozen / "tables").glob("NOTEEVENTS*")
    whole = gzip.decompress(notes.read_bytes()).decode().replace('""', '"')
    assert quote.evaluate("e => e.textContent").strip("…") in whole
    assert span["text"] in quote.inner_text()


def test_marks_are_made_by_keyboard_kept_exported_and_taken_in_again(
    chromium: Browser, shown: Page, file: Path, records, made: Path, tmp_path: Path
) -> None:
    shown.keyboard.press("j")
    shown.locator("#asked").wait_for()
    shown.keyboard.press("w")
    shown.locator("#reviewer").fill("Ada")
    shown.keyboard.press("Enter")
    shown.locator("#reason:focus").wait_for()
    shown.keyboard.type('not in "this" stay </script>')
    shown.keyboard.press("Enter")
    shown.keyboard.press("j")
    shown.keyboard.press("r")
    shown.keyboard.press("j")
    shown.keyboard.press("u")
    shown.locator("#reason:focus").wait_for()
    shown.keyboard.press("Enter")
    shown.keyboard.press("u")  # the same key again takes the mark away
    with shown.expect_download() as waiting:
        shown.keyboard.press("x")
    assert waiting.value.suggested_filename == "marks-Ada.jsonl"
    waiting.value.save_as(tmp_path / "marks.jsonl")
    rows = [json.loads(text) for text in (tmp_path / "marks.jsonl").read_text().splitlines()]
    fingerprint = f"sha256:{hashlib.sha256((made / 'questions.jsonl').read_bytes()).hexdigest()}"
    assert [(r["question"], r["mark"], r["reason"], r["reviewer"], r["set"]) for r in rows] == [
        (records[0]["id"], "wrong", 'not in "this" stay </script>', "Ada", fingerprint),
        (records[1]["id"], "right", "", "Ada", fingerprint),
    ]
    shown.reload()
    shown.locator("html[data-ready]").wait_for(state="attached")
    assert shown.locator("#progress").inner_text() == f"2 of {len(records)} marked by Ada"
    for other in opening(chromium, file):
        assert other.locator("#progress").inner_text() == ""
        other.locator("#import-file").set_input_files(tmp_path / "marks.jsonl")
        other.get_by_text("2 marks taken in").wait_for()
        (tmp_path / "others.jsonl").write_text(json.dumps(rows[0] | {"set": "sha256:0"}))
        other.locator("#import-file").set_input_files(tmp_path / "others.jsonl")
        other.get_by_text("of another question set").wait_for()
        assert other.locator("#progress").inner_text() == f"2 of {len(records)} marked by Ada"


def test_dark_follows_the_system_and_the_switch(chromium: Browser, file: Path) -> None:
    def ground(page: Page) -> int:
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in re.findall(r"\d+", colour)[:3])

    for page in opening(chromium, file, color_scheme="dark"):
        assert ground(page) < 150
        page.screenshot(path=KEPT / "overview-dark.png")
        page.keyboard.press("t")
        assert ground(page) > 600
    for page in opening(chromium, file, color_scheme="light"):
        assert ground(page) > 600


def test_a_narrow_window_shows_one_thing_at_a_time_without_scrolling_sideways(chromium: Browser, file: Path) -> None:
    for page in opening(chromium, file, viewport={"width": 400, "height": 800}):
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
        page.locator("#rows .row").first.click()
        page.locator("#asked").wait_for()
        assert not page.locator("#finder").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
        page.screenshot(path=KEPT / "question-narrow.png")
        page.locator(".back").click()
        assert page.locator("#finder").is_visible()


def test_every_control_has_a_name_and_texts_stand_out_from_their_ground(shown: Page) -> None:
    shown.keyboard.press("j")
    shown.locator(".drawing").wait_for()
    nameless = """() => [...document.querySelectorAll('button, input, select, a[href], [tabindex="0"]')].filter(e => e.checkVisibility()
        && !(e.textContent.trim() || e.getAttribute('aria-label') || e.title)).map(e => e.outerHTML)"""
    assert shown.evaluate(nameless) == []
    # WCAG: 4.5 to 1, worked out on what the browser computed.
    faint = """() => { const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
        const ground = e => { for (let p = e; p; p = p.parentElement) { const c = getComputedStyle(p).backgroundColor; if (!/, 0\\)|transparent/.test(c)) return c; } return 'rgb(255,255,255)'; };
        return [...document.querySelectorAll('#question *, .top *, #finder *')].filter(e => e.checkVisibility() && !e.closest('svg') && !e.disabled && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
          .map(e => [light(getComputedStyle(e).color), light(ground(e)), e.outerHTML.slice(0, 120)]).filter(([a, b]) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5).map(v => v[2]); }"""
    for theme in ("light", "dark"):
        shown.evaluate(f"useTheme('{theme}')")
        shown.wait_for_timeout(200)  # colours fade over
        assert shown.evaluate(faint) == []


def test_ten_thousand_questions_open_within_seconds(
    chromium: Browser, made: Path, records, dozen: Path, tmp_path: Path
) -> None:
    (tmp_path / "many").mkdir()
    with (tmp_path / "many" / "questions.jsonl").open("w") as lines:
        for n in range(10_000):
            lines.write(line({**records[n % len(records)], "id": f"q-{n:016x}"}))
    large = report(read(tmp_path / "many"), str(dozen / "graph"), out=tmp_path / "many.html")
    for page in opening(chromium, large.file):
        assert page.locator("#count").inner_text() == "10,000 questions"
        assert page.locator("#rows .row").count() < 40
        assert int(page.evaluate("document.documentElement.dataset.listed")) < 5_000
        page.evaluate("document.getElementById('list').scrollTop = 1e9")
        page.locator("#row-9999").wait_for()
        page.locator("#search").fill(f"q-{9_000:016x}")
        page.get_by_text("1 of 10,000 questions").wait_for()


def test_rows_hold_the_cells_of_the_files_and_no_note(dozen: Path, records) -> None:
    rows = SourceRows(read_schema(), dozen / "tables")
    with open_graph(str(dozen / "graph")) as engine:
        nodes = engine.nodes({ref for record in records for ref in refs_of(record)})
    held = rows.written(nodes)
    files = {table: {} for table in ("PRESCRIPTIONS", "NOTEEVENTS", "ADMISSIONS")}
    for table, by_row in files.items():
        (file,) = (dozen / "tables").glob(f"{table}*")
        with gzip.open(file, "rt", newline="") as lines:
            for row in csv.DictReader(lines):
                cells = {key.lower(): cell for key, cell in row.items() if cell}
                by_row[int(cells["row_id"])] = cells
    compared = 0
    for ref, cells in held.items():
        node = nodes[ref]
        if (table := node.properties["table"]) in files:
            compared += 1
            expected = files[table][node.properties["row_id"]]
            assert cells == {key: cell for key, cell in expected.items() if (table, key) != ("NOTEEVENTS", "text")}
    assert compared > 10
    assert not [ref for ref in held if ref.label in ("Concept", "Mention")]


def test_facets_put_every_question_in_its_place() -> None:
    base = {
        "theme": "t",
        "pattern": "p",
        "hops": 3,
        "shape": "chain",
        "split": "dev",
        "answerable": True,
        "reason": None,
    }
    base |= {"knowledge": [], "marks": [], "proofs": {"present": True, "agreed": None}, "decile": 9, "chance": 0.1}

    def one(values: int, **more: object) -> dict[str, object]:
        return base | {"answer": {"kind": "set", "unit": None, "values": [{"name": "x"}] * values}} | more

    known = {
        "split": "elsewhere",
        "novelty": "unseen pattern",
        "knowledge": [{"sources": ["B", "A"]}, {"sources": ["A"]}],
        "marks": ["leak"],
    }
    made = facets([one(1), one(11, chance=None, decile=None, hops=10), one(2, chance=1.0, hops=2, **known)])
    told = {
        key: [facet["names"][of] if isinstance(of, int) else [facet["names"][n] for n in of] for of in facet["of"]]
        for key, facet in made.items()
    }
    assert told["chance"] == ["10–20 %", "unknown", "90–100 %"]
    assert told["decile"] == ["90–100 %", "no time", "90–100 %"]
    assert told["size"] == ["1", "more than 10", "2"]
    assert made["hops"]["names"] == ["2", "3", "10"]
    assert made["size"]["names"] == ["1", "2", "more than 10"]
    assert told["source"] == [["no knowledge"], ["no knowledge"], ["A", "B"]]
    assert told["split"] == ["dev", "dev", "elsewhere"]
    assert told["novelty"] == ["in training", "in training", "unseen pattern"]
    assert told["gate"] == ["no mark", "no mark", "leak"]
    assert told["proof"] == [["present: holds", "agreed: not asked"]] * 3


def test_the_command_says_what_it_wrote_and_where_it_cannot(made: Path, dozen: Path, tmp_path: Path) -> None:
    told = ["report", str(made), "--graph", str(dozen / "graph"), "--out"]
    ran = CliRunner().invoke(app, [*told, str(tmp_path / "report.html")])
    assert ran.exit_code == 0, ran.output
    assert f"questions in {tmp_path / 'report.html'} (" in ran.stdout
    ran = CliRunner().invoke(app, [*told, str(tmp_path / "missing" / "report.html")])
    assert isinstance(ran.exception, UsageError)
    assert "Give another --out" in str(ran.exception)


def test_the_same_questions_give_the_same_bytes(made: Path, dozen: Path, file: Path, tmp_path: Path) -> None:
    again = report(read(made), str(dozen / "graph"), out=tmp_path / "again.html")
    assert again.file.read_bytes() == file.read_bytes()


def test_without_the_source_tables_columns_are_named_and_no_value_is_shown(
    chromium: Browser, made: Path, dozen: Path, records, tmp_path: Path
) -> None:
    shutil.copytree(dozen / "graph", tmp_path / "graph")
    told = json.loads((tmp_path / "graph" / "graph.json").read_text())
    told["source"]["folder"] = str(tmp_path / "gone")
    (tmp_path / "graph" / "graph.json").write_text(json.dumps(told))
    bare = report(read(made), str(tmp_path / "graph"), out=tmp_path / "bare.html")
    assert not bare.rows
    for page in opening(chromium, bare.file):
        page.keyboard.press("j")
        page.locator("tr[data-row]").first.wait_for()
        assert page.locator(".column").count() > 0
        assert page.locator(".cell").count() == 0


def test_a_set_of_another_graph_is_refused(made: Path, dozen: Path, records, tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text(line({**records[0], "graph": "sha256:0"}))
    with pytest.raises(QuestionError, match=r"questions.jsonl:1: was made from another graph"):
        report(read(tmp_path), str(dozen / "graph"), out=tmp_path / "report.html")
    assert not (tmp_path / "report.html").exists()


def test_texts_that_look_like_markup_stay_texts(chromium: Browser, dozen: Path, records, tmp_path: Path) -> None:
    nasty = (
        "</script><script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\"> & \u2028 ?"
    )
    record = {**records[0], "question": nasty, "browser": "javascript:document.title='taken'"}
    (tmp_path / "questions.jsonl").write_text(line(record))
    write_manifest(tmp_path, {"kgqa": nasty, "patterns": {nasty: {"refused": {nasty: 3}}}})
    made = report(read(tmp_path), str(dozen / "graph"), out=tmp_path / "report.html")
    for page in opening(chromium, made.file):
        page.keyboard.press("j")
        page.locator("#asked").get_by_text("</script><script>").wait_for()
        assert page.locator("#asked").evaluate("e => e.textContent") == nasty
        assert page.locator("a.button").count() == 0
        assert "taken" not in page.title()


def test_libraries_are_the_published_files_and_their_licences_lie_beside_them() -> None:
    told = (ASSETS / "vendor" / "README.md").read_text()
    for script in (ASSETS / "vendor").glob("*.js"):
        assert f"`{hashlib.sha256(script.read_bytes()).hexdigest()}`" in told, script.name
        assert (ASSETS / "vendor" / f"LICENSE.{script.name.split('.')[0]}").is_file()
        assert "</script" not in script.read_text()


def test_only_the_scripts_of_the_page_may_run() -> None:
    text = pack.page("t", {"id": []}, [])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert len(hashes) == 2
    assert all(name in scripts[1] for name in ("Mike Bostock", "Observable, Inc.", "Chris Pettitt"))
    assert f"default-src 'none'; script-src 'sha256-{hashes[0]}' 'sha256-{hashes[1]}';" in policy


def test_what_is_packed_is_what_was_given() -> None:
    value = {"a": ["é", "</script>", None, 1.5]}
    assert json.loads(zlib.decompress(base64.b64decode(pack.packed(value)))) == value


def test_a_twin_says_why_it_has_no_answer_and_steps_and_evidence_are_shown_where_they_are_known(
    chromium: Browser, dozen: Path, records, tmp_path: Path
) -> None:
    record = next(r for r in records if r["pattern"] == "order_for_coded_diagnosis")
    nothing = {"paths": [], "absent": [], "evidence": [], "links": [], "knowledge": [], "chance": None}
    proofs = {name: True if name == "replayed" else None for name in record["proofs"]}
    twin = {**record, **nothing, "id": "q-2", "answerable": False, "reason": "false premise", "proofs": proofs}
    twin |= {"answer": {**record["answer"], "values": []}, "twin_of": record["id"], "swapped": "order"}
    steps = [{"question": "What does it treat?", "answer": {"label": "Concept", "id": "C1", "name": "a cause <b>"}}]
    rows = [{"table": "PRESCRIPTIONS", "row_id": 7}]
    told = {**record, "steps": steps, "evidence_question": {"question": "Which entries show it?", "rows": rows}}
    (tmp_path / "questions.jsonl").write_text(line(told) + line(twin))
    made = report(read(tmp_path), str(dozen / "graph"), out=tmp_path / "report.html")
    for page in opening(chromium, made.file):
        page.keyboard.press("j")
        page.get_by_text("→ a cause <b>").wait_for()
        assert page.get_by_text("→ PRESCRIPTIONS 7").is_visible()
        page.keyboard.press("j")
        page.locator(".answer.none").get_by_text("false premise").wait_for()
        assert page.locator(".drawing").count() == 0
        assert page.locator(".proofs .fails").count() == 0
        page.locator(".answer.none a").click()
        page.get_by_text("→ a cause <b>").wait_for()
