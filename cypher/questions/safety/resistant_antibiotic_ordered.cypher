/*
id        = "resistant_antibiotic_ordered"
family    = "O3"
title     = "The ordered antibiotics to which a culture of those days was resistant"
decision  = "resistance"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Prescription" }
knowledge = []
hops      = 2
why       = "An antibiotic that the organism resists is no treatment."
source    = "MIMIC-III MICROBIOLOGYEVENTS: one row per specimen, organism and antibiotic, S, I or R in interpretation (Johnson et al., Sci Data 2016;3:160035); susceptibility categories after CLSI M100. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "To which antibiotics ordered in {admission}, drugs for local use aside, was an organism reported resistant that grew from a specimen taken on a day within the dates of the order, first and last day included?",
  "In {admission}, which ordered antibiotics (drugs for local use aside) met a resistant organism, that is, one grown from a specimen taken between the first and the last day of the order and reported resistant to it?",
  "For which antibiotics ordered in {admission}, drugs for local use aside, does the microbiology record report resistance of an organism from a specimen taken from the first to the last day of that order?",
]

[[case]]
name   = "ceftriaxone and a resistant organism"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Ceftriaxone', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "taken on the last day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "susceptible"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "taken before the order"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "taken after the order ended"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 2880, stop_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// blood culture growing Escherichia coli is linked in the role 'organism', not 'antibiotic'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_MICROBIOLOGY_EVENT]->(n1_2:MicrobiologyEvent {id: 1060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'ceftriaxone 1', name: 'ceftriaxone'})
CREATE (n1_2)-[:REFERS_TO {role: 'organism'}]->(n1_4)
// Ceftriaxone is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_MICROBIOLOGY_EVENT]->(n4_2:MicrobiologyEvent {id: 4060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n4_5:Admission {id: 4061, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n4_3:Prescription {id: 4010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})
CREATE (n4_3)-[:REFERS_TO {role: 'drug'}]->(n4_4:Concept {id: 'ceftriaxone 4', name: 'ceftriaxone'})
CREATE (n4_2)-[:REFERS_TO {role: 'antibiotic'}]->(n4_4)
// Ceftriaxone refers to another drug
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_MICROBIOLOGY_EVENT]->(n5_2:MicrobiologyEvent {id: 5060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_3:Prescription {id: 5010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})
CREATE (n5_3)-[:REFERS_TO {role: 'drug'}]->(n5_5:Concept {id: 'another ceftriaxone 5', name: 'another ceftriaxone'})
CREATE (n5_2)-[:REFERS_TO {role: 'antibiotic'}]->(n5_4:Concept {id: 'ceftriaxone 5', name: 'ceftriaxone'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// MicrobiologyEvent blood culture growing Escherichia coli: earliest 4920 -> 2880
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_MICROBIOLOGY_EVENT]->(n2_2:MicrobiologyEvent {id: 2060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 2880, latest: 2880})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'ceftriaxone 2', name: 'ceftriaxone'})
CREATE (n2_2)-[:REFERS_TO {role: 'antibiotic'}]->(n2_4)
// MicrobiologyEvent blood culture growing Escherichia coli: earliest 4920 -> 11519
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_MICROBIOLOGY_EVENT]->(n3_2:MicrobiologyEvent {id: 3060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 11519, latest: 11519})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'ceftriaxone 3', name: 'ceftriaxone'})
CREATE (n3_2)-[:REFERS_TO {role: 'antibiotic'}]->(n3_4)
"""
expect = [
  { admission = 2001, answer = 2010 },
  { admission = 3001, answer = 3010 },
]
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(culture:MicrobiologyEvent)-[:REFERS_TO {role: 'antibiotic'}]->(drug:Concept)
WHERE p.id IN $patients AND culture.interpretation = 'R'
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug)
WHERE answer.drug_type <> 'BASE' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.start_earliest <= culture.latest AND culture.earliest <= answer.stop_latest
RETURN admission, answer, path_culture, path_order
