"""Markdown: two readers that return the same blocks; `select_reader` picks one per document."""
