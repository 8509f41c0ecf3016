"""The MkDocs adaptor: the archive's pages become pages of a MkDocs site. Only this folder knows MkDocs.

In come the plugin's options and a MkDocs configuration; out go generated files whose pages bring their own HTML. It
knows of the archive only what `archive`, `pages` and `export` say, and nothing of how a text is read or annotated.
"""
