"""Word files: their paragraphs, one a line of the source text, and what Word says of them.

`package` opens the file, `paragraphs` walks its text, `reader` makes blocks of it.
"""
