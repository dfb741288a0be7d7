/*
id      = "knowledge_without_source"
title   = "Knowledge that nobody states"
level   = "error"
problem = "a knowledge edge from it names no source"
remedy  = "Load the knowledge again"
*/
MATCH (node:Concept)-[known]->(other:Concept)
WHERE known.sources IS NULL OR size(known.sources) = 0
RETURN DISTINCT node, 'sources' AS property, other.id AS value
