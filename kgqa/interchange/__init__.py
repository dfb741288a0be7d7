"""A question's proof, and a whole graph, in the forms that other tools take; one module each.

proof is what all of them start from; graphs is networkx, rdf is rdflib with PROV-O, shapes is SHACL, subgraph is
py2neo, and rows is pandas.
"""
