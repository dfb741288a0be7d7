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
*/
MATCH path_note = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(answer:Concept)
WHERE p.id IN $patients AND mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false AND answer.kind = 'ingredient'
  AND mention.section IN ['medications', 'discharge_medications', 'medications_on_admission', 'medications_on_transfer']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'drug'}]->(answer) }
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(:Prescription)-[:REFERS_TO {role: 'product'}]->(:Concept)-[:HAS_INGREDIENT]->(answer) }
RETURN admission, note, answer, path_note
