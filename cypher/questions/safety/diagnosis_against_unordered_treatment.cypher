/*
id        = "diagnosis_against_unordered_treatment"
family    = "S10"
title     = "The coded diagnoses that argue against a treatment that was not ordered"
decision  = "contraindication"
slots     = { admission = "Admission", drug = "Concept", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT", "CONTRAINDICATED_WITH", "HAS_INGREDIENT"]
hops      = 4
why       = "Why the textbook drug was not given: often another diagnosis forbids it."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table."
reviewed  = ""
ask = [
  "The drug {drug} would treat the diagnosis \"{diagnosis}\", coded for {admission}, but is not among the orders. Because of which coded diagnosis would it be contraindicated there, according to the knowledge graph?",
  "Which diagnosis coded for {admission} is a contraindication to {drug}, which treats the coded diagnosis \"{diagnosis}\" but was not ordered, according to the knowledge graph?",
  "According to the knowledge graph, which of the diagnoses coded for {admission} argue, as contraindications, against {drug}, a treatment of the coded diagnosis \"{diagnosis}\" that has no order there?",
]

[[case]]
name   = "propranolol for hypertension, but asthma"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (c:Concept {id: 'propranolol', name: 'propranolol'})-[:MAY_TREAT]->(x)
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
"""
expect = [{ admission = 1, drug = "propranolol", diagnosis = 20, answer = 21 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (c:Concept {id: 'propranolol', name: 'propranolol'})-[:MAY_TREAT]->(x)
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 121, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(y)
"""
expect = [{ admission = 1, drug = "propranolol", diagnosis = 20, answer = 21 }]

[[case]]
name   = "it was ordered"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (c:Concept {id: 'propranolol', name: 'propranolol'})-[:MAY_TREAT]->(x)
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = []

[[case]]
name   = "no treatment of a coded diagnosis"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (c:Concept {id: 'propranolol', name: 'propranolol'})-[:MAY_PREVENT]->(x)
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
"""
expect = []

[[case]]
name   = "the same diagnosis cannot be both reason and obstacle"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (c:Concept {id: 'propranolol', name: 'propranolol'})-[:MAY_TREAT]->(x)
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// propranolol MAY_TREAT asthma in place of CONTRAINDICATED_WITH
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Unspecified essential hypertension'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'hypertension 1', name: 'hypertension'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'asthma 1', name: 'asthma'})
CREATE (n1_6:Concept {id: 'propranolol 1', name: 'propranolol'})-[:MAY_TREAT]->(n1_3)
CREATE (n1_6)-[:MAY_TREAT]->(n1_5)
// Asthma, unspecified type, unspecified is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Unspecified essential hypertension'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'hypertension 2', name: 'hypertension'})
CREATE (n2_7:Admission {id: 2022, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code'}]->(n2_5:Concept {id: 'asthma 2', name: 'asthma'})
CREATE (n2_6:Concept {id: 'propranolol 2', name: 'propranolol'})-[:MAY_TREAT]->(n2_3)
CREATE (n2_6)-[:CONTRAINDICATED_WITH]->(n2_5)
// something else than propranolol MAY_TREAT hypertension
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Unspecified essential hypertension'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'hypertension 3', name: 'hypertension'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code'}]->(n3_5:Concept {id: 'asthma 3', name: 'asthma'})
CREATE (n3_7:Concept {id: 'another propranolol 3', name: 'another propranolol'})-[:MAY_TREAT]->(n3_3)
CREATE (n3_6:Concept {id: 'propranolol 3', name: 'propranolol'})-[:CONTRAINDICATED_WITH]->(n3_5)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'it was ordered', but 10 is linked in the role 'carrier', not 'drug'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Unspecified essential hypertension'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'hypertension 4', name: 'hypertension'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'code'}]->(n4_5:Concept {id: 'asthma 4', name: 'asthma'})
CREATE (n4_6:Concept {id: 'propranolol 4', name: 'propranolol'})-[:MAY_TREAT]->(n4_3)
CREATE (n4_6)-[:CONTRAINDICATED_WITH]->(n4_5)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_7:Prescription {id: 4010})
CREATE (n4_7)-[:REFERS_TO {role: 'carrier'}]->(n4_6)
// as in 'it was ordered', but 10 is of another admission
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Unspecified essential hypertension'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'hypertension 5', name: 'hypertension'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'asthma 5', name: 'asthma'})
CREATE (n5_6:Concept {id: 'propranolol 5', name: 'propranolol'})-[:MAY_TREAT]->(n5_3)
CREATE (n5_6)-[:CONTRAINDICATED_WITH]->(n5_5)
CREATE (n5_8:Admission {id: 5022, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n5_7:Prescription {id: 5010})
CREATE (n5_7)-[:REFERS_TO {role: 'drug'}]->(n5_6)
// as in 'it was ordered', but 10 refers to another drug
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Unspecified essential hypertension'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_4:Diagnosis {id: 6021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n6_4)-[:REFERS_TO {role: 'code'}]->(n6_5:Concept {id: 'asthma 6', name: 'asthma'})
CREATE (n6_6:Concept {id: 'propranolol 6', name: 'propranolol'})-[:MAY_TREAT]->(n6_3)
CREATE (n6_6)-[:CONTRAINDICATED_WITH]->(n6_5)
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_7:Prescription {id: 6010})
CREATE (n6_7)-[:REFERS_TO {role: 'drug'}]->(n6_8:Concept {id: 'another propranolol 6', name: 'another propranolol'})
"""
expect = [
  { admission = 4001, drug = "propranolol 4", diagnosis = 4020, answer = 4021 },
  { admission = 5001, drug = "propranolol 5", diagnosis = 5020, answer = 5021 },
  { admission = 6001, drug = "propranolol 6", diagnosis = 6020, answer = 6021 },
]

[[case]]
name   = "it was ordered as a part of a combination"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (c:Concept {id: 'propranolol', name: 'propranolol'})-[:MAY_TREAT]->(x)
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10, name: 'Propranolol-Hydrochlorothiazide'})-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'propranolol / hydrochlorothiazide'})-[:HAS_INGREDIENT]->(c)
"""
expect = []

[[case]]
name   = "none of these is an order of the drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Unspecified essential hypertension'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (c:Concept {id: 'propranolol', name: 'propranolol'})-[:MAY_TREAT]->(x)
CREATE (c)-[:CONTRAINDICATED_WITH]->(y)
// ordered in another admission
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10, name: 'Propranolol-Hydrochlorothiazide'})-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'propranolol / hydrochlorothiazide'})-[:HAS_INGREDIENT]->(c)
// a combination of other drugs
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Lisinopril-Hydrochlorothiazide'})-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'lisinopril / hydrochlorothiazide'})-[:HAS_INGREDIENT]->(:Concept {id: 'lisinopril'})
// a product that interacts with it
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Diltiazem Tablet'})-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'diltiazem tablet'})-[:INTERACTS_WITH]->(c)
// named as the carrier only
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 13, name: 'a diluent'})-[:REFERS_TO {role: 'carrier'}]->(:Concept {id: 'a solution'})-[:HAS_INGREDIENT]->(c)
"""
expect = [{ admission = 1, drug = "propranolol", diagnosis = 20, answer = 21 }]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_treatment = (drug:Concept)-[:MAY_TREAT]->(disease)
MATCH path_against = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(obstacle:Concept)<-[:CONTRAINDICATED_WITH]-(drug)
WHERE obstacle.id <> disease.id
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug) }
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'product'}]->(:Concept)-[:HAS_INGREDIENT]->(drug) }
RETURN admission, drug, diagnosis, answer, path_code, path_treatment, path_against
