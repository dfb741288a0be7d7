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
*/
MATCH path_now = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'group'}]->(kind:Concept)
WHERE p.id IN $patients
MATCH path_index = (p)-[:HAD_ADMISSION]->(index:Admission)-[:HAD_DIAGNOSIS]->(principal:Diagnosis)-[:REFERS_TO {role: 'group'}]->(kind)
WHERE principal.seq_num = 1 AND index.stop_latest < admission.start_earliest AND admission.start_latest - index.stop_earliest <= 43200
RETURN admission, answer, path_now, path_index
