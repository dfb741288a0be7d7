/*
id        = "same_mechanism"
family    = "I3"
title     = "A later order that shares a mechanism with a running one"
decision  = "duplication"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["HAS_MOA"]
hops      = 4
why       = "Two drugs of one mechanism add toxicity before they add benefit."
source    = "FDA established mechanism of action (MoA), through DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160) or MED-RT has_mechanism_of_action. Inhibition or induction of drug-metabolizing enzymes and transporters (cytochrome P450, UGT, P-glycoprotein, organic anion and cation transporters, BCRP) is left out: it is how drugs interact, not how they treat. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "While {order} was running in {admission}, that is, after its start day and before its stop day, for which other drug that shares a mechanism of action (effects on drug-metabolizing enzymes and transporters aside) with it did an order begin, diluents, flushes and drugs for local use aside, according to the knowledge graph?",
  "Diluents, flushes and drugs for local use aside, which orders of {admission} for another drug began after the start day and before the stop day of an order for {order} and share a mechanism of action (effects on drug-metabolizing enzymes and transporters aside) with it, according to the knowledge graph?",
  "According to the knowledge graph, for which different drug (diluents, flushes and drugs for local use aside) that has a mechanism of action (effects on drug-metabolizing enzymes and transporters aside) in common with {order} did an order begin in {admission} while {order} was running, on a day after its start day and before its stop day?",
]

[[case]]
name   = "diazepam on top of lorazepam"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_MOA]->(i:Concept {id: 'gaba modulation', name: 'GABA A Modulators'})
CREATE (e)-[:HAS_MOA]->(i)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_MOA]->(i:Concept {id: 'gaba modulation', name: 'GABA A Modulators'})
CREATE (e)-[:HAS_MOA]->(i)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Lorazepam', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Lorazepam Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Diazepam', drug_type: 'BASE', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'a flush', drug: 'Diazepam Flush', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'carrier'}]->(e)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "started on the day the first one ended: a switch, not an overlap"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_MOA]->(i:Concept {id: 'gaba modulation', name: 'GABA A Modulators'})
CREATE (e)-[:HAS_MOA]->(i)
"""
expect = []

[[case]]
name   = "started on the same day: neither is the later one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_MOA]->(i:Concept {id: 'gaba modulation', name: 'GABA A Modulators'})
CREATE (e)-[:HAS_MOA]->(i)
"""
expect = []

[[case]]
name   = "an effect in common is not a mechanism in common"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_MOA]->(i:Concept {id: 'gaba modulation', name: 'GABA A Modulators'})
CREATE (e)-[:HAS_PE]->(i)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Concept GABA A Modulators: name 'GABA A Modulators' -> 'Breast Cancer Resistance'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'lorazepam 1', name: 'lorazepam'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n1_4)-[:REFERS_TO {role: 'drug'}]->(n1_5:Concept {id: 'diazepam 1', name: 'diazepam'})
CREATE (n1_3)-[:HAS_MOA]->(n1_6:Concept {id: 'gaba modulation 1', name: 'Breast Cancer Resistance'})
CREATE (n1_5)-[:HAS_MOA]->(n1_6)
// Concept GABA A Modulators: name 'GABA A Modulators' -> 'Cytochrome P450'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'lorazepam 2', name: 'lorazepam'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'diazepam 2', name: 'diazepam'})
CREATE (n2_3)-[:HAS_MOA]->(n2_6:Concept {id: 'gaba modulation 2', name: 'Cytochrome P450'})
CREATE (n2_5)-[:HAS_MOA]->(n2_6)
// Concept GABA A Modulators: name 'GABA A Modulators' -> 'Organic '
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'lorazepam 3', name: 'lorazepam'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'diazepam 3', name: 'diazepam'})
CREATE (n3_3)-[:HAS_MOA]->(n3_6:Concept {id: 'gaba modulation 3', name: 'Organic '})
CREATE (n3_5)-[:HAS_MOA]->(n3_6)
// Concept GABA A Modulators: name 'GABA A Modulators' -> 'P-Glycoprotein'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'lorazepam 4', name: 'lorazepam'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n4_4)-[:REFERS_TO {role: 'drug'}]->(n4_5:Concept {id: 'diazepam 4', name: 'diazepam'})
CREATE (n4_3)-[:HAS_MOA]->(n4_6:Concept {id: 'gaba modulation 4', name: 'P-Glycoprotein'})
CREATE (n4_5)-[:HAS_MOA]->(n4_6)
// Concept GABA A Modulators: name 'GABA A Modulators' -> 'UGT'
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'lorazepam 5', name: 'lorazepam'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n5_4)-[:REFERS_TO {role: 'drug'}]->(n5_5:Concept {id: 'diazepam 5', name: 'diazepam'})
CREATE (n5_3)-[:HAS_MOA]->(n5_6:Concept {id: 'gaba modulation 5', name: 'UGT'})
CREATE (n5_5)-[:HAS_MOA]->(n5_6)
// lorazepam HAS_CLASS GABA A Modulators in place of HAS_MOA
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'lorazepam 6', name: 'lorazepam'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_4:Prescription {id: 6011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n6_4)-[:REFERS_TO {role: 'drug'}]->(n6_5:Concept {id: 'diazepam 6', name: 'diazepam'})
CREATE (n6_3)-[:HAS_CLASS]->(n6_6:Concept {id: 'gaba modulation 6', name: 'GABA A Modulators'})
CREATE (n6_5)-[:HAS_MOA]->(n6_6)
// Lorazepam refers to another drug
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_7:Concept {id: 'another lorazepam 7', name: 'another lorazepam'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_4:Prescription {id: 7011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n7_4)-[:REFERS_TO {role: 'drug'}]->(n7_5:Concept {id: 'diazepam 7', name: 'diazepam'})
CREATE (n7_3:Concept {id: 'lorazepam 7', name: 'lorazepam'})-[:HAS_MOA]->(n7_6:Concept {id: 'gaba modulation 7', name: 'GABA A Modulators'})
CREATE (n7_5)-[:HAS_MOA]->(n7_6)
// Diazepam is of another admission
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n8_2)-[:REFERS_TO {role: 'drug'}]->(n8_3:Concept {id: 'lorazepam 8', name: 'lorazepam'})
CREATE (n8_7:Admission {id: 8012, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n8_4:Prescription {id: 8011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n8_4)-[:REFERS_TO {role: 'drug'}]->(n8_5:Concept {id: 'diazepam 8', name: 'diazepam'})
CREATE (n8_3)-[:HAS_MOA]->(n8_6:Concept {id: 'gaba modulation 8', name: 'GABA A Modulators'})
CREATE (n8_5)-[:HAS_MOA]->(n8_6)
// Diazepam refers to another drug
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_2:Prescription {id: 9010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n9_2)-[:REFERS_TO {role: 'drug'}]->(n9_3:Concept {id: 'lorazepam 9', name: 'lorazepam'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_4:Prescription {id: 9011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n9_4)-[:REFERS_TO {role: 'drug'}]->(n9_7:Concept {id: 'another diazepam 9', name: 'another diazepam'})
CREATE (n9_3)-[:HAS_MOA]->(n9_6:Concept {id: 'gaba modulation 9', name: 'GABA A Modulators'})
CREATE (n9_5:Concept {id: 'diazepam 9', name: 'diazepam'})-[:HAS_MOA]->(n9_6)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_later = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(other:Concept)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // orders are dates: the later one begins on a day after the first day and before the last day of the earlier one
  AND order.start_latest < answer.start_earliest AND answer.start_earliest < order.stop_earliest
MATCH path_shared = (drug)-[:HAS_MOA]->(mechanism:Concept)<-[:HAS_MOA]-(other)
WHERE NOT (toLower(mechanism.name) STARTS WITH 'cytochrome p450' OR toLower(mechanism.name) STARTS WITH 'p-glycoprotein' OR toLower(mechanism.name) STARTS WITH 'organic ' OR toLower(mechanism.name) STARTS WITH 'ugt' OR toLower(mechanism.name) STARTS WITH 'breast cancer resistance')
RETURN admission, order, answer, path_order, path_later, path_shared
