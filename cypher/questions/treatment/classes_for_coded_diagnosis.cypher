/*
id        = "classes_for_coded_diagnosis"
family    = "T6"
title     = "The classes of the ordered drugs for a coded diagnosis"
decision  = "treatment-rationale"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["MAY_TREAT", "HAS_CLASS"]
hops      = 3
why       = "Guidelines recommend classes; whether they were followed is asked by class."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Class: FDA established pharmacologic class (EPC) through DrugCentral or MED-RT. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "To which established pharmacologic classes do the drugs ordered in {admission} for the coded diagnosis \"{diagnosis}\" belong, according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which established pharmacologic classes are represented among the ordered drugs that treat it, according to the knowledge graph?",
  "According to the knowledge graph, which established pharmacologic classes make up the treatment of the coded diagnosis \"{diagnosis}\" by the drugs ordered in {admission}?",
]

[[case]]
name   = "a loop diuretic for heart failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'loop diuretic', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
"""
expect = [{ admission = 1, diagnosis = 20, answer = "loop diuretic" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'loop diuretic', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Furosemide', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "loop diuretic" }]

[[case]]
name   = "a class of another system"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'loop diuretic', name: 'Loop Diuretic', vocabulary: 'ChEBI role'})
"""
expect = []

[[case]]
name   = "a target is not a class"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_TARGET]->(:Concept {id: 'loop diuretic', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
"""
expect = []

[[case]]
name   = "a drug for something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(:Concept {id: 'hypertension'})
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'loop diuretic', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
"""
expect = []

[[case]]
name   = "a diagnosis of no admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'loop diuretic', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Prescription Furosemide: drug_type 'MAIN' -> 'BASE'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'BASE'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Congestive heart failure, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'heart failure 1', name: 'heart failure'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_5)
CREATE (n1_3)-[:HAS_CLASS]->(n1_6:Concept {id: 'loop diuretic 1', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
// Prescription Furosemide: route = 'BOTH EYES'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'BOTH EYES'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Congestive heart failure, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'heart failure 2', name: 'heart failure'})
CREATE (n2_3)-[:MAY_TREAT]->(n2_5)
CREATE (n2_3)-[:HAS_CLASS]->(n2_6:Concept {id: 'loop diuretic 2', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
// Furosemide is linked in the role 'carrier', not 'drug'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'carrier'}]->(n3_3:Concept {id: 'furosemide 3', name: 'furosemide'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Congestive heart failure, unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'heart failure 3', name: 'heart failure'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_5)
CREATE (n3_3)-[:HAS_CLASS]->(n3_6:Concept {id: 'loop diuretic 3', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
// furosemide MAY_PREVENT heart failure in place of MAY_TREAT
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'furosemide 4', name: 'furosemide'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Congestive heart failure, unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'heart failure 4', name: 'heart failure'})
CREATE (n4_3)-[:MAY_PREVENT]->(n4_5)
CREATE (n4_3)-[:HAS_CLASS]->(n4_6:Concept {id: 'loop diuretic 4', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
// Furosemide is of another admission
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_7:Admission {id: 5021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'furosemide 5', name: 'furosemide'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'Congestive heart failure, unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'heart failure 5', name: 'heart failure'})
CREATE (n5_3)-[:MAY_TREAT]->(n5_5)
CREATE (n5_3)-[:HAS_CLASS]->(n5_6:Concept {id: 'loop diuretic 5', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
// something else than furosemide MAY_TREAT heart failure
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'furosemide 6', name: 'furosemide'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_4:Diagnosis {id: 6020, name: 'Congestive heart failure, unspecified'})
CREATE (n6_4)-[:REFERS_TO {role: 'code'}]->(n6_5:Concept {id: 'heart failure 6', name: 'heart failure'})
CREATE (n6_7:Concept {id: 'another furosemide 6', name: 'another furosemide'})-[:MAY_TREAT]->(n6_5)
CREATE (n6_3)-[:HAS_CLASS]->(n6_6:Concept {id: 'loop diuretic 6', name: 'Loop Diuretic', vocabulary: 'FDA EPC'})
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_CLASS]->(answer:Concept)
WHERE order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.vocabulary = 'FDA EPC'
MATCH path_rule = (drug)-[:MAY_TREAT]->(disease)
RETURN admission, diagnosis, answer, path_code, path_order, path_rule
