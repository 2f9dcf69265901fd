"""How is the record kept? SQLite tables, and everything read from and written to them."""
