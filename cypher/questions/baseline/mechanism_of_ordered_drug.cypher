/*
id        = "mechanism_of_ordered_drug"
family    = "H2"
title     = "The mechanism of action of an ordered drug"
decision  = "mechanism"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["HAS_MOA"]
hops      = 2
why       = "The baseline of knowledge: from the order to its ingredient to what it does."
source    = "FDA established mechanism of action (MoA), as carried by DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160) or MED-RT has_mechanism_of_action. Inhibition or induction of drug-metabolizing enzymes and transporters (cytochrome P450, UGT, P-glycoprotein, organic anion and cation transporters, BCRP) is left out: it is how drugs interact, not how they treat. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "What is the mechanism of action of {order}, ordered in {admission}, according to the knowledge graph (effects on drug-metabolizing enzymes and transporters aside)?",
  "By which mechanism of action (effects on drug-metabolizing enzymes and transporters aside) does {order}, ordered in {admission}, work according to the knowledge graph?",
  "{order} was ordered in {admission}: which mechanism of action (effects on drug-metabolizing enzymes and transporters aside) does the knowledge graph give for it?",
]

[[case]]
name   = "lisinopril"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
"""
expect = [{ admission = 1, order = 10, answer = "ace inhibition" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = "ace inhibition" }]

[[case]]
name   = "an effect is not a mechanism"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:HAS_PE]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
"""
expect = []

[[case]]
name   = "a metabolizing enzyme is no mechanism of treatment"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Cytochrome P450 3A4 Inhibitors'})
"""
expect = []

[[case]]
name   = "a diluent is not asked about"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
"""
expect = []

[[case]]
name   = "the product is not the drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_MOA]->(answer:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT (answer.name STARTS WITH 'Cytochrome P450' OR answer.name STARTS WITH 'P-Glycoprotein' OR answer.name STARTS WITH 'Organic ' OR answer.name STARTS WITH 'UGT' OR answer.name STARTS WITH 'Breast Cancer Resistance')
RETURN admission, order, answer, path_order
