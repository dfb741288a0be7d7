/*
id        = "diagnosis_without_treatment"
family    = "T10"
title     = "The coded diagnoses that have a drug treatment and got none"
decision  = "omission"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["MAY_TREAT", "ISA", "HAS_INGREDIENT"]
hops      = 5
why       = "An omission: a treatable problem is coded and nothing that treats it is ordered."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). A combination product counts through its ingredients (RxNorm has_ingredient). Only diagnoses whose code means exactly the disease are judged."
reviewed  = ""
ask = [
  "Which diagnoses coded for {admission} have a drug treatment in the knowledge graph although no such drug was ordered in that admission, alone or in a combination product, treatments of forms up to three levels more general included?",
  "For {admission}, which coded diagnoses could be treated by some drug according to the knowledge graph, but no order for one is recorded, not even as an ingredient of a product or as a treatment of a form up to three levels more general?",
  "According to the knowledge graph, which diagnoses coded for {admission} are treatable by a drug and yet without any order for one in it, even when products are taken apart into ingredients and drugs for forms up to three levels more general are counted?",
]

[[case]]
name   = "heart failure, furosemide not known to treat it, digoxin not ordered"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
"""
expect = [{ admission = 1, answer = 20 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group', exact: true}]->(x)
"""
expect = [{ admission = 1, answer = 20 }]

[[case]]
name   = "a code that fits only roughly proves no omission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: false}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "what was ordered treats it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
CREATE (c)-[:MAY_TREAT]->(x)
"""
expect = []

[[case]]
name   = "what was ordered treats a more general form"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
CREATE (x)-[:ISA]->(:Concept {id: 'heart disease'})<-[:MAY_TREAT]-(c)
"""
expect = []

[[case]]
name   = "an ingredient of the ordered product treats it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
CREATE (r)-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'digoxin tablet'})-[:HAS_INGREDIENT]->(e)
"""
expect = []

[[case]]
name   = "a diagnosis without any known drug is not judged"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:CONTRAINDICATED_WITH]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// as in 'what was ordered treats a more general form', but heart disease lies 2 levels higher above heart failure
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'furosemide 3', name: 'furosemide'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_4:Diagnosis {id: 3020, name: 'Congestive heart failure, unspecified'})
CREATE (n3_4)-[:REFERS_TO {role: 'code', exact: true}]->(n3_5:Concept {id: 'heart failure 3', name: 'heart failure'})
CREATE (n3_6:Concept {id: 'digoxin 3', name: 'digoxin'})-[:MAY_TREAT]->(n3_5)
CREATE (n3_3)-[:MAY_TREAT]->(n3_7:Concept {id: 'heart disease 3'})
CREATE (n3_5)-[:ISA]->(n3_8:Concept {id: 'between 0 3', name: 'between 0'})
CREATE (n3_8)-[:ISA]->(n3_9:Concept {id: 'between 1 3', name: 'between 1'})
CREATE (n3_9)-[:ISA]->(n3_7)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'what was ordered treats a more general form', but heart failure DUE_TO heart disease in place of ISA
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Congestive heart failure, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code', exact: true}]->(n1_5:Concept {id: 'heart failure 1', name: 'heart failure'})
CREATE (n1_6:Concept {id: 'digoxin 1', name: 'digoxin'})-[:MAY_TREAT]->(n1_5)
CREATE (n1_5)-[:DUE_TO]->(n1_7:Concept {id: 'heart disease 1'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_7)
// beside Concept digoxin its like, (Concept another digoxin)-[MAY_TREAT]->(Concept heart failure) as MAY_PREVENT
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_4:Diagnosis {id: 2020, name: 'Congestive heart failure, unspecified'})
CREATE (n2_4)-[:REFERS_TO {role: 'code', exact: true}]->(n2_5:Concept {id: 'heart failure 2', name: 'heart failure'})
CREATE (n2_6:Concept {id: 'digoxin 2', name: 'digoxin'})-[:MAY_TREAT]->(n2_5)
CREATE (n2_7:Concept {id: 'another digoxin 2', name: 'another digoxin'})-[:MAY_PREVENT]->(n2_5)
// as in 'what was ordered treats it', but Furosemide is linked in the role 'carrier', not 'drug'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n4_2)-[:REFERS_TO {role: 'carrier'}]->(n4_3:Concept {id: 'furosemide 4', name: 'furosemide'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_4:Diagnosis {id: 4020, name: 'Congestive heart failure, unspecified'})
CREATE (n4_4)-[:REFERS_TO {role: 'code', exact: true}]->(n4_5:Concept {id: 'heart failure 4', name: 'heart failure'})
CREATE (n4_6:Concept {id: 'digoxin 4', name: 'digoxin'})-[:MAY_TREAT]->(n4_5)
CREATE (n4_3)-[:MAY_TREAT]->(n4_5)
// as in 'what was ordered treats it', but furosemide MAY_PREVENT heart failure in place of MAY_TREAT
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'furosemide 5', name: 'furosemide'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_4:Diagnosis {id: 5020, name: 'Congestive heart failure, unspecified'})
CREATE (n5_4)-[:REFERS_TO {role: 'code', exact: true}]->(n5_5:Concept {id: 'heart failure 5', name: 'heart failure'})
CREATE (n5_6:Concept {id: 'digoxin 5', name: 'digoxin'})-[:MAY_TREAT]->(n5_5)
CREATE (n5_3)-[:MAY_PREVENT]->(n5_5)
// as in 'an ingredient of the ordered product treats it', but Furosemide is linked in the role 'drug', not 'product'
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'furosemide 6', name: 'furosemide'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_4:Diagnosis {id: 6020, name: 'Congestive heart failure, unspecified'})
CREATE (n6_4)-[:REFERS_TO {role: 'code', exact: true}]->(n6_5:Concept {id: 'heart failure 6', name: 'heart failure'})
CREATE (n6_6:Concept {id: 'digoxin 6', name: 'digoxin'})-[:MAY_TREAT]->(n6_5)
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'digoxin tablet 6'})
CREATE (n6_7)-[:HAS_INGREDIENT]->(n6_6)
// as in 'an ingredient of the ordered product treats it', but digoxin tablet INTERACTS_WITH digoxin in place of HAS_INGREDIENT
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_3:Concept {id: 'furosemide 7', name: 'furosemide'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_4:Diagnosis {id: 7020, name: 'Congestive heart failure, unspecified'})
CREATE (n7_4)-[:REFERS_TO {role: 'code', exact: true}]->(n7_5:Concept {id: 'heart failure 7', name: 'heart failure'})
CREATE (n7_6:Concept {id: 'digoxin 7', name: 'digoxin'})-[:MAY_TREAT]->(n7_5)
CREATE (n7_2)-[:REFERS_TO {role: 'product'}]->(n7_7:Concept {id: 'digoxin tablet 7'})
CREATE (n7_7)-[:INTERACTS_WITH]->(n7_6)
// as in 'what was ordered treats a more general form', but heart disease lies 3 levels higher above heart failure
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n8_2)-[:REFERS_TO {role: 'drug'}]->(n8_3:Concept {id: 'furosemide 8', name: 'furosemide'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_4:Diagnosis {id: 8020, name: 'Congestive heart failure, unspecified'})
CREATE (n8_4)-[:REFERS_TO {role: 'code', exact: true}]->(n8_5:Concept {id: 'heart failure 8', name: 'heart failure'})
CREATE (n8_6:Concept {id: 'digoxin 8', name: 'digoxin'})-[:MAY_TREAT]->(n8_5)
CREATE (n8_3)-[:MAY_TREAT]->(n8_7:Concept {id: 'heart disease 8'})
CREATE (n8_5)-[:ISA]->(n8_8:Concept {id: 'between 0 8', name: 'between 0'})
CREATE (n8_8)-[:ISA]->(n8_9:Concept {id: 'between 1 8', name: 'between 1'})
CREATE (n8_9)-[:ISA]->(n8_10:Concept {id: 'between 2 8', name: 'between 2'})
CREATE (n8_10)-[:ISA]->(n8_7)
// as in 'what was ordered treats it', but Furosemide is of another admission
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_7:Admission {id: 9021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n9_2:Prescription {id: 9010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n9_2)-[:REFERS_TO {role: 'drug'}]->(n9_3:Concept {id: 'furosemide 9', name: 'furosemide'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_4:Diagnosis {id: 9020, name: 'Congestive heart failure, unspecified'})
CREATE (n9_4)-[:REFERS_TO {role: 'code', exact: true}]->(n9_5:Concept {id: 'heart failure 9', name: 'heart failure'})
CREATE (n9_6:Concept {id: 'digoxin 9', name: 'digoxin'})-[:MAY_TREAT]->(n9_5)
CREATE (n9_3)-[:MAY_TREAT]->(n9_5)
// as in 'an ingredient of the ordered product treats it', but Furosemide is of another admission
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_8:Admission {id: 10021, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n10_2:Prescription {id: 10010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n10_2)-[:REFERS_TO {role: 'drug'}]->(n10_3:Concept {id: 'furosemide 10', name: 'furosemide'})
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_4:Diagnosis {id: 10020, name: 'Congestive heart failure, unspecified'})
CREATE (n10_4)-[:REFERS_TO {role: 'code', exact: true}]->(n10_5:Concept {id: 'heart failure 10', name: 'heart failure'})
CREATE (n10_6:Concept {id: 'digoxin 10', name: 'digoxin'})-[:MAY_TREAT]->(n10_5)
CREATE (n10_2)-[:REFERS_TO {role: 'product'}]->(n10_7:Concept {id: 'digoxin tablet 10'})
CREATE (n10_7)-[:HAS_INGREDIENT]->(n10_6)
"""
expect = [
  { admission = 1001, answer = 1020 },
  { admission = 2001, answer = 2020 },
  { admission = 4001, answer = 4020 },
  { admission = 5001, answer = 5020 },
  { admission = 6001, answer = 6020 },
  { admission = 7001, answer = 7020 },
  { admission = 8001, answer = 8020 },
  { admission = 9001, answer = 9020 },
  { admission = 10001, answer = 10020 },
]

[[case]]
name   = "none of these ordered products treats it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
// a part of the product only prevents it
CREATE (r)-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'a combination'})-[:HAS_INGREDIENT]->(:Concept {id: 'ramipril'})-[:MAY_PREVENT]->(x)
// another treats what the disease comes with, a disease four levels up, or another disease
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Fluticasone-Salmeterol'})-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'fluticasone / salmeterol'})-[:HAS_INGREDIENT]->(s:Concept {id: 'salmeterol'})-[:MAY_TREAT]->(:Concept {id: 'dyspnea'})<-[:HAS_FINDING]-(x)
CREATE (s)-[:MAY_TREAT]->(:Concept {id: 'asthma'})
CREATE (s)-[:MAY_TREAT]->(w:Concept {id: 'disease'})
CREATE (x)-[:ISA]->(:Concept {id: 'heart disease'})-[:ISA]->(:Concept {id: 'cardiovascular disease'})-[:ISA]->(:Concept {id: 'disease of an organ system'})-[:ISA]->(w)
"""
expect = [{ admission = 1, answer = 20 }]

[[case]]
name   = "an ingredient of the ordered product treats a form three levels up"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(x:Concept {id: 'heart failure', name: 'heart failure'})
CREATE (e:Concept {id: 'digoxin', name: 'digoxin'})-[:MAY_TREAT]->(x)
CREATE (r)-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'a combination'})-[:HAS_INGREDIENT]->(:Concept {id: 'ramipril'})-[:MAY_TREAT]->(w:Concept {id: 'disease of an organ system'})
CREATE (x)-[:ISA]->(:Concept {id: 'heart disease'})-[:ISA]->(:Concept {id: 'cardiovascular disease'})-[:ISA]->(w)
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code', exact: true}]->(disease:Concept)<-[:MAY_TREAT]-(known:Concept)
WHERE p.id IN $patients
  // one treatment is enough to show that there is any: the one with the smallest id
  AND NOT EXISTS { (disease)<-[:MAY_TREAT]-(other:Concept) WHERE other.id < known.id }
  AND NOT EXISTS { (disease)-[:ISA*0..3]->(:Concept)<-[:MAY_TREAT]-(:Concept)<-[:REFERS_TO {role: 'drug'}]-(:Prescription)<-[:HAD_PRESCRIPTION]-(admission) }
  AND NOT EXISTS { (disease)-[:ISA*0..3]->(:Concept)<-[:MAY_TREAT]-(:Concept)<-[:HAS_INGREDIENT]-(:Concept)<-[:REFERS_TO {role: 'product'}]-(:Prescription)<-[:HAD_PRESCRIPTION]-(admission) }
RETURN admission, answer, path_code
