"""How is it kept in one folder? SQLite for the record, tantivy for the index, one writer, any number of readers."""

from onrecord.archive.embedded.archive import EmbeddedArchive, create

__all__ = ["EmbeddedArchive", "create"]
