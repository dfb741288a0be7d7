/*
id        = "order_prevents"
family    = "T8"
title     = "The condition that an ordered drug prevents and does not treat"
decision  = "prophylaxis"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["MAY_PREVENT", "MAY_TREAT"]
hops      = 2
why       = "Many ICU orders are prophylaxis: no coded diagnosis explains them, and none should."
source    = "A statement that a drug prevents a condition: MED-RT may_prevent (UMLS), or a DrugCentral indication for prevention. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which conditions does {order}, ordered in {admission}, prevent without being a treatment for them, according to the knowledge graph?",
  "{order} was ordered in {admission}. What does it prevent, but not treat, according to the knowledge graph?",
  "According to the knowledge graph, for which conditions is {order}, ordered in {admission}, a prophylaxis and not a treatment?",
]

[[case]]
name   = "heparin prevents thrombosis"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (c)-[:MAY_PREVENT]->(v:Concept {id: 'thrombosis', name: 'venous thrombosis'})
"""
expect = [{ admission = 1, order = 10, answer = "thrombosis" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (c)-[:MAY_PREVENT]->(v:Concept {id: 'thrombosis', name: 'venous thrombosis'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Heparin', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Heparin', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Heparin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = "thrombosis" }]

[[case]]
name   = "what it also treats is left out"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (c)-[:MAY_PREVENT]->(v:Concept {id: 'thrombosis', name: 'venous thrombosis'})
CREATE (c)-[:MAY_TREAT]->(v)
"""
expect = []

[[case]]
name   = "treatment is not prevention"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'heparin', name: 'heparin'})
CREATE (c)-[:MAY_TREAT]->(v:Concept {id: 'thrombosis', name: 'venous thrombosis'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// heparin ISA venous thrombosis in place of MAY_PREVENT
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'heparin 1', name: 'heparin'})
CREATE (n1_3)-[:ISA]->(n1_4:Concept {id: 'thrombosis 1', name: 'venous thrombosis'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// beside Concept heparin its like, (Concept another heparin)-[MAY_PREVENT]->(Concept venous thrombosis) as MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'heparin 2', name: 'heparin'})
CREATE (n2_3)-[:MAY_PREVENT]->(n2_4:Concept {id: 'thrombosis 2', name: 'venous thrombosis'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'another heparin 2', name: 'another heparin'})
CREATE (n2_5)-[:MAY_TREAT]->(n2_4)
// beside Concept venous thrombosis its like, (Concept heparin)-[MAY_PREVENT]->(Concept another venous thrombosis) as MAY_TREAT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'heparin 3', name: 'heparin'})
CREATE (n3_3)-[:MAY_PREVENT]->(n3_4:Concept {id: 'thrombosis 3', name: 'venous thrombosis'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_5:Concept {id: 'another thrombosis 3', name: 'another venous thrombosis'})
"""
expect = [
  { admission = 2001, order = 2010, answer = "thrombosis 2" },
  { admission = 3001, order = 3010, answer = "thrombosis 3" },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_PREVENT]->(answer:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND NOT EXISTS { (drug)-[:MAY_TREAT]->(answer) }
RETURN admission, order, answer, path_order
