/*
id        = "new_problem"
family    = "N9"
title     = "The problems of an admission that are new against an earlier one"
decision  = "persistence"
slots     = { admission = "Admission", earlier = "Admission" }
answer    = { kind = "set", label = "Diagnosis" }
knowledge = ["ISA"]
hops      = 4
why       = "A problem is new only if no wider or narrower form of it stood in the earlier codes."
source    = "MIMIC-III DIAGNOSES_ICD; ISA of the Disease Ontology (Schriml et al., Nucleic Acids Res 2022;50:D1255) or UMLS. Only diagnoses with a place in that hierarchy are judged."
reviewed  = ""
ask = [
  "Which diagnoses coded for {admission} are new compared with {earlier}, in that neither the same problem nor a form of it that is wider or narrower by up to two levels of the disease hierarchy was coded then?",
  "Compared with the codes of {earlier}, which diagnoses coded for {admission} were not there before, even when forms up to two levels wider or narrower in the disease hierarchy are counted as the same?",
  "Counting forms that are wider or narrower by up to two levels of the disease hierarchy as known, which diagnoses coded for {admission} had no counterpart among the codes of {earlier}?",
]

[[case]]
name   = "hypertension after asthma"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Asthma, unspecified type, unspecified', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'essential hypertension', name: 'essential hypertension'})-[:ISA]->(h:Concept {id: 'hypertension', name: 'hypertension'})
"""
expect = [{ admission = 2, earlier = 1, answer = 21 }]

[[case]]
name   = "a wider form was coded before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Other hypertension', seq_num: 1})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'essential hypertension', name: 'essential hypertension'})-[:ISA]->(h:Concept {id: 'hypertension', name: 'hypertension'})<-[:REFERS_TO {role: 'code'}]-(d)
"""
expect = []

[[case]]
name   = "a narrower form was coded before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Malignant essential hypertension', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'malignant hypertension', name: 'malignant hypertension'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'essential hypertension', name: 'essential hypertension'})-[:ISA]->(h:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (y)-[:ISA]->(x)
"""
expect = []

[[case]]
name   = "a later admission is not an earlier one"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 11000, start_latest: 11000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Asthma, unspecified type, unspecified', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'essential hypertension', name: 'essential hypertension'})-[:ISA]->(h:Concept {id: 'hypertension', name: 'hypertension'})
"""
expect = []

[[case]]
name   = "one thing changed, a patient each"
graph  = """
// Admission the admission of 1 May 2150 to 9 May 2150: stop_earliest 12000 -> 35000
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 35000, stop_latest: 35000})
CREATE (n2_0)-[:HAD_ADMISSION]->(n2_2:Admission {id: 2002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n2_1)-[:HAD_DIAGNOSIS]->(n2_3:Diagnosis {id: 2020, name: 'Asthma, unspecified type, unspecified', seq_num: 1})
CREATE (n2_3)-[:REFERS_TO {role: 'code'}]->(n2_4:Concept {id: 'asthma 2', name: 'asthma'})
CREATE (n2_2)-[:HAD_DIAGNOSIS]->(n2_5:Diagnosis {id: 2021, name: 'Unspecified essential hypertension'})
CREATE (n2_5)-[:REFERS_TO {role: 'code'}]->(n2_6:Concept {id: 'essential hypertension 2', name: 'essential hypertension'})
CREATE (n2_6)-[:ISA]->(n2_7:Concept {id: 'hypertension 2', name: 'hypertension'})
// Diagnosis Asthma, unspecified type, unspecified: seq_num 1 -> 2
CREATE (n3_0:Patient {id: 3001})-[:HAD_ADMISSION]->(n3_1:Admission {id: 3001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n3_0)-[:HAD_ADMISSION]->(n3_2:Admission {id: 3002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n3_1)-[:HAD_DIAGNOSIS]->(n3_3:Diagnosis {id: 3020, name: 'Asthma, unspecified type, unspecified', seq_num: 2})
CREATE (n3_3)-[:REFERS_TO {role: 'code'}]->(n3_4:Concept {id: 'asthma 3', name: 'asthma'})
CREATE (n3_2)-[:HAD_DIAGNOSIS]->(n3_5:Diagnosis {id: 3021, name: 'Unspecified essential hypertension'})
CREATE (n3_5)-[:REFERS_TO {role: 'code'}]->(n3_6:Concept {id: 'essential hypertension 3', name: 'essential hypertension'})
CREATE (n3_6)-[:ISA]->(n3_7:Concept {id: 'hypertension 3', name: 'hypertension'})
// Unspecified essential hypertension is linked in the role 'group', not 'code'
CREATE (n4_0:Patient {id: 4001})-[:HAD_ADMISSION]->(n4_1:Admission {id: 4001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n4_0)-[:HAD_ADMISSION]->(n4_2:Admission {id: 4002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n4_1)-[:HAD_DIAGNOSIS]->(n4_3:Diagnosis {id: 4020, name: 'Asthma, unspecified type, unspecified', seq_num: 1})
CREATE (n4_3)-[:REFERS_TO {role: 'code'}]->(n4_4:Concept {id: 'asthma 4', name: 'asthma'})
CREATE (n4_2)-[:HAD_DIAGNOSIS]->(n4_5:Diagnosis {id: 4021, name: 'Unspecified essential hypertension'})
CREATE (n4_5)-[:REFERS_TO {role: 'group'}]->(n4_6:Concept {id: 'essential hypertension 4', name: 'essential hypertension'})
CREATE (n4_6)-[:ISA]->(n4_7:Concept {id: 'hypertension 4', name: 'hypertension'})
// essential hypertension DUE_TO hypertension in place of ISA
CREATE (n5_0:Patient {id: 5001})-[:HAD_ADMISSION]->(n5_1:Admission {id: 5001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n5_0)-[:HAD_ADMISSION]->(n5_2:Admission {id: 5002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n5_1)-[:HAD_DIAGNOSIS]->(n5_3:Diagnosis {id: 5020, name: 'Asthma, unspecified type, unspecified', seq_num: 1})
CREATE (n5_3)-[:REFERS_TO {role: 'code'}]->(n5_4:Concept {id: 'asthma 5', name: 'asthma'})
CREATE (n5_2)-[:HAD_DIAGNOSIS]->(n5_5:Diagnosis {id: 5021, name: 'Unspecified essential hypertension'})
CREATE (n5_5)-[:REFERS_TO {role: 'code'}]->(n5_6:Concept {id: 'essential hypertension 5', name: 'essential hypertension'})
CREATE (n5_6)-[:DUE_TO]->(n5_7:Concept {id: 'hypertension 5', name: 'hypertension'})
// as in 'a wider form was coded before', but hypertension lies 1 level higher above essential hypertension
CREATE (n7_0:Patient {id: 7001})-[:HAD_ADMISSION]->(n7_1:Admission {id: 7001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n7_0)-[:HAD_ADMISSION]->(n7_2:Admission {id: 7002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n7_1)-[:HAD_DIAGNOSIS]->(n7_3:Diagnosis {id: 7020, name: 'Other hypertension', seq_num: 1})
CREATE (n7_2)-[:HAD_DIAGNOSIS]->(n7_4:Diagnosis {id: 7021, name: 'Unspecified essential hypertension'})
CREATE (n7_4)-[:REFERS_TO {role: 'code'}]->(n7_5:Concept {id: 'essential hypertension 7', name: 'essential hypertension'})
CREATE (n7_3)-[:REFERS_TO {role: 'code'}]->(n7_6:Concept {id: 'hypertension 7', name: 'hypertension'})
CREATE (n7_5)-[:ISA]->(n7_7:Concept {id: 'between 0 7', name: 'between 0'})
CREATE (n7_7)-[:ISA]->(n7_6)
// as in 'a narrower form was coded before', but essential hypertension lies 1 level higher above malignant hypertension
CREATE (n8_0:Patient {id: 8001})-[:HAD_ADMISSION]->(n8_1:Admission {id: 8001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n8_0)-[:HAD_ADMISSION]->(n8_2:Admission {id: 8002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n8_1)-[:HAD_DIAGNOSIS]->(n8_3:Diagnosis {id: 8020, name: 'Malignant essential hypertension', seq_num: 1})
CREATE (n8_3)-[:REFERS_TO {role: 'code'}]->(n8_4:Concept {id: 'malignant hypertension 8', name: 'malignant hypertension'})
CREATE (n8_2)-[:HAD_DIAGNOSIS]->(n8_5:Diagnosis {id: 8021, name: 'Unspecified essential hypertension'})
CREATE (n8_5)-[:REFERS_TO {role: 'code'}]->(n8_6:Concept {id: 'essential hypertension 8', name: 'essential hypertension'})
CREATE (n8_6)-[:ISA]->(n8_7:Concept {id: 'hypertension 8', name: 'hypertension'})
CREATE (n8_4)-[:ISA]->(n8_8:Concept {id: 'between 0 8', name: 'between 0'})
CREATE (n8_8)-[:ISA]->(n8_6)
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// as it is
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n1_0)-[:HAD_ADMISSION]->(n1_2:Admission {id: 1002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n1_1)-[:HAD_DIAGNOSIS]->(n1_3:Diagnosis {id: 1020, name: 'Asthma, unspecified type, unspecified', seq_num: 1})
CREATE (n1_3)-[:REFERS_TO {role: 'code'}]->(n1_4:Concept {id: 'asthma 1', name: 'asthma'})
CREATE (n1_2)-[:HAD_DIAGNOSIS]->(n1_5:Diagnosis {id: 1021, name: 'Unspecified essential hypertension'})
CREATE (n1_5)-[:REFERS_TO {role: 'code'}]->(n1_6:Concept {id: 'essential hypertension 1', name: 'essential hypertension'})
CREATE (n1_6)-[:ISA]->(n1_7:Concept {id: 'hypertension 1', name: 'hypertension'})
// beside Concept hypertension its like, (Concept essential hypertension)-[ISA]->(Concept another hypertension) as MAY_TREAT
CREATE (n6_0:Patient {id: 6001})-[:HAD_ADMISSION]->(n6_1:Admission {id: 6001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n6_0)-[:HAD_ADMISSION]->(n6_2:Admission {id: 6002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n6_1)-[:HAD_DIAGNOSIS]->(n6_3:Diagnosis {id: 6020, name: 'Asthma, unspecified type, unspecified', seq_num: 1})
CREATE (n6_3)-[:REFERS_TO {role: 'code'}]->(n6_4:Concept {id: 'asthma 6', name: 'asthma'})
CREATE (n6_2)-[:HAD_DIAGNOSIS]->(n6_5:Diagnosis {id: 6021, name: 'Unspecified essential hypertension'})
CREATE (n6_5)-[:REFERS_TO {role: 'code'}]->(n6_6:Concept {id: 'essential hypertension 6', name: 'essential hypertension'})
CREATE (n6_6)-[:ISA]->(n6_7:Concept {id: 'hypertension 6', name: 'hypertension'})
CREATE (n6_6)-[:MAY_TREAT]->(n6_8:Concept {id: 'another hypertension 6', name: 'another hypertension'})
// as in 'a wider form was coded before', but Other hypertension is linked in the role 'group', not 'code'
CREATE (n9_0:Patient {id: 9001})-[:HAD_ADMISSION]->(n9_1:Admission {id: 9001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n9_0)-[:HAD_ADMISSION]->(n9_2:Admission {id: 9002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n9_1)-[:HAD_DIAGNOSIS]->(n9_3:Diagnosis {id: 9020, name: 'Other hypertension', seq_num: 1})
CREATE (n9_2)-[:HAD_DIAGNOSIS]->(n9_4:Diagnosis {id: 9021, name: 'Unspecified essential hypertension'})
CREATE (n9_4)-[:REFERS_TO {role: 'code'}]->(n9_5:Concept {id: 'essential hypertension 9', name: 'essential hypertension'})
CREATE (n9_5)-[:ISA]->(n9_6:Concept {id: 'hypertension 9', name: 'hypertension'})
CREATE (n9_3)-[:REFERS_TO {role: 'group'}]->(n9_6)
// as in 'a narrower form was coded before', but Malignant essential hypertension is linked in the role 'group', not 'code'
CREATE (n10_0:Patient {id: 10001})-[:HAD_ADMISSION]->(n10_1:Admission {id: 10001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n10_0)-[:HAD_ADMISSION]->(n10_2:Admission {id: 10002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n10_1)-[:HAD_DIAGNOSIS]->(n10_3:Diagnosis {id: 10020, name: 'Malignant essential hypertension', seq_num: 1})
CREATE (n10_3)-[:REFERS_TO {role: 'group'}]->(n10_4:Concept {id: 'malignant hypertension 10', name: 'malignant hypertension'})
CREATE (n10_2)-[:HAD_DIAGNOSIS]->(n10_5:Diagnosis {id: 10021, name: 'Unspecified essential hypertension'})
CREATE (n10_5)-[:REFERS_TO {role: 'code'}]->(n10_6:Concept {id: 'essential hypertension 10', name: 'essential hypertension'})
CREATE (n10_6)-[:ISA]->(n10_7:Concept {id: 'hypertension 10', name: 'hypertension'})
CREATE (n10_4)-[:ISA]->(n10_6)
// as in 'a narrower form was coded before', but malignant hypertension DUE_TO essential hypertension in place of ISA
CREATE (n11_0:Patient {id: 11001})-[:HAD_ADMISSION]->(n11_1:Admission {id: 11001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n11_0)-[:HAD_ADMISSION]->(n11_2:Admission {id: 11002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n11_1)-[:HAD_DIAGNOSIS]->(n11_3:Diagnosis {id: 11020, name: 'Malignant essential hypertension', seq_num: 1})
CREATE (n11_3)-[:REFERS_TO {role: 'code'}]->(n11_4:Concept {id: 'malignant hypertension 11', name: 'malignant hypertension'})
CREATE (n11_2)-[:HAD_DIAGNOSIS]->(n11_5:Diagnosis {id: 11021, name: 'Unspecified essential hypertension'})
CREATE (n11_5)-[:REFERS_TO {role: 'code'}]->(n11_6:Concept {id: 'essential hypertension 11', name: 'essential hypertension'})
CREATE (n11_6)-[:ISA]->(n11_7:Concept {id: 'hypertension 11', name: 'hypertension'})
CREATE (n11_4)-[:DUE_TO]->(n11_6)
// as in 'a wider form was coded before', but hypertension lies 2 levels higher above essential hypertension
CREATE (n12_0:Patient {id: 12001})-[:HAD_ADMISSION]->(n12_1:Admission {id: 12001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n12_0)-[:HAD_ADMISSION]->(n12_2:Admission {id: 12002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n12_1)-[:HAD_DIAGNOSIS]->(n12_3:Diagnosis {id: 12020, name: 'Other hypertension', seq_num: 1})
CREATE (n12_2)-[:HAD_DIAGNOSIS]->(n12_4:Diagnosis {id: 12021, name: 'Unspecified essential hypertension'})
CREATE (n12_4)-[:REFERS_TO {role: 'code'}]->(n12_5:Concept {id: 'essential hypertension 12', name: 'essential hypertension'})
CREATE (n12_3)-[:REFERS_TO {role: 'code'}]->(n12_6:Concept {id: 'hypertension 12', name: 'hypertension'})
CREATE (n12_5)-[:ISA]->(n12_7:Concept {id: 'between 0 12', name: 'between 0'})
CREATE (n12_7)-[:ISA]->(n12_8:Concept {id: 'between 1 12', name: 'between 1'})
CREATE (n12_8)-[:ISA]->(n12_6)
// as in 'a narrower form was coded before', but essential hypertension lies 2 levels higher above malignant hypertension
CREATE (n13_0:Patient {id: 13001})-[:HAD_ADMISSION]->(n13_1:Admission {id: 13001, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (n13_0)-[:HAD_ADMISSION]->(n13_2:Admission {id: 13002, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (n13_1)-[:HAD_DIAGNOSIS]->(n13_3:Diagnosis {id: 13020, name: 'Malignant essential hypertension', seq_num: 1})
CREATE (n13_3)-[:REFERS_TO {role: 'code'}]->(n13_4:Concept {id: 'malignant hypertension 13', name: 'malignant hypertension'})
CREATE (n13_2)-[:HAD_DIAGNOSIS]->(n13_5:Diagnosis {id: 13021, name: 'Unspecified essential hypertension'})
CREATE (n13_5)-[:REFERS_TO {role: 'code'}]->(n13_6:Concept {id: 'essential hypertension 13', name: 'essential hypertension'})
CREATE (n13_6)-[:ISA]->(n13_7:Concept {id: 'hypertension 13', name: 'hypertension'})
CREATE (n13_4)-[:ISA]->(n13_8:Concept {id: 'between 0 13', name: 'between 0'})
CREATE (n13_8)-[:ISA]->(n13_9:Concept {id: 'between 1 13', name: 'between 1'})
CREATE (n13_9)-[:ISA]->(n13_6)
"""
expect = [
  { admission = 1002, earlier = 1001, answer = 1021 },
  { admission = 6002, earlier = 6001, answer = 6021 },
  { admission = 9002, earlier = 9001, answer = 9021 },
  { admission = 10002, earlier = 10001, answer = 10021 },
  { admission = 11002, earlier = 11001, answer = 11021 },
  { admission = 12002, earlier = 12001, answer = 12021 },
  { admission = 13002, earlier = 13001, answer = 13021 },
]

[[case]]
name   = "coded before is what it is due to, not a form of it"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Obesity, unspecified', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'obesity', name: 'obesity'})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'essential hypertension', name: 'essential hypertension'})-[:ISA]->(h:Concept {id: 'hypertension', name: 'hypertension'})
CREATE (x)-[:DUE_TO]->(y)
"""
expect = [{ admission = 2, earlier = 1, answer = 21 }]
*/
MATCH path_now = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_DIAGNOSIS]->(answer:Diagnosis)-[:REFERS_TO {role: 'code'}]->(disease:Concept)-[:ISA]->(parent:Concept)
WHERE p.id IN $patients
  // one wider form is enough to show that the problem has its place in the hierarchy: the one with the smallest id
  AND NOT EXISTS { (disease)-[:ISA]->(other:Concept) WHERE other.id < parent.id }
MATCH path_earlier = (p)-[:HAD_ADMISSION]->(earlier:Admission)-[:HAD_DIAGNOSIS]->(first:Diagnosis)
WHERE earlier.stop_latest < admission.start_earliest AND first.seq_num = 1
  AND NOT EXISTS { (disease)-[:ISA*0..2]->(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(earlier) }
  AND NOT EXISTS { (disease)<-[:ISA*0..2]-(:Concept)<-[:REFERS_TO {role: 'code'}]-(:Diagnosis)<-[:HAD_DIAGNOSIS]-(earlier) }
RETURN admission, earlier, answer, path_now, path_earlier
