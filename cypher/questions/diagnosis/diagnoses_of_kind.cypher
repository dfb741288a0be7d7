/*
id        = "diagnoses_of_kind"
family    = "E8"
title     = "The coded diagnoses that are kinds of a disease"
decision  = "grouping"
slots     = { admission = "Admission", condition = "Concept" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["ISA"]
hops      = 4
why       = "Cohorts, scores and guidelines speak of heart disease; charts speak of atrial fibrillation."
source    = "ISA: Disease Ontology (Schriml et al., Nucleic Acids Res 2022;50:D1255) or UMLS."
reviewed  = ""
ask = [
  "Which diagnoses coded for {admission} are kinds of {condition}, within three levels of the disease hierarchy of the knowledge graph?",
  "According to the knowledge graph, which of the diagnoses coded for {admission} are, by one to three levels of the disease hierarchy, more specific than {condition}?",
  "Within three levels of the disease hierarchy, which coded diagnoses of {admission} fall under {condition}, according to the knowledge graph?",
]

[[case]]
name   = "atrial fibrillation is an arrhythmia and a heart disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (x)-[:ISA]->(:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})-[:ISA]->(g:Concept {id: 'heart disease', name: 'heart disease'})
"""
expect = [
  { admission = 1, condition = "arrhythmia", answer = 20 },
  { admission = 1, condition = "heart disease", answer = 20 },
]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (x)-[:ISA]->(:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})-[:ISA]->(g:Concept {id: 'heart disease', name: 'heart disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [
  { admission = 1, condition = "arrhythmia", answer = 20 },
  { admission = 1, condition = "heart disease", answer = 20 },
]

[[case]]
name   = "everything is a disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (x)-[:ISA]->(:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})-[:ISA]->(g:Concept {id: 'disease', name: 'disease'})
"""
expect = [{ admission = 1, condition = "arrhythmia", answer = 20 }]

[[case]]
name   = "a more general diagnosis is not a kind of it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (x)<-[:ISA]-(:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})<-[:ISA]-(g:Concept {id: 'heart disease', name: 'heart disease'})
"""
expect = []

[[case]]
name   = "the group of a diagnosis is not its code"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation'})-[:REFERS_TO {role: 'group'}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (x)-[:ISA]->(:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})-[:ISA]->(g:Concept {id: 'heart disease', name: 'heart disease'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// atrial fibrillation DUE_TO cardiac arrhythmia in place of ISA
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Atrial fibrillation'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'atrial fibrillation 1', name: 'atrial fibrillation'})
CREATE (n1_3)-[:DUE_TO]->(n1_4:Concept {id: 'arrhythmia 1', name: 'cardiac arrhythmia'})
CREATE (n1_4)-[:ISA]->(n1_5:Concept {id: 'heart disease 1', name: 'heart disease'})
"""
expect = []

[[case]]
name   = "three levels up and no more"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'the code', name: 'the code'})
CREATE (x)-[:ISA]->(y1:Concept {id: 'level 1', name: 'a disease 1 levels up'})-[:ISA]->(y2:Concept {id: 'level 2', name: 'a disease 2 levels up'})-[:ISA]->(y3:Concept {id: 'level 3', name: 'a disease 3 levels up'})-[:ISA]->(g:Concept {id: 'level 4', name: 'a disease 4 levels up'})
"""
expect = [
  { admission = 1, condition = "level 1", answer = 20 },
  { admission = 1, condition = "level 2", answer = 20 },
  { admission = 1, condition = "level 3", answer = 20 },
]
*/
MATCH path_kind = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)-[:ISA*1..3]->(condition:Concept)
// the top of the hierarchy says nothing
WHERE p.id IN $patients AND NOT condition.name IN ['disease', 'disease of anatomical entity']
RETURN admission, condition, answer, path_kind
