/*
id        = "orders_for_coded_diagnosis"
family    = "T5"
title     = "The ordered drugs that treat a coded diagnosis"
decision  = "treatment-rationale"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT"]
hops      = 3
why       = "The same reasoning from the problem: what was done about it."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, treat the coded diagnosis \"{diagnosis}\" according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Diluents, flushes and drugs for local use aside, which of the drugs ordered in it are a treatment for that, according to the knowledge graph?",
  "According to the knowledge graph, which of the drugs ordered in {admission} (diluents, flushes and drugs for local use aside) have the coded diagnosis \"{diagnosis}\" as an indication?",
]

[[case]]
name   = "heart failure and furosemide"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Furosemide Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Furosemide', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "a drug for something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(:Concept {id: 'hypertension'})
"""
expect = []

[[case]]
name   = "a flush treats nothing"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "a diluent treats nothing"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// furosemide MAY_PREVENT heart failure in place of MAY_TREAT
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Congestive heart failure, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'heart failure 1', name: 'heart failure'})
CREATE (n1_3)-[:MAY_PREVENT]->(n1_5)
// Furosemide is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_6:Admission {id: 2021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Congestive heart failure, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'heart failure 2', name: 'heart failure'})
CREATE (n2_3)-[:MAY_TREAT]->(n2_5)
// Furosemide refers to another drug
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_6:Concept {id: 'another furosemide 3', name: 'another furosemide'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Congestive heart failure, unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'heart failure 3', name: 'heart failure'})
CREATE (n3_3:Concept {id: 'furosemide 3', name: 'furosemide'})-[:MAY_TREAT]->(n3_5)
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_rule = (drug)-[:MAY_TREAT]->(disease)
RETURN admission, diagnosis, answer, path_code, path_order, path_rule
