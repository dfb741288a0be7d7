"""The server as a process: start it detached, know it again by pid and start time, stop it, and read why it died."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

from kgqa.errors import GraphError, UsageError

# Bolt's opening: the magic, then four versions offered; whoever speaks Bolt answers with the one it takes.
_HANDSHAKE = bytes.fromhex("6060b017 00000405 00000404 00000304 00000004")
_KILL_AFTER_SECONDS = 60.0

# Lines that Java and neo4j-admin end with when the reason stands above.
_NO_REASON = (
    "Run with '--verbose'",
    "Error: Could not create the Java Virtual Machine",
    "Error: A fatal exception has occurred",
    "Error occurred during initialization of VM",
)

_ABOUT_SETTING = re.compile(r"\bvalue for setting '|\bsetting with name: ")
_JAVA_NAME = re.compile(r'^(Exception in thread "[^"]*" )?([\w$]+\.)+[\w$]+: ')


def spawn(command: list[str], folder: Path, log: Path) -> int:
    """Start `command` in a session of its own, so that it outlives this one, and return its pid."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(log), flags, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    environment = {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    return os.posix_spawn(command[0], command, environment, file_actions=actions, setsid=True)


def started(pid: int) -> str:
    """Return a mark of when process `pid` began, empty where it does not run; no two processes of one pid share it."""
    with contextlib.suppress(ChildProcessError, OSError):
        os.waitpid(pid, os.WNOHANG)  # a dead child of this very process would stay a zombie and look alive
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except ProcessLookupError:
        return ""
    except FileNotFoundError:
        if Path("/proc/self").exists():
            return ""
        asked = ["ps", "-o", "lstart=", "-p", str(pid)]
        return subprocess.run(  # noqa: S603
            asked, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
        ).stdout.strip()
    # A process that ends is a zombie before its last threads are gone, and until then its ports and files are taken.
    gone = after_name[0] == "Z" and int(after_name[17]) <= 1
    return "" if gone else f"{boot} {after_name[19]}"


def stop(pid: int, mark: str) -> None:
    """Stop the process that `started` marked so: politely, after a minute by force; another of its pid is safe."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if started(pid) != mark:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)
        until = time.monotonic() + _KILL_AFTER_SECONDS
        while time.monotonic() < until and started(pid) == mark:
            time.sleep(0.05)


def check_free(port: int, flag: str) -> None:
    """Refuse a loopback port that something listens on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise UsageError(
                f"port {port}: {error.strerror}; stop what listens there or give another with {flag}"
            ) from None


def answers_bolt(port: int) -> bool:
    """Say whether a Bolt server answers on the loopback port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as line:
            line.sendall(_HANDSHAKE)
            return len(line.recv(4)) > 0
    except OSError:
        return False


def answers_http(port: int) -> bool:
    """Say whether anything answers on the loopback port."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def wait_ready(pid: int, mark: str, ports: tuple[int, int], log: Path, seconds: float) -> None:
    """Wait until Bolt and HTTP answer; a server that dies or stays silent raises with the last reason in its log."""
    until = time.monotonic() + seconds
    bolt, http = ports
    while not (answers_bolt(bolt) and answers_http(http)):
        if started(pid) != mark:
            raise GraphError(f"the server died while starting: {last_reason(log)} (all of it: {log})")
        if time.monotonic() > until:
            raise GraphError(
                f"the server had not answered after {seconds:.0f} s: {last_reason(log)} (all of it: {log})"
            )
        time.sleep(0.1)


def last_reason(log: Path) -> str:
    """Return the line of a log that tells why: a wrong setting, the innermost cause, the last error, the last line."""
    try:
        lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    except OSError:
        lines = []
    if "USAGE" in lines:  # neo4j-admin says what is wrong, and then all of its manual
        lines = lines[: lines.index("USAGE")]
    lines = [line for line in lines if not line.startswith((*_NO_REASON, "at "))]
    settings = [line for line in lines if _ABOUT_SETTING.search(line)]
    causes = [line.removeprefix("Caused by: ") for line in lines if line.startswith("Caused by: ")]
    errors = [line for line in lines if re.search(r"\bERROR\b|\bError\b|Exception", line)]
    told = settings or causes or errors or lines
    return _JAVA_NAME.sub("", told[-1]).rstrip(".") if told else "its log is empty"
