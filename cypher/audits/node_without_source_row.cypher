/*
id      = "node_without_source_row"
title   = "Nodes of the record that name no source row"
level   = "error"
problem = "it does not say from which table and row it comes"
remedy  = "Load the graph again"
*/
MATCH (:Admission)-[had]->(node)
WHERE node.table IS NULL OR node.row_id IS NULL
RETURN DISTINCT node, 'row_id' AS property, node.row_id AS value
