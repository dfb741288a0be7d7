/*
id      = "age_shifted"
title   = "Ages that are shifted birth dates"
level   = "error"
problem = "an age over 89 comes from a shifted birth date"
remedy  = "Load the graph again"
*/
MATCH (node:Admission)
WHERE node.age > 89 OR node.age < 0
RETURN node, 'age' AS property, node.age AS value
