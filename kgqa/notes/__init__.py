"""Text to mentions: matching, sections, assertion, doses. Knows no graph and no table."""
