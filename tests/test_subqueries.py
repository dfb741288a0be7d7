"""What a pattern looks at inside EXISTS and COUNT: chains by their pattern, placed at the nodes of a row."""

import pytest

from kgqa.model import NodeRef
from kgqa.pattern.parse import parse
from kgqa.question.hops import measure
from kgqa.question.subqueries import looked_at, outer_variables

HEAD = "MATCH path_x = (p:Patient)-[:HAD_ADMISSION]->(a:Admission)-[:HAD_DIAGNOSIS]->(d:Diagnosis)-[:REFERS_TO]->(c:Concept)"


def seen(where):
    return looked_at(parse(f"{HEAD} WHERE {where} RETURN d AS answer, path_x", "test"))


def shape(where):
    """Each chain as text: outer variables by name, virtual nodes as label and number."""
    said = []
    for looked in seen(where):
        names = [n if isinstance(n, str) else f"{n.label}#{n.number}" for n in looked.nodes]
        said.append(" ".join(f"{names[e.source]}-{e.type}->{names[e.target]}" for e in looked.edges))
    return said


@pytest.mark.parametrize(
    ("where", "chains"),
    [
        ("NOT EXISTS { (a)-[:HAD_PRESCRIPTION]->(:Prescription) }", ["a-HAD_PRESCRIPTION->Prescription#1"]),
        (
            "NOT EXISTS { (c)<-[:MAY_TREAT]-(drug:Concept)<-[:REFERS_TO]-(:Prescription)<-[:HAD_PRESCRIPTION]-(a) }",
            ["Concept#1-MAY_TREAT->c Prescription#2-REFERS_TO->Concept#1 a-HAD_PRESCRIPTION->Prescription#2"],
        ),
        ("COUNT { (a)-[:HAD_ICU_STAY]->(i) } > 1", ["a-HAD_ICU_STAY->#1"]),
        # of a star the least length counts: none at all ...
        ("EXISTS { (c)-[:ISA*0..2]->(g:Concept)<-[:MAY_TREAT]-(:Concept) }", ["Concept#2-MAY_TREAT->c"]),
        # ... or two edges with a node between them
        ("EXISTS { (c)-[:ISA*2..3]->(:Concept) }", ["c-ISA->#2 #2-ISA->Concept#1"]),
        # a chain that hangs on nothing outside is no way to walk
        ("EXISTS { (x:Concept)-[:ISA]->(y:Concept) WHERE x.name = c.name }", []),
        ("d.seq_num = 1", []),
    ],
)
def test_chains_are_walked_once_by_their_pattern(where, chains):
    assert shape(where) == chains


def test_inner_variables_join_the_chains_of_one_subquery_and_not_of_two():
    inner = "EXISTS { MATCH (a)-[:HAD_PRESCRIPTION]->(r:Prescription) MATCH (r)-[:REFERS_TO]->(x:Concept) }"
    assert shape(inner) == ["a-HAD_PRESCRIPTION->Prescription#1 Prescription#1-REFERS_TO->Concept#2"]
    assert len(shape(f"{inner} AND NOT {inner}")) == 2


def test_a_subquery_in_a_subquery_is_walked_too():
    where = "EXISTS { (a)-[:HAD_PRESCRIPTION]->(r:Prescription) WHERE NOT EXISTS { (r)-[:REFERS_TO]->(x:Concept) } }"
    assert shape(where) == ["a-HAD_PRESCRIPTION->Prescription#1 Prescription#1-REFERS_TO->Concept#2"]


def test_outer_variables_are_those_at_which_chains_hang():
    query = parse(f"{HEAD} WHERE NOT EXISTS {{ (a)-[:HAD_ICU_STAY]->(:ICUStay) }} RETURN d AS answer, path_x", "test")
    assert outer_variables(query) == ("a",)


def test_a_chain_counts_as_hops_where_it_is_placed():
    (looked,) = seen("NOT EXISTS { (c)<-[:MAY_TREAT]-(:Concept)<-[:REFERS_TO]-(:Prescription) }")
    disease = NodeRef("Concept", "C1")
    assert measure([], [looked.at({"c": disease})], []) == (2, "chain")
