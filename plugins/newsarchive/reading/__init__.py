"""Reading: a seed becomes an Article.

In come the files of the seeds folder and their sidecars; out go articles, and every problem of the files. It knows
nothing of the registry, annotations, pages or MkDocs.

On the way: `files` finds the seeds, `contents` and `decoding` make text of bytes, `front_matter` and `stated` read what
is stated, `text` and `markdown` divide the rest by `lines`, `body` tells posts and captions from paragraphs, `titles`
and `dating` choose, `seed` makes one article of all that, `seeds` reads all of them, and `together` holds these against
one another.
"""
