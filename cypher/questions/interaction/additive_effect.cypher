/*
id        = "additive_effect"
family    = "I4"
title     = "A later order that shares a physiologic effect with a running one"
decision  = "interaction"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["HAS_PE"]
hops      = 4
why       = "Sedation on sedation, anticoagulation on anticoagulation: harm by addition."
source    = "FDA physiologic effect (PE), through DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160), or MED-RT has_physiologic_effect. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "While {order} was running in {admission}, that is, after its start day and before its stop day, for which other drug that shares a physiologic effect with it did an order begin, diluents, flushes and drugs for local use aside, according to the knowledge graph?",
  "Diluents, flushes and drugs for local use aside, which orders of {admission} for another drug began after the start day and before the stop day of an order for {order} and share a physiologic effect with it, according to the knowledge graph?",
  "According to the knowledge graph, for which different drug (diluents, flushes and drugs for local use aside) that has a physiologic effect in common with {order} did an order begin in {admission} while {order} was running, on a day after its start day and before its stop day?",
]

[[case]]
name   = "aspirin on top of heparin"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'aspirin', name: 'aspirin'})
CREATE (c)-[:HAS_PE]->(i:Concept {id: 'decreased coagulation', name: 'Decreased Coagulation Activity'})
CREATE (e)-[:HAS_PE]->(i)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'aspirin', name: 'aspirin'})
CREATE (c)-[:HAS_PE]->(i:Concept {id: 'decreased coagulation', name: 'Decreased Coagulation Activity'})
CREATE (e)-[:HAS_PE]->(i)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Heparin', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Heparin Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Aspirin', drug_type: 'BASE', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'a flush', drug: 'Aspirin Flush', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'carrier'}]->(e)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "started on the day the first one ended: a switch, not an overlap"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'aspirin', name: 'aspirin'})
CREATE (c)-[:HAS_PE]->(i:Concept {id: 'decreased coagulation', name: 'Decreased Coagulation Activity'})
CREATE (e)-[:HAS_PE]->(i)
"""
expect = []

[[case]]
name   = "started on the same day: neither is the later one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'aspirin', name: 'aspirin'})
CREATE (c)-[:HAS_PE]->(i:Concept {id: 'decreased coagulation', name: 'Decreased Coagulation Activity'})
CREATE (e)-[:HAS_PE]->(i)
"""
expect = []

[[case]]
name   = "a class in common is not an effect in common"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'aspirin', name: 'aspirin'})
CREATE (c)-[:HAS_PE]->(i:Concept {id: 'decreased coagulation', name: 'Decreased Coagulation Activity'})
CREATE (e)-[:HAS_CLASS]->(i)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// heparin MAY_TREAT Decreased Coagulation Activity in place of HAS_PE
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'heparin 1', name: 'heparin'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n1_4)-[:REFERS_TO {role: 'drug'}]->(n1_5:Concept {id: 'aspirin 1', name: 'aspirin'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_6:Concept {id: 'decreased coagulation 1', name: 'Decreased Coagulation Activity'})
CREATE (n1_5)-[:HAS_PE]->(n1_6)
// Heparin refers to another drug
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'another heparin 2', name: 'another heparin'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'aspirin 2', name: 'aspirin'})
CREATE (n2_3:Concept {id: 'heparin 2', name: 'heparin'})-[:HAS_PE]->(n2_6:Concept {id: 'decreased coagulation 2', name: 'Decreased Coagulation Activity'})
CREATE (n2_5)-[:HAS_PE]->(n2_6)
// Aspirin is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'heparin 3', name: 'heparin'})
CREATE (n3_7:Admission {id: 3012, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3011, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'aspirin 3', name: 'aspirin'})
CREATE (n3_3)-[:HAS_PE]->(n3_6:Concept {id: 'decreased coagulation 3', name: 'Decreased Coagulation Activity'})
CREATE (n3_5)-[:HAS_PE]->(n3_6)
// Aspirin refers to another drug
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'heparin 4', name: 'heparin'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4011, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n4_4)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'another aspirin 4', name: 'another aspirin'})
CREATE (n4_3)-[:HAS_PE]->(n4_6:Concept {id: 'decreased coagulation 4', name: 'Decreased Coagulation Activity'})
CREATE (n4_5:Concept {id: 'aspirin 4', name: 'aspirin'})-[:HAS_PE]->(n4_6)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_later = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(other:Concept)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // orders are dates: the later one begins on a day after the first day and before the last day of the earlier one
  AND order.start_latest < answer.start_earliest AND answer.start_earliest < order.stop_earliest
MATCH path_shared = (drug)-[:HAS_PE]->(effect:Concept)<-[:HAS_PE]-(other)
RETURN admission, order, answer, path_order, path_later, path_shared
