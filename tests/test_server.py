"""The server room: one command gives a Neo4j, and only what it started is ever touched."""


def test_up_gives_a_server_that_answers(neo4j_server):
    with neo4j_server.driver() as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
    neo4j_server.empty()
