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
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 30, name: 'a cause from outside'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:E878.2'})
"""
expect = [{ admission = 1, note = 70, answer = "epilepsy" }]

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// as in 'a wider form is coded', but brain disease lies 1 level higher above epilepsy
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_3:Diagnosis {id: 2020})
CREATE (n2_3)-[:REFERS_TO {role: 'code'}]->(n2_4:Concept {id: 'brain disease 2'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_2:Concept {id: 'epilepsy 2', name: 'epilepsy', kind: 'disease'})
CREATE (n2_2)-[:ISA]->(n2_7:Concept {id: 'between 0 2', name: 'between 0'})
CREATE (n2_7)-[:ISA]->(n2_4)
// as in 'a narrower form is coded', but epilepsy lies 1 level higher above focal epilepsy
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_3:Diagnosis {id: 3020})
CREATE (n3_3)-[:REFERS_TO {role: 'code'}]->(n3_4:Concept {id: 'focal epilepsy 3'})
CREATE (n3_1)-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_2:Concept {id: 'epilepsy 3', name: 'epilepsy', kind: 'disease'})
CREATE (n3_4)-[:ISA]->(n3_7:Concept {id: 'between 0 3', name: 'between 0'})
CREATE (n3_7)-[:ISA]->(n3_2)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'it is coded', but Epilepsy, unspecified is of another admission
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_6:Admission {id: 1081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n1_3:Diagnosis {id: 1020, name: 'Epilepsy, unspecified'})
CREATE (n1_3)-[:REFERS_TO {role: 'code'}]->(n1_2:Concept {id: 'epilepsy 1', name: 'epilepsy', kind: 'disease'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_4:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_4)-[:HAS_MENTION]->(n1_5:Mention {id: 1080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_5)-[:REFERS_TO {role: 'mention'}]->(n1_2)
// as in 'a wider form is coded', but epilepsy DUE_TO brain disease in place of ISA
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_3:Diagnosis {id: 4020})
CREATE (n4_3)-[:REFERS_TO {role: 'code'}]->(n4_4:Concept {id: 'brain disease 4'})
CREATE (n4_2:Concept {id: 'epilepsy 4', name: 'epilepsy', kind: 'disease'})-[:DUE_TO]->(n4_4)
CREATE (n4_1)-[:HAD_NOTE]->(n4_5:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_5)-[:HAS_MENTION]->(n4_6:Mention {id: 4080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n4_6)-[:REFERS_TO {role: 'mention'}]->(n4_2)
// as in 'a narrower form is coded', but focal epilepsy DUE_TO epilepsy in place of ISA
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_3:Diagnosis {id: 5020})
CREATE (n5_3)-[:REFERS_TO {role: 'code'}]->(n5_4:Concept {id: 'focal epilepsy 5'})
CREATE (n5_4)-[:DUE_TO]->(n5_2:Concept {id: 'epilepsy 5', name: 'epilepsy', kind: 'disease'})
CREATE (n5_1)-[:HAD_NOTE]->(n5_5:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_5)-[:HAS_MENTION]->(n5_6:Mention {id: 5080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_6)-[:REFERS_TO {role: 'mention'}]->(n5_2)
// as in 'a code of which no disease is known may be it', but a code that is not understood is linked in the role 'group', not 'code'
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_NOTE]->(n6_3:Note {id: 6070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n6_3)-[:HAS_MENTION]->(n6_4:Mention {id: 6080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_4)-[:REFERS_TO {role: 'mention'}]->(n6_2:Concept {id: 'epilepsy 6', name: 'epilepsy', kind: 'disease'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_5:Diagnosis {id: 6029, name: 'a code that is not understood'})
CREATE (n6_5)-[:REFERS_TO {role: 'group', method: 'own'}]->(n6_6:Concept {id: 'icd9cm:584.9 6'})
// as in 'a wider form is coded', but brain disease lies 2 levels higher above epilepsy
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_3:Diagnosis {id: 7020})
CREATE (n7_3)-[:REFERS_TO {role: 'code'}]->(n7_4:Concept {id: 'brain disease 7'})
CREATE (n7_1)-[:HAD_NOTE]->(n7_5:Note {id: 7070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n7_5)-[:HAS_MENTION]->(n7_6:Mention {id: 7080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n7_6)-[:REFERS_TO {role: 'mention'}]->(n7_2:Concept {id: 'epilepsy 7', name: 'epilepsy', kind: 'disease'})
CREATE (n7_2)-[:ISA]->(n7_7:Concept {id: 'between 0 7', name: 'between 0'})
CREATE (n7_7)-[:ISA]->(n7_8:Concept {id: 'between 1 7', name: 'between 1'})
CREATE (n7_8)-[:ISA]->(n7_4)
// as in 'a narrower form is coded', but epilepsy lies 2 levels higher above focal epilepsy
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_3:Diagnosis {id: 8020})
CREATE (n8_3)-[:REFERS_TO {role: 'code'}]->(n8_4:Concept {id: 'focal epilepsy 8'})
CREATE (n8_1)-[:HAD_NOTE]->(n8_5:Note {id: 8070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n8_5)-[:HAS_MENTION]->(n8_6:Mention {id: 8080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n8_6)-[:REFERS_TO {role: 'mention'}]->(n8_2:Concept {id: 'epilepsy 8', name: 'epilepsy', kind: 'disease'})
CREATE (n8_4)-[:ISA]->(n8_7:Concept {id: 'between 0 8', name: 'between 0'})
CREATE (n8_7)-[:ISA]->(n8_8:Concept {id: 'between 1 8', name: 'between 1'})
CREATE (n8_8)-[:ISA]->(n8_2)
// as in 'it is coded', but Epilepsy, unspecified refers to another disease
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_3:Diagnosis {id: 9020, name: 'Epilepsy, unspecified'})
CREATE (n9_3)-[:REFERS_TO {role: 'code'}]->(n9_6:Concept {id: 'another epilepsy 9', name: 'another epilepsy', kind: 'disease'})
CREATE (n9_1)-[:HAD_NOTE]->(n9_4:Note {id: 9070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n9_4)-[:HAS_MENTION]->(n9_5:Mention {id: 9080, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n9_5)-[:REFERS_TO {role: 'mention'}]->(n9_2:Concept {id: 'epilepsy 9', name: 'epilepsy', kind: 'disease'})
"""
expect = [
  { admission = 1001, note = 1070, answer = "epilepsy 1" },
  { admission = 4001, note = 4070, answer = "epilepsy 4" },
  { admission = 5001, note = 5070, answer = "epilepsy 5" },
  { admission = 6001, note = 6070, answer = "epilepsy 6" },
  { admission = 7001, note = 7070, answer = "epilepsy 7" },
  { admission = 8001, note = 8070, answer = "epilepsy 8" },
  { admission = 9001, note = 9070, answer = "epilepsy 9" },
]

[[case]]
name   = "a code of which no disease is known, in another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (x:Concept {id: 'epilepsy', name: 'epilepsy', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'epilepsy', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 29, name: 'a code that is not understood'})-[:REFERS_TO {role: 'code', method: 'own'}]->(:Concept {id: 'icd9cm:584.9'})
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
