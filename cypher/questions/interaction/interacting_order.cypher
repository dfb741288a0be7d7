/*
id        = "interacting_order"
family    = "I5"
title     = "A later order that interacts with a running one"
decision  = "interaction"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["INTERACTS_WITH"]
hops      = 3
why       = "The pairs that a pharmacist must see before the second drug is given."
source    = "INTERACTS_WITH of the starter table, with the label and section where each pair is stated. The interaction has no direction. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "While {order} was running in {admission}, that is, after its start day and before its stop day, for which other drug that interacts with it did an order begin, diluents, flushes and drugs for local use aside, according to the knowledge graph?",
  "Diluents, flushes and drugs for local use aside, which orders of {admission} for another drug began after the start day and before the stop day of an order for {order} and interact with it, according to the knowledge graph?",
  "According to the knowledge graph, for which different drug (diluents, flushes and drugs for local use aside) that interacts with {order} did an order begin in {admission} while {order} was running, on a day after its start day and before its stop day?",
]

[[case]]
name   = "potassium on top of spironolactone"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'potassium chloride', name: 'potassium chloride'})
CREATE (c)-[:INTERACTS_WITH]->(e)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'potassium chloride', name: 'potassium chloride'})
CREATE (c)-[:INTERACTS_WITH]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Spironolactone', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Spironolactone Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Potassium Chloride', drug_type: 'BASE', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'a flush', drug: 'Potassium Chloride Flush', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'carrier'}]->(e)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "stated the other way round"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'potassium chloride', name: 'potassium chloride'})
CREATE (e)-[:INTERACTS_WITH]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "started on the day the first one ended: a switch, not an overlap"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'potassium chloride', name: 'potassium chloride'})
CREATE (c)-[:INTERACTS_WITH]->(e)
"""
expect = []

[[case]]
name   = "started on the same day: neither is the later one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'potassium chloride', name: 'potassium chloride'})
CREATE (c)-[:INTERACTS_WITH]->(e)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// spironolactone MAY_TREAT potassium chloride in place of INTERACTS_WITH
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'spironolactone 1', name: 'spironolactone'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n1_4)-[:REFERS_TO {role: 'drug'}]->(n1_5:Concept {id: 'potassium chloride 1', name: 'potassium chloride'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_5)
// Spironolactone refers to another drug
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_6:Concept {id: 'another spironolactone 2', name: 'another spironolactone'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'potassium chloride 2', name: 'potassium chloride'})
CREATE (n2_3:Concept {id: 'spironolactone 2', name: 'spironolactone'})-[:INTERACTS_WITH]->(n2_5)
// Potassium Chloride is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'spironolactone 3', name: 'spironolactone'})
CREATE (n3_6:Admission {id: 3012, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3011, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'potassium chloride 3', name: 'potassium chloride'})
CREATE (n3_3)-[:INTERACTS_WITH]->(n3_5)
"""
expect = []

[[case]]
name   = "each interacts with another drug, not with the other"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'potassium chloride', name: 'potassium chloride'})
CREATE (c)-[:INTERACTS_WITH]->(:Concept {id: 'digoxin', name: 'digoxin'})
CREATE (:Concept {id: 'lithium', name: 'lithium'})-[:INTERACTS_WITH]->(c)
CREATE (e)-[:INTERACTS_WITH]->(:Concept {id: 'eplerenone', name: 'eplerenone'})
CREATE (:Concept {id: 'losartan', name: 'losartan'})-[:INTERACTS_WITH]->(e)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_later = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(other:Concept)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // orders are dates: the later one begins on a day after the first day and before the last day of the earlier one
  AND order.start_latest < answer.start_earliest AND answer.start_earliest < order.stop_earliest
MATCH path_shared = (one:Concept)-[:INTERACTS_WITH]->(two:Concept)
WHERE (one.id = drug.id AND two.id = other.id) OR (one.id = other.id AND two.id = drug.id)
RETURN admission, order, answer, path_order, path_later, path_shared
