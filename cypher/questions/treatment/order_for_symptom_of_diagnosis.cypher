/*
id        = "order_for_symptom_of_diagnosis"
title     = "The ordered drugs that treat a known symptom of a coded diagnosis"
decision  = "treatment-rationale"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT", "HAS_FINDING", "ISA"]
hops      = 3
why       = "Much of what is ordered treats what the disease does, not the disease."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Symptoms of diseases: Disease Ontology disease-symptom (Schriml et al., Nucleic Acids Res 2022;50:D1255), or UMLS. ISA: Disease Ontology or UMLS. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents, flushes and drugs for local use aside, treat a known finding of the coded diagnosis \"{diagnosis}\" rather than that disease or a form of it up to two levels more general, according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Diluents, flushes and drugs for local use aside, which ordered drugs treat one of its known findings, but neither the disease itself nor a form up to two levels more general, according to the knowledge graph?",
  "According to the knowledge graph, which of the drugs ordered in {admission} (diluents, flushes and drugs for local use aside) are merely symptomatic for the coded diagnosis \"{diagnosis}\", treating a finding of it and neither the disease nor a form up to two levels more general?",
]

[[case]]
name   = "acetaminophen for the fever of pneumonia"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Acetaminophen', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Acetaminophen Flush', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Acetaminophen', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]

[[case]]
name   = "it treats the disease itself"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "not a finding of this disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia'})
CREATE (:Concept {id: 'malaria'})-[:HAS_FINDING]->(f:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// pneumonia DUE_TO fever in place of HAS_FINDING
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'acetaminophen 1', name: 'acetaminophen'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Pneumonia, organism unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'pneumonia 1', name: 'pneumonia'})
CREATE (n1_5)-[:DUE_TO]->(n1_6:Concept {id: 'fever 1', name: 'fever'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_6)
// acetaminophen MAY_PREVENT fever in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'acetaminophen 2', name: 'acetaminophen'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Pneumonia, organism unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'pneumonia 2', name: 'pneumonia'})
CREATE (n2_5)-[:HAS_FINDING]->(n2_6:Concept {id: 'fever 2', name: 'fever'})
CREATE (n2_3)-[:MAY_PREVENT]->(n2_6)
// Acetaminophen is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_7:Admission {id: 3021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'acetaminophen 3', name: 'acetaminophen'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Pneumonia, organism unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'pneumonia 3', name: 'pneumonia'})
CREATE (n3_5)-[:HAS_FINDING]->(n3_6:Concept {id: 'fever 3', name: 'fever'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_6)
// pneumonia HAS_FINDING something else than fever
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'acetaminophen 4', name: 'acetaminophen'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Pneumonia, organism unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'pneumonia 4', name: 'pneumonia'})
CREATE (n4_5)-[:HAS_FINDING]->(n4_7:Concept {id: 'another fever 4', name: 'another fever'})
CREATE (n4_3)-[:MAY_TREAT]->(n4_6:Concept {id: 'fever 4', name: 'fever'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'it treats the disease itself', but acetaminophen MAY_PREVENT pneumonia in place of MAY_TREAT
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'acetaminophen 5', name: 'acetaminophen'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'Pneumonia, organism unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'pneumonia 5', name: 'pneumonia'})
CREATE (n5_5)-[:HAS_FINDING]->(n5_6:Concept {id: 'fever 5', name: 'fever'})
CREATE (n5_3)-[:MAY_TREAT]->(n5_6)
CREATE (n5_3)-[:MAY_PREVENT]->(n5_5)
// as in 'it treats the disease itself', but something else than acetaminophen MAY_TREAT pneumonia
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'acetaminophen 6', name: 'acetaminophen'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_4:Diagnosis {id: 6020, name: 'Pneumonia, organism unspecified'})
CREATE (n6_4)-[:REFERS_TO {role: 'code'}]->(n6_5:Concept {id: 'pneumonia 6', name: 'pneumonia'})
CREATE (n6_5)-[:HAS_FINDING]->(n6_6:Concept {id: 'fever 6', name: 'fever'})
CREATE (n6_3)-[:MAY_TREAT]->(n6_6)
CREATE (n6_7:Concept {id: 'another acetaminophen 6', name: 'another acetaminophen'})-[:MAY_TREAT]->(n6_5)
"""
expect = [
  { admission = 5001, diagnosis = 5020, answer = 5010 },
  { admission = 6001, diagnosis = 6020, answer = 6010 },
]

[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// as in 'what does not count, beside what does', but acetaminophen MAY_PREVENT fever in place of MAY_TREAT
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'acetaminophen 1', name: 'acetaminophen'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Pneumonia, organism unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'pneumonia 1', name: 'pneumonia'})
CREATE (n1_5)-[:HAS_FINDING]->(n1_6:Concept {id: 'fever 1', name: 'fever'})
CREATE (n1_3)-[:MAY_PREVENT]->(n1_6)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_7:Prescription {id: 1110, name: 'a diluent', drug: 'Acetaminophen', drug_type: 'BASE'})
CREATE (n1_7)-[:REFERS_TO {role: 'drug'}]->(n1_3)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_8:Prescription {id: 1210, name: 'a flush', drug: 'Acetaminophen Flush', drug_type: 'MAIN'})
CREATE (n1_8)-[:REFERS_TO {role: 'drug'}]->(n1_3)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_9:Prescription {id: 1310, name: 'eye drops', drug: 'Acetaminophen', drug_type: 'MAIN', route: 'OU'})
CREATE (n1_9)-[:REFERS_TO {role: 'drug'}]->(n1_3)
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_10:Prescription {id: 1410, name: 'a carrier', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n1_10)-[:REFERS_TO {role: 'carrier'}]->(n1_3)
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_11:Diagnosis {id: 1120, name: 'only in its group'})
CREATE (n1_11)-[:REFERS_TO {role: 'group'}]->(n1_5)
// as in 'what does not count, beside what does', but Acetaminophen is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_12:Admission {id: 3411, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'acetaminophen 3', name: 'acetaminophen'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Pneumonia, organism unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'pneumonia 3', name: 'pneumonia'})
CREATE (n3_5)-[:HAS_FINDING]->(n3_6:Concept {id: 'fever 3', name: 'fever'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_6)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_7:Prescription {id: 3110, name: 'a diluent', drug: 'Acetaminophen', drug_type: 'BASE'})
CREATE (n3_7)-[:REFERS_TO {role: 'drug'}]->(n3_3)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_8:Prescription {id: 3210, name: 'a flush', drug: 'Acetaminophen Flush', drug_type: 'MAIN'})
CREATE (n3_8)-[:REFERS_TO {role: 'drug'}]->(n3_3)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_9:Prescription {id: 3310, name: 'eye drops', drug: 'Acetaminophen', drug_type: 'MAIN', route: 'OU'})
CREATE (n3_9)-[:REFERS_TO {role: 'drug'}]->(n3_3)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_10:Prescription {id: 3410, name: 'a carrier', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n3_10)-[:REFERS_TO {role: 'carrier'}]->(n3_3)
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_11:Diagnosis {id: 3120, name: 'only in its group'})
CREATE (n3_11)-[:REFERS_TO {role: 'group'}]->(n3_5)
// as in 'what does not count, beside what does', but pneumonia HAS_FINDING something else than fever
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'acetaminophen 4', name: 'acetaminophen'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Pneumonia, organism unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'pneumonia 4', name: 'pneumonia'})
CREATE (n4_5)-[:HAS_FINDING]->(n4_12:Concept {id: 'another fever 4', name: 'another fever'})
CREATE (n4_3)-[:MAY_TREAT]->(n4_6:Concept {id: 'fever 4', name: 'fever'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_7:Prescription {id: 4110, name: 'a diluent', drug: 'Acetaminophen', drug_type: 'BASE'})
CREATE (n4_7)-[:REFERS_TO {role: 'drug'}]->(n4_3)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_8:Prescription {id: 4210, name: 'a flush', drug: 'Acetaminophen Flush', drug_type: 'MAIN'})
CREATE (n4_8)-[:REFERS_TO {role: 'drug'}]->(n4_3)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_9:Prescription {id: 4310, name: 'eye drops', drug: 'Acetaminophen', drug_type: 'MAIN', route: 'OU'})
CREATE (n4_9)-[:REFERS_TO {role: 'drug'}]->(n4_3)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_10:Prescription {id: 4410, name: 'a carrier', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n4_10)-[:REFERS_TO {role: 'carrier'}]->(n4_3)
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_11:Diagnosis {id: 4120, name: 'only in its group'})
CREATE (n4_11)-[:REFERS_TO {role: 'group'}]->(n4_5)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// as in 'it treats the disease itself', but acetaminophen MAY_PREVENT pneumonia in place of MAY_TREAT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'acetaminophen 2', name: 'acetaminophen'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Pneumonia, organism unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'pneumonia 2', name: 'pneumonia'})
CREATE (n2_5)-[:HAS_FINDING]->(n2_6:Concept {id: 'fever 2', name: 'fever'})
CREATE (n2_3)-[:MAY_TREAT]->(n2_6)
CREATE (n2_3)-[:MAY_PREVENT]->(n2_5)
// as in 'it treats the disease itself', but something else than acetaminophen MAY_TREAT pneumonia
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'acetaminophen 5', name: 'acetaminophen'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'Pneumonia, organism unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'pneumonia 5', name: 'pneumonia'})
CREATE (n5_5)-[:HAS_FINDING]->(n5_6:Concept {id: 'fever 5', name: 'fever'})
CREATE (n5_3)-[:MAY_TREAT]->(n5_6)
CREATE (n5_7:Concept {id: 'another acetaminophen 5', name: 'another acetaminophen'})-[:MAY_TREAT]->(n5_5)
"""
expect = [
  { admission = 2001, diagnosis = 2020, answer = 2010 },
  { admission = 5001, diagnosis = 5020, answer = 5010 },
]

[[case]]
name   = "it treats a form of the disease two levels up"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (x)-[:ISA]->(:Concept {id: 'lower respiratory tract disease'})-[:ISA]->(:Concept {id: 'respiratory disease'})<-[:MAY_TREAT]-(c)
"""
expect = []

[[case]]
name   = "it treats a form of the disease three levels up, too wide to be the disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'acetaminophen', name: 'acetaminophen'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'fever', name: 'fever'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (x)-[:ISA]->(:Concept {id: 'lower respiratory tract disease'})-[:ISA]->(:Concept {id: 'respiratory disease'})-[:ISA]->(:Concept {id: 'disease of the chest'})<-[:MAY_TREAT]-(c)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 10 }]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_finding = (disease)-[:HAS_FINDING]->(finding:Concept)
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(finding)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND NOT EXISTS { (drug)-[:MAY_TREAT]->(:Concept)<-[:ISA*0..2]-(disease) }
RETURN admission, diagnosis, answer, path_code, path_finding, path_order
