/*
id        = "note_findings_for_diagnosis"
family    = "E2"
title     = "The findings affirmed in the notes that support a coded diagnosis"
decision  = "diagnosis-evidence"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["HAS_FINDING"]
hops      = 4
why       = "The clinical picture behind the code."
source    = "Findings of diseases: Disease Ontology disease-symptom (Schriml et al., Nucleic Acids Res 2022;50:D1255), or UMLS. Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning."
reviewed  = ""
ask = [
  "Which findings affirmed in the notes of {admission} support the coded diagnosis \"{diagnosis}\", according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which of its known findings do the notes affirm, according to the knowledge graph?",
  "According to the knowledge graph, which known findings of the coded diagnosis \"{diagnosis}\" are affirmed in a note of {admission}?",
]

[[case]]
name   = "cough in pneumonia"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "cough" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "cough" }]

[[case]]
name   = "a negated mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(f)
"""
expect = []

[[case]]
name   = "not a finding of this disease"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (:Concept {id: 'malaria'})-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// pneumonia DUE_TO cough in place of HAS_FINDING
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Pneumonia, organism unspecified'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'pneumonia 1', name: 'pneumonia', kind: 'disease'})
CREATE (n1_3)-[:DUE_TO]->(n1_4:Concept {id: 'cough 1', name: 'cough', kind: 'finding'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_5:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_5)-[:HAS_MENTION]->(n1_6:Mention {id: 1080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_6)-[:REFERS_TO {role: 'mention'}]->(n1_4)
// pneumonia HAS_FINDING something else than cough
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Pneumonia, organism unspecified'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'pneumonia 2', name: 'pneumonia', kind: 'disease'})
CREATE (n2_3)-[:HAS_FINDING]->(n2_7:Concept {id: 'another cough 2', name: 'another cough', kind: 'finding'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_4:Concept {id: 'cough 2', name: 'cough', kind: 'finding'})
// the discharge summary note of 9 May 2150 is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Pneumonia, organism unspecified'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'pneumonia 3', name: 'pneumonia', kind: 'disease'})
CREATE (n3_3)-[:HAS_FINDING]->(n3_4:Concept {id: 'cough 3', name: 'cough', kind: 'finding'})
CREATE (n3_7:Admission {id: 3081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_4)
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_finding = (disease)-[:HAS_FINDING]->(answer:Concept)
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
RETURN admission, diagnosis, answer, path_code, path_finding, path_note
