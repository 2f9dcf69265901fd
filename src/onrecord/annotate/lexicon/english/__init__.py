"""English word lists: names, roles, verbs, outlets, occasions, abbreviations."""
