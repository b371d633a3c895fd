"""reStructuredText: docutils reads the structure, and the words are found again in the source."""
