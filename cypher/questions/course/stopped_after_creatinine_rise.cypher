/*
id        = "stopped_after_creatinine_rise"
family    = "N4"
title     = "The drugs stopped after an acute rise of creatinine"
decision  = "next-step"
slots     = { admission = "Admission", moment = "text" }
answer    = { kind = "set", label = "Prescription" }
knowledge = []
hops      = 2
why       = "Acute kidney injury should stop nephrotoxic drugs; which were stopped shows what the team thought."
source    = "Rise of serum creatinine by at least 0.3 mg/dL within 48 hours: KDIGO Clinical Practice Guideline for Acute Kidney Injury, 2.1.1 (Kidney Int Suppl 2012;2:1-138). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "In {admission}, creatinine at {moment} was at least 0.3 mg/dL above the previous value, taken at most 48 hours before. Which drugs ordered before that day, diluents, flushes and drugs for local use aside, had their order end on that day or the next, before the day of discharge, with no later order for the same drug in the admission?",
  "Which drugs, diluents, flushes and drugs for local use aside, that had been ordered in {admission} before the day of the creatinine result of {moment} (at least 0.3 mg/dL above the previous one within 48 hours) ended on that day or the next, before the day of discharge, and were not ordered again in the admission?",
  "After the creatinine of {moment} in {admission}, at least 0.3 mg/dL above the previous one within 48 hours: of the drugs ordered on earlier days, diluents, flushes and drugs for local use aside, which orders ended the same day or the next, before the day of discharge, and were never renewed in that admission?",
]

[[case]]
name   = "ibuprofen stopped the day after"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = [{ admission = 1, moment = "2150-05-04 03:20:00", answer = 10 }]

[[case]]
name   = "another patient's order that ran on is no renewal"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})
"""
expect = [{ admission = 1, moment = "2150-05-04 03:20:00", answer = 10 }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Ibuprofen', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Ibuprofen Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199, route: 'OU'})
"""
expect = [{ admission = 1, moment = "2150-05-04 03:20:00", answer = 10 }]

[[case]]
name   = "a result without a number and one of another test lie between"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valueuom: 'mg/dL', earliest: 4000, latest: 4000})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 43, name: 'Creatinine (Blood)', itemid: 52024, loinc_code: '38483-4', valuenum: 1.5, valueuom: 'mg/dL', earliest: 4000, latest: 4000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = [{ admission = 1, moment = "2150-05-04 03:20:00", answer = 10 }]

[[case]]
name   = "another drug is ordered later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Acetaminophen', drug: 'Acetaminophen', drug_type: 'BASE', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = [{ admission = 1, moment = "2150-05-04 03:20:00", answer = 10 }]

[[case]]
name   = "a rise of exactly 0.3"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.3, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = [{ admission = 1, moment = "2150-05-04 03:20:00", answer = 10 }]

[[case]]
name   = "the value just before counts, not the lowest"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.4, valueuom: 'mg/dL', earliest: 4000, latest: 4000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "urine creatinine"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Urine)', itemid: 50912, loinc_code: '2161-8', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "two different tests"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine, Whole Blood', itemid: 52024, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "two different units"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'umol/L', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "the higher value came first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 5000, latest: 5000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "ended the day before the rise"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
"""
expect = []

[[case]]
name   = "ordered on the day of the rise"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "a rise of 0.2 is not acute kidney injury"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.2, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "a rise over more than 48 hours"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 1600, latest: 1600})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "ended two days later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 7200, stop_latest: 8639})
"""
expect = []

[[case]]
name   = "renewed later"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639, stop_earliest: 8640, stop_latest: 10079})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []

[[case]]
name   = "ended because the patient left"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, stop_earliest: 7000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []
[[case]]
name   = "one thing changed, a patient each"
graph  = """
// LabEvent Creatinine (Blood): earliest 3000 -> 4520
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 4520, latest: 4520})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_3:LabEvent {id: 2041, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2010, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
// 'ordered on the day of the rise': LabEvent Creatinine (Blood): earliest 4520 -> 5759
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_3:LabEvent {id: 4041, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 5759, latest: 5759})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4010, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as it is
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_2:LabEvent {id: 1040, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_3:LabEvent {id: 1041, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1010, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
// LabEvent Creatinine (Blood): earliest 4520 -> 4320
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_3:LabEvent {id: 3041, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4320, latest: 4320})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3010, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
// 'the higher value came first': LabEvent Creatinine (Blood): earliest 4520 -> 7199
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 5000, latest: 5000})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_3:LabEvent {id: 5041, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 7199, latest: 7199})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5010, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = [
  { admission = 1001, moment = "2150-05-04 03:20:00", answer = 1010 },
  { admission = 3001, moment = "2150-05-04 03:20:00", answer = 3010 },
  { admission = 5001, moment = "2150-05-04 03:20:00", answer = 5010 },
]
[[case]]
name   = "a rise within exactly two days"
graph  = """
// 48 hours to the minute
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, stop_earliest: 12000, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 140, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 2000, latest: 2000})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 141, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4880, latest: 4880})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = [{ admission = 1, moment = "2150-05-04 03:20:00", answer = 110 }]

[[case]]
name   = "the last minute of the order is that of the discharge"
graph  = """
// discharged at 23:59 of its last day
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, stop_earliest: 7199, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 140, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.0, valueuom: 'mg/dL', earliest: 3000, latest: 3000})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 141, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.5, valueuom: 'mg/dL', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Ibuprofen', drug: 'Ibuprofen', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 5760, stop_latest: 7199})
"""
expect = []
*/
MATCH path_base = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(base:LabEvent)
WHERE p.id IN $patients AND base.loinc_code = '2160-0'
MATCH path_rise = (admission)-[:HAD_LAB_EVENT]->(risen:LabEvent)
// tenths, because 1.3 - 1.0 is less than 0.3 in floating point
WHERE risen.itemid = base.itemid AND risen.valueuom = base.valueuom AND risen.valuenum * 10 - base.valuenum * 10 > 2.999
  AND base.latest < risen.earliest AND risen.latest - base.earliest <= 2880
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(between:LabEvent) WHERE between.itemid = base.itemid AND between.valuenum IS NOT NULL AND base.latest < between.earliest AND between.latest < risen.earliest }
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(answer:Prescription)
WHERE answer.drug_type <> 'BASE' AND NOT toLower(answer.drug) CONTAINS 'flush' AND NOT coalesce(answer.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  // started on an earlier day; ends on the day of the result or the next: its last midnight is at most a day after the result
  AND answer.start_latest < risen.earliest AND risen.latest <= answer.stop_latest AND answer.stop_earliest - risen.earliest <= 1440
  AND answer.stop_latest < admission.stop_earliest
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(again:Prescription) WHERE again.name = answer.name AND again.stop_latest > answer.stop_latest }
RETURN admission, risen.charttime AS moment, answer, path_base, path_rise, path_order
