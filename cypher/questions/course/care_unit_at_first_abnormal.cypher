/*
id        = "care_unit_at_first_abnormal"
family    = "N5"
title     = "The care unit where a lab test was first flagged abnormal"
decision  = "location"
slots     = { admission = "Admission", test = "LabEvent" }
answer    = { kind = "one", label = "text" }
knowledge = []
hops      = 2
why       = "Where a patient deteriorated decides who should have seen it."
source    = "MIMIC-III TRANSFERS: the intervals in each ICU; LABEVENTS.FLAG = abnormal (Johnson et al., Sci Data 2016;3:160035). Only results that fall inside an interval in an ICU are asked about, and only tests that are read as signs of acute illness (lactate, creatinine, potassium, sodium, glucose, leucocytes, platelets, haemoglobin, INR, bilirubin, ALT, troponin T, blood gas pH and pO2)."
reviewed  = ""
ask = [
  "In which care unit was the patient when {test} was first flagged abnormal in {admission}?",
  "Where, by care unit, was the patient at the time of the first {test} flagged abnormal in {admission}?",
  "In {admission} {test} was flagged abnormal: in which care unit was the patient when that first happened?",
]

[[case]]
name   = "lactate in the MICU"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = [{ admission = 1, test = 40, answer = "MICU" }]

[[case]]
name   = "at the minute of the transfer the next unit counts"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 6000, latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = [{ admission = 1, test = 40, answer = "SICU" }]

[[case]]
name   = "an earlier normal result, and an earlier one of another test, do not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', earliest: 2500, latest: 2500})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 43, name: 'pH (Blood)', itemid: 50820, loinc_code: '99999-9', flag: 'abnormal', earliest: 2500, latest: 2500})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = [{ admission = 1, test = 40, answer = "MICU" }]

[[case]]
name   = "only the first abnormal result counts"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 41, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 7000, latest: 7000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = [{ admission = 1, test = 40, answer = "MICU" }]

[[case]]
name   = "before the unit was reached"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 1000, latest: 1000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = []

[[case]]
name   = "a test that tells of no acute illness"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '711-2', flag: 'abnormal', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = []

[[case]]
name   = "a normal result has no flag"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = []

[[case]]
name   = "an unknown unit is not asked about"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = []

[[case]]
name   = "another patient's earlier result does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 41, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 100, latest: 100})
"""
expect = [{ admission = 1, test = 40, answer = "MICU" }]

[[case]]
name   = "the stay in the unit belongs to another patient"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Lactate (Blood)', itemid: 50813, loinc_code: '32693-4', flag: 'abnormal', earliest: 3000, latest: 3000})
CREATE (b)-[:HAD_TRANSFER]->(t:Transfer {id: 50, name: 'MICU', curr_careunit: 'MICU', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_TRANSFER]->(u:Transfer {id: 51, name: 'SICU', curr_careunit: 'SICU', start_earliest: 6000, start_latest: 6000, stop_earliest: 9000, stop_latest: 9000})
"""
expect = []
*/
MATCH path_lab = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(test:LabEvent)
WHERE p.id IN $patients AND test.flag = 'abnormal' AND test.loinc_code IN ['32693-4', '2160-0', '2823-3', '2951-2', '2345-7', '804-5', '777-3', '718-7', '5895-7', '1975-2', '1742-6', '6598-7', '11558-4', '11556-8']
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(before:LabEvent) WHERE before.name = test.name AND before.flag = 'abnormal' AND before.earliest < test.earliest }
MATCH path_place = (admission)-[:HAD_TRANSFER]->(place:Transfer)
WHERE place.curr_careunit IS NOT NULL AND place.start_latest <= test.earliest AND test.latest < place.stop_earliest
RETURN admission, test, place.curr_careunit AS answer, path_lab, path_place
