/*
id        = "earlier_treatment_not_reordered"
title     = "The drugs of an earlier admission for a problem coded now that were not ordered again"
decision  = "reconciliation"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT", "HAS_INGREDIENT"]
hops      = 4
why       = "Medication reconciliation: a drug that treated the problem last time and is missing now was either stopped or forgotten."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Medication reconciliation: Joint Commission National Patient Safety Goal NPSG.03.06.01. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs that treat the diagnosis \"{diagnosis}\", coded for {admission}, had been ordered in an earlier admission of this patient (diluents, flushes and drugs for local use aside) but were not ordered in this one, according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Diluents, flushes and drugs for local use aside, which drugs for it, according to the knowledge graph, were ordered in an earlier admission of this patient and not in this one?",
  "According to the knowledge graph, which treatments of \"{diagnosis}\", coded for {admission}, have orders (diluents, flushes and drugs for local use aside) in an earlier admission of this patient but none in this one?",
]

[[case]]
name   = "metoprolol is missing now"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 2, diagnosis = 20, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 2, diagnosis = 20, answer = 10 }]

[[case]]
name   = "ordered again"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = []

[[case]]
name   = "ordered again within a combination product"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, drug: 'Lopressor HCT', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'lopressor hct'})-[:HAS_INGREDIENT]->(c)
"""
expect = []

[[case]]
name   = "a drug for something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(:Concept {id: 'angina'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_2)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_4)-[:MAY_TREAT]->(n1_6)
// metoprolol MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_2)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_5)-[:REFERS_TO {role: 'code'}]->(n2_6:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_4)-[:MAY_PREVENT]->(n2_6)
// the admission of 1 May 2150 to 9 May 2150 is of another patient
CREATE (n3_7:Patient {id: 3021})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_2)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_4)-[:MAY_TREAT]->(n3_6)
// Metoprolol refers to another drug
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0)-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'another metoprolol 4', name: 'another metoprolol'})
CREATE (n4_2)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_4:Concept {id: 'metoprolol 4', name: 'metoprolol'})-[:MAY_TREAT]->(n4_6)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_2)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_4)-[:MAY_TREAT]->(n1_6)
// as in 'what does not count, beside what does', but metoprolol MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_2)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_5)-[:REFERS_TO {role: 'code'}]->(n2_6:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_4)-[:MAY_PREVENT]->(n2_6)
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_7:Prescription {id: 2110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})
CREATE (n2_7)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_8:Prescription {id: 2210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})
CREATE (n2_8)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_9:Prescription {id: 2310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})
CREATE (n2_9)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_10:Prescription {id: 2410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_10)-[:REFERS_TO {role: 'carrier'}]->(n2_4)
CREATE (n2_2)-[:HAD_DIAGNOSIS]->(n2_11:Diagnosis {id: 2120, name: 'only in its group'})
CREATE (n2_11)-[:REFERS_TO {role: 'group'}]->(n2_6)
// as in 'ordered again', but something else than metoprolol MAY_TREAT hypertension
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0)-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_4:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_2)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_8:Concept {id: 'another metoprolol 4', name: 'another metoprolol'})-[:MAY_TREAT]->(n4_6)
CREATE (n4_2)-[:HAD_PRESCRIPTION]->(n4_7:Prescription {id: 4011, drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n4_7)-[:REFERS_TO {role: 'drug'}]->(n4_4)
// as in 'what does not count, beside what does', but the admission of 1 May 2150 to 9 May 2150 is of another patient
CREATE (n7_12:Patient {id: 7411})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_2:Admission {id: 7002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_3:Prescription {id: 7010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n7_3)-[:REFERS_TO {role: 'drug'}]->(n7_4:Concept {id: 'metoprolol 7', name: 'metoprolol'})
CREATE (n7_2)-[:HAD_DIAGNOSIS]->(n7_5:Diagnosis {id: 7020, name: 'Unspecified essential hypertension'})
CREATE (n7_5)-[:REFERS_TO {role: 'code'}]->(n7_6:Concept {id: 'hypertension 7', name: 'hypertension'})
CREATE (n7_4)-[:MAY_TREAT]->(n7_6)
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_7:Prescription {id: 7110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})
CREATE (n7_7)-[:REFERS_TO {role: 'drug'}]->(n7_4)
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_8:Prescription {id: 7210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})
CREATE (n7_8)-[:REFERS_TO {role: 'drug'}]->(n7_4)
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_9:Prescription {id: 7310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})
CREATE (n7_9)-[:REFERS_TO {role: 'drug'}]->(n7_4)
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_10:Prescription {id: 7410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n7_10)-[:REFERS_TO {role: 'carrier'}]->(n7_4)
CREATE (n7_2)-[:HAD_DIAGNOSIS]->(n7_11:Diagnosis {id: 7120, name: 'only in its group'})
CREATE (n7_11)-[:REFERS_TO {role: 'group'}]->(n7_6)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// as in 'ordered again', but 11 is linked in the role 'carrier', not 'drug'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_2)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_4)-[:MAY_TREAT]->(n3_6)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_7:Prescription {id: 3011, drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_7)-[:REFERS_TO {role: 'carrier'}]->(n3_4)
// as in 'ordered again within a combination product', but 11 is linked in the role 'drug', not 'product'
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n5_0)-[:HAD_ADMISSION]->(n5_2:Admission {id: 5002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_3:Prescription {id: 5010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n5_3)-[:REFERS_TO {role: 'drug'}]->(n5_4:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_2)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_5)-[:REFERS_TO {role: 'code'}]->(n5_6:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_4)-[:MAY_TREAT]->(n5_6)
CREATE (n5_2)-[:HAD_PRESCRIPTION]->(n5_7:Prescription {id: 5011, drug: 'Lopressor HCT', drug_type: 'MAIN'})
CREATE (n5_7)-[:REFERS_TO {role: 'drug'}]->(n5_8:Concept {id: 'lopressor hct 5'})
CREATE (n5_8)-[:HAS_INGREDIENT]->(n5_4)
// as in 'ordered again within a combination product', but lopressor hct INTERACTS_WITH metoprolol in place of HAS_INGREDIENT
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n6_0)-[:HAD_ADMISSION]->(n6_2:Admission {id: 6002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_3:Prescription {id: 6010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n6_3)-[:REFERS_TO {role: 'drug'}]->(n6_4:Concept {id: 'metoprolol 6', name: 'metoprolol'})
CREATE (n6_2)-[:HAD_DIAGNOSIS]->(n6_5:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_5)-[:REFERS_TO {role: 'code'}]->(n6_6:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_4)-[:MAY_TREAT]->(n6_6)
CREATE (n6_2)-[:HAD_PRESCRIPTION]->(n6_7:Prescription {id: 6011, drug: 'Lopressor HCT', drug_type: 'MAIN'})
CREATE (n6_7)-[:REFERS_TO {role: 'product'}]->(n6_8:Concept {id: 'lopressor hct 6'})
CREATE (n6_8)-[:INTERACTS_WITH]->(n6_4)
// as in 'ordered again', but 11 refers to another drug
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n8_0)-[:HAD_ADMISSION]->(n8_2:Admission {id: 8002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_3:Prescription {id: 8010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n8_3)-[:REFERS_TO {role: 'drug'}]->(n8_4:Concept {id: 'metoprolol 8', name: 'metoprolol'})
CREATE (n8_2)-[:HAD_DIAGNOSIS]->(n8_5:Diagnosis {id: 8020, name: 'Unspecified essential hypertension'})
CREATE (n8_5)-[:REFERS_TO {role: 'code'}]->(n8_6:Concept {id: 'hypertension 8', name: 'hypertension'})
CREATE (n8_4)-[:MAY_TREAT]->(n8_6)
CREATE (n8_2)-[:HAD_PRESCRIPTION]->(n8_7:Prescription {id: 8011, drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n8_7)-[:REFERS_TO {role: 'drug'}]->(n8_8:Concept {id: 'another metoprolol 8', name: 'another metoprolol'})
// as in 'ordered again within a combination product', but 11 is of another admission
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n9_0)-[:HAD_ADMISSION]->(n9_2:Admission {id: 9002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_3:Prescription {id: 9010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n9_3)-[:REFERS_TO {role: 'drug'}]->(n9_4:Concept {id: 'metoprolol 9', name: 'metoprolol'})
CREATE (n9_2)-[:HAD_DIAGNOSIS]->(n9_5:Diagnosis {id: 9020, name: 'Unspecified essential hypertension'})
CREATE (n9_5)-[:REFERS_TO {role: 'code'}]->(n9_6:Concept {id: 'hypertension 9', name: 'hypertension'})
CREATE (n9_4)-[:MAY_TREAT]->(n9_6)
CREATE (n9_9:Admission {id: 9021, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})-[:HAD_PRESCRIPTION]->(n9_7:Prescription {id: 9011, drug: 'Lopressor HCT', drug_type: 'MAIN'})
CREATE (n9_7)-[:REFERS_TO {role: 'product'}]->(n9_8:Concept {id: 'lopressor hct 9'})
CREATE (n9_8)-[:HAS_INGREDIENT]->(n9_4)
// as in 'ordered again within a combination product', but Metoprolol refers to another drug, of which the same is known
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n10_0)-[:HAD_ADMISSION]->(n10_2:Admission {id: 10002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_3:Prescription {id: 10010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n10_3)-[:REFERS_TO {role: 'drug'}]->(n10_9:Concept {id: 'another metoprolol 10', name: 'another metoprolol'})
CREATE (n10_2)-[:HAD_DIAGNOSIS]->(n10_5:Diagnosis {id: 10020, name: 'Unspecified essential hypertension'})
CREATE (n10_5)-[:REFERS_TO {role: 'code'}]->(n10_6:Concept {id: 'hypertension 10', name: 'hypertension'})
CREATE (n10_4:Concept {id: 'metoprolol 10', name: 'metoprolol'})-[:MAY_TREAT]->(n10_6)
CREATE (n10_2)-[:HAD_PRESCRIPTION]->(n10_7:Prescription {id: 10011, drug: 'Lopressor HCT', drug_type: 'MAIN'})
CREATE (n10_7)-[:REFERS_TO {role: 'product'}]->(n10_8:Concept {id: 'lopressor hct 10'})
CREATE (n10_8)-[:HAS_INGREDIENT]->(n10_4)
CREATE (n10_9)-[:MAY_TREAT]->(n10_6)
"""
expect = [
  { admission = 3002, diagnosis = 3020, answer = 3010 },
  { admission = 5002, diagnosis = 5020, answer = 5010 },
  { admission = 6002, diagnosis = 6020, answer = 6010 },
  { admission = 8002, diagnosis = 8020, answer = 8010 },
  { admission = 9002, diagnosis = 9020, answer = 9010 },
  { admission = 10002, diagnosis = 10020, answer = 10010 },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)<-[:MAY_TREAT]-(drug:Concept)
WHERE p.id IN $patients
MATCH path_before = (p)-[:HAD_ADMISSION]->(earlier:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug)
WHERE earlier.stop_latest < admission.start_earliest AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug) }
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'product'}]->(:Concept)-[:HAS_INGREDIENT]->(drug) }
RETURN admission, diagnosis, answer, path_code, path_before
