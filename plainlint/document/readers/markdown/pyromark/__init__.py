"""The fast reader: pyromark's events, which have source positions."""
