/*
id        = "order_for_coded_diagnosis"
family    = "T1"
title     = "The coded diagnosis that an ordered drug treats"
decision  = "treatment-rationale"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT"]
hops      = 3
why       = "Why was this drug given: the reason must be in the record and in the knowledge, not merely in the same stay."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which diagnosis coded for {admission} does the ordered {order} treat, according to the knowledge graph?",
  "In {admission} {order} was ordered. Which of the diagnoses coded for that admission is it a treatment for, according to the knowledge graph?",
  "According to the knowledge graph, which diagnoses coded for {admission} are indications for {order}, which was ordered there?",
]

[[case]]
name   = "furosemide and heart failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Furosemide', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "the same diagnosis in another admission is no reason"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (b:Admission {id: 2})-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (p)-[:HAD_ADMISSION]->(b)
"""
expect = []

[[case]]
name   = "what it must not be given for is no reason"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = []

[[case]]
name   = "prevention is not treatment"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_PREVENT]->(x)
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = []

[[case]]
name   = "the group of a diagnosis is not its code"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'group'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Furosemide refers to another drug
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'another furosemide 1', name: 'another furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Congestive heart failure, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'heart failure 1', name: 'heart failure'})
CREATE (n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})-[:MAY_TREAT]->(n1_5)
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_6:Admission {id: 1002, name: 'the admission of 1 June 2150 to 3 June 2150'})
// Congestive heart failure, unspecified refers to another disease
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Congestive heart failure, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_7:Concept {id: 'another heart failure 2', name: 'another heart failure'})
CREATE (n2_3)-[:MAY_TREAT]->(n2_5:Concept {id: 'heart failure 2', name: 'heart failure'})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_6:Admission {id: 2002, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
MATCH path_rule = (drug)-[:MAY_TREAT]->(disease)
RETURN admission, order, answer, path_order, path_reason, path_rule
