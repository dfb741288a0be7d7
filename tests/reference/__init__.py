"""A second, naive meaning of the portable Cypher subset, for the tests alone.

Written from the openCypher semantics and held against a real Neo4j server, it shares nothing with kgqa.pattern and
kgqa.graph: its queries are its own dataclasses (never a parsed text), its graph is a networkx MultiDiGraph, and it
finds matches by trying everything. query: the tree and its text; graph: a small graph and its CREATE text; values:
null, numbers, text and lists; evaluate: rows; strategies: random graphs and queries; outcome: when two answers are
the same; server: the answers of Neo4j.
"""
