"""On Record: piles of news pages → a searchable record of who said what, and when.

read(inputs)            the record of every article in some files
open_archive(path)      an archive to add to and to search
build(inputs, archive)
Settings(reader, jobs)  which reader finds the quotations, and on how many processes
parse(query)            the query language, as in the search box
"""

from onrecord.archive import Request, Sort, open_archive, parse
from onrecord.model import Reader, Record, Rejected
from onrecord.pipeline import Settings, build, read

__all__ = ["Reader", "Record", "Rejected", "Request", "Settings", "Sort", "build", "open_archive", "parse", "read"]
