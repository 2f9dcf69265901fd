"""How is it kept in one folder? SQLite for the record, tantivy for the index, one writer, any number of readers."""

from onrecord.archive.embedded.archive import open_folder, path_of

__all__ = ["open_folder", "path_of"]
