/*
id        = "diagnosis_shared_by_two_orders"
title     = "The coded diagnosis that two ordered drugs both treat"
decision  = "treatment-rationale"
slots     = { admission = "Admission", order = "Prescription", later = "Prescription" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT"]
hops      = 4
why       = "Why two drugs together: the problem that they have in common."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which diagnosis coded for {admission} do {order} and {later}, which was started there on a later day, both treat, according to the knowledge graph?",
  "{later} was started in {admission} on a later day than an order for {order}. Which coded diagnosis do both treat, according to the knowledge graph?",
  "According to the knowledge graph, which of the diagnoses coded for {admission} is treated by {order} as well as by {later}, ordered from a later day on?",
]

[[case]]
name   = "lisinopril and metoprolol for hypertension"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, order = 10, later = 11, answer = 20 }]

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
expect = [{ admission = 1, order = 10, later = 11, answer = 20 }]

[[case]]
name   = "on the same day neither is the later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "one treats something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(:Concept {id: 'angina'})
"""
expect = []

[[case]]
name   = "not coded here"
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
name   = "one thing changed, a patient each"
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
// metoprolol MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'lisinopril 2', name: 'lisinopril'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_5)-[:MAY_TREAT]->(n2_3)
CREATE (n2_7)-[:MAY_PREVENT]->(n2_3)
// Unspecified essential hypertension refers to another disease
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_8:Concept {id: 'another hypertension 3', name: 'another hypertension'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'lisinopril 3', name: 'lisinopril'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_5)-[:MAY_TREAT]->(n3_3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_7)-[:MAY_TREAT]->(n3_3)
// Lisinopril refers to another drug
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_4)-[:REFERS_TO {role: 'drug'}]->(n4_8:Concept {id: 'another lisinopril 4', name: 'another lisinopril'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_5:Concept {id: 'lisinopril 4', name: 'lisinopril'})-[:MAY_TREAT]->(n4_3)
CREATE (n4_7)-[:MAY_TREAT]->(n4_3)
// Metoprolol is of another admission
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_4)-[:REFERS_TO {role: 'drug'}]->(n5_5:Concept {id: 'lisinopril 5', name: 'lisinopril'})
CREATE (n5_8:Admission {id: 5021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_5)-[:MAY_TREAT]->(n5_3)
CREATE (n5_7)-[:MAY_TREAT]->(n5_3)
// Metoprolol refers to another drug
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_4:Prescription {id: 6010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_4)-[:REFERS_TO {role: 'drug'}]->(n6_5:Concept {id: 'lisinopril 6', name: 'lisinopril'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_8:Concept {id: 'another metoprolol 6', name: 'another metoprolol'})
CREATE (n6_5)-[:MAY_TREAT]->(n6_3)
CREATE (n6_7:Concept {id: 'metoprolol 6', name: 'metoprolol'})-[:MAY_TREAT]->(n6_3)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_later = (admission)-[:HAD_PRESCRIPTION]->(later:Prescription)-[:REFERS_TO {role: 'drug'}]->(other:Concept)
WHERE later.drug_type <> 'BASE' AND NOT toLower(later.drug) CONTAINS 'flush' AND NOT coalesce(later.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND order.start_latest < later.start_earliest
MATCH path_rule = (drug)-[:MAY_TREAT]->(disease:Concept)<-[:MAY_TREAT]-(other)
MATCH path_reason = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease)
RETURN admission, order, later, answer, path_order, path_later, path_rule, path_reason
