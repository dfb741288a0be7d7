"""Look up a handful of names and codes in the UMLS over its REST service: slowly, once, and never a note.

At most 20 requests a second an address and answers kept for a day, as the service's terms of use ask. The client is
umls-python-client; an object with the methods of the package pyumls (`search(query, input_type=…)`) does as well.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import httpx
from umls_python_client import TypedUMLSClient
from umls_python_client.errors import UMLSDecodeError, UMLSHTTPError, UMLSRequestError

from kgqa.errors import SourceError, UsageError

_PER_SECOND = 20
_KEEP_SECONDS = 24 * 3600
_PATIENCE = 4
_BUSY = frozenset({429, 500, 502, 503, 504})
_NOT_FOUND = 404
_KEY_REFUSED = frozenset({401, 403})


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A concept that the service gives for a name or code."""

    cui: str
    name: str
    vocabulary: str


class Searcher(Protocol):
    """What is needed of a client; the package pyumls has this method."""

    def search(self, query: str, **options: Any) -> Any:
        """Search the current release; options are input_type, search_type, sabs and page_size."""


class _Client:
    """umls-python-client behind the method of `Searcher`."""

    def __init__(self, key: str) -> None:
        # KGQA_UMLS_URL: a mirror, or the server of a test.
        base = os.environ.get("KGQA_UMLS_URL", "https://uts-ws.nlm.nih.gov/rest")
        http = httpx.Client(base_url=base, timeout=30)
        self._client = TypedUMLSClient(api_key=key, retries=0, http_client=http)

    def search(self, query: str, **options: Any) -> Any:
        return self._client.search_api.search(query, **options).result


def connect() -> Searcher:
    """Open the service with the key in UMLS_API_KEY; UsageError where it is not set."""
    key = os.environ.get("UMLS_API_KEY", "").strip()
    if not key:
        raise UsageError("UMLS_API_KEY is not set; take a key from your UTS profile and export it")
    return _Client(key)


def open_service() -> Lookup:
    """Open the service with its cache and ask it for one code, so that a wrong key shows before any work is done."""
    service = Lookup(connect(), cache_folder())
    service.code("ICD9CM", "250.00")
    return service


def cache_folder() -> Path:
    """Return where answers are kept: $XDG_CACHE_HOME/kgqa/umls, by default under ~/.cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kgqa" / "umls"


@dataclass(slots=True)
class Lookup:
    """Exact look-ups with a rate limit and a cache on disk."""

    client: Searcher
    cache: Path
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    requests: int = 0
    _next: float = field(default=0.0, init=False)

    def name(self, name: str, vocabularies: str | None = None) -> tuple[Match, ...]:
        """Return the concepts that have exactly this name, best first as the service orders them."""
        return self._search(name, {"input_type": "atom", "search_type": "exact", "sabs": vocabularies})

    def code(self, vocabulary: str, code: str) -> tuple[Match, ...]:
        """Return the concepts that a vocabulary's code stands in, such as 584.9 of ICD9CM."""
        return self._search(code, {"input_type": "sourceUi", "search_type": "exact", "sabs": vocabulary})

    def _search(self, query: str, options: dict[str, Any]) -> tuple[Match, ...]:
        options = {name: value for name, value in options.items() if value is not None}
        digest = hashlib.sha256(json.dumps([query, options], sort_keys=True).encode()).hexdigest()
        kept = self.cache / f"{digest}.json"
        if kept.is_file() and self.now() - kept.stat().st_mtime < _KEEP_SECONDS:
            return tuple(Match(*row) for row in json.loads(kept.read_text(encoding="utf-8")))
        found = _matches(self._ask(query, options))
        self.cache.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps([[m.cui, m.name, m.vocabulary] for m in found]), encoding="utf-8")
        beside.replace(kept)
        return found

    def _ask(self, query: str, options: dict[str, Any]) -> Any:
        for attempt in range(_PATIENCE):
            self._wait()
            try:
                return self.client.search(query, **options)
            except UMLSHTTPError as error:
                # The error's own text holds the address, and with it the key.
                if error.status_code == _NOT_FOUND:
                    return []
                if error.status_code in _KEY_REFUSED:
                    raise SourceError(
                        "the UMLS service refused UMLS_API_KEY; check the key in your UTS profile"
                    ) from None
                if error.status_code not in _BUSY:
                    raise SourceError(f"the UMLS service answered {error.status_code}; try again later") from None
            except UMLSDecodeError:
                raise SourceError("the UMLS service sent an answer that is not JSON; try again later") from None
            except UMLSRequestError:
                if attempt == _PATIENCE - 1:
                    raise SourceError("the UMLS service cannot be reached; check the network, or load files") from None
            self.sleep(2.0**attempt)
        raise SourceError("the UMLS service is busy (429 or 5xx) after 4 tries; try again later")

    def _wait(self) -> None:
        delay = self._next - self.now()
        if delay > 0:
            self.sleep(delay)
        self._next = max(self.now(), self._next) + 1 / _PER_SECOND
        self.requests += 1


def _matches(result: Any) -> tuple[Match, ...]:
    """Read a client's answer: records or dictionaries, bare or under `results`; the service says NONE for no match."""
    if isinstance(result, dict):
        result = result.get("results", [])
    rows = result if isinstance(result, (list, tuple)) else getattr(result, "results", [])
    found = []
    for row in rows:
        ui, name = _field(row, "ui"), _field(row, "name")
        source = _field(row, "rootSource") or _field(row, "root_source")
        if ui and ui != "NONE":
            found.append(Match(ui, name, source))
    return tuple(found)


def _field(row: Any, name: str) -> str:
    value = row.get(name) if isinstance(row, dict) else getattr(row, name, None)
    return str(value) if value else ""
