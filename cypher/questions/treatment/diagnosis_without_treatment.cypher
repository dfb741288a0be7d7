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
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code', exact: true}]->(disease:Concept)<-[:MAY_TREAT]-(known:Concept)
WHERE p.id IN $patients
  // one treatment is enough to show that there is any: the one with the smallest id
  AND NOT EXISTS { (disease)<-[:MAY_TREAT]-(other:Concept) WHERE other.id < known.id }
  AND NOT EXISTS { (disease)-[:ISA*0..3]->(:Concept)<-[:MAY_TREAT]-(:Concept)<-[:REFERS_TO {role: 'drug'}]-(:Prescription)<-[:HAD_PRESCRIPTION]-(admission) }
  AND NOT EXISTS { (disease)-[:ISA*0..3]->(:Concept)<-[:MAY_TREAT]-(:Concept)<-[:HAS_INGREDIENT]-(:Concept)<-[:REFERS_TO {role: 'product'}]-(:Prescription)<-[:HAD_PRESCRIPTION]-(admission) }
RETURN admission, answer, path_code
