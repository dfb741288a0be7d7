/*
id        = "infection_explained_by_organism"
family    = "E4"
title     = "The coded infections that a grown organism explains"
decision  = "diagnosis-evidence"
slots     = { admission = "Admission", culture = "MicrobiologyEvent" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["HAS_CAUSATIVE_AGENT"]
hops      = 3
why       = "A culture confirms an infection only if its organism causes it."
source    = "HAS_CAUSATIVE_AGENT from the infection to the organism: SNOMED CT through UMLS, or the starter table with its citation."
reviewed  = ""
ask = [
  "Which diagnoses coded for {admission} have the organism of the {culture} as their causative agent, according to the knowledge graph?",
  "Which of the coded diagnoses does the organism of the {culture} in {admission} cause, according to the knowledge graph?",
  "According to the knowledge graph, which infections coded for {admission} are explained by the organism of the {culture}?",
]

[[case]]
name   = "E. coli sepsis"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', org_name: 'ESCHERICHIA COLI'})-[:REFERS_TO {role: 'organism'}]->(o:Concept {id: 'e. coli', name: 'Escherichia coli'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Septicemia due to escherichia coli [E. coli]'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'e. coli sepsis', name: 'Escherichia coli septicemia'})
CREATE (x)-[:HAS_CAUSATIVE_AGENT]->(o)
"""
expect = [{ admission = 1, culture = 60, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', org_name: 'ESCHERICHIA COLI'})-[:REFERS_TO {role: 'organism'}]->(o:Concept {id: 'e. coli', name: 'Escherichia coli'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Septicemia due to escherichia coli [E. coli]'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'e. coli sepsis', name: 'Escherichia coli septicemia'})
CREATE (x)-[:HAS_CAUSATIVE_AGENT]->(o)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, culture = 60, answer = 20 }]

[[case]]
name   = "another organism"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', org_name: 'ESCHERICHIA COLI'})-[:REFERS_TO {role: 'organism'}]->(o:Concept {id: 'e. coli', name: 'Escherichia coli'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Septicemia due to escherichia coli [E. coli]'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'e. coli sepsis', name: 'Escherichia coli septicemia'})
CREATE (x)-[:HAS_CAUSATIVE_AGENT]->(:Concept {id: 'klebsiella'})
"""
expect = []

[[case]]
name   = "an antibiotic is not the organism"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', org_name: 'ESCHERICHIA COLI'})-[:REFERS_TO {role: 'antibiotic'}]->(o:Concept {id: 'e. coli', name: 'Escherichia coli'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Septicemia due to escherichia coli [E. coli]'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'e. coli sepsis', name: 'Escherichia coli septicemia'})
CREATE (x)-[:HAS_CAUSATIVE_AGENT]->(o)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Escherichia coli septicemia MAY_TREAT Escherichia coli in place of HAS_CAUSATIVE_AGENT
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_MICROBIOLOGY_EVENT]->(n1_2:MicrobiologyEvent {id: 1060, name: 'blood culture growing Escherichia coli', org_name: 'ESCHERICHIA COLI'})
CREATE (n1_2)-[:REFERS_TO {role: 'organism'}]->(n1_3:Concept {id: 'e. coli 1', name: 'Escherichia coli'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Septicemia due to escherichia coli [E. coli]'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'e. coli sepsis 1', name: 'Escherichia coli septicemia'})
CREATE (n1_5)-[:MAY_TREAT]->(n1_3)
// Septicemia due to escherichia coli [E. coli] is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_MICROBIOLOGY_EVENT]->(n2_2:MicrobiologyEvent {id: 2060, name: 'blood culture growing Escherichia coli', org_name: 'ESCHERICHIA COLI'})
CREATE (n2_2)-[:REFERS_TO {role: 'organism'}]->(n2_3:Concept {id: 'e. coli 2', name: 'Escherichia coli'})
CREATE (n2_6:Admission {id: 2061, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Septicemia due to escherichia coli [E. coli]'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'e. coli sepsis 2', name: 'Escherichia coli septicemia'})
CREATE (n2_5)-[:HAS_CAUSATIVE_AGENT]->(n2_3)
"""
expect = []
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(culture:MicrobiologyEvent)-[:REFERS_TO {role: 'organism'}]->(organism:Concept)
WHERE p.id IN $patients
MATCH path_cause = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)-[:HAS_CAUSATIVE_AGENT]->(organism)
RETURN admission, culture, answer, path_culture, path_cause
