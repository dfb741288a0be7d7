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
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Asthma, unspecified type, unspecified', seq_num: 1})
CREATE (b)-[:HAD_DIAGNOSIS]->(e:Diagnosis {id: 21, name: 'Unspecified essential hypertension'})
CREATE (e)-[:REFERS_TO {role: 'code'}]->(x:Concept {id: 'essential hypertension', name: 'essential hypertension'})-[:ISA]->(h:Concept {id: 'hypertension', name: 'hypertension'})<-[:REFERS_TO {role: 'code'}]-(d)
"""
expect = []

[[case]]
name   = "a narrower form was coded before"
graph  = """
CREATE (p:Patient {id: 1})-[:HAD_ADMISSION]->(a:Admission {id: 1, name: 'the admission of 1 May 2150 to 9 May 2150', start_earliest: 0, start_latest: 0, stop_earliest: 12000, stop_latest: 12000})
CREATE (p)-[:HAD_ADMISSION]->(b:Admission {id: 2, name: 'the admission of 25 May 2150 to 3 June 2150', start_earliest: 35000, start_latest: 35000, stop_earliest: 48000, stop_latest: 48000})
CREATE (a)-[:HAD_DIAGNOSIS]->(d:Diagnosis {id: 20, name: 'Asthma, unspecified type, unspecified', seq_num: 1})-[:REFERS_TO {role: 'code'}]->(y:Concept {id: 'asthma', name: 'asthma'})
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
