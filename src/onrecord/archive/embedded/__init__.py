"""How is an archive kept in one folder? SQLite is the record, tantivy the index; one writer, any number of readers."""

from onrecord.archive.embedded.archive import EmbeddedArchive, create

__all__ = ["EmbeddedArchive", "create"]
