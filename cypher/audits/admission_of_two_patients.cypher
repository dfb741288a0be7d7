/*
id      = "admission_of_two_patients"
title   = "Admissions of more than one patient"
level   = "error"
problem = "more than one patient had this admission"
remedy  = "Load the graph again"
*/
MATCH (one:Patient)-[:HAD_ADMISSION]->(node:Admission)<-[:HAD_ADMISSION]-(other:Patient)
RETURN DISTINCT node, 'HAD_ADMISSION' AS property, node.id AS value
