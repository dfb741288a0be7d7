/*
id      = "diagnosis_of_two_concepts"
title   = "Diagnoses whose code is two concepts"
level   = "error"
problem = "its code refers to two concepts in one role"
remedy  = "Let the link take one of them by rule, and load the graph again"
*/
MATCH (node:Diagnosis)-[one:REFERS_TO]->(concept:Concept)
MATCH (node)-[other:REFERS_TO]->(another:Concept)
WHERE one.role = other.role AND concept.id < another.id
RETURN DISTINCT node, 'REFERS_TO' AS property, another.id AS value
