/*
id        = "uncoded_lab_finding"
family    = "V5"
title     = "What abnormal labs mean and no code says"
decision  = "coding-discrepancy"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "Concept" }
knowledge = ["INDICATES", "ISA"]
hops      = 3
why       = "Undercoded findings distort severity and payment; labs show them."
source    = "What an abnormal result means: INDICATES of the starter table, with its citation in the row. Side of the range: a result flagged abnormal that lies above (below) an unflagged result of the same test is high (low), since unflagged results lie within the range."
reviewed  = ""
ask = [
  "Counting only lab tests that also have an unflagged result in {admission} (to tell high from low), which conditions do abnormal results mean, according to the knowledge graph, that no coded diagnosis stands for, not even in a form wider or narrower by up to two levels of the disease hierarchy?",
  "According to the knowledge graph, which conditions shown by abnormal labs of {admission} are missing among its coded diagnoses, even when forms wider or narrower by up to two levels of the disease hierarchy are counted (only tests that also have an unflagged result in that admission count, to tell high from low)?",
  "Abnormal labs of {admission} mean certain conditions according to the knowledge graph (only tests that also have an unflagged result in that admission count, to tell high from low): which of these have no coded diagnosis, nor one that is wider or narrower by up to two levels of the disease hierarchy?",
]

[[case]]
name   = "high potassium, no code"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = [{ admission = 1, answer = "hyperkalemia" }]

[[case]]
name   = "another patient's unflagged result beyond the abnormal one does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', itemid: 50971, valuenum: 7.1, valueuom: 'mEq/L', earliest: 100, latest: 100})
"""
expect = [{ admission = 1, answer = "hyperkalemia" }]

[[case]]
name   = "the unflagged result is another patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = []

[[case]]
name   = "none of these is a code for it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 July 2150 to 4 July 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
// three levels wider, three levels narrower
CREATE (f)-[:ISA]->(:Concept {id: 'electrolyte disorder'})-[:ISA]->(:Concept {id: 'metabolic disease'})-[:ISA]->(:Concept {id: 'disease'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 20})<-[:HAD_DIAGNOSIS]-(a)
CREATE (f)<-[:ISA]-(:Concept {id: 'acute hyperkalemia'})<-[:ISA]-(:Concept {id: 'drug-induced hyperkalemia'})<-[:ISA]-(:Concept {id: 'hyperkalemia by potassium'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 21})<-[:HAD_DIAGNOSIS]-(a)
// what it is due to, and what is due to it
CREATE (f)-[:DUE_TO]->(:Concept {id: 'renal failure'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 22})<-[:HAD_DIAGNOSIS]-(a)
CREATE (f)<-[:DUE_TO]-(:Concept {id: 'bradycardia'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 23})<-[:HAD_DIAGNOSIS]-(a)
// coded for another admission
CREATE (b)-[:HAD_DIAGNOSIS]->(:Diagnosis {id: 24})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = [{ admission = 1, answer = "hyperkalemia" }]

[[case]]
name   = "two levels narrower is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (f)<-[:ISA]-(:Concept {id: 'acute hyperkalemia'})<-[:ISA]-(:Concept {id: 'drug-induced hyperkalemia'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 20})<-[:HAD_DIAGNOSIS]-(a)
"""
expect = []

[[case]]
name   = "two levels wider is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (f)-[:ISA]->(:Concept {id: 'electrolyte disorder'})-[:ISA]->(:Concept {id: 'metabolic disease'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 20})<-[:HAD_DIAGNOSIS]-(a)
"""
expect = []

[[case]]
name   = "low where low is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = [{ admission = 1, answer = "hyperkalemia" }]

[[case]]
name   = "only its group is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})<-[:REFERS_TO {role: 'group'}]-(:Diagnosis {id: 20})<-[:HAD_DIAGNOSIS]-(a)
"""
expect = [{ admission = 1, answer = "hyperkalemia" }]

[[case]]
name   = "low where high is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = []

[[case]]
name   = "a change flagged is no abnormal value"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'delta', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = []

[[case]]
name   = "the unflagged result is of another test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium, Whole Blood', itemid: 50822, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = []

[[case]]
name   = "linked in another role"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'panel'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = []

[[case]]
name   = "no unflagged result to tell the side by"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
"""
expect = []

[[case]]
name   = "a narrower form is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})<-[:ISA]-(:Concept {id: 'drug-induced hyperkalemia'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 20})<-[:HAD_DIAGNOSIS]-(a)
"""
expect = []

[[case]]
name   = "it is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Hyperpotassemia'})-[:REFERS_TO {role: 'code'}]->(f)
"""
expect = []

[[case]]
name   = "a wider form is coded"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})-[:ISA]->(:Concept {id: 'electrolyte disorder'})<-[:REFERS_TO {role: 'code'}]-(:Diagnosis {id: 20})<-[:HAD_DIAGNOSIS]-(a)
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
// LabEvent Potassium (Blood): valuenum 6.1 -> 4.2
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'high'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
// (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) as MAY_TREAT
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_3)
CREATE (n3_3)-[:MAY_TREAT {direction: 'high'}]->(n3_5:Concept {id: 'hyperkalemia 3', name: 'hyperkalemia'})
// 'low where low is meant': LabEvent Potassium (Blood): valuenum 2.1 -> 4.2
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n4_2)-[:REFERS_TO {role: 'test'}]->(n4_3:Concept {id: 'loinc:potassium 4', name: 'Potassium'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n4_4)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_3)-[:INDICATES {direction: 'low'}]->(n4_5:Concept {id: 'hyperkalemia 4', name: 'hyperkalemia'})
"""
expect = []
[[case]]
name   = "unflagged results without a value or of another test tell no side"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', earliest: 10, latest: 10})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 3, name: 'Platelet Count (Blood)', loinc_code: '777-3', valuenum: 15.1, earliest: 11, latest: 11})
"""
expect = [{ admission = 1, answer = "hyperkalemia" }]

[[case]]
name   = "the first unflagged result lies beyond the abnormal one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', valuenum: 7.1, earliest: 10, latest: 10})
"""
expect = []
*/
MATCH path_result = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(result:LabEvent)-[:REFERS_TO {role: 'test'}]->(kind:Concept)-[means:INDICATES]->(finding:Concept)
WHERE p.id IN $patients AND result.flag = 'abnormal'
  AND NOT EXISTS { (finding)-[:ISA*0..2]->(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
  AND NOT EXISTS { (finding)<-[:ISA*0..2]-(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(admission) }
MATCH path_normal = (admission)-[:HAD_LAB_EVENT]->(normal:LabEvent)
WHERE normal.name = result.name AND normal.flag IS NULL
  // above a value that the laboratory did not flag is above the range, below one is below it
  AND ((means.direction = 'high' AND result.valuenum > normal.valuenum) OR (means.direction = 'low' AND result.valuenum < normal.valuenum))
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(other:LabEvent) WHERE other.name = normal.name AND other.flag IS NULL AND other.valuenum IS NOT NULL AND other.id < normal.id }
RETURN admission, finding AS answer, path_result, path_normal
