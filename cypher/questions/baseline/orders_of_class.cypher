/*
id        = "orders_of_class"
family    = "H2"
title     = "The ordered drugs that belong to a class"
decision  = "mechanism"
slots     = { admission = "Admission", class = "Concept" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["HAS_CLASS"]
hops      = 2
why       = "Ward rounds think in classes (is there a beta blocker?), orders are written by name."
source    = "FDA established pharmacologic class (EPC), as carried by DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160) or MED-RT. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, belong to the established pharmacologic class {class} according to the knowledge graph?",
  "According to the knowledge graph, which orders of {admission}, diluents, flushes and drugs for local use aside, are for drugs of the established pharmacologic class {class}?",
  "Diluents, flushes and drugs for local use aside, which members of the established pharmacologic class {class} were ordered in {admission}, according to the knowledge graph?",
]

[[case]]
name   = "a beta blocker"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'beta blocker', name: 'beta-Adrenergic Blocker', vocabulary: 'FDA EPC'})
"""
expect = [{ admission = 1, class = "beta blocker", answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'beta blocker', name: 'beta-Adrenergic Blocker', vocabulary: 'FDA EPC'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, class = "beta blocker", answer = 10 }]

[[case]]
name   = "a class of another system"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'beta blocker', name: 'beta-Adrenergic Blocker', vocabulary: 'ChEBI role'})
"""
expect = []

[[case]]
name   = "a mechanism is not a class"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'beta blocker', name: 'beta-Adrenergic Blocker', vocabulary: 'FDA EPC'})
"""
expect = []

[[case]]
name   = "a flush is left aside"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'beta blocker', name: 'beta-Adrenergic Blocker', vocabulary: 'FDA EPC'})
"""
expect = []

[[case]]
name   = "a diluent is left aside"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'beta blocker', name: 'beta-Adrenergic Blocker', vocabulary: 'FDA EPC'})
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_CLASS]->(class:Concept)
WHERE p.id IN $patients AND class.vocabulary = 'FDA EPC' AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
RETURN admission, class, answer, path_order
