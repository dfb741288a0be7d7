"""Sources to graph: only here are a source's column names known."""
