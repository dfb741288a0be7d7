/*
id      = "event_of_two_admissions"
title   = "Events that hang on two admissions"
level   = "error"
problem = "it hangs on more than one admission"
remedy  = "Load the graph again"
*/
MATCH (one:Admission)-[first]->(node)<-[second]-(other:Admission)
WHERE one.id < other.id
RETURN DISTINCT node, 'hadm_id' AS property, other.id AS value
