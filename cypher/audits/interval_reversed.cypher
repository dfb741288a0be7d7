/*
id      = "interval_reversed"
title   = "Intervals that end before they begin"
level   = "error"
problem = "the latest minute of a time is before its earliest"
remedy  = "Load the graph again"
*/
MATCH (node)
WHERE node.earliest > node.latest OR node.start_earliest > node.start_latest OR node.stop_earliest > node.stop_latest
RETURN node, CASE WHEN node.earliest > node.latest THEN 'latest' WHEN node.start_earliest > node.start_latest THEN 'start_latest' ELSE 'stop_latest' END AS property,
  coalesce(node.latest, node.start_latest, node.stop_latest) AS value
