/*
id        = "order_of_drugs_for_diagnosis"
family    = "N7"
title     = "The order in which the drugs for one diagnosis were first ordered"
decision  = "timing"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "order", label = "Prescription" }
knowledge = ["MAY_TREAT"]
hops      = 3
why       = "First line, second line: the sequence is the reasoning."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "In which order, by start date, were the drugs that treat the coded diagnosis \"{diagnosis}\" first ordered in {admission} (diluents, flushes and drugs for local use aside), according to the knowledge graph?",
  "Put the drugs ordered in {admission} that treat the coded diagnosis \"{diagnosis}\" according to the knowledge graph (diluents, flushes and drugs for local use aside) in the order of their first start dates: what is the sequence?",
  "According to the knowledge graph, some drugs ordered in {admission} treat the coded diagnosis \"{diagnosis}\". Diluents, flushes and drugs for local use aside, in what sequence of first start dates were they ordered?",
]

[[case]]
name   = "lisinopril, then metoprolol"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [
  { admission = 1, diagnosis = 20, answer = 10, at = 1440 },
  { admission = 1, diagnosis = 20, answer = 11, at = 2880 },
]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Lisinopril', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Lisinopril Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'carrier'}]->(e)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [
  { admission = 1, diagnosis = 20, answer = 10, at = 1440 },
  { admission = 1, diagnosis = 20, answer = 11, at = 2880 },
]

[[case]]
name   = "coded for another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Admission {id: 2})-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "an order without dates has no place"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', route: 'PO'})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10, at = 1440 }]

[[case]]
name   = "a drug for something else has no place"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(:Concept {id: 'angina'})
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10, at = 1440 }]

[[case]]
name   = "a renewed order counts only once, by its first date"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = [
  { admission = 1, diagnosis = 20, answer = 10, at = 1440 },
  { admission = 1, diagnosis = 20, answer = 11, at = 2880 },
]

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// lisinopril MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_4)-[:REFERS_TO {role: 'drug'}]->(n1_5:Concept {id: 'lisinopril 1', name: 'lisinopril'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_6:Prescription {id: 1011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n1_6)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_5)-[:MAY_PREVENT]->(n1_3)
CREATE (n1_7)-[:MAY_TREAT]->(n1_3)
// Lisinopril is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_8:Admission {id: 2021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'lisinopril 2', name: 'lisinopril'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_5)-[:MAY_TREAT]->(n2_3)
CREATE (n2_7)-[:MAY_TREAT]->(n2_3)
// 'what does not count, beside what does': Prescription a carrier: start_earliest 1440 -> 0
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'lisinopril 3', name: 'lisinopril'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_5)-[:MAY_TREAT]->(n3_3)
CREATE (n3_7)-[:MAY_TREAT]->(n3_3)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_8:Prescription {id: 3110, name: 'a diluent', drug: 'Lisinopril', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})
CREATE (n3_8)-[:REFERS_TO {role: 'drug'}]->(n3_5)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_9:Prescription {id: 3210, name: 'a flush', drug: 'Lisinopril Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_9)-[:REFERS_TO {role: 'drug'}]->(n3_5)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_10:Prescription {id: 3310, name: 'eye drops', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})
CREATE (n3_10)-[:REFERS_TO {role: 'drug'}]->(n3_5)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_11:Prescription {id: 3410, name: 'a carrier', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
CREATE (n3_11)-[:REFERS_TO {role: 'carrier'}]->(n3_5)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_12:Prescription {id: 3111, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})
CREATE (n3_12)-[:REFERS_TO {role: 'drug'}]->(n3_7)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_13:Prescription {id: 3211, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n3_13)-[:REFERS_TO {role: 'drug'}]->(n3_7)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_14:Prescription {id: 3311, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, route: 'OU'})
CREATE (n3_14)-[:REFERS_TO {role: 'drug'}]->(n3_7)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_15:Prescription {id: 3411, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n3_15)-[:REFERS_TO {role: 'carrier'}]->(n3_7)
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_16:Diagnosis {id: 3120, name: 'only in its group'})
CREATE (n3_16)-[:REFERS_TO {role: 'group'}]->(n3_3)
"""
expect = [
  { admission = 1001, diagnosis = 1020, answer = 1011, at = 2880 },
  { admission = 2001, diagnosis = 2020, answer = 2011, at = 2880 },
  { admission = 3001, diagnosis = 3020, answer = 3010, at = 1440 },
  { admission = 3001, diagnosis = 3020, answer = 3011, at = 2880 },
]

[[case]]
name   = "another patient's earlier order does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(e)
"""
expect = [
  { admission = 1, diagnosis = 20, answer = 10, at = 1440 },
  { admission = 1, diagnosis = 20, answer = 11, at = 2880 },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(disease)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.start_earliest IS NOT NULL
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug) WHERE sooner.start_earliest < answer.start_earliest }
RETURN admission, diagnosis, answer, answer.start_earliest AS at, path_code, path_order
