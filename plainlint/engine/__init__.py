"""The engine: run the rules of a configuration on one document, and return its result."""
