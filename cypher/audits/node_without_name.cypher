/*
id      = "node_without_name"
title   = "Nodes that no sentence can name"
level   = "error"
problem = "it has no name, so no question can say it"
remedy  = "Give its table another wording in schema/sources"
*/
MATCH (node)
WHERE node.name IS NULL OR node.name = ''
RETURN node, 'name' AS property, node.name AS value
