/*
id        = "newly_abnormal_lab_on_order"
family    = "M6"
title     = "The lab tests first flagged abnormal while an order was running"
decision  = "monitoring"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "LabEvent" }
knowledge = []
hops      = 2
why       = "A new abnormality under a new drug is the first sign of an adverse effect."
source    = "MIMIC-III LABEVENTS.FLAG = abnormal marks a value outside the laboratory reference range (Johnson et al., Sci Data 2016;3:160035). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which blood tests were flagged abnormal for the first time in {admission} while an order for {order} was running, that is, after its start day and before its stop day?",
  "While {order} was ordered in {admission} (after its start day and before its stop day), which blood tests had their first abnormal flag of that admission?",
  "Which blood tests have their earliest abnormal flag recorded for {admission} on a day after the start day and before the stop day of an order for {order}?",
]

[[case]]
name   = "platelets under heparin"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 4000, latest: 4000})
"""
expect = [{ admission = 1, order = 10, answer = 40 }]

[[case]]
name   = "the order is another patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 4000, latest: 4000})
"""
expect = []

[[case]]
name   = "a normal result before, another test, or another patient does not take the place of the first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 4000, latest: 4000})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 41, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', earliest: 500, latest: 500})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Sodium (Blood)', itemid: 50983, fluid: 'Blood', flag: 'abnormal', earliest: 500, latest: 500})
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 43, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 500, latest: 500})
"""
expect = [{ admission = 1, order = 10, answer = 40 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 4000, latest: 4000})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Heparin', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Heparin Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639, route: 'OU'})
"""
expect = [{ admission = 1, order = 10, answer = 40 }]

[[case]]
name   = "a test of urine"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Urine', flag: 'abnormal', earliest: 4000, latest: 4000})
"""
expect = []

[[case]]
name   = "on the day of the order it may have come first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 2000, latest: 2000})
"""
expect = []

[[case]]
name   = "after the order ended"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 7300, latest: 7300})
"""
expect = []

[[case]]
name   = "a normal value is not flagged"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', earliest: 4000, latest: 4000})
"""
expect = []

[[case]]
name   = "abnormal before the order already"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 41, name: 'Platelet Count (Blood)', itemid: 51265, flag: 'abnormal', earliest: 100, latest: 100})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 4000, latest: 4000})
"""
expect = []
[[case]]
name   = "one thing changed, a patient each"
graph  = """
// LabEvent Platelet Count (Blood): earliest 4000 -> 2879
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_3:LabEvent {id: 1040, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 2879, latest: 2879})
// LabEvent Platelet Count (Blood): earliest 4000 -> 7200
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_3:LabEvent {id: 2040, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 7200, latest: 7200})
// (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_LAB_EVENT]->(LabEvent Platelet Count (Blood)) with another source
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
CREATE (n3_4:Admission {id: 3041, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_LAB_EVENT]->(n3_3:LabEvent {id: 3040, name: 'Platelet Count (Blood)', itemid: 51265, fluid: 'Blood', flag: 'abnormal', earliest: 4000, latest: 4000})
"""
expect = []
*/
MATCH path_lab = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(answer:LabEvent)
WHERE p.id IN $patients AND answer.flag = 'abnormal' AND answer.fluid IN ['Blood', 'BLOOD']
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(before:LabEvent) WHERE before.name = answer.name AND before.flag = 'abnormal' AND before.earliest < answer.earliest }
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)
WHERE order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND order.start_latest < answer.earliest AND answer.latest < order.stop_earliest
RETURN admission, order, answer, path_order, path_lab
