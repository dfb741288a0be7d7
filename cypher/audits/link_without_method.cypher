/*
id      = "link_without_method"
title   = "Links that do not say how they were made"
level   = "error"
problem = "its link to a concept has no method or no role"
remedy  = "Load the graph again"
*/
MATCH (node)-[link:REFERS_TO]->(concept:Concept)
WHERE link.method IS NULL OR link.role IS NULL
RETURN DISTINCT node, 'method' AS property, concept.id AS value
