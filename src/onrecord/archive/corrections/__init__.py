"""What do readers correct? Corrections as values, and their import, export and links to Wikidata."""
