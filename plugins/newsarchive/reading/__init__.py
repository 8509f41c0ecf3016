"""Reading: a seed becomes an Article.

In come the files of the seeds folder and their sidecars; out go articles, and every problem of the files. It knows
nothing of the registry, annotations, pages or MkDocs.
"""
