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
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_treatment = (drug:Concept)-[:MAY_TREAT]->(disease)
MATCH path_against = (admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(obstacle:Concept)<-[:CONTRAINDICATED_WITH]-(drug)
WHERE obstacle.id <> disease.id
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug) }
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'product'}]->(:Concept)-[:HAS_INGREDIENT]->(drug) }
RETURN admission, drug, diagnosis, answer, path_code, path_treatment, path_against
