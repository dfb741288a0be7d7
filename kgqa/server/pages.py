"""The style and the guide that the server shows in Neo4j Browser.

Browser takes a style only from a host that it trusts, so the server itself serves both: from a copy of Browser's jar
in the server's own folder, which holds them beside Browser's pages.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

from kgqa.files import share
from kgqa.server.home import Home

_SERVED = {"kgqa.grass": "style.grass", "kgqa.html": "guide.html"}


def with_pages(class_path: str, home: Home) -> str:
    """Return the class path with Browser's jar exchanged for a copy that also holds kgqa's pages."""
    jars = class_path.split(os.pathsep)
    browser = next((jar for jar in jars if Path(jar).name.startswith("neo4j-browser")), None)
    if browser is None:
        return class_path
    copy = home.path / "run" / "browser.jar"
    shutil.copyfile(browser, copy)
    with zipfile.ZipFile(copy, "a") as archive:
        for served, file in _SERVED.items():
            archive.write(share("docker") / "browser" / file, f"browser/{served}")
    return os.pathsep.join(str(copy) if jar == browser else jar for jar in jars)


def on_connecting(http_port: int) -> str:
    """Return the commands that Browser runs on connecting: take the style, and draw no edge that was not asked for."""
    return f"style http://127.0.0.1:{http_port}/browser/kgqa.grass; config autoComplete: false"


def guide(http_port: int) -> str:
    """Return the command that opens the guide in Browser."""
    return f":play http://127.0.0.1:{http_port}/browser/kgqa.html"
