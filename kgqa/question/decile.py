"""Where in its admission an answer lies, in tenths of the stay."""

from __future__ import annotations

from collections.abc import Mapping

from kgqa.model import Node, NodeRef
from kgqa.question.fold import Folded

_TENTHS = 10
_STARTS = ("earliest", "start_earliest")


def decile(question: Folded, nodes: Mapping[NodeRef, Node]) -> int | None:
    """Return the tenth of its admission, 0 to 9, in which the first answer's evidence is complete.

    That is the time of the answer's own node, or of the last event on its paths. What happened before the admission
    counts as its first tenth, what happened after it as its last; None where no event on the paths has a time.
    """
    if not question.answers:
        return None
    row = question.answers[0].rows[0]
    of: dict[NodeRef, NodeRef] = {}  # event -> its admission
    for path in row.paths:
        of |= {e.target: e.source for e in path.edge_refs() if e.source.label == "Admission"}
    timed = {event: when for event in of if (when := _when(nodes.get(event))) is not None}
    event = row.answer if isinstance(row.answer, NodeRef) else None
    if event not in timed:
        event = max(timed, key=lambda event: (timed[event], event), default=None)
    stay = nodes.get(of[event]) if event is not None else None
    if event is None or stay is None:
        return None
    start, stop = (stay.properties.get(key) for key in ("start_earliest", "stop_latest"))
    if not isinstance(start, int) or not isinstance(stop, int) or stop <= start:
        return None
    return min(_TENTHS - 1, max(0, _TENTHS * (timed[event] - start) // (stop - start)))


def _when(node: Node | None) -> int | None:
    times = [node.properties[key] for key in _STARTS if key in node.properties] if node else []
    return times[0] if times and isinstance(times[0], int) else None
