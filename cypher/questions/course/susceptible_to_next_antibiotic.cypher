/*
id        = "susceptible_to_next_antibiotic"
family    = "N2"
title     = "Whether the organism was reported susceptible to the antibiotic ordered next"
decision  = "next-step"
slots     = { admission = "Admission", culture = "MicrobiologyEvent", order = "Prescription" }
answer    = { kind = "yes-no" }
knowledge = []
hops      = 3
why       = "Appropriate empirical therapy is the strongest thing a team can do in bacteraemia."
source    = "MIMIC-III MICROBIOLOGYEVENTS: one row per specimen, organism and antibiotic, S, I or R in interpretation (Johnson et al., Sci Data 2016;3:160035); susceptibility categories after CLSI M100. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "An order for {order} started in {admission} on the day of, or one or two days after, the first {culture}: was the organism of that culture reported susceptible to it?",
  "Was the organism of the first {culture} in {admission} reported susceptible to {order}, an order for which started on the same day or within the next two days?",
  "Does the report on the first {culture} of {admission} call the organism susceptible to {order}, for which an order started on that day or one of the two days after it?",
]

[[case]]
name   = "susceptible"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, culture = 60, order = 10, answer = true }]

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
expect = [{ admission = 1, culture = 60, order = 10, answer = true }]

[[case]]
name   = "an earlier culture of another kind does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 69, name: 'urine growing Escherichia coli', spec_type_desc: 'URINE', org_name: 'ESCHERICHIA COLI', earliest: 100, latest: 100})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, culture = 60, order = 10, answer = true }]

[[case]]
name   = "resistant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'R', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = [{ admission = 1, culture = 60, order = 10, answer = false }]

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
name   = "ordered the day before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
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
name   = "intermediate is neither"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'I', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "ordered three days after"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 8640, start_latest: 10079, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(c)
"""
expect = []

[[case]]
name   = "another antibiotic was tested"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (m)-[:REFERS_TO {role: 'antibiotic'}]->(:Concept {id: 'gentamicin'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Ceftriaxone is of another admission
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_MICROBIOLOGY_EVENT]->(n2_2:MicrobiologyEvent {id: 2060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n2_5:Admission {id: 2061, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'ceftriaxone 2', name: 'ceftriaxone'})
CREATE (n2_2)-[:REFERS_TO {role: 'antibiotic'}]->(n2_4)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// MicrobiologyEvent blood culture growing Escherichia coli: earliest 4920 -> 8639
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_MICROBIOLOGY_EVENT]->(n1_2:MicrobiologyEvent {id: 1060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', chartdate: '2150-05-04 00:00:00', earliest: 8639, latest: 8639})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'ceftriaxone 1', name: 'ceftriaxone'})
CREATE (n1_2)-[:REFERS_TO {role: 'antibiotic'}]->(n1_4)
"""
expect = [
  { admission = 1001, culture = 1060, order = 1010, answer = true },
]

[[case]]
name   = "a culture at midnight, and one of which only the day is known"
graph  = """
// at midnight, the order two days later
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_MICROBIOLOGY_EVENT]->(m1:MicrobiologyEvent {id: 160, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', earliest: 4320, latest: 4320})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c1:Concept {id: 'ceftriaxone 1', name: 'ceftriaxone'})
CREATE (m1)-[:REFERS_TO {role: 'antibiotic'}]->(c1)
// on the day of the order
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_MICROBIOLOGY_EVENT]->(m2:MicrobiologyEvent {id: 260, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', ab_name: 'CEFTRIAXONE', interpretation: 'S', earliest: 4320, latest: 5759})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c2:Concept {id: 'ceftriaxone 2', name: 'ceftriaxone'})
CREATE (m2)-[:REFERS_TO {role: 'antibiotic'}]->(c2)
"""
expect = [
  { admission = 1, culture = 160, order = 110, answer = true },
  { admission = 2, culture = 260, order = 210, answer = true },
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
expect = [{ admission = 1, culture = 60, order = 10, answer = true }]
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(culture:MicrobiologyEvent)-[:REFERS_TO {role: 'antibiotic'}]->(drug:Concept)
WHERE p.id IN $patients AND culture.interpretation IN ['S', 'R']
  AND NOT EXISTS { (admission)-[:HAD_MICROBIOLOGY_EVENT]->(sooner:MicrobiologyEvent) WHERE sooner.name = culture.name AND sooner.earliest < culture.earliest }
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug)
WHERE order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND culture.latest <= order.start_latest AND order.start_earliest - culture.latest <= 2880
RETURN admission, culture, order, culture.interpretation = 'S' AS answer, path_culture, path_order
