/*
id        = "shared_mechanism"
family    = "I3"
title     = "The mechanism that two overlapping orders share"
decision  = "mechanism"
slots     = { admission = "Admission", order = "Prescription", later = "Prescription" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["HAS_MOA"]
hops      = 4
why       = "The reason for a duplication alert, not merely the alert."
source    = "FDA established mechanism of action (MoA), through DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160) or MED-RT has_mechanism_of_action. Inhibition or induction of drug-metabolizing enzymes and transporters (cytochrome P450, UGT, P-glycoprotein, organic anion and cation transporters, BCRP) is left out: it is how drugs interact, not how they treat. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which mechanism of action (effects on drug-metabolizing enzymes and transporters aside) do {order} and {later}, which was ordered in {admission} while {order} was running (after its start day and before its stop day), have in common, according to the knowledge graph?",
  "In {admission}, {later} was ordered after the start day and before the stop day of {order}: which mechanism of action (effects on drug-metabolizing enzymes and transporters aside) do both have, according to the knowledge graph?",
  "According to the knowledge graph, by which common mechanism of action (effects on drug-metabolizing enzymes and transporters aside) do {order} and the {later} that was added to it in {admission}, on a day after its start day and before its stop day, work?",
]

[[case]]
name   = "lorazepam and diazepam"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_MOA]->(i:Concept {id: 'gaba modulation', name: 'GABA A Modulators'})
CREATE (e)-[:HAS_MOA]->(i)
"""
expect = [{ admission = 1, order = 10, later = 11, answer = "gaba modulation" }]

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
expect = [{ admission = 1, order = 10, later = 11, answer = "gaba modulation" }]

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
name   = "a mechanism of one of them only"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lorazepam', name: 'lorazepam'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'diazepam', name: 'diazepam'})
CREATE (c)-[:HAS_MOA]->(i:Concept {id: 'gaba modulation', name: 'GABA A Modulators'})
CREATE (e)-[:HAS_MOA]->(:Concept {id: 'another mechanism'})
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
// diazepam HAS_CLASS GABA A Modulators in place of HAS_MOA
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_3:Concept {id: 'lorazepam 7', name: 'lorazepam'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_4:Prescription {id: 7011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n7_4)-[:REFERS_TO {role: 'drug'}]->(n7_5:Concept {id: 'diazepam 7', name: 'diazepam'})
CREATE (n7_3)-[:HAS_MOA]->(n7_6:Concept {id: 'gaba modulation 7', name: 'GABA A Modulators'})
CREATE (n7_5)-[:HAS_CLASS]->(n7_6)
// Lorazepam refers to another drug
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n8_2)-[:REFERS_TO {role: 'drug'}]->(n8_7:Concept {id: 'another lorazepam 8', name: 'another lorazepam'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_4:Prescription {id: 8011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n8_4)-[:REFERS_TO {role: 'drug'}]->(n8_5:Concept {id: 'diazepam 8', name: 'diazepam'})
CREATE (n8_3:Concept {id: 'lorazepam 8', name: 'lorazepam'})-[:HAS_MOA]->(n8_6:Concept {id: 'gaba modulation 8', name: 'GABA A Modulators'})
CREATE (n8_5)-[:HAS_MOA]->(n8_6)
// Diazepam is of another admission
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_2:Prescription {id: 9010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n9_2)-[:REFERS_TO {role: 'drug'}]->(n9_3:Concept {id: 'lorazepam 9', name: 'lorazepam'})
CREATE (n9_7:Admission {id: 9012, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n9_4:Prescription {id: 9011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n9_4)-[:REFERS_TO {role: 'drug'}]->(n9_5:Concept {id: 'diazepam 9', name: 'diazepam'})
CREATE (n9_3)-[:HAS_MOA]->(n9_6:Concept {id: 'gaba modulation 9', name: 'GABA A Modulators'})
CREATE (n9_5)-[:HAS_MOA]->(n9_6)
// Diazepam refers to another drug
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_2:Prescription {id: 10010, name: 'Lorazepam', drug: 'Lorazepam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n10_2)-[:REFERS_TO {role: 'drug'}]->(n10_3:Concept {id: 'lorazepam 10', name: 'lorazepam'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_4:Prescription {id: 10011, name: 'Diazepam', drug: 'Diazepam', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 8640, stop_latest: 10079})
CREATE (n10_4)-[:REFERS_TO {role: 'drug'}]->(n10_7:Concept {id: 'another diazepam 10', name: 'another diazepam'})
CREATE (n10_3)-[:HAS_MOA]->(n10_6:Concept {id: 'gaba modulation 10', name: 'GABA A Modulators'})
CREATE (n10_5:Concept {id: 'diazepam 10', name: 'diazepam'})-[:HAS_MOA]->(n10_6)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_later = (admission)-[:HAD_PRESCRIPTION]->(later:Prescription)-[:REFERS_TO {role: 'drug'}]->(other:Concept)
WHERE later.drug_type <> 'BASE' AND NOT toLower(later.drug) CONTAINS 'flush' AND NOT coalesce(later.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // orders are dates: the later one begins on a day after the first day and before the last day of the earlier one
  AND order.start_latest < later.start_earliest AND later.start_earliest < order.stop_earliest
MATCH path_shared = (drug)-[:HAS_MOA]->(answer:Concept)<-[:HAS_MOA]-(other)
WHERE NOT (toLower(answer.name) STARTS WITH 'cytochrome p450' OR toLower(answer.name) STARTS WITH 'p-glycoprotein' OR toLower(answer.name) STARTS WITH 'organic ' OR toLower(answer.name) STARTS WITH 'ugt' OR toLower(answer.name) STARTS WITH 'breast cancer resistance')
RETURN admission, order, later, answer, path_order, path_later, path_shared
