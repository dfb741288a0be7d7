/*
id        = "safe_alternative_among_orders"
family    = "S9"
title     = "The ordered drugs for the same diagnosis that no coded diagnosis argues against"
decision  = "contraindication"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT", "CONTRAINDICATED_WITH"]
hops      = 6
why       = "Which drug to keep when another one for the same problem has to go."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "{order}, ordered in {admission}, is contraindicated with one of the coded diagnoses. Which other ordered drugs (diluents, flushes and drugs for local use aside) treat a coded diagnosis that it treats too, and have contraindications in the knowledge graph, but none among the coded diagnoses?",
  "Instead of {order}, which a coded diagnosis of {admission} contraindicates, which other drugs ordered there (diluents, flushes and drugs for local use aside) treat a coded diagnosis in common with it and have contraindications in the knowledge graph, none of them coded?",
  "According to the knowledge graph, which drugs ordered in {admission} besides {order} (diluents, flushes and drugs for local use aside), which is contraindicated with a coded diagnosis, treat a coded diagnosis that it treats and have stated contraindications, but none among the coded diagnoses?",
]

[[case]]
name   = "lisinopril rather than metoprolol in asthma"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (k)-[:MAY_TREAT]->(x)
CREATE (k)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'angioedema', name: 'angioedema'})
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (k)-[:MAY_TREAT]->(x)
CREATE (k)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'angioedema', name: 'angioedema'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Lisinopril', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(k)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Lisinopril', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(k)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(k)
"""
expect = [{ admission = 1, order = 10, answer = 11 }]

[[case]]
name   = "the alternative is contraindicated as well"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (k)-[:MAY_TREAT]->(x)
CREATE (k)-[:CONTRAINDICATED_WITH]->(y)
CREATE (k)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'angioedema', name: 'angioedema'})
"""
expect = []

[[case]]
name   = "the alternative treats something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (k)-[:MAY_TREAT]->(:Concept {id: 'cough'})
CREATE (k)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'angioedema', name: 'angioedema'})
"""
expect = []

[[case]]
name   = "a drug without any stated contraindication is not judged"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (k)-[:MAY_TREAT]->(x)
CREATE (k)-[:NOT_INDICATED_FOR]->(:Concept {id: 'angioedema', name: 'angioedema'})
"""
expect = []

[[case]]
name   = "nothing argues against the first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'shock'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (k)-[:MAY_TREAT]->(x)
CREATE (k)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'angioedema', name: 'angioedema'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Unspecified essential hypertension is linked in the role 'group', not 'code'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_2)-[:REFERS_TO {role: 'group'}]->(n1_3:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'asthma 1', name: 'asthma'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_6:Prescription {id: 1010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n1_6)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_8:Prescription {id: 1011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n1_8)-[:REFERS_TO {role: 'drug'}]->(n1_9:Concept {id: 'lisinopril 1', name: 'lisinopril'})
CREATE (n1_7)-[:CONTRAINDICATED_WITH]->(n1_5)
CREATE (n1_7)-[:MAY_TREAT]->(n1_3)
CREATE (n1_9)-[:MAY_TREAT]->(n1_3)
CREATE (n1_9)-[:CONTRAINDICATED_WITH]->(n1_10:Concept {id: 'angioedema 1', name: 'angioedema'})
// Prescription Lisinopril: drug 'Lisinopril' -> 'flush'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'asthma 2', name: 'asthma'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_8:Prescription {id: 2011, name: 'Lisinopril', drug: 'flush', drug_type: 'MAIN'})
CREATE (n2_8)-[:REFERS_TO {role: 'drug'}]->(n2_9:Concept {id: 'lisinopril 2', name: 'lisinopril'})
CREATE (n2_7)-[:CONTRAINDICATED_WITH]->(n2_5)
CREATE (n2_7)-[:MAY_TREAT]->(n2_3)
CREATE (n2_9)-[:MAY_TREAT]->(n2_3)
CREATE (n2_9)-[:CONTRAINDICATED_WITH]->(n2_10:Concept {id: 'angioedema 2', name: 'angioedema'})
// Asthma, unspecified type, unspecified is linked in the role 'group', not 'code'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'group'}]->(n3_5:Concept {id: 'asthma 3', name: 'asthma'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_8:Prescription {id: 3011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n3_8)-[:REFERS_TO {role: 'drug'}]->(n3_9:Concept {id: 'lisinopril 3', name: 'lisinopril'})
CREATE (n3_7)-[:CONTRAINDICATED_WITH]->(n3_5)
CREATE (n3_7)-[:MAY_TREAT]->(n3_3)
CREATE (n3_9)-[:MAY_TREAT]->(n3_3)
CREATE (n3_9)-[:CONTRAINDICATED_WITH]->(n3_10:Concept {id: 'angioedema 3', name: 'angioedema'})
// metoprolol MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'asthma 4', name: 'asthma'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_8:Prescription {id: 4011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n4_8)-[:REFERS_TO {role: 'drug'}]->(n4_9:Concept {id: 'lisinopril 4', name: 'lisinopril'})
CREATE (n4_7)-[:CONTRAINDICATED_WITH]->(n4_5)
CREATE (n4_7)-[:MAY_PREVENT]->(n4_3)
CREATE (n4_9)-[:MAY_TREAT]->(n4_3)
CREATE (n4_9)-[:CONTRAINDICATED_WITH]->(n4_10:Concept {id: 'angioedema 4', name: 'angioedema'})
// lisinopril MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'asthma 5', name: 'asthma'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_8:Prescription {id: 5011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n5_8)-[:REFERS_TO {role: 'drug'}]->(n5_9:Concept {id: 'lisinopril 5', name: 'lisinopril'})
CREATE (n5_7)-[:CONTRAINDICATED_WITH]->(n5_5)
CREATE (n5_7)-[:MAY_TREAT]->(n5_3)
CREATE (n5_9)-[:MAY_PREVENT]->(n5_3)
CREATE (n5_9)-[:CONTRAINDICATED_WITH]->(n5_10:Concept {id: 'angioedema 5', name: 'angioedema'})
// Unspecified essential hypertension is of another admission
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_11:Admission {id: 6022, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_4:Diagnosis {id: 6021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n6_4)-[:REFERS_TO {role: 'code'}]->(n6_5:Concept {id: 'asthma 6', name: 'asthma'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'metoprolol 6', name: 'metoprolol'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_8:Prescription {id: 6011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n6_8)-[:REFERS_TO {role: 'drug'}]->(n6_9:Concept {id: 'lisinopril 6', name: 'lisinopril'})
CREATE (n6_7)-[:CONTRAINDICATED_WITH]->(n6_5)
CREATE (n6_7)-[:MAY_TREAT]->(n6_3)
CREATE (n6_9)-[:MAY_TREAT]->(n6_3)
CREATE (n6_9)-[:CONTRAINDICATED_WITH]->(n6_10:Concept {id: 'angioedema 6', name: 'angioedema'})
// Asthma, unspecified type, unspecified is of another admission
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_2:Diagnosis {id: 7020, name: 'Unspecified essential hypertension'})
CREATE (n7_2)-[:REFERS_TO {role: 'code'}]->(n7_3:Concept {id: 'hypertension 7', name: 'hypertension'})
CREATE (n7_11:Admission {id: 7022, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n7_4:Diagnosis {id: 7021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n7_4)-[:REFERS_TO {role: 'code'}]->(n7_5:Concept {id: 'asthma 7', name: 'asthma'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_6:Prescription {id: 7010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n7_6)-[:REFERS_TO {role: 'drug'}]->(n7_7:Concept {id: 'metoprolol 7', name: 'metoprolol'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_8:Prescription {id: 7011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n7_8)-[:REFERS_TO {role: 'drug'}]->(n7_9:Concept {id: 'lisinopril 7', name: 'lisinopril'})
CREATE (n7_7)-[:CONTRAINDICATED_WITH]->(n7_5)
CREATE (n7_7)-[:MAY_TREAT]->(n7_3)
CREATE (n7_9)-[:MAY_TREAT]->(n7_3)
CREATE (n7_9)-[:CONTRAINDICATED_WITH]->(n7_10:Concept {id: 'angioedema 7', name: 'angioedema'})
// Lisinopril is of another admission
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_2:Diagnosis {id: 8020, name: 'Unspecified essential hypertension'})
CREATE (n8_2)-[:REFERS_TO {role: 'code'}]->(n8_3:Concept {id: 'hypertension 8', name: 'hypertension'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_4:Diagnosis {id: 8021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n8_4)-[:REFERS_TO {role: 'code'}]->(n8_5:Concept {id: 'asthma 8', name: 'asthma'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_6:Prescription {id: 8010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n8_6)-[:REFERS_TO {role: 'drug'}]->(n8_7:Concept {id: 'metoprolol 8', name: 'metoprolol'})
CREATE (n8_11:Admission {id: 8022, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n8_8:Prescription {id: 8011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n8_8)-[:REFERS_TO {role: 'drug'}]->(n8_9:Concept {id: 'lisinopril 8', name: 'lisinopril'})
CREATE (n8_7)-[:CONTRAINDICATED_WITH]->(n8_5)
CREATE (n8_7)-[:MAY_TREAT]->(n8_3)
CREATE (n8_9)-[:MAY_TREAT]->(n8_3)
CREATE (n8_9)-[:CONTRAINDICATED_WITH]->(n8_10:Concept {id: 'angioedema 8', name: 'angioedema'})
// something else than metoprolol CONTRAINDICATED_WITH asthma
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_2:Diagnosis {id: 9020, name: 'Unspecified essential hypertension'})
CREATE (n9_2)-[:REFERS_TO {role: 'code'}]->(n9_3:Concept {id: 'hypertension 9', name: 'hypertension'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_4:Diagnosis {id: 9021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n9_4)-[:REFERS_TO {role: 'code'}]->(n9_5:Concept {id: 'asthma 9', name: 'asthma'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_6:Prescription {id: 9010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n9_6)-[:REFERS_TO {role: 'drug'}]->(n9_7:Concept {id: 'metoprolol 9', name: 'metoprolol'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_8:Prescription {id: 9011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n9_8)-[:REFERS_TO {role: 'drug'}]->(n9_9:Concept {id: 'lisinopril 9', name: 'lisinopril'})
CREATE (n9_11:Concept {id: 'another metoprolol 9', name: 'another metoprolol'})-[:CONTRAINDICATED_WITH]->(n9_5)
CREATE (n9_7)-[:MAY_TREAT]->(n9_3)
CREATE (n9_9)-[:MAY_TREAT]->(n9_3)
CREATE (n9_9)-[:CONTRAINDICATED_WITH]->(n9_10:Concept {id: 'angioedema 9', name: 'angioedema'})
// something else than metoprolol MAY_TREAT hypertension
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_2:Diagnosis {id: 10020, name: 'Unspecified essential hypertension'})
CREATE (n10_2)-[:REFERS_TO {role: 'code'}]->(n10_3:Concept {id: 'hypertension 10', name: 'hypertension'})
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_4:Diagnosis {id: 10021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n10_4)-[:REFERS_TO {role: 'code'}]->(n10_5:Concept {id: 'asthma 10', name: 'asthma'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_6:Prescription {id: 10010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n10_6)-[:REFERS_TO {role: 'drug'}]->(n10_7:Concept {id: 'metoprolol 10', name: 'metoprolol'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_8:Prescription {id: 10011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n10_8)-[:REFERS_TO {role: 'drug'}]->(n10_9:Concept {id: 'lisinopril 10', name: 'lisinopril'})
CREATE (n10_7)-[:CONTRAINDICATED_WITH]->(n10_5)
CREATE (n10_11:Concept {id: 'another metoprolol 10', name: 'another metoprolol'})-[:MAY_TREAT]->(n10_3)
CREATE (n10_9)-[:MAY_TREAT]->(n10_3)
CREATE (n10_9)-[:CONTRAINDICATED_WITH]->(n10_10:Concept {id: 'angioedema 10', name: 'angioedema'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// beside (Concept lisinopril)-[MAY_TREAT]->(Concept hypertension) a target of smaller id
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_2:Diagnosis {id: 11020, name: 'Unspecified essential hypertension'})
CREATE (n11_2)-[:REFERS_TO {role: 'code'}]->(n11_3:Concept {id: 'hypertension 11', name: 'hypertension'})
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_4:Diagnosis {id: 11021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n11_4)-[:REFERS_TO {role: 'code'}]->(n11_5:Concept {id: 'asthma 11', name: 'asthma'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_6:Prescription {id: 11010, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})
CREATE (n11_6)-[:REFERS_TO {role: 'drug'}]->(n11_7:Concept {id: 'metoprolol 11', name: 'metoprolol'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_8:Prescription {id: 11011, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})
CREATE (n11_8)-[:REFERS_TO {role: 'drug'}]->(n11_9:Concept {id: 'lisinopril 11', name: 'lisinopril'})
CREATE (n11_7)-[:CONTRAINDICATED_WITH]->(n11_5)
CREATE (n11_7)-[:MAY_TREAT]->(n11_3)
CREATE (n11_9)-[:MAY_TREAT]->(n11_3)
CREATE (n11_9)-[:CONTRAINDICATED_WITH]->(n11_10:Concept {id: 'angioedema 11', name: 'angioedema'})
CREATE (n11_9)-[:MAY_TREAT]->(n11_11:Concept {id: 'a hypertension 11', name: 'another hypertension'})
"""
expect = [
  { admission = 11001, order = 11010, answer = 11011 },
]

[[case]]
name   = "what is no contraindication of the alternative here, beside what is one of the first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(k:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (k)-[:MAY_TREAT]->(x)
CREATE (k)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'angioedema', name: 'angioedema'})
// only the group of a code, a diagnosis of another admission, and what the first drug alone is contraindicated with
CREATE (k)-[:CONTRAINDICATED_WITH]->(g:Concept {id: 'renal artery stenosis', name: 'renal artery stenosis'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 22, name: 'Atherosclerosis of other arteries'})-[:REFERS_TO {role: 'group'}]->(g)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 23, name: 'Atherosclerosis of renal artery'})-[:REFERS_TO {role: 'code'}]->(g)
CREATE (c)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'acute heart failure', name: 'acute heart failure'})
"""
expect = [{ admission = 1, order = 10, answer = 11 }]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_against = (drug)-[:CONTRAINDICATED_WITH]->(obstacle:Concept)<-[:REFERS_TO {role: 'code'}]-(contrary:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission)
MATCH path_common = (drug)-[:MAY_TREAT]->(disease:Concept)<-[:MAY_TREAT]-(alternative:Concept)
MATCH path_code = (admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease)
MATCH path_answer = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(alternative)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (alternative)-[:CONTRAINDICATED_WITH]->(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
// only a drug with some stated contraindication can be called free of those here; the one with the smallest id shows it
MATCH path_known = (alternative)-[:CONTRAINDICATED_WITH]->(known:Concept)
WHERE NOT EXISTS { (alternative)-[:CONTRAINDICATED_WITH]->(smaller:Concept) WHERE smaller.id < known.id }
RETURN admission, order, answer, path_order, path_against, path_common, path_code, path_answer, path_known
