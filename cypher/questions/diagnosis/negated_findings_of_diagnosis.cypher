/*
id        = "negated_findings_of_diagnosis"
family    = "E6"
title     = "The expected findings of a coded diagnosis that a note denies"
decision  = "diagnosis-evidence"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["HAS_FINDING"]
hops      = 4
why       = "What argues against a diagnosis is seldom asked for and often written down."
source    = "Findings of diseases: Disease Ontology disease-symptom (Schriml et al., Nucleic Acids Res 2022;50:D1255), or UMLS. Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning."
reviewed  = ""
ask = [
  "Which known findings of the coded diagnosis \"{diagnosis}\" are explicitly denied for the patient in a note of {admission}, and affirmed in none, according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which findings expected with it, according to the knowledge graph, does a note negate for the patient while no note affirms them?",
  "According to the knowledge graph, which findings that go with the coded diagnosis \"{diagnosis}\" are negated in the notes of {admission} for the patient and nowhere affirmed in them?",
]

[[case]]
name   = "no cough in pneumonia"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "cough" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "cough" }]

[[case]]
name   = "an affirmation that does not count takes nothing back"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(:Note {id: 71})-[:HAS_MENTION]->(:Mention {id: 81, negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (a)-[:HAD_NOTE]->(:Note {id: 72})-[:HAS_MENTION]->(:Mention {id: 82, negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (a)-[:HAD_NOTE]->(:Note {id: 73})-[:HAS_MENTION]->(:Mention {id: 83, negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (a)-[:HAD_NOTE]->(:Note {id: 74})-[:HAS_MENTION]->(:Mention {id: 84, negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (a)-[:HAD_NOTE]->(:Note {id: 75})-[:HAS_MENTION]->(:Mention {id: 85, negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(f)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "cough" }]

[[case]]
name   = "an affirmed finding is not denied"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "affirmed elsewhere in the notes"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(:Note {id: 71})-[:HAS_MENTION]->(:Mention {id: 81, negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(f)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(f)
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_finding = (disease)-[:HAS_FINDING]->(answer:Concept)
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE mention.negated = true AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
  AND NOT EXISTS { (admission)-[:HAD_NOTE]->(:Note)-[:HAS_MENTION]->(yes:Mention)-[:REFERS_TO {role: 'mention'}]->(answer) WHERE yes.negated = false AND yes.uncertain = false AND yes.hypothetical = false AND yes.experiencer = 'patient' AND yes.ambiguous = false }
RETURN admission, diagnosis, answer, path_code, path_finding, path_note
