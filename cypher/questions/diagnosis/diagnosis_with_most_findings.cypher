/*
id        = "diagnosis_with_most_findings"
family    = "E5"
title     = "The coded diagnosis that most affirmed findings support"
decision  = "competing-diagnoses"
slots     = { admission = "Admission" }
answer    = { kind = "most", label = "Diagnosis" }
knowledge = ["HAS_FINDING"]
hops      = 4
why       = "Competing diagnoses are weighed by how much of the picture each explains."
source    = "Findings of diseases: Disease Ontology disease-symptom (Schriml et al., Nucleic Acids Res 2022;50:D1255), or UMLS. Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning."
reviewed  = ""
ask = [
  "Which coded diagnosis of {admission} is supported by the most findings affirmed in its notes, according to the knowledge graph?",
  "Counting the known findings that the notes of {admission} affirm, which of the coded diagnoses has the most, according to the knowledge graph?",
  "According to the knowledge graph, which diagnosis coded for {admission} explains the largest number of distinct findings affirmed in its notes?",
]

[[case]]
name   = "pneumonia explains two, asthma one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (x)-[:HAS_FINDING]->(g:Concept {id: 'fever', name: 'fever', kind: 'finding'})
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma', kind: 'disease'})
CREATE (y)-[:HAS_FINDING]->(f)
"""
expect = [
  { admission = 1, answer = 20, counted = "cough" },
  { admission = 1, answer = 20, counted = "fever" },
  { admission = 1, answer = 21, counted = "cough" },
]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (x)-[:HAS_FINDING]->(g:Concept {id: 'fever', name: 'fever', kind: 'finding'})
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma', kind: 'disease'})
CREATE (y)-[:HAS_FINDING]->(f)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(x)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 121, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(y)
"""
expect = [
  { admission = 1, answer = 20, counted = "cough" },
  { admission = 1, answer = 20, counted = "fever" },
  { admission = 1, answer = 21, counted = "cough" },
]

[[case]]
name   = "no note of this admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (:Admission {id: 2})-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (x)-[:HAS_FINDING]->(g:Concept {id: 'fever', name: 'fever', kind: 'finding'})
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma', kind: 'disease'})
CREATE (y)-[:HAS_FINDING]->(f)
"""
expect = []

[[case]]
name   = "a negated finding is not counted"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (x)-[:HAS_FINDING]->(g:Concept {id: 'fever', name: 'fever', kind: 'finding'})
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'fever', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma', kind: 'disease'})
CREATE (y)-[:HAS_FINDING]->(f)
"""
expect = [
  { admission = 1, answer = 20, counted = "cough" },
  { admission = 1, answer = 21, counted = "cough" },
]

[[case]]
name   = "no finding of it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Pneumonia, organism unspecified'})-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'pneumonia', name: 'pneumonia', kind: 'disease'})
CREATE (x)-[:HAS_FINDING]->(f:Concept {id: 'cough', name: 'cough', kind: 'finding'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(f)
CREATE (x)-[:HAS_FINDING]->(g:Concept {id: 'fever', name: 'fever', kind: 'finding'})
CREATE (n)-[:HAS_MENTION]->(:Mention {id: 81, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Asthma, unspecified type, unspecified'})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma', kind: 'disease'})
"""
expect = [
  { admission = 1, answer = 20, counted = "cough" },
  { admission = 1, answer = 20, counted = "fever" },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_finding = (disease)-[:HAS_FINDING]->(finding:Concept)
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(finding:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
RETURN admission, answer, finding AS counted, path_code, path_finding, path_note
