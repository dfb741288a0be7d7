/*
id        = "order_without_indication"
family    = "T9"
title     = "The ordered drugs that treat no coded diagnosis"
decision  = "deprescribing"
slots     = { admission = "Admission", route = "text" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT", "ISA"]
hops      = 3
why       = "A drug without a reason in the record is either prophylaxis, an uncoded problem, or an order to stop."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Only drugs with at least one stated indication are asked about: the knowledge is incomplete (recall 20 % in one such source), so silence about a drug proves nothing. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Among the drugs ordered by route {route} in {admission} for which the knowledge graph states any indication (diluents, flushes and drugs for local use aside), which have none among the coded diagnoses, diagnoses up to three levels more specific than an indication included?",
  "Which drugs ordered by route {route} in {admission}, diluents, flushes and drugs without any indication in the knowledge graph aside, treat none of the coded diagnoses, even if a diagnosis up to three levels more specific than an indication counts as treated?",
  "In {admission}, which of the drugs ordered by route {route} are without an indication among the coded diagnoses according to the knowledge graph? Leave out diluents, flushes and drugs for which it states no indication at all, and count diagnoses up to three levels more specific than an indication: which drugs are left?",
]

[[case]]
name   = "furosemide where only heart failure is coded and hypertension known"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(h:Concept {id: 'hypertension', name: 'hypertension'})
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(h:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Furosemide Flush', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Furosemide', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "the coded diagnosis is an indication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(h:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "the coded diagnosis is a kind of an indication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(h:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (x)-[:ISA]->(h)
"""
expect = []

[[case]]
name   = "a drug without any stated indication is not judged"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:HAS_CLASS]->(h:Concept {id: 'hypertension', name: 'hypertension'})
"""
expect = []

[[case]]
name   = "a flush is left aside"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide Flush', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(h:Concept {id: 'hypertension', name: 'hypertension'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Prescription Furosemide: without route
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Congestive heart failure, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'heart failure 1', name: 'heart failure'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_6:Concept {id: 'hypertension 1', name: 'hypertension'})
// as in 'the coded diagnosis is a kind of an indication', but hypertension lies 2 levels higher above heart failure
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'furosemide 3', name: 'furosemide'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Congestive heart failure, unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'heart failure 3', name: 'heart failure'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_6:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_5)-[:ISA]->(n3_7:Concept {id: 'between 0 3', name: 'between 0'})
CREATE (n3_7)-[:ISA]->(n3_8:Concept {id: 'between 1 3', name: 'between 1'})
CREATE (n3_8)-[:ISA]->(n3_6)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'the coded diagnosis is an indication', but furosemide MAY_PREVENT heart failure in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Congestive heart failure, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'heart failure 2', name: 'heart failure'})
CREATE (n2_3)-[:MAY_TREAT]->(n2_6:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_3)-[:MAY_PREVENT]->(n2_5)
// as in 'the coded diagnosis is an indication', but Congestive heart failure, unspecified is linked in the role 'group', not 'code'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'furosemide 4', name: 'furosemide'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Congestive heart failure, unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'group'}]->(n4_5:Concept {id: 'heart failure 4', name: 'heart failure'})
CREATE (n4_3)-[:MAY_TREAT]->(n4_6:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_3)-[:MAY_TREAT]->(n4_5)
// as in 'the coded diagnosis is a kind of an indication', but heart failure DUE_TO hypertension in place of ISA
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'furosemide 5', name: 'furosemide'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'Congestive heart failure, unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'heart failure 5', name: 'heart failure'})
CREATE (n5_3)-[:MAY_TREAT]->(n5_6:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_5)-[:DUE_TO]->(n5_6)
// as in 'the coded diagnosis is a kind of an indication', but hypertension lies 3 levels higher above heart failure
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'furosemide 6', name: 'furosemide'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_4:Diagnosis {id: 6020, name: 'Congestive heart failure, unspecified'})
CREATE (n6_4)-[:REFERS_TO {role: 'code'}]->(n6_5:Concept {id: 'heart failure 6', name: 'heart failure'})
CREATE (n6_3)-[:MAY_TREAT]->(n6_6:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_5)-[:ISA]->(n6_7:Concept {id: 'between 0 6', name: 'between 0'})
CREATE (n6_7)-[:ISA]->(n6_8:Concept {id: 'between 1 6', name: 'between 1'})
CREATE (n6_8)-[:ISA]->(n6_9:Concept {id: 'between 2 6', name: 'between 2'})
CREATE (n6_9)-[:ISA]->(n6_6)
// as in 'the coded diagnosis is an indication', but Congestive heart failure, unspecified is of another admission
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_3:Concept {id: 'furosemide 7', name: 'furosemide'})
CREATE (n7_7:Admission {id: 7021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n7_4:Diagnosis {id: 7020, name: 'Congestive heart failure, unspecified'})
CREATE (n7_4)-[:REFERS_TO {role: 'code'}]->(n7_5:Concept {id: 'heart failure 7', name: 'heart failure'})
CREATE (n7_3)-[:MAY_TREAT]->(n7_6:Concept {id: 'hypertension 7', name: 'hypertension'})
CREATE (n7_3)-[:MAY_TREAT]->(n7_5)
// as in 'the coded diagnosis is an indication', but something else than furosemide MAY_TREAT heart failure
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})
CREATE (n8_2)-[:REFERS_TO {role: 'drug'}]->(n8_3:Concept {id: 'furosemide 8', name: 'furosemide'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_4:Diagnosis {id: 8020, name: 'Congestive heart failure, unspecified'})
CREATE (n8_4)-[:REFERS_TO {role: 'code'}]->(n8_5:Concept {id: 'heart failure 8', name: 'heart failure'})
CREATE (n8_3)-[:MAY_TREAT]->(n8_6:Concept {id: 'hypertension 8', name: 'hypertension'})
CREATE (n8_7:Concept {id: 'another furosemide 8', name: 'another furosemide'})-[:MAY_TREAT]->(n8_5)
"""
expect = [
  { admission = 2001, route = "IV", answer = 2010 },
  { admission = 4001, route = "IV", answer = 4010 },
  { admission = 5001, route = "IV", answer = 5010 },
  { admission = 6001, route = "IV", answer = 6010 },
  { admission = 7001, route = "IV", answer = 7010 },
  { admission = 8001, route = "IV", answer = 8010 },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(known:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.route IS NOT NULL
  // one indication is enough to show that there is any: the one with the smallest id
  AND NOT EXISTS { (drug)-[:MAY_TREAT]->(other:Concept) WHERE other.id < known.id }
  AND NOT EXISTS { (drug)-[:MAY_TREAT]->(:Concept)<-[:ISA*0..3]-(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
RETURN admission, answer.route AS route, answer, path_order
