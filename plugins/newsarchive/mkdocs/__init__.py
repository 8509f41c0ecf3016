"""The MkDocs adaptor: the archive's pages become pages of a MkDocs site. Only this folder knows MkDocs."""
