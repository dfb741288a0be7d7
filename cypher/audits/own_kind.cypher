/*
id      = "own_kind"
title   = "Concepts that are a kind of themselves"
level   = "warning"
problem = "going up its general forms leads back to it"
remedy  = "Look at the sources of the ISA edges of this concept, and leave one out"
*/
MATCH (node:Concept)-[:ISA*1..4]->(node)
RETURN DISTINCT node, 'ISA' AS property, node.id AS value
