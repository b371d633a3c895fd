"""A run over many documents: found, checked or known from the cache, and what is new in them."""
