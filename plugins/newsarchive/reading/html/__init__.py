"""Saved pages: an HTML page becomes blocks, and the metadata that it states.

In come a page's bytes; out go the text as a browser would show it, and what the page itself says of its title, date and
source. No script is run and nothing is asked of the net. On the way: `charset` makes text of bytes, `shown` divides it
into the blocks that a reader would see, `choosing` and `trimming` tell the article's from the rest, `json_ld`, `tags`
and `stating` read the metadata, `page` puts one page together, and `mhtml` takes a page out of a web archive.
"""
