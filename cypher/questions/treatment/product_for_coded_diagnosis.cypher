/*
id        = "product_for_coded_diagnosis"
family    = "T3"
title     = "The coded diagnosis that an ingredient of an ordered product treats"
decision  = "treatment-rationale"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT", "HAS_INGREDIENT"]
hops      = 4
why       = "A combination product is ordered for one of its ingredients; the reason shows only when it is taken apart."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Ingredients: RxNorm has_ingredient (Nelson et al., JAMIA 2011;18:441). Only orders written by a brand or product name are asked about, not those that name an ingredient. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Through one of its active ingredients, which diagnosis coded for {admission} does the ordered product {order} treat, according to the knowledge graph?",
  "{order} was ordered in {admission}. Which of the coded diagnoses does an active ingredient of that product treat, according to the knowledge graph?",
  "According to the knowledge graph, which diagnoses coded for {admission} are treated by an active ingredient of {order}, which was ordered in it?",
]

[[case]]
name   = "a combination with acetaminophen for fever"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Percocet', drug_type: 'BASE'})-[:REFERS_TO {role: 'product'}]->(b)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Percocet', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'product'}]->(b)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(b)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "an indication of the product as a whole is another family"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (b)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "an order that is written by its ingredient is another family"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Oxycodone-Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "the order must name a product"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "a brand is no ingredient"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (b)-[:ISA]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'product'}]->(product:Concept)-[:HAS_INGREDIENT]->(ingredient:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // only where the order is not written by an ingredient: there the ingredient adds nothing
  AND NOT EXISTS { (product)-[:HAS_INGREDIENT]->(named:Concept) WHERE toLower(order.drug) CONTAINS toLower(named.name) OR toLower(named.name) CONTAINS toLower(order.drug) }
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
MATCH path_rule = (ingredient)-[:MAY_TREAT]->(disease)
RETURN admission, order, answer, path_order, path_reason, path_rule
