"""Which expressions of time are there? The rules of the grammar, one file a kind of expression."""
