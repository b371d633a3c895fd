"""The document: its text, front matter, blocks and words, and indexes to search them."""
