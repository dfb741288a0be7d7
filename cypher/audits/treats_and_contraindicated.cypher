/*
id      = "treats_and_contraindicated"
title   = "Drugs that treat a disease with which they are contraindicated"
level   = "warning"
problem = "it treats a disease with which it is contraindicated"
remedy  = "Let a clinician look at the sources; often one of them means a form of the disease"
*/
MATCH (node:Concept)-[:MAY_TREAT]->(disease:Concept)
MATCH (node)-[:CONTRAINDICATED_WITH]->(disease)
RETURN DISTINCT node, 'CONTRAINDICATED_WITH' AS property, disease.id AS value
