"""How are articles and quotations found? A tantivy index, derived from the record and rebuilt from it when needed."""
