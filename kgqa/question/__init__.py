"""What a question is made by: fold, wording, hops, proofs, gates, record. Knows no engine and no source table."""
