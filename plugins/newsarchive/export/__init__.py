"""Export: the archive becomes data.

In comes an `Archive`; out go JSON files and their schemas. It knows nothing of pages nor of MkDocs.
"""
