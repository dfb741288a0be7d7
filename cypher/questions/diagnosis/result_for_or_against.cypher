/*
id        = "result_for_or_against"
family    = "B1"
title     = "Whether the last result of a test speaks for or against a coded diagnosis"
decision  = "belief-update"
slots     = { admission = "Admission", test = "LabEvent", diagnosis = "Diagnosis" }
answer    = { kind = "one", label = "text" }
knowledge = ["INDICATES"]
hops      = 3
why       = "A working diagnosis is revised with each result."
source    = "What an abnormal result means: INDICATES of the starter table, with its citation in the row. Side of the range: a result flagged abnormal that lies above (below) an unflagged result of the same test is high (low), since unflagged results lie within the range."
reviewed  = ""
ask = [
  "Does the last {test} of {admission} speak for the coded diagnosis \"{diagnosis}\", being flagged abnormal in the direction that means it according to the knowledge graph, or against it, not being flagged?",
  "The diagnosis \"{diagnosis}\" is coded for {admission}. By its last {test}, does the result speak for it (flagged abnormal in the direction that means it, according to the knowledge graph) or against it (not flagged)?",
  "According to the knowledge graph, is the last {test} of {admission} for the coded diagnosis \"{diagnosis}\" (flagged abnormal in the direction that means it) or against it (not flagged)?",
]

[[case]]
name   = "normal at last"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, test = 41, diagnosis = 20, answer = "against" }]

[[case]]
name   = "another patient's later result is not the last one here"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.4, valueuom: 'mEq/L', earliest: 9000, latest: 9000})
"""
expect = [{ admission = 1, test = 41, diagnosis = 20, answer = "against" }]

[[case]]
name   = "high at last; unflagged results without a value, of another test or of another patient tell no side"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', itemid: 50971, earliest: 100, latest: 100})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 3, name: 'Platelet Count (Blood)', itemid: 51265, valuenum: 300, earliest: 100, latest: 100})
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 4, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.0, earliest: 9000, latest: 9000})
"""
expect = [{ admission = 1, test = 40, diagnosis = 20, answer = "for" }]

[[case]]
name   = "high at last, but the first unflagged result lies beyond"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', itemid: 50971, valuenum: 7.1, earliest: 100, latest: 100})
"""
expect = []

[[case]]
name   = "at last a value that was unflagged at another time"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []

[[case]]
name   = "low at last, where low is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, test = 40, diagnosis = 20, answer = "for" }]

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
expect = [{ admission = 1, test = 41, diagnosis = 20, answer = "against" }]

[[case]]
name   = "high at last"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, test = 40, diagnosis = 20, answer = "for" }]

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
name   = "low at last, where only high says something"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []
[[case]]
name   = "one thing changed, a patient each"
graph  = """
// 'high at last': (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) direction 'high' -> 'low'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'low'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_6:Diagnosis {id: 2020, name: 'Hyperpotassemia'})
CREATE (n2_6)-[:REFERS_TO {role: 'code'}]->(n2_5)
// (LabEvent Potassium (Blood))-[REFERS_TO]->(Concept Potassium) role 'test' -> 'panel'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n3_4)-[:REFERS_TO {role: 'panel'}]->(n3_3)
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
// (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_DIAGNOSIS]->(Diagnosis Hyperpotassemia) with another source
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n5_2)-[:REFERS_TO {role: 'test'}]->(n5_3:Concept {id: 'loinc:potassium 5', name: 'Potassium'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_3)
CREATE (n5_3)-[:INDICATES {direction: 'high'}]->(n5_5:Concept {id: 'hyperkalemia 5', name: 'hyperkalemia'})
CREATE (n5_7:Admission {id: 5042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_DIAGNOSIS]->(n5_6:Diagnosis {id: 5020, name: 'Hyperpotassemia'})
CREATE (n5_6)-[:REFERS_TO {role: 'code'}]->(n5_5)
// 'high at last': LabEvent Potassium (Blood): valuenum 6.1 -> 4.2
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_2:LabEvent {id: 6040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})
CREATE (n6_2)-[:REFERS_TO {role: 'test'}]->(n6_3:Concept {id: 'loinc:potassium 6', name: 'Potassium'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_3)
CREATE (n6_3)-[:INDICATES {direction: 'high'}]->(n6_5:Concept {id: 'hyperkalemia 6', name: 'hyperkalemia'})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_6:Diagnosis {id: 6020, name: 'Hyperpotassemia'})
CREATE (n6_6)-[:REFERS_TO {role: 'code'}]->(n6_5)
// 'high at last': LabEvent Potassium (Blood): flag 'abnormal' -> 'other'
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_2:LabEvent {id: 7040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'other', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})
CREATE (n7_2)-[:REFERS_TO {role: 'test'}]->(n7_3:Concept {id: 'loinc:potassium 7', name: 'Potassium'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n7_4)-[:REFERS_TO {role: 'test'}]->(n7_3)
CREATE (n7_3)-[:INDICATES {direction: 'high'}]->(n7_5:Concept {id: 'hyperkalemia 7', name: 'hyperkalemia'})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_6:Diagnosis {id: 7020, name: 'Hyperpotassemia'})
CREATE (n7_6)-[:REFERS_TO {role: 'code'}]->(n7_5)
// 'high at last': LabEvent Potassium (Blood): flag = 'abnormal'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_2:LabEvent {id: 8040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})
CREATE (n8_2)-[:REFERS_TO {role: 'test'}]->(n8_3:Concept {id: 'loinc:potassium 8', name: 'Potassium'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240, flag: 'abnormal'})
CREATE (n8_4)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_3)-[:INDICATES {direction: 'high'}]->(n8_5:Concept {id: 'hyperkalemia 8', name: 'hyperkalemia'})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_6:Diagnosis {id: 8020, name: 'Hyperpotassemia'})
CREATE (n8_6)-[:REFERS_TO {role: 'code'}]->(n8_5)
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Hyperpotassemia'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_2:LabEvent {id: 1040, name: 'Hyperpotassemia', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n1_2)-[:REFERS_TO {role: 'test'}]->(n1_3:Concept {id: 'loinc:potassium 1', name: 'Potassium'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n1_4)-[:REFERS_TO {role: 'test'}]->(n1_3)
CREATE (n1_3)-[:INDICATES {direction: 'high'}]->(n1_5:Concept {id: 'hyperkalemia 1', name: 'hyperkalemia'})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_6:Diagnosis {id: 1020, name: 'Hyperpotassemia'})
CREATE (n1_6)-[:REFERS_TO {role: 'code'}]->(n1_5)
// 'high at last': LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Hyperpotassemia'
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_2:LabEvent {id: 9040, name: 'Hyperpotassemia', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 9920, latest: 9920})
CREATE (n9_2)-[:REFERS_TO {role: 'test'}]->(n9_3:Concept {id: 'loinc:potassium 9', name: 'Potassium'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_4:LabEvent {id: 9041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n9_4)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_3)-[:INDICATES {direction: 'high'}]->(n9_5:Concept {id: 'hyperkalemia 9', name: 'hyperkalemia'})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_6:Diagnosis {id: 9020, name: 'Hyperpotassemia'})
CREATE (n9_6)-[:REFERS_TO {role: 'code'}]->(n9_5)
"""
expect = [
  { admission = 1001, test = 1041, diagnosis = 1020, answer = "against" },
  { admission = 9001, test = 9041, diagnosis = 9020, answer = "against" },
]
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
expect = [{ admission = 1, test = 41, diagnosis = 20, answer = "against" }]
*/
MATCH path_result = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(test:LabEvent)-[:REFERS_TO {role: 'test'}]->(kind:Concept)-[means:INDICATES]->(finding:Concept)
WHERE p.id IN $patients
MATCH path_code = (admission)-[:HAD_DIAGNOSIS]->(diagnosis:Diagnosis)-[:REFERS_TO {role: 'code'}]->(finding)
WHERE NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(last:LabEvent) WHERE last.name = test.name AND last.latest > test.latest }
MATCH path_normal = (admission)-[:HAD_LAB_EVENT]->(normal:LabEvent)
WHERE normal.name = test.name AND normal.flag IS NULL
  // above a value that the laboratory did not flag is above the range, below one is below it; an unflagged result needs no other
  AND ((test.flag IS NULL AND normal.id = test.id)
    OR (test.flag = 'abnormal' AND ((means.direction = 'high' AND test.valuenum > normal.valuenum) OR (means.direction = 'low' AND test.valuenum < normal.valuenum))
      AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(other:LabEvent) WHERE other.name = normal.name AND other.flag IS NULL AND other.valuenum IS NOT NULL AND other.id < normal.id }))
RETURN admission, test, diagnosis, CASE WHEN test.flag IS NULL THEN 'against' ELSE 'for' END AS answer, path_result, path_normal, path_code
