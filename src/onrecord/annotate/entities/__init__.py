"""Who and what does the article name? People, organisations and documents, with all their mentions."""
