/*
id        = "cultures_with_growth"
family    = "H1"
title     = "The cultures that grew an organism"
decision  = "orientation"
slots     = { admission = "Admission" }
answer    = { kind = "set", label = "MicrobiologyEvent" }
knowledge = []
hops      = 1
why       = "Which organism grew, and where, decides the antibiotic."
source    = "MIMIC-III MICROBIOLOGYEVENTS: org_name is the organism that grew; a row without it reports no growth (Johnson et al., Sci Data 2016;3:160035)."
reviewed  = ""
ask = [
  "Which cultures with growth does the microbiology record of {admission} hold (specimen and organism)?",
  "In {admission}, what grew, and from which specimens, according to the microbiology record?",
  "Which organisms are recorded as grown from which specimens in {admission}?",
]

[[case]]
name   = "a positive blood culture"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
"""
expect = [{ admission = 1, answer = 60 }]

[[case]]
name   = "no growth is no organism"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
"""
expect = []

[[case]]
name   = "a culture outside any admission is not of this one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (p)-[:HAD_MICROBIOLOGY_EVENT]->(m:MicrobiologyEvent {id: 60, name: 'blood culture growing Escherichia coli', spec_type_desc: 'BLOOD CULTURE', org_name: 'ESCHERICHIA COLI', chartdate: '2150-05-04 00:00:00', earliest: 4920, latest: 4920})
"""
expect = []
*/
MATCH path_culture = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_MICROBIOLOGY_EVENT]->(answer:MicrobiologyEvent)
WHERE p.id IN $patients AND answer.org_name IS NOT NULL
RETURN admission, answer, path_culture
