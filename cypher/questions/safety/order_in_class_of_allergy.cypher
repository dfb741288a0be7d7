/*
id        = "order_in_class_of_allergy"
family    = "S6"
title     = "The ordered drugs in the class of a drug that a note lists as an allergy"
decision  = "allergy"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["HAS_CLASS"]
hops      = 5
why       = "Cross-reactivity follows the class, not the name."
source    = "Allergies are what a note lists under its allergy heading. Class: FDA established pharmacologic class, through DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160). Polarity, certainty and experiencer of a mention: ConText (Harkema et al., J Biomed Inform 2009;42:839). Affirmed means not negated, not uncertain, not hypothetical, about the patient, and of one meaning."
reviewed  = ""
ask = [
  "Which drugs ordered in {admission}, diluents and flushes aside, belong to the same established pharmacologic class as another drug that a note of that admission lists under allergies, according to the knowledge graph?",
  "A note of {admission} lists drug allergies. Diluents and flushes aside, which other drugs of the same established pharmacologic class were ordered there, according to the knowledge graph?",
  "According to the knowledge graph, which drugs ordered in {admission} (diluents and flushes aside) share an established pharmacologic class with a different drug named under the allergy heading of one of its notes?",
]

[[case]]
name   = "ampicillin in amoxicillin allergy"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(e)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(e)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Ampicillin', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Ampicillin Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "a negated mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: true, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(e)
"""
expect = []

[[case]]
name   = "the family history is not the patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'family', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(e)
"""
expect = []

[[case]]
name   = "an uncertain mention does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: true, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(e)
"""
expect = []

[[case]]
name   = "a mention of what may come does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: true, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(e)
"""
expect = []

[[case]]
name   = "a mention that may mean something else does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: true})-[:REFERS_TO {role: 'mention'}]->(e)
"""
expect = []

[[case]]
name   = "what is linked in another role is not mentioned"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(k)
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'section'}]->(e)
"""
expect = []

[[case]]
name   = "another class"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ampicillin', name: 'ampicillin'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'penicillin class', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (e:Concept {id: 'amoxicillin', name: 'amoxicillin'})-[:HAS_CLASS]->(:Concept {id: 'another class', vocabulary: 'FDA EPC'})
CREATE (a)-[:HAD_NOTE]->(n:Note {id: 70, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})-[:HAS_MENTION]->(m:Mention {id: 80, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})-[:REFERS_TO {role: 'mention'}]->(e)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Concept Penicillin-class Antibacterial: vocabulary 'FDA EPC' -> 'other'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'ampicillin 1', name: 'ampicillin'})
CREATE (n1_3)-[:HAS_CLASS]->(n1_4:Concept {id: 'penicillin class 1', name: 'Penicillin-class Antibacterial', vocabulary: 'other'})
CREATE (n1_5:Concept {id: 'amoxicillin 1', name: 'amoxicillin'})-[:HAS_CLASS]->(n1_4)
CREATE (n1_1)-[:HAD_NOTE]->(n1_6:Note {id: 1070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n1_6)-[:HAS_MENTION]->(n1_7:Mention {id: 1080, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n1_7)-[:REFERS_TO {role: 'mention'}]->(n1_5)
// Mention amoxicillin: section 'allergies' -> 'other'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'ampicillin 2', name: 'ampicillin'})
CREATE (n2_3)-[:HAS_CLASS]->(n2_4:Concept {id: 'penicillin class 2', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (n2_5:Concept {id: 'amoxicillin 2', name: 'amoxicillin'})-[:HAS_CLASS]->(n2_4)
CREATE (n2_1)-[:HAD_NOTE]->(n2_6:Note {id: 2070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n2_6)-[:HAS_MENTION]->(n2_7:Mention {id: 2080, name: 'amoxicillin', section: 'other', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n2_7)-[:REFERS_TO {role: 'mention'}]->(n2_5)
// ampicillin HAS_MOA Penicillin-class Antibacterial in place of HAS_CLASS
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'ampicillin 3', name: 'ampicillin'})
CREATE (n3_3)-[:HAS_MOA]->(n3_4:Concept {id: 'penicillin class 3', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (n3_5:Concept {id: 'amoxicillin 3', name: 'amoxicillin'})-[:HAS_CLASS]->(n3_4)
CREATE (n3_1)-[:HAD_NOTE]->(n3_6:Note {id: 3070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n3_6)-[:HAS_MENTION]->(n3_7:Mention {id: 3080, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n3_7)-[:REFERS_TO {role: 'mention'}]->(n3_5)
// amoxicillin HAS_MOA Penicillin-class Antibacterial in place of HAS_CLASS
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'ampicillin 4', name: 'ampicillin'})
CREATE (n4_3)-[:HAS_CLASS]->(n4_4:Concept {id: 'penicillin class 4', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (n4_5:Concept {id: 'amoxicillin 4', name: 'amoxicillin'})-[:HAS_MOA]->(n4_4)
CREATE (n4_1)-[:HAD_NOTE]->(n4_6:Note {id: 4070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n4_6)-[:HAS_MENTION]->(n4_7:Mention {id: 4080, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n4_7)-[:REFERS_TO {role: 'mention'}]->(n4_5)
// Ampicillin refers to another drug
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_8:Concept {id: 'another ampicillin 5', name: 'another ampicillin'})
CREATE (n5_3:Concept {id: 'ampicillin 5', name: 'ampicillin'})-[:HAS_CLASS]->(n5_4:Concept {id: 'penicillin class 5', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (n5_5:Concept {id: 'amoxicillin 5', name: 'amoxicillin'})-[:HAS_CLASS]->(n5_4)
CREATE (n5_1)-[:HAD_NOTE]->(n5_6:Note {id: 5070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n5_6)-[:HAS_MENTION]->(n5_7:Mention {id: 5080, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n5_7)-[:REFERS_TO {role: 'mention'}]->(n5_5)
// something else than amoxicillin HAS_CLASS Penicillin-class Antibacterial
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'ampicillin 6', name: 'ampicillin'})
CREATE (n6_3)-[:HAS_CLASS]->(n6_4:Concept {id: 'penicillin class 6', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (n6_8:Concept {id: 'another amoxicillin 6', name: 'another amoxicillin'})-[:HAS_CLASS]->(n6_4)
CREATE (n6_1)-[:HAD_NOTE]->(n6_6:Note {id: 6070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n6_6)-[:HAS_MENTION]->(n6_7:Mention {id: 6080, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n6_7)-[:REFERS_TO {role: 'mention'}]->(n6_5:Concept {id: 'amoxicillin 6', name: 'amoxicillin'})
// the discharge summary note of 9 May 2150 is of another admission
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Ampicillin', drug: 'Ampicillin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (n7_2)-[:REFERS_TO {role: 'drug'}]->(n7_3:Concept {id: 'ampicillin 7', name: 'ampicillin'})
CREATE (n7_3)-[:HAS_CLASS]->(n7_4:Concept {id: 'penicillin class 7', name: 'Penicillin-class Antibacterial', vocabulary: 'FDA EPC'})
CREATE (n7_5:Concept {id: 'amoxicillin 7', name: 'amoxicillin'})-[:HAS_CLASS]->(n7_4)
CREATE (n7_8:Admission {id: 7081, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_NOTE]->(n7_6:Note {id: 7070, name: 'the discharge summary note of 9 May 2150', category: 'Discharge summary', earliest: 11520, latest: 12959})
CREATE (n7_6)-[:HAS_MENTION]->(n7_7:Mention {id: 7080, name: 'amoxicillin', section: 'allergies', negated: false, uncertain: false, historical: false, hypothetical: false, experiencer: 'patient', ambiguous: false})
CREATE (n7_7)-[:REFERS_TO {role: 'mention'}]->(n7_5)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush'
MATCH path_class = (drug)-[:HAS_CLASS]->(class:Concept)<-[:HAS_CLASS]-(allergen:Concept)
WHERE class.vocabulary = 'FDA EPC'
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(allergen:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false AND mention.section = 'allergies'
RETURN admission, answer, path_order, path_class, path_note
