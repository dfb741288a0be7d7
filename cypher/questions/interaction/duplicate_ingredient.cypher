/*
id        = "duplicate_ingredient"
family    = "I1"
title     = "A later order with an ingredient that is already running"
decision  = "duplication"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["HAS_INGREDIENT"]
hops      = 4
why       = "Acetaminophen hidden in a combination product is the commonest unintended overdose on a ward."
source    = "Duplicate therapy as a medication error: ASHP guidelines on preventing medication errors (Am J Health-Syst Pharm 2018;75:1493). Ingredients: RxNorm has_ingredient. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which differently named product with the same active ingredient was ordered in {admission} (diluents, flushes and drugs for local use aside) while {order} was running, that is, from a day after its start day and before its stop day, according to the knowledge graph?",
  "While an order for {order} was running in {admission} (after its start day and before its stop day), which order under another name, diluents, flushes and drugs for local use aside, began that contains one of its active ingredients, according to the knowledge graph?",
  "According to the knowledge graph, which orders of {admission} under another name (diluents, flushes and drugs for local use aside) duplicate an active ingredient of {order}, beginning on a day after its start day and before its stop day?",
]

[[case]]
name   = "Percocet on top of acetaminophen"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'product'}]->(c:Concept {id: 'acetaminophen tablet', name: 'acetaminophen tablet'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'product'}]->(e:Concept {id: 'percocet tablet', name: 'percocet tablet'})
CREATE (c)-[:HAS_INGREDIENT]->(i:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (e)-[:HAS_INGREDIENT]->(i)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'product'}]->(c:Concept {id: 'acetaminophen tablet', name: 'acetaminophen tablet'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'product'}]->(e:Concept {id: 'percocet tablet', name: 'percocet tablet'})
CREATE (c)-[:HAS_INGREDIENT]->(i:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (e)-[:HAS_INGREDIENT]->(i)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Acetaminophen', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'product'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Acetaminophen Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'product'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639, route: 'OU'})-[:REFERS_TO {role: 'product'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Percocet', drug_type: 'BASE', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'product'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'a flush', drug: 'Percocet Flush', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'product'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079, route: 'OU'})-[:REFERS_TO {role: 'product'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'carrier'}]->(e)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "started on the day the first one ended: a switch, not an overlap"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'product'}]->(c:Concept {id: 'acetaminophen tablet', name: 'acetaminophen tablet'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'product'}]->(e:Concept {id: 'percocet tablet', name: 'percocet tablet'})
CREATE (c)-[:HAS_INGREDIENT]->(i:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (e)-[:HAS_INGREDIENT]->(i)
"""
expect = []

[[case]]
name   = "started on the same day: neither is the later one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'product'}]->(c:Concept {id: 'acetaminophen tablet', name: 'acetaminophen tablet'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'product'}]->(e:Concept {id: 'percocet tablet', name: 'percocet tablet'})
CREATE (c)-[:HAS_INGREDIENT]->(i:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (e)-[:HAS_INGREDIENT]->(i)
"""
expect = []

[[case]]
name   = "the same name is a renewed order, not a duplicate"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'product'}]->(c:Concept {id: 'acetaminophen tablet', name: 'acetaminophen tablet'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Acetaminophen', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'product'}]->(e:Concept {id: 'percocet tablet', name: 'percocet tablet'})
CREATE (c)-[:HAS_INGREDIENT]->(i:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (e)-[:HAS_INGREDIENT]->(i)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// acetaminophen tablet INTERACTS_WITH acetaminophen in place of HAS_INGREDIENT
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n1_2)-[:REFERS_TO {role: 'product'}]->(n1_3:Concept {id: 'acetaminophen tablet 1', name: 'acetaminophen tablet'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n1_4)-[:REFERS_TO {role: 'product'}]->(n1_5:Concept {id: 'percocet tablet 1', name: 'percocet tablet'})
CREATE (n1_3)-[:INTERACTS_WITH]->(n1_6:Concept {id: 'acetaminophen 1', name: 'acetaminophen'})
CREATE (n1_5)-[:HAS_INGREDIENT]->(n1_6)
// percocet tablet INTERACTS_WITH acetaminophen in place of HAS_INGREDIENT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n2_2)-[:REFERS_TO {role: 'product'}]->(n2_3:Concept {id: 'acetaminophen tablet 2', name: 'acetaminophen tablet'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n2_4)-[:REFERS_TO {role: 'product'}]->(n2_5:Concept {id: 'percocet tablet 2', name: 'percocet tablet'})
CREATE (n2_3)-[:HAS_INGREDIENT]->(n2_6:Concept {id: 'acetaminophen 2', name: 'acetaminophen'})
CREATE (n2_5)-[:INTERACTS_WITH]->(n2_6)
// Acetaminophen refers to another drug
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n3_2)-[:REFERS_TO {role: 'product'}]->(n3_7:Concept {id: 'another acetaminophen tablet 3', name: 'another acetaminophen tablet'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3011, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n3_4)-[:REFERS_TO {role: 'product'}]->(n3_5:Concept {id: 'percocet tablet 3', name: 'percocet tablet'})
CREATE (n3_3:Concept {id: 'acetaminophen tablet 3', name: 'acetaminophen tablet'})-[:HAS_INGREDIENT]->(n3_6:Concept {id: 'acetaminophen 3', name: 'acetaminophen'})
CREATE (n3_5)-[:HAS_INGREDIENT]->(n3_6)
// Percocet is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n4_2)-[:REFERS_TO {role: 'product'}]->(n4_3:Concept {id: 'acetaminophen tablet 4', name: 'acetaminophen tablet'})
CREATE (n4_7:Admission {id: 4012, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4011, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n4_4)-[:REFERS_TO {role: 'product'}]->(n4_5:Concept {id: 'percocet tablet 4', name: 'percocet tablet'})
CREATE (n4_3)-[:HAS_INGREDIENT]->(n4_6:Concept {id: 'acetaminophen 4', name: 'acetaminophen'})
CREATE (n4_5)-[:HAS_INGREDIENT]->(n4_6)
// Percocet refers to another drug
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n5_2)-[:REFERS_TO {role: 'product'}]->(n5_3:Concept {id: 'acetaminophen tablet 5', name: 'acetaminophen tablet'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5011, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n5_4)-[:REFERS_TO {role: 'product'}]->(n5_7:Concept {id: 'another percocet tablet 5', name: 'another percocet tablet'})
CREATE (n5_3)-[:HAS_INGREDIENT]->(n5_6:Concept {id: 'acetaminophen 5', name: 'acetaminophen'})
CREATE (n5_5:Concept {id: 'percocet tablet 5', name: 'percocet tablet'})-[:HAS_INGREDIENT]->(n5_6)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'product'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_later = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'product'}]->(other:Concept)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.name <> order.name
  // orders are dates: the later one begins on a day after the first day and before the last day of the earlier one
  AND order.start_latest < answer.start_earliest AND answer.start_earliest < order.stop_earliest
MATCH path_shared = (drug)-[:HAS_INGREDIENT]->(ingredient:Concept)<-[:HAS_INGREDIENT]-(other)
RETURN admission, order, answer, path_order, path_later, path_shared
