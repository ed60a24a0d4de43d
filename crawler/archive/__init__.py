"""The raw pages of a run as one WARC 1.1 file, and WARC files of any tool read back.

Every record is one gzip member written in one piece, so that a kill can tear the last record only; what a kill tore is
cut off when the file is opened again, and skipped by the reader until then.
"""

FILE_NAME = "pages.warc.gz"
"""Name of a run's archive in its folder."""

BATCH_URI = "urn:squeegee:batch"
"""Target of the metadata records that say which articles passed the pipelines together, and in what order."""

SITE_URI = "urn:squeegee:site"
"""Target of the metadata record with the definition of the site at the time of the crawl."""
