/*
id        = "order_without_indication_in_notes"
family    = "T9"
title     = "The ordered drugs that treat neither a coded diagnosis nor a problem of the notes"
decision  = "deprescribing"
slots     = { admission = "Admission", route = "text" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["MAY_TREAT", "ISA"]
hops      = 5
why       = "Where neither codes nor notes give a reason, someone has to ask whether the drug is still needed."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Only drugs with at least one stated indication are asked about: the knowledge is incomplete (recall 20 % in one such source), so silence about a drug proves nothing. Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "A discharge summary of {admission} is on record. Among the drugs ordered by route {route} in it for which the knowledge graph states any indication (diluents, flushes and drugs for local use aside), which have none among the coded diagnoses and the patient's problems that the notes affirm or suspect, problems up to three levels more specific than an indication included?",
  "Of {admission} there is a discharge summary. Which drugs ordered by route {route}, diluents, flushes and drugs without any indication in the knowledge graph aside, treat neither a coded diagnosis nor a problem that a note affirms or suspects for the patient, even if a problem up to three levels more specific than an indication counts as treated?",
  "In {admission}, of which there is a discharge summary, which of the drugs ordered by route {route} are without an indication both among the codes and among the problems affirmed or suspected in the notes, according to the knowledge graph? Leave out diluents, flushes and drugs for which it states no indication at all, and count problems up to three levels more specific than an indication: which drugs are left?",
]

[[case]]
name   = "furosemide where the codes know epilepsy and the note denies heart failure"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Furosemide Flush', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Furosemide', drug_type: 'MAIN', route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "the father's heart failure is no indication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "what is only feared is no indication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(h)
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'epilepsy', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "the note affirms an indication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = []

[[case]]
name   = "what the note suspects may be the reason"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = []

[[case]]
name   = "the note affirms a kind of an indication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(k:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})
CREATE (k)-[:ISA]->(h)
"""
expect = []

[[case]]
name   = "an indication is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(h)
"""
expect = []

[[case]]
name   = "a note of the ward is no summary of the stay"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Nursing'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = []

[[case]]
name   = "a code of which no disease is known may be the reason"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:584.9'})
"""
expect = []

[[case]]
name   = "a status or a cause is no reason"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:V58.61'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 30, name: 'a cause from outside'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:E878.2'})
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "without a note there is nothing to tell the reason"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
"""
expect = []

[[case]]
name   = "a drug without any stated indication is not judged"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:HAS_CLASS]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = []

[[case]]
name   = "a flush is left aside"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide Flush', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Prescription Furosemide: without route
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN'})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_4:Diagnosis {id: 1020, name: 'Epilepsy, unspecified'})
CREATE (n1_4)-[:REFERS_TO {role: 'code'}]->(n1_5:Concept {id: 'epilepsy 1', name: 'epilepsy', kind: 'disease'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_6:Concept {id: 'heart failure 1', name: 'heart failure', kind: 'disease'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_7:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})
CREATE (n1_7)-[:HAS_MENTION]->(n1_8:Mention {id: 1080, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_8)-[:REFERS_TO {role: 'mention'}]->(n1_6)
"""
expect = []

[[case]]
name   = "none of these is an indication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
// contraindicated with what is coded, what is mentioned, and more
CREATE (c)-[:CONTRAINDICATED_WITH]->(x)
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'gout', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(:Concept {id: 'gout', name: 'gout'})<-[:CONTRAINDICATED_WITH]-(c)
CREATE (c)-[:CONTRAINDICATED_WITH]->(:Concept {id: 'anuria', name: 'anuria'})
// it comes with the indication, but is no kind of it
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21, name: 'Primary cardiomyopathy'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'cardiomyopathy', name: 'cardiomyopathy'})-[:HAS_FINDING]->(h)
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 82, name: 'cardiomyopathy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(y)
// only the group of a code
CREATE (a)-[:HAD_DIAGNOSIS]->(o:Diagnosis {id: 22, name: 'Other heart disease'})-[:REFERS_TO {role: 'group'}]->(h)
CREATE (o)-[:REFERS_TO {role: 'group', method: 'own'}]->(:Concept {id: 'icd9cm:429'})
// another drug treats what is coded and mentioned
CREATE (:Concept {id: 'levetiracetam', name: 'levetiracetam'})-[:MAY_TREAT]->(x)
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 83, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
// the indication is coded and affirmed in another admission, and so is a code of which no disease is known
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 23, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code'}]->(h)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 24, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:584.9'})
CREATE (b)-[:HAD_NOTE]->(:Note {id: 71, name: 'the discharge summary note of 4 July 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(:Mention {id: 84, name: 'heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "the summary is of another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (b)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
"""
expect = []

[[case]]
name   = "a form of the indication three levels down is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(:Concept {id: 'acute systolic heart failure'})-[:ISA]->(:Concept {id: 'systolic heart failure'})-[:ISA]->(:Concept {id: 'left heart failure'})-[:ISA]->(h)
"""
expect = []

[[case]]
name   = "what is four levels below the indication is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21, name: 'Acute systolic heart failure'})-[:REFERS_TO {role: 'code'}]->(:Concept {id: 'acute systolic heart failure'})-[:ISA]->(:Concept {id: 'systolic heart failure'})-[:ISA]->(:Concept {id: 'left heart failure'})-[:ISA]->(:Concept {id: 'chronic heart failure'})-[:ISA]->(h)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]

[[case]]
name   = "a form of the indication three levels down is mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'acute systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(:Concept {id: 'acute systolic heart failure'})-[:ISA]->(:Concept {id: 'systolic heart failure'})-[:ISA]->(:Concept {id: 'left heart failure'})-[:ISA]->(h)
"""
expect = []

[[case]]
name   = "what is four levels below the indication is mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV'})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (h:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (c)-[:MAY_TREAT]->(h)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(h)
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'acute systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(:Concept {id: 'acute systolic heart failure'})-[:ISA]->(:Concept {id: 'systolic heart failure'})-[:ISA]->(:Concept {id: 'left heart failure'})-[:ISA]->(:Concept {id: 'chronic heart failure'})-[:ISA]->(h)
"""
expect = [{ admission = 1, route = "IV", answer = 10 }]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(known:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.route IS NOT NULL
  // one indication is enough to show that there is any: the one with the smallest id
  AND NOT EXISTS { (drug)-[:MAY_TREAT]->(other:Concept) WHERE other.id < known.id }
  AND NOT EXISTS { (drug)-[:MAY_TREAT]->(:Concept)<-[:ISA*0..3]-(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
  // a code of which no disease is known might be it; V and E codes (status, cause) are no diseases
  AND NOT EXISTS { (admission)-[:HAD_DIAGNOSIS]->(:Diagnosis)-[:REFERS_TO {role: 'code', method: 'own'}]->(own:Concept) WHERE NOT own.id STARTS WITH 'icd9cm:V' AND NOT own.id STARTS WITH 'icd9cm:E' }
  // an ambiguous or a suspected mention may be the reason, so it is enough to ask no further
  AND NOT EXISTS { (drug)-[:MAY_TREAT]->(:Concept)<-[:ISA*0..3]-(:Concept)<-[:REFERS_TO {role: 'mention'}]-(m:Mention)<-[:HAS_MENTION]-(:Note)<-[:HAD_NOTE]-(admission) WHERE m.negated = false AND m.hypothetical = false AND m.experiencer = 'patient' }
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)
WHERE note.category = 'Discharge summary'
RETURN admission, answer.route AS route, answer, path_order, path_note
