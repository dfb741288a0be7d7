/*
id        = "antibacterial_after_blood_culture"
family    = "N1"
title     = "The antibacterial drugs ordered around a positive blood culture"
decision  = "next-step"
slots     = { admission = "Admission", culture = "MicrobiologyEvent" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["HAS_CLASS"]
hops      = 4
why       = "A positive blood culture calls for an antibiotic within hours; the first orders after it show the decision."
source    = "Antibacterial: MeSH pharmacologic action Anti-Bacterial Agents (D000900), through DrugCentral (Avram et al., Nucleic Acids Res 2021;49:D1160). MIMIC-III MICROBIOLOGYEVENTS: one row per specimen, organism and antibiotic, S, I or R in interpretation (Johnson et al., Sci Data 2016;3:160035); susceptibility categories after CLSI M100. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which antibacterial drugs (by the knowledge graph; antifungals and drugs for local use aside) were ordered in {admission} with a start on the day of, or one or two days after, the first {culture}?",
  "After the first {culture} in {admission}, orders for which antibacterial drugs (by the knowledge graph; antifungals and drugs for local use aside) started on the same day or within the next two days?",
  "Counting from the first {culture} of {admission}, which drugs that the knowledge graph classes as antibacterial (antifungals and drugs for local use aside) have an order starting on that day or one of the two days after it?",
]

[[case]]
name   = "ceftriaxone two days after"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = [{ admission = 1, culture = 60, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Ceftriaxone', drug_type: 'BASE', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, culture = 60, answer = 10 }]

[[case]]
name   = "an earlier culture of another kind does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 69, name: 'urine growing Escherichia coli', spec_type_desc: 'URINE', org_name: 'ESCHERICHIA COLI', earliest: 100, latest: 100})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = [{ admission = 1, culture = 60, answer = 10 }]

[[case]]
name   = "on the same day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = [{ admission = 1, culture = 60, answer = 10 }]

[[case]]
name   = "an earlier culture of the same kind is the first one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 69, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', earliest: 100, latest: 100})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = []

[[case]]
name   = "urine is not blood"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'URINE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = []

[[case]]
name   = "three days after is too late"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 8640, start_latest: 10079, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = []

[[case]]
name   = "the day before is not after"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = []

[[case]]
name   = "no growth is not positive"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = []

[[case]]
name   = "an antifungal that is antibacterial too"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(:Concept {id: 'antifungal', name: 'Antifungal Agents'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
"""
expect = []

[[case]]
name   = "an antiviral drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Antiviral Agents'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// ceftriaxone HAS_MOA Anti-Bacterial Agents in place of HAS_CLASS
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_MICROBIOLOGY_EVENT]->(n2_2:MicrobiologyEvent {id: 2060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'ceftriaxone 2', name: 'ceftriaxone'})
CREATE (n2_4)-[:HAS_MOA]->(n2_5:Concept {id: 'antibacterial 2', name: 'Anti-Bacterial Agents'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// MicrobiologyEvent blood culture growing Escherichia coli: earliest 4920 -> 8639
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_MICROBIOLOGY_EVENT]->(n1_2:MicrobiologyEvent {id: 1060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 8639, latest: 8639})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'ceftriaxone 1', name: 'ceftriaxone'})
CREATE (n1_4)-[:HAS_CLASS]->(n1_5:Concept {id: 'antibacterial 1', name: 'Anti-Bacterial Agents'})
// as in 'an antifungal that is antibacterial too', but ceftriaxone HAS_MOA Antifungal Agents in place of HAS_CLASS
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_MICROBIOLOGY_EVENT]->(n3_2:MicrobiologyEvent {id: 3060, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_3:Prescription {id: 3010, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})
CREATE (n3_3)-[:REFERS_TO {role: 'drug'}]->(n3_4:Concept {id: 'ceftriaxone 3', name: 'ceftriaxone'})
CREATE (n3_4)-[:HAS_MOA]->(n3_5:Concept {id: 'antifungal 3', name: 'Antifungal Agents'})
CREATE (n3_4)-[:HAS_CLASS]->(n3_6:Concept {id: 'antibacterial 3', name: 'Anti-Bacterial Agents'})
"""
expect = [
  { admission = 1001, culture = 1060, answer = 1010 },
  { admission = 3001, culture = 3060, answer = 3010 },
]

[[case]]
name   = "a culture at midnight, and one of which only the day is known"
graph  = """
// at midnight, the order two days later
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_MICROBIOLOGY_EVENT]->(m1:MicrobiologyEvent {id: 160, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', earliest: 4320, latest: 4320})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c1:Concept {id: 'ceftriaxone 1', name: 'ceftriaxone'})
CREATE (c1)-[:HAS_CLASS]->(:Concept {id: 'antibacterial 1', name: 'Anti-Bacterial Agents'})
// on the day of the order
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_MICROBIOLOGY_EVENT]->(m2:MicrobiologyEvent {id: 260, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', earliest: 4320, latest: 5759})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c2:Concept {id: 'ceftriaxone 2', name: 'ceftriaxone'})
CREATE (c2)-[:HAS_CLASS]->(:Concept {id: 'antibacterial 2', name: 'Anti-Bacterial Agents'})
"""
expect = [
  { admission = 1, culture = 160, answer = 110 },
  { admission = 2, culture = 260, answer = 210 },
]

[[case]]
name   = "another drug of the admission is an antifungal"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ceftriaxone', drug: 'Ceftriaxone', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 10080, stop_latest: 11519})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'ceftriaxone', name: 'ceftriaxone'})
CREATE (c)-[:HAS_CLASS]->(k:Concept {id: 'antibacterial', name: 'Anti-Bacterial Agents'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Fluconazole', drug: 'Fluconazole', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(:Concept {id: 'fluconazole', name: 'fluconazole'})-[:HAS_CLASS]->(:Concept {id: 'antifungal', name: 'Antifungal Agents'})
"""
expect = [{ admission = 1, culture = 60, answer = 10 }]
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(culture:MicrobiologyEvent)
WHERE p.id IN $patients AND culture.spec_type_desc STARTS WITH 'BLOOD CULTURE' AND culture.org_name IS NOT NULL
  AND NOT EXISTS { (admission)-[:HAD_MICROBIOLOGY_EVENT]->(sooner:MicrobiologyEvent) WHERE sooner.name = culture.name AND sooner.earliest < culture.earliest }
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:HAS_CLASS]->(class:Concept)
WHERE answer.drug_type <> 'BASE' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND toLower(class.name) = 'anti-bacterial agents'
  AND NOT EXISTS { (drug)-[:HAS_CLASS]->(also:Concept) WHERE toLower(also.name) = 'antifungal agents' }
  AND culture.latest <= answer.start_latest AND answer.start_earliest - culture.latest <= 2880
RETURN admission, culture, answer, path_culture, path_order
