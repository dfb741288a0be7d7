/*
id        = "order_against_lab_finding"
family    = "A2"
title     = "The orders contraindicated with what an abnormal lab means"
decision  = "contraindication"
slots     = { admission = "Admission", test = "LabEvent" }
answer    = { kind = "set", label = "Prescription" }
knowledge = ["CONTRAINDICATED_WITH", "INDICATES"]
hops      = 4
why       = "A lab can forbid a drug before any diagnosis is coded."
source    = "What an abnormal result means: INDICATES of the starter table, with its citation in the row. Side of the range: a result flagged abnormal that lies above (below) an unflagged result of the same test is high (low), since unflagged results lie within the range. A contraindication as a source states it: MED-RT contraindicated_with_disease (UMLS), or the Contraindications section of the FDA-approved label cited in the starter table. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Which drugs ordered over the day of an abnormal {test} in {admission} (diluents, flushes and drugs for local use aside) are contraindicated, according to the knowledge graph, with what that result means, high being told from low by an unflagged result of the same test in that admission?",
  "An abnormal {test} in {admission} means a condition, high being told from low by an unflagged result of the same test in that admission. Which drugs whose orders cover that day (diluents, flushes and drugs for local use aside) are contraindicated with it, according to the knowledge graph?",
  "According to the knowledge graph, which drugs whose orders in {admission} cover the day of an abnormal {test} (diluents, flushes and drugs for local use aside) are contraindicated with the condition that it means, high being told from low by an unflagged result of the same test in that admission?",
]

[[case]]
name   = "spironolactone and high potassium"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = [{ admission = 1, test = 40, answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Spironolactone', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Spironolactone Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, test = 40, answer = 10 }]

[[case]]
name   = "low where low is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = [{ admission = 1, test = 40, answer = 10 }]

[[case]]
name   = "low where high is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []

[[case]]
name   = "a change flagged is no abnormal value"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'delta', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []

[[case]]
name   = "the unflagged result is of another test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []

[[case]]
name   = "linked in another role"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'panel'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []

[[case]]
name   = "no unflagged result to tell the side by"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []

[[case]]
name   = "ended before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439, stop_earliest: 0, stop_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []

[[case]]
name   = "ordered later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []

[[case]]
name   = "treats it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = []

[[case]]
name   = "unflagged results without a value or of another test tell no side"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', earliest: 10, latest: 10})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 3, name: 'Platelet Count (Blood)', loinc_code: '777-3', valuenum: 15.1, earliest: 11, latest: 11})
"""
expect = [{ admission = 1, test = 40, answer = 10 }]

[[case]]
name   = "the first unflagged result lies beyond the abnormal one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', valuenum: 7.1, earliest: 10, latest: 10})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Potassium INDICATES hyperkalemia where it is low, not high
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_2:LabEvent {id: 1040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n1_2)-[:REFERS_TO {role: 'test'}]->(n1_3:Concept {id: 'loinc:potassium 1', name: 'Potassium'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n1_4)-[:REFERS_TO {role: 'test'}]->(n1_3)
CREATE (n1_3)-[:INDICATES {direction: 'low'}]->(n1_5:Concept {id: 'hyperkalemia 1', name: 'hyperkalemia'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_6:Prescription {id: 1010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n1_6)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'spironolactone 1', name: 'spironolactone'})
CREATE (n1_7)-[:CONTRAINDICATED_WITH]->(n1_5)
// LabEvent Potassium (Blood): valuenum 6.1 -> 4.2
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'high'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'spironolactone 2', name: 'spironolactone'})
CREATE (n2_7)-[:CONTRAINDICATED_WITH]->(n2_5)
// Potassium HAS_FINDING hyperkalemia in place of INDICATES
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_3)
CREATE (n3_3)-[:HAS_FINDING {direction: 'high'}]->(n3_5:Concept {id: 'hyperkalemia 3', name: 'hyperkalemia'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'spironolactone 3', name: 'spironolactone'})
CREATE (n3_7)-[:CONTRAINDICATED_WITH]->(n3_5)
// Potassium INDICATES something else than hyperkalemia
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_2:LabEvent {id: 6040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n6_2)-[:REFERS_TO {role: 'test'}]->(n6_3:Concept {id: 'loinc:potassium 6', name: 'Potassium'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_3)
CREATE (n6_3)-[:INDICATES {direction: 'high'}]->(n6_8:Concept {id: 'another hyperkalemia 6', name: 'another hyperkalemia'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'spironolactone 6', name: 'spironolactone'})
CREATE (n6_7)-[:CONTRAINDICATED_WITH]->(n6_5:Concept {id: 'hyperkalemia 6', name: 'hyperkalemia'})
// Spironolactone is of another admission
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_2:LabEvent {id: 7040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n7_2)-[:REFERS_TO {role: 'test'}]->(n7_3:Concept {id: 'loinc:potassium 7', name: 'Potassium'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n7_4)-[:REFERS_TO {role: 'test'}]->(n7_3)
CREATE (n7_3)-[:INDICATES {direction: 'high'}]->(n7_5:Concept {id: 'hyperkalemia 7', name: 'hyperkalemia'})
CREATE (n7_8:Admission {id: 7042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n7_6:Prescription {id: 7010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n7_6)-[:REFERS_TO {role: 'drug'}]->(n7_7:Concept {id: 'spironolactone 7', name: 'spironolactone'})
CREATE (n7_7)-[:CONTRAINDICATED_WITH]->(n7_5)
// 'low where low is meant': LabEvent Potassium (Blood): valuenum 2.1 -> 4.2
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_2:LabEvent {id: 8040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n8_2)-[:REFERS_TO {role: 'test'}]->(n8_3:Concept {id: 'loinc:potassium 8', name: 'Potassium'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n8_4)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_3)-[:INDICATES {direction: 'low'}]->(n8_5:Concept {id: 'hyperkalemia 8', name: 'hyperkalemia'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_6:Prescription {id: 8010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n8_6)-[:REFERS_TO {role: 'drug'}]->(n8_7:Concept {id: 'spironolactone 8', name: 'spironolactone'})
CREATE (n8_7)-[:CONTRAINDICATED_WITH]->(n8_5)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// LabEvent Potassium (Blood): earliest 1920 -> 1440
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1440, latest: 1440})
CREATE (n4_2)-[:REFERS_TO {role: 'test'}]->(n4_3:Concept {id: 'loinc:potassium 4', name: 'Potassium'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n4_4)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_3)-[:INDICATES {direction: 'high'}]->(n4_5:Concept {id: 'hyperkalemia 4', name: 'hyperkalemia'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_6:Prescription {id: 4010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n4_6)-[:REFERS_TO {role: 'drug'}]->(n4_7:Concept {id: 'spironolactone 4', name: 'spironolactone'})
CREATE (n4_7)-[:CONTRAINDICATED_WITH]->(n4_5)
// LabEvent Potassium (Blood): earliest 1920 -> 5759
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 5759, latest: 5759})
CREATE (n5_2)-[:REFERS_TO {role: 'test'}]->(n5_3:Concept {id: 'loinc:potassium 5', name: 'Potassium'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_3)
CREATE (n5_3)-[:INDICATES {direction: 'high'}]->(n5_5:Concept {id: 'hyperkalemia 5', name: 'hyperkalemia'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5010, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'spironolactone 5', name: 'spironolactone'})
CREATE (n5_7)-[:CONTRAINDICATED_WITH]->(n5_5)
"""
expect = [
  { admission = 4001, test = 4040, answer = 4010 },
  { admission = 5001, test = 5040, answer = 5010 },
]

[[case]]
name   = "the unflagged result is another patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Spironolactone', drug: 'Spironolactone', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'spironolactone', name: 'spironolactone'})
CREATE (c)-[:CONTRAINDICATED_WITH]->(f)
"""
expect = []
*/
MATCH path_result = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(test:LabEvent)-[:REFERS_TO {role: 'test'}]->(kind:Concept)-[means:INDICATES]->(finding:Concept)
WHERE p.id IN $patients
MATCH path_normal = (admission)-[:HAD_LAB_EVENT]->(normal:LabEvent)
WHERE test.flag = 'abnormal' AND normal.name = test.name AND normal.flag IS NULL
  // above a value that the laboratory did not flag is above the range, below one is below it
  AND ((means.direction = 'high' AND test.valuenum > normal.valuenum) OR (means.direction = 'low' AND test.valuenum < normal.valuenum))
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(other:LabEvent) WHERE other.name = normal.name AND other.flag IS NULL AND other.valuenum IS NOT NULL AND other.id < normal.id }
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:CONTRAINDICATED_WITH]->(finding)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND answer.start_earliest <= test.latest AND test.earliest <= answer.stop_latest
RETURN admission, test, answer, path_result, path_normal, path_order
