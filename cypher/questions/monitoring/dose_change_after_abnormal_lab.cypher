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

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// LabEvent INR(PT) (Blood): loinc_code '5895-7' -> '2823-3'
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_2:Prescription {id: 1010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n1_1)-[:HAD_LAB_EVENT]->(n1_3:LabEvent {id: 1040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '2823-3', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_4:Prescription {id: 1011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: drug 'Warfarin' -> 'furosemide'
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_2:Prescription {id: 2010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n2_1)-[:HAD_LAB_EVENT]->(n2_3:LabEvent {id: 2040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_4:Prescription {id: 2011, name: 'Warfarin', drug: 'furosemide', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// LabEvent INR(PT) (Blood): earliest 3360 -> 2879
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_2:Prescription {id: 3010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n3_1)-[:HAD_LAB_EVENT]->(n3_3:LabEvent {id: 3040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 2879, latest: 2879})
CREATE (n3_1)-[:HAD_PRESCRIPTION]->(n3_4:Prescription {id: 3011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// LabEvent INR(PT) (Blood): loinc_code '5895-7' -> '2601-3'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_2:Prescription {id: 4010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n4_1)-[:HAD_LAB_EVENT]->(n4_3:LabEvent {id: 4040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '2601-3', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n4_1)-[:HAD_PRESCRIPTION]->(n4_4:Prescription {id: 4011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// LabEvent INR(PT) (Blood): loinc_code '5895-7' -> '3173-2'
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_2:Prescription {id: 5010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n5_1)-[:HAD_LAB_EVENT]->(n5_3:LabEvent {id: 5040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '3173-2', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n5_1)-[:HAD_PRESCRIPTION]->(n5_4:Prescription {id: 5011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: drug 'Warfarin' -> 'heparin'
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_2:Prescription {id: 6010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n6_1)-[:HAD_LAB_EVENT]->(n6_3:LabEvent {id: 6040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n6_1)-[:HAD_PRESCRIPTION]->(n6_4:Prescription {id: 6011, name: 'Warfarin', drug: 'heparin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: drug 'Warfarin' -> 'magnesium sulfate'
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_2:Prescription {id: 7010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n7_1)-[:HAD_LAB_EVENT]->(n7_3:LabEvent {id: 7040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n7_1)-[:HAD_PRESCRIPTION]->(n7_4:Prescription {id: 7011, name: 'Warfarin', drug: 'magnesium sulfate', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: name 'Warfarin' -> 'INR(PT) (Blood)'
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_2:Prescription {id: 8010, name: 'INR(PT) (Blood)', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n8_1)-[:HAD_LAB_EVENT]->(n8_3:LabEvent {id: 8040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n8_1)-[:HAD_PRESCRIPTION]->(n8_4:Prescription {id: 8011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: drug_type 'MAIN' -> 'other'
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_2:Prescription {id: 9010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'other', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n9_1)-[:HAD_LAB_EVENT]->(n9_3:LabEvent {id: 9040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n9_1)-[:HAD_PRESCRIPTION]->(n9_4:Prescription {id: 9011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: without dose
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_2:Prescription {id: 10010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n10_1)-[:HAD_LAB_EVENT]->(n10_3:LabEvent {id: 10040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n10_1)-[:HAD_PRESCRIPTION]->(n10_4:Prescription {id: 10011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: route 'PO' -> 'IV'
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_2:Prescription {id: 11010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'IV', start_earliest: 1440, start_latest: 2879})
CREATE (n11_1)-[:HAD_LAB_EVENT]->(n11_3:LabEvent {id: 11040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n11_1)-[:HAD_PRESCRIPTION]->(n11_4:Prescription {id: 11011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// LabEvent INR(PT) (Blood): earliest 3360 -> 4320
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n12_1)-[:HAD_PRESCRIPTION]->(n12_2:Prescription {id: 12010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n12_1)-[:HAD_LAB_EVENT]->(n12_3:LabEvent {id: 12040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 4320, latest: 4320})
CREATE (n12_1)-[:HAD_PRESCRIPTION]->(n12_4:Prescription {id: 12011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Prescription Warfarin: without dose
CREATE (n13_0:Patient {id: 13001})-[:HAD_ADMISSION]->(n13_1:Admission {id: 13001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_2:Prescription {id: 13010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n13_1)-[:HAD_LAB_EVENT]->(n13_3:LabEvent {id: 13040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n13_1)-[:HAD_PRESCRIPTION]->(n13_4:Prescription {id: 13011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// INR(PT) (Blood) is of another admission
CREATE (n14_0:Patient {id: 14001})-[:HAD_ADMISSION]->(n14_1:Admission {id: 14001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n14_1)-[:HAD_PRESCRIPTION]->(n14_2:Prescription {id: 14010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n14_5:Admission {id: 14041, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_LAB_EVENT]->(n14_3:LabEvent {id: 14040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n14_1)-[:HAD_PRESCRIPTION]->(n14_4:Prescription {id: 14011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// Warfarin is of another admission
CREATE (n15_0:Patient {id: 15001})-[:HAD_ADMISSION]->(n15_1:Admission {id: 15001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n15_1)-[:HAD_PRESCRIPTION]->(n15_2:Prescription {id: 15010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n15_1)-[:HAD_LAB_EVENT]->(n15_3:LabEvent {id: 15040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n15_5:Admission {id: 15041, name: 'the admission of 1 May 2150 to 9 May 2150'})-[:HAD_PRESCRIPTION]->(n15_4:Prescription {id: 15011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// beside (Admission the admission of 1 May 2150 to 9 May 2150)-[HAD_PRESCRIPTION]->(Prescription Warfarin) another target
CREATE (n16_0:Patient {id: 16001})-[:HAD_ADMISSION]->(n16_1:Admission {id: 16001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n16_1)-[:HAD_PRESCRIPTION]->(n16_2:Prescription {id: 16010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n16_1)-[:HAD_LAB_EVENT]->(n16_3:LabEvent {id: 16040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n16_1)-[:HAD_PRESCRIPTION]->(n16_4:Prescription {id: 16011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
CREATE (n16_1)-[:HAD_PRESCRIPTION]->(n16_5:Prescription {id: 16041, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// 'another order of the drug on the same day hides the change': Prescription Warfarin: start_earliest 4320 -> 0
CREATE (n17_0:Patient {id: 17001})-[:HAD_ADMISSION]->(n17_1:Admission {id: 17001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n17_1)-[:HAD_PRESCRIPTION]->(n17_2:Prescription {id: 17010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n17_1)-[:HAD_PRESCRIPTION]->(n17_3:Prescription {id: 17012, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 3.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 0, start_latest: 1439})
CREATE (n17_1)-[:HAD_LAB_EVENT]->(n17_4:LabEvent {id: 17040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n17_1)-[:HAD_PRESCRIPTION]->(n17_5:Prescription {id: 17011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// 'another order of the drug on the same day hides the change': Prescription Warfarin: start_earliest 4320 -> 5760
CREATE (n18_0:Patient {id: 18001})-[:HAD_ADMISSION]->(n18_1:Admission {id: 18001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n18_1)-[:HAD_PRESCRIPTION]->(n18_2:Prescription {id: 18010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n18_1)-[:HAD_PRESCRIPTION]->(n18_3:Prescription {id: 18012, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 3.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 5760, start_latest: 7199})
CREATE (n18_1)-[:HAD_LAB_EVENT]->(n18_4:LabEvent {id: 18040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n18_1)-[:HAD_PRESCRIPTION]->(n18_5:Prescription {id: 18011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
// 'another order of the drug on the same day hides the change': Prescription Warfarin: name 'Warfarin' -> 'INR(PT) (Blood)'
CREATE (n19_0:Patient {id: 19001})-[:HAD_ADMISSION]->(n19_1:Admission {id: 19001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n19_1)-[:HAD_PRESCRIPTION]->(n19_2:Prescription {id: 19010, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 5.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 1440, start_latest: 2879})
CREATE (n19_1)-[:HAD_PRESCRIPTION]->(n19_3:Prescription {id: 19012, name: 'INR(PT) (Blood)', drug: 'Warfarin', drug_type: 'MAIN', dose: 3.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
CREATE (n19_1)-[:HAD_LAB_EVENT]->(n19_4:LabEvent {id: 19040, name: 'INR(PT) (Blood)', itemid: 51237, loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (n19_1)-[:HAD_PRESCRIPTION]->(n19_5:Prescription {id: 19011, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', dose: 2.0, dose_unit_rx: 'mg', route: 'PO', start_earliest: 4320, start_latest: 5759})
"""
expect = [
  { admission = 17001, order = 17011, test = 17040, moment = "2150-05-03 08:00:00", answer = "lowered" },
  { admission = 18001, order = 18011, test = 18040, moment = "2150-05-03 08:00:00", answer = "lowered" },
  { admission = 19001, order = 19011, test = 19040, moment = "2150-05-03 08:00:00", answer = "lowered" },
]

[[case]]
name   = "every pair of drug and test, a patient each"
graph  = """
// Vancomycin IV and Creatinine (Blood)
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 140, name: 'Creatinine (Blood)', loinc_code: '2160-0', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Warfarin PO and INR(PT) (Blood)
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', route: 'PO', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', route: 'PO', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a2)-[:HAD_LAB_EVENT]->(:LabEvent {id: 240, name: 'INR(PT) (Blood)', loinc_code: '5895-7', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Heparin IV and PTT (Blood)
CREATE (p3:Patient {id: 3})-[:HAD_ADMISSION]->(a3:Admission {id: 3, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 340, name: 'PTT (Blood)', loinc_code: '3173-2', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Potassium Chloride IV and Potassium (Blood)
CREATE (p4:Patient {id: 4})-[:HAD_ADMISSION]->(a4:Admission {id: 4, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 440, name: 'Potassium (Blood)', loinc_code: '2823-3', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Furosemide IV and Potassium (Blood)
CREATE (p5:Patient {id: 5})-[:HAD_ADMISSION]->(a5:Admission {id: 5, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 510, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 511, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 540, name: 'Potassium (Blood)', loinc_code: '2823-3', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Magnesium Sulfate IV and Magnesium (Blood)
CREATE (p6:Patient {id: 6})-[:HAD_ADMISSION]->(a6:Admission {id: 6, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a6)-[:HAD_PRESCRIPTION]->(:Prescription {id: 610, name: 'Magnesium Sulfate', drug: 'Magnesium Sulfate', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a6)-[:HAD_PRESCRIPTION]->(:Prescription {id: 611, name: 'Magnesium Sulfate', drug: 'Magnesium Sulfate', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 640, name: 'Magnesium (Blood)', loinc_code: '2601-3', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
"""
expect = [
  { admission = 1, order = 111, test = 140, moment = "2150-05-04 03:20:00", answer = "raised" },
  { admission = 2, order = 211, test = 240, moment = "2150-05-04 03:20:00", answer = "left unchanged" },
  { admission = 3, order = 311, test = 340, moment = "2150-05-04 03:20:00", answer = "lowered" },
  { admission = 4, order = 411, test = 440, moment = "2150-05-04 03:20:00", answer = "raised" },
  { admission = 5, order = 511, test = 540, moment = "2150-05-04 03:20:00", answer = "left unchanged" },
  { admission = 6, order = 611, test = 640, moment = "2150-05-04 03:20:00", answer = "lowered" },
]

[[case]]
name   = "pairs of drug and test that no label knows"
graph  = """
// Vancomycin PO and Creatinine (Blood)
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'PO', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 111, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'PO', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a1)-[:HAD_LAB_EVENT]->(:LabEvent {id: 140, name: 'Creatinine (Blood)', loinc_code: '2160-0', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Vancomycin IV and Potassium (Blood)
CREATE (p2:Patient {id: 2})-[:HAD_ADMISSION]->(a2:Admission {id: 2, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a2)-[:HAD_PRESCRIPTION]->(:Prescription {id: 211, name: 'Vancomycin', drug: 'Vancomycin', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a2)-[:HAD_LAB_EVENT]->(:LabEvent {id: 240, name: 'Potassium (Blood)', loinc_code: '2823-3', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Cefazolin IV and Creatinine (Blood)
CREATE (p3:Patient {id: 3})-[:HAD_ADMISSION]->(a3:Admission {id: 3, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'Cefazolin', drug: 'Cefazolin', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a3)-[:HAD_PRESCRIPTION]->(:Prescription {id: 311, name: 'Cefazolin', drug: 'Cefazolin', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a3)-[:HAD_LAB_EVENT]->(:LabEvent {id: 340, name: 'Creatinine (Blood)', loinc_code: '2160-0', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Furosemide IV and Magnesium (Blood)
CREATE (p4:Patient {id: 4})-[:HAD_ADMISSION]->(a4:Admission {id: 4, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 410, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a4)-[:HAD_PRESCRIPTION]->(:Prescription {id: 411, name: 'Furosemide', drug: 'Furosemide', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a4)-[:HAD_LAB_EVENT]->(:LabEvent {id: 440, name: 'Magnesium (Blood)', loinc_code: '2601-3', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Potassium Chloride IV and Magnesium (Blood)
CREATE (p5:Patient {id: 5})-[:HAD_ADMISSION]->(a5:Admission {id: 5, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 510, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', route: 'IV', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a5)-[:HAD_PRESCRIPTION]->(:Prescription {id: 511, name: 'Potassium Chloride', drug: 'Potassium Chloride', drug_type: 'MAIN', route: 'IV', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a5)-[:HAD_LAB_EVENT]->(:LabEvent {id: 540, name: 'Magnesium (Blood)', loinc_code: '2601-3', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
// Warfarin PO and Potassium (Blood)
CREATE (p6:Patient {id: 6})-[:HAD_ADMISSION]->(a6:Admission {id: 6, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a6)-[:HAD_PRESCRIPTION]->(:Prescription {id: 610, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', route: 'PO', dose: 1.0, dose_unit_rx: 'mg', start_earliest: 1440, start_latest: 2879})
CREATE (a6)-[:HAD_PRESCRIPTION]->(:Prescription {id: 611, name: 'Warfarin', drug: 'Warfarin', drug_type: 'MAIN', route: 'PO', dose: 2.0, dose_unit_rx: 'mg', start_earliest: 5760, start_latest: 7199})
CREATE (a6)-[:HAD_LAB_EVENT]->(:LabEvent {id: 640, name: 'Potassium (Blood)', loinc_code: '2823-3', flag: 'abnormal', charttime: '2150-05-04 03:20:00', earliest: 4520, latest: 4520})
"""
expect = []

[[case]]
name   = "heparin under the skin is not dosed by the PTT"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', dose: 5000.0, dose_unit_rx: 'UNIT', route: 'SC', start_earliest: 1440, start_latest: 2879})
CREATE (a)-[:HAD_LAB_EVENT]->(m:LabEvent {id: 40, name: 'PTT (Blood)', loinc_code: '3173-2', flag: 'abnormal', charttime: '2150-05-03 08:00:00', earliest: 3360, latest: 3360})
CREATE (a)-[:HAD_PRESCRIPTION]->(s:Prescription {id: 11, name: 'Heparin', drug: 'Heparin', drug_type: 'MAIN', dose: 7500.0, dose_unit_rx: 'UNIT', route: 'SC', start_earliest: 4320, start_latest: 5759})
"""
expect = []
*/
MATCH path_before = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(before:Prescription)
WHERE p.id IN $patients AND before.drug_type = 'MAIN' AND before.dose IS NOT NULL
MATCH path_after = (admission)-[:HAD_PRESCRIPTION]->(order:Prescription)
WHERE order.name = before.name AND order.route = before.route AND order.dose_unit_rx = before.dose_unit_rx AND order.dose IS NOT NULL
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(between:Prescription) WHERE between.name = before.name AND between.id <> before.id AND between.id <> order.id AND between.start_earliest >= before.start_earliest AND between.start_earliest <= order.start_earliest }
MATCH path_lab = (admission)-[:HAD_LAB_EVENT]->(test:LabEvent)
WHERE test.flag = 'abnormal' AND before.start_latest < test.earliest AND test.latest < order.start_earliest
  AND ((toLower(order.drug) STARTS WITH 'warfarin' AND test.loinc_code = '5895-7')
    OR (toLower(order.drug) STARTS WITH 'heparin' AND order.route <> 'SC' AND test.loinc_code = '3173-2')
    OR (toLower(order.drug) STARTS WITH 'potassium chloride' AND test.loinc_code = '2823-3')
    OR (toLower(order.drug) STARTS WITH 'vancomycin' AND order.route = 'IV' AND test.loinc_code = '2160-0')
    OR (toLower(order.drug) STARTS WITH 'furosemide' AND test.loinc_code = '2823-3')
    OR (toLower(order.drug) STARTS WITH 'magnesium sulfate' AND test.loinc_code = '2601-3'))
RETURN admission, order, test, test.charttime AS moment, CASE WHEN order.dose > before.dose THEN 'raised' WHEN order.dose < before.dose THEN 'lowered' ELSE 'left unchanged' END AS answer, path_before, path_after, path_lab
