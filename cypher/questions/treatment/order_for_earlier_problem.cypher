/*
id        = "order_for_earlier_problem"
title     = "The ordered drugs that treat a problem coded only earlier"
decision  = "treatment-rationale"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT"]
hops      = 4
why       = "The reason for a home drug is often coded two stays ago and never again."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, treat a diagnosis that was coded for an earlier admission of this patient but is not coded for this one, according to the knowledge graph?",
  "According to the knowledge graph, which drugs ordered in {admission} (diluents, flushes and drugs for local use aside) are treatments of a problem that the codes of an earlier admission list and those of this admission do not?",
  "Diluents, flushes and drugs for local use aside, which drugs ordered in {admission} treat a diagnosis that is coded for an earlier admission of the patient only, not for this one, according to the knowledge graph?",
]

[[case]]
name   = "metoprolol for the hypertension of the last stay"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 2, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 2, answer = 10 }]

[[case]]
name   = "coded now as well"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21})-[:REFERS_TO {role: 'code'}]->(x)
"""
expect = []

[[case]]
name   = "coded for a later admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: -9000, start_latest: -9000, stop_earliest: -5000, stop_latest: -5000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "a drug for something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(:Concept {id: 'angina'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_2)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_4)-[:MAY_TREAT]->(n1_6)
// Unspecified essential hypertension is linked in the role 'group', not 'code'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_5)-[:REFERS_TO {role: 'group'}]->(n2_6:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_4)-[:MAY_TREAT]->(n2_6)
// metoprolol MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_4)-[:MAY_PREVENT]->(n3_6)
// the admission of 1 May 2150 to 9 May 2150 is of another patient
CREATE (n4_7:Patient {id: 4021})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_2)-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_4:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_4)-[:MAY_TREAT]->(n4_6)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_2)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_4)-[:MAY_TREAT]->(n1_6)
// as in 'what does not count, beside what does', but Unspecified essential hypertension is linked in the role 'group', not 'code'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_5)-[:REFERS_TO {role: 'group'}]->(n2_6:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_4)-[:MAY_TREAT]->(n2_6)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_7:Prescription {id: 2110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})
CREATE (n2_7)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_8:Prescription {id: 2210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})
CREATE (n2_8)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_9:Prescription {id: 2310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})
CREATE (n2_9)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_10:Prescription {id: 2410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_10)-[:REFERS_TO {role: 'carrier'}]->(n2_4)
// as in 'what does not count, beside what does', but metoprolol MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_4)-[:MAY_PREVENT]->(n3_6)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_7:Prescription {id: 3110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})
CREATE (n3_7)-[:REFERS_TO {role: 'drug'}]->(n3_4)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_8:Prescription {id: 3210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})
CREATE (n3_8)-[:REFERS_TO {role: 'drug'}]->(n3_4)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_9:Prescription {id: 3310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})
CREATE (n3_9)-[:REFERS_TO {role: 'drug'}]->(n3_4)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_10:Prescription {id: 3410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_10)-[:REFERS_TO {role: 'carrier'}]->(n3_4)
// as in 'what does not count, beside what does', but the admission of 1 May 2150 to 9 May 2150 is of another patient
CREATE (n5_11:Patient {id: 5411})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_2:Admission {id: 5002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n5_2)-[:HAD_PRESCRIPTION]->(n5_3:Prescription {id: 5010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n5_3)-[:REFERS_TO {role: 'drug'}]->(n5_4:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_5)-[:REFERS_TO {role: 'code'}]->(n5_6:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_4)-[:MAY_TREAT]->(n5_6)
CREATE (n5_2)-[:HAD_PRESCRIPTION]->(n5_7:Prescription {id: 5110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})
CREATE (n5_7)-[:REFERS_TO {role: 'drug'}]->(n5_4)
CREATE (n5_2)-[:HAD_PRESCRIPTION]->(n5_8:Prescription {id: 5210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})
CREATE (n5_8)-[:REFERS_TO {role: 'drug'}]->(n5_4)
CREATE (n5_2)-[:HAD_PRESCRIPTION]->(n5_9:Prescription {id: 5310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})
CREATE (n5_9)-[:REFERS_TO {role: 'drug'}]->(n5_4)
CREATE (n5_2)-[:HAD_PRESCRIPTION]->(n5_10:Prescription {id: 5410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n5_10)-[:REFERS_TO {role: 'carrier'}]->(n5_4)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// as in 'coded now as well', but 21 is linked in the role 'group', not 'code'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0)-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_2)-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_4:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_4)-[:MAY_TREAT]->(n4_6)
CREATE (n4_2)-[:HAD_DIAGNOSIS]->(n4_7:Diagnosis {id: 4021})
CREATE (n4_7)-[:REFERS_TO {role: 'group'}]->(n4_6)
// as in 'coded now as well', but 21 refers to another disease
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n6_0)-[:HAD_ADMISSION]->(n6_2:Admission {id: 6002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n6_2)-[:HAD_PRESCRIPTION]->(n6_3:Prescription {id: 6010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n6_3)-[:REFERS_TO {role: 'drug'}]->(n6_4:Concept {id: 'metoprolol 6', name: 'metoprolol'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_5:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_5)-[:REFERS_TO {role: 'code'}]->(n6_6:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_4)-[:MAY_TREAT]->(n6_6)
CREATE (n6_2)-[:HAD_DIAGNOSIS]->(n6_7:Diagnosis {id: 6021})
CREATE (n6_7)-[:REFERS_TO {role: 'code'}]->(n6_8:Concept {id: 'another hypertension 6', name: 'another hypertension'})
"""
expect = [
  { admission = 4002, answer = 4010 },
  { admission = 6002, answer = 6010 },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(disease:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_before = (p)-[:HAD_ADMISSION]->(earlier:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease)
WHERE earlier.stop_latest < admission.start_earliest
  AND NOT EXISTS { (admission)-[:HAD_DIAGNOSIS]->(:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease) }
RETURN admission, answer, path_order, path_before
