"""The fast reader: pyromark's events, which say themselves where they stand."""
