/*
id        = "product_for_kind_of_condition"
family    = "T4"
title     = "The coded diagnosis that is a kind of what an ingredient of an ordered product treats"
decision  = "treatment-rationale"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT", "HAS_INGREDIENT", "ISA"]
hops      = 5
why       = "Product, ingredient, broad indication, narrow code: the longest of the everyday reasons, five steps that a reader makes at a glance."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Ingredients: RxNorm has_ingredient (Nelson et al., JAMIA 2011;18:441). Only orders written by a brand or product name are asked about, not those that name an ingredient. ISA: Disease Ontology (Schriml et al., Nucleic Acids Res 2022;50:D1255) or UMLS. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which diagnosis coded for {admission} is, within two levels of the disease hierarchy, a kind of a condition that an active ingredient of the ordered product {order} treats, according to the knowledge graph?",
  "The product {order} was ordered in {admission}. Within two levels of the disease hierarchy, which coded diagnoses are more specific forms of something that one of its active ingredients treats, according to the knowledge graph?",
  "According to the knowledge graph, which diagnoses coded for {admission} are narrower, by one or two levels of the disease hierarchy, than a condition treated by an active ingredient of the ordered product {order}?",
]

[[case]]
name   = "a combination with acetaminophen for drug fever"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)-[:ISA]->(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)-[:ISA]->(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(g)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Percocet', drug_type: 'BASE'})-[:REFERS_TO {role: 'product'}]->(b)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Percocet', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'product'}]->(b)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(b)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "a more general diagnosis is not a kind of it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)<-[:ISA]-(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []

[[case]]
name   = "the diagnosis itself is another family"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)-[:ISA]->(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "three levels are too far"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)-[:ISA]->(:Concept {id: 'level 1'})-[:ISA]->(:Concept {id: 'level 2'})-[:ISA]->(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'product'}]->(product:Concept)-[:HAS_INGREDIENT]->(ingredient:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // only where the order is not written by an ingredient: there the ingredient adds nothing
  AND NOT EXISTS { (product)-[:HAS_INGREDIENT]->(named:Concept) WHERE toLower(order.drug) CONTAINS toLower(named.name) OR toLower(named.name) CONTAINS toLower(order.drug) }
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)-[:ISA*1..2]->(general:Concept)
MATCH path_rule = (ingredient)-[:MAY_TREAT]->(general)
RETURN admission, order, answer, path_order, path_reason, path_rule
