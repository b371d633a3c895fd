"""Word files: their paragraphs, one a line of the source text, and what Word says of them.

`package` opens the file and `properties` reads what it says of itself. `paragraphs` walks its
stories, `pieces` the runs of a paragraph, with `fields` and `pictures`; `styles` and `numbering`
say what a paragraph is. `reader` makes blocks of all that.
"""
