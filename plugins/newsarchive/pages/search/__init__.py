"""Search: a page that finds names, articles, days and passages, with or without a server.

In comes the archive; out go the page and its index: small script files that a page opened from disk may load as well
as one from a server. The reader's browser loads only those that the typed words need.
"""
