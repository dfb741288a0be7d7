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
