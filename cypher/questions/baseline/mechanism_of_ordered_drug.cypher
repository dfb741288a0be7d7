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

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'Breast Cancer Resistance'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'lisinopril 1', name: 'lisinopril'})
CREATE (n1_3)-[:HAS_MOA]->(n1_4:Concept {id: 'ace inhibition 1', name: 'Breast Cancer Resistance'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'Organic '
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'lisinopril 2', name: 'lisinopril'})
CREATE (n2_3)-[:HAS_MOA]->(n2_4:Concept {id: 'ace inhibition 2', name: 'Organic '})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'P-Glycoprotein'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'lisinopril 3', name: 'lisinopril'})
CREATE (n3_3)-[:HAS_MOA]->(n3_4:Concept {id: 'ace inhibition 3', name: 'P-Glycoprotein'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'UGT'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'lisinopril 4', name: 'lisinopril'})
CREATE (n4_3)-[:HAS_MOA]->(n4_4:Concept {id: 'ace inhibition 4', name: 'UGT'})
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_MOA]->(answer:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT (toLower(answer.name) STARTS WITH 'cytochrome p450' OR toLower(answer.name) STARTS WITH 'p-glycoprotein' OR toLower(answer.name) STARTS WITH 'organic ' OR toLower(answer.name) STARTS WITH 'ugt' OR toLower(answer.name) STARTS WITH 'breast cancer resistance')
RETURN admission, order, answer, path_order
