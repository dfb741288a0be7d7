"""A connection to a Neo4j server: opened safely, checked, and every failure of it said in one line.

What the server answers may quote a property's value, so of its errors only the code is passed on.
"""

from __future__ import annotations

import ipaddress
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

from kgqa.errors import GraphError, UsageError
from kgqa.server.home import USER, password_for

# Without a handler Python would print the driver's warnings to stderr, beside the one line that is said of them.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

DATABASE = "neo4j"
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_OLDEST = (5, 26)
_RETRY_SECONDS = 5.0
_CONNECT_SECONDS = 5.0

_TOLD = {
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": "the query ran out of its time; set "
    "KGQA_NEO4J_TIMEOUT to more seconds (it is 3600 where nothing is set)",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": "the server is set to read-only; start it without "
    "server.databases.read_only to load a graph",
    "Neo.ClientError.Statement.AccessMode": "the text writes; kgqa only reads",
    "Neo.ClientError.Database.DatabaseNotFound": f"there is no database {DATABASE} on the server",
    "Neo.TransientError.General.DatabaseUnavailable": f"the database {DATABASE} did not start; see the server's log",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": "the server ran out of memory; give it more with --heap",
    "Neo.ClientError.Security.AuthenticationRateLimit": "too many wrong passwords; wait some seconds",
}


@dataclass(frozen=True, slots=True)
class Meta:
    """What a database says of itself in its one :KGQA node."""

    schema_version: int
    fingerprint: str
    complete: bool


def connect(uri: str, *, password: str | None = None, insecure: bool = False) -> neo4j.Driver:
    """Connect to a Neo4j server and check that it answers, knows the password and is not too old.

    Without encryption only this machine is spoken to, unless `insecure`: charts and password would cross the network.
    """
    parts = urlsplit(uri)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise UsageError(f"{uri}: is no address of a Neo4j server; write bolt://HOST:7687 or bolt+s://HOST:7687")
    if parts.username or parts.password:
        raise UsageError(
            f"{parts.scheme}://{parts.hostname}: give the password in KGQA_NEO4J_PASSWORD, not in the address"
        )
    if parts.scheme in ("bolt", "neo4j") and not _is_loopback(parts.hostname) and not insecure:
        raise UsageError(
            f"{uri}: would send the record and the password unencrypted; write {parts.scheme}+s:// or add --insecure"
        )
    with said_in_one_line(uri):
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=(USER, password_for(uri) if password is None else password),
            connection_timeout=_CONNECT_SECONDS,
            max_transaction_retry_time=_RETRY_SECONDS,
            notifications_min_severity="OFF",  # they quote the text, and Python would print them to stderr
            user_agent="kgqa",
        )
    try:
        with said_in_one_line(uri):
            agent = driver.get_server_info().agent
        check_version(uri, agent)
    except BaseException:
        driver.close()
        raise
    return driver


def check_version(uri: str, agent: str) -> None:
    """Refuse a server older than 5.26; the calendar versions (2025 and after) count as newer."""
    found = re.fullmatch(r"Neo4j/(\d+)\.(\d+).*", agent)
    if not found or (int(found[1]), int(found[2])) < _OLDEST:
        raise GraphError(f"{uri}: is {agent}, which is not supported; it takes Neo4j 5.26 or later")


@contextmanager
def said_in_one_line(uri: str) -> Iterator[None]:
    """Turn every error of driver and server into a GraphError that says what to do and quotes no value."""
    try:
        yield
    except AuthError as error:
        told = _TOLD.get(error.code or "", "the password is refused; set KGQA_NEO4J_PASSWORD to the right one")
        raise GraphError(f"{uri}: {told}") from None
    except Neo4jError as error:
        told = _TOLD.get(error.code or "", f"the server refused: {error.code}")
        raise GraphError(f"{uri}: {told}") from None
    except ServiceUnavailable:
        raise GraphError(f"{uri}: no Neo4j answers; start one with `kgqa neo4j up`, or see why it stopped") from None
    except (DriverError, OSError) as error:
        raise GraphError(f"{uri}: the connection failed ({type(error).__name__})") from None


def read_meta(session: neo4j.Session) -> Meta | None:
    """Read the database's :KGQA node, or None where it has none."""
    found = session.run("MATCH (m:KGQA) RETURN m.schema_version, m.fingerprint, m.complete").values()
    if len(found) > 1:
        raise GraphError("the database holds more than one graph of kgqa; push again with --replace")
    return Meta(int(found[0][0] or 0), str(found[0][1]), bool(found[0][2])) if found else None


def quoted(name: str) -> str:
    """Write a label, type or property name into a text; Cypher takes no parameter there."""
    return "`" + name.replace("`", "``") + "`"


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
