/*
id        = "first_level_after_start"
family    = "M1"
title     = "The first drug level after the day an order started"
decision  = "monitoring"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "value" }
knowledge = ["MEASURES"]
hops      = 3
why       = "A drug with a narrow window is dosed by its level."
source    = "Which lab test measures the level of a drug: MEASURES of the starter table (LOINC component), or UMLS. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "What was the first level of the drug measured in {admission} after the day on which {order} was first ordered?",
  "{order} was first ordered in {admission}: what did its first level after that day measure?",
  "What value has the first measurement of the drug level in {admission} after the day of the first order for {order}?",
]

[[case]]
name   = "vancomycin"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Vancomycin', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "an earlier level of another drug does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Gentamicin (Blood)', itemid: 50888, valuenum: 2.0, valueuom: 'ug/mL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Gentamicin', drug: 'Gentamicin', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "the first of two"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 41, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 20.0, valueuom: 'ug/mL', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "on the start day it may be older than the drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 1500, latest: 1500})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = []

[[case]]
name   = "another test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(:Concept {id: 'gentamicin'})
"""
expect = []

[[case]]
name   = "a substance that the body holds anyway"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'potassium', name: 'potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// LabEvent Vancomycin (Blood): earliest 3360 -> 2879
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'vancomycin 2', name: 'vancomycin'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 2879, latest: 2879})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_5:Concept {id: 'loinc:vancomycin 2', name: 'Vancomycin'})
CREATE (n2_5)-[:MEASURES]->(n2_3)
// LabEvent Vancomycin (Blood): without valuenum
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'vancomycin 3', name: 'vancomycin'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3040, name: 'Vancomycin (Blood)', itemid: 51009, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_5:Concept {id: 'loinc:vancomycin 3', name: 'Vancomycin'})
CREATE (n3_5)-[:MEASURES]->(n3_3)
// Vancomycin (Blood) is linked in the role 'panel', not 'test'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'vancomycin 4', name: 'vancomycin'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n4_4)-[:REFERS_TO {role: 'panel'}]->(n4_5:Concept {id: 'loinc:vancomycin 4', name: 'Vancomycin'})
CREATE (n4_5)-[:MEASURES]->(n4_3)
// Vancomycin INDICATES vancomycin in place of MEASURES
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'vancomycin 5', name: 'vancomycin'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_5:Concept {id: 'loinc:vancomycin 5', name: 'Vancomycin'})
CREATE (n5_5)-[:INDICATES]->(n5_3)
// Vancomycin (Blood) is of another admission
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_3:Concept {id: 'vancomycin 7', name: 'vancomycin'})
CREATE (n7_6:Admission {id: 7041, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n7_4)-[:REFERS_TO {role: 'test'}]->(n7_5:Concept {id: 'loinc:vancomycin 7', name: 'Vancomycin'})
CREATE (n7_5)-[:MEASURES]->(n7_3)
// 'an earlier level of another drug does not count': Prescription Vancomycin: name 'Vancomycin' -> 'Gentamicin'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Gentamicin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n8_2)-[:REFERS_TO {role: 'drug'}]->(n8_3:Concept {id: 'vancomycin 8', name: 'vancomycin'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n8_4)-[:REFERS_TO {role: 'test'}]->(n8_5:Concept {id: 'loinc:vancomycin 8', name: 'Vancomycin'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_6:LabEvent {id: 8042, name: 'Gentamicin (Blood)', itemid: 50888, valuenum: 2.0, valueuom: 'ug/mL', earliest: 3000, latest: 3000})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_7:Prescription {id: 8012, name: 'Gentamicin', drug: 'Gentamicin', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
CREATE (n8_5)-[:MEASURES]->(n8_3)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as it is
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'vancomycin 1', name: 'vancomycin'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n1_4)-[:REFERS_TO {role: 'test'}]->(n1_5:Concept {id: 'loinc:vancomycin 1', name: 'Vancomycin'})
CREATE (n1_5)-[:MEASURES]->(n1_3)
// 'the first of two': LabEvent Vancomycin (Blood): earliest 4800 -> 2879
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'vancomycin 6', name: 'vancomycin'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_5:Concept {id: 'loinc:vancomycin 6', name: 'Vancomycin'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_6:LabEvent {id: 6041, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 20.0, valueuom: 'ug/mL', charttime: '2150-05-04 08:00:00', earliest: 2879, latest: 2879})
CREATE (n6_6)-[:REFERS_TO {role: 'test'}]->(n6_5)
CREATE (n6_5)-[:MEASURES]->(n6_3)
"""
expect = [
  { admission = 1001, order = 1010, answer = 14.2, time = "2150-05-03 08:00:00" },
  { admission = 6001, order = 6010, answer = 14.2, time = "2150-05-03 08:00:00" },
]

[[case]]
name   = "neither a level without a value nor anything of another patient comes before the first level"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 41, name: 'Vancomycin (Blood)', itemid: 51009, charttime: '2150-05-03 06:00:00', earliest: 3240, latest: 3240})
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 8.1, valueuom: 'ug/mL', charttime: '2160-06-05 06:00:00', earliest: 3240, latest: 3240})
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "vancomycin by mouth has no level"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'PO', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = []

[[case]]
name   = "another drug by mouth has one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Digoxin', drug: 'Digoxin', drug_type: 'MAIN', route: 'PO', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'digoxin', name: 'digoxin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Digoxin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:digoxin', name: 'Digoxin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription) WHERE sooner.name = order.name AND sooner.start_earliest < order.start_earliest }
MATCH path_level = (admission)-[:HAD_LAB_EVENT]->(level:LabEvent)-[:REFERS_TO {role: 'test'}]->(test:Concept)-[:MEASURES]->(drug)
WHERE level.valuenum IS NOT NULL AND order.start_latest < level.earliest
  // vancomycin by mouth stays in the gut: no one measures its level
  AND NOT (drug.name = 'vancomycin' AND coalesce(order.route, '') IN ['PO', 'PO/NG', 'NG', 'ORAL'])
  // a substance that the body holds anyway has no drug level
  AND NOT drug.name IN ['glucose', 'calcium', 'magnesium', 'potassium', 'iron', 'sodium']
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(before:LabEvent) WHERE before.name = level.name AND before.valuenum IS NOT NULL AND order.start_latest < before.earliest AND before.latest < level.earliest }
RETURN admission, order, level.valuenum AS answer, level.valueuom AS unit, level.charttime AS time, path_order, path_level
