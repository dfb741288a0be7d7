/*
id        = "order_for_kind_of_condition"
family    = "T2"
title     = "The coded diagnosis that is a kind of what an ordered drug treats"
decision  = "treatment-rationale"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT", "ISA"]
hops      = 5
why       = "Labels name broad conditions, coders pick narrow ones: the reason is often one step down the hierarchy."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). ISA: Disease Ontology (Schriml et al., Nucleic Acids Res 2022;50:D1255) or UMLS. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which diagnosis coded for {admission} is a kind of a condition that the ordered {order} treats, within two levels of the disease hierarchy of the knowledge graph?",
  "{order} was ordered in {admission}. Within two levels of the disease hierarchy, which of the coded diagnoses is a more specific form of something that it treats, according to the knowledge graph?",
  "According to the knowledge graph, which diagnoses coded for {admission} are narrower, by one or two levels of the disease hierarchy, than a condition that the ordered {order} treats?",
]

[[case]]
name   = "furosemide and systolic heart failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'systolic heart failure', name: 'systolic heart failure'})
CREATE (x)-[:ISA]->(g:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'systolic heart failure', name: 'systolic heart failure'})
CREATE (x)-[:ISA]->(g:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(g)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Furosemide', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "a more general diagnosis is not a kind of it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'systolic heart failure', name: 'systolic heart failure'})
CREATE (x)<-[:ISA]-(g:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []

[[case]]
name   = "the diagnosis itself is not a kind of itself"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'systolic heart failure', name: 'systolic heart failure'})
CREATE (x)-[:ISA]->(g:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "three levels are too far"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'systolic heart failure', name: 'systolic heart failure'})
CREATE (x)-[:ISA]->(:Concept {id: 'level 1'})-[:ISA]->(:Concept {id: 'level 2'})-[:ISA]->(g:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// systolic heart failure DUE_TO heart failure in place of ISA
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Acute systolic heart failure'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'systolic heart failure 1', name: 'systolic heart failure'})
CREATE (n1_5)-[:DUE_TO]->(n1_6:Concept {id: 'heart failure 1', name: 'heart failure'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_6)
// furosemide MAY_PREVENT heart failure in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Acute systolic heart failure'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'systolic heart failure 2', name: 'systolic heart failure'})
CREATE (n2_5)-[:ISA]->(n2_6:Concept {id: 'heart failure 2', name: 'heart failure'})
CREATE (n2_3)-[:MAY_PREVENT]->(n2_6)
// Furosemide refers to another drug
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'another furosemide 3', name: 'another furosemide'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Acute systolic heart failure'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'systolic heart failure 3', name: 'systolic heart failure'})
CREATE (n3_5)-[:ISA]->(n3_6:Concept {id: 'heart failure 3', name: 'heart failure'})
CREATE (n3_3:Concept {id: 'furosemide 3', name: 'furosemide'})-[:MAY_TREAT]->(n3_6)
// Acute systolic heart failure is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'furosemide 4', name: 'furosemide'})
CREATE (n4_7:Admission {id: 4021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Acute systolic heart failure'})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'systolic heart failure 4', name: 'systolic heart failure'})
CREATE (n4_5)-[:ISA]->(n4_6:Concept {id: 'heart failure 4', name: 'heart failure'})
CREATE (n4_3)-[:MAY_TREAT]->(n4_6)
"""
expect = []

[[case]]
name   = "two levels up"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'the code', name: 'the code'})
CREATE (x)-[:ISA]->(y1:Concept {id: 'level 1', name: 'a disease 1 levels up'})-[:ISA]->(g:Concept {id: 'level 2', name: 'a disease 2 levels up'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "three levels up"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'the code', name: 'the code'})
CREATE (x)-[:ISA]->(y1:Concept {id: 'level 1', name: 'a disease 1 levels up'})-[:ISA]->(y2:Concept {id: 'level 2', name: 'a disease 2 levels up'})-[:ISA]->(g:Concept {id: 'level 3', name: 'a disease 3 levels up'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)-[:ISA*1..2]->(general:Concept)
MATCH path_rule = (drug)-[:MAY_TREAT]->(general)
RETURN admission, order, answer, path_order, path_reason, path_rule
