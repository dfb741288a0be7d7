"""What the portable subset means, as small tables: an expression or a question on a small graph, and its rows.

Every row is asked of the embedded engine and of a real Neo4j 5.26. Where a rule surprises, SQL would answer otherwise.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import neo4j
import pytest
from neo4j.exceptions import ClientError

from kgqa.errors import PatternError
from kgqa.graph.tables import Tables
from kgqa.pattern.parse import parse
from kgqa.pattern.stages import with_barriers
from tests.conftest import Server

# Stored values, so that nothing is worked out before the query runs; n.none is a property that isn't there.
STORED = """CREATE (:N {one: 1, two: 2, seven: 7, zero: 0, minus: -7, half: 0.5, nil: 0.0, whole: 1.0, yes: true,
  a: 'a', abc: 'abc', big: 9223372036854775807, small: -9223372036854775808, list: [1, 2], words: ['a', 'b'], empty: []})"""

# `error`: both fail when they meet the row. `refused`: the compiler refuses what Neo4j may answer.
EXPRESSIONS = r"""
1 = 'a'                                   | false
1 <> 'a'                                  | true
1 < 'a'                                   | null
n.one < n.a                               | null
1 = 1.0                                   | true
n.one = n.whole                           | true
true = 1                                  | false
n.yes = n.one                             | false
'Z' < 'a'                                 | true
'10' < '9'                                | true
'😀' > '￿'                                | true
7 / 2                                     | 3
-7 / 2                                    | -3
n.minus / n.two                           | -3
-7 % 3                                    | -1
n.minus % 3                               | -1
7 / 2.0                                   | 3.5
5.5 % 2                                   | 1.5
n.one / 0                                 | error
n.seven % n.zero                          | error
n.big + 1                                 | error
n.big * 2                                 | error
n.small - 1                               | error
-n.small                                  | error
-n.nil                                    | 0.0
1.0 / 0                                   | Infinity
n.whole / n.nil                           | Infinity
n.half / n.zero                           | error
n.none / n.zero                           | error
n.none % n.zero                           | null
n.half % n.zero                           | NaN
n.nil / n.nil                             | NaN
n.nil / n.nil = n.nil / n.nil             | false
n.nil / n.nil <> n.nil / n.nil            | true
n.nil / n.nil < 1                         | false
n.nil / n.nil > 1                         | false
true OR n.one / 0 = 1                     | true
n.one / 0 = 1 OR true                     | true
n.one / 0 = 1 AND false                   | false
CASE WHEN true THEN 1 ELSE n.one / 0 END  | 1
coalesce(1, n.one / 0)                    | 1
n.none + n.one / 0                        | error
null = null                               | null
null <> null                              | null
NOT null                                  | null
n.none = n.none                           | null
null IN [1]                               | null
2 IN [1, null]                            | null
1 IN [1, null]                            | true
null IN []                                | false
n.none IN n.empty                         | false
2 IN []                                   | false
2 IN n.list                               | true
'2' IN n.list                             | false
1.0 IN n.list                             | true
n.list = [1, 2]                           | true
n.list = [1.0, 2.0]                       | true
n.list = [2, 1]                           | false
n.list IN [[1, 2]]                        | true
'abc' CONTAINS null                       | null
1 STARTS WITH 'a'                         | null
n.one ENDS WITH n.a                       | null
'abc' STARTS WITH ''                      | true
'a%c' CONTAINS '_'                        | false
CASE WHEN null THEN 1 ELSE 2 END          | 2
CASE null WHEN null THEN 1 ELSE 2 END     | 2
CASE 1 WHEN 1.0 THEN 'same' END           | 'same'
CASE 1 WHEN 2 THEN 3 END                  | null
'a' + 1                                   | 'a1'
1 + 'a'                                   | '1a'
'a' + 1e10                                | 'a1.0E10'
'a' + 0.001                               | 'a0.001'
'a' + null                                | null
n.one + n.yes                             | error
-n.a                                      | error
n.a * n.two                               | error
size('a😀b')                              | 3
size(n.list)                              | 2
size(n.empty)                             | 0
size(n.one)                               | error
toLower('ΑΣ')                             | 'ας'
size(toLower('İ'))                        | 2
toLower(n.none)                           | null
toLower(n.one)                            | error
abs(n.minus)                              | 7
abs(n.a)                                  | error
abs(n.small)                              | -9223372036854775808
abs(n.big + 1)                            | error
abs(n.minus * 0.5)                        | 3.5
abs(n.none)                               | null
abs(-COUNT { (n) })                       | 1
1 <= 2 <= 3                               | true
3 > 2 > 2                                 | false
3 > 2 = 2                                 | true
1 = 2 IS NOT NULL                         | false
NOT 1 = 2                                 | true
true XOR true AND false                   | true
true OR true XOR true                     | true
null AND false                            | false
null OR true                              | true
null XOR true                             | null
true XOR true                             | false
7 - 2 - 3                                 | 2
2 * 7 / 3                                 | 4
7 / 2 * 2.0                               | 6.0
2 + 3 * 4                                 | 14
-2 * -3                                   | 6
n.none IS NULL                            | true
n.one IS NOT NULL                         | true
[n.one, n.none, 'x']                      | [1, null, 'x']
toInteger('12x')                          | refused
round(-2.5)                               | refused
n.list[0]                                 | refused
2 ^ 3                                     | refused
"""

# A clause keeps rows whose condition is true; null is not.
KEPT = """
n.none = 1                   | 0
NOT n.none = 1               | 0
n.none IS NULL               | 1
NOT n.one IN [2, null]       | 0
n.one IN [1, null]           | 1
NOT (n.none = 1 AND n.one = 2) | 1
n.none <> 1                  | 0
n.yes                        | 1
NOT n.yes                    | 0
"""


@dataclass(frozen=True, slots=True)
class Example:
    """Nodes are shown by their property `v`, so every node of the graph has one."""

    graph: str
    query: str
    rows: str
    patients: tuple[int, ...] | None = None


LINE = "CREATE (a:A {v: 1})-[:R {w: 1}]->(b:A:B {v: 2})-[:R {w: 2}]->(:B {v: 3})"
LOOP = "CREATE (a:A {v: 1}), (b:B {v: 2}), (a)-[:S]->(a), (a)-[:S]->(b), (b)-[:S]->(a)"
EXAMPLES = {
    "a relationship is used once in a clause": Example(
        LOOP, "MATCH (a)-[:S]->(b)-[:S]->(c) RETURN a.v, b.v, c.v", "1 1 2; 1 2 1; 2 1 1; 2 1 2"
    ),
    "a relationship is used again in the next clause": Example(
        LOOP, "MATCH (a)-[:S]->(b) MATCH (b)-[:S]->(c) RETURN a.v, b.v, c.v", "1 1 1; 1 1 2; 1 2 1; 2 1 1; 2 1 2"
    ),
    "a relationship is used again inside EXISTS": Example(
        "CREATE (:A {v: 1})-[:S]->(:B {v: 2})",
        "MATCH (a)-[:S]->(b) WHERE EXISTS { MATCH (a)-[:S]->(b) } RETURN a.v, b.v",
        "1 2",
    ),
    "a walk of no relationship stays at its node": Example(
        LINE, "MATCH (a:A)-[:R*0..1]->(b) RETURN a.v, b.v", "1 1; 1 2; 2 2; 2 3"
    ),
    "a walk closes where the relationships differ": Example(
        LOOP, "MATCH (a)-[:S*1..3]->(a) RETURN a.v", "1; 1; 1; 1; 2; 2"
    ),
    "a walk of n has no more and no fewer": Example(LINE, "MATCH (a)-[:R*2]->(b) RETURN a.v, b.v", "1 3"),
    "a walk without a lower bound starts at one": Example(
        LINE, "MATCH (a)-[*..2]->(b) RETURN a.v, b.v", "1 2; 1 3; 2 3"
    ),
    "a walk with its bounds the wrong way round is empty": Example(LINE, "MATCH (a)-[:R*2..1]->(b) RETURN a.v", ""),
    "a walk's map holds for each relationship": Example(LINE, "MATCH (a)-[:R*1..2 {w: 1}]->(b) RETURN a.v, b.v", "1 2"),
    "a walk of no relationship has no map to hold": Example(
        LINE, "MATCH (a)-[:R*0..2 {w: null}]->(b) RETURN a.v, b.v", "1 1; 2 2; 3 3"
    ),
    "two walks of one clause share no relationship": Example(
        LOOP, "MATCH (a:A)-[*1..1]->(b)-[*1..1]->(c) RETURN a.v, b.v, c.v", "1 1 2; 1 2 1"
    ),
    "a relationship points the way it is drawn": Example(LINE, "MATCH (a)<-[:R]-(b) RETURN a.v, b.v", "2 1; 3 2"),
    "several labels must all be there": Example(LINE, "MATCH (a:A:B) RETURN a.v", "2"),
    "labels join with an ampersand too": Example(LINE, "MATCH (a:B&A) RETURN a.v", "2"),
    "one of several types is enough": Example(LOOP, "MATCH (a:B)-[:R|S]->(b) RETURN a.v, b.v", "2 1"),
    "an unknown label has no rows": Example(LINE, "MATCH (a:Nowhere) RETURN a.v", ""),
    "an unknown type has no rows": Example(LINE, "MATCH (a)-[:NOWHERE]->(b) RETURN a.v", ""),
    "an unknown property is null": Example(LINE, "MATCH (a:B) RETURN a.v, a.nowhere", "2 null; 3 null"),
    "a label asked of a node again must be there": Example(LINE, "MATCH (a) MATCH (a:B) RETURN a.v", "2; 3"),
    "a label inside EXISTS is asked of the outer node": Example(
        LINE, "MATCH (a) WHERE EXISTS { MATCH (a:B)<-[:R]-(:A) } RETURN a.v", "2; 3"
    ),
    "a name met twice in a chain is one node": Example(LOOP, "MATCH (a)-[:S]->(a) RETURN a.v", "1"),
    "a name of an earlier clause is the same node": Example(
        LINE, "MATCH (a)-[:R]->(b) MATCH (b)-[:R]->(c) RETURN a.v, c.v", "1 3"
    ),
    "a relationship of an earlier clause is the same one": Example(
        LOOP, "MATCH (a)-[r:S]->(b:B) MATCH (x)-[r]->(y) RETURN x.v, y.v", "1 2"
    ),
    "clauses without a common name multiply": Example(
        LINE, "MATCH (a:A) MATCH (b:B) RETURN a.v, b.v", "1 2; 1 3; 2 2; 2 3"
    ),
    "rows that are the same stay apart": Example(LINE, "MATCH (a)-[:R]->(b) RETURN 1", "1; 1"),
    "DISTINCT makes them one": Example(LINE, "MATCH (a)-[:R]->(b) RETURN DISTINCT 1", "1"),
    "DISTINCT takes null as a value": Example(
        "CREATE ({v: 1}), ({v: 2, x: 1}), ({v: 3})", "MATCH (a) RETURN DISTINCT a.x", "1; null"
    ),
    "a great integer is not the float beside it": Example(
        "CREATE ({v: 1, x: 9007199254740993}), ({v: 2, x: 9007199254740992.0})",
        "MATCH (a) MATCH (b) WHERE a.v < b.v RETURN a.x = b.x, a.x > b.x, a.x IN [b.x]",
        "false true false",
    ),
    "DISTINCT takes whole rows": Example(LINE, "MATCH (a:A) MATCH (b) RETURN DISTINCT a.v, 1", "1 1; 2 1"),
    "parallel relationships each count": Example(
        "CREATE (a:A {v: 1}), (b:B {v: 2}), (a)-[:R]->(b), (a)-[:R]->(b)",
        "MATCH (a)-[:R]->(b) RETURN a.v, b.v",
        "1 2; 1 2",
    ),
    "parallel relationships are two in one clause": Example(
        "CREATE (a:A {v: 1}), (b:B {v: 2}), (a)-[:R]->(b), (a)-[:R]->(b)",
        "MATCH (a)-[:R]->(b)<-[:R]-(c) RETURN a.v, c.v",
        "1 1; 1 1",
    ),
    "a map asks with =": Example(LINE, "MATCH (a {v: 2.0}) RETURN a.v", "2"),
    "a map that asks for null finds nothing": Example(LINE, "MATCH (a {v: null}) RETURN a.v", ""),
    "a map may speak of a node of its own chain": Example(
        LINE, "MATCH (b {v: a.v + 1})<--(a) RETURN a.v, b.v", "1 2; 2 3"
    ),
    "a map may speak of an earlier clause": Example(
        LINE, "MATCH (a:A) MATCH (b {v: a.v + 1}) RETURN a.v, b.v", "1 2; 2 3"
    ),
    "EXISTS is bound by every outer name in it": Example(
        LINE, "MATCH (a) MATCH (b) WHERE EXISTS { MATCH (a)-[:R]->(b) } RETURN a.v, b.v", "1 2; 2 3"
    ),
    "EXISTS compares with outer values": Example(
        LINE, "MATCH (a) WHERE EXISTS { MATCH (b) WHERE b.v > a.v AND b.v - a.v > 1 } RETURN a.v", "1"
    ),
    "NOT EXISTS keeps what has none": Example(
        LINE, "MATCH (a) WHERE NOT EXISTS { MATCH (a)-[:R]->() } RETURN a.v", "3"
    ),
    "EXISTS of a null condition is false, not null": Example(
        LINE, "MATCH (a) WHERE NOT EXISTS { MATCH (b) WHERE b.nowhere = a.v } RETURN a.v", "1; 2; 3"
    ),
    "EXISTS inside EXISTS sees both rows around it": Example(
        LINE,
        "MATCH (a) WHERE EXISTS { MATCH (a)-[:R]->(b) WHERE NOT EXISTS { MATCH (b)-[:R]->(c) WHERE c.v > a.v } } RETURN a.v",
        "2",
    ),
    "COUNT counts rows, also none and doubles": Example(
        LOOP,
        "MATCH (a) RETURN a.v, COUNT { MATCH (a)-[:S]->(x) MATCH (y) }, COUNT { MATCH (a)-[:NO]->() }",
        "1 4 0; 2 2 0",
    ),
    "COUNT leaves out what is null": Example(
        LINE, "MATCH (a:A) RETURN a.v, COUNT { MATCH (b) WHERE b.w = a.v OR b.v < a.v }", "1 0; 2 1"
    ),
    "a subquery may have several MATCH": Example(
        LINE, "MATCH (a) WHERE EXISTS { MATCH (a)-[:R]->(b) MATCH (b)-[:R]->(c) } RETURN a.v", "1"
    ),
    "a subquery may leave the word MATCH out": Example(
        LINE, "MATCH (a) WHERE EXISTS { (a)-[:R]->(:B:A) } RETURN a.v", "1"
    ),
    "what follows a subquery knows all in front of it": Example(
        LINE,
        "MATCH p = (a:A)-[r:R]->(b) WHERE NOT EXISTS { (b)-[:S]->() } MATCH q = (b)-[*0..1]->(c) "
        "WHERE r.w < c.v OR c.v = a.v RETURN a.v, r.w, c.v",
        "1 1 2; 1 1 3; 2 2 3",
    ),
    "each of several subqueries ends a stage": Example(
        LINE,
        "MATCH (a) WHERE COUNT { (a)-->() } = 1 MATCH (b) WHERE EXISTS { (b)<--(a) } "
        "MATCH (c) WHERE c.v >= b.v AND (c.v = 3 OR a.v = 9) RETURN a.v, b.v, c.v",
        "1 2 3; 2 3 3",
    ),
    "a stage hands on properties, relationships, paths and walks": Example(
        LINE,
        "MATCH p = (a:A)-[r:R]->(b) WHERE NOT EXISTS { (b)-[:S]->() } MATCH q = (b)-[*0..1]->(c) "
        "WHERE r.w < c.v OR c.v = a.v MATCH (a)-[s:R]->(d) WHERE COUNT { (d)<--() } = r.w AND s = r OR c.v = d.v "
        "RETURN a.v, r.w, c.v, d.v",
        "1 1 2 2; 1 1 3 2; 2 2 3 3",
    ),
    "those asked for are a condition like others": Example(
        LINE, "MATCH (a) WHERE a.v IN $patients AND a.v > 1 RETURN a.v", "2", (1, 2, 2, 9)
    ),
    "those asked for are asked of each node": Example(
        LINE,
        "MATCH (a) WHERE a.v IN $patients MATCH (b) WHERE b.v IN $patients RETURN a.v, b.v",
        "1 1; 1 3; 3 1; 3 3",
        (1, 3),
    ),
    "nobody is asked for": Example(LINE, "MATCH (a) WHERE a.v IN $patients RETURN a.v", "", ()),
    "a node of an earlier stage may be named again": Example(
        LINE,
        "MATCH (a) WHERE EXISTS { (a)-->() } MATCH (b)-[:R]->(c) WHERE EXISTS { (a) WHERE a.v < c.v } MATCH (a)-[:R]->(c) "
        "RETURN a.v, b.v, c.v",
        "1 1 2; 2 2 3",
    ),
    "a subquery may follow a MATCH that names nothing": Example(
        LINE, "MATCH (:A)-[:R]->(:B) WHERE EXISTS { (:A {v: 1}) } MATCH (c:A) RETURN c.v", "1; 1; 2; 2"
    ),
    "a relationship may be used again after a subquery": Example(
        LINE, "MATCH ()-[r:R]->() WHERE EXISTS { ({v: r.w}) } MATCH ()-[s:R]->() RETURN r.w, s.w", "1 1; 1 2; 2 1; 2 2"
    ),
    "a condition alone may be what a subquery stands beside": Example(
        LINE, "MATCH (a) WHERE true AND EXISTS { (a)-->() } MATCH (b) WHERE null OR b.v = 1 RETURN a.v, b.v", "1 1; 2 1"
    ),
    "nodes are equal when they are one": Example(LINE, "MATCH (a:A) MATCH (b:B) WHERE a = b RETURN a.v", "2"),
    "relationships are equal when they are one": Example(
        LINE, "MATCH (a)-[r]->(b) MATCH (c)-[s]->(d) WHERE r <> s RETURN r.w, s.w", "1 2; 2 1"
    ),
    "names differ by their capitals": Example(
        LINE, "MATCH (A:A) MATCH (a:B) WHERE A.v = 1 RETURN A.v, a.v", "1 2; 1 3"
    ),
    "properties of several types share a name": Example(
        "CREATE ({v: 1, x: 1}), ({v: 2, x: '1'}), ({v: 3, x: true}), ({v: 4, x: 1.0})",
        "MATCH (a) WHERE a.x = 1 RETURN a.v",
        "1; 4",
    ),
    "a CASE may be over what some nodes lack": Example(
        "CREATE (:A {v: 1, t: 'b'}), (:B {v: 2})",
        "MATCH (a) WHERE CASE WHEN a.t > '' THEN 'z' END < 'i' OR a.v = 2 RETURN a.v",
        "2",
    ),
    "an empty list alone can be returned": Example(LINE, "MATCH (a:A:B) RETURN []", "[]"),
    "conditions of two clauses both hold": Example(
        LINE, "MATCH (a) WHERE a.v > 1 MATCH (a)-[:R]->(b) WHERE b.v < 4 RETURN a.v, b.v", "2 3"
    ),
}


def lines(table: str) -> list[tuple[str, str]]:
    pairs = (line.rsplit("|", 1) for line in table.strip().splitlines())
    return [(left.strip(), right.strip()) for left, right in pairs]


def value(written: str) -> object:
    names = {"null": None, "true": True, "false": False, "NaN": math.nan, "Infinity": math.inf}
    return eval(written, {"__builtins__": {}}, names)


def shown(rows: Iterator[list[object]] | list[tuple[object, ...]]) -> Counter[str]:
    """Rows as text, in which 1 is not 1.0 and not true, and NaN is NaN."""
    return Counter(repr([list(cell) if isinstance(cell, tuple | list) else cell for cell in row]) for row in rows)


def wanted(rows: str) -> Counter[str]:
    return Counter(repr([value(cell) for cell in row.split()]) for row in rows.split(";") if row.strip())


def tables(graph: str, query: str, patients: tuple[int, ...] | None = None) -> Counter[str]:
    with Tables.from_create(graph) as engine:
        return shown(engine.run(parse(query, "test"), patients).rows)


@pytest.fixture(scope="module")
def driver(neo4j_server: Server) -> Iterator[neo4j.Driver]:
    neo4j_server.empty()
    with neo4j.GraphDatabase.driver(
        neo4j_server.bolt, auth=(neo4j_server.user, neo4j_server.password), notifications_min_severity="OFF"
    ) as opened:
        yield opened


def served(driver: neo4j.Driver, graph: str, query: str, patients: tuple[int, ...] | None = None) -> Counter[str]:
    with driver.session() as session, session.begin_transaction() as transaction:
        transaction.run(graph).consume()
        rows = [tuple(record.values()) for record in transaction.run(query, patients=patients)]
        transaction.rollback()  # leaving the block would commit, and the next graph would not be alone
        return shown(rows)


@pytest.mark.parametrize(("expression", "result"), lines(EXPRESSIONS))
def test_the_tables_work_out(expression: str, result: str) -> None:
    query = f"MATCH (n) RETURN {expression} AS x"
    if result in ("error", "refused"):
        with pytest.raises(PatternError):
            tables(STORED, query)
    else:
        assert tables(STORED, query) == Counter([repr([value(result)])])


@pytest.mark.parametrize(("expression", "result"), [pair for pair in lines(EXPRESSIONS) if pair[1] != "refused"])
def test_neo4j_works_out(expression: str, result: str, driver: neo4j.Driver) -> None:
    query = f"MATCH (n) RETURN {expression} AS x"
    if result == "error":
        with pytest.raises(ClientError):
            served(driver, STORED, query)
    else:
        assert served(driver, STORED, query) == Counter([repr([value(result)])])


@pytest.mark.parametrize(("condition", "kept"), lines(KEPT))
def test_the_tables_keep_a_row_where(condition: str, kept: str) -> None:
    assert tables(STORED, f"MATCH (n) WHERE {condition} RETURN 1").total() == int(kept)


@pytest.mark.parametrize(("condition", "kept"), lines(KEPT))
def test_neo4j_keeps_a_row_where(condition: str, kept: str, driver: neo4j.Driver) -> None:
    assert served(driver, STORED, f"MATCH (n) WHERE {condition} RETURN 1").total() == int(kept)


@pytest.mark.parametrize("name", EXAMPLES)
def test_in_the_tables(name: str) -> None:
    example = EXAMPLES[name]
    assert tables(example.graph, example.query, example.patients) == wanted(example.rows)


@pytest.mark.parametrize("name", EXAMPLES)
def test_in_neo4j(name: str, driver: neo4j.Driver) -> None:
    example = EXAMPLES[name]
    for text in (example.query, with_barriers(parse(example.query, "test"))):
        assert served(driver, example.graph, text, example.patients) == wanted(example.rows)


ONE_TWICE = "CREATE ({v: 1, x: 1}), ({v: 2, x: 1.0}), ({v: 3, x: 1.5})"


def test_distinct_in_the_tables_takes_a_whole_float_for_the_integer() -> None:
    assert tables(ONE_TWICE, "MATCH (a) RETURN DISTINCT a.x") == wanted("1; 1.5")


def test_distinct_in_neo4j_takes_a_whole_float_for_the_integer(driver: neo4j.Driver) -> None:
    shown_of_two = served(driver, ONE_TWICE, "MATCH (a) RETURN DISTINCT a.x")
    assert shown_of_two in (wanted("1; 1.5"), wanted("1.0; 1.5"))  # which of the two, it leaves open


def test_duckdb_still_fails_to_plan_a_case_over_a_half_empty_union() -> None:
    """Once this fails, DuckDB has it right, and the second try in kgqa/graph/tables.py can go."""
    rows = "(SELECT t, k FROM a UNION ALL SELECT NULL, k FROM b)"
    with duckdb.connect() as db:
        db.execute("CREATE TABLE a AS SELECT 'b' AS t, 1 AS k")
        db.execute("CREATE TABLE b AS SELECT 2 AS k")
        with pytest.raises(duckdb.InvalidInputException, match="BoundFunctionExpression"):
            db.execute(f"SELECT 1 FROM {rows} WHERE CASE WHEN t > '' THEN 'z' END < 'i' OR k IS NULL")
