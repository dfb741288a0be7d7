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
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush'
MATCH path_class = (drug)-[:HAS_CLASS]->(class:Concept)<-[:HAS_CLASS]-(allergen:Concept)
WHERE class.vocabulary = 'FDA EPC'
MATCH path_note = (admission)-[:HAD_NOTE]->(note:Note)-[:HAS_MENTION]->(mention:Mention)-[:REFERS_TO {role: 'mention'}]->(allergen:Concept)
WHERE mention.negated = false AND mention.uncertain = false AND mention.hypothetical = false AND mention.experiencer = 'patient' AND mention.ambiguous = false AND mention.section = 'allergies'
RETURN admission, answer, path_order, path_class, path_note
