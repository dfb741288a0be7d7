/*
id        = "narrower_form_in_note"
family    = "V6"
title     = "The more specific form that the notes give for a coded diagnosis"
decision  = "coding-discrepancy"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["ISA"]
hops      = 5
why       = "Specific codes pay and predict better; the note often knows more than the code."
source    = "ISA: Disease Ontology (Schriml et al., Nucleic Acids Res 2022;50:D1255) or UMLS. Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning."
reviewed  = ""
ask = [
  "Which more specific form of the coded diagnosis \"{diagnosis}\", one or two levels down the disease hierarchy and not coded itself, do the notes of {admission} affirm, according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Which narrower forms of it, up to two levels down the disease hierarchy, are affirmed in the notes but not coded, according to the knowledge graph?",
  "According to the knowledge graph, what narrower disease, within two levels under the coded \"{diagnosis}\" and itself not coded, is affirmed in a note of {admission}?",
]

[[case]]
name   = "systolic heart failure in the note"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "systolic heart failure" }]

[[case]]
name   = "a negated mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(x)
"""
expect = []

[[case]]
name   = "coded itself"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21})-[:REFERS_TO {role: 'code'}]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// heart failure lies 2 levels higher above systolic heart failure
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_2:Diagnosis {id: 1020, name: 'Congestive heart failure, unspecified'})
CREATE (n1_2)-[:REFERS_TO {role: 'code', exact: true}]->(n1_3:Concept {id: 'heart failure 1', name: 'heart failure', kind: 'disease'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_5:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_5)-[:HAS_MENTION]->(n1_6:Mention {id: 1080, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_6)-[:REFERS_TO {role: 'mention'}]->(n1_4:Concept {id: 'systolic heart failure 1', name: 'systolic heart failure', kind: 'disease'})
CREATE (n1_4)-[:ISA]->(n1_7:Concept {id: 'between 0 1', name: 'between 0'})
CREATE (n1_7)-[:ISA]->(n1_8:Concept {id: 'between 1 1', name: 'between 1'})
CREATE (n1_8)-[:ISA]->(n1_3)
// Congestive heart failure, unspecified is linked in the role 'group', not 'code'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_2:Diagnosis {id: 2020, name: 'Congestive heart failure, unspecified'})
CREATE (n2_2)-[:REFERS_TO {role: 'group', exact: true}]->(n2_3:Concept {id: 'heart failure 2', name: 'heart failure', kind: 'disease'})
CREATE (n2_4:Concept {id: 'systolic heart failure 2', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(n2_3)
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_4)
// systolic heart failure DUE_TO heart failure in place of ISA
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_2:Diagnosis {id: 3020, name: 'Congestive heart failure, unspecified'})
CREATE (n3_2)-[:REFERS_TO {role: 'code', exact: true}]->(n3_3:Concept {id: 'heart failure 3', name: 'heart failure', kind: 'disease'})
CREATE (n3_4:Concept {id: 'systolic heart failure 3', name: 'systolic heart failure', kind: 'disease'})-[:DUE_TO]->(n3_3)
CREATE (n3_1)-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_4)
// the discharge summary note of 9 May 2150 is of another admission
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_2:Diagnosis {id: 5020, name: 'Congestive heart failure, unspecified'})
CREATE (n5_2)-[:REFERS_TO {role: 'code', exact: true}]->(n5_3:Concept {id: 'heart failure 5', name: 'heart failure', kind: 'disease'})
CREATE (n5_4:Concept {id: 'systolic heart failure 5', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(n5_3)
CREATE (n5_7:Admission {id: 5081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n5_5:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_5)-[:HAS_MENTION]->(n5_6:Mention {id: 5080, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_6)-[:REFERS_TO {role: 'mention'}]->(n5_4)
"""
expect = []

[[case]]
name   = "two levels down"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_NOTE]->(:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(:Mention {id: 80, name: 'it', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x:Concept {id: 'the form', name: 'the form', kind: 'disease'})
CREATE (x)-[:ISA]->(y1:Concept {id: 'level 1', name: 'a disease 1 levels up'})-[:ISA]->(g:Concept {id: 'level 2', name: 'a disease 2 levels up'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "the form" }]

[[case]]
name   = "three levels down"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_NOTE]->(:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(:Mention {id: 80, name: 'it', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x:Concept {id: 'the form', name: 'the form', kind: 'disease'})
CREATE (x)-[:ISA]->(y1:Concept {id: 'level 1', name: 'a disease 1 levels up'})-[:ISA]->(y2:Concept {id: 'level 2', name: 'a disease 2 levels up'})-[:ISA]->(g:Concept {id: 'level 3', name: 'a disease 3 levels up'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g)
"""
expect = []

[[case]]
name   = "the form itself is coded in its group only, or for another admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_NOTE]->(:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary'})-[:HAS_MENTION]->(:Mention {id: 80, name: 'it', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x:Concept {id: 'the form', name: 'the form', kind: 'disease'})
CREATE (x)-[:ISA]->(g:Concept {id: 'level 1', name: 'a disease 1 levels up'})
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: true}]->(g)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 21, name: 'in its group'})-[:REFERS_TO {role: 'group'}]->(x)
CREATE (:Admission {id: 2})-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 22, name: 'elsewhere'})-[:REFERS_TO {role: 'code'}]->(x)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "the form" }]

[[case]]
name   = "a code that fits only roughly has no narrower forms"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Congestive heart failure, unspecified'})-[:REFERS_TO {role: 'code', exact: false}]->(g:Concept {id: 'heart failure', name: 'heart failure', kind: 'disease'})
CREATE (x:Concept {id: 'systolic heart failure', name: 'systolic heart failure', kind: 'disease'})-[:ISA]->(g)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'systolic heart failure', section: 'hospital_course', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []
*/
MATCH path_code = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code', exact: true}]->(disease:Concept)
// a code that says more than its concept is not told apart from the forms of that
WHERE p.id IN $patients
MATCH path_kind = (answer:Concept)-[:ISA*1..2]->(disease)
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
  AND NOT EXISTS { (admission)-[:HAD_DIAGNOSIS]->(:Diagnosis)-[:REFERS_TO {role: 'code'}]->(answer) }
RETURN admission, diagnosis, answer, path_code, path_kind, path_note
