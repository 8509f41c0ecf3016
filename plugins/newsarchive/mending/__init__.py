"""Mending: what is wrong with seeds, sidecars and the registry, and has one answer, put right.

In comes the folder of seeds; out go its files, changed, and what was done to each. No word of a text is touched, and to
mend twice changes nothing more. It knows nothing of articles, archives, pages or MkDocs.
"""
