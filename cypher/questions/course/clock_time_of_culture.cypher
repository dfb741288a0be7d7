/*
id        = "clock_time_of_culture"
family    = "U4"
title     = "The moment at which the first culture with growth was taken"
decision  = "timing"
slots     = { admission = "Admission", culture = "MicrobiologyEvent" }
answer    = { kind = "date", label = "text" }
knowledge = []
hops      = 2
why       = "Whether antibiotics came before or after the culture is a matter of hours: only a culture with a clock time can tell."
source    = "MIMIC-III MICROBIOLOGYEVENTS: CHARTDATE is always there, CHARTTIME only where the time of the specimen is known (Johnson et al., Sci Data 2016;3:160035). A specimen with a date alone has no clock time, and gets none."
reviewed  = ""
ask = [
  "At what date and clock time was the specimen of the first {culture} in {admission} taken?",
  "When exactly, by date and clock time, was the first {culture} in {admission} taken?",
  "What are the date and the clock time of the first specimen recorded as {culture} in {admission}?",
]

[[case]]
name   = "the first of two"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 60, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2150-05-04 06:10:00', earliest: 4690, latest: 4690})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 61, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2150-05-06 07:00:00', earliest: 7620, latest: 7620})
"""
expect = [{ admission = 1, culture = 60, answer = "2150-05-04 06:10:00" }]

[[case]]
name   = "another culture, however early, does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 60, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2150-05-04 06:10:00', earliest: 4690, latest: 4690})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 61, name: 'sputum growing Escherichia coli', charttime: '2150-05-03 07:00:00', earliest: 3300, latest: 3300})
"""
expect = [{ admission = 1, culture = 60, answer = "2150-05-04 06:10:00" }]

[[case]]
name   = "the date alone is no clock time"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 60, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2150-05-04 00:00:00', earliest: 4320, latest: 5759})
"""
expect = []

[[case]]
name   = "one known to the day may have been sooner"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 60, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2150-05-04 06:10:00', earliest: 4690, latest: 4690})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 61, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', earliest: 4320, latest: 5759})
"""
expect = []

[[case]]
name   = "nothing grew"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 60, name: 'urine culture', charttime: '2150-05-04 06:10:00', earliest: 4690, latest: 4690})
"""
expect = []

[[case]]
name   = "another patient's earlier culture does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 60, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2150-05-04 06:10:00', earliest: 4690, latest: 4690})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 61, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2150-05-06 07:00:00', earliest: 7620, latest: 7620})
CREATE (b)-[:HAD_MICROBIOLOGY_EVENT]->(:MicrobiologyEvent {id: 62, name: 'urine growing Escherichia coli', org_name: 'ESCHERICHIA COLI', charttime: '2160-06-03 09:00:00', earliest: 540, latest: 540})
"""
expect = [
  { admission = 1, culture = 60, answer = "2150-05-04 06:10:00" },
  { admission = 2, culture = 62, answer = "2160-06-03 09:00:00" },
]
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(culture:MicrobiologyEvent)
WHERE p.id IN $patients AND culture.org_name IS NOT NULL AND culture.earliest = culture.latest
  AND NOT EXISTS { (admission)-[:HAD_MICROBIOLOGY_EVENT]->(sooner:MicrobiologyEvent) WHERE sooner.name = culture.name AND sooner.earliest < culture.earliest }
RETURN admission, culture, culture.charttime AS answer, path_culture
