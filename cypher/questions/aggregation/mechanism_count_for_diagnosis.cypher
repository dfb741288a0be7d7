/*
id        = "mechanism_count_for_diagnosis"
family    = "G1"
title     = "How many mechanisms the ordered drugs for a diagnosis cover"
decision  = "counting"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "count" }
knowledge = ["MAY_TREAT", "HAS_MOA"]
hops      = 4
why       = "Escalation means another mechanism; counting them tells how far it went."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Mechanism: FDA MoA through DrugCentral or MED-RT. Inhibition or induction of drug-metabolizing enzymes and transporters (cytochrome P450, UGT, P-glycoprotein, organic anion and cation transporters, BCRP) is left out: it is how drugs interact, not how they treat. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "How many distinct mechanisms of action (effects on drug-metabolizing enzymes and transporters aside) do the drugs ordered in {admission} for the coded diagnosis \"{diagnosis}\" have, according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. How many different mechanisms of action (effects on drug-metabolizing enzymes and transporters aside) are covered by the ordered drugs that treat it, according to the knowledge graph?",
  "According to the knowledge graph, how many distinct mechanisms of action (effects on drug-metabolizing enzymes and transporters aside) are there among the drugs ordered in {admission} that treat the coded diagnosis \"{diagnosis}\"?",
]

[[case]]
name   = "two mechanisms against hypertension"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
"""
expect = [
  { admission = 1, diagnosis = 20, counted = "ace inhibition" },
  { admission = 1, diagnosis = 20, counted = "beta blockade" },
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
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Lisinopril', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Metoprolol', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'eye drops', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'carrier'}]->(e)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [
  { admission = 1, diagnosis = 20, counted = "ace inhibition" },
  { admission = 1, diagnosis = 20, counted = "beta blockade" },
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
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
"""
expect = [{ admission = 1, diagnosis = 20, counted = "ace inhibition" }]

[[case]]
name   = "a diluent is not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
"""
expect = [{ admission = 1, diagnosis = 20, counted = "ace inhibition" }]

[[case]]
name   = "a carrier is not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'carrier'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
"""
expect = [{ admission = 1, diagnosis = 20, counted = "ace inhibition" }]

[[case]]
name   = "a metabolizing enzyme is not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Cytochrome P450 2D6 Inhibitors'})
"""
expect = [{ admission = 1, diagnosis = 20, counted = "ace inhibition" }]

[[case]]
name   = "an effect is not a mechanism"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_PE]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
"""
expect = [{ admission = 1, diagnosis = 20, counted = "ace inhibition" }]

[[case]]
name   = "coded for another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Admission {id: 2})-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
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
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
"""
expect = [{ admission = 1, diagnosis = 20, counted = "ace inhibition" }]

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'Breast Cancer Resistance'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_4)-[:REFERS_TO {role: 'drug'}]->(n1_5:Concept {id: 'lisinopril 1', name: 'lisinopril'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_6:Prescription {id: 1011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n1_6)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'metoprolol 1', name: 'metoprolol'})
CREATE (n1_5)-[:MAY_TREAT]->(n1_3)
CREATE (n1_7)-[:MAY_TREAT]->(n1_3)
CREATE (n1_5)-[:HAS_MOA]->(n1_8:Concept {id: 'ace inhibition 1', name: 'Breast Cancer Resistance'})
CREATE (n1_7)-[:HAS_MOA]->(n1_9:Concept {id: 'beta blockade 1', name: 'Adrenergic beta-Antagonists'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'Organic '
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'lisinopril 2', name: 'lisinopril'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_5)-[:MAY_TREAT]->(n2_3)
CREATE (n2_7)-[:MAY_TREAT]->(n2_3)
CREATE (n2_5)-[:HAS_MOA]->(n2_8:Concept {id: 'ace inhibition 2', name: 'Organic '})
CREATE (n2_7)-[:HAS_MOA]->(n2_9:Concept {id: 'beta blockade 2', name: 'Adrenergic beta-Antagonists'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'P-Glycoprotein'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'lisinopril 3', name: 'lisinopril'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_5)-[:MAY_TREAT]->(n3_3)
CREATE (n3_7)-[:MAY_TREAT]->(n3_3)
CREATE (n3_5)-[:HAS_MOA]->(n3_8:Concept {id: 'ace inhibition 3', name: 'P-Glycoprotein'})
CREATE (n3_7)-[:HAS_MOA]->(n3_9:Concept {id: 'beta blockade 3', name: 'Adrenergic beta-Antagonists'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'UGT'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_4)-[:REFERS_TO {role: 'drug'}]->(n4_5:Concept {id: 'lisinopril 4', name: 'lisinopril'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_5)-[:MAY_TREAT]->(n4_3)
CREATE (n4_7)-[:MAY_TREAT]->(n4_3)
CREATE (n4_5)-[:HAS_MOA]->(n4_8:Concept {id: 'ace inhibition 4', name: 'UGT'})
CREATE (n4_7)-[:HAS_MOA]->(n4_9:Concept {id: 'beta blockade 4', name: 'Adrenergic beta-Antagonists'})
// lisinopril MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_4)-[:REFERS_TO {role: 'drug'}]->(n5_5:Concept {id: 'lisinopril 5', name: 'lisinopril'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_5)-[:MAY_PREVENT]->(n5_3)
CREATE (n5_7)-[:MAY_TREAT]->(n5_3)
CREATE (n5_5)-[:HAS_MOA]->(n5_8:Concept {id: 'ace inhibition 5', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n5_7)-[:HAS_MOA]->(n5_9:Concept {id: 'beta blockade 5', name: 'Adrenergic beta-Antagonists'})
// Lisinopril is of another admission
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_10:Admission {id: 6021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n6_4:Prescription {id: 6010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_4)-[:REFERS_TO {role: 'drug'}]->(n6_5:Concept {id: 'lisinopril 6', name: 'lisinopril'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'metoprolol 6', name: 'metoprolol'})
CREATE (n6_5)-[:MAY_TREAT]->(n6_3)
CREATE (n6_7)-[:MAY_TREAT]->(n6_3)
CREATE (n6_5)-[:HAS_MOA]->(n6_8:Concept {id: 'ace inhibition 6', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n6_7)-[:HAS_MOA]->(n6_9:Concept {id: 'beta blockade 6', name: 'Adrenergic beta-Antagonists'})
"""
expect = [
  { admission = 1001, diagnosis = 1020, counted = "beta blockade 1" },
  { admission = 2001, diagnosis = 2020, counted = "beta blockade 2" },
  { admission = 3001, diagnosis = 3020, counted = "beta blockade 3" },
  { admission = 4001, diagnosis = 4020, counted = "beta blockade 4" },
  { admission = 5001, diagnosis = 5020, counted = "beta blockade 5" },
  { admission = 6001, diagnosis = 6020, counted = "beta blockade 6" },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_MOA]->(mechanism:Concept)
WHERE order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT (toLower(mechanism.name) STARTS WITH 'cytochrome p450' OR toLower(mechanism.name) STARTS WITH 'p-glycoprotein' OR toLower(mechanism.name) STARTS WITH 'organic ' OR toLower(mechanism.name) STARTS WITH 'ugt' OR toLower(mechanism.name) STARTS WITH 'breast cancer resistance')
MATCH path_rule = (drug)-[:MAY_TREAT]->(disease)
RETURN admission, diagnosis, mechanism AS counted, path_code, path_order, path_rule
