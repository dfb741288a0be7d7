/*
id        = "narrower_diagnosis_against_order"
family    = "S2"
title     = "The coded diagnoses that are kinds of a contraindication to an ordered drug"
decision  = "contraindication"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["CONTRAINDICATED_WITH", "ISA"]
hops      = 6
why       = "Labels warn of renal disease; the chart codes a nephropathy."
source    = "A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table. ISA: Disease Ontology (Schriml et al., Nucleic Acids Res 2022;50:D1255) or UMLS. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which diagnosis coded for {admission} is, within three levels of the disease hierarchy, a kind of a condition that the ordered {order} is contraindicated with, according to the knowledge graph?",
  "{order} was ordered in {admission}. Which coded diagnoses are more specific, by one to three levels of the disease hierarchy, than a condition that it is contraindicated with, according to the knowledge graph?",
  "According to the knowledge graph, which coded diagnoses of {admission} fall, within three levels of the disease hierarchy, under a condition that contraindicates the ordered {order}?",
]

[[case]]
name   = "metformin and a kind of kidney disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (x)-[:ISA]->(g:Concept {id: 'kidney disease', name: 'kidney disease'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(g)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (x)-[:ISA]->(g:Concept {id: 'kidney disease', name: 'kidney disease'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(g)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metformin', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metformin', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group', seq_num: 2})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "a more general diagnosis is not a kind of it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (x)<-[:ISA]-(g:Concept {id: 'kidney disease', name: 'kidney disease'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(g)
"""
expect = []

[[case]]
name   = "the condition itself is another family"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (x)-[:ISA]->(g:Concept {id: 'kidney disease', name: 'kidney disease'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "treatment is no contraindication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (x)-[:ISA]->(g:Concept {id: 'kidney disease', name: 'kidney disease'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// renal failure DUE_TO kidney disease in place of ISA
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'metformin 1', name: 'metformin'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'End stage renal disease', seq_num: 2})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'renal failure 1', name: 'renal failure'})
CREATE (n1_5)-[:DUE_TO]->(n1_6:Concept {id: 'kidney disease 1', name: 'kidney disease'})
CREATE (n1_3)-[:CONTRAINDICATED_WITH]->(n1_6)
// kidney disease lies 3 levels higher above renal failure
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'metformin 2', name: 'metformin'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'End stage renal disease', seq_num: 2})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'renal failure 2', name: 'renal failure'})
CREATE (n2_3)-[:CONTRAINDICATED_WITH]->(n2_6:Concept {id: 'kidney disease 2', name: 'kidney disease'})
CREATE (n2_5)-[:ISA]->(n2_7:Concept {id: 'between 0 2', name: 'between 0'})
CREATE (n2_7)-[:ISA]->(n2_8:Concept {id: 'between 1 2', name: 'between 1'})
CREATE (n2_8)-[:ISA]->(n2_9:Concept {id: 'between 2 2', name: 'between 2'})
CREATE (n2_9)-[:ISA]->(n2_6)
// Metformin refers to another drug
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'another metformin 3', name: 'another metformin'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'End stage renal disease', seq_num: 2})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'renal failure 3', name: 'renal failure'})
CREATE (n3_5)-[:ISA]->(n3_6:Concept {id: 'kidney disease 3', name: 'kidney disease'})
CREATE (n3_3:Concept {id: 'metformin 3', name: 'metformin'})-[:CONTRAINDICATED_WITH]->(n3_6)
// End stage renal disease is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'metformin 4', name: 'metformin'})
CREATE (n4_7:Admission {id: 4021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'End stage renal disease', seq_num: 2})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'renal failure 4', name: 'renal failure'})
CREATE (n4_5)-[:ISA]->(n4_6:Concept {id: 'kidney disease 4', name: 'kidney disease'})
CREATE (n4_3)-[:CONTRAINDICATED_WITH]->(n4_6)
"""
expect = []

[[case]]
name   = "three levels up"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (x)-[:ISA]->(:Concept {id: 'chronic kidney disease'})-[:ISA]->(:Concept {id: 'chronic disease of the kidney'})-[:ISA]->(g:Concept {id: 'kidney disease', name: 'kidney disease'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(g)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)-[:ISA*1..3]->(general:Concept)
MATCH path_rule = (drug)-[:CONTRAINDICATED_WITH]->(general)
RETURN admission, order, answer, path_order, path_reason, path_rule
