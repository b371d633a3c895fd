"""The reference reader: markdown-it's tokens, located in the source."""
