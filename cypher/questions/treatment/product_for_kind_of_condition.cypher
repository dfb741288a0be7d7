/*
id        = "product_for_kind_of_condition"
family    = "T4"
title     = "The coded diagnosis that is a kind of what an ingredient of an ordered product treats"
decision  = "treatment-rationale"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT", "HAS_INGREDIENT", "ISA"]
hops      = 6
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

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Concept acetaminophen: name 'acetaminophen' -> 'Percocet'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'product'}]->(n2_3:Concept {id: 'percocet tablet 2', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n2_3)-[:HAS_INGREDIENT]->(n2_4:Concept {id: 'acetaminophen 2', name: 'Percocet'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'Drug induced fever'})
CREATE (n2_5)-[:REFERS_TO {role: 'code'}]->(n2_6:Concept {id: 'drug fever 2', name: 'drug fever'})
CREATE (n2_6)-[:ISA]->(n2_7:Concept {id: 'fever 2', name: 'fever'})
CREATE (n2_4)-[:MAY_TREAT]->(n2_7)
// acetaminophen 325 MG / oxycodone 5 MG Oral Tablet INTERACTS_WITH acetaminophen in place of HAS_INGREDIENT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'product'}]->(n3_3:Concept {id: 'percocet tablet 3', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n3_3)-[:INTERACTS_WITH]->(n3_4:Concept {id: 'acetaminophen 3', name: 'acetaminophen'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020, name: 'Drug induced fever'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'drug fever 3', name: 'drug fever'})
CREATE (n3_6)-[:ISA]->(n3_7:Concept {id: 'fever 3', name: 'fever'})
CREATE (n3_4)-[:MAY_TREAT]->(n3_7)
// drug fever DUE_TO fever in place of ISA
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'product'}]->(n4_3:Concept {id: 'percocet tablet 4', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n4_3)-[:HAS_INGREDIENT]->(n4_4:Concept {id: 'acetaminophen 4', name: 'acetaminophen'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020, name: 'Drug induced fever'})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'drug fever 4', name: 'drug fever'})
CREATE (n4_6)-[:DUE_TO]->(n4_7:Concept {id: 'fever 4', name: 'fever'})
CREATE (n4_4)-[:MAY_TREAT]->(n4_7)
// acetaminophen MAY_PREVENT fever in place of MAY_TREAT
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'product'}]->(n5_3:Concept {id: 'percocet tablet 5', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n5_3)-[:HAS_INGREDIENT]->(n5_4:Concept {id: 'acetaminophen 5', name: 'acetaminophen'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5020, name: 'Drug induced fever'})
CREATE (n5_5)-[:REFERS_TO {role: 'code'}]->(n5_6:Concept {id: 'drug fever 5', name: 'drug fever'})
CREATE (n5_6)-[:ISA]->(n5_7:Concept {id: 'fever 5', name: 'fever'})
CREATE (n5_4)-[:MAY_PREVENT]->(n5_7)
// acetaminophen 325 MG / oxycodone 5 MG Oral Tablet HAS_INGREDIENT something else than acetaminophen
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n6_2)-[:REFERS_TO {role: 'product'}]->(n6_3:Concept {id: 'percocet tablet 6', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n6_3)-[:HAS_INGREDIENT]->(n6_8:Concept {id: 'another acetaminophen 6', name: 'another acetaminophen'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_5:Diagnosis {id: 6020, name: 'Drug induced fever'})
CREATE (n6_5)-[:REFERS_TO {role: 'code'}]->(n6_6:Concept {id: 'drug fever 6', name: 'drug fever'})
CREATE (n6_6)-[:ISA]->(n6_7:Concept {id: 'fever 6', name: 'fever'})
CREATE (n6_4:Concept {id: 'acetaminophen 6', name: 'acetaminophen'})-[:MAY_TREAT]->(n6_7)
// Drug induced fever is of another admission
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})
CREATE (n7_2)-[:REFERS_TO {role: 'product'}]->(n7_3:Concept {id: 'percocet tablet 7', name: 'acetaminophen 325 MG / oxycodone 5 MG Oral Tablet'})
CREATE (n7_3)-[:HAS_INGREDIENT]->(n7_4:Concept {id: 'acetaminophen 7', name: 'acetaminophen'})
CREATE (n7_8:Admission {id: 7021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n7_5:Diagnosis {id: 7020, name: 'Drug induced fever'})
CREATE (n7_5)-[:REFERS_TO {role: 'code'}]->(n7_6:Concept {id: 'drug fever 7', name: 'drug fever'})
CREATE (n7_6)-[:ISA]->(n7_7:Concept {id: 'fever 7', name: 'fever'})
CREATE (n7_4)-[:MAY_TREAT]->(n7_7)
"""
expect = []

[[case]]
name   = "the order is written by a part of the ingredient's name"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Insulin', drug: 'Insulin', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'the product', name: 'a product'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'the ingredient', name: 'insulin glargine'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)-[:ISA]->(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []

[[case]]
name   = "the order is written by the ingredient and more"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen Extra', drug: 'Acetaminophen Extra', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'the product', name: 'a product'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'the ingredient', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)-[:ISA]->(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = []

[[case]]
name   = "another relation of the product to something of the order's name"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'the product', name: 'a product'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'the ingredient', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Drug induced fever'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'drug fever', name: 'drug fever'})
CREATE (x)-[:ISA]->(g:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(g)
CREATE (b)-[:HAS_CLASS]->(:Concept {id: 'brand', name: 'percocet'})
CREATE (:Concept {id: 'another product', name: 'another'})-[:HAS_INGREDIENT]->(:Concept {id: 'another ingredient', name: 'percocet'})
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "two levels up"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'a tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'the code', name: 'the code'})
CREATE (x)-[:ISA]->(y1:Concept {id: 'level 1', name: 'a disease 1 levels up'})-[:ISA]->(g:Concept {id: 'level 2', name: 'a disease 2 levels up'})
CREATE (c)-[:MAY_TREAT]->(g)
"""
expect = [{ admission = 1, order = 10, answer = 20 }]

[[case]]
name   = "three levels up"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Percocet', drug: 'Percocet', drug_type: 'MAIN'})-[:REFERS_TO {role: 'product'}]->(b:Concept {id: 'percocet tablet', name: 'a tablet'})
CREATE (b)-[:HAS_INGREDIENT]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'the code', name: 'the code'})
CREATE (x)-[:ISA]->(y1:Concept {id: 'level 1', name: 'a disease 1 levels up'})-[:ISA]->(y2:Concept {id: 'level 2', name: 'a disease 2 levels up'})-[:ISA]->(g:Concept {id: 'level 3', name: 'a disease 3 levels up'})
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
