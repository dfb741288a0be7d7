/*
id        = "normal_after_treatment"
family    = "M5"
title     = "Whether an abnormal lab was normal again after the drug for it was ordered"
decision  = "response"
slots     = { admission = "Admission", test = "LabEvent", order = "Prescription" }
answer    = { kind = "yes-no" }
knowledge = ["INDICATES", "MAY_TREAT"]
hops      = 4
why       = "Treat, then look again: the next result tells whether it worked."
source    = "What an abnormal result means: INDICATES of the starter table, with its citation in the row. Side of the range: a result flagged abnormal that lies above (below) an unflagged result of the same test is high (low), since unflagged results lie within the range. A statement that a drug treats a condition: MED-RT may_treat (UMLS), DrugCentral indications (Avram et al., Nucleic Acids Res 2021;49:D1160), LabeledIn (Khare et al., J Biomed Inform 2014;52:448) or PharmacotherapyDB (Himmelstein et al., eLife 2017;6:e26726). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "{test} was abnormal in {admission} before the day on which {order}, which treats what that means according to the knowledge graph, was first ordered. Is its first result after that day without an abnormal flag?",
  "In {admission}, {order} was first ordered on a day after an abnormal {test} that means a condition it treats, according to the knowledge graph. Was the first {test} after that day without an abnormal flag?",
  "On a day before {order} was first ordered in {admission}, {test} was abnormal and meant a condition that the drug treats, according to the knowledge graph. Was the first {test} after the day of that order without an abnormal flag?",
]

[[case]]
name   = "back to normal"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = [{ admission = 1, test = 41, order = 10, answer = true }]

[[case]]
name   = "still high; unflagged results without a value, of another test or of another patient tell no side"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', itemid: 50971, earliest: 9000, latest: 9000})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 3, name: 'Platelet Count (Blood)', itemid: 51265, valuenum: 300, earliest: 9000, latest: 9000})
CREATE (b)-[:HAD_LAB_EVENT]->(:LabEvent {id: 4, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.0, earliest: 9000, latest: 9000})
"""
expect = [{ admission = 1, test = 42, order = 10, answer = false }]

[[case]]
name   = "still high, but the first unflagged result lies beyond"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', itemid: 50971, valuenum: 7.1, earliest: 9000, latest: 9000})
"""
expect = []

[[case]]
name   = "the same value unflagged: the side is unknown"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'low'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = []

[[case]]
name   = "the next result is unflagged and yet beyond the abnormal one: the side is unknown"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 7.1, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, earliest: 9000, latest: 9000})
"""
expect = []

[[case]]
name   = "a result of another test in between does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Sodium (Blood)', itemid: 50983, valuenum: 140, earliest: 2000, latest: 2000})
"""
expect = [{ admission = 1, test = 41, order = 10, answer = true }]

[[case]]
name   = "ordered before the result already"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = []

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'a carrier', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'carrier'}]->(c)
"""
expect = [{ admission = 1, test = 41, order = 10, answer = true }]

[[case]]
name   = "still high"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = [{ admission = 1, test = 42, order = 10, answer = false }]

[[case]]
name   = "low where high is meant"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = []

[[case]]
name   = "a drug for something else"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(:Concept {id: 'constipation'})
"""
expect = []

[[case]]
name   = "abnormal only after the order"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 5920, latest: 5920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
"""
expect = []
[[case]]
name   = "unflagged results without a value or of another test tell no side"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})-[:REFERS_TO {role: 'test'}]->(t:Concept {id: 'loinc:potassium', name: 'Potassium'})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})-[:REFERS_TO {role: 'test'}]->(t)
CREATE (t)-[:INDICATES {direction: 'high'}]->(f:Concept {id: 'hyperkalemia', name: 'hyperkalemia'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'polystyrene', name: 'polystyrene sulfonate'})
CREATE (c)-[:MAY_TREAT]->(f)
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 2, name: 'Potassium (Blood)', loinc_code: '0-0', earliest: 10, latest: 10})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 3, name: 'Platelet Count (Blood)', loinc_code: '777-3', valuenum: 15.1, earliest: 11, latest: 11})
"""
expect = [{ admission = 1, test = 41, order = 10, answer = true }]

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
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_6:Prescription {id: 1010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n1_6)-[:REFERS_TO {role: 'drug'}]->(n1_7:Concept {id: 'polystyrene 1', name: 'polystyrene sulfonate'})
CREATE (n1_7)-[:MAY_TREAT]->(n1_5)
// LabEvent Potassium (Blood): flag = 'abnormal'
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_2:LabEvent {id: 3040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n3_2)-[:REFERS_TO {role: 'test'}]->(n3_3:Concept {id: 'loinc:potassium 3', name: 'Potassium'})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_4:LabEvent {id: 3041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240, flag: 'abnormal'})
CREATE (n3_4)-[:REFERS_TO {role: 'test'}]->(n3_3)
CREATE (n3_3)-[:INDICATES {direction: 'high'}]->(n3_5:Concept {id: 'hyperkalemia 3', name: 'hyperkalemia'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_6:Prescription {id: 3010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n3_6)-[:REFERS_TO {role: 'drug'}]->(n3_7:Concept {id: 'polystyrene 3', name: 'polystyrene sulfonate'})
CREATE (n3_7)-[:MAY_TREAT]->(n3_5)
// 'still high': LabEvent Potassium (Blood): earliest 6240 -> 1921
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_2:LabEvent {id: 4040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n4_2)-[:REFERS_TO {role: 'test'}]->(n4_3:Concept {id: 'loinc:potassium 4', name: 'Potassium'})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_4:LabEvent {id: 4041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 1921, latest: 1921})
CREATE (n4_4)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_5:LabEvent {id: 4042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})
CREATE (n4_5)-[:REFERS_TO {role: 'test'}]->(n4_3)
CREATE (n4_3)-[:INDICATES {direction: 'high'}]->(n4_6:Concept {id: 'hyperkalemia 4', name: 'hyperkalemia'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_7:Prescription {id: 4010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n4_7)-[:REFERS_TO {role: 'drug'}]->(n4_8:Concept {id: 'polystyrene 4', name: 'polystyrene sulfonate'})
CREATE (n4_8)-[:MAY_TREAT]->(n4_6)
// LabEvent Potassium (Blood): earliest 1920 -> 2880
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_2:LabEvent {id: 5040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 2880, latest: 2880})
CREATE (n5_2)-[:REFERS_TO {role: 'test'}]->(n5_3:Concept {id: 'loinc:potassium 5', name: 'Potassium'})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_4:LabEvent {id: 5041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n5_4)-[:REFERS_TO {role: 'test'}]->(n5_3)
CREATE (n5_3)-[:INDICATES {direction: 'high'}]->(n5_5:Concept {id: 'hyperkalemia 5', name: 'hyperkalemia'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_6:Prescription {id: 5010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n5_6)-[:REFERS_TO {role: 'drug'}]->(n5_7:Concept {id: 'polystyrene 5', name: 'polystyrene sulfonate'})
CREATE (n5_7)-[:MAY_TREAT]->(n5_5)
// LabEvent Potassium (Blood): valuenum 6.1 -> 4.2
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_2:LabEvent {id: 6040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n6_2)-[:REFERS_TO {role: 'test'}]->(n6_3:Concept {id: 'loinc:potassium 6', name: 'Potassium'})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_4:LabEvent {id: 6041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n6_4)-[:REFERS_TO {role: 'test'}]->(n6_3)
CREATE (n6_3)-[:INDICATES {direction: 'high'}]->(n6_5:Concept {id: 'hyperkalemia 6', name: 'hyperkalemia'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_6:Prescription {id: 6010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n6_6)-[:REFERS_TO {role: 'drug'}]->(n6_7:Concept {id: 'polystyrene 6', name: 'polystyrene sulfonate'})
CREATE (n6_7)-[:MAY_TREAT]->(n6_5)
// LabEvent Potassium (Blood): flag 'abnormal' -> 'other'
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_2:LabEvent {id: 7040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'other', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n7_2)-[:REFERS_TO {role: 'test'}]->(n7_3:Concept {id: 'loinc:potassium 7', name: 'Potassium'})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_4:LabEvent {id: 7041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n7_4)-[:REFERS_TO {role: 'test'}]->(n7_3)
CREATE (n7_3)-[:INDICATES {direction: 'high'}]->(n7_5:Concept {id: 'hyperkalemia 7', name: 'hyperkalemia'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_6:Prescription {id: 7010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n7_6)-[:REFERS_TO {role: 'drug'}]->(n7_7:Concept {id: 'polystyrene 7', name: 'polystyrene sulfonate'})
CREATE (n7_7)-[:MAY_TREAT]->(n7_5)
// LabEvent Potassium (Blood): earliest 6240 -> 4319
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_2:LabEvent {id: 8040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n8_2)-[:REFERS_TO {role: 'test'}]->(n8_3:Concept {id: 'loinc:potassium 8', name: 'Potassium'})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_4:LabEvent {id: 8041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 4319, latest: 4319})
CREATE (n8_4)-[:REFERS_TO {role: 'test'}]->(n8_3)
CREATE (n8_3)-[:INDICATES {direction: 'high'}]->(n8_5:Concept {id: 'hyperkalemia 8', name: 'hyperkalemia'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_6:Prescription {id: 8010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n8_6)-[:REFERS_TO {role: 'drug'}]->(n8_7:Concept {id: 'polystyrene 8', name: 'polystyrene sulfonate'})
CREATE (n8_7)-[:MAY_TREAT]->(n8_5)
// (LabEvent Potassium (Blood))-[REFERS_TO]->(Concept Potassium) role 'test' -> 'panel'
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_2:LabEvent {id: 9040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n9_2)-[:REFERS_TO {role: 'panel'}]->(n9_3:Concept {id: 'loinc:potassium 9', name: 'Potassium'})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_4:LabEvent {id: 9041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n9_4)-[:REFERS_TO {role: 'test'}]->(n9_3)
CREATE (n9_3)-[:INDICATES {direction: 'high'}]->(n9_5:Concept {id: 'hyperkalemia 9', name: 'hyperkalemia'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_6:Prescription {id: 9010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n9_6)-[:REFERS_TO {role: 'drug'}]->(n9_7:Concept {id: 'polystyrene 9', name: 'polystyrene sulfonate'})
CREATE (n9_7)-[:MAY_TREAT]->(n9_5)
// (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) as MAY_TREAT
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_2:LabEvent {id: 10040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n10_2)-[:REFERS_TO {role: 'test'}]->(n10_3:Concept {id: 'loinc:potassium 10', name: 'Potassium'})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_4:LabEvent {id: 10041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n10_4)-[:REFERS_TO {role: 'test'}]->(n10_3)
CREATE (n10_3)-[:MAY_TREAT {direction: 'high'}]->(n10_5:Concept {id: 'hyperkalemia 10', name: 'hyperkalemia'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_6:Prescription {id: 10010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n10_6)-[:REFERS_TO {role: 'drug'}]->(n10_7:Concept {id: 'polystyrene 10', name: 'polystyrene sulfonate'})
CREATE (n10_7)-[:MAY_TREAT]->(n10_5)
// (Concept polystyrene sulfonate)-[MAY_TREAT]->(Concept hyperkalemia) as MAY_PREVENT
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_2:LabEvent {id: 11040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n11_2)-[:REFERS_TO {role: 'test'}]->(n11_3:Concept {id: 'loinc:potassium 11', name: 'Potassium'})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_4:LabEvent {id: 11041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n11_4)-[:REFERS_TO {role: 'test'}]->(n11_3)
CREATE (n11_3)-[:INDICATES {direction: 'high'}]->(n11_5:Concept {id: 'hyperkalemia 11', name: 'hyperkalemia'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_6:Prescription {id: 11010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n11_6)-[:REFERS_TO {role: 'drug'}]->(n11_7:Concept {id: 'polystyrene 11', name: 'polystyrene sulfonate'})
CREATE (n11_7)-[:MAY_PREVENT]->(n11_5)
// (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_PRESCRIPTION]->(Prescription Sodium Polystyrene Sulfonate) with another source
CREATE (n14_0:Patient {id: 14001})-[:HAD_ADMISSION]->(n14_1:Admission {id: 14001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n14_1)-[:HAD_LAB_EVENT]->(n14_2:LabEvent {id: 14040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n14_2)-[:REFERS_TO {role: 'test'}]->(n14_3:Concept {id: 'loinc:potassium 14', name: 'Potassium'})
CREATE (n14_1)-[:HAD_LAB_EVENT]->(n14_4:LabEvent {id: 14041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n14_4)-[:REFERS_TO {role: 'test'}]->(n14_3)
CREATE (n14_3)-[:INDICATES {direction: 'high'}]->(n14_5:Concept {id: 'hyperkalemia 14', name: 'hyperkalemia'})
CREATE (n14_8:Admission {id: 14042, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n14_6:Prescription {id: 14010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n14_6)-[:REFERS_TO {role: 'drug'}]->(n14_7:Concept {id: 'polystyrene 14', name: 'polystyrene sulfonate'})
CREATE (n14_7)-[:MAY_TREAT]->(n14_5)
// 'still high': LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Potassium'
CREATE (n15_0:Patient {id: 15001})-[:HAD_ADMISSION]->(n15_1:Admission {id: 15001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_2:LabEvent {id: 15040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n15_2)-[:REFERS_TO {role: 'test'}]->(n15_3:Concept {id: 'loinc:potassium 15', name: 'Potassium'})
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_4:LabEvent {id: 15041, name: 'Potassium', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n15_4)-[:REFERS_TO {role: 'test'}]->(n15_3)
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_5:LabEvent {id: 15042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})
CREATE (n15_5)-[:REFERS_TO {role: 'test'}]->(n15_3)
CREATE (n15_3)-[:INDICATES {direction: 'high'}]->(n15_6:Concept {id: 'hyperkalemia 15', name: 'hyperkalemia'})
CREATE (n15_1)-[:HAD_PRESCRIPTION]->(n15_7:Prescription {id: 15010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n15_7)-[:REFERS_TO {role: 'drug'}]->(n15_8:Concept {id: 'polystyrene 15', name: 'polystyrene sulfonate'})
CREATE (n15_8)-[:MAY_TREAT]->(n15_6)
"""
expect = []
[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as it is
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_2:LabEvent {id: 2040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n2_2)-[:REFERS_TO {role: 'test'}]->(n2_3:Concept {id: 'loinc:potassium 2', name: 'Potassium'})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_4:LabEvent {id: 2041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n2_4)-[:REFERS_TO {role: 'test'}]->(n2_3)
CREATE (n2_3)-[:INDICATES {direction: 'high'}]->(n2_5:Concept {id: 'hyperkalemia 2', name: 'hyperkalemia'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_6:Prescription {id: 2010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n2_6)-[:REFERS_TO {role: 'drug'}]->(n2_7:Concept {id: 'polystyrene 2', name: 'polystyrene sulfonate'})
CREATE (n2_7)-[:MAY_TREAT]->(n2_5)
// 'still high': LabEvent Potassium (Blood): name 'Potassium (Blood)' -> 'Potassium'
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_2:LabEvent {id: 12040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n12_2)-[:REFERS_TO {role: 'test'}]->(n12_3:Concept {id: 'loinc:potassium 12', name: 'Potassium'})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_4:LabEvent {id: 12041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n12_4)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_5:LabEvent {id: 12042, name: 'Potassium', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})
CREATE (n12_5)-[:REFERS_TO {role: 'test'}]->(n12_3)
CREATE (n12_3)-[:INDICATES {direction: 'high'}]->(n12_6:Concept {id: 'hyperkalemia 12', name: 'hyperkalemia'})
CREATE (n12_1)-[:HAD_PRESCRIPTION]->(n12_7:Prescription {id: 12010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n12_7)-[:REFERS_TO {role: 'drug'}]->(n12_8:Concept {id: 'polystyrene 12', name: 'polystyrene sulfonate'})
CREATE (n12_8)-[:MAY_TREAT]->(n12_6)
// 'what does not count, beside what does': Prescription Sodium Polystyrene Sulfonate: start_earliest 2880 -> 4320
CREATE (n13_0:Patient {id: 13001})-[:HAD_ADMISSION]->(n13_1:Admission {id: 13001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_2:LabEvent {id: 13040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n13_2)-[:REFERS_TO {role: 'test'}]->(n13_3:Concept {id: 'loinc:potassium 13', name: 'Potassium'})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_4:LabEvent {id: 13041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n13_4)-[:REFERS_TO {role: 'test'}]->(n13_3)
CREATE (n13_3)-[:INDICATES {direction: 'high'}]->(n13_5:Concept {id: 'hyperkalemia 13', name: 'hyperkalemia'})
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_6:Prescription {id: 13010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759, stop_earliest: 4320, stop_latest: 5759})
CREATE (n13_6)-[:REFERS_TO {role: 'drug'}]->(n13_7:Concept {id: 'polystyrene 13', name: 'polystyrene sulfonate'})
CREATE (n13_7)-[:MAY_TREAT]->(n13_5)
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_8:Prescription {id: 13110, name: 'a diluent', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n13_8)-[:REFERS_TO {role: 'drug'}]->(n13_7)
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_9:Prescription {id: 13310, name: 'eye drops', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759, route: 'OU'})
CREATE (n13_9)-[:REFERS_TO {role: 'drug'}]->(n13_7)
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_10:Prescription {id: 13410, name: 'a carrier', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n13_10)-[:REFERS_TO {role: 'carrier'}]->(n13_7)
// 'low where high is meant': (Concept Potassium)-[INDICATES]->(Concept hyperkalemia) direction 'high' -> 'low'
CREATE (n16_0:Patient {id: 16001})-[:HAD_ADMISSION]->(n16_1:Admission {id: 16001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n16_1)-[:HAD_LAB_EVENT]->(n16_2:LabEvent {id: 16040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 2.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n16_2)-[:REFERS_TO {role: 'test'}]->(n16_3:Concept {id: 'loinc:potassium 16', name: 'Potassium'})
CREATE (n16_1)-[:HAD_LAB_EVENT]->(n16_4:LabEvent {id: 16041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n16_4)-[:REFERS_TO {role: 'test'}]->(n16_3)
CREATE (n16_3)-[:INDICATES {direction: 'low'}]->(n16_5:Concept {id: 'hyperkalemia 16', name: 'hyperkalemia'})
CREATE (n16_1)-[:HAD_PRESCRIPTION]->(n16_6:Prescription {id: 16010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n16_6)-[:REFERS_TO {role: 'drug'}]->(n16_7:Concept {id: 'polystyrene 16', name: 'polystyrene sulfonate'})
CREATE (n16_7)-[:MAY_TREAT]->(n16_5)
// 'still high': LabEvent Potassium (Blood): earliest 4800 -> 2880
CREATE (n17_0:Patient {id: 17001})-[:HAD_ADMISSION]->(n17_1:Admission {id: 17001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n17_1)-[:HAD_LAB_EVENT]->(n17_2:LabEvent {id: 17040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n17_2)-[:REFERS_TO {role: 'test'}]->(n17_3:Concept {id: 'loinc:potassium 17', name: 'Potassium'})
CREATE (n17_1)-[:HAD_LAB_EVENT]->(n17_4:LabEvent {id: 17041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n17_4)-[:REFERS_TO {role: 'test'}]->(n17_3)
CREATE (n17_1)-[:HAD_LAB_EVENT]->(n17_5:LabEvent {id: 17042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 2880, latest: 2880})
CREATE (n17_5)-[:REFERS_TO {role: 'test'}]->(n17_3)
CREATE (n17_3)-[:INDICATES {direction: 'high'}]->(n17_6:Concept {id: 'hyperkalemia 17', name: 'hyperkalemia'})
CREATE (n17_1)-[:HAD_PRESCRIPTION]->(n17_7:Prescription {id: 17010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n17_7)-[:REFERS_TO {role: 'drug'}]->(n17_8:Concept {id: 'polystyrene 17', name: 'polystyrene sulfonate'})
CREATE (n17_8)-[:MAY_TREAT]->(n17_6)
// 'still high': LabEvent Potassium (Blood): earliest 4800 -> 4319
CREATE (n18_0:Patient {id: 18001})-[:HAD_ADMISSION]->(n18_1:Admission {id: 18001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n18_1)-[:HAD_LAB_EVENT]->(n18_2:LabEvent {id: 18040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n18_2)-[:REFERS_TO {role: 'test'}]->(n18_3:Concept {id: 'loinc:potassium 18', name: 'Potassium'})
CREATE (n18_1)-[:HAD_LAB_EVENT]->(n18_4:LabEvent {id: 18041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n18_4)-[:REFERS_TO {role: 'test'}]->(n18_3)
CREATE (n18_1)-[:HAD_LAB_EVENT]->(n18_5:LabEvent {id: 18042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4319, latest: 4319})
CREATE (n18_5)-[:REFERS_TO {role: 'test'}]->(n18_3)
CREATE (n18_3)-[:INDICATES {direction: 'high'}]->(n18_6:Concept {id: 'hyperkalemia 18', name: 'hyperkalemia'})
CREATE (n18_1)-[:HAD_PRESCRIPTION]->(n18_7:Prescription {id: 18010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n18_7)-[:REFERS_TO {role: 'drug'}]->(n18_8:Concept {id: 'polystyrene 18', name: 'polystyrene sulfonate'})
CREATE (n18_8)-[:MAY_TREAT]->(n18_6)
// 'still high': (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_LAB_EVENT]->(LabEvent Potassium (Blood)) with another source
CREATE (n19_0:Patient {id: 19001})-[:HAD_ADMISSION]->(n19_1:Admission {id: 19001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n19_1)-[:HAD_LAB_EVENT]->(n19_2:LabEvent {id: 19040, name: 'Potassium (Blood)', itemid: 50971, valuenum: 6.1, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-02 08:00:00', earliest: 1920, latest: 1920})
CREATE (n19_2)-[:REFERS_TO {role: 'test'}]->(n19_3:Concept {id: 'loinc:potassium 19', name: 'Potassium'})
CREATE (n19_1)-[:HAD_LAB_EVENT]->(n19_4:LabEvent {id: 19041, name: 'Potassium (Blood)', itemid: 50971, valuenum: 4.2, valueuom: 'mEq/L', charttime: '2150-05-05 08:00:00', earliest: 6240, latest: 6240})
CREATE (n19_4)-[:REFERS_TO {role: 'test'}]->(n19_3)
CREATE (n19_9:Admission {id: 19043, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_LAB_EVENT]->(n19_5:LabEvent {id: 19042, name: 'Potassium (Blood)', itemid: 50971, valuenum: 5.9, valueuom: 'mEq/L', flag: 'abnormal', charttime: '2150-05-04 08:00:00', earliest: 4800, latest: 4800})
CREATE (n19_5)-[:REFERS_TO {role: 'test'}]->(n19_3)
CREATE (n19_3)-[:INDICATES {direction: 'high'}]->(n19_6:Concept {id: 'hyperkalemia 19', name: 'hyperkalemia'})
CREATE (n19_1)-[:HAD_PRESCRIPTION]->(n19_7:Prescription {id: 19010, name: 'Sodium Polystyrene Sulfonate', drug: 'Sodium Polystyrene Sulfonate', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, stop_earliest: 4320, stop_latest: 5759})
CREATE (n19_7)-[:REFERS_TO {role: 'drug'}]->(n19_8:Concept {id: 'polystyrene 19', name: 'polystyrene sulfonate'})
CREATE (n19_8)-[:MAY_TREAT]->(n19_6)
"""
expect = [
  { admission = 2001, test = 2041, order = 2010, answer = true },
  { admission = 12001, test = 12041, order = 12010, answer = true },
  { admission = 13001, test = 13041, order = 13010, answer = true },
  { admission = 16001, test = 16041, order = 16010, answer = true },
  { admission = 17001, test = 17041, order = 17010, answer = true },
  { admission = 18001, test = 18041, order = 18010, answer = true },
  { admission = 19001, test = 19041, order = 19010, answer = true },
]
*/
MATCH path_result = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_LAB_EVENT]->(result:LabEvent)-[:REFERS_TO {role: 'test'}]->(kind:Concept)-[means:INDICATES]->(finding:Concept)
WHERE p.id IN $patients AND result.flag = 'abnormal'
MATCH path_order = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)-[:REFERS_TO {role: 'drug'}]->(drug:Concept)-[:MAY_TREAT]->(finding)
WHERE order.drug_type <> 'BASE' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS'] AND result.latest < order.start_earliest
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription) WHERE sooner.name = order.name AND sooner.start_earliest < order.start_earliest }
  // the last result before the day of the order
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(between:LabEvent) WHERE between.name = result.name AND result.latest < between.earliest AND between.latest < order.start_earliest }
MATCH path_next = (admission)-[:HAD_LAB_EVENT]->(test:LabEvent)
WHERE test.name = result.name AND order.start_latest < test.earliest
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(soon:LabEvent) WHERE soon.name = test.name AND order.start_latest < soon.earliest AND soon.latest < test.earliest }
MATCH path_normal = (admission)-[:HAD_LAB_EVENT]->(normal:LabEvent)
WHERE normal.name = result.name AND normal.flag IS NULL
  // above a value that the laboratory did not flag is above the range, below one is below it; the next result tells it, if unflagged
  AND ((means.direction = 'high' AND result.valuenum > normal.valuenum) OR (means.direction = 'low' AND result.valuenum < normal.valuenum))
  AND ((test.flag IS NULL AND normal.id = test.id)
    OR (test.flag IS NOT NULL AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(other:LabEvent) WHERE other.name = normal.name AND other.flag IS NULL AND other.valuenum IS NOT NULL AND other.id < normal.id }))
RETURN admission, test, order, test.flag IS NULL AS answer, path_result, path_normal, path_order, path_next
