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
  "In {admission} an order for {order} by route IV was followed on a later day by the first oral order (route PO or ORAL) for the same drug: on which date did that one start?",
  "{order} was ordered by route IV in {admission}. On what date, later than that and with no oral order before, did the first order by route PO or ORAL for the same drug start?",
  "{order} was switched from route IV to route PO or ORAL in {admission}: on which date did the first oral order for the drug start?",
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

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Furosemide (Oral) is linked in the role 'carrier', not 'drug'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (n1_2)-[:REFERS_TO {role: 'drug'}]->(n1_3:Concept {id: 'furosemide 1', name: 'furosemide'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})
CREATE (n1_4)-[:REFERS_TO {role: 'carrier'}]->(n1_3)
// Furosemide refers to another drug
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (n2_2)-[:REFERS_TO {role: 'drug'}]->(n2_5:Concept {id: 'another furosemide 2', name: 'another furosemide'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})
CREATE (n2_4)-[:REFERS_TO {role: 'drug'}]->(n2_3:Concept {id: 'furosemide 2', name: 'furosemide'})
// Furosemide (Oral) is of another admission
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (n3_2)-[:REFERS_TO {role: 'drug'}]->(n3_3:Concept {id: 'furosemide 3', name: 'furosemide'})
CREATE (n3_5:Admission {id: 3012, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3011, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})
CREATE (n3_4)-[:REFERS_TO {role: 'drug'}]->(n3_3)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as in 'oral had come first', but 12 is linked in the role 'carrier', not 'drug'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (n4_2)-[:REFERS_TO {role: 'drug'}]->(n4_3:Concept {id: 'furosemide 4', name: 'furosemide'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4012, drug_type: 'MAIN', route: 'PO', start_earliest: 0, start_latest: 1439})
CREATE (n4_4)-[:REFERS_TO {role: 'carrier'}]->(n4_3)
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_5:Prescription {id: 4011, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})
CREATE (n4_5)-[:REFERS_TO {role: 'drug'}]->(n4_3)
// as in 'oral had come first', but 12 is of another admission
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (n5_2)-[:REFERS_TO {role: 'drug'}]->(n5_3:Concept {id: 'furosemide 5', name: 'furosemide'})
CREATE (n5_6:Admission {id: 5013, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5012, drug_type: 'MAIN', route: 'PO', start_earliest: 0, start_latest: 1439})
CREATE (n5_4)-[:REFERS_TO {role: 'drug'}]->(n5_3)
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_5:Prescription {id: 5011, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})
CREATE (n5_5)-[:REFERS_TO {role: 'drug'}]->(n5_3)
// as in 'oral had come first', but 12 refers to another drug
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (n6_2)-[:REFERS_TO {role: 'drug'}]->(n6_3:Concept {id: 'furosemide 6', name: 'furosemide'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_4:Prescription {id: 6012, drug_type: 'MAIN', route: 'PO', start_earliest: 0, start_latest: 1439})
CREATE (n6_4)-[:REFERS_TO {role: 'drug'}]->(n6_6:Concept {id: 'another furosemide 6', name: 'another furosemide'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_5:Prescription {id: 6011, name: 'Furosemide (Oral)', drug: 'Furosemide (Oral)', drug_type: 'MAIN', route: 'PO', startdate: '2150-05-04 00:00:00', start_earliest: 4320, start_latest: 5759})
CREATE (n6_5)-[:REFERS_TO {role: 'drug'}]->(n6_3)
"""
expect = [
  { admission = 4001, order = 4010, answer = "2150-05-04 00:00:00" },
  { admission = 5001, order = 5010, answer = "2150-05-04 00:00:00" },
  { admission = 6001, order = 6010, answer = "2150-05-04 00:00:00" },
]
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND order.route = 'IV'
MATCH path_oral = (admission)-[:HAD_PRESCRIPTION]->(oral:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug)
WHERE oral.route IN ['PO', 'ORAL'] AND order.start_latest < oral.start_earliest
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug) WHERE sooner.route IN ['PO', 'ORAL'] AND sooner.start_earliest < oral.start_earliest }
RETURN admission, order, oral.startdate AS answer, path_order, path_oral
