"""Pages: the archive becomes pages, one module a kind of page.

In comes an `Archive`; out go `Page` objects with HTML of their own. It knows nothing of seeds' files nor of MkDocs.
"""
