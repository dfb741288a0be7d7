"""A proof as rows: one for each step of each path, as plain dictionaries or a pandas DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgqa.interchange.proof import Proof
from kgqa.model import NodeRef

if TYPE_CHECKING:  # pandas comes with kgqa[notebook] only
    import pandas as pd


def to_rows(proof: Proof) -> list[dict[str, Any]]:
    """Return a row for each step, in the order of the walk; source and target keep the direction of the edge."""
    return [
        {
            "question": proof.question["id"],
            "answer": proof.question["paths"][number].get("answer"),
            "path": number,
            "step": place,
            **_end("source", edge.source, proof),
            "type": edge.type,
            **_end("target", edge.target, proof),
        }
        for number, path in enumerate(proof.paths)
        for place, edge in enumerate(path.edge_refs())
    ]


def to_frame(proof: Proof) -> pd.DataFrame:
    """Return the rows as a DataFrame."""
    import pandas as pd  # noqa: PLC0415

    return pd.DataFrame(to_rows(proof))


def _end(end: str, ref: NodeRef, proof: Proof) -> dict[str, Any]:
    return {f"{end}_label": ref.label, f"{end}_id": ref.id, f"{end}_name": proof.nodes[ref].properties.get("name")}
