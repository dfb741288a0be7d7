"""A proof as a picture: an SVG whose columns are the steps from the first node, in the colours of Neo4j Browser."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from html import escape

import networkx as nx

from kgqa.files import share
from kgqa.interchange.graphs import to_networkx
from kgqa.interchange.proof import Proof

_WIDE, _HIGH, _RADIUS = 230, 135, 44
_HALO = 'paint-order="stroke" stroke="#FFFFFF" stroke-width="4"'  # keeps a line from crossing its own label
_PLAIN = ("#A5ABB6", "#1B2B3A")


def to_svg(proof: Proof) -> str:
    """Draw the proof; a node is captioned by its name, as Neo4j Browser does it with kgqa's style."""
    graph = to_networkx(proof)
    first = next(iter(graph.nodes))
    steps = nx.single_source_shortest_path_length(graph.to_undirected(), first)
    columns: dict[int, list[tuple[str, object]]] = defaultdict(list)
    for node in graph.nodes:
        columns[steps.get(node, 0)].append(node)
    tallest = max(map(len, columns.values()))
    place = {
        node: (_WIDE * (column + 0.5), _HIGH * (row + 0.5 + (tallest - len(nodes)) / 2))
        for column, nodes in columns.items()
        for row, node in enumerate(nodes)
    }
    drawn = [_edge(place[a], place[b], kind) for a, b, kind in graph.edges(keys=True)]
    drawn += [_node(place[node], graph.nodes[node].get("name", node[1]), _colours(node[0])) for node in graph.nodes]
    size = f'width="{_WIDE * (max(columns) + 1)}" height="{_HIGH * tallest}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">{_ARROW}{"".join(drawn)}</svg>'


_ARROW = (
    '<rect width="100%" height="100%" fill="#FFFFFF"/><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" '
    'markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#5B6673"/></marker></defs>'
)


def _edge(start: tuple[float, float], end: tuple[float, float], kind: str) -> str:
    (x, y), (to_x, to_y) = start, end
    far = max(1.0, ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5)
    cut_x, cut_y = (to_x - x) * _RADIUS / far, (to_y - y) * _RADIUS / far  # the line ends at the rims
    line = f'x1="{x + cut_x:.0f}" y1="{y + cut_y:.0f}" x2="{to_x - cut_x:.0f}" y2="{to_y - cut_y:.0f}"'
    label = _text(kind, ((x + to_x) / 2, (y + to_y) / 2 - 5), 9, f'fill="#3F4853" {_HALO}')
    return f'<line {line} stroke="#5B6673" stroke-width="1.5" marker-end="url(#tip)"/>{label}'


def _node(place: tuple[float, float], name: object, colours: tuple[str, str]) -> str:
    x, y = place
    lines = textwrap.wrap(str(name), 14, max_lines=4, placeholder=" …") or [""]
    tops = (y + 12 * (row - (len(lines) - 1) / 2) + 4 for row in range(len(lines)))
    rows = [_text(line, (x, top), 10, f'fill="{colours[1]}"') for line, top in zip(lines, tops, strict=True)]
    title = f"<title>{escape(str(name))}</title>"
    return f'<g><circle cx="{x:.0f}" cy="{y:.0f}" r="{_RADIUS}" fill="{colours[0]}"/>{title}{"".join(rows)}</g>'


def _text(text: str, place: tuple[float, float], size: int, look: str) -> str:
    at = f'x="{place[0]:.0f}" y="{place[1]:.0f}"'
    return f'<text {at} font-size="{size}" text-anchor="middle" {look}>{escape(text)}</text>'


def _colours(label: str) -> tuple[str, str]:
    """Read fill and text of a label off the style that the server gives Browser."""
    style = (share("docker") / "browser" / "style.grass").read_text()
    rule = re.search(rf"^node\.{re.escape(label)} {{(.*?)}}$", style, re.DOTALL | re.MULTILINE)
    found = dict(re.findall(r"([\w-]+): (#\w+);", rule[1])) if rule else {}
    return found.get("color", _PLAIN[0]), found.get("text-color-internal", _PLAIN[1])
