/*
id        = "complication_of_diagnosis"
family    = "O4"
title     = "The coded diagnoses that are known consequences of another one"
decision  = "complication"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["DUE_TO"]
hops      = 3
why       = "Cause and consequence among the codes: what would not have come without the other."
source    = "DUE_TO from the consequence to its cause: SNOMED CT through UMLS, or the starter table with its citation."
reviewed  = ""
ask = [
  "Which other diagnoses coded for {admission} are known consequences of the coded diagnosis \"{diagnosis}\", according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which of the other coded diagnoses can be due to it, according to the knowledge graph?",
  "According to the knowledge graph, which coded diagnoses of {admission} are complications due to the coded diagnosis \"{diagnosis}\"?",
]

[[case]]
name   = "shock due to sepsis"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified septicemia'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'sepsis', name: 'sepsis'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Septic shock'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'septic shock', name: 'septic shock'})
CREATE (y)-[:DUE_TO]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 21 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified septicemia'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'sepsis', name: 'sepsis'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Septic shock'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'septic shock', name: 'septic shock'})
CREATE (y)-[:DUE_TO]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 121, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(y)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 21 }]

[[case]]
name   = "the cause is no consequence"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified septicemia'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'sepsis', name: 'sepsis'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Septic shock'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'septic shock', name: 'septic shock'})
CREATE (y)-[:DUE_TO]->(:Concept {id: 'haemorrhage'})
"""
expect = []

[[case]]
name   = "a kind is no consequence"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified septicemia'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'sepsis', name: 'sepsis'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Septic shock'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'septic shock', name: 'septic shock'})
CREATE (y)-[:ISA]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Septic shock is of another admission
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Unspecified septicemia'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'sepsis 1', name: 'sepsis'})
CREATE (n1_6:Admission {id: 1022, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1021, name: 'Septic shock'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'septic shock 1', name: 'septic shock'})
CREATE (n1_5)-[:DUE_TO]->(n1_3)
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_consequence = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(consequence:Concept)-[:DUE_TO]->(disease)
RETURN admission, diagnosis, answer, path_code, path_consequence
