"""The registry: curated entities and their names.

In come the YAML files of `seeds/registry/`; out go `Registry`, its entities, and every problem of the files. It knows
nothing of articles, annotations, pages or MkDocs.
"""
