/*
id        = "first_evidence_of_diagnosis"
family    = "E7"
title     = "When the first abnormal result that means a coded diagnosis was taken"
decision  = "diagnosis-evidence"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "date" }
knowledge = ["INDICATES"]
hops      = 3
why       = "Codes have no time in MIMIC-III; the first result that means the diagnosis is the earliest trace of it."
source    = "What an abnormal result means: INDICATES of the starter table, with its citation in the row. Side of the range: a result flagged abnormal that lies above (below) an unflagged result of the same test is high (low), since unflagged results lie within the range."
reviewed  = ""
ask = [
  "Counting only lab tests that also have an unflagged result in {admission} (to tell high from low), when was the first abnormal result taken that means the coded diagnosis \"{diagnosis}\", according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. When was the earliest lab result taken that means it, flagged abnormal in the right direction, according to the knowledge graph (only tests that also have an unflagged result in that admission count, to tell high from low)?",
  "According to the knowledge graph, at what time does {admission} first show a lab result that is flagged abnormal in the direction that means the coded diagnosis \"{diagnosis}\" (only tests that also have an unflagged result in that admission count, to tell high from low)?",
]

[[case]]
name   = "the only high potassium"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-02 08:00:00" }]

[[case]]
name   = "the earlier of two, where low is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.9, flag: 'abnormal', charttime: '2150-05-01 10:00:00', earliest: 600, latest: 600})-[:REFERS_TO {role: 'test'}]->(t)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-01 10:00:00" }]

[[case]]
name   = "where low is meant, an earlier high result and one that was unflagged at another time are no evidence"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, flag: 'abnormal', charttime: '2150-05-01 10:00:00', earliest: 600, latest: 600})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 43, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, flag: 'abnormal', charttime: '2150-05-01 11:00:00', earliest: 660, latest: 660})-[:REFERS_TO {role: 'test'}]->(t)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-02 08:00:00" }]

[[case]]
name   = "another patient has a level within the range, and another test says something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.4, flag: 'abnormal', charttime: '2150-05-01 10:00:00', earliest: 600, latest: 600})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 43, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 4.0, earliest: 700, latest: 700})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 44, name: 'Sodium (Blood)', itemid: 50983, valuenum: 152, flag: 'abnormal', charttime: '2150-05-01 10:00:00', earliest: 600, latest: 600})-[:REFERS_TO {role: 'test'}]->(:Concept {id: 'loinc:sodium', name: 'Sodium'})-[:INDICATES {direction: 'high'}]->(:Concept {id: 'hypernatremia', name: 'hypernatremia'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 45, name: 'Sodium (Blood)', itemid: 50983, valuenum: 140, earliest: 700, latest: 700})
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-02 08:00:00" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 120, name: 'only in its group'})-[:REFERS_TO {role: 'group'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-02 08:00:00" }]

[[case]]
name   = "low where low is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-02 08:00:00" }]

[[case]]
name   = "what is no earlier evidence"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 43, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 44, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})-[:REFERS_TO {role: 'test'}]->(:Concept {id: 'loinc:whole blood potassium'})-[:INDICATES {direction: 'high'}]->(f)
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-02 08:00:00" }]

[[case]]
name   = "the earlier of two"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = "2150-05-01 08:00:00" }]

[[case]]
name   = "low where high is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []

[[case]]
name   = "a change flagged is no abnormal value"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'delta', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []

[[case]]
name   = "the unflagged result is of another test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []

[[case]]
name   = "linked in another role"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'panel'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []

[[case]]
name   = "no unflagged result to tell the side by"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []
[[case]]
name   = "one thing changed, a patient each"
graph  = """
// (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) direction 'high' -> 'low'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_2:LabEvent {id: 1040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n1_2)-[:REFERS_TO {role: 'test'}]->(n1_3:Concept {id: 'loinc:potassium 1', name: 'Potassium'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n1_4)-[:REFERS_TO {role: 'test'}]->(n1_3)
CREATE (n1_3)-[:INDICATES {direction: 'low'}]->(n1_5:Concept {id: 'hyperkalemia 1', name: 'hyperkalemia'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_6:Diagnosis {id: 1020, name: 'Hyperpotassemia'})
CREATE (n1_6)-[:REFERS_TO {role: 'code'}]->(n1_5)
// 'what is no earlier evidence': LabEvent Potassium (Blood): valuenum 4.2 -> 6.1
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'high'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_6:LabEvent {id: 2042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n2_6)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_7:LabEvent {id: 2043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n2_7)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_8:LabEvent {id: 2044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n2_8)-[:REFERS_TO {role: 'test'}]->(n2_9:Concept {id: 'loinc:whole blood potassium 2'})
CREATE (n2_9)-[:INDICATES {direction: 'high'}]->(n2_5)
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_10:Diagnosis {id: 2020, name: 'Hyperpotassemia'})
CREATE (n2_10)-[:REFERS_TO {role: 'code'}]->(n2_5)
// LabEvent Potassium (Blood): valuenum 6.1 -> 4.2
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_3)
CREATE (n3_3)-[:INDICATES {direction: 'high'}]->(n3_5:Concept {id: 'hyperkalemia 3', name: 'hyperkalemia'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_6:Diagnosis {id: 3020, name: 'Hyperpotassemia'})
CREATE (n3_6)-[:REFERS_TO {role: 'code'}]->(n3_5)
// (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) as MAY_TREAT
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n4_2)-[:REFERS_TO {role: 'test'}]->(n4_3:Concept {id: 'loinc:potassium 4', name: 'Potassium'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n4_4)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_3)-[:MAY_TREAT {direction: 'high'}]->(n4_5:Concept {id: 'hyperkalemia 4', name: 'hyperkalemia'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_6:Diagnosis {id: 4020, name: 'Hyperpotassemia'})
CREATE (n4_6)-[:REFERS_TO {role: 'code'}]->(n4_5)
// (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) with another target
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n5_2)-[:REFERS_TO {role: 'test'}]->(n5_3:Concept {id: 'loinc:potassium 5', name: 'Potassium'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_3)
CREATE (n5_3)-[:INDICATES {direction: 'high'}]->(n5_7:Concept {id: 'another hyperkalemia 5', name: 'another hyperkalemia'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_6:Diagnosis {id: 5020, name: 'Hyperpotassemia'})
CREATE (n5_6)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'hyperkalemia 5', name: 'hyperkalemia'})
// (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_DIAGNOSIS]->(Diagnosis Hyperpotassemia) with another source
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_2:LabEvent {id: 6040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n6_2)-[:REFERS_TO {role: 'test'}]->(n6_3:Concept {id: 'loinc:potassium 6', name: 'Potassium'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_3)
CREATE (n6_3)-[:INDICATES {direction: 'high'}]->(n6_5:Concept {id: 'hyperkalemia 6', name: 'hyperkalemia'})
CREATE (n6_7:Admission {id: 6042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n6_6:Diagnosis {id: 6020, name: 'Hyperpotassemia'})
CREATE (n6_6)-[:REFERS_TO {role: 'code'}]->(n6_5)
// 'low where low is meant': LabEvent Potassium (Blood): valuenum 2.1 -> 4.2
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_2:LabEvent {id: 7040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n7_2)-[:REFERS_TO {role: 'test'}]->(n7_3:Concept {id: 'loinc:potassium 7', name: 'Potassium'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n7_4)-[:REFERS_TO {role: 'test'}]->(n7_3)
CREATE (n7_3)-[:INDICATES {direction: 'low'}]->(n7_5:Concept {id: 'hyperkalemia 7', name: 'hyperkalemia'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_6:Diagnosis {id: 7020, name: 'Hyperpotassemia'})
CREATE (n7_6)-[:REFERS_TO {role: 'code'}]->(n7_5)
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// 'the earlier of two': (LabEvent Potassium (Blood))-[REFERS_TO]->(Concept Potassium) role 'test' -> 'panel'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_2:LabEvent {id: 8040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n8_2)-[:REFERS_TO {role: 'test'}]->(n8_3:Concept {id: 'loinc:potassium 8', name: 'Potassium'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n8_4)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_5:LabEvent {id: 8042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n8_5)-[:REFERS_TO {role: 'panel'}]->(n8_3)
CREATE (n8_3)-[:INDICATES {direction: 'high'}]->(n8_6:Concept {id: 'hyperkalemia 8', name: 'hyperkalemia'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_7:Diagnosis {id: 8020, name: 'Hyperpotassemia'})
CREATE (n8_7)-[:REFERS_TO {role: 'code'}]->(n8_6)
// 'what is no earlier evidence': LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Hyperpotassemia'
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_2:LabEvent {id: 9040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n9_2)-[:REFERS_TO {role: 'test'}]->(n9_3:Concept {id: 'loinc:potassium 9', name: 'Potassium'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_4:LabEvent {id: 9041, name: 'Hyperpotassemia', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n9_4)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_3)-[:INDICATES {direction: 'high'}]->(n9_5:Concept {id: 'hyperkalemia 9', name: 'hyperkalemia'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_6:LabEvent {id: 9042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n9_6)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_7:LabEvent {id: 9043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n9_7)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_8:LabEvent {id: 9044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n9_8)-[:REFERS_TO {role: 'test'}]->(n9_9:Concept {id: 'loinc:whole blood potassium 9'})
CREATE (n9_9)-[:INDICATES {direction: 'high'}]->(n9_5)
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_10:Diagnosis {id: 9020, name: 'Hyperpotassemia'})
CREATE (n9_10)-[:REFERS_TO {role: 'code'}]->(n9_5)
// 'what is no earlier evidence': LabEvent Potassium (Blood): valuenum 4.2 -> 2.0
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_2:LabEvent {id: 10040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n10_2)-[:REFERS_TO {role: 'test'}]->(n10_3:Concept {id: 'loinc:potassium 10', name: 'Potassium'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_4:LabEvent {id: 10041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n10_4)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_3)-[:INDICATES {direction: 'high'}]->(n10_5:Concept {id: 'hyperkalemia 10', name: 'hyperkalemia'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_6:LabEvent {id: 10042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n10_6)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_7:LabEvent {id: 10043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n10_7)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_8:LabEvent {id: 10044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n10_8)-[:REFERS_TO {role: 'test'}]->(n10_9:Concept {id: 'loinc:whole blood potassium 10'})
CREATE (n10_9)-[:INDICATES {direction: 'high'}]->(n10_5)
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_10:Diagnosis {id: 10020, name: 'Hyperpotassemia'})
CREATE (n10_10)-[:REFERS_TO {role: 'code'}]->(n10_5)
// 'what is no earlier evidence': LabEvent Potassium (Blood): without valuenum
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_2:LabEvent {id: 11040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n11_2)-[:REFERS_TO {role: 'test'}]->(n11_3:Concept {id: 'loinc:potassium 11', name: 'Potassium'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_4:LabEvent {id: 11041, name: 'Potassium (Blood)', itemid: 50971, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n11_4)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_3)-[:INDICATES {direction: 'high'}]->(n11_5:Concept {id: 'hyperkalemia 11', name: 'hyperkalemia'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_6:LabEvent {id: 11042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n11_6)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_7:LabEvent {id: 11043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n11_7)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_8:LabEvent {id: 11044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n11_8)-[:REFERS_TO {role: 'test'}]->(n11_9:Concept {id: 'loinc:whole blood potassium 11'})
CREATE (n11_9)-[:INDICATES {direction: 'high'}]->(n11_5)
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_10:Diagnosis {id: 11020, name: 'Hyperpotassemia'})
CREATE (n11_10)-[:REFERS_TO {role: 'code'}]->(n11_5)
// 'what is no earlier evidence': LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Potassium, Whole Blood'
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_2:LabEvent {id: 12040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n12_2)-[:REFERS_TO {role: 'test'}]->(n12_3:Concept {id: 'loinc:potassium 12', name: 'Potassium'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_4:LabEvent {id: 12041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n12_4)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_3)-[:INDICATES {direction: 'high'}]->(n12_5:Concept {id: 'hyperkalemia 12', name: 'hyperkalemia'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_6:LabEvent {id: 12042, name: 'Potassium, Whole Blood', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n12_6)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_7:LabEvent {id: 12043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n12_7)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_8:LabEvent {id: 12044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n12_8)-[:REFERS_TO {role: 'test'}]->(n12_9:Concept {id: 'loinc:whole blood potassium 12'})
CREATE (n12_9)-[:INDICATES {direction: 'high'}]->(n12_5)
CREATE (n12_1)-[:HAD_DIAGNOSIS]->(n12_10:Diagnosis {id: 12020, name: 'Hyperpotassemia'})
CREATE (n12_10)-[:REFERS_TO {role: 'code'}]->(n12_5)
// 'the earlier of two': (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_LAB_EVENT]->(LabEvent Potassium (Blood)) with another source
CREATE (n13_0:Patient {id: 13001})-[:HAD_ADMISSION]->(n13_1:Admission {id: 13001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_2:LabEvent {id: 13040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n13_2)-[:REFERS_TO {role: 'test'}]->(n13_3:Concept {id: 'loinc:potassium 13', name: 'Potassium'})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_4:LabEvent {id: 13041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n13_4)-[:REFERS_TO {role: 'test'}]->(n13_3)
CREATE (n13_8:Admission {id: 13043, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_LAB_EVENT]->(n13_5:LabEvent {id: 13042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n13_5)-[:REFERS_TO {role: 'test'}]->(n13_3)
CREATE (n13_3)-[:INDICATES {direction: 'high'}]->(n13_6:Concept {id: 'hyperkalemia 13', name: 'hyperkalemia'})
CREATE (n13_1)-[:HAD_DIAGNOSIS]->(n13_7:Diagnosis {id: 13020, name: 'Hyperpotassemia'})
CREATE (n13_7)-[:REFERS_TO {role: 'code'}]->(n13_6)
"""
expect = [
  { admission = 8001, diagnosis = 8020, answer = "2150-05-02 08:00:00" },
  { admission = 9001, diagnosis = 9020, answer = "2150-05-02 08:00:00" },
  { admission = 10001, diagnosis = 10020, answer = "2150-05-02 08:00:00" },
  { admission = 11001, diagnosis = 11020, answer = "2150-05-02 08:00:00" },
  { admission = 12001, diagnosis = 12020, answer = "2150-05-02 08:00:00" },
  { admission = 13001, diagnosis = 13020, answer = "2150-05-02 08:00:00" },
]
[[case]]
name   = "one thing changed, a patient each: more of them"
graph  = """
// 'what is no earlier evidence': LabEvent Potassium (Blood): valuenum 4.2 -> 6.1
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_2:LabEvent {id: 1040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n1_2)-[:REFERS_TO {role: 'test'}]->(n1_3:Concept {id: 'loinc:potassium 1', name: 'Potassium'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n1_4)-[:REFERS_TO {role: 'test'}]->(n1_3)
CREATE (n1_3)-[:INDICATES {direction: 'high'}]->(n1_5:Concept {id: 'hyperkalemia 1', name: 'hyperkalemia'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_6:LabEvent {id: 1042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n1_6)-[:REFERS_TO {role: 'test'}]->(n1_3)
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_7:LabEvent {id: 1043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n1_7)-[:REFERS_TO {role: 'test'}]->(n1_3)
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_8:LabEvent {id: 1044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n1_8)-[:REFERS_TO {role: 'test'}]->(n1_9:Concept {id: 'loinc:whole blood potassium 1'})
CREATE (n1_9)-[:INDICATES {direction: 'high'}]->(n1_5)
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_10:Diagnosis {id: 1020, name: 'Hyperpotassemia'})
CREATE (n1_10)-[:REFERS_TO {role: 'code'}]->(n1_5)
// LabEvent Potassium (Blood): valuenum 6.1 -> 4.2
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'high'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_6:Diagnosis {id: 2020, name: 'Hyperpotassemia'})
CREATE (n2_6)-[:REFERS_TO {role: 'code'}]->(n2_5)
// 'low where low is meant': LabEvent Potassium (Blood): valuenum 2.1 -> 4.2
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_3)
CREATE (n3_3)-[:INDICATES {direction: 'low'}]->(n3_5:Concept {id: 'hyperkalemia 3', name: 'hyperkalemia'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_6:Diagnosis {id: 3020, name: 'Hyperpotassemia'})
CREATE (n3_6)-[:REFERS_TO {role: 'code'}]->(n3_5)
// 'low where low is meant': (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) as MAY_TREAT
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n4_2)-[:REFERS_TO {role: 'test'}]->(n4_3:Concept {id: 'loinc:potassium 4', name: 'Potassium'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n4_4)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_3)-[:MAY_TREAT {direction: 'low'}]->(n4_5:Concept {id: 'hyperkalemia 4', name: 'hyperkalemia'})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_6:Diagnosis {id: 4020, name: 'Hyperpotassemia'})
CREATE (n4_6)-[:REFERS_TO {role: 'code'}]->(n4_5)
// 'low where low is meant': (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) with another target
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n5_2)-[:REFERS_TO {role: 'test'}]->(n5_3:Concept {id: 'loinc:potassium 5', name: 'Potassium'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_3)
CREATE (n5_3)-[:INDICATES {direction: 'low'}]->(n5_7:Concept {id: 'another hyperkalemia 5', name: 'another hyperkalemia'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_6:Diagnosis {id: 5020, name: 'Hyperpotassemia'})
CREATE (n5_6)-[:REFERS_TO {role: 'code'}]->(n5_5:Concept {id: 'hyperkalemia 5', name: 'hyperkalemia'})
// 'low where low is meant': (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_DIAGNOSIS]->(Diagnosis Hyperpotassemia) with another source
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_2:LabEvent {id: 6040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n6_2)-[:REFERS_TO {role: 'test'}]->(n6_3:Concept {id: 'loinc:potassium 6', name: 'Potassium'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_3)
CREATE (n6_3)-[:INDICATES {direction: 'low'}]->(n6_5:Concept {id: 'hyperkalemia 6', name: 'hyperkalemia'})
CREATE (n6_7:Admission {id: 6042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n6_6:Diagnosis {id: 6020, name: 'Hyperpotassemia'})
CREATE (n6_6)-[:REFERS_TO {role: 'code'}]->(n6_5)
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each: more of them"
graph  = """
// 'the earlier of two': (LabEvent Potassium (Blood))-[REFERS_TO]->(Concept Potassium) role 'test' -> 'panel'
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_2:LabEvent {id: 7040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n7_2)-[:REFERS_TO {role: 'test'}]->(n7_3:Concept {id: 'loinc:potassium 7', name: 'Potassium'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n7_4)-[:REFERS_TO {role: 'test'}]->(n7_3)
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_5:LabEvent {id: 7042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n7_5)-[:REFERS_TO {role: 'panel'}]->(n7_3)
CREATE (n7_3)-[:INDICATES {direction: 'high'}]->(n7_6:Concept {id: 'hyperkalemia 7', name: 'hyperkalemia'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_7:Diagnosis {id: 7020, name: 'Hyperpotassemia'})
CREATE (n7_7)-[:REFERS_TO {role: 'code'}]->(n7_6)
// 'what is no earlier evidence': LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Hyperpotassemia'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_2:LabEvent {id: 8040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n8_2)-[:REFERS_TO {role: 'test'}]->(n8_3:Concept {id: 'loinc:potassium 8', name: 'Potassium'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8041, name: 'Hyperpotassemia', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n8_4)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_3)-[:INDICATES {direction: 'high'}]->(n8_5:Concept {id: 'hyperkalemia 8', name: 'hyperkalemia'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_6:LabEvent {id: 8042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n8_6)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_7:LabEvent {id: 8043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n8_7)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_8:LabEvent {id: 8044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n8_8)-[:REFERS_TO {role: 'test'}]->(n8_9:Concept {id: 'loinc:whole blood potassium 8'})
CREATE (n8_9)-[:INDICATES {direction: 'high'}]->(n8_5)
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_10:Diagnosis {id: 8020, name: 'Hyperpotassemia'})
CREATE (n8_10)-[:REFERS_TO {role: 'code'}]->(n8_5)
// 'what is no earlier evidence': LabEvent Potassium (Blood): valuenum 4.2 -> 2.0
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_2:LabEvent {id: 9040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n9_2)-[:REFERS_TO {role: 'test'}]->(n9_3:Concept {id: 'loinc:potassium 9', name: 'Potassium'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_4:LabEvent {id: 9041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n9_4)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_3)-[:INDICATES {direction: 'high'}]->(n9_5:Concept {id: 'hyperkalemia 9', name: 'hyperkalemia'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_6:LabEvent {id: 9042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n9_6)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_7:LabEvent {id: 9043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n9_7)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_8:LabEvent {id: 9044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n9_8)-[:REFERS_TO {role: 'test'}]->(n9_9:Concept {id: 'loinc:whole blood potassium 9'})
CREATE (n9_9)-[:INDICATES {direction: 'high'}]->(n9_5)
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_10:Diagnosis {id: 9020, name: 'Hyperpotassemia'})
CREATE (n9_10)-[:REFERS_TO {role: 'code'}]->(n9_5)
// 'what is no earlier evidence': LabEvent Potassium (Blood): without valuenum
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_2:LabEvent {id: 10040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n10_2)-[:REFERS_TO {role: 'test'}]->(n10_3:Concept {id: 'loinc:potassium 10', name: 'Potassium'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_4:LabEvent {id: 10041, name: 'Potassium (Blood)', itemid: 50971, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n10_4)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_3)-[:INDICATES {direction: 'high'}]->(n10_5:Concept {id: 'hyperkalemia 10', name: 'hyperkalemia'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_6:LabEvent {id: 10042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n10_6)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_7:LabEvent {id: 10043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n10_7)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_8:LabEvent {id: 10044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n10_8)-[:REFERS_TO {role: 'test'}]->(n10_9:Concept {id: 'loinc:whole blood potassium 10'})
CREATE (n10_9)-[:INDICATES {direction: 'high'}]->(n10_5)
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_10:Diagnosis {id: 10020, name: 'Hyperpotassemia'})
CREATE (n10_10)-[:REFERS_TO {role: 'code'}]->(n10_5)
// 'what is no earlier evidence': LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Potassium, Whole Blood'
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_2:LabEvent {id: 11040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n11_2)-[:REFERS_TO {role: 'test'}]->(n11_3:Concept {id: 'loinc:potassium 11', name: 'Potassium'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_4:LabEvent {id: 11041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n11_4)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_3)-[:INDICATES {direction: 'high'}]->(n11_5:Concept {id: 'hyperkalemia 11', name: 'hyperkalemia'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_6:LabEvent {id: 11042, name: 'Potassium, Whole Blood', itemid: 50971, valuenum: 2.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 07:00:00', earliest: 420, latest: 420})
CREATE (n11_6)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_7:LabEvent {id: 11043, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.5, valueuom: 'mEq/L', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n11_7)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_8:LabEvent {id: 11044, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 6.0, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 09:00:00', earliest: 540, latest: 540})
CREATE (n11_8)-[:REFERS_TO {role: 'test'}]->(n11_9:Concept {id: 'loinc:whole blood potassium 11'})
CREATE (n11_9)-[:INDICATES {direction: 'high'}]->(n11_5)
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_10:Diagnosis {id: 11020, name: 'Hyperpotassemia'})
CREATE (n11_10)-[:REFERS_TO {role: 'code'}]->(n11_5)
// 'the earlier of two': (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_LAB_EVENT]->(LabEvent Potassium (Blood)) with another source
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_2:LabEvent {id: 12040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n12_2)-[:REFERS_TO {role: 'test'}]->(n12_3:Concept {id: 'loinc:potassium 12', name: 'Potassium'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_4:LabEvent {id: 12041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n12_4)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_8:Admission {id: 12043, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_LAB_EVENT]->(n12_5:LabEvent {id: 12042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-01 08:00:00', earliest: 480, latest: 480})
CREATE (n12_5)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_3)-[:INDICATES {direction: 'high'}]->(n12_6:Concept {id: 'hyperkalemia 12', name: 'hyperkalemia'})
CREATE (n12_1)-[:HAD_DIAGNOSIS]->(n12_7:Diagnosis {id: 12020, name: 'Hyperpotassemia'})
CREATE (n12_7)-[:REFERS_TO {role: 'code'}]->(n12_6)
"""
expect = [
  { admission = 7001, diagnosis = 7020, answer = "2150-05-02 08:00:00" },
  { admission = 8001, diagnosis = 8020, answer = "2150-05-02 08:00:00" },
  { admission = 9001, diagnosis = 9020, answer = "2150-05-02 08:00:00" },
  { admission = 10001, diagnosis = 10020, answer = "2150-05-02 08:00:00" },
  { admission = 11001, diagnosis = 11020, answer = "2150-05-02 08:00:00" },
  { admission = 12001, diagnosis = 12020, answer = "2150-05-02 08:00:00" },
]
*/
MATCH path_result = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(result:LabEvent)-[:REFERS_TO {role: 'test'}]->(kind:Concept)-[means:INDICATES]->(finding:Concept)
WHERE p.id IN $patients AND result.flag = 'abnormal'
MATCH path_code = (admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(finding)
MATCH path_normal = (admission)-[:HAD_LAB_EVENT]->(normal:LabEvent)
WHERE normal.name = result.name AND normal.flag IS NULL
  // above a value that the laboratory did not flag is above the range, below one is below it
  AND ((means.direction = 'high' AND result.valuenum > normal.valuenum) OR (means.direction = 'low' AND result.valuenum < normal.valuenum))
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(other:LabEvent) WHERE other.name = normal.name AND other.flag IS NULL AND other.valuenum IS NOT NULL AND other.id < normal.id }
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(sooner:LabEvent) WHERE sooner.flag = 'abnormal' AND sooner.earliest < result.earliest
                   AND EXISTS { (sooner)-[:REFERS_TO {role: 'test'}]->(:Concept)-[also:INDICATES]->(finding)
                                WHERE EXISTS { (admission)-[:HAD_LAB_EVENT]->(usual:LabEvent) WHERE usual.name = sooner.name AND usual.flag IS NULL
                                               AND ((also.direction = 'high' AND sooner.valuenum > usual.valuenum) OR (also.direction = 'low' AND sooner.valuenum < usual.valuenum)) } } }
RETURN admission, diagnosis, result.charttime AS answer, path_result, path_normal, path_code
