/*
id        = "diagnosis_against_order"
family    = "S1"
title     = "The coded diagnoses that argue against an ordered drug"
decision  = "contraindication"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["CONTRAINDICATED_WITH"]
hops      = 3
why       = "An alert is only as good as its reason."
source    = "A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which diagnosis coded for {admission} is a contraindication to the ordered {order}, according to the knowledge graph?",
  "{order} was ordered in {admission}. Which of the coded diagnoses argue against it as contraindications, according to the knowledge graph?",
  "According to the knowledge graph, because of which coded diagnosis of {admission} is the ordered {order} contraindicated?",
]

[[case]]
name   = "metformin in renal failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metformin', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metformin', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group', seq_num: 2})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "coded for another admission only"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (:Admission {id: 2})-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "not indicated is not contraindicated"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:NOT_INDICATED_FOR]->(x)
"""
expect = []

[[case]]
name   = "a diluent is not asked about"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Metformin refers to another drug
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_6:Concept {id: 'another metformin 1', name: 'another metformin'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'End stage renal disease', seq_num: 2})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'renal failure 1', name: 'renal failure'})
CREATE (n1_3:Concept {id: 'metformin 1', name: 'metformin'})-[:CONTRAINDICATED_WITH]->(n1_5)
// End stage renal disease refers to another disease
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'metformin 2', name: 'metformin'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'End stage renal disease', seq_num: 2})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_6:Concept {id: 'another renal failure 2', name: 'another renal failure'})
CREATE (n2_3)-[:CONTRAINDICATED_WITH]->(n2_5:Concept {id: 'renal failure 2', name: 'renal failure'})
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
MATCH path_rule = (drug)-[:CONTRAINDICATED_WITH]->(disease)
RETURN admission, order, answer, path_order, path_reason, path_rule
