"""How are packed bytes read? gzip, zstd, zip and HTTP content codings, with the place of each byte."""
