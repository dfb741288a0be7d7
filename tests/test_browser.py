"""Neo4j Browser, in a real one without a window: links, log-in, the drawn proof, the style and the guide."""

import html
import re
from pathlib import Path as File
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import TimeoutError as NothingDrawn

from kgqa.browser import link_of, open_link
from kgqa.errors import GraphError, QuestionError
from kgqa.files import share
from kgqa.graph.push import push
from kgqa.model import NodeRef, Path, Step
from kgqa.question.cypher import link
from kgqa.schema import read_schema
from kgqa.server import serve
from kgqa.server.home import find_home
from kgqa.server.pages import guide
from tests.small_graph import small_graph

pytestmark = pytest.mark.xdist_group("neo4j")
KEPT = File(__file__).parent.parent / "build" / "browser"
PATIENT, ADMISSION, LAB = NodeRef("Patient", 1), NodeRef("Admission", 10), NodeRef("LabEvent", 0)
FIRST, SECOND = NodeRef("Concept", "C1"), NodeRef("Concept", "C2")
PROOF = [
    Path(
        (PATIENT, ADMISSION, LAB, FIRST),
        (Step(0, "HAD_ADMISSION", 1), Step(1, "HAD_LAB_EVENT", 2), Step(2, "REFERS_TO", 3)),
    ),
    Path((FIRST, SECOND), (Step(0, "ISA", 1),)),
]


@pytest.fixture(scope="module")
def filled(neo4j_server, tmp_path_factory):
    KEPT.mkdir(parents=True, exist_ok=True)
    neo4j_server.empty()
    graph = small_graph(tmp_path_factory.mktemp("browser") / "graph")
    push(graph, neo4j_server.bolt, password=neo4j_server.password)
    return neo4j_server


def page_of(chromium, server, address, scheme="light"):
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(120_000)
    here = urlsplit(server.browser).hostname
    page.route(
        "**/*", lambda route: route.continue_() if urlsplit(route.request.url).hostname == here else route.abort()
    )
    page.goto(address)
    page.fill("[data-testid=username]", server.user)
    page.fill("[data-testid=password]", server.password)
    page.click("[data-testid=connect]")
    page.wait_for_selector("[data-testid=disconnectedBanner]", state="detached")
    page.get_by_text("kgqa.grass").first.wait_for()  # what the server asks Browser to do on connecting
    page.get_by_text("autoComplete: false").first.wait_for()
    return page


