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
  "According to the knowledge graph, which diagnoses coded for {admission} are treated by an active ingredient of {order}, which was ordered there?",
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

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// acetaminophen MAY_PREVENT fever in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'product'}]->(n2_3:Concept {id: 'percocet tablet 2', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n2_3)-[:HAS_INGREDIENT]->(n2_4:Concept {id: 'acetaminophen 2', name: 'acetaminophen'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'Fever, unspecified'})
CREATE (n2_5)-[:REFERS_TO {role: 'code'}]->(n2_6:Concept {id: 'fever 2', name: 'fever'})
CREATE (n2_4)-[:MAY_PREVENT]->(n2_6)
// Fever, unspecified is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'product'}]->(n3_3:Concept {id: 'percocet tablet 3', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n3_3)-[:HAS_INGREDIENT]->(n3_4:Concept {id: 'acetaminophen 3', name: 'acetaminophen'})
CREATE (n3_7:Admission {id: 3021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'Fever, unspecified'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'fever 3', name: 'fever'})
CREATE (n3_4)-[:MAY_TREAT]->(n3_6)
// Fever, unspecified refers to another disease
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'product'}]->(n4_3:Concept {id: 'percocet tablet 4', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n4_3)-[:HAS_INGREDIENT]->(n4_4:Concept {id: 'acetaminophen 4', name: 'acetaminophen'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'Fever, unspecified'})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_7:Concept {id: 'another fever 4', name: 'another fever'})
CREATE (n4_4)-[:MAY_TREAT]->(n4_6:Concept {id: 'fever 4', name: 'fever'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as it is
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'product'}]->(n1_3:Concept {id: 'percocet tablet 1', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n1_3)-[:HAS_INGREDIENT]->(n1_4:Concept {id: 'acetaminophen 1', name: 'acetaminophen'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020, name: 'Fever, unspecified'})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'fever 1', name: 'fever'})
CREATE (n1_4)-[:MAY_TREAT]->(n1_6)
"""
expect = [
  { admission = 1001, order = 1010, answer = 1020 },
]

[[case]]
name   = "the order is written by a part of the ingredient's name"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Insulin', drug: 'Insulin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'the product', name: 'a product'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'the ingredient', name: 'insulin glargine'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "another relation of the product to something of the order's name"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'the product', name: 'a product'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'the ingredient', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Fever, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (b)-[:HAS_CLASS]->(:Concept {id: 'brand', name: 'percocet'})
CREATE (:Concept {id: 'another product', name: 'another'})-[:HAS_INGREDIENT]->(:Concept {id: 'another ingredient', name: 'percocet'})
"""
expect = [{ admission = 1, order = 10, answer = 20 }]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'product'}]->(product:Concept)-[:HAS_INGREDIENT]->(ingredient:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // only where the order is not written by an ingredient: there the ingredient adds nothing
  AND NOT EXISTS { (product)-[:HAS_INGREDIENT]->(named:Concept) WHERE toLower(order.drug) CONTAINS toLower(named.name) OR toLower(named.name) CONTAINS toLower(order.drug) }
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
MATCH path_rule = (ingredient)-[:MAY_TREAT]->(disease)
RETURN admission, order, answer, path_order, path_reason, path_rule
