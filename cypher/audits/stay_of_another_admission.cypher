/*
id      = "stay_of_another_admission"
title   = "Events of one admission during an ICU stay of another"
level   = "warning"
problem = "the ICU stay that its source row names belongs to another admission"
remedy  = "Do not ask about it by its ICU stay"
*/
MATCH (one:Admission)-[had]->(node)-[:DURING]->(stay:ICUStay)<-[:HAD_ICU_STAY]-(other:Admission)
WHERE one.id <> other.id
RETURN DISTINCT node, 'icustay_id' AS property, stay.id AS value
