/*
id        = "trend_around_first_order"
family    = "M4"
title     = "Whether a lab rose or fell around the first order of a drug"
decision  = "monitoring"
slots     = { admission = "Admission", order = "Prescription", test = "LabEvent" }
answer    = { kind = "one", label = "text" }
knowledge = []
hops      = 2
why       = "The simplest judgement of effect and harm: the value before against the value after."
source    = "Pairs of drug and test are those that the FDA-approved label of the drug says to monitor (furosemide: electrolytes, creatinine, BUN; potassium chloride: potassium; magnesium sulfate: magnesium; insulin: glucose; heparin: aPTT, platelets; warfarin: INR; intravenous vancomycin: renal function). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Did {test} rise, fall or stay unchanged from its last value before the day of the first order for {order} in {admission} to its first value after that day?",
  "Comparing the last {test} before the day on which {order} was first ordered in {admission} with the first one after that day: did it rise, fall or stay unchanged?",
  "From the last result before to the first result after the day of the first {order} order in {admission}, did {test} rise, fall or stay unchanged?",
]

[[case]]
name   = "potassium falls under furosemide"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "fell" }]

[[case]]
name   = "another patient's earlier order does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "fell" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Furosemide Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "fell" }]

[[case]]
name   = "potassium rises"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "rose" }]

[[case]]
name   = "only the first value after counts"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 5.0, valueuom: 'mEq/L', earliest: 4000, latest: 4000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "fell" }]

[[case]]
name   = "a value on the day of the order is neither before nor after"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 2000, latest: 2000})
"""
expect = []

[[case]]
name   = "a pair that no label names"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Docusate', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = []

[[case]]
name   = "no value before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 3100, latest: 3100})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = []
[[case]]
name   = "one thing changed, a patient each"
graph  = """
// LabEvent Potassium (Blood): loinc_code '2823-3' -> '2345-7'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_3:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2345-7', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// Prescription Furosemide: drug 'Furosemide' -> 'heparin'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'heparin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_3:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// Prescription Furosemide: drug 'Furosemide' -> 'insulin'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Furosemide', drug: 'insulin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_3:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// Prescription Furosemide: drug 'Furosemide' -> 'magnesium sulfate'
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Furosemide', drug: 'magnesium sulfate', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_3:LabEvent {id: 5040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// Prescription Furosemide: drug 'Furosemide' -> 'warfarin'
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Furosemide', drug: 'warfarin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_3:LabEvent {id: 6040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): loinc_code '2823-3' -> '2601-3'
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_3:LabEvent {id: 7040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2601-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): loinc_code '2823-3' -> '3173-2'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_3:LabEvent {id: 8040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '3173-2', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): loinc_code '2823-3' -> '5895-7'
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_2:Prescription {id: 9010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_3:LabEvent {id: 9040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '5895-7', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_4:LabEvent {id: 9041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// Prescription Furosemide: route = 'BOTH EYES'
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_2:Prescription {id: 11010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'BOTH EYES'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_3:LabEvent {id: 11040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_4:LabEvent {id: 11041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): earliest 900 -> 1440
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n12_1)-[:HAD_PRESCRIPTION]->(n12_2:Prescription {id: 12010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_3:LabEvent {id: 12040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 1440, latest: 1440})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_4:LabEvent {id: 12041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Furosemide'
CREATE (n13_0:Patient {id: 13001})-[:HAD_ADMISSION]->(n13_1:Admission {id: 13001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_2:Prescription {id: 13010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_3:LabEvent {id: 13040, name: 'Furosemide', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_4:LabEvent {id: 13041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): without valuenum
CREATE (n14_0:Patient {id: 14001})-[:HAD_ADMISSION]->(n14_1:Admission {id: 14001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n14_1)-[:HAD_PRESCRIPTION]->(n14_2:Prescription {id: 14010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n14_1)-[:HAD_LAB_EVENT]->(n14_3:LabEvent {id: 14040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n14_1)-[:HAD_LAB_EVENT]->(n14_4:LabEvent {id: 14041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): valueuom 'mEq/L' -> 'other'
CREATE (n15_0:Patient {id: 15001})-[:HAD_ADMISSION]->(n15_1:Admission {id: 15001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n15_1)-[:HAD_PRESCRIPTION]->(n15_2:Prescription {id: 15010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_3:LabEvent {id: 15040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'other', earliest: 900, latest: 900})
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_4:LabEvent {id: 15041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// LabEvent Potassium (Blood): earliest 3000 -> 2879
CREATE (n16_0:Patient {id: 16001})-[:HAD_ADMISSION]->(n16_1:Admission {id: 16001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n16_1)-[:HAD_PRESCRIPTION]->(n16_2:Prescription {id: 16010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n16_1)-[:HAD_LAB_EVENT]->(n16_3:LabEvent {id: 16040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n16_1)-[:HAD_LAB_EVENT]->(n16_4:LabEvent {id: 16041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 2879, latest: 2879})
// LabEvent Potassium (Blood): without valuenum
CREATE (n17_0:Patient {id: 17001})-[:HAD_ADMISSION]->(n17_1:Admission {id: 17001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n17_1)-[:HAD_PRESCRIPTION]->(n17_2:Prescription {id: 17010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n17_1)-[:HAD_LAB_EVENT]->(n17_3:LabEvent {id: 17040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n17_1)-[:HAD_LAB_EVENT]->(n17_4:LabEvent {id: 17041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_LAB_EVENT]->(LabEvent Potassium (Blood)) with another source
CREATE (n19_0:Patient {id: 19001})-[:HAD_ADMISSION]->(n19_1:Admission {id: 19001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n19_1)-[:HAD_PRESCRIPTION]->(n19_2:Prescription {id: 19010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n19_1)-[:HAD_LAB_EVENT]->(n19_3:LabEvent {id: 19040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n19_5:Admission {id: 19042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_LAB_EVENT]->(n19_4:LabEvent {id: 19041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// beside Prescription Furosemide its like, Prescription Furosemide: start_earliest 1440 -> 0
CREATE (n20_0:Patient {id: 20001})-[:HAD_ADMISSION]->(n20_1:Admission {id: 20001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n20_1)-[:HAD_PRESCRIPTION]->(n20_2:Prescription {id: 20010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n20_1)-[:HAD_LAB_EVENT]->(n20_3:LabEvent {id: 20040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n20_1)-[:HAD_LAB_EVENT]->(n20_4:LabEvent {id: 20041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
CREATE (n20_1)-[:HAD_PRESCRIPTION]->(n20_5:Prescription {id: 20042, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// Prescription Furosemide: drug 'Furosemide' -> 'potassium chloride'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'potassium chloride', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_3:LabEvent {id: 1040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// beside LabEvent Potassium (Blood) its like, LabEvent Potassium (Blood): earliest 3000 -> 899
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_2:Prescription {id: 10010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_3:LabEvent {id: 10040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_4:LabEvent {id: 10041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_5:LabEvent {id: 10042, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 899, latest: 899})
// 'what does not count, beside what does': Prescription a diluent: start_earliest 1440 -> 0
CREATE (n18_0:Patient {id: 18001})-[:HAD_ADMISSION]->(n18_1:Admission {id: 18001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n18_1)-[:HAD_PRESCRIPTION]->(n18_2:Prescription {id: 18010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n18_1)-[:HAD_LAB_EVENT]->(n18_3:LabEvent {id: 18040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n18_1)-[:HAD_LAB_EVENT]->(n18_4:LabEvent {id: 18041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
CREATE (n18_1)-[:HAD_PRESCRIPTION]->(n18_5:Prescription {id: 18110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE', start_earliest: 0, start_latest: 1439})
CREATE (n18_1)-[:HAD_PRESCRIPTION]->(n18_6:Prescription {id: 18210, name: 'a flush', drug: 'Furosemide Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
// 'only the first value after counts': LabEvent Potassium (Blood): earliest 4000 -> 1440
CREATE (n21_0:Patient {id: 21001})-[:HAD_ADMISSION]->(n21_1:Admission {id: 21001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n21_1)-[:HAD_PRESCRIPTION]->(n21_2:Prescription {id: 21010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n21_1)-[:HAD_LAB_EVENT]->(n21_3:LabEvent {id: 21040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n21_1)-[:HAD_LAB_EVENT]->(n21_4:LabEvent {id: 21042, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 5.0, valueuom: 'mEq/L', earliest: 1440, latest: 1440})
CREATE (n21_1)-[:HAD_LAB_EVENT]->(n21_5:LabEvent {id: 21041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
// 'only the first value after counts': LabEvent Potassium (Blood): earliest 4000 -> 2879
CREATE (n22_0:Patient {id: 22001})-[:HAD_ADMISSION]->(n22_1:Admission {id: 22001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n22_1)-[:HAD_PRESCRIPTION]->(n22_2:Prescription {id: 22010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n22_1)-[:HAD_LAB_EVENT]->(n22_3:LabEvent {id: 22040, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (n22_1)-[:HAD_LAB_EVENT]->(n22_4:LabEvent {id: 22042, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 5.0, valueuom: 'mEq/L', earliest: 2879, latest: 2879})
CREATE (n22_1)-[:HAD_LAB_EVENT]->(n22_5:LabEvent {id: 22041, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = [
  { admission = 1001, order = 1010, test = 1041, answer = "fell" },
  { admission = 10001, order = 10010, test = 10041, answer = "fell" },
  { admission = 18001, order = 18010, test = 18041, answer = "fell" },
  { admission = 21001, order = 21010, test = 21041, answer = "fell" },
  { admission = 22001, order = 22010, test = 22041, answer = "fell" },
]
[[case]]
name   = "every pair of drug and test, a patient each"
graph  = """
// Vancomycin IV and Creatinine (Blood)
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 140, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 141, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Warfarin PO and INR(PT) (Blood)
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a2)-[:HAD_LAB_EVENT]->(:LabEvent {id: 240, name: 'INR(PT) (Blood)', loinc_code: '5895-7', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a2)-[:HAD_LAB_EVENT]->(:LabEvent {id: 241, name: 'INR(PT) (Blood)', loinc_code: '5895-7', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Heparin Sodium IV and PTT (Blood)
CREATE (p3:Patient {id: 3})-[:HAD_ADMISSION]->(a3:Admission {id: 3, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'Heparin Sodium', drug: 'Heparin Sodium', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 340, name: 'PTT (Blood)', loinc_code: '3173-2', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 341, name: 'PTT (Blood)', loinc_code: '3173-2', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Insulin SC and Glucose (Blood)
CREATE (p4:Patient {id: 4})-[:HAD_ADMISSION]->(a4:Admission {id: 4, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'Insulin', drug: 'Insulin', drug_type: 'MAIN', route: 'SC', start_earliest: 1440, start_latest: 2879})
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 440, name: 'Glucose (Blood)', loinc_code: '2345-7', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 441, name: 'Glucose (Blood)', loinc_code: '2345-7', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Magnesium Sulfate IV and Magnesium (Blood)
CREATE (p5:Patient {id: 5})-[:HAD_ADMISSION]->(a5:Admission {id: 5, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 510, name: 'Magnesium Sulfate', drug: 'Magnesium Sulfate', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 540, name: 'Magnesium (Blood)', loinc_code: '2601-3', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 541, name: 'Magnesium (Blood)', loinc_code: '2601-3', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Potassium Chloride IV and Potassium (Blood)
CREATE (p6:Patient {id: 6})-[:HAD_ADMISSION]->(a6:Admission {id: 6, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a6)-[:HAD_PRESCRIPTION]->(:Prescription {id: 610, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 640, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 641, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
"""
expect = [
  { admission = 1, order = 110, test = 141, answer = "fell" },
  { admission = 2, order = 210, test = 241, answer = "fell" },
  { admission = 3, order = 310, test = 341, answer = "fell" },
  { admission = 4, order = 410, test = 441, answer = "fell" },
  { admission = 5, order = 510, test = 541, answer = "fell" },
  { admission = 6, order = 610, test = 641, answer = "fell" },
]

[[case]]
name   = "pairs of drug and test that no label knows"
graph  = """
CREATE (p50:Patient {id: 50})-[:HAD_ADMISSION]->(a50:Admission {id: 50, name: 'the admission of 1 May 2150 to 9 May 2150'})
// Vancomycin PO and Creatinine (Blood)
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 140, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 141, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Vancomycin IV and Potassium (Blood)
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a2)-[:HAD_LAB_EVENT]->(:LabEvent {id: 240, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a2)-[:HAD_LAB_EVENT]->(:LabEvent {id: 241, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Cefazolin IV and Creatinine (Blood)
CREATE (p3:Patient {id: 3})-[:HAD_ADMISSION]->(a3:Admission {id: 3, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'Cefazolin', drug: 'Cefazolin', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 340, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 341, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Potassium Chloride IV and Sodium (Blood)
CREATE (p4:Patient {id: 4})-[:HAD_ADMISSION]->(a4:Admission {id: 4, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 440, name: 'Sodium (Blood)', loinc_code: '2951-2', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 441, name: 'Sodium (Blood)', loinc_code: '2951-2', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Warfarin PO and Glucose (Blood)
CREATE (p5:Patient {id: 5})-[:HAD_ADMISSION]->(a5:Admission {id: 5, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 510, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 540, name: 'Glucose (Blood)', loinc_code: '2345-7', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 541, name: 'Glucose (Blood)', loinc_code: '2345-7', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
// Furosemide IV and Glucose (Blood)
CREATE (p6:Patient {id: 6})-[:HAD_ADMISSION]->(a6:Admission {id: 6, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a6)-[:HAD_PRESCRIPTION]->(:Prescription {id: 610, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 640, name: 'Glucose (Blood)', loinc_code: '2345-7', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 641, name: 'Glucose (Blood)', loinc_code: '2345-7', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
"""
expect = []

[[case]]
name   = "what stands between does not count; no change is no rise and no fall"
graph  = """
// a result without a value and one of another test stand in between
CREATE (p7:Patient {id: 7})-[:HAD_ADMISSION]->(a7:Admission {id: 7, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a7)-[:HAD_PRESCRIPTION]->(:Prescription {id: 710, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 740, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 741, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 742, name: 'Potassium (Blood)', loinc_code: '2823-3', earliest: 1000, latest: 1000})
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 743, name: 'Platelet Count (Blood)', loinc_code: '777-3', valuenum: 9.0, earliest: 1100, latest: 1100})
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 744, name: 'Potassium (Blood)', loinc_code: '2823-3', earliest: 2900, latest: 2900})
CREATE (a7)-[:HAD_LAB_EVENT]->(:LabEvent {id: 745, name: 'Platelet Count (Blood)', loinc_code: '777-3', valuenum: 9.0, earliest: 2910, latest: 2910})
// the same value
CREATE (p8:Patient {id: 8})-[:HAD_ADMISSION]->(a8:Admission {id: 8, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a8)-[:HAD_PRESCRIPTION]->(:Prescription {id: 810, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a8)-[:HAD_LAB_EVENT]->(:LabEvent {id: 840, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a8)-[:HAD_LAB_EVENT]->(:LabEvent {id: 841, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 4.1, valueuom: 'unit', earliest: 3000, latest: 3000})
// results of other admissions in between
CREATE (p9:Patient {id: 9})-[:HAD_ADMISSION]->(a9:Admission {id: 9, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a9)-[:HAD_PRESCRIPTION]->(:Prescription {id: 910, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (a9)-[:HAD_LAB_EVENT]->(:LabEvent {id: 940, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 4.1, valueuom: 'unit', earliest: 900, latest: 900})
CREATE (a9)-[:HAD_LAB_EVENT]->(:LabEvent {id: 941, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 3.2, valueuom: 'unit', earliest: 3000, latest: 3000})
CREATE (:Admission {id: 99})-[:HAD_LAB_EVENT]->(:LabEvent {id: 946, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 9.0, valueuom: 'unit', earliest: 1000, latest: 1000})
CREATE (:Admission {id: 98})-[:HAD_LAB_EVENT]->(:LabEvent {id: 947, name: 'Potassium (Blood)', loinc_code: '2823-3', valuenum: 9.0, valueuom: 'unit', earliest: 2900, latest: 2900})
"""
expect = [
  { admission = 7, order = 710, test = 741, answer = "fell" },
  { admission = 8, order = 810, test = 841, answer = "stayed unchanged" },
  { admission = 9, order = 910, test = 941, answer = "fell" },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription) WHERE sooner.name = order.name AND sooner.start_earliest < order.start_earliest }
MATCH path_before = (admission)-[:HAD_LAB_EVENT]->(before:LabEvent)
WHERE before.valuenum IS NOT NULL AND before.latest < order.start_earliest
  AND ((toLower(order.drug) STARTS WITH 'furosemide' AND before.loinc_code IN ['2823-3', '2160-0', '3094-0', '2951-2'])
    OR (toLower(order.drug) STARTS WITH 'potassium chloride' AND before.loinc_code = '2823-3')
    OR (toLower(order.drug) STARTS WITH 'magnesium sulfate' AND before.loinc_code = '2601-3')
    OR (toLower(order.drug) STARTS WITH 'insulin' AND before.loinc_code = '2345-7')
    OR (toLower(order.drug) STARTS WITH 'heparin' AND before.loinc_code IN ['3173-2', '777-3'])
    OR (toLower(order.drug) STARTS WITH 'warfarin' AND before.loinc_code = '5895-7')
    OR (toLower(order.drug) STARTS WITH 'vancomycin' AND order.route = 'IV' AND before.loinc_code IN ['2160-0', '3094-0']))
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(between:LabEvent) WHERE between.name = before.name AND between.valuenum IS NOT NULL AND before.latest < between.earliest AND between.latest < order.start_earliest }
MATCH path_after = (admission)-[:HAD_LAB_EVENT]->(test:LabEvent)
WHERE test.name = before.name AND test.valuenum IS NOT NULL AND coalesce(test.valueuom, '') = coalesce(before.valueuom, '') AND order.start_latest < test.earliest
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(sooner:LabEvent) WHERE sooner.name = test.name AND sooner.valuenum IS NOT NULL AND order.start_latest < sooner.earliest AND sooner.latest < test.earliest }
RETURN admission, order, test, CASE WHEN test.valuenum > before.valuenum THEN 'rose' WHEN test.valuenum < before.valuenum THEN 'fell' ELSE 'stayed unchanged' END AS answer, path_order, path_before, path_after
