"""Markdown: two readers that give the same blocks; `select_reader` says which reads a document."""
