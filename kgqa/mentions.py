"""The words of mentions, read again from the notes that they stand in.

A mention is right where its span lies in the note and begins and ends with a word; it refers to a concept by name where
these words are a way of writing one of the concept's names. What was concluded from the words around (denied, past, of
the family) is the extractor's judgement and stands in no source row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from functools import cache

from kgqa.graph.protocol import Engine
from kgqa.load.reread import SourceRows
from kgqa.model import EdgeRef, Id, NodeRef
from kgqa.notes.named import meanings, written
from kgqa.question.prove import Reread

_BY_NAME = "name"  # the method of links that an exact look-up made; a linker's are similar, not equal


def reread_mentions(
    engine: Engine,
    rows: SourceRows,
    names: Callable[[str], tuple[str, ...]],
    nodes: Collection[NodeRef],
    edges: Collection[EdgeRef],
) -> Reread:
    """Return the mentions and their edges that the notes do not bear out, and the words of all others.

    `names` gives the names of a concept; where it knows none, no name is asked for.
    """
    mentions = {node for node in nodes if node.label == "Mention"}
    places: dict[Id, list[tuple[NodeRef, int, int]]] = defaultdict(list)
    note_of: dict[NodeRef, Id] = {}
    for ref, node in engine.nodes(mentions).items():
        note, start, end = (node.properties.get(key) for key in ("row_id", "start", "end"))
        if isinstance(note, int) and isinstance(start, int) and isinstance(end, int):
            places[note].append((ref, start, end))
            note_of[ref] = note
    links: dict[NodeRef, list[EdgeRef]] = defaultdict(list)
    for edge, held in engine.edges({edge for edge in edges if edge.source in mentions}).items():
        if held.properties.get("method") == _BY_NAME and names(str(edge.target.id)):
            links[edge.source].append(edge)
    ways = cache(lambda concept: written(names(concept)))
    table = rows.mapping.table_of("Note")
    words: dict[tuple[str, int, int, int], str] = {}
    wrong_edges = {e for e in edges if e.target in mentions and note_of.get(e.target) != e.source.id}
    right: set[NodeRef] = set()
    for note, text in rows.texts("Note", places):
        for ref, start, end in places[note]:
            if table is None or not _whole_words(text, start, end):
                continue
            right.add(ref)
            words[table.name, int(note), start, end] = text[start:end]
            said = meanings(text, start, end) if links[ref] else frozenset()
            wrong_edges |= {edge for edge in links[ref] if said.isdisjoint(ways(str(edge.target.id)))}
    return Reread(mentions - right, wrong_edges, words)


def _whole_words(text: str, start: int, end: int) -> bool:
    inside = 0 <= start < end <= len(text) and text[start].isalnum() and text[end - 1].isalnum()
    return inside and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
