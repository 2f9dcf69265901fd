"""How is a WARC file read? Records, the HTTP messages in them, and the pages these carry."""
