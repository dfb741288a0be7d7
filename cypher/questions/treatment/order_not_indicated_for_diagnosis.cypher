/*
id        = "order_not_indicated_for_diagnosis"
title     = "The ordered drugs that are stated as no treatment for a coded diagnosis"
decision  = "treatment-rationale"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["NOT_INDICATED_FOR"]
hops      = 3
why       = "Drug and diagnosis in one chart are not drug for diagnosis: the trap of every co-occurrence."
source    = "Non-indications judged by physicians: PharmacotherapyDB category NOT (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "For which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, does the knowledge graph state that they are not indicated for the coded diagnosis \"{diagnosis}\"?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Diluents, flushes and drugs for local use aside, which of the ordered drugs are no treatment of it, as the knowledge graph states outright?",
  "According to the knowledge graph, which of the drugs ordered in {admission} (diluents, flushes and drugs for local use aside) are explicitly judged as no treatment of the coded diagnosis \"{diagnosis}\"?",
]

[[case]]
name   = "a drug judged as no treatment"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Diabetes mellitus'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'diabetes', name: 'diabetes mellitus'})
CREATE (c)-[:NOT_INDICATED_FOR]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Diabetes mellitus'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'diabetes', name: 'diabetes mellitus'})
CREATE (c)-[:NOT_INDICATED_FOR]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "a treatment"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Diabetes mellitus'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'diabetes', name: 'diabetes mellitus'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (:Admission {id: 2})-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Diabetes mellitus'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'diabetes', name: 'diabetes mellitus'})
CREATE (c)-[:NOT_INDICATED_FOR]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Metoprolol is of another admission
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_6:Admission {id: 1021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Diabetes mellitus'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'diabetes 1', name: 'diabetes mellitus'})
CREATE (n1_3)-[:NOT_INDICATED_FOR]->(n1_5)
// Diabetes mellitus refers to another disease
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Diabetes mellitus'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_6:Concept {id: 'another diabetes 2', name: 'another diabetes mellitus'})
CREATE (n2_3)-[:NOT_INDICATED_FOR]->(n2_5:Concept {id: 'diabetes 2', name: 'diabetes mellitus'})
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:NOT_INDICATED_FOR]->(disease)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
RETURN admission, diagnosis, answer, path_code, path_order
