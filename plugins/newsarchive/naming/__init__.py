"""Naming: which names of the articles the registry does not have, what each may be, and how it comes in.

In come articles and the registry; out go suggestions, in words for a person and as YAML, and the registry's files with
them. Nothing is merged by itself: whether two names are one is for a person to decide.
"""
