"""A run: many documents, found, checked by all cores or known from the cache, held against what is new."""
