/*
id        = "order_against_earlier_diagnosis"
family    = "S3"
title     = "The ordered drugs contraindicated by a diagnosis coded only earlier"
decision  = "contraindication"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["CONTRAINDICATED_WITH"]
hops      = 4
why       = "The contraindication that nobody sees: it stands in the codes of an older stay."
source    = "A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, are contraindicated, according to the knowledge graph, with a diagnosis coded for an earlier admission of this patient and not coded for this one?",
  "According to the knowledge graph, which drugs ordered in {admission} (diluents, flushes and drugs for local use aside) are contraindicated because of a diagnosis that is coded for an earlier admission of the patient, but not for this one?",
  "Diluents, flushes and drugs for local use aside, which drugs ordered in {admission} have a contraindication among the diagnoses that were coded for an earlier admission of the patient but not for this one, according to the knowledge graph?",
]

[[case]]
name   = "metformin after a stay with renal failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = [{ admission = 2, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metformin', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Metformin Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metformin', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 2, answer = 10 }]

[[case]]
name   = "coded now as well"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21})-[:REFERS_TO {role: 'code'}]->(x)
"""
expect = []

[[case]]
name   = "coded for a later admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: -9000, start_latest: -9000, stop_earliest: -5000, stop_latest: -5000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "another patient"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (b)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_2)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'metformin 1', name: 'metformin'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'End stage renal disease', seq_num: 2})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'renal failure 1', name: 'renal failure'})
CREATE (n1_4)-[:CONTRAINDICATED_WITH]->(n1_6)
// End stage renal disease is linked in the role 'group', not 'code'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'metformin 2', name: 'metformin'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'End stage renal disease', seq_num: 2})
CREATE (n2_5)-[:REFERS_TO {role: 'group'}]->(n2_6:Concept {id: 'renal failure 2', name: 'renal failure'})
CREATE (n2_4)-[:CONTRAINDICATED_WITH]->(n2_6)
// metformin MAY_TREAT renal failure in place of CONTRAINDICATED_WITH
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'metformin 3', name: 'metformin'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'End stage renal disease', seq_num: 2})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'renal failure 3', name: 'renal failure'})
CREATE (n3_4)-[:MAY_TREAT]->(n3_6)
// End stage renal disease refers to another disease
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0)-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_2)-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_4:Concept {id: 'metformin 4', name: 'metformin'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'End stage renal disease', seq_num: 2})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_7:Concept {id: 'another renal failure 4', name: 'another renal failure'})
CREATE (n4_4)-[:CONTRAINDICATED_WITH]->(n4_6:Concept {id: 'renal failure 4', name: 'renal failure'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_2)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'metformin 1', name: 'metformin'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'End stage renal disease', seq_num: 2})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'renal failure 1', name: 'renal failure'})
CREATE (n1_4)-[:CONTRAINDICATED_WITH]->(n1_6)
// as in 'what does not count, beside what does', but End stage renal disease is linked in the role 'group', not 'code'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'metformin 2', name: 'metformin'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'End stage renal disease', seq_num: 2})
CREATE (n2_5)-[:REFERS_TO {role: 'group'}]->(n2_6:Concept {id: 'renal failure 2', name: 'renal failure'})
CREATE (n2_4)-[:CONTRAINDICATED_WITH]->(n2_6)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_7:Prescription {id: 2110, name: 'a diluent', drug: 'Metformin', drug_type: 'BASE'})
CREATE (n2_7)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_8:Prescription {id: 2210, name: 'a flush', drug: 'Metformin Flush', drug_type: 'MAIN'})
CREATE (n2_8)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_9:Prescription {id: 2310, name: 'eye drops', drug: 'Metformin', drug_type: 'MAIN', route: 'OU'})
CREATE (n2_9)-[:REFERS_TO {role: 'drug'}]->(n2_4)
CREATE (n2_2)-[:HAD_PRESCRIPTION]->(n2_10:Prescription {id: 2410, name: 'a carrier', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n2_10)-[:REFERS_TO {role: 'carrier'}]->(n2_4)
// as in 'what does not count, beside what does', but metformin MAY_TREAT renal failure in place of CONTRAINDICATED_WITH
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'metformin 3', name: 'metformin'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'End stage renal disease', seq_num: 2})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'renal failure 3', name: 'renal failure'})
CREATE (n3_4)-[:MAY_TREAT]->(n3_6)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_7:Prescription {id: 3110, name: 'a diluent', drug: 'Metformin', drug_type: 'BASE'})
CREATE (n3_7)-[:REFERS_TO {role: 'drug'}]->(n3_4)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_8:Prescription {id: 3210, name: 'a flush', drug: 'Metformin Flush', drug_type: 'MAIN'})
CREATE (n3_8)-[:REFERS_TO {role: 'drug'}]->(n3_4)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_9:Prescription {id: 3310, name: 'eye drops', drug: 'Metformin', drug_type: 'MAIN', route: 'OU'})
CREATE (n3_9)-[:REFERS_TO {role: 'drug'}]->(n3_4)
CREATE (n3_2)-[:HAD_PRESCRIPTION]->(n3_10:Prescription {id: 3410, name: 'a carrier', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n3_10)-[:REFERS_TO {role: 'carrier'}]->(n3_4)
// as in 'coded now as well', but metformin CONTRAINDICATED_WITH something else than renal failure
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n5_0)-[:HAD_ADMISSION]->(n5_2:Admission {id: 5002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n5_2)-[:HAD_PRESCRIPTION]->(n5_3:Prescription {id: 5010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n5_3)-[:REFERS_TO {role: 'drug'}]->(n5_4:Concept {id: 'metformin 5', name: 'metformin'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5020, name: 'End stage renal disease', seq_num: 2})
CREATE (n5_5)-[:REFERS_TO {role: 'code'}]->(n5_6:Concept {id: 'renal failure 5', name: 'renal failure'})
CREATE (n5_4)-[:CONTRAINDICATED_WITH]->(n5_8:Concept {id: 'another renal failure 5', name: 'another renal failure'})
CREATE (n5_2)-[:HAD_DIAGNOSIS]->(n5_7:Diagnosis {id: 5021})
CREATE (n5_7)-[:REFERS_TO {role: 'code'}]->(n5_6)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// as in 'coded now as well', but 21 is linked in the role 'group', not 'code'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0)-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_2)-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_4:Concept {id: 'metformin 4', name: 'metformin'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'End stage renal disease', seq_num: 2})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'renal failure 4', name: 'renal failure'})
CREATE (n4_4)-[:CONTRAINDICATED_WITH]->(n4_6)
CREATE (n4_2)-[:HAD_DIAGNOSIS]->(n4_7:Diagnosis {id: 4021})
CREATE (n4_7)-[:REFERS_TO {role: 'group'}]->(n4_6)
// as in 'coded now as well', but 21 refers to another disease
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n6_0)-[:HAD_ADMISSION]->(n6_2:Admission {id: 6002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n6_2)-[:HAD_PRESCRIPTION]->(n6_3:Prescription {id: 6010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n6_3)-[:REFERS_TO {role: 'drug'}]->(n6_4:Concept {id: 'metformin 6', name: 'metformin'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_5:Diagnosis {id: 6020, name: 'End stage renal disease', seq_num: 2})
CREATE (n6_5)-[:REFERS_TO {role: 'code'}]->(n6_6:Concept {id: 'renal failure 6', name: 'renal failure'})
CREATE (n6_4)-[:CONTRAINDICATED_WITH]->(n6_6)
CREATE (n6_2)-[:HAD_DIAGNOSIS]->(n6_7:Diagnosis {id: 6021})
CREATE (n6_7)-[:REFERS_TO {role: 'code'}]->(n6_8:Concept {id: 'another renal failure 6', name: 'another renal failure'})
"""
expect = [
  { admission = 4002, answer = 4010 },
  { admission = 6002, answer = 6010 },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:CONTRAINDICATED_WITH]->(disease:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_before = (p)-[:HAD_ADMISSION]->(earlier:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease)
WHERE earlier.stop_latest < admission.start_earliest
  AND NOT EXISTS { (admission)-[:HAD_DIAGNOSIS]->(:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease) }
RETURN admission, answer, path_order, path_before
