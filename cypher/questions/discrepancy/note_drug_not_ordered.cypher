/*
id        = "note_drug_not_ordered"
family    = "V3"
title     = "The drugs of a note's medication lists that were never ordered"
decision  = "reconciliation"
slots     = { admission = "Admission", note = "Note" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["HAS_INGREDIENT"]
hops      = 4
why       = "A drug that is listed and not ordered was forgotten, replaced or refused; someone has to know which."
source    = "Medication reconciliation: Joint Commission National Patient Safety Goal NPSG.03.06.01. Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning."
reviewed  = ""
ask = [
  "Which drugs listed under a medication heading of {note} have no order recorded in {admission}, not even within a combination product?",
  "{note} belongs to {admission}: which drugs of its medication lists were never ordered in that admission, alone or within a combination product?",
  "Of the drugs under the medication headings of {note}, which were not ordered in {admission}, neither alone nor as an ingredient of a product?",
]

[[case]]
name   = "levetiracetam listed, not ordered"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = [{ admission = 1, note = 70, answer = "levetiracetam" }]

[[case]]
name   = "a negated mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(x)
"""
expect = []

[[case]]
name   = "no drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'disease'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "it was ordered"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10})-[:REFERS_TO {role: 'drug'}]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "it was ordered within a product"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10})-[:REFERS_TO {role: 'product'}]->(:Concept {id: 'keppra tablet'})-[:HAS_INGREDIENT]->(x)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "an allergy is no medication"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (x:Concept {id: 'levetiracetam', name: 'levetiracetam', kind: 'ingredient'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(x)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'it was ordered', but 10 is linked in the role 'carrier', not 'drug'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010})
CREATE (n1_3)-[:REFERS_TO {role: 'carrier'}]->(n1_2:Concept {id: 'levetiracetam 1', name: 'levetiracetam', kind: 'ingredient'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_4:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_4)-[:HAS_MENTION]->(n1_5:Mention {id: 1080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_5)-[:REFERS_TO {role: 'mention'}]->(n1_2)
// as in 'it was ordered within a product', but 10 is linked in the role 'drug', not 'product'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'keppra tablet 2'})
CREATE (n2_4)-[:HAS_INGREDIENT]->(n2_2:Concept {id: 'levetiracetam 2', name: 'levetiracetam', kind: 'ingredient'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_5:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_5)-[:HAS_MENTION]->(n2_6:Mention {id: 2080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_6)-[:REFERS_TO {role: 'mention'}]->(n2_2)
// as in 'it was ordered within a product', but keppra tablet INTERACTS_WITH levetiracetam in place of HAS_INGREDIENT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010})
CREATE (n3_3)-[:REFERS_TO {role: 'product'}]->(n3_4:Concept {id: 'keppra tablet 3'})
CREATE (n3_4)-[:INTERACTS_WITH]->(n3_2:Concept {id: 'levetiracetam 3', name: 'levetiracetam', kind: 'ingredient'})
CREATE (n3_1)-[:HAD_NOTE]->(n3_5:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_5)-[:HAS_MENTION]->(n3_6:Mention {id: 3080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_6)-[:REFERS_TO {role: 'mention'}]->(n3_2)
// as in 'it was ordered', but 10 is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_6:Admission {id: 4081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_2:Concept {id: 'levetiracetam 4', name: 'levetiracetam', kind: 'ingredient'})
CREATE (n4_1)-[:HAD_NOTE]->(n4_4:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_4)-[:HAS_MENTION]->(n4_5:Mention {id: 4080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n4_5)-[:REFERS_TO {role: 'mention'}]->(n4_2)
// as in 'it was ordered', but 10 refers to another drug
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_3:Prescription {id: 5010})
CREATE (n5_3)-[:REFERS_TO {role: 'drug'}]->(n5_6:Concept {id: 'another levetiracetam 5', name: 'another levetiracetam', kind: 'ingredient'})
CREATE (n5_1)-[:HAD_NOTE]->(n5_4:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_4)-[:HAS_MENTION]->(n5_5:Mention {id: 5080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_5)-[:REFERS_TO {role: 'mention'}]->(n5_2:Concept {id: 'levetiracetam 5', name: 'levetiracetam', kind: 'ingredient'})
// as in 'it was ordered within a product', but 10 is of another admission
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_7:Admission {id: 6081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n6_3:Prescription {id: 6010})
CREATE (n6_3)-[:REFERS_TO {role: 'product'}]->(n6_4:Concept {id: 'keppra tablet 6'})
CREATE (n6_4)-[:HAS_INGREDIENT]->(n6_2:Concept {id: 'levetiracetam 6', name: 'levetiracetam', kind: 'ingredient'})
CREATE (n6_1)-[:HAD_NOTE]->(n6_5:Note {id: 6070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n6_5)-[:HAS_MENTION]->(n6_6:Mention {id: 6080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_6)-[:REFERS_TO {role: 'mention'}]->(n6_2)
// as in 'it was ordered within a product', but keppra tablet HAS_INGREDIENT something else than levetiracetam
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_3:Prescription {id: 7010})
CREATE (n7_3)-[:REFERS_TO {role: 'product'}]->(n7_4:Concept {id: 'keppra tablet 7'})
CREATE (n7_4)-[:HAS_INGREDIENT]->(n7_7:Concept {id: 'another levetiracetam 7', name: 'another levetiracetam', kind: 'ingredient'})
CREATE (n7_1)-[:HAD_NOTE]->(n7_5:Note {id: 7070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n7_5)-[:HAS_MENTION]->(n7_6:Mention {id: 7080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n7_6)-[:REFERS_TO {role: 'mention'}]->(n7_2:Concept {id: 'levetiracetam 7', name: 'levetiracetam', kind: 'ingredient'})
"""
expect = [
  { admission = 1001, note = 1070, answer = "levetiracetam 1" },
  { admission = 2001, note = 2070, answer = "levetiracetam 2" },
  { admission = 3001, note = 3070, answer = "levetiracetam 3" },
  { admission = 4001, note = 4070, answer = "levetiracetam 4" },
  { admission = 5001, note = 5070, answer = "levetiracetam 5" },
  { admission = 6001, note = 6070, answer = "levetiracetam 6" },
  { admission = 7001, note = 7070, answer = "levetiracetam 7" },
]
*/
MATCH path_note = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE p.id IN $patients AND mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false AND answer.kind = 'ingredient'
  AND mention.section IN ['medications', 'discharge_medications', 'medications_on_admission', 'medications_on_transfer']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'drug'}]->(answer) }
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'product'}]->(:Concept)-[:HAS_INGREDIENT]->(answer) }
RETURN admission, note, answer, path_note
