"""The engine: the rules of a configuration, run on one document, give a result."""
