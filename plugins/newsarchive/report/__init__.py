"""Report: what a change of the seeds does to the archive, in words for a reviewer.

In come two archives, as it was and as it would be; out goes Markdown. It knows archives and the addresses of pages, and
nothing of MkDocs.
"""
