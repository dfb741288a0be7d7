/*
id        = "first_oral_after_iv"
family    = "A4"
title     = "The date of the first oral order of a drug that was given intravenously"
decision  = "route-switch"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "date" }
knowledge = []
hops      = 2
why       = "The switch to oral is a milestone of recovery and a target of stewardship."
source    = "Switch from intravenous to oral therapy as a stewardship measure: Barlam et al. (IDSA/SHEA), Clin Infect Dis 2016;62:e51. Routes as MIMIC-III writes them: IV; PO, ORAL. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "On which date did the first oral order (route PO or ORAL) for the same drug start, on a later day than an order for {order} by route IV, in {admission}?",
  "{order} was ordered by route IV in {admission}. On what date, later than that and with no oral order before, did the first order by route PO or ORAL for the same drug start?",
  "The drug of the order for {order} by route IV was switched to route PO or ORAL later in {admission}: on which date did its first oral order start?",
]

[[case]]
name   = "furosemide"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = "2150-05-04 00:00:00" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE', route: 'IV', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'a diluent', drug: 'Furosemide (Oral)', drug_type: 'BASE', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'a carrier', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = "2150-05-04 00:00:00" }]

[[case]]
name   = "oral from the same day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = []

[[case]]
name   = "oral had come first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, drug_type: 'MAIN', route: 'PO', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = []

[[case]]
name   = "by inhalation is not oral"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'IH', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = []

[[case]]
name   = "under the skin is not into a vein"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'SC', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'furosemide', name: 'furosemide'})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND order.route = 'IV'
MATCH path_oral = (admission)-[:HAD_PRESCRIPTION]->(oral:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug)
WHERE oral.route IN ['PO', 'ORAL'] AND order.start_latest < oral.start_earliest
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug) WHERE sooner.route IN ['PO', 'ORAL'] AND sooner.start_earliest < oral.start_earliest }
RETURN admission, order, oral.startdate AS answer, path_order, path_oral
