/*
id        = "trend_around_first_order"
family    = "M4"
title     = "Whether a lab rose or fell around the first order of a drug"
decision  = "monitoring"
slots     = { admission = "Admission", order = "Prescription", test = "LabEvent" }
answer    = { kind = "one", label = "text" }
knowledge = []
hops      = 2
why       = "The simplest judgement of effect and harm: the value before against the value after."
source    = "Pairs of drug and test are those that the FDA-approved label of the drug says to monitor (furosemide: electrolytes, creatinine, BUN; potassium chloride: potassium; magnesium sulfate: magnesium; insulin: glucose; heparin: aPTT, platelets; warfarin: INR; intravenous vancomycin: renal function). Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Did {test} rise, fall or stay unchanged from its last value before the day of the first order for {order} in {admission} to its first value after that day?",
  "Comparing the last {test} before the day on which {order} was first ordered in {admission} with the first one after that day: did it rise, fall or stay unchanged?",
  "From the last result before to the first result after the day of the first {order} order in {admission}, did {test} rise, fall or stay unchanged?",
]

[[case]]
name   = "potassium falls under furosemide"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "fell" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Furosemide', drug_type: 'BASE', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Furosemide Flush', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "fell" }]

[[case]]
name   = "potassium rises"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "rose" }]

[[case]]
name   = "only the first value after counts"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(:LabEvent {id: 42, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 5.0, valueuom: 'mEq/L', earliest: 4000, latest: 4000})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = [{ admission = 1, order = 10, test = 41, answer = "fell" }]

[[case]]
name   = "a value on the day of the order is neither before nor after"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 2000, latest: 2000})
"""
expect = []

[[case]]
name   = "a pair that no label names"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Docusate', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 900, latest: 900})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = []

[[case]]
name   = "no value before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 4.1, valueuom: 'mEq/L', earliest: 3100, latest: 3100})
CREATE (a)-[:HAD_LAB_EVENT]->(n:LabEvent {id: 41, name: 'Potassium (Blood)', itemid: 50971, loinc_code: '2823-3', valuenum: 3.2, valueuom: 'mEq/L', earliest: 3000, latest: 3000})
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription) WHERE sooner.name = order.name AND sooner.start_earliest < order.start_earliest }
MATCH path_before = (admission)-[:HAD_LAB_EVENT]->(before:LabEvent)
WHERE before.valuenum IS NOT NULL AND before.latest < order.start_earliest
  AND ((toLower(order.drug) STARTS WITH 'furosemide' AND before.loinc_code IN ['2823-3', '2160-0', '3094-0', '2951-2'])
    OR (toLower(order.drug) STARTS WITH 'potassium chloride' AND before.loinc_code = '2823-3')
    OR (toLower(order.drug) STARTS WITH 'magnesium sulfate' AND before.loinc_code = '2601-3')
    OR (toLower(order.drug) STARTS WITH 'insulin' AND before.loinc_code = '2345-7')
    OR (toLower(order.drug) STARTS WITH 'heparin' AND before.loinc_code IN ['3173-2', '777-3'])
    OR (toLower(order.drug) STARTS WITH 'warfarin' AND before.loinc_code = '5895-7')
    OR (toLower(order.drug) STARTS WITH 'vancomycin' AND order.route = 'IV' AND before.loinc_code IN ['2160-0', '3094-0']))
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(between:LabEvent) WHERE between.name = before.name AND between.valuenum IS NOT NULL AND before.latest < between.earliest AND between.latest < order.start_earliest }
MATCH path_after = (admission)-[:HAD_LAB_EVENT]->(test:LabEvent)
WHERE test.name = before.name AND test.valuenum IS NOT NULL AND coalesce(test.valueuom, '') = coalesce(before.valueuom, '') AND order.start_latest < test.earliest
  AND NOT EXISTS { (admission)-[:HAD_LAB_EVENT]->(sooner:LabEvent) WHERE sooner.name = test.name AND sooner.valuenum IS NOT NULL AND order.start_latest < sooner.earliest AND sooner.latest < test.earliest }
RETURN admission, order, test, CASE WHEN test.valuenum > before.valuenum THEN 'rose' WHEN test.valuenum < before.valuenum THEN 'fell' ELSE 'stayed unchanged' END AS answer, path_order, path_before, path_after