def drawing_of(chromium, server, address, scheme):
    """Open a link, run its text and wait for the drawing; on a busy machine Browser has once lost the first click on Run."""
    for attempt in range(3):
        page = page_of(chromium, server, address, scheme)
        assert page.locator("g.node").count() == 0  # a link fills the editor and runs nothing
        page.click("[data-testid=editor-Run]")
        try:
            page.wait_for_selector("g.relationship", timeout=60_000)
        except NothingDrawn:
            page.screenshot(path=KEPT / f"nothing-drawn-{scheme}-{attempt}.png")
            page.context.close()
        else:
            return page
    raise AssertionError(f"Browser drew nothing in three attempts; screenshots in {KEPT}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_link_draws_the_nodes_and_edges_of_the_proof_and_no_others(chromium, filled, scheme):
    address = link_of({"browser": link(PROOF)}, filled.home)
    assert f"dbms=bolt://neo4j@127.0.0.1:{urlsplit(filled.bolt).port}" in address
    page = drawing_of(chromium, filled, address, scheme)
    page.wait_for_function("document.querySelectorAll('g.node').length === 5")
    page.wait_for_timeout(3_000)  # the drawing settles, and edges nobody asked for would have come
    assert page.locator("g.node").count() == 5
    # C1 is a kind of itself in this graph: Browser would draw that edge if it joined what it shows.
    assert page.locator("g.relationship").count() == 4
    drawn = page.locator("g.node").all_text_contents()
    assert any("patient 1" in text for text in drawn)
    colours = {circle.get_attribute("fill") for circle in page.locator("g.node circle.b-outline").all()}
    assert len(colours) == 4  # Patient, Admission, LabEvent and Concept are told apart
    page.screenshot(path=KEPT / f"proof-{scheme}.png")
    page.context.close()


def test_the_guide_opens_in_browser(chromium, filled):
    page = page_of(chromium, filled, filled.browser)
    page.locator(".view-lines, [data-testid=activeEditor]").first.click()
    page.keyboard.type(guide(urlsplit(filled.browser).port))
    page.keyboard.press("Control+Enter")
    page.get_by_text("One step per page").wait_for()
    page.screenshot(path=KEPT / "guide.png")
    page.context.close()


def explorations():
    text = (share("docker") / "browser" / "guide.html").read_text()
    return [html.unescape(found) for found in re.findall(r'code runnable">(.*?)</pre>', text, re.DOTALL)]


@pytest.mark.parametrize("text", explorations())
def test_every_exploration_of_the_guide_is_a_text_that_the_server_takes(filled, text):
    with filled.driver() as driver:
        driver.execute_query(text if text.startswith("CALL") else f"EXPLAIN {text}")
    schema = read_schema()
    assert set(re.findall(r"\(\w*:(\w+)", text)) <= set(schema.labels)
    assert {kind for group in re.findall(r"\[\w*:([A-Z_|]+)", text) for kind in group.split("|")} <= set(schema.edges)
    properties = {name for label in schema.labels.values() for name in label.properties} | {"id", "sources", "reviewed"}
    properties |= {name for kind in schema.edges.values() for name in kind.properties} | {"schema"}  # db.schema
    assert set(re.findall(r"\b[a-z]\w*\.(\w+)", text)) <= properties


def test_there_are_ten_explorations():
    assert len(explorations()) == 11  # and the drawn map


def test_the_style_has_every_label_and_names_it():
    style = (share("docker") / "browser" / "style.grass").read_text()
    for label in read_schema().labels:
        rule = re.search(rf"node\.{label} \{{(.*?)\n\}}", style, re.DOTALL)
        assert rule, label
        assert 'caption: "{name}"' in rule[1]
    assert set(re.findall(r"relationship\.(\w+)", style)) <= set(read_schema().edges)


def test_ids_with_signs_that_browser_cuts_at_arrive_whole():
    strange = 'x&y#z "q" é'
    address = link([Path((NodeRef("Concept", strange),), ())])
    (text,) = parse_qs(urlsplit(address).query)["arg"]
    assert "&" not in text
    assert "#" not in text
    assert "\\u0026" in text
    assert "\\u0023" in text


def test_a_long_proof_falls_back_to_ids_and_a_longer_one_to_nothing():
    def paths(count):
        return [Path((ADMISSION, NodeRef("LabEvent", 10**6 + i)), (Step(0, "HAD_LAB_EVENT", 1),)) for i in range(count)]

    assert "p1%20%3D" in link(paths(50))
    assert len(link(paths(50))) < 16_000
    assert "n.id%20IN" in link(paths(400))
    assert link(paths(5_000)) is None
    with pytest.raises(QuestionError, match="too large for a link"):
        link_of({"id": "q-1", "browser": None})


def test_without_a_server_of_its_own_a_link_goes_to_the_usual_ports(tmp_path):
    assert link_of({"browser": link(PROOF)}, tmp_path) == link(PROOF)
    assert link(PROOF).startswith("http://127.0.0.1:7474/browser/?dbms=bolt://neo4j@127.0.0.1:7687&")


def test_no_web_browser_is_one_line_with_the_link(monkeypatch):
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    with pytest.raises(GraphError, match="open this on your own machine: http://x"):
        open_link("http://x")


def test_the_pages_lie_in_a_copy_of_the_jar_in_the_servers_folder(neo4j_server):
    assert serve.running(find_home(neo4j_server.home))
    assert (neo4j_server.home / "run" / "browser.jar").is_file()
