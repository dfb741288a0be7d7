/*
id        = "sibling_diagnosis"
family    = "E8"
title     = "The other coded diagnoses directly under the same general disease"
decision  = "grouping"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["ISA"]
hops      = 4
why       = "Sibling codes are either two faces of one problem or a double coding."
source    = "ISA: Disease Ontology (Schriml et al., Nucleic Acids Res 2022;50:D1255) or UMLS. Only diagnoses whose code means exactly the disease are compared."
reviewed  = ""
ask = [
  "Which other diagnoses coded for {admission} stand directly under the same disease of the hierarchy as \"{diagnosis}\", according to the knowledge graph?",
  "According to the knowledge graph, which of the other diagnoses coded for {admission} share a direct parent in the disease hierarchy with the coded \"{diagnosis}\"?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which other coded diagnoses have a direct parent in common with it in the disease hierarchy of the knowledge graph?",
]

[[case]]
name   = "two arrhythmias"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation', seq_num: 1})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Paroxysmal ventricular tachycardia', seq_num: 2})-[:REFERS_TO {role: 'code', exact: true}]->(y:Concept {id: 'ventricular tachycardia', name: 'ventricular tachycardia'})
CREATE (x)-[:ISA]->(g:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})
CREATE (y)-[:ISA]->(g)
"""
expect = [
  { admission = 1, diagnosis = 20, answer = 21 },
  { admission = 1, diagnosis = 21, answer = 20 },
]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation', seq_num: 1})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Paroxysmal ventricular tachycardia', seq_num: 2})-[:REFERS_TO {role: 'code', exact: true}]->(y:Concept {id: 'ventricular tachycardia', name: 'ventricular tachycardia'})
CREATE (x)-[:ISA]->(g:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})
CREATE (y)-[:ISA]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group', seq_num: 1})-[:REFERS_TO {role: 'group', exact: true}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 121, name: 'only in its group', seq_num: 2})-[:REFERS_TO {role: 'group', exact: true}]->(y)
"""
expect = [
  { admission = 1, diagnosis = 20, answer = 21 },
  { admission = 1, diagnosis = 21, answer = 20 },
]

[[case]]
name   = "two codes of one disease are not siblings"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation', seq_num: 1})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Paroxysmal ventricular tachycardia', seq_num: 2})-[:REFERS_TO {role: 'code', exact: true}]->(x)
CREATE (x)-[:ISA]->(g:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})
"""
expect = []

[[case]]
name   = "parent and child are not siblings"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation', seq_num: 1})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Paroxysmal ventricular tachycardia', seq_num: 2})-[:REFERS_TO {role: 'code', exact: true}]->(y:Concept {id: 'ventricular tachycardia', name: 'ventricular tachycardia'})
CREATE (x)-[:ISA]->(g:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})
CREATE (y)-[:ISA]->(x)
"""
expect = []

[[case]]
name   = "coded for another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Atrial fibrillation', seq_num: 1})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (:Admission {id: 2})-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Paroxysmal ventricular tachycardia', seq_num: 2})-[:REFERS_TO {role: 'code', exact: true}]->(y:Concept {id: 'ventricular tachycardia', name: 'ventricular tachycardia'})
CREATE (x)-[:ISA]->(g:Concept {id: 'arrhythmia', name: 'cardiac arrhythmia'})
CREATE (y)-[:ISA]->(g)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// (Diagnosis Atrial fibrillation)-[REFERS_TO]->(Concept atrial fibrillation) exact True -> False
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Atrial fibrillation', seq_num: 1})
CREATE (n1_2)-[:REFERS_TO {role: 'code', exact: false}]->(n1_3:Concept {id: 'atrial fibrillation 1', name: 'atrial fibrillation'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1021, name: 'Paroxysmal ventricular tachycardia', seq_num: 2})
CREATE (n1_4)-[:REFERS_TO {role: 'code', exact: true}]->(n1_5:Concept {id: 'ventricular tachycardia 1', name: 'ventricular tachycardia'})
CREATE (n1_3)-[:ISA]->(n1_6:Concept {id: 'arrhythmia 1', name: 'cardiac arrhythmia'})
CREATE (n1_5)-[:ISA]->(n1_6)
// atrial fibrillation DUE_TO cardiac arrhythmia in place of ISA
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Atrial fibrillation', seq_num: 1})
CREATE (n2_2)-[:REFERS_TO {role: 'code', exact: true}]->(n2_3:Concept {id: 'atrial fibrillation 2', name: 'atrial fibrillation'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2021, name: 'Paroxysmal ventricular tachycardia', seq_num: 2})
CREATE (n2_4)-[:REFERS_TO {role: 'code', exact: true}]->(n2_5:Concept {id: 'ventricular tachycardia 2', name: 'ventricular tachycardia'})
CREATE (n2_3)-[:DUE_TO]->(n2_6:Concept {id: 'arrhythmia 2', name: 'cardiac arrhythmia'})
CREATE (n2_5)-[:ISA]->(n2_6)
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code', exact: true}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_parent = (disease)-[:ISA]->(general:Concept)<-[:ISA]-(sibling:Concept)
MATCH path_sibling = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code', exact: true}]->(sibling)
RETURN admission, diagnosis, answer, path_code, path_parent, path_sibling
