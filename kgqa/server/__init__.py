"""A Neo4j of one's own: fetched, started, watched and stopped, with a container engine or with Java and Maven.

Knows processes, ports and files; no graph, no Cypher and no driver. It touches only what it started itself.
"""
