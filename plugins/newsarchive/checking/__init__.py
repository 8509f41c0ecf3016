"""Checking: every problem of a folder of seeds, in the form that whoever asks can read.

In comes the folder; out go problems, and these as lines of text, JSON, commands of GitHub's workflows or SARIF. It
knows archives and the addresses of pages, and nothing of MkDocs.
"""
