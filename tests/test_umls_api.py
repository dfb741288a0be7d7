"""Look-ups against a real server on loopback that answers as the service's documentation says."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlparse

import pytest

from kgqa.errors import SourceError, UsageError
from kgqa.load.umls_api import Lookup, Match, connect

KEY = "a-secret-key"


class Service(BaseHTTPRequestHandler):
    answers: ClassVar[list] = []
    seen: ClassVar[list] = []

    def do_GET(self):
        query = {name: values[0] for name, values in parse_qs(urlparse(self.path).query).items()}
        Service.seen.append(query)
        status, body = Service.answers.pop(0) if Service.answers else (200, found())
        if query.get("apiKey") != KEY:
            status, body = 401, b'{"error": "invalid key"}'
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def found(*rows):
    results = [{"ui": ui, "name": name, "rootSource": source, "uri": ""} for ui, name, source in rows]
    return json.dumps(
        {"pageSize": 25, "pageNumber": 1, "result": {"classType": "searchResults", "results": results}}
    ).encode()


@pytest.fixture
def service(monkeypatch):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Service.answers, Service.seen = [], []
    monkeypatch.setenv("UMLS_API_KEY", KEY)
    monkeypatch.setenv("KGQA_UMLS_URL", f"http://127.0.0.1:{server.server_port}")
    yield Service
    server.shutdown()
    server.server_close()


class Clock:
    def __init__(self):
        self.time, self.slept = 1000.0, []

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


def lookup(tmp_path, client=None):
    clock = Clock()
    return Lookup(client or connect(), tmp_path, clock.now, clock.sleep), clock


def test_a_code_gives_its_concept(service, tmp_path):
    service.answers = [(200, found(("C0000001", "Invented failure", "ICD9CM")))]
    look, _ = lookup(tmp_path)
    assert look.code("ICD9CM", "999.9") == (Match("C0000001", "Invented failure", "ICD9CM"),)
    asked = service.seen[0]
    assert (asked["string"], asked["inputType"], asked["sabs"], asked["searchType"]) == (
        "999.9",
        "sourceUi",
        "ICD9CM",
        "exact",
    )


def test_the_service_says_none_and_404_for_no_match(service, tmp_path):
    service.answers = [(200, found(("NONE", "NO RESULTS", ""))), (404, b"{}")]
    look, _ = lookup(tmp_path)
    assert look.name("nothing") == ()
    assert look.name("nothing else") == ()


def test_an_answer_is_asked_for_once(service, tmp_path):
    service.answers = [(200, found(("C0000001", "one", "MSH")))]
    look, _ = lookup(tmp_path)
    again, _ = lookup(tmp_path)
    again.now = lambda: (tmp_path / next(tmp_path.iterdir()).name).stat().st_mtime + 10
    assert look.name("one") == again.name("one") != ()
    assert len(service.seen) == 1
    again.now = lambda: (tmp_path / next(tmp_path.iterdir()).name).stat().st_mtime + 25 * 3600
    assert again.name("one") == ()  # a day old: asked again
    assert len(service.seen) == 2


def test_no_more_than_twenty_requests_a_second(service, tmp_path):
    look, clock = lookup(tmp_path)
    start = clock.time
    for number in range(41):
        look.name(f"name {number}")
    assert clock.time - start == pytest.approx(2.0)


def test_a_busy_service_is_asked_again_later(service, tmp_path):
    service.answers = [(429, b"{}"), (503, b"{}"), (200, found(("C0000001", "one", "MSH")))]
    look, clock = lookup(tmp_path)
    assert look.name("one") != ()
    assert [seconds for seconds in clock.slept if seconds >= 1] == [1.0, 2.0]


@pytest.mark.parametrize(
    ("answers", "kind", "says"),
    [
        ([(429, b"{}")] * 4, SourceError, "busy"),
        ([(200, b"<html>")], SourceError, "not JSON"),
        ([(418, b"{}")], SourceError, "answered 418"),
    ],
)
def test_each_fault_is_one_line_without_the_key(service, tmp_path, answers, kind, says):
    service.answers = answers
    look, _ = lookup(tmp_path)
    with pytest.raises(kind, match=says) as error:
        look.name("one")
    assert KEY not in str(error.value)
    assert list(tmp_path.iterdir()) == []  # nothing kept of a failure


def test_a_wrong_key_is_named_as_such(service, tmp_path, monkeypatch):
    monkeypatch.setenv("UMLS_API_KEY", "wrong")
    look, _ = lookup(tmp_path)
    with pytest.raises(SourceError, match="refused UMLS_API_KEY") as error:
        look.name("one")
    assert "wrong" not in str(error.value)


def test_no_key_and_no_network_say_what_to_do(tmp_path, monkeypatch):
    monkeypatch.delenv("UMLS_API_KEY", raising=False)
    with pytest.raises(UsageError, match="UMLS_API_KEY is not set"):
        connect()
    monkeypatch.setenv("UMLS_API_KEY", KEY)
    monkeypatch.setenv("KGQA_UMLS_URL", "http://127.0.0.1:9")
    look, _ = lookup(tmp_path)
    with pytest.raises(SourceError, match="cannot be reached"):
        look.name("one")


class Other:
    """An object of the shape of pyumls: search(query, input_type=…) answering a result with `results`."""

    def search(self, query, input_type="atom", search_type="words", **kwargs):
        assert (input_type, search_type, kwargs) == ("sourceUi", "exact", {"sabs": "ICD9CM"})
        return {"results": [{"ui": "C0000002", "name": query, "rootSource": "ICD9CM"}]}


def test_another_client_of_the_same_shape_does(tmp_path):
    look, _ = lookup(tmp_path, Other())
    assert look.code("ICD9CM", "1.2") == (Match("C0000002", "1.2", "ICD9CM"),)
