/*
id        = "is_order_contraindicated"
family    = "S8"
title     = "Whether an ordered drug is contraindicated with a coded diagnosis"
decision  = "contraindication"
slots     = { admission = "Admission", order = "Prescription", diagnosis = "Diagnosis" }
answer    = { kind = "yes-no" }
knowledge = ["CONTRAINDICATED_WITH", "MAY_TREAT"]
hops      = 3
why       = "The question at the bedside is yes or no; the hard negatives are the drugs that treat the very diagnosis."
source    = "A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table. Asked only where the knowledge graph states either a contraindication or an indication of the pair, and not both. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Is {order}, ordered in {admission}, contraindicated with the coded diagnosis \"{diagnosis}\" according to the knowledge graph?",
  "{order} was ordered in {admission}, for which \"{diagnosis}\" is coded. Does the knowledge graph state that diagnosis as a contraindication to the drug?",
  "According to the knowledge graph, does the diagnosis \"{diagnosis}\", coded for {admission}, contraindicate the ordered {order}?",
]

[[case]]
name   = "metformin in renal failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = [{ admission = 1, order = 10, diagnosis = 20, answer = true }]

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
expect = [{ admission = 1, order = 10, diagnosis = 20, answer = true }]

[[case]]
name   = "an indication is a no"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, order = 10, diagnosis = 20, answer = false }]

[[case]]
name   = "neither stated: not asked"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:NOT_INDICATED_FOR]->(x)
"""
expect = []

[[case]]
name   = "both stated: not asked"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metformin', name: 'metformin'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'End stage renal disease', seq_num: 2})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'renal failure', name: 'renal failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
CREATE (c)-[:MAY_TREAT]->(x)
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
// End stage renal disease is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'metformin 2', name: 'metformin'})
CREATE (n2_6:Admission {id: 2021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'End stage renal disease', seq_num: 2})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'renal failure 2', name: 'renal failure'})
CREATE (n2_3)-[:CONTRAINDICATED_WITH]->(n2_5)
// End stage renal disease refers to another disease
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'metformin 3', name: 'metformin'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'End stage renal disease', seq_num: 2})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'another renal failure 3', name: 'another renal failure'})
CREATE (n3_3)-[:CONTRAINDICATED_WITH]->(n3_5:Concept {id: 'renal failure 3', name: 'renal failure'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'both stated: not asked', but something else than metformin MAY_TREAT renal failure
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'metformin 4', name: 'metformin'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'End stage renal disease', seq_num: 2})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'renal failure 4', name: 'renal failure'})
CREATE (n4_3)-[:CONTRAINDICATED_WITH]->(n4_5)
CREATE (n4_6:Concept {id: 'another metformin 4', name: 'another metformin'})-[:MAY_TREAT]->(n4_5)
// as in 'both stated: not asked', but metformin MAY_TREAT something else than renal failure
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Metformin', drug: 'Metformin', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'metformin 5', name: 'metformin'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'End stage renal disease', seq_num: 2})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'renal failure 5', name: 'renal failure'})
CREATE (n5_3)-[:CONTRAINDICATED_WITH]->(n5_5)
CREATE (n5_3)-[:MAY_TREAT]->(n5_6:Concept {id: 'another renal failure 5', name: 'another renal failure'})
"""
expect = [
  { admission = 4001, order = 4010, diagnosis = 4020, answer = true },
  { admission = 5001, order = 5010, diagnosis = 5020, answer = true },
]

[[case]]
name   = "what is stated of another drug or another disease"
graph  = """
// it treats; others are contraindicated
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c1:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (a1)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'Cardiogenic shock'})-[:REFERS_TO {role: 'code'}]->(x1:Concept {id: 'shock 1', name: 'shock'})
CREATE (c1)-[:MAY_TREAT]->(x1)
CREATE (:Concept {id: 'another drug 1', name: 'another drug'})-[:CONTRAINDICATED_WITH]->(x1)
CREATE (c1)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'another disease 1', name: 'another disease'})
// it is contraindicated; others treat
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c2:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (a2)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 220, name: 'Cardiogenic shock'})-[:REFERS_TO {role: 'code'}]->(x2:Concept {id: 'shock 2', name: 'shock'})
CREATE (c2)-[:CONTRAINDICATED_WITH]->(x2)
CREATE (:Concept {id: 'another drug 2', name: 'another drug'})-[:MAY_TREAT]->(x2)
CREATE (c2)-[:MAY_TREAT]->(:Concept {id: 'another disease 2', name: 'another disease'})
"""
expect = [
  { admission = 1, order = 110, diagnosis = 120, answer = false },
  { admission = 2, order = 210, diagnosis = 220, answer = true },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_code = (admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
MATCH path_rule = (drug)-[:CONTRAINDICATED_WITH|MAY_TREAT]->(disease)
WHERE NOT (EXISTS { (drug)-[:CONTRAINDICATED_WITH]->(disease) } AND EXISTS { (drug)-[:MAY_TREAT]->(disease) })
RETURN admission, order, diagnosis, EXISTS { (drug)-[:CONTRAINDICATED_WITH]->(disease) } AS answer, path_order, path_code, path_rule
