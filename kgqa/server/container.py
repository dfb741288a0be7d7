"""The server in a container: docker/compose.yaml run by Docker or Podman, one project name a folder."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess

from kgqa.errors import GraphError
from kgqa.files import share
from kgqa.server.home import USER, Home, Record, write_private

_ENGINES = ("docker", "podman")
_ANSWER_SECONDS = 10


def engine() -> str | None:
    """Return the container engine that answers and has compose, or None."""
    for name in _ENGINES:
        if shutil.which(name) and all(_answers(name, *question) for question in (("info",), ("compose", "version"))):
            return name
    return None


def _answers(*command: str) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_ANSWER_SECONDS)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def up(home: Home, record: Record, heap: str, page_cache: str) -> None:
    """Start the container and wait until it is healthy."""
    write_private(home.path / "auth", f"{USER}/{home.password()}")
    _compose(home, record, "up", "--detach", "--wait", KGQA_HEAP=heap, KGQA_PAGE_CACHE=page_cache)


def down(home: Home, record: Record) -> None:
    """Remove the container; the data stay."""
    _compose(home, record, "down")


def running(home: Home, record: Record) -> bool:
    """Say whether the container runs."""
    return bool(_compose(home, record, "ps", "--quiet", "--status", "running").strip())


def logs(home: Home, record: Record) -> list[str]:
    """Return what the server said."""
    return _compose(home, record, "logs", "--no-color", "--no-log-prefix").splitlines()


def _compose(home: Home, record: Record, *arguments: str, **more: str) -> str:
    project = "kgqa-" + hashlib.sha256(str(home.path).encode()).hexdigest()[:12]
    command = [record.how, "compose", "--file", str(share("docker") / "compose.yaml"), "--project-name", project]
    environment = {
        **os.environ,
        "KGQA_AUTH_FILE": str(home.path / "auth"),
        "KGQA_DATA": str(home.path / "data"),
        "KGQA_BOLT_PORT": str(record.bolt_port),
        "KGQA_HTTP_PORT": str(record.http_port),
        **({"KGQA_NEO4J_VERSION": record.version} if record.version else {}),
        **more,
    }
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if done.returncode:
        said = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise GraphError(f"{record.how} compose {arguments[0]}: {said[-1] if said else 'failed without a reason'}")
    return done.stdout
