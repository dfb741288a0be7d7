/*
id        = "other_mechanism_for_same_diagnosis"
family    = "T11"
title     = "Another ordered drug for the same diagnosis with a different mechanism"
decision  = "mechanism"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT", "HAS_MOA"]
hops      = 4
why       = "Combination therapy rests on different mechanisms; two drugs of one mechanism are duplication."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Mechanism: FDA MoA through DrugCentral or MED-RT. Inhibition or induction of drug-metabolizing enzymes and transporters (cytochrome P450, UGT, P-glycoprotein, organic anion and cation transporters, BCRP) is left out: it is how drugs interact, not how they treat. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Besides {order}, which other drugs ordered in {admission} treat one of the same coded diagnoses by entirely different mechanisms of action (effects on drug-metabolizing enzymes and transporters aside), according to the knowledge graph?",
  "{order} was ordered in {admission}. Which other ordered drugs treat a coded diagnosis that it treats too, both having a known mechanism of action but none in common (effects on drug-metabolizing enzymes and transporters aside), according to the knowledge graph?",
  "According to the knowledge graph, which drugs ordered in {admission} treat a coded diagnosis together with {order}, while none of their mechanisms of action is one of its mechanisms (effects on drug-metabolizing enzymes and transporters aside)?",
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
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
"""
expect = [
  { admission = 1, order = 10, answer = 11 },
  { admission = 1, order = 11, answer = 10 },
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
  { admission = 1, order = 10, answer = 11 },
  { admission = 1, order = 11, answer = 10 },
]

[[case]]
name   = "one mechanism in common is enough to leave it out"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'lisinopril', name: 'lisinopril'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(e:Concept {id: 'metoprolol', name: 'metoprolol'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (e)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'ace inhibition', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e)-[:HAS_MOA]->(m:Concept {id: 'beta blockade', name: 'Adrenergic beta-Antagonists'})
CREATE (c)-[:HAS_MOA]->(m)
"""
expect = []

[[case]]
name   = "a drug of unknown mechanism is not judged"
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
expect = []

[[case]]
name   = "no diagnosis in common"
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
expect = []
[[case]]
name   = "one thing changed, a patient each"
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
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'Cytochrome P450'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'lisinopril 2', name: 'lisinopril'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'metoprolol 2', name: 'metoprolol'})
CREATE (n2_5)-[:MAY_TREAT]->(n2_3)
CREATE (n2_7)-[:MAY_TREAT]->(n2_3)
CREATE (n2_5)-[:HAS_MOA]->(n2_8:Concept {id: 'ace inhibition 2', name: 'Cytochrome P450'})
CREATE (n2_7)-[:HAS_MOA]->(n2_9:Concept {id: 'beta blockade 2', name: 'Adrenergic beta-Antagonists'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'Organic '
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_5:Concept {id: 'lisinopril 3', name: 'lisinopril'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'metoprolol 3', name: 'metoprolol'})
CREATE (n3_5)-[:MAY_TREAT]->(n3_3)
CREATE (n3_7)-[:MAY_TREAT]->(n3_3)
CREATE (n3_5)-[:HAS_MOA]->(n3_8:Concept {id: 'ace inhibition 3', name: 'Organic '})
CREATE (n3_7)-[:HAS_MOA]->(n3_9:Concept {id: 'beta blockade 3', name: 'Adrenergic beta-Antagonists'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'P-Glycoprotein'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_4)-[:REFERS_TO {role: 'drug'}]->(n4_5:Concept {id: 'lisinopril 4', name: 'lisinopril'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'metoprolol 4', name: 'metoprolol'})
CREATE (n4_5)-[:MAY_TREAT]->(n4_3)
CREATE (n4_7)-[:MAY_TREAT]->(n4_3)
CREATE (n4_5)-[:HAS_MOA]->(n4_8:Concept {id: 'ace inhibition 4', name: 'P-Glycoprotein'})
CREATE (n4_7)-[:HAS_MOA]->(n4_9:Concept {id: 'beta blockade 4', name: 'Adrenergic beta-Antagonists'})
// Concept Angiotensin-converting Enzyme Inhibitors: name 'Angiotensin-converting Enzyme Inhibitors' -> 'UGT'
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_4)-[:REFERS_TO {role: 'drug'}]->(n5_5:Concept {id: 'lisinopril 5', name: 'lisinopril'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'metoprolol 5', name: 'metoprolol'})
CREATE (n5_5)-[:MAY_TREAT]->(n5_3)
CREATE (n5_7)-[:MAY_TREAT]->(n5_3)
CREATE (n5_5)-[:HAS_MOA]->(n5_8:Concept {id: 'ace inhibition 5', name: 'UGT'})
CREATE (n5_7)-[:HAS_MOA]->(n5_9:Concept {id: 'beta blockade 5', name: 'Adrenergic beta-Antagonists'})
// lisinopril MAY_PREVENT hypertension in place of MAY_TREAT
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_4:Prescription {id: 6010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_4)-[:REFERS_TO {role: 'drug'}]->(n6_5:Concept {id: 'lisinopril 6', name: 'lisinopril'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'metoprolol 6', name: 'metoprolol'})
CREATE (n6_5)-[:MAY_PREVENT]->(n6_3)
CREATE (n6_7)-[:MAY_TREAT]->(n6_3)
CREATE (n6_5)-[:HAS_MOA]->(n6_8:Concept {id: 'ace inhibition 6', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n6_7)-[:HAS_MOA]->(n6_9:Concept {id: 'beta blockade 6', name: 'Adrenergic beta-Antagonists'})
// Unspecified essential hypertension is linked in the role 'group', not 'code'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_2:Diagnosis {id: 8020, name: 'Unspecified essential hypertension'})
CREATE (n8_2)-[:REFERS_TO {role: 'group'}]->(n8_3:Concept {id: 'hypertension 8', name: 'hypertension'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_4:Prescription {id: 8010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n8_4)-[:REFERS_TO {role: 'drug'}]->(n8_5:Concept {id: 'lisinopril 8', name: 'lisinopril'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_6:Prescription {id: 8011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n8_6)-[:REFERS_TO {role: 'drug'}]->(n8_7:Concept {id: 'metoprolol 8', name: 'metoprolol'})
CREATE (n8_5)-[:MAY_TREAT]->(n8_3)
CREATE (n8_7)-[:MAY_TREAT]->(n8_3)
CREATE (n8_5)-[:HAS_MOA]->(n8_8:Concept {id: 'ace inhibition 8', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n8_7)-[:HAS_MOA]->(n8_9:Concept {id: 'beta blockade 8', name: 'Adrenergic beta-Antagonists'})
// Unspecified essential hypertension is of another admission
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_10:Admission {id: 10021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n10_2:Diagnosis {id: 10020, name: 'Unspecified essential hypertension'})
CREATE (n10_2)-[:REFERS_TO {role: 'code'}]->(n10_3:Concept {id: 'hypertension 10', name: 'hypertension'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_4:Prescription {id: 10010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n10_4)-[:REFERS_TO {role: 'drug'}]->(n10_5:Concept {id: 'lisinopril 10', name: 'lisinopril'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_6:Prescription {id: 10011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n10_6)-[:REFERS_TO {role: 'drug'}]->(n10_7:Concept {id: 'metoprolol 10', name: 'metoprolol'})
CREATE (n10_5)-[:MAY_TREAT]->(n10_3)
CREATE (n10_7)-[:MAY_TREAT]->(n10_3)
CREATE (n10_5)-[:HAS_MOA]->(n10_8:Concept {id: 'ace inhibition 10', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n10_7)-[:HAS_MOA]->(n10_9:Concept {id: 'beta blockade 10', name: 'Adrenergic beta-Antagonists'})
// Unspecified essential hypertension refers to another disease
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_2:Diagnosis {id: 11020, name: 'Unspecified essential hypertension'})
CREATE (n11_2)-[:REFERS_TO {role: 'code'}]->(n11_10:Concept {id: 'another hypertension 11', name: 'another hypertension'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_4:Prescription {id: 11010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n11_4)-[:REFERS_TO {role: 'drug'}]->(n11_5:Concept {id: 'lisinopril 11', name: 'lisinopril'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_6:Prescription {id: 11011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n11_6)-[:REFERS_TO {role: 'drug'}]->(n11_7:Concept {id: 'metoprolol 11', name: 'metoprolol'})
CREATE (n11_5)-[:MAY_TREAT]->(n11_3:Concept {id: 'hypertension 11', name: 'hypertension'})
CREATE (n11_7)-[:MAY_TREAT]->(n11_3)
CREATE (n11_5)-[:HAS_MOA]->(n11_8:Concept {id: 'ace inhibition 11', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n11_7)-[:HAS_MOA]->(n11_9:Concept {id: 'beta blockade 11', name: 'Adrenergic beta-Antagonists'})
// Lisinopril is of another admission
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n12_1)-[:HAD_DIAGNOSIS]->(n12_2:Diagnosis {id: 12020, name: 'Unspecified essential hypertension'})
CREATE (n12_2)-[:REFERS_TO {role: 'code'}]->(n12_3:Concept {id: 'hypertension 12', name: 'hypertension'})
CREATE (n12_10:Admission {id: 12021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n12_4:Prescription {id: 12010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n12_4)-[:REFERS_TO {role: 'drug'}]->(n12_5:Concept {id: 'lisinopril 12', name: 'lisinopril'})
CREATE (n12_1)-[:HAD_PRESCRIPTION]->(n12_6:Prescription {id: 12011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n12_6)-[:REFERS_TO {role: 'drug'}]->(n12_7:Concept {id: 'metoprolol 12', name: 'metoprolol'})
CREATE (n12_5)-[:MAY_TREAT]->(n12_3)
CREATE (n12_7)-[:MAY_TREAT]->(n12_3)
CREATE (n12_5)-[:HAS_MOA]->(n12_8:Concept {id: 'ace inhibition 12', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n12_7)-[:HAS_MOA]->(n12_9:Concept {id: 'beta blockade 12', name: 'Adrenergic beta-Antagonists'})
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// Lisinopril refers to another drug, of which the same is known
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_2:Diagnosis {id: 7020, name: 'Unspecified essential hypertension'})
CREATE (n7_2)-[:REFERS_TO {role: 'code'}]->(n7_3:Concept {id: 'hypertension 7', name: 'hypertension'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_4:Prescription {id: 7010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n7_4)-[:REFERS_TO {role: 'drug'}]->(n7_10:Concept {id: 'another lisinopril 7', name: 'another lisinopril'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_6:Prescription {id: 7011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n7_6)-[:REFERS_TO {role: 'drug'}]->(n7_7:Concept {id: 'metoprolol 7', name: 'metoprolol'})
CREATE (n7_5:Concept {id: 'lisinopril 7', name: 'lisinopril'})-[:MAY_TREAT]->(n7_3)
CREATE (n7_7)-[:MAY_TREAT]->(n7_3)
CREATE (n7_5)-[:HAS_MOA]->(n7_8:Concept {id: 'ace inhibition 7', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n7_7)-[:HAS_MOA]->(n7_9:Concept {id: 'beta blockade 7', name: 'Adrenergic beta-Antagonists'})
CREATE (n7_10)-[:MAY_TREAT]->(n7_3)
CREATE (n7_10)-[:HAS_MOA]->(n7_8)
// as in 'one mechanism in common is enough to leave it out', but lisinopril HAS_CLASS Adrenergic beta-Antagonists in place of HAS_MOA
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_2:Diagnosis {id: 9020, name: 'Unspecified essential hypertension'})
CREATE (n9_2)-[:REFERS_TO {role: 'code'}]->(n9_3:Concept {id: 'hypertension 9', name: 'hypertension'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_4:Prescription {id: 9010, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n9_4)-[:REFERS_TO {role: 'drug'}]->(n9_5:Concept {id: 'lisinopril 9', name: 'lisinopril'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_6:Prescription {id: 9011, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n9_6)-[:REFERS_TO {role: 'drug'}]->(n9_7:Concept {id: 'metoprolol 9', name: 'metoprolol'})
CREATE (n9_5)-[:MAY_TREAT]->(n9_3)
CREATE (n9_7)-[:MAY_TREAT]->(n9_3)
CREATE (n9_5)-[:HAS_MOA]->(n9_8:Concept {id: 'ace inhibition 9', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (n9_7)-[:HAS_MOA]->(n9_9:Concept {id: 'beta blockade 9', name: 'Adrenergic beta-Antagonists'})
CREATE (n9_5)-[:HAS_CLASS]->(n9_9)
"""
expect = [
  { admission = 7001, order = 7010, answer = 7011 },
  { admission = 7001, order = 7011, answer = 7010 },
  { admission = 9001, order = 9010, answer = 9011 },
  { admission = 9001, order = 9011, answer = 9010 },
]

[[case]]
name   = "what both share is how they interact, not how they treat"
graph  = """
// both: Cytochrome P450 3A4 Inhibitors
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x1:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c1:Concept {id: 'lisinopril 1', name: 'lisinopril'})-[:MAY_TREAT]->(x1)
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(e1:Concept {id: 'metoprolol 1', name: 'metoprolol'})-[:MAY_TREAT]->(x1)
CREATE (c1)-[:HAS_MOA]->(:Concept {id: 'ace inhibition 1', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e1)-[:HAS_MOA]->(:Concept {id: 'beta blockade 1', name: 'Adrenergic beta-Antagonists'})
CREATE (c1)-[:HAS_MOA]->(s1:Concept {id: 'shared 1', name: 'Cytochrome P450 3A4 Inhibitors'})
CREATE (e1)-[:HAS_MOA]->(s1)
// both: P-Glycoprotein Inhibitors
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 220, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x2:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c2:Concept {id: 'lisinopril 2', name: 'lisinopril'})-[:MAY_TREAT]->(x2)
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(e2:Concept {id: 'metoprolol 2', name: 'metoprolol'})-[:MAY_TREAT]->(x2)
CREATE (c2)-[:HAS_MOA]->(:Concept {id: 'ace inhibition 2', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e2)-[:HAS_MOA]->(:Concept {id: 'beta blockade 2', name: 'Adrenergic beta-Antagonists'})
CREATE (c2)-[:HAS_MOA]->(s2:Concept {id: 'shared 2', name: 'P-Glycoprotein Inhibitors'})
CREATE (e2)-[:HAS_MOA]->(s2)
// both: Organic Anion Transporting Polypeptide 1B1 Inhibitors
CREATE (p3:Patient {id: 3})-[:HAD_ADMISSION]->(a3:Admission {id: 3, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a3)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 320, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c3:Concept {id: 'lisinopril 3', name: 'lisinopril'})-[:MAY_TREAT]->(x3)
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(e3:Concept {id: 'metoprolol 3', name: 'metoprolol'})-[:MAY_TREAT]->(x3)
CREATE (c3)-[:HAS_MOA]->(:Concept {id: 'ace inhibition 3', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e3)-[:HAS_MOA]->(:Concept {id: 'beta blockade 3', name: 'Adrenergic beta-Antagonists'})
CREATE (c3)-[:HAS_MOA]->(s3:Concept {id: 'shared 3', name: 'Organic Anion Transporting Polypeptide 1B1 Inhibitors'})
CREATE (e3)-[:HAS_MOA]->(s3)
// both: UGT1A1 Inhibitors
CREATE (p4:Patient {id: 4})-[:HAD_ADMISSION]->(a4:Admission {id: 4, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a4)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 420, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x4:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c4:Concept {id: 'lisinopril 4', name: 'lisinopril'})-[:MAY_TREAT]->(x4)
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(e4:Concept {id: 'metoprolol 4', name: 'metoprolol'})-[:MAY_TREAT]->(x4)
CREATE (c4)-[:HAS_MOA]->(:Concept {id: 'ace inhibition 4', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e4)-[:HAS_MOA]->(:Concept {id: 'beta blockade 4', name: 'Adrenergic beta-Antagonists'})
CREATE (c4)-[:HAS_MOA]->(s4:Concept {id: 'shared 4', name: 'UGT1A1 Inhibitors'})
CREATE (e4)-[:HAS_MOA]->(s4)
// both: Breast Cancer Resistance Protein Inhibitors
CREATE (p5:Patient {id: 5})-[:HAD_ADMISSION]->(a5:Admission {id: 5, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a5)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 520, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x5:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 510, name: 'Lisinopril', drug: 'Lisinopril', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c5:Concept {id: 'lisinopril 5', name: 'lisinopril'})-[:MAY_TREAT]->(x5)
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 511, name: 'Metoprolol', drug: 'Metoprolol', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(e5:Concept {id: 'metoprolol 5', name: 'metoprolol'})-[:MAY_TREAT]->(x5)
CREATE (c5)-[:HAS_MOA]->(:Concept {id: 'ace inhibition 5', name: 'Angiotensin-converting Enzyme Inhibitors'})
CREATE (e5)-[:HAS_MOA]->(:Concept {id: 'beta blockade 5', name: 'Adrenergic beta-Antagonists'})
CREATE (c5)-[:HAS_MOA]->(s5:Concept {id: 'shared 5', name: 'Breast Cancer Resistance Protein Inhibitors'})
CREATE (e5)-[:HAS_MOA]->(s5)
"""
expect = [
  { admission = 1, order = 110, answer = 111 },
  { admission = 1, order = 111, answer = 110 },
  { admission = 2, order = 210, answer = 211 },
  { admission = 2, order = 211, answer = 210 },
  { admission = 3, order = 310, answer = 311 },
  { admission = 3, order = 311, answer = 310 },
  { admission = 4, order = 410, answer = 411 },
  { admission = 4, order = 411, answer = 410 },
  { admission = 5, order = 510, answer = 511 },
  { admission = 5, order = 511, answer = 510 },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_MOA]->(mechanism:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT (toLower(mechanism.name) STARTS WITH 'cytochrome p450' OR toLower(mechanism.name) STARTS WITH 'p-glycoprotein' OR toLower(mechanism.name) STARTS WITH 'organic ' OR toLower(mechanism.name) STARTS WITH 'ugt' OR toLower(mechanism.name) STARTS WITH 'breast cancer resistance')
MATCH path_diagnosis = (admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
MATCH path_rule = (drug)-[:MAY_TREAT]->(disease)<-[:MAY_TREAT]-(partner:Concept)-[:HAS_MOA]->(different:Concept)
WHERE NOT (toLower(different.name) STARTS WITH 'cytochrome p450' OR toLower(different.name) STARTS WITH 'p-glycoprotein' OR toLower(different.name) STARTS WITH 'organic ' OR toLower(different.name) STARTS WITH 'ugt' OR toLower(different.name) STARTS WITH 'breast cancer resistance')
  AND NOT EXISTS { (drug)-[:HAS_MOA]->(shared:Concept)<-[:HAS_MOA]-(partner) WHERE NOT (toLower(shared.name) STARTS WITH 'cytochrome p450' OR toLower(shared.name) STARTS WITH 'p-glycoprotein' OR toLower(shared.name) STARTS WITH 'organic ' OR toLower(shared.name) STARTS WITH 'ugt' OR toLower(shared.name) STARTS WITH 'breast cancer resistance') }
MATCH path_partner = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(partner)
WHERE answer.drug_type <> 'BASE' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
RETURN admission, order, answer, path_order, path_diagnosis, path_rule, path_partner
