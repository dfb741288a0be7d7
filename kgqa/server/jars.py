"""Java and the server's jars: the class path that Maven resolves from docker/pom.xml, kept for the next start."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

from kgqa.errors import GraphError, UsageError
from kgqa.files import share

_FETCH_SECONDS = 1800
_OLDEST = (5, 26)
_ENTRY = "META-INF/services/org.neo4j.server.startup.EntryPoint"


@dataclass(frozen=True, slots=True)
class Runtime:
    """A Java that can run the server of `version`, and the class path of that server."""

    java: Path
    class_path: str
    version: str

    def command(self, main: str, *arguments: str, options: tuple[str, ...] = ()) -> list[str]:
        """Return the command line that runs class `main`."""
        return [str(self.java), *OPENS, *options, "-cp", self.class_path, main, *arguments]

    def server(self) -> str:
        """Return the class that runs the server, as its jar names it: 2026.09 calls it otherwise than 5.26."""
        jars = [jar for jar in self.class_path.split(os.pathsep) if Path(jar).name == f"neo4j-{self.version}.jar"]
        try:
            with zipfile.ZipFile(jars[0]) as jar:
                return jar.read(_ENTRY).decode().split()[0]
        except (IndexError, KeyError, OSError, zipfile.BadZipFile):
            raise GraphError(
                f"Neo4j {self.version}: its jar does not say how it is started; take another --version"
            ) from None


# What the server's own launcher passes: without them it cannot unmap its page cache.
OPENS = tuple(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch"))


def runtime(version: str | None = None) -> Runtime:
    """Return Java and the jars of Neo4j `version` (without one: of docker/pom.xml), fetched where they are missing.

    Neo4j 5 needs Java 17 or later, the calendar versions (2025 and after) Java 21 or later.
    """
    pom = share("docker") / "pom.xml"
    wanted = version or _pinned(pom)
    found = re.match(r"(\d+)\.(\d+)\.", wanted)
    if not found or (int(found[1]), int(found[2])) < _OLDEST:
        raise UsageError(f"--version {wanted}: is not supported; kgqa takes Neo4j 5.26 or later, such as 2026.09.0")
    needed = 17 if found[1] == "5" else 21
    return Runtime(_java(needed, wanted), _class_path(pom, wanted), wanted)


def _pinned(pom: Path) -> str:
    found = re.search(r"<neo4j.version>(.+?)</neo4j.version>", pom.read_text())
    if not found:
        raise GraphError(f"{pom}: no neo4j.version; install kgqa again")
    return found[1]


def _java(needed: int, version: str) -> Path:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")
    remedy = f"install Java {needed} (Debian: apt-get install openjdk-{needed}-jre-headless), or set JAVA_HOME to one"
    if not found:
        raise GraphError(
            f"Neo4j {version} needs Java {needed}, and there is none {f'in {home}' if home else 'here'}; {remedy}"
        )
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
    at_hand = re.search(r'version "(?:1\.)?(\d+)', said)
    if not at_hand or int(at_hand[1]) < needed:
        has = f"is Java {at_hand[1]}" if at_hand else "does not say its version"
        raise GraphError(f"Neo4j {version} needs Java {needed} or later, and {found} {has}; {remedy}")
    return Path(found)


def _class_path(pom: Path, version: str) -> str:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kgqa"
    kept = cache / f"neo4j-{version}-{hashlib.sha256(pom.read_bytes()).hexdigest()[:12]}.classpath"
    if kept.is_file() and all(Path(jar).is_file() for jar in kept.read_text().split(os.pathsep)):
        return kept.read_text()
    maven = shutil.which("mvn")
    if not maven:
        raise GraphError(
            "no container engine answers and Maven is not here; install one (Debian: apt-get install maven)"
        )
    cache.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(f".{os.getpid()}")
    command = [maven, "-B", "-q", "-f", str(pom), f"-Dneo4j.version={version}", "dependency:build-classpath"]
    try:
        done = subprocess.run(  # noqa: S603
            [*command, f"-Dmdep.outputFile={fresh}"],
            capture_output=True,
            text=True,
            check=False,
            timeout=_FETCH_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise GraphError(
            f"Maven had not fetched Neo4j {version} after {_FETCH_SECONDS} s; run again, it goes on"
        ) from None
    if done.returncode or not fresh.is_file():
        said = re.findall(r"\[ERROR\] (\S.*)", done.stdout + done.stderr)  # the first may follow codes of colour
        reason = said[0] if said else "it gave no reason"
        raise GraphError(f"Maven could not fetch Neo4j {version}: {reason}")
    fresh.replace(kept)
    return kept.read_text()
