/*
id        = "note_problem_not_coded"
family    = "V1"
title     = "The problems affirmed in a note that no code covers"
decision  = "coding-discrepancy"
slots     = { admission = "Admission", note = "Note" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["ISA"]
hops      = 4
why       = "Undercoding: what the note says and the bill does not."
source    = "MIMIC-III DIAGNOSES_ICD holds the codes billed for the stay (Johnson et al., Sci Data 2016;3:160035). Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning."
reviewed  = ""
ask = [
  "Which diseases affirmed in {note} of {admission} have no matching code, not even one up to two levels wider or narrower in the disease hierarchy, according to the knowledge graph?",
  "{note} belongs to {admission}: which diseases does it affirm that none of the coded diagnoses covers, forms up to two levels wider or narrower included, according to the knowledge graph?",
  "According to the knowledge graph, which diseases that {note} of {admission} affirms are missing among the codes, even when codes up to two levels wider or narrower are counted?",
]

[[case]]
name   = "epilepsy only in the note"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = [{ admission = 1, note = 70, answer = "epilepsy" }]

[[case]]
name   = "only its group is coded, also of wider and narrower forms"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20})-[:REFERS_TO {role: 'group'}]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = [{ admission = 1, note = 70, answer = "epilepsy" }]

[[case]]
name   = "a negated mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(x)
"""
expect = []

[[case]]
name   = "it is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20, name: 'Epilepsy, unspecified'})-[:REFERS_TO {role: 'code'}]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a wider form is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20})-[:REFERS_TO {role: 'code'}]->(:Concept {id: 'brain disease'})<-[:ISA]-(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a narrower form is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20})-[:REFERS_TO {role: 'code'}]->(:Concept {id: 'focal epilepsy'})-[:ISA]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a finding is no disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a code of which no disease is known may be it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:584.9'})
"""
expect = []

[[case]]
name   = "a status or a cause is no disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:V58.61'})
"""
expect = [{ admission = 1, note = 70, answer = "epilepsy" }]
*/
MATCH path_note = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE p.id IN $patients AND mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false AND answer.kind = 'disease'
  AND NOT EXISTS { (answer)-[:ISA*0..2]->(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
  AND NOT EXISTS { (answer)<-[:ISA*0..2]-(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
  // a code of which no disease is known might be it; V and E codes (status, cause) are no diseases
  AND NOT EXISTS { (admission)-[:HAD_DIAGNOSIS]->(:Diagnosis)-[:REFERS_TO {role: 'code', method: 'own'}]->(own:Concept) WHERE NOT own.id STARTS WITH 'icd9cm:V' AND NOT own.id STARTS WITH 'icd9cm:E' }
RETURN admission, note, answer, path_note
