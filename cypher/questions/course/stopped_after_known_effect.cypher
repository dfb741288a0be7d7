/*
id        = "stopped_after_known_effect"
family    = "A3"
title     = "The drugs stopped after a lab finding that is their known effect"
decision  = "hold"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["INDUCES", "INDICATES"]
hops      = 4
why       = "Holding the culprit is the first treatment of an adverse effect."
source    = "What an abnormal result means: INDICATES of the starter table, with its citation in the row. Side of the range: a result flagged abnormal that lies above (below) an unflagged result of the same test is high (low), since unflagged results lie within the range. A known effect of a drug: MED-RT induces (UMLS), or the starter table with its citation. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Counting only lab tests that also have an unflagged result in {admission} (to tell high from low), which drugs (diluents, flushes and drugs for local use aside) had an order from an earlier day end on the day of an abnormal result that means a known effect of them, or on the next day, with no later order for the same drug in the admission, according to the knowledge graph?",
  "According to the knowledge graph, for which drugs (diluents, flushes and drugs for local use aside) was an order in {admission} from an earlier day ended, and not renewed, on the day of an abnormal lab that means a known effect of the drug, or on the next day (only tests that also have an unflagged result in that admission count, to tell high from low)?",
  "In {admission}, which orders from an earlier day (diluents, flushes and drugs for local use aside) ended on the day of an abnormal lab that means a known effect of the drug, or on the next day, and were not renewed, according to the knowledge graph (only tests that also have an unflagged result in that admission count, to tell high from low)?",
]

[[case]]
name   = "spironolactone stopped the next day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Spironolactone', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Spironolactone Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "low where low is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "another drug ordered later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Furosemide', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199, stop_earliest: 7200, stop_latest: 8639})
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "low where high is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "a change flagged is no abnormal value"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'delta', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "the unflagged result is of another test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "linked in another role"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'panel'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "no unflagged result to tell the side by"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "ended the day before the result"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 1440, stop_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "started on the day of the result"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "stopped three days later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "renewed"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Spironolactone', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199, stop_earliest: 7200, stop_latest: 8639})
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// beside LabEvent Potassium (Blood) its like of smaller id, LabEvent Potassium (Blood): without flag
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_2:LabEvent {id: 1040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n1_2)-[:REFERS_TO {role: 'test'}]->(n1_3:Concept {id: 'loinc:potassium 1', name: 'Potassium'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n1_4)-[:REFERS_TO {role: 'test'}]->(n1_3)
CREATE (n1_3)-[:INDICATES {direction: 'high'}]->(n1_5:Concept {id: 'hyperkalemia 1', name: 'hyperkalemia'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_6:Prescription {id: 1010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n1_6)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'spironolactone 1', name: 'spironolactone'})
CREATE (n1_7)-[:INDUCES]->(n1_5)
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_8:LabEvent {id: 1039, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n1_8)-[:REFERS_TO {role: 'test'}]->(n1_3)
// Potassium INDICATES hyperkalemia where it is low, not high
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'low'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'spironolactone 2', name: 'spironolactone'})
CREATE (n2_7)-[:INDUCES]->(n2_5)
// LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Potassium'
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Potassium', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n5_2)-[:REFERS_TO {role: 'test'}]->(n5_3:Concept {id: 'loinc:potassium 5', name: 'Potassium'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_3)
CREATE (n5_3)-[:INDICATES {direction: 'high'}]->(n5_5:Concept {id: 'hyperkalemia 5', name: 'hyperkalemia'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'spironolactone 5', name: 'spironolactone'})
CREATE (n5_7)-[:INDUCES]->(n5_5)
// Prescription Spironolactone: stop_earliest 4320 -> 5760
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_2:LabEvent {id: 6040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n6_2)-[:REFERS_TO {role: 'test'}]->(n6_3:Concept {id: 'loinc:potassium 6', name: 'Potassium'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_3)
CREATE (n6_3)-[:INDICATES {direction: 'high'}]->(n6_5:Concept {id: 'hyperkalemia 6', name: 'hyperkalemia'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'spironolactone 6', name: 'spironolactone'})
CREATE (n6_7)-[:INDUCES]->(n6_5)
// Potassium HAS_FINDING hyperkalemia in place of INDICATES
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_2:LabEvent {id: 7040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n7_2)-[:REFERS_TO {role: 'test'}]->(n7_3:Concept {id: 'loinc:potassium 7', name: 'Potassium'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n7_4)-[:REFERS_TO {role: 'test'}]->(n7_3)
CREATE (n7_3)-[:HAS_FINDING {direction: 'high'}]->(n7_5:Concept {id: 'hyperkalemia 7', name: 'hyperkalemia'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_6:Prescription {id: 7010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n7_6)-[:REFERS_TO {role: 'drug'}]->(n7_7:Concept {id: 'spironolactone 7', name: 'spironolactone'})
CREATE (n7_7)-[:INDUCES]->(n7_5)
// spironolactone MAY_TREAT hyperkalemia in place of INDUCES
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_2:LabEvent {id: 8040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n8_2)-[:REFERS_TO {role: 'test'}]->(n8_3:Concept {id: 'loinc:potassium 8', name: 'Potassium'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n8_4)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_3)-[:INDICATES {direction: 'high'}]->(n8_5:Concept {id: 'hyperkalemia 8', name: 'hyperkalemia'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_6:Prescription {id: 8010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n8_6)-[:REFERS_TO {role: 'drug'}]->(n8_7:Concept {id: 'spironolactone 8', name: 'spironolactone'})
CREATE (n8_7)-[:MAY_TREAT]->(n8_5)
// Potassium INDICATES something else than hyperkalemia
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_2:LabEvent {id: 10040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n10_2)-[:REFERS_TO {role: 'test'}]->(n10_3:Concept {id: 'loinc:potassium 10', name: 'Potassium'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_4:LabEvent {id: 10041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n10_4)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_3)-[:INDICATES {direction: 'high'}]->(n10_8:Concept {id: 'another hyperkalemia 10', name: 'another hyperkalemia'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_6:Prescription {id: 10010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n10_6)-[:REFERS_TO {role: 'drug'}]->(n10_7:Concept {id: 'spironolactone 10', name: 'spironolactone'})
CREATE (n10_7)-[:INDUCES]->(n10_5:Concept {id: 'hyperkalemia 10', name: 'hyperkalemia'})
// Spironolactone is of another admission
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_2:LabEvent {id: 11040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n11_2)-[:REFERS_TO {role: 'test'}]->(n11_3:Concept {id: 'loinc:potassium 11', name: 'Potassium'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_4:LabEvent {id: 11041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n11_4)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_3)-[:INDICATES {direction: 'high'}]->(n11_5:Concept {id: 'hyperkalemia 11', name: 'hyperkalemia'})
CREATE (n11_8:Admission {id: 11042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n11_6:Prescription {id: 11010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n11_6)-[:REFERS_TO {role: 'drug'}]->(n11_7:Concept {id: 'spironolactone 11', name: 'spironolactone'})
CREATE (n11_7)-[:INDUCES]->(n11_5)
// 'low where low is meant': LabEvent Potassium (Blood): valuenum 2.1 -> 4.2
CREATE (n14_0:Patient {id: 14001})-[:HAD_ADMISSION]->(n14_1:Admission {id: 14001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n14_1)-[:HAD_LAB_EVENT]->(n14_2:LabEvent {id: 14040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n14_2)-[:REFERS_TO {role: 'test'}]->(n14_3:Concept {id: 'loinc:potassium 14', name: 'Potassium'})
CREATE (n14_1)-[:HAD_LAB_EVENT]->(n14_4:LabEvent {id: 14041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n14_4)-[:REFERS_TO {role: 'test'}]->(n14_3)
CREATE (n14_3)-[:INDICATES {direction: 'low'}]->(n14_5:Concept {id: 'hyperkalemia 14', name: 'hyperkalemia'})
CREATE (n14_1)-[:HAD_PRESCRIPTION]->(n14_6:Prescription {id: 14010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n14_6)-[:REFERS_TO {role: 'drug'}]->(n14_7:Concept {id: 'spironolactone 14', name: 'spironolactone'})
CREATE (n14_7)-[:INDUCES]->(n14_5)
// 'ended the day before the result': LabEvent Potassium (Blood): earliest 3920 -> 2879
CREATE (n15_0:Patient {id: 15001})-[:HAD_ADMISSION]->(n15_1:Admission {id: 15001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_2:LabEvent {id: 15040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 2879, latest: 2879})
CREATE (n15_2)-[:REFERS_TO {role: 'test'}]->(n15_3:Concept {id: 'loinc:potassium 15', name: 'Potassium'})
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_4:LabEvent {id: 15041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n15_4)-[:REFERS_TO {role: 'test'}]->(n15_3)
CREATE (n15_3)-[:INDICATES {direction: 'high'}]->(n15_5:Concept {id: 'hyperkalemia 15', name: 'hyperkalemia'})
CREATE (n15_1)-[:HAD_PRESCRIPTION]->(n15_6:Prescription {id: 15010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 1440, stop_latest: 2879})
CREATE (n15_6)-[:REFERS_TO {role: 'drug'}]->(n15_7:Concept {id: 'spironolactone 15', name: 'spironolactone'})
CREATE (n15_7)-[:INDUCES]->(n15_5)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// LabEvent Potassium (Blood): earliest 3920 -> 2880
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 2880, latest: 2880})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_3)
CREATE (n3_3)-[:INDICATES {direction: 'high'}]->(n3_5:Concept {id: 'hyperkalemia 3', name: 'hyperkalemia'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'spironolactone 3', name: 'spironolactone'})
CREATE (n3_7)-[:INDUCES]->(n3_5)
// as it is
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n4_2)-[:REFERS_TO {role: 'test'}]->(n4_3:Concept {id: 'loinc:potassium 4', name: 'Potassium'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n4_4)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_3)-[:INDICATES {direction: 'high'}]->(n4_5:Concept {id: 'hyperkalemia 4', name: 'hyperkalemia'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'spironolactone 4', name: 'spironolactone'})
CREATE (n4_7)-[:INDUCES]->(n4_5)
// LabEvent Potassium (Blood): earliest 3920 -> 5759
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_2:LabEvent {id: 9040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 5759, latest: 5759})
CREATE (n9_2)-[:REFERS_TO {role: 'test'}]->(n9_3:Concept {id: 'loinc:potassium 9', name: 'Potassium'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_4:LabEvent {id: 9041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n9_4)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_3)-[:INDICATES {direction: 'high'}]->(n9_5:Concept {id: 'hyperkalemia 9', name: 'hyperkalemia'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_6:Prescription {id: 9010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n9_6)-[:REFERS_TO {role: 'drug'}]->(n9_7:Concept {id: 'spironolactone 9', name: 'spironolactone'})
CREATE (n9_7)-[:INDUCES]->(n9_5)
// beside LabEvent Potassium (Blood) its like of smaller id, LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Potassium'
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_2:LabEvent {id: 12040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n12_2)-[:REFERS_TO {role: 'test'}]->(n12_3:Concept {id: 'loinc:potassium 12', name: 'Potassium'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_4:LabEvent {id: 12041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n12_4)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_3)-[:INDICATES {direction: 'high'}]->(n12_5:Concept {id: 'hyperkalemia 12', name: 'hyperkalemia'})
CREATE (n12_1)-[:HAD_PRESCRIPTION]->(n12_6:Prescription {id: 12010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n12_6)-[:REFERS_TO {role: 'drug'}]->(n12_7:Concept {id: 'spironolactone 12', name: 'spironolactone'})
CREATE (n12_7)-[:INDUCES]->(n12_5)
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_8:LabEvent {id: 12039, name: 'Potassium', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n12_8)-[:REFERS_TO {role: 'test'}]->(n12_3)
// beside LabEvent Potassium (Blood) its like of smaller id, LabEvent Potassium (Blood): without valuenum
CREATE (n13_0:Patient {id: 13001})-[:HAD_ADMISSION]->(n13_1:Admission {id: 13001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_2:LabEvent {id: 13040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})
CREATE (n13_2)-[:REFERS_TO {role: 'test'}]->(n13_3:Concept {id: 'loinc:potassium 13', name: 'Potassium'})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_4:LabEvent {id: 13041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n13_4)-[:REFERS_TO {role: 'test'}]->(n13_3)
CREATE (n13_3)-[:INDICATES {direction: 'high'}]->(n13_5:Concept {id: 'hyperkalemia 13', name: 'hyperkalemia'})
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_6:Prescription {id: 13010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n13_6)-[:REFERS_TO {role: 'drug'}]->(n13_7:Concept {id: 'spironolactone 13', name: 'spironolactone'})
CREATE (n13_7)-[:INDUCES]->(n13_5)
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_8:LabEvent {id: 13039, name: 'Potassium (Blood)', itemid: 50971, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n13_8)-[:REFERS_TO {role: 'test'}]->(n13_3)
"""
expect = [
  { admission = 3001, answer = 3010 },
  { admission = 4001, answer = 4010 },
  { admission = 9001, answer = 9010 },
  { admission = 12001, answer = 12010 },
  { admission = 13001, answer = 13010 },
]

[[case]]
name   = "unflagged results without a value or of another test tell no side"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', earliest: 10, latest: 10})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 3, name: 'Platelet Count (Blood)', loinc_code: '777-3', valuenum: 15.1, earliest: 11, latest: 11})
"""
expect = [{ admission = 1, answer = 10 }]

[[case]]
name   = "the first unflagged result lies beyond the abnormal one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', valuenum: 7.1, earliest: 10, latest: 10})
"""
expect = []

[[case]]
name   = "another patient's order that ran on is no renewal"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 3920, latest: 3920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:INDUCES]->(f)
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199, stop_earliest: 8640, stop_latest: 10079})
"""
expect = [{ admission = 1, answer = 10 }]
*/
MATCH path_result = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(result:LabEvent)-[:REFERS_TO {role: 'test'}]->(kind:Concept)-[means:INDICATES]->(finding:Concept)
WHERE p.id IN $patients
MATCH path_normal = (admission)-[:HAD_LAB_EVENT]->(normal:LabEvent)
WHERE result.flag = 'abnormal' AND normal.name = result.name AND normal.flag IS NULL
  // above a value that the laboratory did not flag is above the range, below one is below it
  AND ((means.direction = 'high' AND result.valuenum > normal.valuenum) OR (means.direction = 'low' AND result.valuenum < normal.valuenum))
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(other:LabEvent) WHERE other.name = normal.name AND other.flag IS NULL AND other.valuenum IS NOT NULL AND other.id < normal.id }
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:INDUCES]->(finding)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.start_latest < result.earliest AND result.latest <= answer.stop_latest AND answer.stop_earliest - result.earliest <= 1440
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(again:Prescription) WHERE again.name = answer.name AND again.stop_latest > answer.stop_latest }
RETURN admission, answer, path_result, path_normal, path_order
