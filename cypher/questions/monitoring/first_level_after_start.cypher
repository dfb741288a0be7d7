/*
id        = "first_level_after_start"
family    = "M1"
title     = "The first drug level after the day an order started"
decision  = "monitoring"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "value" }
knowledge = ["MEASURES"]
hops      = 3
why       = "A drug with a narrow window is dosed by its level."
source    = "Which lab test measures the level of a drug: MEASURES of the starter table (LOINC component), or UMLS. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "What was the first level of the drug measured in {admission} after the day on which {order} was first ordered?",
  "{order} was first ordered in {admission}: what did its first level after that day measure?",
  "What value has the first measurement of the drug level in {admission} after the day of the first order for {order}?",
]

[[case]]
name   = "vancomycin"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Vancomycin', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "an earlier level of another drug does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Gentamicin (Blood)', itemid: 50888, valuenum: 2.0, valueuom: 'ug/mL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Gentamicin', drug: 'Gentamicin', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "the first of two"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 41, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 20.0, valueuom: 'ug/mL', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:MEASURES]->(c)
"""
expect = [{ admission = 1, order = 10, answer = 14.2, time = "2150-05-03 08:00:00" }]

[[case]]
name   = "on the start day it may be older than the drug"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 1500, latest: 1500})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = []

[[case]]
name   = "another test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'vancomycin', name: 'vancomycin'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(:Concept {id: 'gentamicin'})
"""
expect = []

[[case]]
name   = "a substance that the body holds anyway"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'potassium', name: 'potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Vancomycin (Blood)', itemid: 51009, valuenum: 14.2, valueuom: 'ug/mL', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:vancomycin', name: 'Vancomycin'})
CREATE (t)-[:MEASURES]->(c)
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription) WHERE sooner.name = order.name AND sooner.start_earliest < order.start_earliest }
MATCH path_level = (admission)-[:HAD_LAB_EVENT]->(level:LabEvent)-[:REFERS_TO {role: 'test'}]->(test:Concept)-[:MEASURES]->(drug)
WHERE level.valuenum IS NOT NULL AND order.start_latest < level.earliest
  // a substance that the body holds anyway has no drug level
  AND NOT drug.name IN ['glucose', 'calcium', 'magnesium', 'potassium', 'iron', 'sodium']
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(before:LabEvent) WHERE before.name = level.name AND before.valuenum IS NOT NULL AND order.start_latest < before.earliest AND before.latest < level.earliest }
RETURN admission, order, level.valuenum AS answer, level.valueuom AS unit, level.charttime AS time, path_order, path_level
