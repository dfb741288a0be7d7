/*
id      = "admission_without_patient"
title   = "Admissions that no patient had"
level   = "error"
problem = "no patient had this admission"
remedy  = "Load the graph again"
*/
MATCH (node:Admission)
WHERE NOT EXISTS { (:Patient)-[:HAD_ADMISSION]->(node) }
RETURN node, 'HAD_ADMISSION' AS property, node.id AS value
