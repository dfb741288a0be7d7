"""The report's size, and how long a browser takes from opening the file to the first list, at 1,000 and 10,000 questions.

    python bench/report.py [QUESTIONS GRAPH] [--pictures FOLDER]

Without arguments the open demo is loaded and asked all families first. The questions are drawn by their ids, which are
hashes. Times are the page's own clock, from the start of the navigation: median of five openings in a fresh profile of
headless Chromium, without a network. --pictures keeps screenshots.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from kgqa.files import share
from kgqa.generate import Options, chosen, generate
from kgqa.load import build
from kgqa.opening import opened
from kgqa.question.record import line
from kgqa.question.store import MANIFEST, PATTERNS, QuestionSet, read
from kgqa.report.write import report

SIZES = (1_000, 10_000)
OPENINGS = 5
# name, colour scheme, width, question shown
PICTURES = (
    ("overview-light", "light", 1440, False),
    ("overview-dark", "dark", 1440, False),
    ("question-light", "light", 1440, True),
    ("question-dark", "dark", 1440, True),
    ("question-narrow", "light", 420, True),
)


def main() -> None:
    words = sys.argv[1:]
    pictures = Path(words[words.index("--pictures") + 1]) if "--pictures" in words else None
    given = [Path(word) for word in words if not word.startswith("--") and Path(word) != pictures]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        questions, graph = given or demo(folder)
        with sync_playwright() as playwright:
            place = os.environ.get("KGQA_CHROMIUM", "/usr/bin/chromium")
            browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
            for size in SIZES:
                drawn = draw(read(questions), size, folder / str(size))
                began = time.perf_counter()
                written = report(read(drawn), str(graph), out=folder / f"{size}.html")
                took = time.perf_counter() - began
                listed, ready = times(browser, written.file)
                print(
                    f"{written.questions:>6,} questions: {written.bytes / 1e6:.1f} MB, written in {took:.0f} s; "
                    f"first list after {listed / 1000:.2f} s, plots after {ready / 1000:.2f} s"
                )
            if pictures:
                take(browser, folder / f"{SIZES[0]}.html", pictures)
            browser.close()


def demo(folder: Path) -> tuple[Path, Path]:
    build.load(share("data") / "mimic-iii-demo", folder / "graph", knowledge=share("data") / "knowledge")
    with opened(str(folder / "graph")) as at_hand:
        generate(at_hand, chosen(share("cypher") / "questions", [], []), options=Options(), out=folder / "questions")
    return folder / "questions", folder / "graph"


def draw(questions: QuestionSet, size: int, to: Path) -> Path:
    """Keep those with the least ids, and what lies beside the questions."""
    (to / PATTERNS).mkdir(parents=True)
    records = [record for _, record in questions.records()]
    if len(records) < size:
        sys.exit(f"{questions.file}: holds {len(records)} questions, fewer than {size}")
    kept = {record["id"] for record in sorted(records, key=lambda record: str(record["id"]))[:size]}
    (to / "questions.jsonl").write_text("".join(line(record) for record in records if record["id"] in kept))
    (to / MANIFEST).write_text((questions.path / MANIFEST).read_text())
    for file in (questions.path / PATTERNS).rglob("*.cypher"):
        beside = to / file.relative_to(questions.path)
        beside.parent.mkdir(exist_ok=True)
        beside.write_text(file.read_text())
    return to


def shown(browser: Browser, file: Path, scheme: str = "light", width: int = 1440) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_offline(True)
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(file.as_uri())
    page.locator("html[data-ready]").wait_for(state="attached")
    return page


def times(browser: Browser, file: Path) -> tuple[float, float]:
    found = []
    for _ in range(OPENINGS):
        page = shown(browser, file)
        told = page.evaluate("({ ...document.documentElement.dataset })")
        found.append((float(told["listed"]), float(told["ready"])))
        page.context.close()
    return statistics.median(listed for listed, _ in found), statistics.median(ready for _, ready in found)


def take(browser: Browser, file: Path, to: Path) -> None:
    to.mkdir(parents=True, exist_ok=True)
    for name, scheme, width, question in PICTURES:
        page = shown(browser, file, scheme, width)
        if question:
            page.locator("#filters [data-facet=pattern]").select_option(index=1)
            page.locator("#rows .row").first.click()
            page.locator(".drawing").wait_for()
        page.wait_for_timeout(500)
        page.screenshot(path=to / f"{name}.png")
        page.context.close()


if __name__ == "__main__":
    main()
