"""The document: its text, front matter, blocks, sentences and words, and what can be looked up in them."""
