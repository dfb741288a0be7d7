/*
id        = "same_class_order_count"
family    = "I6"
title     = "How many orders of the same class were added to a running one"
decision  = "counting"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "count" }
knowledge = ["HAS_CLASS"]
hops      = 4
why       = "One overlap is a switch, five are a habit."
source    = "Established pharmacologic class (EPC): FDA, through DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160), or MED-RT. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "How many orders for other drugs of the same established pharmacologic class began in {admission} while {order} was running (after its start day and before its stop day), according to the knowledge graph?",
  "{order} was ordered in {admission}. How many orders for another drug of its established pharmacologic class began there after the start day and before the stop day of that order, according to the knowledge graph?",
  "According to the knowledge graph, how many orders for a different drug of the same established pharmacologic class began in {admission} on a day after the start day and before the stop day of {order}?",
]

[[case]]
name   = "one benzodiazepine on top of another"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_CLASS]->(i:Concept {id: 'benzodiazepine', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (e)-[:HAS_CLASS]->(i)
"""
expect = [{ admission = 1, order = 10, counted = 11 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_CLASS]->(i:Concept {id: 'benzodiazepine', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (e)-[:HAS_CLASS]->(i)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Lorazepam', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Lorazepam Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Diazepam', drug_type: 'BASE', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'a flush', drug: 'Diazepam Flush', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'carrier'}]->(e)
"""
expect = [{ admission = 1, order = 10, counted = 11 }]

[[case]]
name   = "started on the day the first one ended: a switch, not an overlap"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_CLASS]->(i:Concept {id: 'benzodiazepine', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (e)-[:HAS_CLASS]->(i)
"""
expect = []

[[case]]
name   = "started on the same day: neither is the later one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_CLASS]->(i:Concept {id: 'benzodiazepine', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (e)-[:HAS_CLASS]->(i)
"""
expect = []

[[case]]
name   = "a mechanism in common is not a class in common"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_CLASS]->(i:Concept {id: 'benzodiazepine', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (e)-[:HAS_MOA]->(i)
"""
expect = []

[[case]]
name   = "a class of another system"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_CLASS]->(i:Concept {id: 'benzodiazepine', name: 'Benzodiazepine', vocabulary: 'ChEBI role'})
CREATE (e)-[:HAS_CLASS]->(i)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// lorazepam HAS_MOA Benzodiazepine in place of HAS_CLASS
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'lorazepam 2', name: 'lorazepam'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'diazepam 2', name: 'diazepam'})
CREATE (n2_3)-[:HAS_MOA]->(n2_6:Concept {id: 'benzodiazepine 2', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (n2_5)-[:HAS_CLASS]->(n2_6)
// Diazepam is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'lorazepam 3', name: 'lorazepam'})
CREATE (n3_7:Admission {id: 3012, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'diazepam 3', name: 'diazepam'})
CREATE (n3_3)-[:HAS_CLASS]->(n3_6:Concept {id: 'benzodiazepine 3', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (n3_5)-[:HAS_CLASS]->(n3_6)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// beside Prescription Lorazepam its like, Prescription Lorazepam: start_earliest 1440 -> 4320
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'lorazepam 1', name: 'lorazepam'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n1_4)-[:REFERS_TO {role: 'drug'}]->(n1_5:Concept {id: 'diazepam 1', name: 'diazepam'})
CREATE (n1_3)-[:HAS_CLASS]->(n1_6:Concept {id: 'benzodiazepine 1', name: 'Benzodiazepine', vocabulary: 'FDA EPC'})
CREATE (n1_5)-[:HAS_CLASS]->(n1_6)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_7:Prescription {id: 1012, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 7200, stop_latest: 8639})
CREATE (n1_7)-[:REFERS_TO {role: 'drug'}]->(n1_3)
"""
expect = [
  { admission = 1001, order = 1010, counted = 1011 },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_later = (admission)-[:HAD_PRESCRIPTION]->(later:Prescription)-[:REFERS_TO {role: 'drug'}]->(other:Concept)
WHERE later.drug_type <> 'BASE' AND NOT toLower(later.drug) CONTAINS 'flush' AND NOT coalesce(later.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // orders are dates: the later one begins on a day after the first day and before the last day of the earlier one
  AND order.start_latest < later.start_earliest AND later.start_earliest < order.stop_earliest
MATCH path_shared = (drug)-[:HAS_CLASS]->(class:Concept)<-[:HAS_CLASS]-(other)
WHERE class.vocabulary = 'FDA EPC'
RETURN admission, order, later AS counted, path_order, path_later, path_shared
