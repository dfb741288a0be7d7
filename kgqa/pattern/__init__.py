"""One .cypher file -> Pattern: the header, the grammar of the portable subset, its tree, and the tree as SQL."""
