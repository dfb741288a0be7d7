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

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Mention cough: without negated
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Pneumonia, organism unspecified'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'pneumonia 1', name: 'pneumonia', kind: 'disease'})
CREATE (n1_3)-[:HAS_FINDING]->(n1_4:Concept {id: 'cough 1', name: 'cough', kind: 'finding'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_5:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_5)-[:HAS_MENTION]->(n1_6:Mention {id: 1080, name: 'cough', section: 'history_of_present_illness', uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_6)-[:REFERS_TO {role: 'mention'}]->(n1_4)
// pneumonia DUE_TO cough in place of HAS_FINDING
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Pneumonia, organism unspecified'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'pneumonia 2', name: 'pneumonia', kind: 'disease'})
CREATE (n2_3)-[:DUE_TO]->(n2_4:Concept {id: 'cough 2', name: 'cough', kind: 'finding'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_4)
// Pneumonia, organism unspecified refers to another disease
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Pneumonia, organism unspecified'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_7:Concept {id: 'another pneumonia 3', name: 'another pneumonia', kind: 'disease'})
CREATE (n3_3:Concept {id: 'pneumonia 3', name: 'pneumonia', kind: 'disease'})-[:HAS_FINDING]->(n3_4:Concept {id: 'cough 3', name: 'cough', kind: 'finding'})
CREATE (n3_1)-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_4)
// pneumonia HAS_FINDING something else than cough
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Pneumonia, organism unspecified'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'pneumonia 4', name: 'pneumonia', kind: 'disease'})
CREATE (n4_3)-[:HAS_FINDING]->(n4_7:Concept {id: 'another cough 4', name: 'another cough', kind: 'finding'})
CREATE (n4_1)-[:HAD_NOTE]->(n4_5:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_5)-[:HAS_MENTION]->(n4_6:Mention {id: 4080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n4_6)-[:REFERS_TO {role: 'mention'}]->(n4_4:Concept {id: 'cough 4', name: 'cough', kind: 'finding'})
// the discharge summary note of 9 May 2150 is of another admission
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Pneumonia, organism unspecified'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'pneumonia 5', name: 'pneumonia', kind: 'disease'})
CREATE (n5_3)-[:HAS_FINDING]->(n5_4:Concept {id: 'cough 5', name: 'cough', kind: 'finding'})
CREATE (n5_7:Admission {id: 5081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n5_5:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_5)-[:HAS_MENTION]->(n5_6:Mention {id: 5080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_6)-[:REFERS_TO {role: 'mention'}]->(n5_4)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// Mention cough: without negated
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Pneumonia, organism unspecified'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'pneumonia 1', name: 'pneumonia', kind: 'disease'})
CREATE (n1_3)-[:HAS_FINDING]->(n1_4:Concept {id: 'cough 1', name: 'cough', kind: 'finding'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_5:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_5)-[:HAS_MENTION]->(n1_6:Mention {id: 1080, name: 'cough', section: 'history_of_present_illness', uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_6)-[:REFERS_TO {role: 'mention'}]->(n1_4)
// as in 'what does not count, beside what does', but pneumonia DUE_TO cough in place of HAS_FINDING
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Pneumonia, organism unspecified'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'pneumonia 2', name: 'pneumonia', kind: 'disease'})
CREATE (n2_3)-[:DUE_TO]->(n2_4:Concept {id: 'cough 2', name: 'cough', kind: 'finding'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_4)
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_7:Diagnosis {id: 2120, name: 'only in its group'})
CREATE (n2_7)-[:REFERS_TO {role: 'group'}]->(n2_3)
// as in 'what does not count, beside what does', but Pneumonia, organism unspecified refers to another disease
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Pneumonia, organism unspecified'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_8:Concept {id: 'another pneumonia 3', name: 'another pneumonia', kind: 'disease'})
CREATE (n3_3:Concept {id: 'pneumonia 3', name: 'pneumonia', kind: 'disease'})-[:HAS_FINDING]->(n3_4:Concept {id: 'cough 3', name: 'cough', kind: 'finding'})
CREATE (n3_1)-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_4)
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_7:Diagnosis {id: 3120, name: 'only in its group'})
CREATE (n3_7)-[:REFERS_TO {role: 'group'}]->(n3_3)
// as in 'what does not count, beside what does', but pneumonia HAS_FINDING something else than cough
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Pneumonia, organism unspecified'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'pneumonia 4', name: 'pneumonia', kind: 'disease'})
CREATE (n4_3)-[:HAS_FINDING]->(n4_8:Concept {id: 'another cough 4', name: 'another cough', kind: 'finding'})
CREATE (n4_1)-[:HAD_NOTE]->(n4_5:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_5)-[:HAS_MENTION]->(n4_6:Mention {id: 4080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n4_6)-[:REFERS_TO {role: 'mention'}]->(n4_4:Concept {id: 'cough 4', name: 'cough', kind: 'finding'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_7:Diagnosis {id: 4120, name: 'only in its group'})
CREATE (n4_7)-[:REFERS_TO {role: 'group'}]->(n4_3)
// as in 'what does not count, beside what does', but the discharge summary note of 9 May 2150 is of another admission
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Pneumonia, organism unspecified'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'pneumonia 5', name: 'pneumonia', kind: 'disease'})
CREATE (n5_3)-[:HAS_FINDING]->(n5_4:Concept {id: 'cough 5', name: 'cough', kind: 'finding'})
CREATE (n5_8:Admission {id: 5121, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n5_5:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_5)-[:HAS_MENTION]->(n5_6:Mention {id: 5080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_6)-[:REFERS_TO {role: 'mention'}]->(n5_4)
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_7:Diagnosis {id: 5120, name: 'only in its group'})
CREATE (n5_7)-[:REFERS_TO {role: 'group'}]->(n5_3)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// as in 'affirmed elsewhere in the notes', but 71 is of another admission
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Pneumonia, organism unspecified'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'pneumonia 6', name: 'pneumonia', kind: 'disease'})
CREATE (n6_3)-[:HAS_FINDING]->(n6_4:Concept {id: 'cough 6', name: 'cough', kind: 'finding'})
CREATE (n6_9:Admission {id: 6082, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n6_5:Note {id: 6071})
CREATE (n6_5)-[:HAS_MENTION]->(n6_6:Mention {id: 6081, negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_6)-[:REFERS_TO {role: 'mention'}]->(n6_4)
CREATE (n6_1)-[:HAD_NOTE]->(n6_7:Note {id: 6070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n6_7)-[:HAS_MENTION]->(n6_8:Mention {id: 6080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_8)-[:REFERS_TO {role: 'mention'}]->(n6_4)
// as in 'affirmed elsewhere in the notes', but 81 refers to another concept
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_2:Diagnosis {id: 7020, name: 'Pneumonia, organism unspecified'})
CREATE (n7_2)-[:REFERS_TO {role: 'code'}]->(n7_3:Concept {id: 'pneumonia 7', name: 'pneumonia', kind: 'disease'})
CREATE (n7_3)-[:HAS_FINDING]->(n7_4:Concept {id: 'cough 7', name: 'cough', kind: 'finding'})
CREATE (n7_1)-[:HAD_NOTE]->(n7_5:Note {id: 7071})
CREATE (n7_5)-[:HAS_MENTION]->(n7_6:Mention {id: 7081, negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n7_6)-[:REFERS_TO {role: 'mention'}]->(n7_9:Concept {id: 'another cough 7', name: 'another cough', kind: 'finding'})
CREATE (n7_1)-[:HAD_NOTE]->(n7_7:Note {id: 7070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n7_7)-[:HAS_MENTION]->(n7_8:Mention {id: 7080, name: 'cough', section: 'history_of_present_illness', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n7_8)-[:REFERS_TO {role: 'mention'}]->(n7_4)
"""
expect = [
  { admission = 6001, diagnosis = 6020, answer = "cough 6" },
  { admission = 7001, diagnosis = 7020, answer = "cough 7" },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_finding = (disease)-[:HAS_FINDING]->(answer:Concept)
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE mention.negated = true AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
  AND NOT EXISTS { (admission)-[:HAD_NOTE]->(:Note)-[:HAS_MENTION]->(yes:Mention)-[:REFERS_TO {role: 'mention'}]->(answer) WHERE yes.negated = false AND yes.uncertain = false AND yes.hypothetical = false AND yes.experiencer = 'patient' AND yes.ambiguous = false }
RETURN admission, diagnosis, answer, path_code, path_finding, path_note
