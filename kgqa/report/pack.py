"""Packs what a page needs into one HTML file: scripts and styles inline, data compressed and in parts."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

ASSETS = Path(__file__).parent / "assets"
_SCRIPTS = ("page", "data", "filter", "list", "drawing", "question", "marks", "overview", "keys")
_LIBRARIES = ("d3.min", "plot.umd.min", "dagre.min")


def packed(value: object) -> str:
    """Compress a value as JSON (zlib) and write it in base64, which no `</script>` can stand in."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def page(title: str, index: Mapping[str, Any], parts: Sequence[object]) -> str:
    """Compose the page; equal contents give equal bytes.

    The index and the page's own script come first, so that the list can be drawn while the rest is still being read.
    The policy in the page's head allows no request to any address, and no script but these two.
    """
    own, libraries = _scripts("js", _SCRIPTS), _scripts("vendor", _LIBRARIES)
    policy = (
        f"default-src 'none'; script-src {_hash(own)} {_hash(libraries)}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    chunks = "\n".join(
        f'<script type="text/plain" id="part-{number}">{packed(part)}</script>' for number, part in enumerate(parts)
    )
    return Template((ASSETS / "page.html").read_text(encoding="utf-8")).substitute(
        title=html.escape(title),
        policy=policy,
        style=(ASSETS / "page.css").read_text(encoding="utf-8"),
        index=packed(index),
        script=own,
        libraries=libraries,
        parts=chunks,
    )


def _scripts(folder: str, names: Sequence[str]) -> str:
    """Join scripts, each after its licence where one lies beside it."""
    lines: list[str] = []
    for name in names:
        licence = ASSETS / folder / f"LICENSE.{name.partition('.')[0]}"
        lines += ["/*", licence.read_text(encoding="utf-8"), "*/"] if licence.is_file() else []
        lines += (ASSETS / folder / f"{name}.js").read_text(encoding="utf-8").split("\n")
    return "\n" + "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL")) + "\n"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
