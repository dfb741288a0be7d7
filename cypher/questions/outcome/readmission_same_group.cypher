/*
id        = "readmission_same_group"
family    = "O1"
title     = "The diagnoses of a readmission within 30 days in the group of the first stay"
decision  = "readmission"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = []
hops      = 3
why       = "A return within 30 days for the same thing is the quality measure that hospitals are paid by."
source    = "Readmission within 30 days of discharge: CMS Hospital Readmissions Reduction Program (42 CFR 412.152). Diagnosis groups: HCUP Clinical Classifications Software, single level (AHRQ 2015)."
reviewed  = ""
ask = [
  "Which diagnoses coded for {admission} belong to the same CCS group as the first-listed diagnosis of an admission of this patient that ended at most 30 days before it began?",
  "{admission} may be a readmission: which of its coded diagnoses are in the CCS group of the first-listed diagnosis of a stay of the patient that had ended no more than 30 days earlier?",
  "Of the diagnoses coded for {admission}, which fall in the CCS group of the first-listed diagnosis of another admission of this patient that ended within the 30 days before?",
]

[[case]]
name   = "heart failure again after 16 days"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure', seq_num: 1})-[:REFERS_TO {role: 'group'}]->(x:Concept {id: 'ccs:108', name: 'Congestive heart failure; nonhypertensive'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (e)-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 2, answer = 21 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure', seq_num: 1})-[:REFERS_TO {role: 'group'}]->(x:Concept {id: 'ccs:108', name: 'Congestive heart failure; nonhypertensive'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (e)-[:REFERS_TO {role: 'group'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only by its code', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(x)
"""
expect = [{ admission = 2, answer = 21 }]

[[case]]
name   = "after 31 days"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 56640, start_latest: 56640, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure', seq_num: 1})-[:REFERS_TO {role: 'group'}]->(x:Concept {id: 'ccs:108', name: 'Congestive heart failure; nonhypertensive'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (e)-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = []

[[case]]
name   = "not the first-listed diagnosis of the first stay"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure', seq_num: 3})-[:REFERS_TO {role: 'group'}]->(x:Concept {id: 'ccs:108', name: 'Congestive heart failure; nonhypertensive'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (e)-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = []

[[case]]
name   = "another group"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure', seq_num: 1})-[:REFERS_TO {role: 'group'}]->(x:Concept {id: 'ccs:108', name: 'Congestive heart failure; nonhypertensive'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (e)-[:REFERS_TO {role: 'group'}]->(:Concept {id: 'ccs:98'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_3:Diagnosis {id: 1020, name: 'Acute systolic heart failure', seq_num: 1})
CREATE (n1_3)-[:REFERS_TO {role: 'group'}]->(n1_4:Concept {id: 'ccs:108 1', name: 'Congestive heart failure; nonhypertensive'})
CREATE (n1_2)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1021, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (n1_5)-[:REFERS_TO {role: 'group'}]->(n1_4)
// Acute systolic heart failure is linked in the role 'code', not 'group'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_3:Diagnosis {id: 2020, name: 'Acute systolic heart failure', seq_num: 1})
CREATE (n2_3)-[:REFERS_TO {role: 'code'}]->(n2_4:Concept {id: 'ccs:108 2', name: 'Congestive heart failure; nonhypertensive'})
CREATE (n2_2)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2021, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (n2_5)-[:REFERS_TO {role: 'group'}]->(n2_4)
// Congestive heart failure, unspecified is linked in the role 'code', not 'group'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_3:Diagnosis {id: 3020, name: 'Acute systolic heart failure', seq_num: 1})
CREATE (n3_3)-[:REFERS_TO {role: 'group'}]->(n3_4:Concept {id: 'ccs:108 3', name: 'Congestive heart failure; nonhypertensive'})
CREATE (n3_2)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3021, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_4)
// the admission of 1 May 2150 to 9 May 2150 is of another patient
CREATE (n5_6:Patient {id: 5022})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_2:Admission {id: 5002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_3:Diagnosis {id: 5020, name: 'Acute systolic heart failure', seq_num: 1})
CREATE (n5_3)-[:REFERS_TO {role: 'group'}]->(n5_4:Concept {id: 'ccs:108 5', name: 'Congestive heart failure; nonhypertensive'})
CREATE (n5_2)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5021, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (n5_5)-[:REFERS_TO {role: 'group'}]->(n5_4)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// 'after 31 days': Admission the admission of 1 May 2150 to 9 May 2150: moved by 1440
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 1440, start_latest: 1440, stop_earliest: 13440, stop_latest: 13440})
CREATE (n4_0)-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 56640, start_latest: 56640, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_3:Diagnosis {id: 4020, name: 'Acute systolic heart failure', seq_num: 1})
CREATE (n4_3)-[:REFERS_TO {role: 'group'}]->(n4_4:Concept {id: 'ccs:108 4', name: 'Congestive heart failure; nonhypertensive'})
CREATE (n4_2)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4021, name: 'Congestive heart failure, unspecified', seq_num: 2})
CREATE (n4_5)-[:REFERS_TO {role: 'group'}]->(n4_4)
"""
expect = [
  { admission = 4002, answer = 4021 },
]
*/
MATCH path_now = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'group'}]->(kind:Concept)
WHERE p.id IN $patients
MATCH path_index = (p)-[:HAD_ADMISSION]->(index:Admission)-[:HAD_DIAGNOSIS]->(principal:Diagnosis)-[:REFERS_TO {role: 'group'}]->(kind)
WHERE principal.seq_num = 1 AND index.stop_latest < admission.start_earliest AND admission.start_latest - index.stop_earliest <= 43200
RETURN admission, answer, path_now, path_index
