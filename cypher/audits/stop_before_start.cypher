/*
id      = "stop_before_start"
title   = "What stops before it starts"
level   = "error"
problem = "it certainly stops before it starts"
remedy  = "Such an interval must be counted when it is loaded and not kept; load the graph again"
*/
MATCH (node)
WHERE node.stop_latest < node.start_earliest
RETURN node, 'stop_latest' AS property, node.stop_latest AS value
