"""HTML: the tags inside Markdown, and a reader for whole pages and fragments."""
