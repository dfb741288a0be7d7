/*
id        = "principal_diagnosis"
family    = "H1"
title     = "The diagnosis coded first"
decision  = "orientation"
slots     = { admission = "Admission" }
answer    = { kind = "one", label = "Diagnosis" }
knowledge = []
hops      = 1
why       = "The first-listed code is what the hospital billed the stay for; reviewers ask for it before anything else."
source    = "MIMIC-III DIAGNOSES_ICD.SEQ_NUM: the priority of the codes, 1 is the principal diagnosis (Johnson et al., Sci Data 2016;3:160035)."
reviewed  = ""
ask = [
  "Which diagnosis is coded first for {admission}?",
  "What is the principal diagnosis, the one with sequence number 1, coded for {admission}?",
  "Of the diagnoses coded for {admission}, which stands first in the sequence?",
]

[[case]]
name   = "the first of two"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified', seq_num: 1})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Acute respiratory failure', seq_num: 2})
"""
expect = [{ admission = 1, answer = 20 }]

[[case]]
name   = "a second place is not the first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified', seq_num: 3})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Acute respiratory failure', seq_num: 2})
"""
expect = []

[[case]]
name   = "without a sequence number nothing is first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Acute respiratory failure', seq_num: 2})
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)
WHERE p.id IN $patients AND answer.seq_num = 1
RETURN admission, answer, path_code
