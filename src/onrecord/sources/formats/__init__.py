"""How is each format read? One file a format, from bytes to pages."""
