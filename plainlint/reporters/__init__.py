"""Reporters: one format a file, each a pure function from a report to a string."""
