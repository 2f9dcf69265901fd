"""How is the record kept? SQLite tables, and all that is read from and written to them."""
