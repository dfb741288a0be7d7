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
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(culture:MicrobiologyEvent)-[:REFERS_TO {role: 'antibiotic'}]->(drug:Concept)
WHERE p.id IN $patients AND culture.interpretation = 'R'
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug)
WHERE answer.drug_type <> 'BASE' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.start_earliest <= culture.latest AND culture.earliest <= answer.stop_latest
RETURN admission, answer, path_culture, path_order
