"""English word lists: names, roles, bodies, documents, cue and irregular verbs, occasions, outlets, abbreviations."""
