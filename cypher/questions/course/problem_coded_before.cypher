/*
id        = "problem_coded_before"
family    = "N8"
title     = "The problems that had been coded for an earlier admission already"
decision  = "persistence"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = []
hops      = 3
why       = "What comes back is chronic or unsolved; what is new needs a cause."
source    = "MIMIC-III DIAGNOSES_ICD; two codes are the same problem where they stand for the same concept of the knowledge graph (Disease Ontology, Mondo or UMLS cross-references). ICD codes carry no time within an admission, so whole admissions are compared."
reviewed  = ""
ask = [
  "Which diagnoses coded for {admission} stand for a problem that had already been coded for an earlier admission of this patient?",
  "Of the diagnoses coded for {admission}, which were known from the codes of an earlier admission of the same patient?",
  "Which problems coded for {admission} are recorded among the codes of any admission of this patient that ended before it?",
]

[[case]]
name   = "hypertension in both"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x)
"""
expect = [{ admission = 2, answer = 21 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 2, answer = 21 }]

[[case]]
name   = "another patient does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x)
"""
expect = []

[[case]]
name   = "another disease of the same group does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = []

[[case]]
name   = "twice in one admission is not before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: moved by 48000
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 48000, start_latest: 48000, stop_earliest: 60000, stop_latest: 60000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_3:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_3)-[:REFERS_TO {role: 'code'}]->(n1_4:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_2)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1021, name: 'Unspecified essential hypertension'})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_4)
// Unspecified essential hypertension is linked in the role 'group', not 'code'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_3:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_3)-[:REFERS_TO {role: 'group'}]->(n2_4:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_2)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2021, name: 'Unspecified essential hypertension'})
CREATE (n2_5)-[:REFERS_TO {role: 'code'}]->(n2_4)
// Unspecified essential hypertension refers to another disease
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_3:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_3)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'another hypertension 3', name: 'another hypertension'})
CREATE (n3_2)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3021, name: 'Unspecified essential hypertension'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_4:Concept {id: 'hypertension 3', name: 'hypertension'})
"""
expect = []
*/
MATCH path_now = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_before = (p)-[:HAD_ADMISSION]->(earlier:Admission)-[:HAD_DIAGNOSIS]->(known:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease)
WHERE earlier.stop_latest < admission.start_earliest
RETURN admission, answer, path_now, path_before
