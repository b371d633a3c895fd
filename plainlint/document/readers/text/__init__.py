"""Plain text: blocks by blank lines, bullets by their signs, headings by their shape."""
