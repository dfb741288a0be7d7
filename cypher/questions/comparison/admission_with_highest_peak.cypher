/*
id        = "admission_with_highest_peak"
family    = "C1"
title     = "The admission with the highest value of a lab test"
decision  = "comparison"
slots     = { test = "LabEvent" }
answer    = { kind = "one", label = "Admission" }
knowledge = []
hops      = 4
why       = "The worst value over all stays sets the baseline against which today is read."
source    = "Tests whose peak is itself read as severity: creatinine, urea nitrogen, bilirubin (SOFA: Vincent et al., Intensive Care Med 1996;22:707), lactate, INR, ALT, AST, CK, troponin T, leucocytes, potassium."
reviewed  = ""
ask = [
  "Among all admissions of this patient, in which was the highest value of {test} measured?",
  "In which admission did {test} of this patient reach its highest recorded value of all admissions?",
  "Of all of this patient's admissions, which has the highest peak of {test} recorded?",
]

[[case]]
name   = "creatinine peaked in the first of two"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
"""
expect = [{ test = 40, answer = 1 }]

[[case]]
name   = "only the peak counts, and only of this test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 43, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.5, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 44, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.0, valueuom: 'mEq/L'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
"""
expect = [{ test = 40, answer = 1 }]

[[case]]
name   = "the other way round"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 1.1, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
"""
expect = [{ test = 41, answer = 2 }]

[[case]]
name   = "other units cannot be compared"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'umol/L'})
"""
expect = []

[[case]]
name   = "a test whose peak says little"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '711-2', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
"""
expect = []

[[case]]
name   = "one admission alone cannot be compared"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
"""
expect = []

[[case]]
name   = "another test"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Urine)', itemid: 51082, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
"""
expect = []

[[case]]
name   = "equal peaks have no winner"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// (Patient 1)-[HAD_ADMISSION]->(Admission the admission of 1 May 2150 to 9 May 2150) with another source that has the rest too
CREATE (n1_5:Patient {id: 1042})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_3:LabEvent {id: 1040, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (n1_2)-[:HAD_LAB_EVENT]->(n1_4:LabEvent {id: 1041, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
CREATE (n1_5)-[:HAD_ADMISSION]->(n1_2)
"""
expect = [
  { test = 1040, answer = 1001 },
]

[[case]]
name   = "another patient has a higher value, and one has a lower one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 3.1, valueuom: 'mg/dL'})
CREATE (b)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Creatinine (Blood)', itemid: 50912, loinc_code: '2160-0', valuenum: 2.0, valueuom: 'mg/dL'})
CREATE (:Patient {id: 77})-[:HAD_ADMISSION]->(:Admission {id: 770})-[:HAD_LAB_EVENT]->(:LabEvent {id: 771, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 99.0, valueuom: 'mg/dL', earliest: 5, latest: 5})
CREATE (:Patient {id: 78})-[:HAD_ADMISSION]->(:Admission {id: 780})-[:HAD_LAB_EVENT]->(:LabEvent {id: 781, name: 'Creatinine (Blood)', loinc_code: '2160-0', valuenum: 0.1, valueuom: 'mg/dL', earliest: 5, latest: 5})
"""
expect = [{ test = 40, answer = 1 }]
*/
MATCH path_peak = (p:Patient)-[:HAD_ADMISSION]->(answer:Admission)-[:HAD_LAB_EVENT]->(test:LabEvent)
WHERE p.id IN $patients AND test.loinc_code IN ['2160-0', '3094-0', '32693-4', '1975-2', '1742-6', '1920-8', '2157-6', '6598-7', '804-5', '5895-7', '2823-3']
  AND NOT EXISTS { (p)-[:HAD_ADMISSION]->(:Admission)-[:HAD_LAB_EVENT]->(higher:LabEvent) WHERE higher.name = test.name AND higher.valuenum > test.valuenum }
MATCH path_other = (p)-[:HAD_ADMISSION]->(other:Admission)-[:HAD_LAB_EVENT]->(lower:LabEvent)
WHERE lower.name = test.name AND coalesce(lower.valueuom, '') = coalesce(test.valueuom, '') AND lower.valuenum < test.valuenum
  // the peak of the other admission stands for it
  AND NOT EXISTS { (other)-[:HAD_LAB_EVENT]->(above:LabEvent) WHERE above.name = lower.name AND above.valuenum > lower.valuenum }
RETURN test, answer, path_peak, path_other
