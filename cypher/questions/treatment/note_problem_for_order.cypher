/*
id        = "note_problem_for_order"
family    = "T7"
title     = "The problem affirmed in a note, and not coded, that an ordered drug treats"
decision  = "treatment-rationale"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["MAY_TREAT", "ISA"]
hops      = 4
why       = "When the codes are silent, the note tells why a drug was ordered."
source    = "A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which problem affirmed in a note of {admission}, and not coded in any form up to two levels wider or narrower, does the ordered {order} treat, according to the knowledge graph?",
  "{order} was ordered in {admission}. Which problems that the notes affirm, but that no code covers (forms up to two levels wider or narrower included), does it treat, according to the knowledge graph?",
  "According to the knowledge graph, for which problem affirmed only in the notes of {admission}, with no code for it or for a form up to two levels wider or narrower, is the ordered {order} a treatment?",
]

[[case]]
name   = "levetiracetam for epilepsy in the note"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = "epilepsy" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Levetiracetam', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = "epilepsy" }]

[[case]]
name   = "only its group is coded, also of wider and narrower forms"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20})-[:REFERS_TO {role: 'group'}]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = [{ admission = 1, order = 10, answer = "epilepsy" }]

[[case]]
name   = "a negated mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(x)
"""
expect = []

[[case]]
name   = "it is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a wider form is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20})-[:REFERS_TO {role: 'code'}]->(:Concept {id: 'brain disease'})<-[:ISA]-(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a narrower form is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20})-[:REFERS_TO {role: 'code'}]->(:Concept {id: 'focal epilepsy'})-[:ISA]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a drug for something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(:Concept {id: 'migraine'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a code of which no disease is known may be it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:584.9'})
"""
expect = []

[[case]]
name   = "a status or a cause is no disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:V58.61'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 30, name: 'a cause from outside'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:E878.2'})
"""
expect = [{ admission = 1, order = 10, answer = "epilepsy" }]

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// levetiracetam MAY_PREVENT epilepsy in place of MAY_TREAT
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'levetiracetam 1', name: 'levetiracetam'})
CREATE (n1_3)-[:MAY_PREVENT]->(n1_4:Concept {id: 'epilepsy 1', name: 'epilepsy', kind: 'disease'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_5:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_5)-[:HAS_MENTION]->(n1_6:Mention {id: 1080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_6)-[:REFERS_TO {role: 'mention'}]->(n1_4)
// Levetiracetam refers to another drug
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'another levetiracetam 2', name: 'another levetiracetam'})
CREATE (n2_3:Concept {id: 'levetiracetam 2', name: 'levetiracetam'})-[:MAY_TREAT]->(n2_4:Concept {id: 'epilepsy 2', name: 'epilepsy', kind: 'disease'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_4)
// the discharge summary note of 9 May 2150 is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'levetiracetam 3', name: 'levetiracetam'})
CREATE (n3_3)-[:MAY_TREAT]->(n3_4:Concept {id: 'epilepsy 3', name: 'epilepsy', kind: 'disease'})
CREATE (n3_7:Admission {id: 3081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_4)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// as in 'only its group is coded, also of wider and narrower forms', but levetiracetam MAY_PREVENT epilepsy in place of MAY_TREAT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'levetiracetam 3', name: 'levetiracetam'})
CREATE (n3_3)-[:MAY_PREVENT]->(n3_4:Concept {id: 'epilepsy 3', name: 'epilepsy', kind: 'disease'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3020})
CREATE (n3_5)-[:REFERS_TO {role: 'group'}]->(n3_4)
CREATE (n3_1)-[:HAD_NOTE]->(n3_6:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_6)-[:HAS_MENTION]->(n3_7:Mention {id: 3080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_7)-[:REFERS_TO {role: 'mention'}]->(n3_4)
// as in 'a wider form is coded', but brain disease lies 1 level higher above epilepsy
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'levetiracetam 4', name: 'levetiracetam'})
CREATE (n4_3)-[:MAY_TREAT]->(n4_4:Concept {id: 'epilepsy 4', name: 'epilepsy', kind: 'disease'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4020})
CREATE (n4_5)-[:REFERS_TO {role: 'code'}]->(n4_6:Concept {id: 'brain disease 4'})
CREATE (n4_1)-[:HAD_NOTE]->(n4_7:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_7)-[:HAS_MENTION]->(n4_8:Mention {id: 4080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n4_8)-[:REFERS_TO {role: 'mention'}]->(n4_4)
CREATE (n4_4)-[:ISA]->(n4_9:Concept {id: 'between 0 4', name: 'between 0'})
CREATE (n4_9)-[:ISA]->(n4_6)
// as in 'a narrower form is coded', but epilepsy lies 1 level higher above focal epilepsy
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'levetiracetam 5', name: 'levetiracetam'})
CREATE (n5_3)-[:MAY_TREAT]->(n5_4:Concept {id: 'epilepsy 5', name: 'epilepsy', kind: 'disease'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5020})
CREATE (n5_5)-[:REFERS_TO {role: 'code'}]->(n5_6:Concept {id: 'focal epilepsy 5'})
CREATE (n5_1)-[:HAD_NOTE]->(n5_7:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_7)-[:HAS_MENTION]->(n5_8:Mention {id: 5080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_8)-[:REFERS_TO {role: 'mention'}]->(n5_4)
CREATE (n5_6)-[:ISA]->(n5_9:Concept {id: 'between 0 5', name: 'between 0'})
CREATE (n5_9)-[:ISA]->(n5_4)
// as in 'only its group is coded, also of wider and narrower forms', but Levetiracetam refers to another drug
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_8:Concept {id: 'another levetiracetam 6', name: 'another levetiracetam'})
CREATE (n6_3:Concept {id: 'levetiracetam 6', name: 'levetiracetam'})-[:MAY_TREAT]->(n6_4:Concept {id: 'epilepsy 6', name: 'epilepsy', kind: 'disease'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_5:Diagnosis {id: 6020})
CREATE (n6_5)-[:REFERS_TO {role: 'group'}]->(n6_4)
CREATE (n6_1)-[:HAD_NOTE]->(n6_6:Note {id: 6070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n6_6)-[:HAS_MENTION]->(n6_7:Mention {id: 6080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_7)-[:REFERS_TO {role: 'mention'}]->(n6_4)
// as in 'only its group is coded, also of wider and narrower forms', but the discharge summary note of 9 May 2150 is of another admission
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_3:Concept {id: 'levetiracetam 7', name: 'levetiracetam'})
CREATE (n7_3)-[:MAY_TREAT]->(n7_4:Concept {id: 'epilepsy 7', name: 'epilepsy', kind: 'disease'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_5:Diagnosis {id: 7020})
CREATE (n7_5)-[:REFERS_TO {role: 'group'}]->(n7_4)
CREATE (n7_8:Admission {id: 7081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n7_6:Note {id: 7070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n7_6)-[:HAS_MENTION]->(n7_7:Mention {id: 7080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n7_7)-[:REFERS_TO {role: 'mention'}]->(n7_4)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// as in 'a wider form is coded', but epilepsy DUE_TO brain disease in place of ISA
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'levetiracetam 1', name: 'levetiracetam'})
CREATE (n1_3)-[:MAY_TREAT]->(n1_4:Concept {id: 'epilepsy 1', name: 'epilepsy', kind: 'disease'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1020})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'brain disease 1'})
CREATE (n1_4)-[:DUE_TO]->(n1_6)
CREATE (n1_1)-[:HAD_NOTE]->(n1_7:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_7)-[:HAS_MENTION]->(n1_8:Mention {id: 1080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_8)-[:REFERS_TO {role: 'mention'}]->(n1_4)
// as in 'it is coded', but Epilepsy, unspecified is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'levetiracetam 2', name: 'levetiracetam'})
CREATE (n2_3)-[:MAY_TREAT]->(n2_4:Concept {id: 'epilepsy 2', name: 'epilepsy', kind: 'disease'})
CREATE (n2_8:Admission {id: 2081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2020, name: 'Epilepsy, unspecified'})
CREATE (n2_5)-[:REFERS_TO {role: 'code'}]->(n2_4)
CREATE (n2_1)-[:HAD_NOTE]->(n2_6:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_6)-[:HAS_MENTION]->(n2_7:Mention {id: 2080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_7)-[:REFERS_TO {role: 'mention'}]->(n2_4)
// as in 'a narrower form is coded', but focal epilepsy DUE_TO epilepsy in place of ISA
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n8_2)-[:REFERS_TO {role: 'drug'}]->(n8_3:Concept {id: 'levetiracetam 8', name: 'levetiracetam'})
CREATE (n8_3)-[:MAY_TREAT]->(n8_4:Concept {id: 'epilepsy 8', name: 'epilepsy', kind: 'disease'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_5:Diagnosis {id: 8020})
CREATE (n8_5)-[:REFERS_TO {role: 'code'}]->(n8_6:Concept {id: 'focal epilepsy 8'})
CREATE (n8_6)-[:DUE_TO]->(n8_4)
CREATE (n8_1)-[:HAD_NOTE]->(n8_7:Note {id: 8070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n8_7)-[:HAS_MENTION]->(n8_8:Mention {id: 8080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n8_8)-[:REFERS_TO {role: 'mention'}]->(n8_4)
// as in 'a code of which no disease is known may be it', but a code that is not understood is linked in the role 'group', not 'code'
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_2:Prescription {id: 9010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n9_2)-[:REFERS_TO {role: 'drug'}]->(n9_3:Concept {id: 'levetiracetam 9', name: 'levetiracetam'})
CREATE (n9_3)-[:MAY_TREAT]->(n9_4:Concept {id: 'epilepsy 9', name: 'epilepsy', kind: 'disease'})
CREATE (n9_1)-[:HAD_NOTE]->(n9_5:Note {id: 9070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n9_5)-[:HAS_MENTION]->(n9_6:Mention {id: 9080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n9_6)-[:REFERS_TO {role: 'mention'}]->(n9_4)
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_7:Diagnosis {id: 9029, name: 'a code that is not understood'})
CREATE (n9_7)-[:REFERS_TO {role: 'group', method: 'own'}]->(n9_8:Concept {id: 'icd9cm:584.9 9'})
// as in 'a wider form is coded', but brain disease lies 2 levels higher above epilepsy
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_2:Prescription {id: 10010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n10_2)-[:REFERS_TO {role: 'drug'}]->(n10_3:Concept {id: 'levetiracetam 10', name: 'levetiracetam'})
CREATE (n10_3)-[:MAY_TREAT]->(n10_4:Concept {id: 'epilepsy 10', name: 'epilepsy', kind: 'disease'})
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_5:Diagnosis {id: 10020})
CREATE (n10_5)-[:REFERS_TO {role: 'code'}]->(n10_6:Concept {id: 'brain disease 10'})
CREATE (n10_1)-[:HAD_NOTE]->(n10_7:Note {id: 10070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n10_7)-[:HAS_MENTION]->(n10_8:Mention {id: 10080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n10_8)-[:REFERS_TO {role: 'mention'}]->(n10_4)
CREATE (n10_4)-[:ISA]->(n10_9:Concept {id: 'between 0 10', name: 'between 0'})
CREATE (n10_9)-[:ISA]->(n10_10:Concept {id: 'between 1 10', name: 'between 1'})
CREATE (n10_10)-[:ISA]->(n10_6)
// as in 'a narrower form is coded', but epilepsy lies 2 levels higher above focal epilepsy
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_2:Prescription {id: 11010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n11_2)-[:REFERS_TO {role: 'drug'}]->(n11_3:Concept {id: 'levetiracetam 11', name: 'levetiracetam'})
CREATE (n11_3)-[:MAY_TREAT]->(n11_4:Concept {id: 'epilepsy 11', name: 'epilepsy', kind: 'disease'})
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_5:Diagnosis {id: 11020})
CREATE (n11_5)-[:REFERS_TO {role: 'code'}]->(n11_6:Concept {id: 'focal epilepsy 11'})
CREATE (n11_1)-[:HAD_NOTE]->(n11_7:Note {id: 11070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n11_7)-[:HAS_MENTION]->(n11_8:Mention {id: 11080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n11_8)-[:REFERS_TO {role: 'mention'}]->(n11_4)
CREATE (n11_6)-[:ISA]->(n11_9:Concept {id: 'between 0 11', name: 'between 0'})
CREATE (n11_9)-[:ISA]->(n11_10:Concept {id: 'between 1 11', name: 'between 1'})
CREATE (n11_10)-[:ISA]->(n11_4)
"""
expect = [
  { admission = 1001, order = 1010, answer = "epilepsy 1" },
  { admission = 2001, order = 2010, answer = "epilepsy 2" },
  { admission = 8001, order = 8010, answer = "epilepsy 8" },
  { admission = 9001, order = 9010, answer = "epilepsy 9" },
  { admission = 10001, order = 10010, answer = "epilepsy 10" },
  { admission = 11001, order = 11010, answer = "epilepsy 11" },
]

[[case]]
name   = "a code of which no disease is known, in another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (c)-[:MAY_TREAT]->(x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:584.9'})
"""
expect = [{ admission = 1, order = 10, answer = "epilepsy" }]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
  AND NOT EXISTS { (answer)-[:ISA*0..2]->(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
  AND NOT EXISTS { (answer)<-[:ISA*0..2]-(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
  // a code of which no disease is known might be it; V and E codes (status, cause) are no diseases
  AND NOT EXISTS { (admission)-[:HAD_DIAGNOSIS]->(:Diagnosis)-[:REFERS_TO {role: 'code', method: 'own'}]->(own:Concept) WHERE NOT own.id STARTS WITH 'icd9cm:V' AND NOT own.id STARTS WITH 'icd9cm:E' }
MATCH path_rule = (drug)-[:MAY_TREAT]->(answer)
RETURN admission, order, answer, path_order, path_note, path_rule
