"""The document: its text, front matter, blocks and words, and what can be looked up in them."""
