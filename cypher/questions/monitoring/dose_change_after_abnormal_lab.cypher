/*
id        = "dose_change_after_abnormal_lab"
family    = "A1"
title     = "How the dose changed at the next order after an abnormal result"
decision  = "dose-adjustment"
slots     = { admission = "Admission", order = "Prescription", test = "LabEvent", moment = "text" }
answer    = { kind = "one", label = "text" }
knowledge = []
hops      = 2
why       = "Whether a result was acted upon shows in the next dose."
source    = "Pairs of drug and test are those that the FDA-approved label of the drug says to dose by (warfarin: INR; heparin: aPTT; potassium chloride: potassium; vancomycin: renal function; furosemide: potassium; magnesium sulfate: magnesium)."
reviewed  = ""
ask = [
  "{test} of {moment} in {admission} was flagged abnormal between two successive orders for {order}, which started on days before and after it: was the dose raised, lowered or left unchanged in the later order?",
  "Between the start days of two successive orders for {order} in {admission}, {test} of {moment} was flagged abnormal. Did the later order raise, lower or leave unchanged the dose?",
  "After the abnormal {test} of {moment} in {admission}, was the dose of {order} in the next order, started on a later day, raised, lowered or left unchanged against the previous order, started on an earlier day?",
]

[[case]]
name   = "warfarin lowered after the INR"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
"""
expect = [{ admission = 1, order = 11, test = 40, moment = "2150-05-03 08:00:00", answer = "lowered" }]

[[case]]
name   = "raised"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 7.5, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
"""
expect = [{ admission = 1, order = 11, test = 40, moment = "2150-05-03 08:00:00", answer = "raised" }]

[[case]]
name   = "on the day of the later order nobody can tell which came first"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 4800, latest: 4800})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
"""
expect = []

[[case]]
name   = "another order of the drug on the same day hides the change"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 3.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
"""
expect = []

[[case]]
name   = "other units cannot be compared"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'TAB', route: 'PO', start_earliest: 4320, start_latest: 5759})
"""
expect = []

[[case]]
name   = "a normal result"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
"""
expect = []
*/
MATCH path_before = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(before:Prescription)
WHERE p.id IN $patients AND before.drug_type = 'MAIN' AND before.dose IS NOT NULL
MATCH path_after = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)
WHERE order.name = before.name AND order.route = before.route AND order.dose_unit_rx = before.dose_unit_rx AND order.dose IS NOT NULL
  AND before.start_latest < order.start_earliest
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(between:Prescription) WHERE between.name = before.name AND between.id <> before.id AND between.id <> order.id AND between.start_earliest >= before.start_earliest AND between.start_earliest <= order.start_earliest }
MATCH path_lab = (admission)-[:HAD_LAB_EVENT]->(test:LabEvent)
WHERE test.flag = 'abnormal' AND before.start_latest < test.earliest AND test.latest < order.start_earliest
  AND ((toLower(order.drug) STARTS WITH 'warfarin' AND test.loinc_code = '5895-7')
    OR (toLower(order.drug) STARTS WITH 'heparin' AND test.loinc_code = '3173-2')
    OR (toLower(order.drug) STARTS WITH 'potassium chloride' AND test.loinc_code = '2823-3')
    OR (toLower(order.drug) STARTS WITH 'vancomycin' AND order.route = 'IV' AND test.loinc_code = '2160-0')
    OR (toLower(order.drug) STARTS WITH 'furosemide' AND test.loinc_code = '2823-3')
    OR (toLower(order.drug) STARTS WITH 'magnesium sulfate' AND test.loinc_code = '2601-3'))
RETURN admission, order, test, test.charttime AS moment, CASE WHEN order.dose > before.dose THEN 'raised' WHEN order.dose < before.dose THEN 'lowered' ELSE 'left unchanged' END AS answer, path_before, path_after, path_lab
