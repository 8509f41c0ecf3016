"""Annotating: articles become annotations, one module a kind.

In come articles and, for names, the registry; out go the annotations of `newsarchive.annotation`. Every module is a set
of pure functions and knows none of the others, nor pages, nor MkDocs.
"""
