/*
id        = "order_for_two_diagnoses"
family    = "C3"
title     = "The ordered drugs that treat both of two coded diagnoses"
decision  = "treatment-rationale"
slots     = { admission = "Admission", first = "Diagnosis", second = "Diagnosis" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT"]
hops      = 4
why       = "One drug for two problems is how polypharmacy is cut."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, treat both coded diagnoses, \"{first}\" and \"{second}\", according to the knowledge graph?",
  "The diagnoses \"{first}\" and \"{second}\" are coded for {admission}. Diluents, flushes and drugs for local use aside, which of the ordered drugs treat both of them, according to the knowledge graph?",
  "According to the knowledge graph, which of the drugs ordered in {admission} (diluents, flushes and drugs for local use aside) treat the two coded diagnoses \"{first}\" and \"{second}\" at once?",
]

[[case]]
name   = "metoprolol for hypertension and atrial fibrillation"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Atrial fibrillation', seq_num: 4})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:MAY_TREAT]->(y)
"""
expect = [{ admission = 1, first = 20, second = 21, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Atrial fibrillation', seq_num: 4})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:MAY_TREAT]->(y)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group', seq_num: 1})-[:REFERS_TO {role: 'group'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 121, name: 'only in its group', seq_num: 4})-[:REFERS_TO {role: 'group'}]->(y)
"""
expect = [{ admission = 1, first = 20, second = 21, answer = 10 }]

[[case]]
name   = "it treats one of them only"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Atrial fibrillation', seq_num: 4})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:MAY_PREVENT]->(y)
"""
expect = []

[[case]]
name   = "two codes of one disease are not two diseases"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Atrial fibrillation', seq_num: 4})-[:REFERS_TO {role: 'code'}]->(x)
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "coded for another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (:Admission {id: 2})-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Atrial fibrillation', seq_num: 4})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'atrial fibrillation', name: 'atrial fibrillation'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:MAY_TREAT]->(y)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Diagnosis Unspecified essential hypertension: seq_num 1 -> 4
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Unspecified essential hypertension', seq_num: 4})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_6:Diagnosis {id: 1021, name: 'Atrial fibrillation', seq_num: 4})
CREATE (n1_6)-[:REFERS_TO {role: 'code'}]->(n1_7:Concept {id: 'atrial fibrillation 1', name: 'atrial fibrillation'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_5)
CREATE (n1_3)-[:MAY_TREAT]->(n1_7)
// metoprolol MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Unspecified essential hypertension', seq_num: 1})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_6:Diagnosis {id: 2021, name: 'Atrial fibrillation', seq_num: 4})
CREATE (n2_6)-[:REFERS_TO {role: 'code'}]->(n2_7:Concept {id: 'atrial fibrillation 2', name: 'atrial fibrillation'})
CREATE (n2_3)-[:MAY_PREVENT]->(n2_5)
CREATE (n2_3)-[:MAY_TREAT]->(n2_7)
// Unspecified essential hypertension is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_8:Admission {id: 3022, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Unspecified essential hypertension', seq_num: 1})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_6:Diagnosis {id: 3021, name: 'Atrial fibrillation', seq_num: 4})
CREATE (n3_6)-[:REFERS_TO {role: 'code'}]->(n3_7:Concept {id: 'atrial fibrillation 3', name: 'atrial fibrillation'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_5)
CREATE (n3_3)-[:MAY_TREAT]->(n3_7)
// something else than metoprolol MAY_TREAT hypertension
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Unspecified essential hypertension', seq_num: 1})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_6:Diagnosis {id: 4021, name: 'Atrial fibrillation', seq_num: 4})
CREATE (n4_6)-[:REFERS_TO {role: 'code'}]->(n4_7:Concept {id: 'atrial fibrillation 4', name: 'atrial fibrillation'})
CREATE (n4_8:Concept {id: 'another metoprolol 4', name: 'another metoprolol'})-[:MAY_TREAT]->(n4_5)
CREATE (n4_3)-[:MAY_TREAT]->(n4_7)
// something else than metoprolol MAY_TREAT atrial fibrillation
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'Unspecified essential hypertension', seq_num: 1})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_6:Diagnosis {id: 5021, name: 'Atrial fibrillation', seq_num: 4})
CREATE (n5_6)-[:REFERS_TO {role: 'code'}]->(n5_7:Concept {id: 'atrial fibrillation 5', name: 'atrial fibrillation'})
CREATE (n5_3)-[:MAY_TREAT]->(n5_5)
CREATE (n5_8:Concept {id: 'another metoprolol 5', name: 'another metoprolol'})-[:MAY_TREAT]->(n5_7)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_first = (admission)-[:HAD_DIAGNOSIS]->(first:Diagnosis)-[:REFERS_TO {role: 'code'}]->(one:Concept)<-[:MAY_TREAT]-(drug)
MATCH path_second = (admission)-[:HAD_DIAGNOSIS]->(second:Diagnosis)-[:REFERS_TO {role: 'code'}]->(two:Concept)<-[:MAY_TREAT]-(drug)
WHERE first.seq_num < second.seq_num AND one.id <> two.id
RETURN admission, first, second, answer, path_order, path_first, path_second
