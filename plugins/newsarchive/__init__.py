"""newsarchive: a folder of raw news articles becomes an annotated archive.

seeds → `reading` → `annotate` → `archive` → `pages` and `export` → the MkDocs adaptor and the command line.
Nothing imports upward, and nothing before the adaptor knows MkDocs.
"""
