/*
id        = "mechanisms_for_coded_diagnosis"
family    = "T6"
title     = "The mechanisms by which the ordered drugs for a coded diagnosis work"
decision  = "mechanism"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["MAY_TREAT", "HAS_MOA"]
hops      = 3
why       = "What has been tried, told by mechanism: the next drug should differ."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Mechanism: FDA MoA through DrugCentral or MED-RT. Inhibition or induction of drug-metabolizing enzymes and transporters (cytochrome P450, UGT, P-glycoprotein, organic anion and cation transporters, BCRP) is left out: it is how drugs interact, not how they treat. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "By which mechanisms of action (effects on drug-metabolizing enzymes and transporters aside) do the drugs ordered in {admission} for the coded diagnosis \"{diagnosis}\" work, according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which mechanisms of action (effects on drug-metabolizing enzymes and transporters aside) does the knowledge graph give for the ordered drugs that treat it?",
  "According to the knowledge graph, which mechanisms of action (effects on drug-metabolizing enzymes and transporters aside) are covered by the drugs ordered in {admission} that treat the coded diagnosis \"{diagnosis}\"?",
]

[[case]]
name   = "furosemide for heart failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'nkcc inhibition', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
"""
expect = [{ admission = 1, diagnosis = 20, answer = "nkcc inhibition" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'nkcc inhibition', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Furosemide', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "nkcc inhibition" }]

[[case]]
name   = "an effect is not a mechanism"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_PE]->(:Concept {id: 'nkcc inhibition', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
"""
expect = []

[[case]]
name   = "a drug for something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(:Concept {id: 'hypertension'})
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'nkcc inhibition', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
"""
expect = []

[[case]]
name   = "a drug that was not ordered"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (c)-[:MAY_TREAT]->(x)
CREATE (c)-[:HAS_MOA]->(:Concept {id: 'nkcc inhibition', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Concept Sodium Potassium Chloride Symporter Inhibitors: name 'Sodium Potassium Chloride Symporter Inhibitors' -> 'Breast Cancer Resistance'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Congestive heart failure, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'heart failure 1', name: 'heart failure'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_5)
CREATE (n1_3)-[:HAS_MOA]->(n1_6:Concept {id: 'nkcc inhibition 1', name: 'Breast Cancer Resistance'})
// Prescription Furosemide: drug_type 'MAIN' -> 'BASE'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'BASE'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Congestive heart failure, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'heart failure 2', name: 'heart failure'})
CREATE (n2_3)-[:MAY_TREAT]->(n2_5)
CREATE (n2_3)-[:HAS_MOA]->(n2_6:Concept {id: 'nkcc inhibition 2', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
// Prescription Furosemide: route = 'BOTH EYES'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'BOTH EYES'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'furosemide 3', name: 'furosemide'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Congestive heart failure, unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'heart failure 3', name: 'heart failure'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_5)
CREATE (n3_3)-[:HAS_MOA]->(n3_6:Concept {id: 'nkcc inhibition 3', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
// Concept Sodium Potassium Chloride Symporter Inhibitors: name 'Sodium Potassium Chloride Symporter Inhibitors' -> 'Cytochrome P450'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'furosemide 4', name: 'furosemide'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Congestive heart failure, unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'heart failure 4', name: 'heart failure'})
CREATE (n4_3)-[:MAY_TREAT]->(n4_5)
CREATE (n4_3)-[:HAS_MOA]->(n4_6:Concept {id: 'nkcc inhibition 4', name: 'Cytochrome P450'})
// Concept Sodium Potassium Chloride Symporter Inhibitors: name 'Sodium Potassium Chloride Symporter Inhibitors' -> 'Organic '
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'furosemide 5', name: 'furosemide'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'Congestive heart failure, unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'heart failure 5', name: 'heart failure'})
CREATE (n5_3)-[:MAY_TREAT]->(n5_5)
CREATE (n5_3)-[:HAS_MOA]->(n5_6:Concept {id: 'nkcc inhibition 5', name: 'Organic '})
// Concept Sodium Potassium Chloride Symporter Inhibitors: name 'Sodium Potassium Chloride Symporter Inhibitors' -> 'P-Glycoprotein'
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'furosemide 6', name: 'furosemide'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_4:Diagnosis {id: 6020, name: 'Congestive heart failure, unspecified'})
CREATE (n6_4)-[:REFERS_TO {role: 'code'}]->(n6_5:Concept {id: 'heart failure 6', name: 'heart failure'})
CREATE (n6_3)-[:MAY_TREAT]->(n6_5)
CREATE (n6_3)-[:HAS_MOA]->(n6_6:Concept {id: 'nkcc inhibition 6', name: 'P-Glycoprotein'})
// Concept Sodium Potassium Chloride Symporter Inhibitors: name 'Sodium Potassium Chloride Symporter Inhibitors' -> 'UGT'
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_3:Concept {id: 'furosemide 7', name: 'furosemide'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_4:Diagnosis {id: 7020, name: 'Congestive heart failure, unspecified'})
CREATE (n7_4)-[:REFERS_TO {role: 'code'}]->(n7_5:Concept {id: 'heart failure 7', name: 'heart failure'})
CREATE (n7_3)-[:MAY_TREAT]->(n7_5)
CREATE (n7_3)-[:HAS_MOA]->(n7_6:Concept {id: 'nkcc inhibition 7', name: 'UGT'})
// Furosemide is linked in the role 'carrier', not 'drug'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n8_2)-[:REFERS_TO {role: 'carrier'}]->(n8_3:Concept {id: 'furosemide 8', name: 'furosemide'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_4:Diagnosis {id: 8020, name: 'Congestive heart failure, unspecified'})
CREATE (n8_4)-[:REFERS_TO {role: 'code'}]->(n8_5:Concept {id: 'heart failure 8', name: 'heart failure'})
CREATE (n8_3)-[:MAY_TREAT]->(n8_5)
CREATE (n8_3)-[:HAS_MOA]->(n8_6:Concept {id: 'nkcc inhibition 8', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
// furosemide MAY_PREVENT heart failure in place of MAY_TREAT
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_2:Prescription {id: 9010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n9_2)-[:REFERS_TO {role: 'drug'}]->(n9_3:Concept {id: 'furosemide 9', name: 'furosemide'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_4:Diagnosis {id: 9020, name: 'Congestive heart failure, unspecified'})
CREATE (n9_4)-[:REFERS_TO {role: 'code'}]->(n9_5:Concept {id: 'heart failure 9', name: 'heart failure'})
CREATE (n9_3)-[:MAY_PREVENT]->(n9_5)
CREATE (n9_3)-[:HAS_MOA]->(n9_6:Concept {id: 'nkcc inhibition 9', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
// Furosemide is of another admission
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_7:Admission {id: 10021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n10_2:Prescription {id: 10010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n10_2)-[:REFERS_TO {role: 'drug'}]->(n10_3:Concept {id: 'furosemide 10', name: 'furosemide'})
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_4:Diagnosis {id: 10020, name: 'Congestive heart failure, unspecified'})
CREATE (n10_4)-[:REFERS_TO {role: 'code'}]->(n10_5:Concept {id: 'heart failure 10', name: 'heart failure'})
CREATE (n10_3)-[:MAY_TREAT]->(n10_5)
CREATE (n10_3)-[:HAS_MOA]->(n10_6:Concept {id: 'nkcc inhibition 10', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
// something else than furosemide MAY_TREAT heart failure
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_2:Prescription {id: 11010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n11_2)-[:REFERS_TO {role: 'drug'}]->(n11_3:Concept {id: 'furosemide 11', name: 'furosemide'})
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_4:Diagnosis {id: 11020, name: 'Congestive heart failure, unspecified'})
CREATE (n11_4)-[:REFERS_TO {role: 'code'}]->(n11_5:Concept {id: 'heart failure 11', name: 'heart failure'})
CREATE (n11_7:Concept {id: 'another furosemide 11', name: 'another furosemide'})-[:MAY_TREAT]->(n11_5)
CREATE (n11_3)-[:HAS_MOA]->(n11_6:Concept {id: 'nkcc inhibition 11', name: 'Sodium Potassium Chloride Symporter Inhibitors'})
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_MOA]->(answer:Concept)
WHERE order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT (toLower(answer.name) STARTS WITH 'cytochrome p450' OR toLower(answer.name) STARTS WITH 'p-glycoprotein' OR toLower(answer.name) STARTS WITH 'organic ' OR toLower(answer.name) STARTS WITH 'ugt' OR toLower(answer.name) STARTS WITH 'breast cancer resistance')
MATCH path_rule = (drug)-[:MAY_TREAT]->(disease)
RETURN admission, diagnosis, answer, path_code, path_order, path_rule
