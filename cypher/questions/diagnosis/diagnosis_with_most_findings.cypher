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

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// Mention cough: uncertain False -> True
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Pneumonia, organism unspecified'})
CREATE (n1_2)-[:REFERS_TO {role: 'code'}]->(n1_3:Concept {id: 'pneumonia 1', name: 'pneumonia', kind: 'disease'})
CREATE (n1_3)-[:HAS_FINDING]->(n1_4:Concept {id: 'cough 1', name: 'cough', kind: 'finding'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_5:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_5)-[:HAS_MENTION]->(n1_6:Mention {id: 1080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_6)-[:REFERS_TO {role: 'mention'}]->(n1_4)
CREATE (n1_3)-[:HAS_FINDING]->(n1_7:Concept {id: 'fever 1', name: 'fever', kind: 'finding'})
CREATE (n1_5)-[:HAS_MENTION]->(n1_8:Mention {id: 1081, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_8)-[:REFERS_TO {role: 'mention'}]->(n1_7)
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_9:Diagnosis {id: 1021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n1_9)-[:REFERS_TO {role: 'code'}]->(n1_10:Concept {id: 'asthma 1', name: 'asthma', kind: 'disease'})
CREATE (n1_10)-[:HAS_FINDING]->(n1_4)
// Mention cough: hypothetical False -> True
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Pneumonia, organism unspecified'})
CREATE (n2_2)-[:REFERS_TO {role: 'code'}]->(n2_3:Concept {id: 'pneumonia 2', name: 'pneumonia', kind: 'disease'})
CREATE (n2_3)-[:HAS_FINDING]->(n2_4:Concept {id: 'cough 2', name: 'cough', kind: 'finding'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_4)
CREATE (n2_3)-[:HAS_FINDING]->(n2_7:Concept {id: 'fever 2', name: 'fever', kind: 'finding'})
CREATE (n2_5)-[:HAS_MENTION]->(n2_8:Mention {id: 2081, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_8)-[:REFERS_TO {role: 'mention'}]->(n2_7)
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_9:Diagnosis {id: 2021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n2_9)-[:REFERS_TO {role: 'code'}]->(n2_10:Concept {id: 'asthma 2', name: 'asthma', kind: 'disease'})
CREATE (n2_10)-[:HAS_FINDING]->(n2_4)
// Mention cough: experiencer 'patient' -> 'other'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Pneumonia, organism unspecified'})
CREATE (n3_2)-[:REFERS_TO {role: 'code'}]->(n3_3:Concept {id: 'pneumonia 3', name: 'pneumonia', kind: 'disease'})
CREATE (n3_3)-[:HAS_FINDING]->(n3_4:Concept {id: 'cough 3', name: 'cough', kind: 'finding'})
CREATE (n3_1)-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'other', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_4)
CREATE (n3_3)-[:HAS_FINDING]->(n3_7:Concept {id: 'fever 3', name: 'fever', kind: 'finding'})
CREATE (n3_5)-[:HAS_MENTION]->(n3_8:Mention {id: 3081, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_8)-[:REFERS_TO {role: 'mention'}]->(n3_7)
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_9:Diagnosis {id: 3021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n3_9)-[:REFERS_TO {role: 'code'}]->(n3_10:Concept {id: 'asthma 3', name: 'asthma', kind: 'disease'})
CREATE (n3_10)-[:HAS_FINDING]->(n3_4)
// Mention cough: ambiguous False -> True
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_2:Diagnosis {id: 4020, name: 'Pneumonia, organism unspecified'})
CREATE (n4_2)-[:REFERS_TO {role: 'code'}]->(n4_3:Concept {id: 'pneumonia 4', name: 'pneumonia', kind: 'disease'})
CREATE (n4_3)-[:HAS_FINDING]->(n4_4:Concept {id: 'cough 4', name: 'cough', kind: 'finding'})
CREATE (n4_1)-[:HAD_NOTE]->(n4_5:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_5)-[:HAS_MENTION]->(n4_6:Mention {id: 4080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})
CREATE (n4_6)-[:REFERS_TO {role: 'mention'}]->(n4_4)
CREATE (n4_3)-[:HAS_FINDING]->(n4_7:Concept {id: 'fever 4', name: 'fever', kind: 'finding'})
CREATE (n4_5)-[:HAS_MENTION]->(n4_8:Mention {id: 4081, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n4_8)-[:REFERS_TO {role: 'mention'}]->(n4_7)
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_9:Diagnosis {id: 4021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n4_9)-[:REFERS_TO {role: 'code'}]->(n4_10:Concept {id: 'asthma 4', name: 'asthma', kind: 'disease'})
CREATE (n4_10)-[:HAS_FINDING]->(n4_4)
// pneumonia DUE_TO cough in place of HAS_FINDING
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Pneumonia, organism unspecified'})
CREATE (n5_2)-[:REFERS_TO {role: 'code'}]->(n5_3:Concept {id: 'pneumonia 5', name: 'pneumonia', kind: 'disease'})
CREATE (n5_3)-[:DUE_TO]->(n5_4:Concept {id: 'cough 5', name: 'cough', kind: 'finding'})
CREATE (n5_1)-[:HAD_NOTE]->(n5_5:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_5)-[:HAS_MENTION]->(n5_6:Mention {id: 5080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_6)-[:REFERS_TO {role: 'mention'}]->(n5_4)
CREATE (n5_3)-[:HAS_FINDING]->(n5_7:Concept {id: 'fever 5', name: 'fever', kind: 'finding'})
CREATE (n5_5)-[:HAS_MENTION]->(n5_8:Mention {id: 5081, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_8)-[:REFERS_TO {role: 'mention'}]->(n5_7)
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_9:Diagnosis {id: 5021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n5_9)-[:REFERS_TO {role: 'code'}]->(n5_10:Concept {id: 'asthma 5', name: 'asthma', kind: 'disease'})
CREATE (n5_10)-[:HAS_FINDING]->(n5_4)
// cough is linked in the role 'section', not 'mention'
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_2:Diagnosis {id: 6020, name: 'Pneumonia, organism unspecified'})
CREATE (n6_2)-[:REFERS_TO {role: 'code'}]->(n6_3:Concept {id: 'pneumonia 6', name: 'pneumonia', kind: 'disease'})
CREATE (n6_3)-[:HAS_FINDING]->(n6_4:Concept {id: 'cough 6', name: 'cough', kind: 'finding'})
CREATE (n6_1)-[:HAD_NOTE]->(n6_5:Note {id: 6070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n6_5)-[:HAS_MENTION]->(n6_6:Mention {id: 6080, name: 'cough', section: 'history_of_present_illness', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_6)-[:REFERS_TO {role: 'section'}]->(n6_4)
CREATE (n6_3)-[:HAS_FINDING]->(n6_7:Concept {id: 'fever 6', name: 'fever', kind: 'finding'})
CREATE (n6_5)-[:HAS_MENTION]->(n6_8:Mention {id: 6081, name: 'fever', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_8)-[:REFERS_TO {role: 'mention'}]->(n6_7)
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_9:Diagnosis {id: 6021, name: 'Asthma, unspecified type, unspecified'})
CREATE (n6_9)-[:REFERS_TO {role: 'code'}]->(n6_10:Concept {id: 'asthma 6', name: 'asthma', kind: 'disease'})
CREATE (n6_10)-[:HAS_FINDING]->(n6_4)
"""
expect = [
  { admission = 1001, answer = 1020, counted = "fever 1" },
  { admission = 2001, answer = 2020, counted = "fever 2" },
  { admission = 3001, answer = 3020, counted = "fever 3" },
  { admission = 4001, answer = 4020, counted = "fever 4" },
  { admission = 5001, answer = 5020, counted = "fever 5" },
  { admission = 5001, answer = 5021, counted = "cough 5" },
  { admission = 6001, answer = 6020, counted = "fever 6" },
]
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)
WHERE p.id IN $patients
MATCH path_finding = (disease)-[:HAS_FINDING]->(finding:Concept)
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(finding:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
RETURN admission, answer, finding AS counted, path_code, path_finding, path_note
