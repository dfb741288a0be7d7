/*
id        = "first_ordered_for_diagnosis"
family    = "C2"
title     = "The first ordered of the drugs for one diagnosis"
decision  = "comparison"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT"]
hops      = 4
why       = "The order of attempts shows the line of therapy."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Among the drugs ordered in {admission} that treat the coded diagnosis \"{diagnosis}\" according to the knowledge graph (diluents, flushes and drugs for local use aside), which were started on the earliest date?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which of the ordered drugs for it (diluents, flushes and drugs for local use aside) were started on the earliest date, according to the knowledge graph?",
  "According to the knowledge graph, several drugs ordered in {admission} treat the coded diagnosis \"{diagnosis}\". Diluents, flushes and drugs for local use aside, which of them started on the first day that any of them did?",
]

[[case]]
name   = "lisinopril before metoprolol"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "a sooner order that only prevents it, treats something else, or is another patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Aspirin', drug: 'Aspirin', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'aspirin', name: 'aspirin'})
CREATE (k)-[:MAY_PREVENT]->(x)
CREATE (k)-[:MAY_TREAT]->(:Concept {id: 'fever', name: 'fever'})
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 13, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(e)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

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
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "what was ordered sooner without counting"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 30, name: 'Diluent', drug: 'Metoprolol', drug_type: 'BASE', route: 'IV', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(g:Concept {id: 'third drug'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 31, name: 'Flush', drug: 'Metoprolol Flush', drug_type: 'MAIN', route: 'IV', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(g)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 32, name: 'Eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(g)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 33, name: 'Carrier', drug: 'Metoprolol', drug_type: 'MAIN', route: 'IV', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'carrier'}]->(g)
CREATE (g)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "a second drug that did not come first either"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(e)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "the earlier one wins whatever its name"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 11 }]

[[case]]
name   = "on the same day there is no first"
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
name   = "one drug alone"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "a second order of the same drug is no second drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (:Concept {id: 'metoprolol'})-[:MAY_TREAT]->(x)
"""
expect = []
[[case]]
name   = "one thing changed, a patient each"
graph  = """
// 'what does not count, beside what does': (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_PRESCRIPTION]->(Prescription Metoprolol) with another source
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_4)-[:REFERS_TO {role: 'drug'}]->(n1_5:Concept {id: 'lisinopril 1', name: 'lisinopril'})
CREATE (n1_17:Admission {id: 1412, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n1_6:Prescription {id: 1011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n1_6)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_5)-[:MAY_TREAT]->(n1_3)
CREATE (n1_7)-[:MAY_TREAT]->(n1_3)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_8:Prescription {id: 1110, name: 'a diluent', drug: 'Lisinopril', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})
CREATE (n1_8)-[:REFERS_TO {role: 'drug'}]->(n1_5)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_9:Prescription {id: 1210, name: 'a flush', drug: 'Lisinopril Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_9)-[:REFERS_TO {role: 'drug'}]->(n1_5)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_10:Prescription {id: 1310, name: 'eye drops', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})
CREATE (n1_10)-[:REFERS_TO {role: 'drug'}]->(n1_5)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_11:Prescription {id: 1410, name: 'a carrier', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_11)-[:REFERS_TO {role: 'carrier'}]->(n1_5)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_12:Prescription {id: 1111, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})
CREATE (n1_12)-[:REFERS_TO {role: 'drug'}]->(n1_7)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_13:Prescription {id: 1211, name: 'a flush', drug: 'Metoprolol Flush', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n1_13)-[:REFERS_TO {role: 'drug'}]->(n1_7)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_14:Prescription {id: 1311, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, route: 'OU'})
CREATE (n1_14)-[:REFERS_TO {role: 'drug'}]->(n1_7)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_15:Prescription {id: 1411, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n1_15)-[:REFERS_TO {role: 'carrier'}]->(n1_7)
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_16:Diagnosis {id: 1120, name: 'only in its group'})
CREATE (n1_16)-[:REFERS_TO {role: 'group'}]->(n1_3)
// (Concept lisinopril)-[MAY_TREAT]->(Concept hypertension) as MAY_PREVENT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'lisinopril 2', name: 'lisinopril'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_5)-[:MAY_PREVENT]->(n2_3)
CREATE (n2_7)-[:MAY_TREAT]->(n2_3)
// (Concept metoprolol)-[MAY_TREAT]->(Concept hypertension) as MAY_PREVENT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'lisinopril 3', name: 'lisinopril'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_5)-[:MAY_TREAT]->(n3_3)
CREATE (n3_7)-[:MAY_PREVENT]->(n3_3)
// (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_PRESCRIPTION]->(Prescription Lisinopril) with another source
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_8:Admission {id: 4021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_4)-[:REFERS_TO {role: 'drug'}]->(n4_5:Concept {id: 'lisinopril 4', name: 'lisinopril'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_5)-[:MAY_TREAT]->(n4_3)
CREATE (n4_7)-[:MAY_TREAT]->(n4_3)
// (Concept lisinopril)-[MAY_TREAT]->(Concept hypertension) with another target
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_4)-[:REFERS_TO {role: 'drug'}]->(n5_5:Concept {id: 'lisinopril 5', name: 'lisinopril'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_5)-[:MAY_TREAT]->(n5_8:Concept {id: 'another hypertension 5', name: 'another hypertension'})
CREATE (n5_7)-[:MAY_TREAT]->(n5_3)
// (Concept metoprolol)-[MAY_TREAT]->(Concept hypertension) with another target
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_4:Prescription {id: 6010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_4)-[:REFERS_TO {role: 'drug'}]->(n6_5:Concept {id: 'lisinopril 6', name: 'lisinopril'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'metoprolol 6', name: 'metoprolol'})
CREATE (n6_5)-[:MAY_TREAT]->(n6_3)
CREATE (n6_7)-[:MAY_TREAT]->(n6_8:Concept {id: 'another hypertension 6', name: 'another hypertension'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// 'a second drug that did not come first either': (Prescription Metoprolol)-[REFERS_TO]->(Concept metoprolol) role 'drug' -> 'carrier'
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_2:Diagnosis {id: 7020, name: 'Unspecified essential hypertension'})
CREATE (n7_2)-[:REFERS_TO {role: 'code'}]->(n7_3:Concept {id: 'hypertension 7', name: 'hypertension'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_4:Prescription {id: 7010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n7_4)-[:REFERS_TO {role: 'drug'}]->(n7_5:Concept {id: 'lisinopril 7', name: 'lisinopril'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_6:Prescription {id: 7011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n7_6)-[:REFERS_TO {role: 'carrier'}]->(n7_7:Concept {id: 'metoprolol 7', name: 'metoprolol'})
CREATE (n7_5)-[:MAY_TREAT]->(n7_3)
CREATE (n7_7)-[:MAY_TREAT]->(n7_3)
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_8:Prescription {id: 7012, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})
CREATE (n7_8)-[:REFERS_TO {role: 'drug'}]->(n7_7)
// 'a second drug that did not come first either': (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_PRESCRIPTION]->(Prescription Metoprolol) with another source
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_2:Diagnosis {id: 8020, name: 'Unspecified essential hypertension'})
CREATE (n8_2)-[:REFERS_TO {role: 'code'}]->(n8_3:Concept {id: 'hypertension 8', name: 'hypertension'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_4:Prescription {id: 8010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n8_4)-[:REFERS_TO {role: 'drug'}]->(n8_5:Concept {id: 'lisinopril 8', name: 'lisinopril'})
CREATE (n8_9:Admission {id: 8021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n8_6:Prescription {id: 8011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n8_6)-[:REFERS_TO {role: 'drug'}]->(n8_7:Concept {id: 'metoprolol 8', name: 'metoprolol'})
CREATE (n8_5)-[:MAY_TREAT]->(n8_3)
CREATE (n8_7)-[:MAY_TREAT]->(n8_3)
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_8:Prescription {id: 8012, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})
CREATE (n8_8)-[:REFERS_TO {role: 'drug'}]->(n8_7)
// 'a second drug that did not come first either': (Prescription Metoprolol)-[REFERS_TO]->(Concept metoprolol) with another target that has the rest too
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_2:Diagnosis {id: 9020, name: 'Unspecified essential hypertension'})
CREATE (n9_2)-[:REFERS_TO {role: 'code'}]->(n9_3:Concept {id: 'hypertension 9', name: 'hypertension'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_4:Prescription {id: 9010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n9_4)-[:REFERS_TO {role: 'drug'}]->(n9_5:Concept {id: 'lisinopril 9', name: 'lisinopril'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_6:Prescription {id: 9011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n9_6)-[:REFERS_TO {role: 'drug'}]->(n9_9:Concept {id: 'another metoprolol 9', name: 'another metoprolol'})
CREATE (n9_5)-[:MAY_TREAT]->(n9_3)
CREATE (n9_7:Concept {id: 'metoprolol 9', name: 'metoprolol'})-[:MAY_TREAT]->(n9_3)
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_8:Prescription {id: 9012, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})
CREATE (n9_8)-[:REFERS_TO {role: 'drug'}]->(n9_7)
CREATE (n9_9)-[:MAY_TREAT]->(n9_3)
"""
expect = [
  { admission = 7001, diagnosis = 7020, answer = 7010 },
  { admission = 8001, diagnosis = 8020, answer = 8010 },
  { admission = 9001, diagnosis = 9020, answer = 9010 },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_first = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(disease)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription)-[:REFERS_TO {role: 'drug'}]->(:Concept)-[:MAY_TREAT]->(disease)
                   WHERE sooner.drug_type <> 'BASE' AND NOT toLower(sooner.drug) CONTAINS 'flush' AND NOT coalesce(sooner.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND sooner.start_earliest < answer.start_earliest }
MATCH path_second = (admission)-[:HAD_PRESCRIPTION]->(later:Prescription)-[:REFERS_TO {role: 'drug'}]->(second:Concept)-[:MAY_TREAT]->(disease)
WHERE later.drug_type <> 'BASE' AND NOT toLower(later.drug) CONTAINS 'flush' AND NOT coalesce(later.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND later.start_earliest > answer.start_latest
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(soon:Prescription)-[:REFERS_TO {role: 'drug'}]->(second) WHERE soon.start_earliest < later.start_earliest }
RETURN admission, diagnosis, answer, path_code, path_first, path_second
