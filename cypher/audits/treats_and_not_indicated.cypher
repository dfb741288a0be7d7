/*
id      = "treats_and_not_indicated"
title   = "Drugs of which one source says that they treat a disease and another that they do not"
level   = "warning"
problem = "sources contradict each other about one disease"
remedy  = "Let a clinician look at the sources; questions that lean on it name them"
*/
MATCH (node:Concept)-[:MAY_TREAT]->(disease:Concept)
MATCH (node)-[:NOT_INDICATED_FOR]->(disease)
RETURN DISTINCT node, 'MAY_TREAT' AS property, disease.id AS value
