"""How is it kept in one folder? SQLite for the record, tantivy for the index, one writer, any number of readers."""

from onrecord.archive.embedded.store import EmbeddedArchive, create

__all__ = ["EmbeddedArchive", "create"]
