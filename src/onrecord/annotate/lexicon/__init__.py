"""Which words mean what? Closed word lists: one folder a language, one file a subject, all in small letters."""
