"""Who is the speaker? Coreference from a source expression to a name of the article."""
