"""How does a page say it? Values of the archive laid out for the templates."""
