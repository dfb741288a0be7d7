/*
id        = "icu_stays_of_admission"
family    = "H1"
title     = "The ICU stays of an admission"
decision  = "orientation"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "ICUStay" }
knowledge = []
hops      = 1
why       = "The one-hop baseline: a system that cannot list the ICU stays of an admission cannot place anything in them."
source    = "MIMIC-III ICUSTAYS: each row names its hospital admission (Johnson et al., Sci Data 2016;3:160035)."
reviewed  = ""
ask = [
  "Which ICU stays are recorded for {admission}?",
  "What ICU stays are part of {admission} according to the record?",
  "Which stays in an intensive care unit does the record give for {admission}?",
]

[[case]]
name   = "both stays of one admission"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 10, name: 'the MICU stay of 2 May 2150 to 4 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(t:ICUStay {id: 11, name: 'the SICU stay of 6 May 2150 to 7 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = [
  { admission = 1, answer = 10 },
  { admission = 1, answer = 11 },
]

[[case]]
name   = "an admission without a stay"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Admission {id: 3})-[:HAD_ICU_STAY]->(s:ICUStay {id: 10, name: 'the MICU stay of 2 May 2150 to 4 May 2150'})
CREATE (:Admission {id: 4})-[:HAD_ICU_STAY]->(t:ICUStay {id: 11, name: 'the SICU stay of 6 May 2150 to 7 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = []

[[case]]
name   = "a transfer is not a stay"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 10, name: 'the MICU stay of 2 May 2150 to 4 May 2150'})
CREATE (a)-[:HAD_TRANSFER]->(t:Transfer {id: 11, name: 'the SICU stay of 6 May 2150 to 7 May 2150'})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 1 June 2150 to 3 June 2150'})
"""
expect = [{ admission = 1, answer = 10 }]
*/
MATCH path_stay = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_ICU_STAY]->(answer:ICUStay)
WHERE p.id IN $patients
RETURN admission, answer, path_stay
