/*
id        = "order_against_readmission_diagnosis"
family    = "O2"
title     = "The drugs of a stay that are contraindicated with what the patient came back with"
decision  = "readmission"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["CONTRAINDICATED_WITH"]
hops      = 4
why       = "Drugs ordered shortly before a readmission that its diagnosis forbids are suspects."
source    = "A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table. Readmission within 30 days of discharge: CMS Hospital Readmissions Reduction Program (42 CFR 412.152). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, are contraindicated, according to the knowledge graph, with a diagnosis coded for a readmission of this patient within 30 days of its end?",
  "The patient came back within 30 days of the end of {admission}. According to the knowledge graph, which drugs ordered in it (diluents, flushes and drugs for local use aside) are contraindicated with a diagnosis coded for such a readmission?",
  "According to the knowledge graph, which drugs ordered in {admission} (diluents, flushes and drugs for local use aside) have a contraindication among the diagnoses coded for a readmission at most 30 days after it ended?",
]

[[case]]
name   = "metformin, then renal failure after 16 days"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metformin', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Metformin Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metformin', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group', seq_num: 2})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "after 31 days"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 56640, start_latest: 56640, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "coded for the same admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "treatment is no contraindication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (b)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'metformin 1', name: 'metformin'})
CREATE (n1_2)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'End stage renal disease', seq_num: 2})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'renal failure 1', name: 'renal failure'})
CREATE (n1_4)-[:CONTRAINDICATED_WITH]->(n1_6)
// End stage renal disease is linked in the role 'group', not 'code'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'metformin 2', name: 'metformin'})
CREATE (n2_2)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'End stage renal disease', seq_num: 2})
CREATE (n2_5)-[:REFERS_TO {role: 'group'}]->(n2_6:Concept {id: 'renal failure 2', name: 'renal failure'})
CREATE (n2_4)-[:CONTRAINDICATED_WITH]->(n2_6)
// the admission of 1 May 2150 to 9 May 2150 is of another patient
CREATE (n4_7:Patient {id: 4021})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_4:Concept {id: 'metformin 4', name: 'metformin'})
CREATE (n4_2)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'End stage renal disease', seq_num: 2})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'renal failure 4', name: 'renal failure'})
CREATE (n4_4)-[:CONTRAINDICATED_WITH]->(n4_6)
// End stage renal disease refers to another disease
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n5_0)-[:HAD_ADMISSION]->(n5_2:Admission {id: 5002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_3:Prescription {id: 5010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n5_3)-[:REFERS_TO {role: 'drug'}]->(n5_4:Concept {id: 'metformin 5', name: 'metformin'})
CREATE (n5_2)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5020, name: 'End stage renal disease', seq_num: 2})
CREATE (n5_5)-[:REFERS_TO {role: 'code'}]->(n5_7:Concept {id: 'another renal failure 5', name: 'another renal failure'})
CREATE (n5_4)-[:CONTRAINDICATED_WITH]->(n5_6:Concept {id: 'renal failure 5', name: 'renal failure'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// 'after 31 days': Admission the admission of 1 May 2150 to 9 May 2150: moved by 1440
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 1440, start_latest: 1440, stop_earliest: 13440, stop_latest: 13440})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 56640, start_latest: 56640, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'metformin 3', name: 'metformin'})
CREATE (n3_2)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'End stage renal disease', seq_num: 2})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'renal failure 3', name: 'renal failure'})
CREATE (n3_4)-[:CONTRAINDICATED_WITH]->(n3_6)
"""
expect = [
  { admission = 3001, answer = 3010 },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:CONTRAINDICATED_WITH]->(disease:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_return = (p)-[:HAD_ADMISSION]->(readmission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease)
WHERE admission.stop_latest < readmission.start_earliest AND readmission.start_latest - admission.stop_earliest <= 43200
RETURN admission, answer, path_order, path_return
