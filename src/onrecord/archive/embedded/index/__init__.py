"""How is it found? A tantivy index derived from the record."""
