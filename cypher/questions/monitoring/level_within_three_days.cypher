/*
id        = "level_within_three_days"
family    = "M2"
title     = "Whether the first drug level came within three days"
decision  = "monitoring"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "yes-no" }
knowledge = ["MEASURES"]
hops      = 3
why       = "A level that comes late is a level missed."
source    = "Which lab test measures the level of a drug: MEASURES of the starter table (LOINC component), or UMLS. Trough monitoring by the third day or so: Rybak et al., Am J Health-Syst Pharm 2009;66:82 (vancomycin, before the fourth dose). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Was the first level of the drug after the day on which {order} was first ordered in {admission} measured within the three days that followed that day?",
  "{order} was first ordered in {admission}. Did the first drug level after that day come within the next three days?",
  "After the day of the first order for {order} in {admission}, was the first level of the drug measured no more than three days later?",
]

[[case]]
name   = "vancomycin on the next day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = true }]

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
expect = [{ admission = 1, order = 10, answer = true }]

[[case]]
name   = "five days later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 10000, latest: 10000})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = false }]

[[case]]
name   = "a level on the start day is not after it"
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
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// Prescription Vancomycin: start_earliest 1440 -> -1440
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: -1440, start_latest: -1})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'vancomycin 1', name: 'vancomycin'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n1_4)-[:REFERS_TO {role: 'test'}]->(n1_5:Concept {id: 'loinc:vancomycin 1', name: 'Vancomycin'})
CREATE (n1_5)-[:MEASURES]->(n1_3)
// 'what does not count, beside what does': Prescription a diluent: start_earliest 1440 -> 0
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'vancomycin 6', name: 'vancomycin'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6040, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_5:Concept {id: 'loinc:vancomycin 6', name: 'Vancomycin'})
CREATE (n6_5)-[:MEASURES]->(n6_3)
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6110, name: 'a diluent', drug: 'Vancomycin', drug_type: 'BASE', start_earliest: 0, start_latest: 1439})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_3)
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_7:Prescription {id: 6310, name: 'eye drops', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})
CREATE (n6_7)-[:REFERS_TO {role: 'drug'}]->(n6_3)
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_8:Prescription {id: 6410, name: 'a carrier', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_8)-[:REFERS_TO {role: 'carrier'}]->(n6_3)
"""
expect = [
  { admission = 1001, order = 1010, answer = true },
  { admission = 6001, order = 6010, answer = true },
]

[[case]]
name   = "the first level after the day, and not just any"
graph  = """
// three days to the minute
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c1:Concept {id: 'vancomycin 1', name: 'vancomycin'})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 140, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 7199, latest: 7199})-[:REFERS_TO {role: 'test'}]->(t1:Concept {id: 'vancomycin level 1', name: 'vancomycin level'})-[:MEASURES]->(c1)
// a minute more
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c2:Concept {id: 'vancomycin 2', name: 'vancomycin'})
CREATE (a2)-[:HAD_LAB_EVENT]->(:LabEvent {id: 240, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 7200, latest: 7200})-[:REFERS_TO {role: 'test'}]->(t2:Concept {id: 'vancomycin level 2', name: 'vancomycin level'})-[:MEASURES]->(c2)
// a second level, too late, does not count
CREATE (p3:Patient {id: 3})-[:HAD_ADMISSION]->(a3:Admission {id: 3, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c3:Concept {id: 'vancomycin 3', name: 'vancomycin'})
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 340, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 7000, latest: 7000})-[:REFERS_TO {role: 'test'}]->(t3:Concept {id: 'vancomycin level 3', name: 'vancomycin level'})-[:MEASURES]->(c3)
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 341, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 9000, latest: 9000})-[:REFERS_TO {role: 'test'}]->(t3)
// a level without a value does not count
CREATE (p4:Patient {id: 4})-[:HAD_ADMISSION]->(a4:Admission {id: 4, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c4:Concept {id: 'vancomycin 4', name: 'vancomycin'})
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 440, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 9000, latest: 9000})-[:REFERS_TO {role: 'test'}]->(t4:Concept {id: 'vancomycin level 4', name: 'vancomycin level'})-[:MEASURES]->(c4)
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 441, name: 'Vancomycin (Blood)', earliest: 3000, latest: 3000})-[:REFERS_TO {role: 'test'}]->(t4)
// another test does not count
CREATE (p5:Patient {id: 5})-[:HAD_ADMISSION]->(a5:Admission {id: 5, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 510, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c5:Concept {id: 'vancomycin 5', name: 'vancomycin'})
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 540, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 9000, latest: 9000})-[:REFERS_TO {role: 'test'}]->(t5:Concept {id: 'vancomycin level 5', name: 'vancomycin level'})-[:MEASURES]->(c5)
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 541, name: 'Platelet Count (Blood)', valuenum: 9.0, earliest: 3000, latest: 3000})
// a level of the first day does not count
CREATE (p6:Patient {id: 6})-[:HAD_ADMISSION]->(a6:Admission {id: 6, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a6)-[:HAD_PRESCRIPTION]->(:Prescription {id: 610, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c6:Concept {id: 'vancomycin 6', name: 'vancomycin'})
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 640, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 9000, latest: 9000})-[:REFERS_TO {role: 'test'}]->(t6:Concept {id: 'vancomycin level 6', name: 'vancomycin level'})-[:MEASURES]->(c6)
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 641, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 2000, latest: 2000})-[:REFERS_TO {role: 'test'}]->(t6)
// nor in its last minute
CREATE (p7:Patient {id: 7})-[:HAD_ADMISSION]->(a7:Admission {id: 7, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a7)-[:HAD_PRESCRIPTION]->(:Prescription {id: 710, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c7:Concept {id: 'vancomycin 7', name: 'vancomycin'})
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 740, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 9000, latest: 9000})-[:REFERS_TO {role: 'test'}]->(t7:Concept {id: 'vancomycin level 7', name: 'vancomycin level'})-[:MEASURES]->(c7)
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 741, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 2879, latest: 2879})-[:REFERS_TO {role: 'test'}]->(t7)
// a later order is not the first
CREATE (p8:Patient {id: 8})-[:HAD_ADMISSION]->(a8:Admission {id: 8, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a8)-[:HAD_PRESCRIPTION]->(:Prescription {id: 810, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c8:Concept {id: 'vancomycin 8', name: 'vancomycin'})
CREATE (a8)-[:HAD_LAB_EVENT]->(:LabEvent {id: 840, name: 'Vancomycin (Blood)', valuenum: 9.0, earliest: 9000, latest: 9000})-[:REFERS_TO {role: 'test'}]->(t8:Concept {id: 'vancomycin level 8', name: 'vancomycin level'})-[:MEASURES]->(c8)
CREATE (a8)-[:HAD_PRESCRIPTION]->(:Prescription {id: 811, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(c8)
"""
expect = [
  { admission = 1, order = 110, answer = true },
  { admission = 2, order = 210, answer = false },
  { admission = 3, order = 310, answer = true },
  { admission = 4, order = 410, answer = false },
  { admission = 5, order = 510, answer = false },
  { admission = 6, order = 610, answer = false },
  { admission = 7, order = 710, answer = false },
  { admission = 8, order = 810, answer = false },
]

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
expect = [{ admission = 1, order = 10, answer = true }]
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
RETURN admission, order, level.latest - order.start_latest <= 4320 AS answer, path_order, path_level
