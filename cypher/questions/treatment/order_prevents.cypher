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
  "Which conditions does the ordered {order} of {admission} prevent without being a treatment for them, according to the knowledge graph?",
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
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_PREVENT]->(answer:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND NOT EXISTS { (drug)-[:MAY_TREAT]->(answer) }
RETURN admission, order, answer, path_order
