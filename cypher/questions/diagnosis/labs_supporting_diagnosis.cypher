/*
id        = "labs_supporting_diagnosis"
family    = "E1"
title     = "The lab tests whose abnormal results mean a coded diagnosis"
decision  = "diagnosis-evidence"
slots     = { admission = "Admission", diagnosis = "Diagnosis" }
answer    = { kind = "set", label = "LabEvent" }
knowledge = ["INDICATES"]
hops      = 3
why       = "A code without a result behind it is a billing artefact; the result is the evidence."
source    = "What an abnormal result means: INDICATES of the starter table, with its citation in the row. Side of the range: a result flagged abnormal that lies above (below) an unflagged result of the same test is high (low), since unflagged results lie within the range."
reviewed  = ""
ask = [
  "Counting only lab tests that also have an unflagged result in {admission} (to tell high from low), which have an abnormal result that means the coded diagnosis \"{diagnosis}\", according to the knowledge graph?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. Abnormal results of which lab tests mean it, according to the knowledge graph (only tests that also have an unflagged result in that admission count, to tell high from low)?",
  "According to the knowledge graph, which lab tests of {admission} support the coded diagnosis \"{diagnosis}\" by a result flagged abnormal in the right direction (only tests that also have an unflagged result in that admission count, to tell high from low)?",
]

[[case]]
name   = "potassium for hyperkalemia"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 40 }]

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
expect = [{ admission = 1, diagnosis = 20, answer = 40 }]

[[case]]
name   = "low where low is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, diagnosis = 20, answer = 40 }]

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
name   = "another diagnosis"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(:Concept {id: 'hypokalemia'})
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
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_6:Diagnosis {id: 1020, name: 'Hyperpotassemia'})
CREATE (n1_6)-[:REFERS_TO {role: 'code'}]->(n1_5)
// LabEvent Potassium (Blood): valuenum 6.1 -> 4.2
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'high'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_6:Diagnosis {id: 2020, name: 'Hyperpotassemia'})
CREATE (n2_6)-[:REFERS_TO {role: 'code'}]->(n2_5)
// Potassium HAS_FINDING hyperkalemia in place of INDICATES
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_3)
CREATE (n3_3)-[:HAS_FINDING {direction: 'high'}]->(n3_5:Concept {id: 'hyperkalemia 3', name: 'hyperkalemia'})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_6:Diagnosis {id: 3020, name: 'Hyperpotassemia'})
CREATE (n3_6)-[:REFERS_TO {role: 'code'}]->(n3_5)
// Hyperpotassemia is of another admission
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n4_2)-[:REFERS_TO {role: 'test'}]->(n4_3:Concept {id: 'loinc:potassium 4', name: 'Potassium'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n4_4)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_3)-[:INDICATES {direction: 'high'}]->(n4_5:Concept {id: 'hyperkalemia 4', name: 'hyperkalemia'})
CREATE (n4_7:Admission {id: 4042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n4_6:Diagnosis {id: 4020, name: 'Hyperpotassemia'})
CREATE (n4_6)-[:REFERS_TO {role: 'code'}]->(n4_5)
// 'low where low is meant': LabEvent Potassium (Blood): valuenum 2.1 -> 4.2
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n5_2)-[:REFERS_TO {role: 'test'}]->(n5_3:Concept {id: 'loinc:potassium 5', name: 'Potassium'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_3)
CREATE (n5_3)-[:INDICATES {direction: 'low'}]->(n5_5:Concept {id: 'hyperkalemia 5', name: 'hyperkalemia'})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_6:Diagnosis {id: 5020, name: 'Hyperpotassemia'})
CREATE (n5_6)-[:REFERS_TO {role: 'code'}]->(n5_5)
"""
expect = []

[[case]]
name   = "unflagged results without a value or of another test tell no side"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', earliest: 10, latest: 10})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 3, name: 'Platelet Count (Blood)', loinc_code: '777-3', valuenum: 15.1, earliest: 11, latest: 11})
"""
expect = [{ admission = 1, diagnosis = 20, answer = 40 }]

[[case]]
name   = "the first unflagged result lies beyond the abnormal one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', valuenum: 7.1, earliest: 10, latest: 10})
"""
expect = []

[[case]]
name   = "the unflagged result is another patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []

[[case]]
name   = "another patient's unflagged result beyond the abnormal one does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', itemid: 50971, valuenum: 7.1, valueuom: 'mEq/L', earliest: 100, latest: 100})
"""
expect = [{ admission = 1, diagnosis = 20, answer = 40 }]
*/
MATCH path_result = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(answer:LabEvent)-[:REFERS_TO {role: 'test'}]->(kind:Concept)-[means:INDICATES]->(finding:Concept)
WHERE p.id IN $patients
MATCH path_normal = (admission)-[:HAD_LAB_EVENT]->(normal:LabEvent)
WHERE answer.flag = 'abnormal' AND normal.name = answer.name AND normal.flag IS NULL
  // above a value that the laboratory did not flag is above the range, below one is below it
  AND ((means.direction = 'high' AND answer.valuenum > normal.valuenum) OR (means.direction = 'low' AND answer.valuenum < normal.valuenum))
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(other:LabEvent) WHERE other.name = normal.name AND other.flag IS NULL AND other.valuenum IS NOT NULL AND other.id < normal.id }
MATCH path_code = (admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(finding)
RETURN admission, diagnosis, answer, path_result, path_normal, path_code
