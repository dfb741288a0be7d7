/*
id        = "orders_active_on_second_icu_day"
family    = "G3"
title     = "How many orders covered the second day of an ICU stay"
decision  = "counting"
slots     = { stay = "ICUStay" }
answer    = { kind = "count" }
knowledge = []
hops      = 2
why       = "The load of orders on the day after arrival is a plain measure of complexity."
source    = "MIMIC-III PRESCRIPTIONS: start and end are dates (Johnson et al., Sci Data 2016;3:160035). Day 2 is the calendar day after the day of ICU admission; only stays of at least 48 hours, which cover it whole, are asked about."
reviewed  = ""
ask = [
  "How many prescription orders of type MAIN cover the second calendar day of {stay}, start and end dates included?",
  "On the calendar day after the first day of {stay}, how many prescription orders of type MAIN were in force, start and end dates included?",
  "Counting start and end dates as covered, how many MAIN prescription orders span the second calendar day of {stay}?",
]

[[case]]
name   = "one from the day before and one of the day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
CREATE (a)-[:HAD_PRESCRIPTION]->(t:Prescription {id: 11, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 2880, stop_latest: 4319})
"""
expect = [
  { stay = 30, counted = 10 },
  { stay = 30, counted = 11 },
]

[[case]]
name   = "ended on the first day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 1440, stop_latest: 2879})
CREATE (a)-[:HAD_PRESCRIPTION]->(t:Prescription {id: 11, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 2880, stop_latest: 4319})
"""
expect = [{ stay = 30, counted = 11 }]

[[case]]
name   = "started on the third day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
CREATE (a)-[:HAD_PRESCRIPTION]->(t:Prescription {id: 11, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 5760, stop_latest: 7199})
"""
expect = [{ stay = 30, counted = 10 }]

[[case]]
name   = "a diluent does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
CREATE (a)-[:HAD_PRESCRIPTION]->(t:Prescription {id: 11, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319, stop_earliest: 2880, stop_latest: 4319})
"""
expect = [{ stay = 30, counted = 10 }]

[[case]]
name   = "a stay of one day has no whole second day"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 3500, stop_latest: 3500})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
CREATE (a)-[:HAD_PRESCRIPTION]->(t:Prescription {id: 11, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 2880, stop_latest: 4319})
"""
expect = []
[[case]]
name   = "one thing changed, a patient each"
graph  = """
// ICUStay the MICU stay of 2 May 2150 to 5 May 2150: start_earliest 2000 -> 2880
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_ICU_STAY]->(n1_2:ICUStay {id: 1030, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2880, start_latest: 2880, stop_earliest: 6000, stop_latest: 6000})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 2880, stop_latest: 4319})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// ICUStay the MICU stay of 2 May 2150 to 5 May 2150: start_earliest 2000 -> 1440
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_ICU_STAY]->(n2_2:ICUStay {id: 2030, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 1440, start_latest: 1440, stop_earliest: 6000, stop_latest: 6000})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 2880, stop_latest: 4319})
"""
expect = [
  { stay = 2030, counted = 2010 },
  { stay = 2030, counted = 2011 },
]

[[case]]
name   = "a stay of 48 hours to the minute"
graph  = """
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_ICU_STAY]->(:ICUStay {id: 30, name: 'the MICU stay', start_earliest: 2000, start_latest: 2000, stop_earliest: 4880, stop_latest: 4880})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
CREATE (:Admission {id: 9})-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Fentanyl', drug: 'Fentanyl', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879, stop_earliest: 2880, stop_latest: 4319})
"""
expect = [{ stay = 30, counted = 10 }]
*/
MATCH path_stay = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_ICU_STAY]->(stay:ICUStay)
WHERE p.id IN $patients AND stay.stop_earliest - stay.start_latest >= 2880
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)
WHERE order.drug_type = 'MAIN'
  // a midnight at most a day after arrival: started by day 2; a last midnight after arrival: not ended before day 2
  AND order.start_earliest - stay.start_earliest <= 1440 AND order.stop_earliest > stay.start_earliest
RETURN stay, order AS counted, path_stay, path_order
