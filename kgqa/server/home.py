"""The folder of one server: its settings, its password, its data, its logs, and the record of who is running it."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kgqa.errors import GraphError, UsageError
from kgqa.files import share

USER = "neo4j"
DEFAULT = Path("neo4j")
_FOLDERS = ("conf", "data", "logs", "run", "import", "licenses", "plugins", "web")


@dataclass(frozen=True, slots=True)
class Record:
    """What runs: `how` is maven or the container engine; `started` tells this process from a later one of its pid."""

    how: str
    version: str
    bolt_port: int
    http_port: int
    java_options: tuple[str, ...] = ()
    pid: int = 0
    started: str = ""

    @property
    def bolt(self) -> str:
        """The address that drivers take."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def browser(self) -> str:
        """The address to look at the graph."""
        return f"http://127.0.0.1:{self.http_port}/browser/"


@dataclass(frozen=True, slots=True)
class Home:
    """One server's folder; `open_home` makes or checks it."""

    path: Path

    @property
    def password_file(self) -> Path:
        """The file with the password; only its owner can read it."""
        return self.path / "password"

    @property
    def console(self) -> Path:
        """What the server says while it starts and stops."""
        return self.path / "logs" / "console.log"

    @property
    def conf(self) -> Path:
        """The server's settings, written anew by every `up`."""
        return self.path / "conf" / "neo4j.conf"

    def password(self) -> str:
        """Read the password."""
        try:
            return self.password_file.read_text().strip()
        except OSError as error:
            raise GraphError(
                f"{self.password_file}: {error.strerror}; give the password in KGQA_NEO4J_PASSWORD"
            ) from None

    def record(self) -> Record | None:
        """Read who was started here, or None."""
        try:
            told = json.loads((self.path / "server.json").read_text())
            return Record(**{**told, "java_options": tuple(told["java_options"])})
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise GraphError(f"{self.path / 'server.json'}: not a record of a server ({error}); remove it") from None

    def remember(self, record: Record) -> None:
        """Write who was started here."""
        beside = self.path / "server.json.new"
        beside.write_text(json.dumps(asdict(record), indent=1) + "\n")
        beside.replace(self.path / "server.json")

    def forget(self) -> None:
        """Remove the record once the server is gone."""
        (self.path / "server.json").unlink(missing_ok=True)

    def write_conf(self, settings: Mapping[str, object]) -> None:
        """Write kgqa's settings and `settings`; a key given twice would stop the server, so the later one stays."""
        given = {key.strip(): value.strip() for key, value in _settings((share("docker") / "neo4j.conf").read_text())}
        given.update({key: str(value) for key, value in settings.items()})
        self.conf.write_text("".join(f"{key}={value}\n" for key, value in given.items()))


def _settings(text: str) -> list[tuple[str, str]]:
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [(key, value) for key, _, value in (line.partition("=") for line in lines)]


def find_home(path: Path) -> Home | None:
    """Return the server's folder at `path`, or None where `up` has made none."""
    return Home(path.resolve()) if (path / "password").is_file() and (path / "conf").is_dir() else None


def open_home(path: Path) -> Home:
    """Return the server's folder at `path`, made with a fresh random password where there is none yet."""
    if home := find_home(path):
        return home
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError(f"{path}: is not empty and holds no server of kgqa; give a new folder with --data")
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o700)  # the data are as private as the record they were made from
    for folder in _FOLDERS:
        (path / folder).mkdir()
    home = Home(path.resolve())
    # Letters and digits only: neo4j-admin takes a password that begins with a hyphen for one of its options.
    write_private(home.password_file, secrets.token_hex(16) + "\n")
    return home


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(text)


def password_for(uri: str) -> str:
    """Find the password for `uri` in KGQA_NEO4J_PASSWORD, NEO4J_PASSWORD, KGQA_NEO4J_PASSWORD_FILE, or ./neo4j."""
    for name in ("KGQA_NEO4J_PASSWORD", "NEO4J_PASSWORD"):
        if password := os.environ.get(name):
            return password
    if file := os.environ.get("KGQA_NEO4J_PASSWORD_FILE"):
        try:
            return Path(file).read_text().strip()
        except OSError as error:
            raise GraphError(
                f"{file}: {error.strerror}; KGQA_NEO4J_PASSWORD_FILE must name a file that can be read"
            ) from None
    home = find_home(DEFAULT)
    if home and (record := home.record()) and record.bolt_port == (urlsplit(uri).port or 7687):
        return home.password()
    raise GraphError(
        f"{uri}: no password; set KGQA_NEO4J_PASSWORD, or KGQA_NEO4J_PASSWORD_FILE to the file that `up` named"
    )
