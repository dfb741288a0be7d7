"""kgqa: questions about clinical records whose answers are proven on a knowledge graph."""

__version__ = "0.1.0"
