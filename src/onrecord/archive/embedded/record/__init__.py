"""How is the record kept? SQLite tables, and the functions that read and write them."""
