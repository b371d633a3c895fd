"""The reference reader: markdown-it's tokens, each found again in the source."""
