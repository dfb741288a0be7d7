/*
id        = "first_order_against_icu_stay"
family    = "N6"
title     = "Whether a drug was first ordered before, during or after the first ICU stay"
decision  = "timing"
slots     = { admission = "Admission", order = "Prescription" }
answer    = { kind = "one", label = "text" }
knowledge = []
hops      = 2
why       = "A vasopressor or antibiotic before the ICU tells another story than one after it."
source    = "Relations of intervals: Allen, Commun ACM 1983;26:832. An order is known to the day: only where its whole day lies on one side is it asked about. Local use: the routes for skin, eye, ear, vagina, irrigation and dialysis fluid as MIMIC-III writes them."
reviewed  = ""
ask = [
  "Was {order} first ordered before, during or after the first ICU stay of {admission}?",
  "Did the first order for {order} in {admission} fall before, during or after the first ICU stay of that admission?",
  "Relative to the first ICU stay of {admission}, did the first order for {order} start before, during or after it?",
]

[[case]]
name   = "norepinephrine in the ICU"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
"""
expect = [{ admission = 1, order = 10, answer = "during" }]

[[case]]
name   = "what does not count, beside what does"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 110, name: 'a diluent', drug: 'Norepinephrine', drug_type: 'BASE', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 210, name: 'a flush', drug: 'Norepinephrine Flush', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c)
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 310, name: 'eye drops', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319, route: 'OU'})-[:REFERS_TO {role: 'drug'}]->(c)
"""
expect = [{ admission = 1, order = 10, answer = "during" }]

[[case]]
name   = "only the first order and the first stay count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 8640, start_latest: 10079})
CREATE (a)-[:HAD_PRESCRIPTION]->(:Prescription {id: 12, name: 'Docusate', drug: 'Docusate', drug_type: 'BASE', start_earliest: 0, start_latest: 1439})
CREATE (a)-[:HAD_ICU_STAY]->(:ICUStay {id: 31, name: 'the SICU stay of 8 May 2150 to 9 May 2150', start_earliest: 10500, start_latest: 10500, stop_earliest: 11500, stop_latest: 11500})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
"""
expect = [{ admission = 1, order = 10, answer = "during" }]

[[case]]
name   = "the day before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
"""
expect = [{ admission = 1, order = 10, answer = "before" }]

[[case]]
name   = "days after"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 7200, start_latest: 8639})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
"""
expect = [{ admission = 1, order = 10, answer = "after" }]

[[case]]
name   = "on the day of ICU admission nobody can tell"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 1440, start_latest: 2879})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
"""
expect = []

[[case]]
name   = "on the day of leaving nobody can tell"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 5760, start_latest: 7199})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
"""
expect = []

[[case]]
name   = "one thing changed that does not matter, a patient each"
graph  = """
// ICUStay the MICU stay of 2 May 2150 to 5 May 2150: start_earliest 2000 -> 2880
CREATE (n1_0:Patient {id: 1001})-[:HAD_ADMISSION]->(n1_1:Admission {id: 1001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n1_1)-[:HAD_ICU_STAY]->(n1_2:ICUStay {id: 1030, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2880, start_latest: 2880, stop_earliest: 6000, stop_latest: 6000})
CREATE (n1_1)-[:HAD_PRESCRIPTION]->(n1_3:Prescription {id: 1010, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n1_3)-[:REFERS_TO {role: 'drug'}]->(n1_4:Concept {id: 'norepinephrine 1', name: 'norepinephrine'})
// ICUStay the MICU stay of 2 May 2150 to 5 May 2150: stop_earliest 6000 -> 4319
CREATE (n2_0:Patient {id: 2001})-[:HAD_ADMISSION]->(n2_1:Admission {id: 2001, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (n2_1)-[:HAD_ICU_STAY]->(n2_2:ICUStay {id: 2030, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 4319, stop_latest: 4319})
CREATE (n2_1)-[:HAD_PRESCRIPTION]->(n2_3:Prescription {id: 2010, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})
CREATE (n2_3)-[:REFERS_TO {role: 'drug'}]->(n2_4:Concept {id: 'norepinephrine 2', name: 'norepinephrine'})
"""
expect = [
  { admission = 1001, order = 1010, answer = "during" },
  { admission = 2001, order = 2010, answer = "during" },
]

[[case]]
name   = "the stay begins in the last minute of the day"
graph  = """
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_ICU_STAY]->(:ICUStay {id: 30, name: 'the MICU stay', start_earliest: 5759, start_latest: 5759, stop_earliest: 9000, stop_latest: 9000})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759})
"""
expect = []

[[case]]
name   = "the stay ends in the first minute of the day"
graph  = """
CREATE (p1:Patient {id: 1})-[:HAD_ADMISSION]->(a1:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (a1)-[:HAD_ICU_STAY]->(:ICUStay {id: 30, name: 'the MICU stay', start_earliest: 1000, start_latest: 1000, stop_earliest: 4320, stop_latest: 4320})
CREATE (a1)-[:HAD_PRESCRIPTION]->(:Prescription {id: 10, name: 'Propofol', drug: 'Propofol', drug_type: 'MAIN', start_earliest: 4320, start_latest: 5759})
"""
expect = []

[[case]]
name   = "another patient's earlier order does not count"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (a)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
CREATE (b)-[:HAD_PRESCRIPTION]->(:Prescription {id: 11, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 0, start_latest: 1439})
"""
expect = [{ admission = 1, order = 10, answer = "during" }]

[[case]]
name   = "the ICU stay is another patient's"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150'})
CREATE (:Patient {id: 2})-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 3 June 2160 to 9 June 2160'})
CREATE (b)-[:HAD_ICU_STAY]->(s:ICUStay {id: 30, name: 'the MICU stay of 2 May 2150 to 5 May 2150', start_earliest: 2000, start_latest: 2000, stop_earliest: 6000, stop_latest: 6000})
CREATE (a)-[:HAD_PRESCRIPTION]->(r:Prescription {id: 10, name: 'Norepinephrine', drug: 'Norepinephrine', drug_type: 'MAIN', start_earliest: 2880, start_latest: 4319})-[:REFERS_TO {role: 'drug'}]->(c:Concept {id: 'norepinephrine', name: 'norepinephrine'})
"""
expect = []
*/
MATCH path_order = (p:Patient)-[:HAD_ADMISSION]->(admission:Admission)-[:HAD_PRESCRIPTION]->(order:Prescription)
WHERE p.id IN $patients AND order.drug_type <> 'BASE' AND NOT toLower(order.drug) CONTAINS 'flush' AND NOT coalesce(order.route, '') IN ['TP', 'BOTH EYES', 'LEFT EYE', 'RIGHT EYE', 'OU', 'OD', 'OS', 'BOTH EARS', 'LEFT EAR', 'RIGHT EAR', 'AU', 'AD', 'AS', 'VG', 'IR', 'IRR', 'DIALYS']
  AND NOT EXISTS { (admission)-[:HAD_PRESCRIPTION]->(sooner:Prescription) WHERE sooner.name = order.name AND sooner.start_earliest < order.start_earliest }
MATCH path_stay = (admission)-[:HAD_ICU_STAY]->(stay:ICUStay)
WHERE NOT EXISTS { (admission)-[:HAD_ICU_STAY]->(sooner:ICUStay) WHERE sooner.start_earliest < stay.start_earliest }
  AND (order.start_latest < stay.start_earliest OR order.start_earliest > stay.stop_latest OR (order.start_earliest >= stay.start_latest AND order.start_latest <= stay.stop_earliest))
RETURN admission, order, CASE WHEN order.start_latest < stay.start_earliest THEN 'before' WHEN order.start_earliest > stay.stop_latest THEN 'after' ELSE 'during' END AS answer, path_order, path_stay
