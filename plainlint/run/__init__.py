"""A run over many documents: discover them, check them or read the cache, keep what is new."""
