/*
id        = "days_to_susceptible_antibiotic"
family    = "N3"
title     = "The days from a culture to the first antibiotic reported susceptible"
decision  = "delay"
slots     = { admission = "Admission", culture = "MicrobiologyEvent" }
answer    = { kind = "duration", unit = "day" }
knowledge = []
hops      = 4
why       = "The delay to effective therapy, not to any therapy, is what costs lives."
source    = "MIMIC-III MICROBIOLOGYEVENTS: one row per specimen, organism and antibiotic, S, I or R in interpretation (Johnson et al., Sci Data 2016;3:160035); susceptibility categories after CLSI M100. Orders are dates, so the delay is counted in calendar days, the day of the culture being day 0. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "How many calendar days after the day of the first {culture} in {admission} did the first order start for an antibiotic that the organism was reported susceptible to, orders from before that day and drugs for local use aside?",
  "How many calendar days lie between the day of the first {culture} in {admission} and the start of the first order, on that day or later, for an antibiotic that the organism was reported susceptible to (drugs for local use aside)?",
  "Leaving out drugs for local use and orders from before the day of the first {culture} in {admission}, how many calendar days passed from that day until an antibiotic was ordered that the organism was reported susceptible to?",
]

[[case]]
name   = "two days"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, culture = 60, answer = 2 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Ceftriaxone', drug_type: 'BASE', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, culture = 60, answer = 2 }]

[[case]]
name   = "an earlier culture of another kind does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 69, name: 'urine growing Escherichia coli', spec_type_desc: 'URINE', org_name: 'ESCHERICHIA COLI', earliest: 100, latest: 100})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, culture = 60, answer = 2 }]

[[case]]
name   = "what does not end the wait"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 70, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'R', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'antibiotic'}]->(g1:Concept {id: 'resisted drug'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 20, name: 'Other 0', drug_type: 'MAIN', route: 'IV', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(g1)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 71, name: 'urine growing Escherichia coli', spec_type_desc: 'URINE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'antibiotic'}]->(g2:Concept {id: 'drug of another culture'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 21, name: 'Other 1', drug_type: 'MAIN', route: 'IV', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(g2)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 72, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 6000, latest: 6000})-[:REFERS_TO {role: 'antibiotic'}]->(g3:Concept {id: 'drug of a later culture'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 22, name: 'Other 2', drug_type: 'MAIN', route: 'IV', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(g3)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 73, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'antibiotic'}]->(g4:Concept {id: 'drug ordered before'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 23, name: 'Other 3', drug_type: 'MAIN', route: 'IV', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(g4)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 74, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'antibiotic'}]->(g5:Concept {id: 'diluent'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 24, name: 'Other 4', drug_type: 'BASE', route: 'IV', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(g5)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 75, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'antibiotic'}]->(g6:Concept {id: 'eye drops'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 25, name: 'Other 5', drug_type: 'MAIN', route: 'OU', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(g6)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 76, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'antibiotic'}]->(g7:Concept {id: 'product'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 26, name: 'Other 6', drug_type: 'MAIN', route: 'IV', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'product'}]->(g7)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 77, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'organism'}]->(g8:Concept {id: 'organism'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 27, name: 'Other 7', drug_type: 'MAIN', route: 'IV', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(g8)
"""
expect = [
  { admission = 1, culture = 60, answer = 2 },
  { admission = 1, culture = 71, answer = 1 },
]

[[case]]
name   = "the same day is no delay"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, culture = 60, answer = 0 }]

[[case]]
name   = "an earlier susceptible antibiotic ends the wait"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 61, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'GENTAMICIN', interpretation: 'S', earliest: 4920, latest: 4920})-[:REFERS_TO {role: 'antibiotic'}]->(g:Concept {id: 'gentamicin', name: 'gentamicin'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Gentamicin', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(g)
"""
expect = [{ admission = 1, culture = 61, answer = 1 }]

[[case]]
name   = "an earlier culture of the same kind is the first one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 69, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', earliest: 100, latest: 100})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "linked in another role"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'organism'}]->(c)
"""
expect = []

[[case]]
name   = "resistant is not susceptible"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "ordered before the culture only"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "ordered, but another drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(:Concept {id: 'gentamicin'})
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'an earlier susceptible antibiotic ends the wait', but Gentamicin is of another admission
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_MICROBIOLOGY_EVENT]->(n1_2:MicrobiologyEvent {id: 1060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'ceftriaxone 1', name: 'ceftriaxone'})
CREATE (n1_2)-[:REFERS_TO {role: 'antibiotic'}]->(n1_4)
CREATE (n1_1)-[:HAD_MICROBIOLOGY_EVENT]->(n1_5:MicrobiologyEvent {id: 1061, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'GENTAMICIN', interpretation: 'S', earliest: 4920, latest: 4920})
CREATE (n1_5)-[:REFERS_TO {role: 'antibiotic'}]->(n1_6:Concept {id: 'gentamicin 1', name: 'gentamicin'})
CREATE (n1_8:Admission {id: 1062, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n1_7:Prescription {id: 1011, name: 'Gentamicin', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})
CREATE (n1_7)-[:REFERS_TO {role: 'drug'}]->(n1_6)
// as in 'an earlier susceptible antibiotic ends the wait', but blood culture growing Escherichia coli is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_MICROBIOLOGY_EVENT]->(n2_2:MicrobiologyEvent {id: 2060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'ceftriaxone 2', name: 'ceftriaxone'})
CREATE (n2_2)-[:REFERS_TO {role: 'antibiotic'}]->(n2_4)
CREATE (n2_8:Admission {id: 2062, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_MICROBIOLOGY_EVENT]->(n2_5:MicrobiologyEvent {id: 2061, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'GENTAMICIN', interpretation: 'S', earliest: 4920, latest: 4920})
CREATE (n2_5)-[:REFERS_TO {role: 'antibiotic'}]->(n2_6:Concept {id: 'gentamicin 2', name: 'gentamicin'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_7:Prescription {id: 2011, name: 'Gentamicin', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})
CREATE (n2_7)-[:REFERS_TO {role: 'drug'}]->(n2_6)
"""
expect = [
  { admission = 1001, culture = 1060, answer = 2 },
  { admission = 2001, culture = 2060, answer = 2 },
]

[[case]]
name   = "a culture of which only the day is known, an order on that day and a later one"
graph  = """
// at midnight, the order two days later
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_MICROBIOLOGY_EVENT]->(m1:MicrobiologyEvent {id: 160, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', earliest: 4320, latest: 4320})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c1:Concept {id: 'ceftriaxone 1', name: 'ceftriaxone'})
CREATE (m1)-[:REFERS_TO {role: 'antibiotic'}]->(c1)
// on the day of the first order
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_MICROBIOLOGY_EVENT]->(m2:MicrobiologyEvent {id: 260, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', earliest: 4320, latest: 5759})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c2:Concept {id: 'ceftriaxone 2', name: 'ceftriaxone'})
CREATE (m2)-[:REFERS_TO {role: 'antibiotic'}]->(c2)
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c2)
"""
expect = [
  { admission = 1, culture = 160, answer = 2 },
  { admission = 2, culture = 260, answer = 0 },
]

[[case]]
name   = "another patient's earlier culture does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
CREATE (b)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 61, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', interpretation: 'S', earliest: 100, latest: 100})
"""
expect = [{ admission = 1, culture = 60, answer = 2 }]
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(culture:MicrobiologyEvent)-[:REFERS_TO {role: 'antibiotic'}]->(drug:Concept)
WHERE p.id IN $patients AND culture.interpretation = 'S'
  AND NOT EXISTS { (admission)-[:HAD_MICROBIOLOGY_EVENT]->(sooner:MicrobiologyEvent) WHERE sooner.name = culture.name AND sooner.earliest < culture.earliest }
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug)
WHERE order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND culture.latest <= order.start_latest
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription)-[:REFERS_TO {role: 'drug'}]->(:Concept)<-[:REFERS_TO {role: 'antibiotic'}]-(same:MicrobiologyEvent)<-[:HAD_MICROBIOLOGY_EVENT]-(admission)
                   WHERE sooner.drug_type <> 'BASE' AND NOT coalesce(sooner.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND culture.latest <= sooner.start_latest AND sooner.start_earliest < order.start_earliest
                     AND same.name = culture.name AND same.earliest = culture.earliest AND same.interpretation = 'S' }
// the start is a midnight, the culture a moment or a day: midnights passed, rounded up
RETURN admission, culture, (order.start_earliest - culture.earliest + 1439) / 1440 AS answer, path_culture, path_order
