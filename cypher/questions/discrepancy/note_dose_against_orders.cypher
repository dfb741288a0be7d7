/*
id        = "note_dose_against_orders"
family    = "V4"
title     = "The dose in a note's medication list that no order has"
decision  = "reconciliation"
slots     = { admission = "Admission", note = "Note", order = "Prescription" }
answer    = { kind = "value" }
knowledge = []
hops      = 3
why       = "Dose discrepancies at transitions of care are the commonest reconciliation error."
source    = "Medication reconciliation: Joint Commission National Patient Safety Goal NPSG.03.06.01. Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Under its medication headings {note} gives a dose of {order}, which was ordered in {admission}, that no order of the same drug in that unit has: which dose?",
  "Which dose of {order}, ordered in {admission}, does {note} state under a medication heading although no order of the drug in that unit has it?",
  "In {admission} {order} was ordered. Which dose of that drug in the medication lists of {note} differs from every order of it in the same unit?",
]

[[case]]
name   = "750 mg in the note, 500 mg ordered"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = [{ admission = 1, note = 70, order = 10, answer = 750.0 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Levetiracetam', drug_type: 'BASE', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, note = 70, order = 10, answer = 750.0 }]

[[case]]
name   = "the same dose"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 500.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "another unit cannot be compared"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'ml'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "not under a medication heading"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'plan', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "a negated mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'section'}]->(c)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Prescription Levetiracetam: without dose
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'levetiracetam 1', name: 'levetiracetam'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_4:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_4)-[:HAS_MENTION]->(n1_5:Mention {id: 1080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})
CREATE (n1_5)-[:REFERS_TO {role: 'mention'}]->(n1_3)
// Mention levetiracetam: without dose
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'levetiracetam 2', name: 'levetiracetam'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_4:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_4)-[:HAS_MENTION]->(n2_5:Mention {id: 2080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose_unit: 'mg'})
CREATE (n2_5)-[:REFERS_TO {role: 'mention'}]->(n2_3)
// Levetiracetam refers to another drug
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_6:Concept {id: 'another levetiracetam 3', name: 'another levetiracetam'})
CREATE (n3_1)-[:HAD_NOTE]->(n3_4:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_4)-[:HAS_MENTION]->(n3_5:Mention {id: 3080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})
CREATE (n3_5)-[:REFERS_TO {role: 'mention'}]->(n3_3:Concept {id: 'levetiracetam 3', name: 'levetiracetam'})
// the discharge summary note of 9 May 2150 is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'levetiracetam 4', name: 'levetiracetam'})
CREATE (n4_6:Admission {id: 4081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n4_4:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_4)-[:HAS_MENTION]->(n4_5:Mention {id: 4080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})
CREATE (n4_5)-[:REFERS_TO {role: 'mention'}]->(n4_3)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// 'what does not count, beside what does': Prescription a carrier: dose 500.0 -> 750.0
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'levetiracetam 5', name: 'levetiracetam'})
CREATE (n5_1)-[:HAD_NOTE]->(n5_4:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_4)-[:HAS_MENTION]->(n5_5:Mention {id: 5080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})
CREATE (n5_5)-[:REFERS_TO {role: 'mention'}]->(n5_3)
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5110, name: 'a diluent', drug: 'Levetiracetam', drug_type: 'BASE', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_3)
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_7:Prescription {id: 5310, name: 'eye drops', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879, route: 'OU'})
CREATE (n5_7)-[:REFERS_TO {role: 'drug'}]->(n5_3)
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_8:Prescription {id: 5410, name: 'a carrier', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 750.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n5_8)-[:REFERS_TO {role: 'carrier'}]->(n5_3)
"""
expect = [
  { admission = 5001, note = 5070, order = 5010, answer = 750.0 },
]

[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// Mention levetiracetam: without dose
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'levetiracetam 1', name: 'levetiracetam'})
CREATE (n1_1)-[:HAD_NOTE]->(n1_4:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_4)-[:HAS_MENTION]->(n1_5:Mention {id: 1080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose_unit: 'mg'})
CREATE (n1_5)-[:REFERS_TO {role: 'mention'}]->(n1_3)
// as in 'what does not count, beside what does', but Levetiracetam refers to another drug
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_9:Concept {id: 'another levetiracetam 3', name: 'another levetiracetam'})
CREATE (n3_1)-[:HAD_NOTE]->(n3_4:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_4)-[:HAS_MENTION]->(n3_5:Mention {id: 3080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})
CREATE (n3_5)-[:REFERS_TO {role: 'mention'}]->(n3_3:Concept {id: 'levetiracetam 3', name: 'levetiracetam'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3110, name: 'a diluent', drug: 'Levetiracetam', drug_type: 'BASE', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_3)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_7:Prescription {id: 3310, name: 'eye drops', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879, route: 'OU'})
CREATE (n3_7)-[:REFERS_TO {role: 'drug'}]->(n3_3)
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_8:Prescription {id: 3410, name: 'a carrier', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n3_8)-[:REFERS_TO {role: 'carrier'}]->(n3_3)
// as in 'what does not count, beside what does', but the discharge summary note of 9 May 2150 is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'levetiracetam 4', name: 'levetiracetam'})
CREATE (n4_9:Admission {id: 4411, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n4_4:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_4)-[:HAS_MENTION]->(n4_5:Mention {id: 4080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})
CREATE (n4_5)-[:REFERS_TO {role: 'mention'}]->(n4_3)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4110, name: 'a diluent', drug: 'Levetiracetam', drug_type: 'BASE', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_3)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_7:Prescription {id: 4310, name: 'eye drops', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879, route: 'OU'})
CREATE (n4_7)-[:REFERS_TO {role: 'drug'}]->(n4_3)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_8:Prescription {id: 4410, name: 'a carrier', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n4_8)-[:REFERS_TO {role: 'carrier'}]->(n4_3)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// 'what does not count, beside what does': Prescription a carrier: dose 500.0 -> 750.0
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'levetiracetam 2', name: 'levetiracetam'})
CREATE (n2_1)-[:HAD_NOTE]->(n2_4:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_4)-[:HAS_MENTION]->(n2_5:Mention {id: 2080, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})
CREATE (n2_5)-[:REFERS_TO {role: 'mention'}]->(n2_3)
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2110, name: 'a diluent', drug: 'Levetiracetam', drug_type: 'BASE', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_3)
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_7:Prescription {id: 2310, name: 'eye drops', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879, route: 'OU'})
CREATE (n2_7)-[:REFERS_TO {role: 'drug'}]->(n2_3)
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_8:Prescription {id: 2410, name: 'a carrier', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 750.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (n2_8)-[:REFERS_TO {role: 'carrier'}]->(n2_3)
"""
expect = [
  { admission = 2001, note = 2070, order = 2010, answer = 750.0 },
]

[[case]]
name   = "the same dose in another unit, of another drug or in another admission does not settle it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 500.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'levetiracetam', name: 'levetiracetam'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'levetiracetam', section: 'discharge_medications', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false, dose: 750.0, dose_unit: 'mg'})-[:REFERS_TO {role: 'mention'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Levetiracetam Solution', drug: 'Levetiracetam Solution', drug_type: 'MAIN', dose: 750.0, dose_unit_rx: 'mL'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Levofloxacin', drug: 'Levofloxacin', drug_type: 'MAIN', dose: 750.0, dose_unit_rx: 'mg'})-[:REFERS_TO {role: 'drug'}]->(:Concept {id: 'levofloxacin', name: 'levofloxacin'})
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 13, name: 'Levetiracetam', drug: 'Levetiracetam', drug_type: 'MAIN', dose: 750.0, dose_unit_rx: 'mg'})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = [{ admission = 1, note = 70, order = 10, answer = 750.0 }]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND order.dose IS NOT NULL
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(drug:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false
  AND mention.section IN ['medications', 'discharge_medications', 'medications_on_admission', 'medications_on_transfer']
  AND mention.dose IS NOT NULL AND toLower(mention.dose_unit) = toLower(order.dose_unit_rx)
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(same:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug) WHERE same.dose = mention.dose AND toLower(same.dose_unit_rx) = toLower(mention.dose_unit) }
RETURN admission, note, order, mention.dose AS answer, mention.dose_unit AS unit, path_order, path_note
