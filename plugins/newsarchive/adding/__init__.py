"""Adding: what a contributor brings becomes a seed and its sidecar.

In come a text, a saved page or a web archive, and what the contributor knows of it; out go the two files, the article
that they will be, and what it shares with those that are there. It reads and annotates as the archive does, and asks
and prints nothing: `commands.add` does.
"""
