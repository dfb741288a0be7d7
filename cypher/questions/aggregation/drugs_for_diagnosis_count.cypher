/*
id        = "drugs_for_diagnosis_count"
title     = "How many drugs were ordered for a diagnosis"
decision  = "counting"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "count" }
knowledge = ["MAY_TREAT"]
hops      = 4
why       = "The number of drugs against one problem measures how hard it was to treat."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "How many different active ingredients that treat the coded diagnosis \"{diagnosis}\" were ordered as single-ingredient drugs in {admission} (diluents and drugs for local use aside), according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Counting active ingredients of single-ingredient drugs (diluents and drugs for local use aside), how many that treat it were ordered, according to the knowledge graph?",
  "According to the knowledge graph, how many distinct active ingredients among the single-ingredient drugs ordered in {admission} (diluents and drugs for local use aside) treat the coded diagnosis \"{diagnosis}\"?",
]

[[case]]
name   = "two drugs against hypertension"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [
  { admission = 1, diagnosis = 20, counted = "lisinopril" },
  { admission = 1, diagnosis = 20, counted = "metoprolol" },
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
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'carrier'}]->(e)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [
  { admission = 1, diagnosis = 20, counted = "lisinopril" },
  { admission = 1, diagnosis = 20, counted = "metoprolol" },
]

[[case]]
name   = "eye drops are not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, counted = "lisinopril" }]

[[case]]
name   = "a carrier is not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'carrier'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, counted = "lisinopril" }]

[[case]]
name   = "a diluent is not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, counted = "lisinopril" }]

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
name   = "a drug for something else is not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(:Concept {id: 'angina'})
"""
expect = [{ admission = 1, diagnosis = 20, counted = "lisinopril" }]

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
"""
expect = [
  { admission = 1001, diagnosis = 1020, counted = "metoprolol 1" },
  { admission = 2001, diagnosis = 2020, counted = "metoprolol 2" },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(disease)
WHERE order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
RETURN admission, diagnosis, drug AS counted, path_code, path_order
